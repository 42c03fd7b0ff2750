import { amtBasePieces } from './amtRows.ts'
import { excess, type Pieces, pieceAt, pieces } from './pieces.ts'
import { ordinaryPieces, rate } from './regularRows.ts'
import {
  add,
  amountOf,
  atLeast,
  atLeastZero,
  constant,
  type Model,
  plus,
  type Sum,
  switchOf,
  variable,
} from './rows.ts'
import type { YearShape } from './yearShape.ts'

/**
 * Regular tax, AMT and the credit together: `paid` is the larger of tentative minimum tax and regular tax less the credit, before other credits;
 * the credit left is what came in, and what was paid, less the larger of regular tax and tentative minimum tax on exclusion items; not
 * below zero. IRC §53(b)-(d).
 */
export function creditRows(
  model: Model,
  shape: YearShape,
  {
    line9,
    line10,
    exclusion,
    exclusionIncome,
    credit: before,
    mostExclusion,
  }: { readonly [Name in 'line9' | 'line10' | 'exclusion' | 'exclusionIncome' | 'credit']: Sum } & {
    readonly mostExclusion: (income: number) => number
  },
): { readonly paid: Sum; readonly credit: Sum } {
  const paidAt = (values: Float64Array): number => {
    const [tentative, regular] = [amountOf(line9, values), amountOf(line10, values)]
    const gap = Math.max(0, Math.max(0, regular - shape.otherCredits) - tentative)
    return Math.max(tentative, regular) - Math.min(Math.max(0, amountOf(before, values)), gap)
  }
  const most = Math.max(line9.high, line10.high)
  const paid = variable(model, 'dollars', Math.max(0, line9.low), most, paidAt)
  atLeast(model, paid, line9)
  atLeast(model, paid, add([1, line10], [-1, before]))
  if (shape.otherCredits > 0 && before.high > 0) {
    // Credit is used only down to tentative minimum tax plus the credits that come first
    const room = switchOf(model, (values) => amountOf(line10, values) - shape.otherCredits > amountOf(line9, values))
    const apart = add([1, line10], [-1, line9])
    atLeastZero(model, add([1, paid], [-1, line10], [Math.max(0, apart.high), room]))
    atLeastZero(model, add([1, paid], [-1, line9], [-shape.otherCredits, room]))
  }
  const extra = add([1, exclusion], [-1, line10])
  const left = add([1, before], [1, paid], [-1, line10])
  const cap = before.high + Math.max(0, most - line10.low)
  const most15 = Math.min(mostExclusion(exclusionIncome.high), extra.high)
  const leftAt = (values: Float64Array): number =>
    Math.max(0, amountOf(left, values) - Math.max(0, amountOf(extra, values)))
  const credit = variable(model, 'dollars', 0, cap, leftAt)
  if (most15 <= 0) {
    atLeast(model, left, credit)
    return { paid, credit }
  }
  // What exclusion items ask beyond regular tax takes from the credit, but not below zero: the rest is forgiven
  const part15 = variable(model, 'dollars', 0, most15, (values) => Math.max(0, amountOf(extra, values)))
  atLeast(model, part15, extra)
  const forgiven = variable(model, 'dollars', 0, most15, (values) =>
    Math.max(0, Math.max(0, amountOf(extra, values)) - amountOf(left, values)),
  )
  const none = switchOf(model, (values) => Math.max(0, amountOf(extra, values)) > amountOf(left, values))
  atLeast(model, part15, forgiven)
  atLeastZero(model, add([most15, none], [-1, forgiven]))
  closer(model, forgiven, exclusionIncome, mostExclusion)
  atLeastZero(model, add([1, left], [-1, part15], [1, forgiven], [-1, credit]))
  atLeastZero(model, add([cap, plus(add([-1, none]), 1)], [-1, credit]))
  return { paid, credit }
}

/**
 * Credits larger than the tax are lost. Without these rows they would be put to use: tax paid in name only, up to what the
 * credits cover, and taken for minimum tax credit. A year where they are lost adds at most the low rate of what AMT income
 * has beyond the exemption, gains apart; one where they are not has income enough for as much tax as there are credits, or
 * gains that reach beyond the rate of zero.
 */
export function creditsLost(
  model: Model,
  { law, otherCredits }: YearShape,
  of: {
    readonly [Name in
      | 'line9'
      | 'line10'
      | 'paid'
      | 'amti'
      | 'amtPreferred'
      | 'ordinary'
      | 'taxable'
      | 'before'
      | 'credit']: Sum
  },
): void {
  const { amtExemption, amtPhaseoutStart, amtLowRate, gains0Ceiling, gains15Rate, gains20Rate } = law
  const amtIncome = amtExemption + otherCredits / rate(amtLowRate)
  if (Math.max(of.line9.low, of.line10.low) >= otherCredits) return
  // Where so little tax is owed the exemption must be whole
  if (amtIncome + gains0Ceiling + otherCredits / rate(gains15Rate) > amtPhaseoutStart) return
  const lost = switchOf(model, (values) => amountOf(of.paid, values) < otherCredits)
  const enough = (...reached: readonly (readonly [Sum, number])[]): Sum => {
    if (reached.some(([income, least]) => income.high < least)) return constant(0)
    const on = switchOf(model, (values) => reached.every(([income, least]) => amountOf(income, values) >= least))
    for (const [income, least] of reached)
      atLeastZero(model, add([1, plus(income, -least)], [least - income.low, plus(add([-1, on]), 1)]))
    return on
  }
  const taxedIncome = incomeTaxed(ordinaryPieces(law), otherCredits)
  const ordinaryOfAmt = add([1, of.amti], [-1, of.amtPreferred])
  const beyondZero = add([1, of.ordinary], [1, of.amtPreferred])
  const ways = [
    enough([of.ordinary, taxedIncome]),
    enough([of.taxable, Math.max(gains0Ceiling, taxedIncome)]),
    enough([ordinaryOfAmt, amtIncome]),
    ...(of.amtPreferred.high > 0 ? [enough([beyondZero, gains0Ceiling], [of.amti, amtIncome])] : []),
  ]
  atLeastZero(model, plus(add([1, lost], ...ways.map((way) => [1, way] as const)), -1), 'switch')
  const added = add(
    [rate(amtLowRate), excess(model, ordinaryOfAmt, amtExemption, true)],
    [rate(gains20Rate), excess(model, beyondZero, gains0Ceiling, true)],
  )
  const made = add([1, of.credit], [-1, of.before], [-1, added])
  if (made.high > 0) atLeastZero(model, add([-1, made], [made.high, plus(add([-1, lost]), 1)]))
}

/** The income on which a growing tax first comes to an amount. */
function incomeTaxed(of: Pieces, tax: number): number {
  const i = of.kinks.findLastIndex((kink) => pieceAt(of, kink) < tax)
  const kink = of.kinks[i] as number
  return kink + (tax - pieceAt(of, kink)) / (of.slopes[i + 1] as number)
}

/**
 * The most that tentative minimum tax on exclusion items can exceed regular tax. Gains are taxed alike in both, so it is the AMT
 * rates on ordinary income with what is added back (deductions, and gains that only the regular tax has) and what is left of
 * the exemption taken off, less the ordinary tax. A close bound here is what keeps the relaxation close.
 */
export function mostExclusionAmt(
  { law, foreignTaxCredit }: YearShape,
  ordinary: Sum,
  beforeFloor: Sum,
  preferred: Sum,
  addedBack: number,
): (income: number) => number {
  const base = amtBasePieces(law)
  const amtRates = pieces([0, law.amtBreakpoint], [0, rate(law.amtLowRate), rate(law.amtHighRate)], 0)
  const tax = ordinaryPieces(law)
  const { top2 } = law.rateSchedule
  const withoutRates =
    ordinary.low < top2 ? (rate(law.gains15Rate) - rate(law.rateSchedule.rate2)) * (top2 - law.gains0Ceiling) : 0
  return (income) => {
    const added = addedBack + pieceAt(base, income) - income
    const apart = (o: number): number => pieceAt(amtRates, o + added) - pieceAt(tax, o)
    const corners = [ordinary.low, ordinary.high, ...tax.kinks, -added, law.amtBreakpoint - added]
    const most = Math.max(...corners.filter((o) => o >= ordinary.low && o <= ordinary.high).map(apart))
    // Where gains reach below the deductions, they may be taxed in the one and not in the other
    const unused = beforeFloor.low < preferred.high ? rate(law.gains20Rate) * Math.max(0, added) : 0
    return Math.max(0, most + Math.max(0, withoutRates) + unused + foreignTaxCredit)
  }
}

/**
 * What is forgiven is at most what exclusion items can ask at that income: a line above that, from the least income to where the
 * exemption is gone, keeps switches half on from forgiving more.
 */
function closer(model: Model, forgiven: Sum, income: Sum, most: (income: number) => number): void {
  const steps = 16
  const least = most(income.low)
  const points = Array.from({ length: steps }, (_, i) => income.low + ((income.high - income.low) * (i + 1)) / steps)
  // The most grows with income, so that its value at the end of each step bounds it within the step
  const slope = Math.max(
    0,
    ...points.map((x, i) => (i === 0 ? 0 : (most(x) - least) / ((points[i - 1] as number) - income.low))),
  )
  if (!Number.isFinite(slope)) return
  const first = most(points[0] as number)
  atLeast(model, plus(add([slope, income]), Math.max(least, first) - slope * income.low), forgiven)
}
