/**
 * Minnesota for a whole-year resident, a second working from Minn. Stat.: tax of 290.06 subd. 2c, deductions of 290.0121
 * to 290.0123 and 290.0132 subd. 7, the tax on investment income of 290.033, AMT and its credit of 290.091.
 */
import type { Status } from '../figures.ts'
import { bySlices, federalIncome, gainIncluded, type Resident } from './resident.ts'

type Column = readonly [single: number, joint: number, separate: number, head: number]

interface Year {
  /** Ends of the slices of 5.35, 6.8 and 7.85 percent. */
  readonly ends: readonly [Column, Column, Column]
  readonly standard: Column
  readonly agedOrBlind: readonly [unmarried: number, married: number]
  readonly limit: readonly [first: number, second: number, flat: number]
  readonly dependent: number
  readonly dependentStart: Column
  readonly exemption: Column
  readonly cashShare: number
}

const years: Readonly<Record<number, Year>> = {
  2024: {
    ends: [
      [31_690, 46_330, 23_165, 39_010],
      [104_090, 184_040, 92_020, 156_760],
      [193_240, 321_450, 160_725, 256_880],
    ],
    ...{ standard: [14_575, 29_150, 14_575, 21_900], agedOrBlind: [1_950, 1_550] },
    ...{ limit: [232_500, 321_350, 1_053_750], dependent: 5_050, cashShare: 0.6 },
    ...{ dependentStart: [232_550, 348_850, 174_425, 290_700], exemption: [69_530, 92_710, 46_360, 69_530] },
  },
  2025: {
    ends: [
      [32_570, 47_620, 23_810, 40_100],
      [106_990, 189_180, 94_590, 161_130],
      [198_630, 330_410, 165_205, 264_050],
    ],
    ...{ standard: [14_950, 29_900, 14_950, 22_500], agedOrBlind: [2_000, 1_550] },
    ...{ limit: [238_950, 330_300, 1_083_150], dependent: 5_200, cashShare: 0.6 },
    ...{ dependentStart: [239_050, 358_550, 179_275, 298_800], exemption: [71_470, 95_300, 47_660, 71_470] },
  },
  2026: {
    ends: [
      [33_310, 48_700, 24_350, 41_010],
      [109_430, 193_480, 96_740, 164_800],
      [203_150, 337_930, 168_965, 270_060],
    ],
    ...{ standard: [15_300, 30_600, 15_300, 23_000], agedOrBlind: [2_000, 1_600] },
    ...{ limit: [244_400, 337_800, 1_107_750], dependent: 5_300, cashShare: 0.5 },
    ...{ dependentStart: [244_500, 366_700, 183_350, 305_600], exemption: [73_100, 97_470, 48_740, 73_100] },
  },
}

function of(year: number): Year {
  const found = years[year]
  if (!found) throw new Error(`no Minnesota amounts of ${year}`)
  return found
}

const column = (status: Status, [single, joint, separate, head]: Column): number =>
  ({ single, mfj: joint, qss: joint, mfs: separate, hoh: head })[status]

/** Where the slices of 5.35, 6.8 and 7.85 percent end. */
export const bracketEnds = (year: number, status: Status): number[] => of(year).ends.map((ends) => column(status, ends))

export const incomeTax = (year: number, status: Status, income: number): number =>
  bySlices(bracketEnds(year, status), [5.35, 6.8, 7.85, 9.85], income)

/** Incomes at which some rule of a year begins or ends. */
export const thresholds = [2024, 2025, 2026].flatMap((year) => {
  const { limit, dependentStart, standard, ends } = of(year)
  return [
    ...[...limit, limit[0] / 2, limit[1] / 2, ...dependentStart, 75_000, 112_500, 150_000],
    ...ends.flatMap((each) => each.flatMap((end) => [end, end + standard[0], end + standard[1]])),
    ...dependentStart.flatMap((start) => [start + 1_250, start + 2_500, start + 122_500]),
  ]
})

/** IRC §170(b)(1) as it read on May 1, 2023. */
function giftsAllowed(income: number, cashShare: number, gifts: Resident['gifts']): number {
  const base = Math.max(0, income)
  const cash = Math.min(gifts.cash, cashShare * base)
  const half = Math.max(0, base / 2 - cash)
  const property = Math.min(gifts.property, half)
  const stock = Math.min(gifts.stock, 0.3 * base, half - property)
  const left = Math.min(0.3 * base, half - property - Math.min(gifts.stock, half - property))
  const others = Math.min(gifts.others, left)
  const othersStock = Math.min(gifts.othersStock, 0.2 * base, Math.max(0, 0.3 * base - stock), left - others)
  return cash + property + stock + others + othersStock
}

/** 290.0123: 3 percent over the first amount, 10 over the second, never over 80 percent of the deductions. */
function deductionAllowed(year: number, status: Status, income: number, deduction: number): number {
  const [first, second, flat] = of(year).limit.map((each, i) => (status === 'mfs' && i < 2 ? each / 2 : each)) as [
    ...[number, number, number],
  ]
  if (income > flat) return deduction / 5
  const low = Math.max(0, Math.min(income, second) - first)
  const high = Math.max(0, income - second)
  return Math.max(deduction / 5, deduction - 0.03 * low - 0.1 * high)
}

/** 290.0121: 2 percent of the exemptions go for each 2,500 (separately 1,250) of income, begun or whole. */
function dependentsAllowed(year: number, status: Status, income: number, dependents: number): number {
  const { dependent, dependentStart } = of(year)
  const begun = Math.ceil(Math.max(0, income - column(status, dependentStart)) / (status === 'mfs' ? 1_250 : 2_500))
  return dependents * dependent * Math.max(0, 1 - begun / 50)
}

/** 290.091 subd. 1 and 3: the exemption left at an AMT income, and 6.75 percent of what exceeds it. */
function minimumTax(year: number, status: Status, income: number): { exemption: number; tax: number } {
  const start = column(status, [112_500, 150_000, 75_000, 112_500])
  const exemption = Math.max(0, column(status, of(year).exemption) - Math.max(0, income - start) / 4)
  return { exemption, tax: Math.max(0, income - exemption) * 0.0675 }
}

export function minnesotaResident(x: Resident) {
  const { year, status } = x
  const { standard, agedOrBlind, cashShare } = of(year)
  const income = federalIncome(x)
  const gifts = giftsAllowed(income, cashShare, x.gifts)
  const propertyTax = Math.min(x.realEstateTax, status === 'mfs' ? 5_000 : 10_000)
  const unmarried = status === 'single' || status === 'hoh'
  const before = x.itemizes
    ? propertyTax + x.mortgageInterest + gifts
    : column(status, standard) + (x.aged + x.blind) * agedOrBlind[unmarried ? 0 : 1]
  const deduction = deductionAllowed(year, status, income, before)
  const charitySubtraction = x.itemizes ? 0 : Math.max(0, gifts - 500) / 2
  const taxableIncome = Math.max(
    0,
    income - deduction - dependentsAllowed(year, status, income, x.dependents) - x.refund - charitySubtraction,
  )
  const regularTax = incomeTax(year, status, taxableIncome)

  const allowed = (x.itemizes ? gifts : charitySubtraction) + x.refund
  const amti = income + x.spread + x.depletion + x.bonds + x.adjustments - allowed
  const minimum = minimumTax(year, status, amti)
  const amt = Math.max(0, minimum.tax - regularTax)
  const forEver = minimumTax(year, status, income + x.depletion + x.bonds - allowed)
  const made = Math.min(amt, Math.max(0, minimum.tax - forEver.tax))

  const gain = gainIncluded(status, x.short + x.long - x.shortCarried - x.longCarried)
  const netInvestmentIncomeTax = Math.max(0, x.interest + x.dividends + gain - 1_000_000) / 100
  const available = Math.max(0, x.creditIn)
  const minimumTaxCreditUsed = Math.min(available, Math.max(0, regularTax - minimum.tax))
  return {
    summary: {
      ...{ deduction, deductionTaken: x.itemizes ? 'itemized' : 'standard', charitySubtraction, taxableIncome },
      ...{ regularTax, taxBeforeCredits: regularTax, amti, exemption: minimum.exemption },
      ...{ tentativeMinimumTax: minimum.tax, amt, netInvestmentIncomeTax, minimumTaxCreditUsed },
      minimumTaxCreditCarriedOut: available - minimumTaxCreditUsed,
      tax: regularTax + amt + netInvestmentIncomeTax - minimumTaxCreditUsed,
    },
    ...{ made, exclusionPart: amt - made },
  }
}
