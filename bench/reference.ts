/**
 * A yardstick for the engine: the totals of `figureReturn` worked by hand in one function, the same arithmetic with no
 * sheet, no line kept and nothing allocated. It is what the same law costs when nothing has to be shown, so the ratio of
 * the two says what the sheets cost, whatever the machine. No program uses it and no figure may come from it.
 *
 * It is written for speed alone: amounts that both elections share stand before the loop, and NaN is not kept alive.
 */
import type { Facts } from '../packages/engine/src/forms/facts.ts'
import type { FederalLaw, RateSchedule } from '../packages/engine/src/law/federal/law.ts'

/** What the yardstick leaves behind besides the total tax. Make one and reuse it. */
export interface ReferenceTotals {
  amt: number
  itemizes: number
}

/** Total tax, Form 1040 line 24, of the election that `facts.deductionChoice` leads to; its AMT goes to `out`. */
export function referenceTotalTax(facts: Readonly<Facts>, law: FederalLaw, out: ReferenceTotals): number {
  // Schedule D, regular
  const { gains, amtGains } = facts
  const short = gains.short + gains.shortA + gains.shortB + gains.shortC - gains.shortCarryover
  const long = gains.long + gains.longD + gains.longE + gains.longF - gains.longCarryover
  const net = short + long
  const bothGains = long > 0 && net > 0
  const net28 = gains.collectibles - gains.longCarryover + least(0, short)
  const gain28 = floor(net28)
  const gain25 = floor(gains.unrecaptured1250 + least(0, net28))
  const capital = net >= 0 ? net : -least(-net, law.capitalLossLimit)
  const netGain = bothGains ? least(long, net) : 0
  const byScheduleD = bothGains && (gain28 > 0 || gain25 > 0)

  // Schedule D, AMT
  const amtShort = amtGains.short + amtGains.shortA + amtGains.shortB + amtGains.shortC - amtGains.shortCarryover
  const amtLong = amtGains.long + amtGains.longD + amtGains.longE + amtGains.longF - amtGains.longCarryover
  const amtNet = amtShort + amtLong
  const amtNet28 = amtGains.collectibles - amtGains.longCarryover + least(0, amtShort)
  const amtGain28 = floor(amtNet28)
  const amtGain25 = floor(amtGains.unrecaptured1250 + least(0, amtNet28))
  const amtCapital = amtNet >= 0 ? amtNet : -least(-amtNet, law.capitalLossLimit)
  const amtNetGain = amtLong > 0 && amtNet > 0 ? least(amtLong, amtNet) : 0

  // Form 1040 income, Schedule 1-A
  const { interest, ordinaryDividends, qualifiedDividends } = facts
  const wages = facts.wages + facts.optionWages
  const compensation = facts.compensation + facts.compensationUnreported
  const agi = wages + compensation + interest + ordinaryDividends + capital + facts.otherIncome
  const seniors =
    floor(law.seniorDeduction - part(law.seniorDeductionRate, floor(agi - law.seniorDeductionStart))) * facts.seniors

  // Forms 8959 and 8960
  const medicare = part(law.additionalMedicareRate, floor(wages - law.additionalMedicareThreshold))
  const investment = floor(interest + ordinaryDividends + capital)
  const otherTaxes = medicare + part(law.niitRate, least(investment, floor(agi - law.niitThreshold)))

  // Standard deduction and the gift of a non-itemizer
  const standard = law.standardDeduction + law.additionalStandardDeduction * facts.agedOrBlindBoxes
  const base = floor(agi)
  const cashLimit = part(law.charityCashRate, base)
  const nonItemizerGift = least(least(facts.charityCash - facts.charityCashToFunds, cashLimit), law.nonItemizerGiftCap)

  let itemized = 0
  let salt = 0
  let section68 = 0
  let election = 0
  let lastElection = 0
  if (facts.hasItemized) {
    // Limits on gifts
    const fifty = part(law.charityFiftyRate, base)
    const thirty = part(law.charityThirtyRate, base)
    const twenty = part(law.charityTwentyRate, base)
    const stockLimit = part(law.charityStockRate, base)
    const { charityStock, charityStockCarried } = facts
    const cash = least(facts.charityCash, cashLimit)
    const cashCarried = least(facts.charityCashCarried, floor(cashLimit - cash))
    const ordinary = least(facts.charityOrdinary, floor(fifty - cash - cashCarried))
    const stock = least(least(charityStock, stockLimit), floor(fifty - cash - cashCarried - ordinary))
    const publicNow = cash + ordinary + stock
    const ordinaryCarried = least(facts.charityOrdinaryCarried, floor(fifty - publicNow - cashCarried))
    const public50 = publicNow + cashCarried + ordinaryCarried
    const stockCarried = least(least(charityStockCarried, floor(stockLimit - stock)), floor(fifty - public50))
    const besidesStock = public50 - stock
    const stockUnderFifty = least(charityStock + charityStockCarried, floor(fifty - besidesStock))
    const setAside = least(cash + cashCarried, part(law.charityCashSetAsideRate, base))
    const othersLimit = least(thirty, floor(fifty - besidesStock - stockUnderFifty + setAside))
    const toOthers = least(facts.charityPrivate, othersLimit)
    const others = toOthers + least(facts.charityPrivateCarried, othersLimit - toOthers)
    const left = least(least(othersLimit - others, stockLimit - stock - stockCarried), twenty)
    const othersStock = least(facts.charityPrivateStock, left)
    const othersStockCarried = least(facts.charityPrivateStockCarried, left - othersStock)
    const allowed = public50 + stockCarried + others + othersStock + othersStockCarried
    const giftsDeducted = allowed - least(part(law.charityFloorRate, base), allowed)

    // Schedule A
    const saltCap = law.saltCap - part(law.saltPhaseDownRate, floor(agi - law.saltPhaseDownStart))
    const saltLimit = part(law.saltShare, saltCap > law.saltFloor ? saltCap : law.saltFloor)
    salt = least(facts.stateAndLocalTaxes + facts.realEstateTaxes, saltLimit)
    const beforeLimitation = salt + facts.mortgageInterest + giftsDeducted
    section68 =
      (law.overallLimitationParts * least(beforeLimitation, floor(agi - seniors - law.rate6Top))) /
      law.overallLimitationWhole
    itemized = beforeLimitation - section68

    const choice = facts.deductionChoice
    if (choice === 'lowestTax') lastElection = 1
    else if (choice === 'itemized' || (choice === 'larger' && itemized > standard + nonItemizerGift))
      election = lastElection = 1
  }

  // Form 6251, what both elections share
  const adjustments =
    facts.line2b +
    facts.line2c +
    facts.line2d +
    facts.line2e +
    facts.line2f +
    facts.line2g +
    facts.line2h +
    facts.line2j +
    (facts.line2kForm4797 + facts.line2kCasualty + facts.amtCompensation - compensation + amtCapital - capital) +
    facts.line2l +
    facts.line2m +
    facts.line2n +
    facts.line2o +
    facts.line2p +
    facts.line2q +
    facts.line2r +
    facts.line2s +
    facts.line2t +
    facts.otherAmtAdjustment +
    facts.otherAmtExclusion +
    facts.isoSpread
  const amtPreferential = qualifiedDividends + amtNetGain
  const amtGain20 = amtPreferential - least(amtNetGain, amtGain28 + amtGain25)
  const amtGainAll = least(amtGain20 + amtGain25, amtPreferential)

  // Credits
  const { foreignTaxCredit, childTaxCredit, otherCredits, amtForeignTaxCredit } = facts
  const minimumTaxCredit = floor(facts.minimumTaxCreditMade + facts.minimumTaxCredit + facts.vehicleCreditUnallowed)

  const preferential = qualifiedDividends + netGain
  const brackets = law.rateSchedule
  const tableCeiling = law.taxTableCeiling
  let lowestTax = 0
  let lowestDeduction = 0
  for (let first = true; election <= lastElection; election++, first = false) {
    const itemizes = election === 1
    const deduction = itemizes ? itemized : standard + nonItemizerGift
    const taxable = floor(agi - (deduction + seniors))

    // Line 16, by the Schedule D Tax Worksheet or the Qualified Dividends and Capital Gain Tax Worksheet
    let tax: number
    let ordinary: number
    let belowGains: number
    if (byScheduleD) {
      const gain20 = preferential - least(netGain, gain28 + gain25)
      ordinary = floor(taxable - gain20)
      const below32 = least(ordinary, least(taxable, law.rate4Top))
      const aboveGains = floor(taxable - preferential)
      belowGains = aboveGains > below32 ? aboveGains : below32
      const upTo0 = least(taxable, law.gains0Ceiling)
      const at0 = upTo0 - least(ordinary, upTo0)
      const gain = least(taxable, gain20)
      const at15 = least(floor(gain - at0), floor(least(taxable, law.gains15Ceiling) - (belowGains + at0)))
      const at20 = gain - (at0 + at15)
      const at25 = floor(least(netGain, gain25) - floor(preferential + belowGains - taxable))
      const at28 = taxable - (belowGains + at0 + at15 + at20 + at25)
      tax =
        part(law.gains15Rate, at15) +
        part(law.gains20Rate, at20) +
        part(law.gains25Rate, at25) +
        part(law.gains28Rate, at28) +
        ordinaryTax(belowGains, brackets, tableCeiling)
    } else {
      ordinary = floor(taxable - preferential)
      belowGains = ordinary
      const upTo0 = least(taxable, law.gains0Ceiling)
      const at0 = upTo0 - least(ordinary, upTo0)
      const gain = least(taxable, preferential)
      const at15 = least(gain - at0, floor(least(taxable, law.gains15Ceiling) - (ordinary + at0)))
      const at20 = gain - (at0 + at15)
      tax = part(law.gains15Rate, at15) + part(law.gains20Rate, at20) + ordinaryTax(ordinary, brackets, tableCeiling)
    }
    tax = least(tax, ordinaryTax(taxable, brackets, tableCeiling))

    // Form 6251: AMT income and exemption
    const restored = itemizes ? section68 * law.overallLimitationRestored : 0
    const addedBack = itemizes ? salt - restored : standard + nonItemizerGift * (1 - law.nonItemizerGiftAllowedInAmt)
    const beforeIncrease = agi - deduction + addedBack + adjustments
    const increase = part(law.amtiIncreaseRate, floor(beforeIncrease - law.amtExemptionGone))
    const amti = beforeIncrease + least(increase, law.amtExemption)
    const exemption = floor(law.amtExemption - part(law.amtPhaseoutRate, floor(amti - law.amtPhaseoutStart)))
    const amtBase = floor(amti - exemption)

    // Form 6251 Part III
    const amtOrdinary = amtBase - least(amtBase, amtGainAll)
    const amtGain = least(amtBase, amtGain20)
    const room0 = floor(law.gains0Ceiling - ordinary)
    const amt0 = least(room0, amtGain)
    const amt15 = least(amtGain - amt0, floor(law.gains15Ceiling - (room0 + belowGains)))
    const amt20 = amtGain - (amt0 + amt15)
    const amt25 = amtBase - (amtOrdinary + amt0 + amt15 + amt20)
    const reduced =
      amtRates(amtOrdinary, law) +
      part(law.gains15Rate, amt15) +
      part(law.gains20Rate, amt20) +
      part(law.gains25Rate, amt25)
    const beforeCredit = least(reduced, amtRates(amtBase, law))
    const tentative = beforeCredit - least(amtForeignTaxCredit, beforeCredit)
    const regular = floor(tax - foreignTaxCredit)
    const amt = floor(tentative - regular)

    // Form 8801 Part II, Schedule 3, total tax
    const credit = least(minimumTaxCredit, floor(floor(regular - childTaxCredit - otherCredits) - tentative))
    const totalTax =
      floor(tax + amt - (childTaxCredit + least(foreignTaxCredit, tax) + credit + otherCredits)) + otherTaxes

    // The lower tax; of two alike the larger deduction, then the standard one
    const saved = lowestTax - totalTax
    if (first || (Math.abs(saved) > 1e-5 ? saved > 0 : deduction > lowestDeduction)) {
      lowestTax = totalTax
      lowestDeduction = deduction
      out.amt = amt
      out.itemizes = election
    }
  }
  return lowestTax
}

const least = (a: number, b: number): number => (a < b ? a : b)

const floor = (amount: number): number => (amount > 0 ? amount : 0)

const part = (rate: number, amount: number): number => (rate * amount) / 10_000

const amtRates = (amount: number, law: FederalLaw): number =>
  amount <= law.amtBreakpoint
    ? part(law.amtLowRate, amount)
    : part(law.amtLowRate, law.amtBreakpoint) + part(law.amtHighRate, amount - law.amtBreakpoint)

function ordinaryTax(income: number, s: RateSchedule, tableCeiling: number): number {
  if (income < tableCeiling) return tableTax(income, s)
  if (income <= s.top1) return part(s.rate1, income)
  if (income <= s.top2) return s.tax1 + part(s.rate2, income - s.top1)
  if (income <= s.top3) return s.tax2 + part(s.rate3, income - s.top2)
  if (income <= s.top4) return s.tax3 + part(s.rate4, income - s.top3)
  if (income <= s.top5) return s.tax4 + part(s.rate5, income - s.top4)
  if (income <= s.top6) return s.tax5 + part(s.rate6, income - s.top5)
  return s.tax6 + part(s.rate7, income - s.top6)
}

function tableTax(income: number, s: RateSchedule): number {
  if (income < 5) return 0
  const width = income < 25 ? 10 : income < 3_000 ? 25 : 50
  // Below 25 the rows run from 5 to 15 and from 15 to 25
  const middle = width === 10 ? (income < 15 ? 10 : 20) : Math.floor(income / width) * width + width / 2
  return Math.floor(ordinaryTax(middle, s, 0) + 0.5)
}
