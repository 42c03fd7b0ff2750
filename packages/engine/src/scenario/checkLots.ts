/** What must hold among the facts of each lot, and between a lot and its grant. */
import type { DraftGrant } from './checkGrant.ts'
import { idsOf, mayGuess } from './names.ts'
import type { Problems } from './problems.ts'
import type { Draft, ScenarioFile } from './schema.ts'
import { nearestAmong } from './shown.ts'

type DraftLot = NonNullable<Draft<ScenarioFile>['lots']>[number]

/** Notes lots of no grant, lots outside the term of theirs, and what contradicts itself. `unsure`: not all grants have names. */
export function checkLots(
  lots: readonly DraftLot[],
  grants: readonly DraftGrant[],
  unsure: boolean,
  problems: Problems,
): void {
  const places = new Map<string | undefined, number>()
  for (const [i, { id }] of grants.entries()) if (!places.has(id)) places.set(id, i)
  const names = idsOf(grants)
  for (const [i, lot] of lots.entries()) {
    const path = `lots[${i}]`
    checkDays(lot, path, problems)
    if (lot.grant === undefined) continue
    const place = places.get(lot.grant)
    if (place !== undefined) checkAgainst(grants[place] ?? {}, `grants[${place}]`, lot, path, problems)
    else if (!unsure) {
      const message = `is ${lot.grant}, and there is no such grant.${nearestAmong(lot.grant, names, mayGuess(problems))}`
      problems.add(`${path}.grant`, 'unknownReference', message)
    }
  }
}

function checkDays({ exercised, section16bUntil }: DraftLot, path: string, problems: Problems): void {
  if (exercised === undefined || typeof section16bUntil !== 'string' || section16bUntil >= exercised) return
  const message = `is ${section16bUntil}, before the exercise of ${exercised}. Correct one of them, or remove it.`
  problems.add(`${path}.section16bUntil`, 'conflict', message)
}

/** What does not fit the grant of a lot; nothing is said of days where the end of the grant is at fault. */
function checkAgainst(grant: DraftGrant, grantPath: string, lot: DraftLot, path: string, problems: Problems): void {
  checkNsoShares(grant, lot, path, problems)
  const { id, on, expires, exercisableUntil } = grant
  const { exercised } = lot
  if (exercised === undefined || problems.has(`${grantPath}.expires`)) return
  const add = (message: string) =>
    problems.add(`${path}.exercised`, 'conflict', `is ${exercised}, ${message}. Correct one of them.`)
  if (on !== undefined && exercised < on) add(`before ${id} was granted on ${on}`)
  if (expires !== undefined && exercised > expires) add(`after ${id} expired on ${expires}`)
  else if (
    typeof exercisableUntil === 'string' &&
    exercised > exercisableUntil &&
    !problems.has(`${grantPath}.exercisableUntil`)
  )
    add(`after ${id} could last be exercised, on ${exercisableUntil}`)
}

function checkNsoShares(
  { id, kind }: DraftGrant,
  { nsoShares, shares }: DraftLot,
  path: string,
  problems: Problems,
): void {
  if (nsoShares === undefined) return
  const add = (message: string) => problems.add(`${path}.nsoShares`, 'conflict', message)
  if (kind === 'nso') add(`is given, and ${id} is a nonstatutory option: all shares of the lot are. Remove it.`)
  else if (shares !== undefined && nsoShares > shares)
    add(`is ${nsoShares}, of a lot of ${shares} shares. Correct one of them.`)
}
