/** The worked examples of `vectors/`, by what kind of case they are, with their public source. */
import { readVectors } from './statute/vectors.ts'

export interface WorkedExample<Gives> {
  readonly id: string
  readonly form: string
  readonly about: string
  readonly source: string
  readonly gives: Gives
  readonly expected: Readonly<Record<string, unknown>>
}

const { cases }: { cases: WorkedExample<unknown>[] } = JSON.parse(readVectors('worked-examples.json'))

/** The examples of a kind; `Gives` is what `vectors/README.md` says of it. Throws when there are none. */
export function workedExamples<Gives>(form: string): WorkedExample<Gives>[] {
  const found = cases.filter((each) => each.form === form) as WorkedExample<Gives>[]
  if (found.length === 0) throw new Error(`no worked example of ${form}`)
  return found
}

/** How a test of an example is called. */
export const named = <Example extends { id: string; source: string }>(example: Example): [string, Example] => [
  `${example.id} (${example.source})`,
  example,
]
