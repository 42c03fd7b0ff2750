/** Exercises of the plan: whether the options can be exercised on the day, and what pays for them. */
import type { PlainDate } from '../date.ts'
import { sharesToCover } from '../equity/exercise.ts'
import { takeShares } from './checkTakings.ts'
import { type LedgerGrant, tolerance } from './grantLedger.ts'
import { mayGuess } from './names.ts'
import { type DraftEntry, lotName } from './planEntry.ts'
import { counted, nearestAmong } from './shown.ts'
import type { Walk } from './walk.ts'

/** Notes what cannot be done of an exercise, and adds the lot it makes. */
export function exerciseInPlan(walk: Walk, entry: DraftEntry, path: string): void {
  const { on = '', exercise: shares = Number.NaN } = entry
  const grant = grantOf(walk, entry, path)
  const possible = on !== '' && grant && isPossible(walk, grant, on, shares, path)
  // What is vested of options that cannot be exercised nobody knows
  const vestedBy = possible ? grant.vestedBy(on, shares) : () => Number.NaN
  const vested = vestedBy === null ? shares : vestedBy(on)
  if (grant && on !== '') {
    grant.exercise(on, shares)
    surrender(walk, entry, on, grant.strikeOn(on) * shares, path)
  }
  const sold = soldAtOnce(walk, entry, grant, vested, path)
  walk.holdings.add({ name: lotName(entry) ?? '', exercised: on, shares, sold, vestedBy })
}

function grantOf({ grants, problems }: Walk, { grant: id }: DraftEntry, path: string): LedgerGrant | undefined {
  const grant = id === undefined ? undefined : grants.find(id)
  if (id !== undefined && !grant && !grants.unsure) {
    const message = `is ${id}, and there is no such grant.${nearestAmong(id, grants.names, mayGuess(problems))}`
    problems.add(`${path}.grant`, 'unknownReference', message)
  }
  return grant
}

/** Whether so many options of a grant can be exercised on a day; what is against it is noted. */
function isPossible({ problems }: Walk, grant: LedgerGrant, on: PlainDate, shares: number, path: string): boolean {
  const outside = grant.outsideTerm(on)
  if (outside) {
    problems.add(`${path}.on`, 'conflict', outside)
    return false
  }
  const free = grant.free(on)
  if (!(shares > free)) return true
  const message = `is ${counted(shares)}, and on ${on} only ${counted(free)} shares of ${grant.written.id} can be exercised. Exercise fewer, or later.`
  problems.add(`${path}.exercise`, 'tooManyShares', message)
  return false
}

/** Takes the shares of another lot that pay the strike. */
function surrender(walk: Walk, { payWith }: DraftEntry, on: PlainDate, strike: number, path: string): void {
  if (payWith === undefined || walk.problems.has(`${path}.payWith`)) return
  const value = walk.valueOn(on)
  if (value <= 0) {
    const message = `pays with shares that are worth nothing on ${on}. Pay in cash, or state their value.`
    walk.problems.add(`${path}.payWith`, 'conflict', message)
    return
  }
  // Whole shares; what is left of the strike is paid in cash, as in equity/stockSwap.ts
  const shares = Math.floor(strike / value + 1e-9)
  takeShares(walk, { on, lot: payWith, shares, part: 'vested', lotPath: `${path}.payWith`, path: `${path}.payWith` })
}

/** The shares of an exercise that are sold on its day: none, all, or enough to pay for it. Only vested ones can be. */
function soldAtOnce(
  walk: Walk,
  entry: DraftEntry,
  grant: LedgerGrant | undefined,
  vested: number,
  path: string,
): number {
  const { on = '', exercise: shares = Number.NaN, sellToCover, sameDaySale } = entry
  if (!sellToCover && !sameDaySale) return 0
  const way = sellToCover ? 'sellToCover' : 'sameDaySale'
  const sold = sameDaySale ? shares : soldToCover(walk, entry, (grant?.strikeOn(on) ?? Number.NaN) * shares, path)
  if (sold > vested + tolerance && !(sold > shares)) {
    const message = `sells ${counted(sold)} shares on ${on}, when only ${counted(vested)} of them are vested. Keep them, or exercise later.`
    walk.problems.add(`${path}.${way}`, 'tooManyShares', message)
  }
  return Math.min(sold, shares)
}

/** Shares sold to pay the strike and the fees; NaN where that is not known, or cannot be. */
function soldToCover(walk: Walk, entry: DraftEntry, strike: number, path: string): number {
  const { on = '', exercise: shares = Number.NaN, fees = 0 } = entry
  const unknown = on === '' || walk.problems.touch(`${path}.fees`) || walk.problems.touch(`${path}.price`)
  const price = unknown ? Number.NaN : (entry.price ?? walk.valueOn(on))
  if (price <= 0) {
    const key = entry.price === undefined ? 'sellToCover' : 'price'
    const message = `sells shares for nothing on ${on}, which pays for no exercise. Keep them, or give a price above zero.`
    walk.problems.add(`${path}.${key}`, 'conflict', message)
    return Number.NaN
  }
  const sold = sharesToCover(strike, fees, price)
  if (sold > shares) {
    const message = `would have to sell ${counted(sold)} shares at ${counted(price)} to pay ${counted(strike + fees)}, and ${shares} are exercised. Keep them, or give a higher price.`
    walk.problems.add(`${path}.sellToCover`, 'tooManyShares', message)
  }
  return sold
}
