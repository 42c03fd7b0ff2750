/** What a question is asked about: a scenario, or one year as a flat case. */
import { type Case, caseOfFlat, InputError, parseFlatCase, parseScenario, type Rounding } from '@isoline/engine'

export interface Subject {
  readonly kind: 'scenario' | 'flat'
  readonly value: unknown
  readonly of: Case
}

/**
 * The subject that a value read from a file holds. A flat case has a rounding of its own or takes the one given.
 * @throws InputError with every problem of the value.
 */
export function subjectOf(value: unknown, rounding: Rounding): Subject {
  if (isFlatCase(value)) return { kind: 'flat', value, of: caseOfFlat(parseFlatCase(value), rounding) }
  return { kind: 'scenario', value, of: parseScenario(value) }
}

/** Keys of which a flat case has at least one and a scenario none. */
const flatKeys = ['id', 'year', 'status', 'wages', 'isoSpread']

/** Whether a value is meant as a flat case. A scenario says `isoline: 1`; what is neither is read as a scenario. */
function isFlatCase(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return !['isoline', 'household', 'incomes'].some((key) => key in value) && flatKeys.some((key) => key in value)
}

/** The case of a question that only a scenario can answer. */
export function scenarioOnly(subject: Subject, why: string): Case {
  if (subject.kind === 'scenario') return subject.of
  const message = `${why}, and a flat case has none. Give a scenario file; \`isoline new\` writes one.`
  throw new InputError([{ path: '', code: 'needsScenario', message }])
}
