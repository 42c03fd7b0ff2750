/**
 * Section 421 over the life of shares: what exercises, sales, gifts and forfeitures bring into each year under both
 * systems. Small lots, one after another, each with its own days; sections 83, 56(b)(3), 422 and 1222 say what becomes of
 * it. Numbers of shares are those of before any split, dollars a share too.
 *
 * Left out: wash sales, gifts to charity and to a spouse, stock swaps, section 16(b), accelerations, small business stock.
 */

import { disposition, type FirstExercisable, periodsAreOver, withinAnnualLimit } from './section422.ts'
import { dayOf, heldMoreThan, yearOf } from './section1222.ts'

export interface OptionGrant {
  id: string
  incentive: boolean
  granted: string
  /** A share, as of the grant: the limit counts those. */
  valueAtGrant: number
  /** Shares of before any split for one of the grant. */
  perShare: number
  strike: number
  /** Whole shares as of the grant, in the order in which they vest, as if the holder stayed */
  schedule: { on: string; shares: number }[]
  exercisableEarly: boolean
  /** Employment ended; the last day on which an exercise is still one of an ISO */
  left: string | null
  lastIncentiveDay: string
}

export type Happening =
  | {
      kind: 'exercise'
      on: string
      lot: string
      grant: string
      shares: number
      value: number
      elected: boolean
      /** Shares sold on the day, and at what price */
      sold: number
      price: number
      fees: number
    }
  | {
      kind: 'dispose'
      on: string
      lot: string | null
      shares: number
      /** null: given */
      price: number | null
      fees: number
      lossRecognized: boolean
    }
  | { kind: 'forfeit'; on: string; lot: string; shares: number }

export interface YearOfShares {
  spread: number
  wages: number
  compensation: number
  amtCompensation: number
  short: number
  long: number
  amtShort: number
  amtLong: number
  paid: number
  proceeds: number
}

const nothing = (): YearOfShares => ({
  ...{ spread: 0, wages: 0, compensation: 0, amtCompensation: 0, short: 0, long: 0, amtShort: 0, amtLong: 0 },
  ...{ paid: 0, proceeds: 0 },
})

/** Options that vest together, and are or are not incentive stock options. */
interface Options {
  vestsOn: string
  incentive: boolean
  left: number
}

/** Shares that share everything. */
interface SmallLot {
  lot: string
  incentive: boolean
  left: number
  granted: string
  exercised: string
  /** The first day without a risk of forfeiture; null: it never comes */
  freeOn: string | null
  includedOn: string | null
  strike: number
  /** On that day; and on the day AMT, or wages, take them in */
  value: number
  valueIncluded: number
}

const aNever = '9999-12-31'

/** The years in which something happens. `valueOn` is of a share of before any split. */
export function sharesByStatute(
  grants: readonly OptionGrant[],
  happenings: readonly Happening[],
  valueOn: (day: string) => number,
): Map<number, YearOfShares> {
  const years = new Map<number, YearOfShares>()
  const options = optionsOf(grants)
  const held: SmallLot[] = []
  for (const each of happenings)
    if (each.kind === 'exercise') exercise(each)
    else if (each.kind === 'dispose') dispose(each)
    else forfeit(each)
  return years

  function inYear(of: number): YearOfShares {
    const year = years.get(of) ?? nothing()
    years.set(of, year)
    return year
  }

  function exercise(x: Extract<Happening, { kind: 'exercise' }>): void {
    const grant = grants.find((each) => each.id === x.grant) as OptionGrant
    const all = options.get(grant.id) as Options[]
    // Reg. 1.422-4(c): first those of the incentive stock option; first what is vested
    const order = [...all].sort(
      (one, other) =>
        Number(one.vestsOn > x.on) - Number(other.vestsOn > x.on) || Number(other.incentive) - Number(one.incentive),
    )
    let wanted = x.shares
    for (const each of order) {
      const taken = Math.min(each.left, wanted)
      if (taken < 1e-9) continue
      each.left -= taken
      wanted -= taken
      const lot = smallLot(x, grant, each, taken)
      held.push(lot)
      include(lot, lot.left)
    }
    inYear(yearOf(x.on)).paid += x.shares * grant.strike
    if (x.sold > 0) {
      const terms = { on: x.on, price: x.price, fees: x.fees, lossRecognized: true }
      dispose({ kind: 'dispose', lot: x.lot, shares: x.sold, ...terms })
    }
  }

  function smallLot(
    x: Extract<Happening, { kind: 'exercise' }>,
    grant: OptionGrant,
    { vestsOn, incentive }: Options,
    left: number,
  ): SmallLot {
    const freeOn = vestsOn === aNever ? null : vestsOn > x.on ? vestsOn : x.on
    const value = freeOn === null ? Number.NaN : freeOn === x.on ? x.value : valueOn(freeOn)
    return {
      ...{ lot: x.lot, left, granted: grant.granted, exercised: x.on, freeOn, strike: grant.strike, value },
      // 422(a)(2): an option exercised too long after the employment is not one
      incentive: incentive && grant.incentive && x.on <= grant.lastIncentiveDay,
      includedOn: x.elected ? x.on : freeOn,
      valueIncluded: x.elected ? x.value : value,
    }
  }

  /** 83(a), (b), and 56(b)(3) by it: so many shares are taken into their year, or out of it again. */
  function include(lot: SmallLot, shares: number): void {
    if (lot.includedOn === null) return
    const amount = shares * Math.max(0, lot.valueIncluded - lot.strike)
    const year = inYear(yearOf(lot.includedOn))
    if (lot.incentive) year.spread += amount
    else year.wages += amount
  }

  function dispose(x: Extract<Happening, { kind: 'dispose' }>): void {
    // Lots stand in the order of exercise
    const from = held.filter((each) => (x.lot === null || each.lot === x.lot) && each.freeOn !== null)
    let wanted = x.shares
    for (const each of from.filter(({ freeOn }) => (freeOn as string) <= x.on)) {
      const taken = Math.min(each.left, wanted)
      if (taken < 1e-9) continue
      each.left -= taken
      wanted -= taken
      part(x, each, taken)
    }
  }

  function part(x: Extract<Happening, { kind: 'dispose' }>, lot: SmallLot, shares: number): void {
    const year = inYear(yearOf(x.on))
    const proceeds = x.price === null ? 0 : shares * (x.price - x.fees / x.shares)
    const early = lot.incentive && !periodsAreOver(lot.granted, lot.exercised, x.on)
    const sameYear = yearOf(lot.includedOn as string) === yearOf(x.on)
    const paid = lot.incentive ? lot.strike : Math.max(lot.strike, lot.valueIncluded)
    const got = disposition({
      ...{ value: shares * lot.value, amtValue: shares * lot.valueIncluded, paid: shares * paid, proceeds, early },
      lossRecognized: x.lossRecognized && x.price !== null,
      // 56(b)(3): the special rule for a sale too early counts for AMT only in the year of the inclusion
      amtIncomeInEarlierYear: !(early && sameYear),
    })
    year.compensation += got.compensation
    if (early && sameYear) {
      year.amtCompensation += got.compensation
      include(lot, -shares)
    }
    if (x.price === null) return
    year.proceeds += proceeds
    // 83(f): what is included later is held from then on; an ISO share is held from its transfer for the regular tax
    const acquired = lot.incentive ? lot.exercised : (lot.includedOn as string)
    const amtAcquired = early && sameYear ? acquired : (lot.includedOn as string)
    year[heldMoreThan(1, acquired, x.on) ? 'long' : 'short'] += got.regularGain
    year[heldMoreThan(1, amtAcquired, x.on) ? 'amtLong' : 'amtShort'] += lot.incentive ? got.amtGain : got.regularGain
  }

  /** For what was paid; an inclusion that was made stands: 83(b)(1). The last to vest go first. */
  function forfeit(x: Extract<Happening, { kind: 'forfeit' }>): void {
    let wanted = x.shares
    for (const each of held.filter((lot) => lot.lot === x.lot && (lot.freeOn ?? aNever) > x.on).reverse()) {
      const taken = Math.min(each.left, wanted)
      each.left -= taken
      wanted -= taken
      inYear(yearOf(x.on)).proceeds += taken * each.strike
      if (each.includedOn !== null && dayOf(each.includedOn) > dayOf(x.on)) include(each, -taken)
    }
  }
}

/** Every grant's options, those of each day of vesting split by 422(d). */
function optionsOf(grants: readonly OptionGrant[]): Map<string, Options[]> {
  const counted = grants
    .filter((grant) => grant.incentive)
    .flatMap((grant) => firstExercisable(grant).map((each) => ({ ...each, grant })))
  const within = withinAnnualLimit(counted)
  return new Map(
    grants.map((grant) => {
      const room = new Map(counted.flatMap((each, i) => (each.grant === grant ? [[each.year, within[i] ?? 0]] : [])))
      return [grant.id, optionsIn(grant, room)]
    }),
  )
}

/** Reg. 1.422-4(b)(4): as if the holder stayed, but not in years after he left. */
function firstExercisable(grant: OptionGrant): FirstExercisable[] {
  const { granted, valueAtGrant, schedule, exercisableEarly, left } = grant
  const byYear = new Map<number, number>()
  for (const { on, shares } of schedule) {
    const year = yearOf(exercisableEarly ? granted : on)
    if (exercisableEarly || left === null || on <= left || year === yearOf(left))
      byYear.set(year, (byYear.get(year) ?? 0) + shares)
  }
  return [...byYear].map(([year, shares]) => ({ granted, valueAtGrant, year, shares }))
}

function optionsIn(grant: OptionGrant, room: Map<number, number>): Options[] {
  const { granted, schedule, exercisableEarly, left, perShare } = grant
  return schedule.flatMap(({ on, shares }) => {
    const year = yearOf(exercisableEarly ? granted : on)
    const incentive = Math.min(shares, room.get(year) ?? 0)
    room.set(year, (room.get(year) ?? 0) - incentive)
    const vests = left === null || on <= left
    if (!vests && !exercisableEarly) return []
    const vestsOn = vests ? on : aNever
    return [
      { vestsOn, incentive: true, left: incentive * perShare },
      { vestsOn, incentive: false, left: (shares - incentive) * perShare },
    ]
  })
}
