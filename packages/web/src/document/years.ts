/** Which years a scenario can be asked about, and which grants. */
import type { ScenarioFile } from '@isoline/engine'
import { yearOf } from '../words/days.ts'
import { sharesHeldIn } from './plan.ts'

/** The years whose income the file gives. */
export const yearsOf = (file: ScenarioFile): number[] => Object.keys(file.incomes).map(Number).sort()

/** The year asked about where none is named: the first not before the day, else the last. As the engine has it. */
export function usualYear(file: ScenarioFile, asOf: string): number {
  const years = yearsOf(file)
  return years.find((year) => year >= yearOf(asOf)) ?? years.at(-1) ?? yearOf(asOf)
}

type Grants = NonNullable<ScenarioFile['grants']>

/** Grants whose shares may be exercised as ISOs in a year: with shares that are not all exercised, or planned in it. */
export function grantsOf(file: ScenarioFile, year: number): Grants {
  const gone = (grant: string): number =>
    (file.lots ?? []).reduce((sum, lot) => (lot.grant === grant ? sum + lot.shares : sum), 0) +
    (file.plan ?? []).reduce(
      (sum, line) => (line.grant === grant && yearOf(line.on) < year ? sum + (line.exercise ?? 0) : sum),
      0,
    )
  return (file.grants ?? []).filter(
    ({ id, kind, shares }) => kind === 'iso' && (gone(id) < shares || sharesHeldIn(file, id, year) > 0),
  )
}

/** The grant looked at first: the one the plan exercises in the year, else the first with shares left. */
export function usualGrant(file: ScenarioFile, year: number): string | null {
  const grants = grantsOf(file, year)
  return (grants.find(({ id }) => sharesHeldIn(file, id, year) > 0) ?? grants[0])?.id ?? null
}
