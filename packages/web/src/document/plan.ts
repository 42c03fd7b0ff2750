/** Edits of the plan in a scenario file: what is exercised in a year. */
import type { ScenarioFile } from '@isoline/engine'
import { yearOf } from '../words/days.ts'

export type PlanLine = NonNullable<ScenarioFile['plan']>[number]

/** The exercises of a grant in a year whose shares are all kept. */
export const heldIn = (file: ScenarioFile, grant: string, year: number): PlanLine[] =>
  (file.plan ?? []).filter(
    (line) =>
      line.exercise !== undefined &&
      line.grant === grant &&
      yearOf(line.on) === year &&
      !line.sellToCover &&
      !line.sameDaySale,
  )

/** Shares of a grant that are exercised and kept in a year. */
export const sharesHeldIn = (file: ScenarioFile, grant: string, year: number): number =>
  heldIn(file, grant, year).reduce((sum, line) => sum + (line.exercise ?? 0), 0)

/**
 * The file with so many shares of a grant exercised and held in a year: the first exercise that is there takes the difference, and one is
 * added on `on` where there is none. None at 0.
 */
export function withHeld(file: ScenarioFile, grant: string, year: number, shares: number, on: string): ScenarioFile {
  const plan = file.plan ?? []
  const [first, ...others] = heldIn(file, grant, year)
  const own = Math.max(0, shares - others.reduce((sum, line) => sum + (line.exercise ?? 0), 0))
  if (first === undefined)
    return own === 0 ? file : { ...file, plan: [...plan, { on, exercise: own, grant, hold: true }] }
  return own === first.exercise ? file : { ...file, plan: resized(plan, first, own) }
}

/** The lot an exercise makes, as the plan names it. */
export const lotOf = (line: PlanLine): string => line.as ?? `${line.grant}@${line.on}`

/** The plan with another number of shares in one exercise, 0 for none. Sales of its lot keep their part of it, so that they stay possible. */
function resized(plan: readonly PlanLine[], exercise: PlanLine, shares: number): PlanLine[] {
  const before = exercise.exercise ?? 0
  const name = lotOf(exercise)
  return plan.flatMap((line) => {
    if (line === exercise) return shares === 0 ? [] : [{ ...line, exercise: shares }]
    if (line.sell === undefined || line.lot !== name || before === 0) return [line]
    const sell = Math.floor((line.sell * shares) / before + 1e-9)
    return sell === 0 ? [] : [{ ...line, sell }]
  })
}

/** The plan's exercises cut down to what can be paid, by the names of their lots. */
export function withPayable(
  file: ScenarioFile,
  payable: readonly { readonly id: string; readonly shares: number }[],
): ScenarioFile {
  const plan = payable.reduce<PlanLine[]>(
    (sofar, { id, shares }) => {
      const line = sofar.find((each) => each.exercise !== undefined && lotOf(each) === id)
      return line && line.exercise !== shares ? resized(sofar, line, shares) : sofar
    },
    [...(file.plan ?? [])],
  )
  return { ...file, plan }
}
