/** What files say, joined to the scenario at hand, with what the person answered; tried by every rule of the engine. */
import { InputError, NotModelled, type Problem, parseScenario, type ScenarioFile } from '@isoline/engine'
import { type Imported, type Merged, merged } from '@isoline/files'

/** Answers by the path of their question. */
export type Answers = { readonly [path: string]: string | number }

/** What is shown of it before it is taken. */
export interface Joined extends Pick<Merged, 'added' | 'known' | 'contradictions' | 'asked'> {
  readonly file: ScenarioFile
  /** How many things are set in the file; 0: it has all of it already. */
  readonly changes: number
  /** What keeps the file from being read: what is still asked, or a figure of the file that cannot be. */
  readonly problems: readonly Problem[]
  /** The names a question may be answered with. */
  readonly grants: readonly string[]
  readonly lots: readonly string[]
}

/** @throws InputError where the scenario's own lists cannot be added to. */
export function joined(file: ScenarioFile, imported: readonly Imported[], answers: Answers): Joined {
  const { scenario, added, known, contradictions, asked, changes } = merged(file, imported)
  const whole = changes.length === 0 ? file : (answered(scenario, answers) as unknown as ScenarioFile)
  return {
    ...{ added, known, contradictions, asked, file: whole, changes: changes.length, problems: problemsOf(whole) },
    ...{ grants: namesIn(whole.grants), lots: namesIn(whole.lots) },
  }
}

function problemsOf(file: ScenarioFile): readonly Problem[] {
  try {
    parseScenario(file)
    return []
  } catch (error) {
    // What is not modelled is said by the view that asks for it; the file is in order.
    if (error instanceof NotModelled) return []
    if (error instanceof InputError) return error.problems
    throw error
  }
}

const namesIn = (list: readonly { readonly id?: string | undefined }[] | undefined): string[] =>
  (list ?? []).flatMap(({ id }) => (id === undefined ? [] : [id]))

/** A copy of a value with the answers set at their paths: `lots[2].fmvAtExercise`, `history.2024.form6251.line4`. */
export function answered<V>(value: V, answers: Answers): V {
  const copy = structuredClone(value)
  for (const [path, answer] of Object.entries(answers)) {
    const steps = path.split(/[.[\]]+/).filter((step) => step !== '')
    const last = steps.pop()
    let at: unknown = copy
    for (const step of steps) at = inside(at, step)
    if (last !== undefined && isObject(at) && last !== '__proto__') at[last] = answer
  }
  return copy
}

/** What stands at a key; an object is made where there is nothing yet. */
function inside(value: unknown, key: string): unknown {
  if (!isObject(value) || key === '__proto__') return undefined
  if (!Object.hasOwn(value, key) && !Array.isArray(value)) value[key] = {}
  return Object.hasOwn(value, key) ? value[key] : undefined
}

const isObject = (value: unknown): value is { [key: string]: unknown } => typeof value === 'object' && value !== null
