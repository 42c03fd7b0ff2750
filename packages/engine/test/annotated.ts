/**
 * A form under observation: stand-ins for what it reads and for its sheet that write down every name read and every line
 * assigned. For tests only: a function that has once seen such stand-ins stays ten times slower in its process.
 */
import { blank, type Sheet, type Words } from '../src/form.ts'

/** One assignment, with the names read since the one before it: `line4`, `form1040.line16`, `law.amtExemption`. */
export interface Assignment {
  readonly line: string
  readonly reads: ReadonlySet<string>
  readonly amount: number
}

interface Record {
  /** Stands for an amount's owner: what it holds is read as `name.key`, and what its objects hold as `key.name`. */
  readonly of: <T extends object>(name: string, whole: T) => T
  /** Stands for the sheet: reading a line is a read, assigning one ends a statement. */
  readonly sheet: <W extends Words>(sheet: Sheet<W>) => Sheet<W>
  readonly assignments: readonly Assignment[]
}

function record(): Record {
  const assignments: Assignment[] = []
  let reads = new Set<string>()

  const of = <T extends object>(name: string, whole: T): T =>
    new Proxy(whole, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key)
        const full = name === '' ? String(key) : `${name}.${String(key)}`
        // The parts of `from` are objects, named by where they come from; the rate schedule of the law is read as one
        if (typeof value === 'object' && value !== null && name !== 'law') return of(String(key), value)
        reads.add(full)
        return value
      },
    })

  const sheet = <W extends Words>(target: Sheet<W>): Sheet<W> =>
    new Proxy(target, {
      get(lines, line) {
        reads.add(String(line))
        return Reflect.get(lines, line)
      },
      set(lines, line, amount: number) {
        assignments.push({ line: String(line), reads, amount })
        reads = new Set()
        return Reflect.set(lines, line, amount)
      },
    })

  return { of, sheet, assignments }
}

/** One step of figuring a form: what it reads from, the law, the sheet it fills in. */
export type Step<From extends object, Law extends object, W extends Words> = (
  from: From,
  law: Law,
  f: Sheet<W>,
) => unknown

/** What the steps of a form do on one return, in order, and the sheet they leave. */
export function watch<From extends object, Law extends object, W extends Words>(
  words: W,
  steps: readonly Step<From, Law, W>[],
  from: From,
  law: Law,
): { readonly assignments: readonly Assignment[]; readonly sheet: Sheet<W> } {
  const { of, sheet, assignments } = record()
  const filled = blank(words)
  for (const step of steps) step(of('', from), of('law', law), sheet(filled))
  return { assignments, sheet: filled }
}
