/**
 * One tax year in linear rows: what the forms figure, said again as straight lines and switches, so that a solver can prove that no plan is
 * better. The forms stay the judge: tests carry plans through these rows and demand the forms' own tax.
 *
 * Almost every kink needs no switch, because the objective presses it the right way: a dollar more of tax now brings back at
 * most a dollar later. So tax is at least tentative minimum tax, at least regular tax less credit, and so on. Switches stand where
 * a rule bends the other way and the bend is within reach. `docs/decisions/0011` has the mathematics.
 */
import type { FederalLaw } from '../law/federal/law.ts'
import { atLeastConvex, excess, type Pieces, pieceAt, pieces } from './pieces.ts'
import { type SumName, sumNames } from './problem.ts'
import {
  add,
  amountOf,
  atLeast,
  atLeastZero,
  constant,
  isFixed,
  isZero,
  type Model,
  plus,
  type Sum,
  switchOf,
  variable,
  within,
} from './rows.ts'
import type { Deductions, YearShape } from './yearShape.ts'

/** What enters a year: sums of the shares, and what the year before carries out. Dollars. */
export interface YearIn {
  readonly spread: Sum
  readonly optionWages: Sum
  readonly compensation: Sum
  readonly amtCompensation: Sum
  readonly short: Sum
  readonly long: Sum
  readonly amtShort: Sum
  readonly amtLong: Sum
  readonly credit: Sum
  readonly loss: Carried
  readonly amtLoss: Carried
}

/** Capital losses that one year hands to the next, and the short-term part of them. */
export interface Carried {
  readonly all: Sum
  readonly short: Sum
}

/** What the year comes to. */
export interface YearOut {
  /** Form 1040 line 24. */
  readonly tax: Sum
  /** AMT: exact from below only. */
  readonly amt: Sum
  readonly credit: Sum
  readonly loss: Carried
  readonly amtLoss: Carried
  /** Amounts of the year that a state's tax starts from. */
  readonly figured: FiguredAmounts
}

/** Amounts of a federal return that states read. */
export interface FiguredAmounts {
  readonly agi: Sum
  /** Gain in income, or the loss up to its limit; net capital gain; net long-term gain; gain of the year without losses carried in. */
  readonly included: Sum
  readonly preferred: Sum
  readonly long: Sum
  readonly ownGain: Sum
  /** What AMT income has beyond the regular one, apart from deductions. */
  readonly apart: Sum
  /** Form 6251 lines 9 and 10. */
  readonly line9: Sum
  readonly line10: Sum
  /** Additional Medicare Tax, in `YearOut.tax` too. */
  readonly medicare: Sum
}

/** What is asked of a year beyond its tax. */
export interface YearMode {
  /** Something rewards a high regular tax, so that it must be tied from above too. */
  readonly exactRegular: boolean
  /** AMT that the year may have at most; null: any. Where there is such, regular tax must be exact. */
  readonly amtMost: number | null
}

export function yearRows(model: Model, shape: YearShape, brought: YearIn, mode: YearMode): YearOut {
  const { law } = shape
  const exact = mode.exactRegular
  const into = withOwn(brought, shape)
  const { short, long, loss, amtShort, amtLong, amtLoss } = into
  const regular = netGain(model, law.capitalLossLimit, { short, long, loss })
  const amtGains = netGain(model, law.capitalLossLimit, { short: amtShort, long: amtLong, loss: amtLoss })

  // Form 1040 lines 9 to 15
  const agi = plus(add([1, into.optionWages], [1, into.compensation], [1, regular.included]), shape.income)
  const { deduction, deductionWithoutSeniors, amtDeduction, exclusionDeduction } = deductions(model, shape, agi, exact)
  const beforeFloor = add([1, agi], [-1, deduction])
  const taxable = exact ? excess(model, beforeFloor, 0, true) : held(model, beforeFloor, 0)
  const preferred = plus(regular.preferred, shape.qualifiedDividends)

  // Line 16, tax with gains stacked on ordinary income; `stack` is what the gains' own rates ask of the income below them
  const ordinary = excess(model, add([1, beforeFloor], [-1, preferred]), 0, true)
  const gains = gainPieces(law)
  const stack =
    isFixed(preferred) && preferred.high === 0 && amtGains.preferred.high === 0 ? null : stackOf(model, gains, ordinary)
  const onOrdinary = exact
    ? exactly(model, ordinaryPieces(law), ordinary)
    : atLeastConvex(model, ordinaryPieces(law), ordinary)
  const standing = add([1, taxable], [-1, ordinary])
  const onGains =
    stack &&
    (exact ? add([1, exactly(model, gains, taxable)], [-1, stack]) : stacked(model, gains, ordinary, standing, stack))
  const worksheet = onGains ? add([1, onOrdinary], [1, onGains]) : onOrdinary
  const line16 = within(
    stack ? orWithoutRates(model, law, worksheet, ordinary, taxable) : worksheet,
    pieceAt(ordinaryPieces(law), ordinary.low),
    Number.POSITIVE_INFINITY,
  )
  const { foreignTaxCredit } = shape
  const line10 = exact ? excess(model, line16, foreignTaxCredit, true) : held(model, plus(line16, -foreignTaxCredit), 0)

  // Form 6251: AMT income, exemption, Part III
  const apart = add([1, into.amtCompensation], [-1, into.compensation], [1, amtGains.included], [-1, regular.included])
  const amti = add([1, agi], [-1, amtDeduction], [1, into.spread], [1, apart])
  const tentative = (income: Sum, preferredGain: Sum): Sum => {
    const base = amtBase(model, law, income)
    const tax = amtTax(model, law, base, plus(preferredGain, shape.qualifiedDividends), ordinary, stack)
    return held(model, plus(tax, -shape.amtForeignTaxCredit), 0)
  }
  const line9 = tentative(amti, amtGains.preferred)
  const amt = held(model, add([1, line9], [-1, line10]), 0)
  if (mode.amtMost !== null) atLeastZero(model, plus(add([1, line10], [-1, line9]), mode.amtMost))

  // Form 8801: the same on exclusion items alone, and the credit
  const exclusionGains = law.exclusionGainsRegular === 1 ? regular.preferred : amtGains.preferred
  const exclusionIncome = add([1, agi], [-1, exclusionDeduction])
  const exclusion = tentative(exclusionIncome, exclusionGains)
  // Gains refigured for AMT, by the other reading, may leave more to the AMT rates than the regular ones do
  const refigured = law.exclusionGainsRegular === 1 ? 0 : Math.max(0, regular.preferred.high - amtGains.preferred.low)
  const addedBack = deduction.high - exclusionDeduction.low + refigured
  const mostExclusion = mostExclusionAmt(shape, ordinary, beforeFloor, preferred, addedBack)
  const { paid, credit } = creditRows(model, shape, {
    line9,
    line10,
    exclusion,
    exclusionIncome,
    credit: into.credit,
    mostExclusion,
  })
  const amtPreferred = plus(amtGains.preferred, shape.qualifiedDividends)
  const amounts = {
    line9,
    line10,
    paid,
    amti,
    amtPreferred,
    ordinary,
    taxable: beforeFloor,
    before: into.credit,
    credit,
  }
  creditsLost(model, shape, amounts)
  const afterCredits = held(model, plus(paid, -shape.otherCredits), 0)
  const { investmentTax, medicare } = otherTaxes(model, shape, into, regular.included)

  return {
    figured: {
      ...{ agi, included: regular.included, preferred: regular.preferred, long: regular.long, line9, line10, medicare },
      ...{ ownGain: add([1, short], [1, long]), apart: add([1, into.spread], [1, apart]) },
    },
    tax: add([1, afterCredits], [1, investmentTax], [1, medicare]),
    ...{ amt, credit },
    loss: lossCarried(model, regular, exact, () =>
      shape.hasSeniors ? add([1, agi], [-1, deductionWithoutSeniors()]) : beforeFloor,
    ),
    amtLoss: lossCarried(model, amtGains, false, () => amti),
  }
}

/** What the columns bring on top of what the year holds by itself. */
const withOwn = (brought: YearIn, { own }: YearShape): YearIn => ({
  ...brought,
  ...(Object.fromEntries(sumNames.map((name) => [name, plus(brought[name], own[name])])) as Pick<YearIn, SumName>),
})

/** A variable at least as large as a sum and a floor; the sum itself where it never falls below. */
function held(model: Model, sum: Sum, floor: number): Sum {
  if (sum.low >= floor) return sum
  if (sum.high <= floor) return constant(floor)
  const v = variable(model, 'dollars', floor, sum.high, (values) => Math.max(floor, amountOf(sum, values)))
  atLeast(model, v, sum)
  return v
}

interface NetGain {
  /** As it enters income: the gain, or the loss up to its limit. */
  readonly included: Sum
  /** The part taxed at the rates on gains. */
  readonly preferred: Sum
  /** Short- and long-term gains net of what was carried in. */
  readonly short: Sum
  readonly long: Sum
  /** The loss taken off other income, and the loss beyond the limit. */
  readonly used: Sum
  readonly beyond: Sum
}

/** Schedule D with its loss limit. IRC §§1211(b), 1222. */
function netGain(
  model: Model,
  limit: number,
  own: { readonly short: Sum; readonly long: Sum; readonly loss: Carried },
): NetGain {
  const short = add([1, own.short], [-1, own.loss.short])
  const long = add([1, own.long], [-1, own.loss.all], [1, own.loss.short])
  const net = add([1, own.short], [1, own.long], [-1, own.loss.all])
  if (net.low >= 0) {
    const preferred = preferredOf(model, short, long, net)
    return { included: net, preferred, short, long, used: constant(0), beyond: constant(0) }
  }
  const gain = net.high <= 0 ? constant(0) : positivePart(model, net)
  const lost = add([1, gain], [-1, net])
  const most = -net.low
  // All of the loss, or all of the limit and the rest carried on
  const used = variable(model, 'dollars', 0, Math.min(limit, most), (values) => Math.min(limit, amountOf(lost, values)))
  atLeast(model, lost, used)
  const included = within(add([1, gain], [-1, used]), -limit, Math.max(0, net.high))
  const preferred = preferredOf(model, short, long, gain)
  if (most <= limit) {
    isZero(model, add([1, lost], [-1, used]))
    return { included, preferred, short, long, used, beyond: constant(0) }
  }
  const beyond = variable(model, 'dollars', 0, most - limit, (values) => Math.max(0, amountOf(lost, values) - limit))
  isZero(model, add([1, lost], [-1, used], [-1, beyond]))
  const full = switchOf(model, (values) => amountOf(lost, values) > limit)
  atLeastZero(model, add([most - limit, full], [-1, beyond]))
  atLeastZero(model, add([1, used], [-limit, full]))
  return { included, preferred, short, long, used, beyond }
}

/**
 * Losses carried on: those beyond the limit, and those within it that did no good because income was below its deductions already.
 * `income` is after the loss. How much of them is short-term is bounded from above only, which is what a plan would have it
 * be: a short-term loss meets short-term gains first. IRC §1212(b).
 */
function lossCarried(model: Model, { short, long, used, beyond }: NetGain, exact: boolean, income: () => Sum): Carried {
  const idle = used.high <= 0 ? constant(0) : unused(model, used, income(), exact)
  const all = add([1, beyond], [1, idle])
  if (all.high <= 0 || short.low >= 0) return { all, short: constant(0) }
  const lost = excess(model, add([-1, short]), 0, true)
  const part = variable(model, 'dollars', 0, Math.min(lost.high, all.high), (values) => {
    const good = amountOf(used, values) - amountOf(idle, values)
    const gained = Math.max(0, amountOf(long, values))
    return Math.min(amountOf(all, values), Math.max(0, amountOf(lost, values) - good - gained))
  })
  atLeast(model, lost, part)
  atLeast(model, all, part)
  return { all, short: part }
}

/** The part of a deducted loss that income below zero has no use for. */
function unused(model: Model, used: Sum, income: Sum, exact: boolean): Sum {
  if (income.low >= 0) return constant(0)
  const below = excess(model, add([-1, income]), 0, true)
  if (exact) return add([1, used], [-1, excess(model, add([1, used], [-1, below]), 0, true)])
  const idle = variable(model, 'dollars', 0, Math.min(used.high, below.high), (values) =>
    Math.min(amountOf(used, values), Math.max(0, amountOf(below, values))),
  )
  atLeast(model, used, idle)
  atLeast(model, below, idle)
  return idle
}

/** The gain of a sum that may be a loss, tied from both sides. */
function positivePart(model: Model, net: Sum): Sum {
  const gain = variable(model, 'dollars', 0, net.high, (values) => Math.max(0, amountOf(net, values)))
  const on = switchOf(model, (values) => amountOf(net, values) > 0)
  atLeast(model, gain, net)
  atLeastZero(model, add([net.high, on], [-1, gain]))
  // gain - net is the loss: none of it where there is a gain
  atLeastZero(model, add([-net.low, plus(add([-1, on]), 1)], [-1, gain], [1, net]))
  return gain
}

/** The smaller of net long-term gain and net gain, not below zero. Schedule D `netCapitalGain`. */
function preferredOf(model: Model, short: Sum, long: Sum, gain: Sum): Sum {
  if (short.low >= 0 && short.high <= 0) return gain
  if (gain.high <= 0 || long.high <= 0) return constant(0)
  if (long.low >= 0 && short.low >= 0) return long
  const longGain = long.low >= 0 ? long : excess(model, long, 0, true)
  if (short.high <= 0) return gain
  const v = variable(model, 'dollars', 0, Math.min(longGain.high, gain.high), (values) =>
    Math.min(amountOf(longGain, values), amountOf(gain, values)),
  )
  atLeast(model, longGain, v)
  atLeast(model, gain, v)
  return v
}

/** Deductions of the regular tax, of AMT, and of AMT on exclusion items, as they follow from adjusted gross income. */
function deductions(model: Model, shape: YearShape, agi: Sum, exact: boolean) {
  const options = shape.deductionsBetween(agi.low, agi.high)
  const of = (name: keyof Deductions) => options.map((option) => option[name])
  const choice = options.length > 1 ? switchOf(model, () => shape.taken.itemizes) : null
  const one = (name: keyof Deductions): Sum => {
    const both = exact && name === 'regular'
    const [standard, itemized] = of(name).map((f) => upTo(model, f, agi, both))
    if (!choice || !itemized) return standard as Sum
    return choose(model, choice, standard as Sum, itemized, both)
  }
  return {
    ...{ deduction: one('regular'), amtDeduction: one('amt'), exclusionDeduction: one('exclusion') },
    // Asked for only where there are losses to carry
    deductionWithoutSeniors: () => one('withoutSeniors'),
  }
}

/** A function of a sum that the objective presses up: bends downwards need no switch, unless `both` ties it from below too. */
function upTo(model: Model, of: Pieces, x: Sum, both: boolean): Sum {
  const inside = of.kinks.filter((kink) => kink > x.low && kink < x.high)
  const first = linesAt(of, x.low)
  const bends = inside.map((kink) => {
    const i = of.kinks.indexOf(kink)
    const bend = (of.slopes[i + 1] as number) - (of.slopes[i] as number)
    return [bend, excess(model, x, kink, both || bend > 0)] as const
  })
  const straight = plus(add([first.slope, x]), first.zero)
  const sum = add([1, straight], ...bends)
  const ends = [x.low, x.high, ...inside].map((at) => pieceAt(of, at))
  return within(sum, Math.min(...ends), Math.max(...ends))
}

function linesAt(of: Pieces, x: number): { readonly slope: number; readonly zero: number } {
  const next = of.kinks.findIndex((kink) => kink > x)
  const slope = of.slopes[next < 0 ? of.kinks.length : next] as number
  return { slope, zero: pieceAt(of, x) - slope * x }
}

/** One sum or the other, as a switch says, where the objective presses it up. */
function choose(model: Model, second: Sum, one: Sum, other: Sum, both: boolean): Sum {
  const apart = add([1, other], [-1, one])
  if (apart.low === 0 && apart.high === 0) return one
  const v = variable(model, 'dollars', Math.min(one.low, other.low), Math.max(one.high, other.high), (values) =>
    amountOf(second, values) > 0.5 ? amountOf(other, values) : amountOf(one, values),
  )
  atLeastZero(model, add([1, one], [-1, v], [Math.max(0, apart.high), second]))
  atLeastZero(model, add([1, other], [-1, v], [Math.max(0, -apart.low), plus(add([-1, second]), 1)]))
  if (both) {
    atLeastZero(model, add([1, v], [-1, one], [Math.max(0, -apart.low), second]))
    atLeastZero(model, add([1, v], [-1, other], [Math.max(0, apart.high), plus(add([-1, second]), 1)]))
  }
  return v
}

/** Tax on ordinary income, IRC §1(j)(2): convex. */
const ordinaryPieces = ({ rateSchedule: s }: FederalLaw): Pieces =>
  pieces(
    [0, s.top1, s.top2, s.top3, s.top4, s.top5, s.top6],
    [0, s.rate1, s.rate2, s.rate3, s.rate4, s.rate5, s.rate6, s.rate7].map(rate),
    0,
  )

/** Tax at the rates on gains, were all income gain. IRC §1(h)(1). */
const gainPieces = (law: FederalLaw): Pieces =>
  pieces([law.gains0Ceiling, law.gains15Ceiling], [0, rate(law.gains15Rate), rate(law.gains20Rate)], 0)

const rate = (basisPoints: number): number => basisPoints / 10_000

/** What the rates on gains would ask of the ordinary income that gains stand on: taken off again, so it must not be too large. */
const stackOf = (model: Model, of: Pieces, ordinary: Sum): Sum => exactly(model, of, ordinary)

/** A function straight between kinks, tied from both sides: a switch at every kink within reach. */
function exactly(model: Model, of: Pieces, x: Sum): Sum {
  const line = linesAt(of, x.low)
  const inside = of.kinks.filter((kink) => kink > x.low && kink < x.high)
  const bends = inside.map((kink) => {
    const i = of.kinks.indexOf(kink)
    return [(of.slopes[i + 1] as number) - (of.slopes[i] as number), excess(model, x, kink, true)] as const
  })
  const ends = [x.low, x.high, ...inside].map((at) => pieceAt(of, at))
  return within(add([1, plus(add([line.slope, x]), line.zero)], ...bends), Math.min(...ends), Math.max(...ends))
}

/**
 * Tax on gains that stand on ordinary income. The least rate within reach of that income holds whatever the switches say: without
 * that row, switches half on would take the gains' tax away.
 */
function stacked(model: Model, of: Pieces, ordinary: Sum, gains: Sum, stack: Sum): Sum {
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
function orWithoutRates(model: Model, law: FederalLaw, worksheet: Sum, ordinary: Sum, taxable: Sum): Sum {
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

/**
 * Form 6251 line 6 from income before its increase: less the exemption, which shrinks; a separate filer's income grows beyond. Convex
 * up to its last bend, which needs a switch. IRC §55(b)(1)(D), (d).
 */
function amtBasePieces(law: FederalLaw): Pieces {
  const { amtExemption, amtPhaseoutStart: start, amtExemptionGone: gone } = law
  const shrinking = 1 + rate(law.amtPhaseoutRate)
  const growing = law.amtiIncreaseRate > 0 ? 1 + rate(law.amtiIncreaseRate) : 1
  const grown = law.amtiIncreaseRate > 0 ? gone + amtExemption / rate(law.amtiIncreaseRate) : gone
  return law.amtiIncreaseRate > 0
    ? pieces([amtExemption, start, gone, grown], [0, 1, shrinking, growing, 1], 0)
    : pieces([amtExemption, start, gone], [0, 1, shrinking, 1], 0)
}

function amtBase(model: Model, law: FederalLaw, income: Sum): Sum {
  const of = amtBasePieces(law)
  const last = of.kinks.at(-1) as number
  const before = of.slopes.slice(0, -1)
  // By the other reading of the increase there is a bend downwards before the last
  if (before.some((slope, i) => slope < (before[i - 1] ?? 0))) return exactly(model, of, income)
  if (income.high <= last) return atLeastConvex(model, of, income)
  // Beyond the last bend the base is income plus what the increase added in all
  const beyond = pieceAt(of, last) - last
  if (income.low >= last) return plus(income, beyond)
  const value = (x: number): number => pieceAt(of, x)
  const v = variable(model, 'dollars', Math.max(0, value(income.low)), value(income.high), (values) =>
    value(amountOf(income, values)),
  )
  const past = switchOf(model, (values) => amountOf(income, values) > last)
  for (const [i, slope] of of.slopes.entries()) {
    const from = i === 0 ? Number.NEGATIVE_INFINITY : (of.kinks[i - 1] as number)
    const to = of.kinks[i] ?? Number.POSITIVE_INFINITY
    if (to <= income.low) continue
    const on = i === 0 ? (of.kinks[0] as number) : from
    const line = plus(add([slope, income]), value(on) - slope * on)
    if (i === of.slopes.length - 1) {
      // The line after the last bend lies above the others before it: in force only past it
      const most = Math.max(
        ...[income.low, ...of.kinks].filter((x) => x >= income.low && x <= last).map((x) => x + beyond - value(x)),
      )
      atLeastZero(model, add([1, v], [-1, line], [most, plus(add([-1, past]), 1)]))
    } else {
      // The lines before it rise above the base past it
      const over = Math.max(0, slope * (income.high - on) + value(on) - value(income.high))
      atLeastZero(model, add([1, v], [-1, line], [over, past]))
    }
  }
  return v
}

/** Form 6251 Part III: the AMT rates on the base less gains, and the rates on gains stacked as in the regular tax. */
function amtTax(model: Model, law: FederalLaw, base: Sum, preferred: Sum, ordinary: Sum, stack: Sum | null): Sum {
  const rates = pieces([0, law.amtBreakpoint], [0, rate(law.amtLowRate), rate(law.amtHighRate)], 0)
  if (!stack || preferred.high <= 0) return atLeastConvex(model, rates, base)
  const gains =
    base.low >= preferred.high
      ? preferred
      : variable(model, 'dollars', 0, Math.min(preferred.high, Math.max(0, base.high)), (values) =>
          Math.min(amountOf(preferred, values), Math.max(0, amountOf(base, values))),
        )
  if (gains !== preferred) {
    atLeast(model, preferred, gains)
    atLeast(model, base, gains)
  }
  const rest = within(add([1, base], [-1, gains]), 0, Number.POSITIVE_INFINITY)
  const onRest = atLeastConvex(model, rates, rest)
  return add([1, onRest], [1, stacked(model, gainPieces(law), ordinary, gains, stack)])
}

/**
 * Regular tax, AMT and the credit together: `paid` is the larger of tentative minimum tax and regular tax less the credit, before other credits;
 * the credit left is what came in, and what was paid, less the larger of regular tax and tentative minimum tax on exclusion items; not
 * below zero. IRC §53(b)-(d).
 */
function creditRows(
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
function creditsLost(
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
function mostExclusionAmt(
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

/** Net investment income tax and Additional Medicare Tax, which stand outside all of it. IRC §§1411, 3101(b)(2). */
function otherTaxes(model: Model, shape: YearShape, into: YearIn, included: Sum) {
  const { law } = shape
  const investment = plus(included, shape.investmentIncome)
  // The smaller of investment income and income over the threshold: what other income lacks to the threshold comes off
  const over = plus(
    add([1, into.optionWages], [1, into.compensation]),
    shape.income - shape.investmentIncome - law.niitThreshold,
  )
  const lacking = excess(model, add([-1, over]), 0, true)
  const base = held(model, add([1, investment], [-1, lacking]), 0)
  const medicare = held(model, plus(into.optionWages, shape.wages - law.additionalMedicareThreshold), 0)
  return {
    investmentTax: add([rate(law.niitRate), base]),
    medicare: add([rate(law.additionalMedicareRate), medicare]),
  }
}
