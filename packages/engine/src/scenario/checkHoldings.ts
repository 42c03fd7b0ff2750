/**
 * Walks through lots and plan in the order of their days and notes what cannot be done: shares exercised beyond those
 * granted and vested, and sold, given, surrendered or forfeited beyond those held. A number that was at fault counts as
 * not known (NaN), and nothing is said of what it enters.
 */
import { exerciseInPlan } from './checkExercises.ts'
import { disposeInPlan } from './checkTakings.ts'
import { tolerance } from './grantLedger.ts'
import type { Problems } from './problems.ts'
import type { Draft, ScenarioFile } from './schema.ts'
import { counted } from './shown.ts'
import { mayExercise, type Walk, walkThrough } from './walk.ts'

type DraftLot = NonNullable<Draft<ScenarioFile>['lots']>[number]

/** Notes more shares exercised or disposed of than there are, and grants and lots that are not there. */
export function checkHoldings(file: Draft<ScenarioFile>, problems: Problems): void {
  const walk = walkThrough(file, problems)
  // Where the lots could not be read, there may be any
  const { lots = problems.has('lots') ? [{}] : [], plan = [] } = file
  const steps = [
    ...lots.map((lot, i) => ({ on: lot.exercised, take: () => addLot(walk, lot, `lots[${i}]`) })),
    ...plan.map((entry, i) => ({
      on: entry.on,
      take: () =>
        (mayExercise(entry, `plan[${i}]`, problems) ? exerciseInPlan : disposeInPlan)(walk, entry, `plan[${i}]`),
    })),
  ]
  // Sorting is stable: lots come before the plan, and entries of one day stay in file order. Without a day: first
  const ordered = steps.sort((one, other) => ((one.on ?? '') < (other.on ?? '') ? -1 : one.on === other.on ? 0 : 1))
  for (const step of ordered) step.take()
}

/** A lot that exists: it counts as exercised, and is held from then on. */
function addLot({ holdings, grants, problems }: Walk, lot: DraftLot, path: string): void {
  const { id: name = '', exercised = '', shares = Number.NaN, vestedOn, grant: id } = lot
  const unknown = problems.touch(`${path}.vestedOn`)
  const vestedBy = vestedOn ? (on: string) => (on >= vestedOn ? shares : 0) : unknown ? () => Number.NaN : null
  holdings.add({ name, exercised, shares, sold: 0, vestedBy })
  const grant = id === undefined ? undefined : grants.find(id)
  if (!grant) return
  grant.exercise(exercised, shares)
  const { shares: granted = Number.NaN } = grant.written
  if (!(grant.exercised > granted + tolerance)) return
  const message = `brings what is exercised of ${id} to ${counted(grant.exercised)} shares, and ${counted(granted)} were granted. Correct one of them.`
  problems.add(`${path}.shares`, 'tooManyShares', message)
}
