/** A file of papers typed by hand: `papers: 1` and their boxes, as `Papers` names them. A box left out is empty. */
import * as z from 'zod/mini'
import { InputError, type Problem } from '../errors.ts'
import type { Papers } from '../papers.ts'
import { plainCopy } from './plainCopy.ts'
import { type ProblemCode, Problems } from './problems.ts'
import { amount, count, date, flag, list, object, perShare, signedAmount, someShares, text } from './schemaParts.ts'

/** Null where a box is empty or left out. */
const empty = <Value extends z.core.SomeType>(value: Value) => z.prefault(z.nullable(value), null)

const year = count(1990, 2100, 'The tax year')
const lines = z.record(z.string().check(z.regex(/^line\d{1,2}[a-z]?$/)), signedAmount('A line as filed'))

const form3921 = object('A Form 3921', {
  granted: date('Box 1'),
  exercised: date('Box 2'),
  strike: perShare('Box 3'),
  value: perShare('Box 4'),
  shares: someShares('Box 5'),
})

const formW2 = object('A Form W-2', {
  year,
  wages: amount('Box 1'),
  box12V: empty(amount('Box 12 code V')),
  box14: z.prefault(
    list('Box 14', object('A part of it', { label: text('As labelled'), amount: signedAmount('Amount') })),
    [],
  ),
})

const sale = object('A line of Form 1099-B', {
  description: z.prefault(text('Box 1a'), 'shares'),
  shares: empty(someShares('Shares, of box 1a')),
  acquired: empty(date('Box 1b')),
  sold: date('Box 1c'),
  proceeds: amount('Box 1d'),
  basis: empty(amount('Box 1e')),
  washSaleLoss: empty(amount('Box 1g')),
  basisReported: flag('Box 12: whether the basis was reported to the IRS'),
})

const filed = object('Forms of a year as filed', {
  year,
  form6251: z.optional(lines),
  form8801: z.optional(lines),
})

const papersFile = object('Papers', {
  papers: z.literal(1),
  forms3921: z.prefault(list('Forms 3921', form3921), []),
  formsW2: z.prefault(list('Forms W-2', formW2), []),
  sales: z.prefault(list('Lines of Form 1099-B', sale), []),
  filed: z.prefault(list('Forms as filed', filed), []),
})

/** Whether a value is meant as a file of papers: it says `papers`. */
export const isPapersFile = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, 'papers')

/**
 * The papers of a typed file, read from YAML or JSON.
 * @throws InputError with every problem.
 */
export function parsePapers(value: unknown): Papers {
  const problems = new Problems()
  const copy = plainCopy(value, problems)
  if (problems.found.length > 0) throw new InputError(problems.found)
  const { data, error } = z.safeParse(papersFile, copy)
  if (!data) throw new InputError(error.issues.flatMap(problemsOf))
  return data as Papers
}

function problemsOf(issue: z.core.$ZodIssue): Problem[] {
  const path = issue.path
    .map((part) => (typeof part === 'number' ? `[${part}]` : String(part)))
    .join('.')
    .replace(/\.\[/g, '[')
  const problem = (at: string, code: ProblemCode, message: string): Problem => ({ path: at, code, message })
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) =>
      problem(
        path === '' ? key : `${path}.${key}`,
        'unknownKey',
        'is no box of this paper: docs/answers.md names them.',
      ),
    )
  return [problem(path, 'notOneOf', 'is missing or does not fit: docs/answers.md says what belongs there.')]
}
