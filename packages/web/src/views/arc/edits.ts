/** Edits of a plan by hand: move to another year, make larger or smaller, take out, put in. What depends on an exercise follows it. */
import type { PlanAnswer, ScenarioFile } from '@isoline/engine'
import type { PlanLine } from '../../document/plan.ts'
import { yearOf } from '../../words/days.ts'
import { lotOf, salesOf } from './acts.ts'
import { priceOn } from './pricePath.ts'

type Edit = (file: ScenarioFile) => ScenarioFile

const withPlan = (file: ScenarioFile, plan: readonly PlanLine[]): ScenarioFile => ({ ...file, plan: [...plan] })

/** The same day of another year, not before the day asked about. */
export function dayIn(year: number, on: string, asOf: string): string {
  const same = `${year}${on.slice(4)}`
  const day = same.endsWith('-02-29') ? `${year}-02-28` : same
  return day < asOf && yearOf(asOf) === year ? asOf : day
}

/** Lines moved to a year. A price that is the path's stays on the path; one that was stated stays as it was. */
export const moved =
  (lines: readonly number[], year: number, asOf: string): Edit =>
  (file) =>
    withPlan(
      file,
      (file.plan ?? []).map((line, i) => {
        if (!lines.includes(i) || yearOf(line.on) === year) return line
        const on = dayIn(year, line.on, asOf)
        const onPath = line.price !== undefined && line.price === priceOn(file.company, asOf, line.on)
        const price = onPath ? priceOn(file.company, asOf, on) : null
        // The lot keeps the name its sales know it by
        const named = line.exercise !== undefined && line.as === undefined && { as: lotOf(line) }
        return { ...line, on, ...named, ...(price !== null && { price }) }
      }),
    )

/** Lines taken out, with the sales of what they would have bought. */
export const removed =
  (lines: readonly number[]): Edit =>
  (file) => {
    const plan = file.plan ?? []
    const gone = new Set(lines)
    for (const i of lines) {
      const line = plan[i]
      if (line?.exercise !== undefined) for (const sale of salesOf(plan, lotOf(line))) gone.add(sale)
    }
    return withPlan(
      file,
      plan.filter((_, i) => !gone.has(i)),
    )
  }

/**
 * An action made larger or smaller, by its last line first; at least one share stays. Sales follow the lot they sell whole. Lines that are
 * left with nothing keep their places, so that a hand does not lose what it holds: see `settled`.
 */
export const resized =
  (lines: readonly number[], by: number): Edit =>
  (file) => {
    let plan: readonly PlanLine[] = file.plan ?? []
    const counted = lines.filter((i) => countOf(plan[i]) !== null)
    const exercises = counted.filter((i) => plan[i]?.exercise !== undefined)
    const own = exercises.length > 0 ? exercises : counted
    let rest = by
    for (const [turn, i] of [...own].reverse().entries()) {
      const count = countOf(plan[i]) as number
      const next = Math.max(turn === own.length - 1 ? 1 : 0, count + rest)
      rest -= next - count
      plan = withCount(plan, i, next)
      if (rest === 0) break
    }
    return withPlan(file, plan)
  }

/** The file without lines that a resize has left with nothing. */
export const settled: Edit = (file) => {
  const plan = (file.plan ?? []).filter((line) => countOf(line) !== 0)
  return plan.length === (file.plan ?? []).length ? file : withPlan(file, plan)
}

const countOf = (line: PlanLine | undefined): number | null =>
  line?.exercise ?? line?.sell ?? line?.give?.shares ?? null

/** One line with another count; what is sold of an exercise shrinks with it, and grows where all of it was sold. */
function withCount(plan: readonly PlanLine[], at: number, count: number): PlanLine[] {
  const line = plan[at] as PlanLine
  if (line.give !== undefined) return plan.with(at, { ...line, give: { ...line.give, shares: count } })
  if (line.sell !== undefined) return plan.with(at, { ...line, sell: count })
  const next = plan.with(at, { ...line, exercise: count })
  const sales = salesOf(plan, lotOf(line))
  const sold = sales.reduce((sum, i) => sum + (plan[i]?.sell ?? 0), 0)
  let over = sold === line.exercise ? sold - count : Math.max(0, sold - count)
  for (const i of [...sales].reverse()) {
    const sale = next[i] as PlanLine
    const left = Math.max(0, (sale.sell ?? 0) - over)
    over -= (sale.sell ?? 0) - left
    next[i] = { ...sale, sell: left }
  }
  return next
}

/** A line put in, after those of its day. */
export const added =
  (line: PlanLine): Edit =>
  (file) => {
    const plan = file.plan ?? []
    const at = plan.findIndex(({ on }) => on > line.on)
    return withPlan(file, at < 0 ? [...plan, line] : [...plan.slice(0, at), line, ...plan.slice(at)])
  }

/** The file with the best plan in place of what it planned from the day asked on. */
export const adopted =
  ({ best, from }: PlanAnswer): Edit =>
  (file) =>
    withPlan(file, [...(file.plan ?? []).filter(({ on }) => on < from), ...best.plan])

/** Whether the file already plans what the best plan does. */
export function followsBest(file: ScenarioFile, { best, from }: PlanAnswer): boolean {
  const own = (file.plan ?? []).filter(({ on }) => on >= from)
  const key = ({ on, exercise, grant, sell, lot, as }: PlanLine) => JSON.stringify([on, exercise, grant, sell, lot, as])
  const wanted = new Set(best.plan.map((line) => key(line)))
  return own.length === best.plan.length && own.every((line) => wanted.has(key(line)))
}
