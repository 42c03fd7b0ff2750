/** Regular tax in rows: the ordinary rates, and gains at their own rates on top. */
import type { FederalLaw } from '../law/federal/law.ts'
import { atLeastConvex, exactly, linesAt, type Pieces, pieces } from './pieces.ts'
import { add, amountOf, atLeast, atLeastZero, type Model, plus, type Sum, switchOf, variable, within } from './rows.ts'

/** Tax on ordinary income, IRC §1(j)(2): convex. */
export const ordinaryPieces = ({ rateSchedule: s }: FederalLaw): Pieces =>
  pieces(
    [0, s.top1, s.top2, s.top3, s.top4, s.top5, s.top6],
    [0, s.rate1, s.rate2, s.rate3, s.rate4, s.rate5, s.rate6, s.rate7].map(rate),
    0,
  )

/** Tax at the rates on gains, were all income gain. IRC §1(h)(1). */
export const gainPieces = (law: FederalLaw): Pieces =>
  pieces([law.gains0Ceiling, law.gains15Ceiling], [0, rate(law.gains15Rate), rate(law.gains20Rate)], 0)

export const rate = (basisPoints: number): number => basisPoints / 10_000

/** What the rates on gains would ask of the ordinary income that gains stand on: taken off again, so it must not be too large. */
export const stackOf = (model: Model, of: Pieces, ordinary: Sum): Sum => exactly(model, of, ordinary)

/**
 * Tax on gains that stand on ordinary income. The least rate within reach of that income holds whatever the switches say: without
 * that row, switches half on would take the gains' tax away.
 */
export function stacked(model: Model, of: Pieces, ordinary: Sum, gains: Sum, stack: Sum): Sum {
  const all = atLeastConvex(model, of, add([1, ordinary], [1, gains]))
  const tax = add([1, all], [-1, stack])
  const { slope } = linesAt(of, ordinary.low)
  if (slope === 0 && tax.low >= 0) return tax
  const most = (of.slopes.at(-1) as number) * Math.max(0, gains.high)
  const v = variable(model, 'dollars', 0, most, (values) => Math.max(0, amountOf(tax, values)))
  atLeast(model, v, tax)
  atLeast(model, v, add([slope, gains]))
  return v
}

/** Worksheet line 25: the ordinary tax on everything where that is less. It can be only about the end of the 0 % bracket, and by little. */
export function orWithoutRates(model: Model, law: FederalLaw, worksheet: Sum, ordinary: Sum, taxable: Sum): Sum {
  const { top2 } = law.rateSchedule
  if (ordinary.low >= top2 || taxable.high <= law.gains0Ceiling || top2 <= law.gains0Ceiling) return worksheet
  const of = ordinaryPieces(law)
  const most = (rate(law.gains15Rate) - rate(law.rateSchedule.rate2)) * (top2 - law.gains0Ceiling)
  const onAll = atLeastConvex(model, of, taxable)
  const less = variable(model, 'dollars', 0, most, (values) =>
    Math.max(0, amountOf(worksheet, values) - amountOf(onAll, values)),
  )
  const on = switchOf(model, (values) => amountOf(worksheet, values) > amountOf(onAll, values))
  atLeastZero(model, add([most, on], [-1, less]))
  const apart = add([1, worksheet], [-1, onAll])
  atLeastZero(model, add([1, apart], [-1, less], [Math.max(0, -apart.low), plus(add([-1, on]), 1)]))
  return within(add([1, worksheet], [-1, less]), 0, Number.POSITIVE_INFINITY)
}
