/** What a plan does, gathered into the actions a person would name: all sales of a year are one, exercises one for each grant. */
import type { PlanLine } from '../../document/plan.ts'
import { yearOf } from '../../words/days.ts'

export type ActKind = 'exercise' | 'exerciseSell' | 'sellToCover' | 'sell' | 'give' | 'other'

export interface Act {
  /** Its first line: an action keeps its name while it moves. */
  readonly key: number
  readonly year: number
  readonly kind: ActKind
  /** Lines of the plan it is made of. */
  readonly lines: readonly number[]
  /** Shares exercised, sold or given; null where it has none, as a gift of cash. */
  readonly shares: number | null
  /** The grant exercised; null where it is of several lots. */
  readonly grant: string | null
  /** Whether it lies before the day asked about, so that nothing can be changed. */
  readonly past: boolean
}

/** The lot that an exercise makes, as sales name it. */
export const lotOf = ({ as, grant, on }: PlanLine): string => as ?? `${grant}@${on}`

/** Lines that sell a lot. */
export const salesOf = (plan: readonly PlanLine[], lot: string): number[] =>
  plan.flatMap((line, i) => (line.sell !== undefined && line.lot === lot ? [i] : []))

/** The lines that sell, on the day of an exercise, all that it makes. */
function soldAtOnce(plan: readonly PlanLine[], line: PlanLine): number[] {
  const sales = salesOf(plan, lotOf(line)).filter((i) => plan[i]?.on === line.on)
  const sold = sales.reduce((sum, i) => sum + (plan[i]?.sell ?? 0), 0)
  return sold === line.exercise ? sales : []
}

function kindOf(line: PlanLine, sales: readonly number[]): ActKind {
  if (line.exercise !== undefined) {
    if (line.sameDaySale || sales.length > 0) return 'exerciseSell'
    return line.sellToCover ? 'sellToCover' : 'exercise'
  }
  if (line.sell !== undefined) return 'sell'
  return line.give ? 'give' : 'other'
}

/**
 * The actions of a plan by year.
 * @param lifted lines in a person's hand: they stay an action of their own, whatever year they pass
 */
export function actsOf(plan: readonly PlanLine[], asOf: string, lifted: readonly number[] = []): Act[] {
  const taken = new Set<number>()
  const groups = new Map<string, Act & { lines: number[] }>()
  const add = (line: PlanLine, i: number, sales: readonly number[]): void => {
    const kind = kindOf(line, sales)
    const grant = line.exercise === undefined ? null : (line.grant ?? null)
    const year = yearOf(line.on)
    const past = line.on < asOf
    const name = lifted.includes(i) ? 'lifted' : `${year} ${kind} ${grant} ${past} ${kind === 'other' ? i : ''}`
    const shares = line.exercise ?? line.sell ?? line.give?.shares ?? line.forfeit ?? null
    const group = groups.get(name)
    for (const each of [i, ...sales]) taken.add(each)
    if (!group) groups.set(name, { key: i, year, kind, lines: [i, ...sales], shares, grant, past })
    else
      groups.set(name, {
        ...group,
        lines: [...group.lines, i, ...sales],
        shares: shares === null ? group.shares : (group.shares ?? 0) + shares,
      })
  }
  // Exercises come first, so that what is sold with them is not counted again
  plan.forEach((line, i) => {
    if (line.exercise) add(line, i, soldAtOnce(plan, line))
  })
  plan.forEach((line, i) => {
    if (!taken.has(i) && line.sell !== 0) add(line, i, [])
  })
  return [...groups.values()].sort((one, other) => one.year - other.year || one.key - other.key)
}
