/** Small cases with few, fat shares, and every plan of them: the outside judge of the search and of its bound. */
import type { Problem, Shares } from '../../src/schedule/problem.ts'
import type { Score } from '../../src/schedule/score.ts'
import type { Instance } from '../../src/schedule/simplified.ts'
import { type Seeded, seeded } from './seeded.ts'

/** A case of two to four years whose shares are worth 2,000 to 50,000 over their strike, so that every kink is reached. */
export function smallInstance(seed: number): Instance {
  const draw = seeded(seed)
  const T = draw.pick([2, 2, 3, 3, 3, 4])
  const status = draw.pick(['single', 'mfj'] as const)
  const spread = draw.between(2_000, 50_000)
  const first = spread * draw.between(1.05, 1.6)
  const price = [first]
  for (let t = 1; t < T; t++) price.push((price[t - 1] as number) * draw.between(0.7, 1.5))
  const usual = draw.pick([draw.between(5_000, 40_000), draw.between(60_000, 250_000), draw.between(250_000, 900_000)])
  const wages = Array.from({ length: T + 1 }, () =>
    Math.round(draw.chance(0.2) ? draw.between(0, 30_000) : usual * draw.between(0.8, 1.2)),
  )
  const cents = (amount: number) => Math.round(amount * 100) / 100
  const grants = Array.from({ length: draw.chance(0.35) ? 2 : 1 }, () => grantOf(draw, T, first, spread))
  const lots = draw.chance(0.45) ? [lotOf(draw, first, spread)] : []
  const cash = draw.chance(0.35)
  return {
    ...{ id: `small ${seed}`, T, tail: draw.whole(2, 6), status, wages, price: price.map(cents), grants, lots },
    ...{ r: draw.pick([0, 0.03, 0.05, 0.08]), indexing: 0.025 },
    credit0: draw.chance(0.4) ? draw.whole(1_000, 150_000) : 0,
    regLoss0: draw.chance(0.25) ? draw.whole(1_000, 60_000) : 0,
    amtLoss0: draw.chance(0.35) ? draw.whole(1_000, 150_000) : 0,
    ...(cash ? { cash0: draw.whole(0, 200_000), savings: Array.from({ length: T }, () => draw.whole(0, 40_000)) } : {}),
  }
}

function grantOf(draw: Seeded, T: number, first: number, spread: number): Instance['grants'][number] {
  const shares = draw.whole(3, T === 4 ? 6 : 12)
  return {
    ...{ K: Math.round(Math.max(1, first - spread * draw.between(0.7, 1.1))), shares, qual: draw.whole(0, T) },
    ...(draw.chance(0.4) ? { expiry: draw.whole(0, T - 1) } : {}),
    ...(draw.chance(0.3)
      ? { vest: Array.from({ length: T }, (_, t) => Math.floor((shares * Math.min(T, t + 1)) / T)) }
      : {}),
  }
}

function lotOf(draw: Seeded, first: number, spread: number): Instance['lots'][number] {
  const K = Math.round(first - spread)
  return {
    ...{ shares: draw.whole(1, 8), K, qual: draw.whole(0, 2) },
    amtBasis: Math.round(K + spread * draw.between(0.3, 1.6)),
  }
}

/** How many plans a problem has, counted up to `most`. */
export function plansOf(of: Problem, most: number): number {
  let count = 0
  everyPlan(
    of,
    () => {},
    () => ++count < most,
  )
  return count
}

/** The best of all plans that cash allows; null where it allows none. */
export function bestOfAll(of: Problem, score: Score): { readonly value: number; readonly shares: Shares } | null {
  let best: { value: number; shares: Shares } | null = null
  score.set(new Float64Array(of.columns.length))
  everyPlan(of, score.add, () => {
    const value = score.value()
    if (score.shortBy() === 0 && value > (best?.value ?? Number.NEGATIVE_INFINITY))
      best = { value, shares: Float64Array.from(score.shares) }
    return true
  })
  return best
}

/**
 * Goes through every plan: whole shares, no more exercised by any year than has vested, lots sold out. Columns of early years change
 * least often, so that most plans are figured from a late year on. Stops when `see` says so.
 */
function everyPlan(of: Problem, add: (column: number, shares: number) => void, see: () => boolean): void {
  const { columns, sources } = of
  const firstYear = (at: number): number => Math.min(...(columns[at]?.touches ?? []).map(({ year }) => year))
  const order = columns.map((_, at) => at).sort((one, other) => firstYear(one) - firstYear(other))
  const lastOf = sources.map((_, s) => order.findLast((at) => columns[at]?.source === s))
  const left = sources.map(({ shares }) => shares)
  // Shares of each grant exercised by each of its days
  const exercised = sources.map(({ vested }) => new Float64Array(vested.length))
  const go = (k: number): boolean => {
    const at = order[k]
    if (at === undefined) return see()
    const column = columns[at] as Problem['columns'][number]
    const source = sources[column.source] as Problem['sources'][number]
    const by = exercised[column.source] as Float64Array
    let most = left[column.source] as number
    if (source.kind === 'grant')
      for (let y = column.exercised; y < source.vested.length; y++)
        most = Math.min(most, Math.min(source.shares, source.vested[y] as number) - (by[y] as number))
    // What is left of a lot goes where it can last
    const least = source.kind === 'lot' && lastOf[column.source] === at ? most : 0
    const take = (shares: number): void => {
      add(at, shares)
      left[column.source] = (left[column.source] as number) - shares
      for (let y = Math.max(0, column.exercised); y < by.length; y++) by[y] = (by[y] as number) + shares
    }
    let goesOn = true
    if (least > 0) take(least)
    for (let shares = least; goesOn && shares <= most; shares++) {
      if (shares > least) take(1)
      goesOn = go(k + 1)
    }
    if (most > 0) take(-most)
    return goesOn
  }
  go(0)
}
