import { amtBase, amtTax } from './amtRows.ts'
import { creditRows, creditsLost, mostExclusionAmt } from './creditRows.ts'
import { deductions } from './deductionRows.ts'
import { type Carried, lossCarried, netGain } from './gainRows.ts'
import { atLeastConvex, exactly, excess, held, pieceAt } from './pieces.ts'
import { type SumName, sumNames } from './problem.ts'
import { gainPieces, ordinaryPieces, orWithoutRates, rate, stacked, stackOf } from './regularRows.ts'
import { add, atLeastZero, isFixed, type Model, plus, type Sum, within } from './rows.ts'
import type { YearShape } from './yearShape.ts'

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
