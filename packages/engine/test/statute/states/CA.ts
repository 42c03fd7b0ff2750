/**
 * California for a whole-year resident, a second working from the Revenue and Taxation Code (R&TC): tax of §17041, credits
 * of §§17054 and 17054.1, deductions of §§17073.5, 17077, 17201, 17220, AMT of §§17062 and 17062.1, credit of §17063, the
 * Behavioral Health Services Tax of §17043. It shares nothing with the forms but the words of the law.
 *
 * Taxable income and AMT income both start no lower than zero taxable income; a credit made is never negative.
 */
import type { Status } from '../figures.ts'

/** Tops of the brackets of 1 to 11.3 percent, for single and for head of household; a joint return has twice the first. */
const tops: Readonly<Record<number, readonly [single: readonly number[], hoh: readonly number[]]>> = {
  2024: [
    [10_756, 25_499, 40_245, 55_866, 70_606, 360_659, 432_787, 721_314],
    [21_527, 51_000, 65_744, 81_364, 96_107, 490_493, 588_593, 980_987],
  ],
  2025: [
    [11_079, 26_264, 41_452, 57_542, 72_724, 371_479, 445_771, 742_953],
    [22_173, 52_530, 67_716, 83_805, 98_990, 505_208, 606_251, 1_010_417],
  ],
  2026: [
    [11_411, 27_052, 42_696, 59_268, 74_906, 382_623, 459_144, 765_242],
    [22_838, 54_106, 69_747, 86_319, 101_960, 520_364, 624_439, 1_040_730],
  ],
}

type Column = readonly [single: number, joint: number, separate: number, head: number]

const amounts: Readonly<
  Record<
    number,
    {
      readonly standard: Column
      readonly credit: number
      readonly dependent: number
      readonly highIncome: Column
      readonly exemption: Column
      readonly phaseOut: Column
      readonly cash: number
    }
  >
> = {
  2024: {
    ...{ standard: [5_540, 11_080, 5_540, 11_080], credit: 149, dependent: 461, cash: 0.5 },
    highIncome: [244_857, 489_719, 244_857, 367_291],
    exemption: [90_048, 120_065, 60_029, 90_048],
    phaseOut: [337_678, 450_238, 225_115, 337_678],
  },
  2025: {
    ...{ standard: [5_706, 11_412, 5_706, 11_412], credit: 153, dependent: 475, cash: 0.6 },
    highIncome: [252_203, 504_411, 252_203, 378_310],
    exemption: [92_749, 123_667, 61_830, 92_749],
    phaseOut: [347_808, 463_745, 231_868, 347_808],
  },
  2026: {
    ...{ standard: [5_877, 11_754, 5_877, 11_754], credit: 158, dependent: 489, cash: 0.5 },
    highIncome: [259_769, 519_543, 259_769, 389_659],
    exemption: [95_531, 127_377, 63_685, 95_531],
    phaseOut: [358_242, 477_657, 238_824, 358_242],
  },
}

const of = (year: number) => {
  const found = amounts[year]
  if (!found) throw new Error(`no California amounts of ${year}`)
  return found
}

const column = (status: Status, [single, joint, separate, head]: Column): number =>
  ({ single, mfj: joint, qss: joint, mfs: separate, hoh: head })[status]

const percents = [1, 2, 4, 6, 8, 9.3, 10.3, 11.3, 12.3]

/** Where brackets end, R&TC §17041; §17045 gives a joint return twice the tax on half the income. */
export function bracketTops(year: number, status: Status): number[] {
  const [single, hoh] = tops[year] ?? [[], []]
  if (status === 'hoh') return [...hoh]
  return single.map((top) => (status === 'mfj' || status === 'qss' ? 2 * top : top))
}

/** Tax before credits, slice by slice. */
export function incomeTax(year: number, status: Status, income: number): number {
  const ends = [...bracketTops(year, status), Number.POSITIVE_INFINITY]
  let tax = 0
  let below = 0
  for (const [i, percent] of percents.entries()) {
    const end = ends[i] ?? Number.POSITIVE_INFINITY
    if (income > below) tax += ((Math.min(income, end) - below) * percent) / 100
    below = end
  }
  return tax
}

/** What the working starts from. Dollars; gains are net of losses carried in. */
export interface Resident {
  readonly year: number
  readonly status: Status
  readonly itemizes: boolean
  /** Federal income other than capital gain. */
  readonly otherIncome: number
  readonly gain: number
  readonly amtGain: number
  readonly excludedGain: number
  readonly amtExcludedGain: number
  /** What options and their shares bring as ordinary income, AMT less regular. */
  readonly amtOrdinary: number
  readonly spread: number
  readonly dependents: number
  readonly agedOrBlind: number
  readonly realEstateTax: number
  readonly interest: number
  readonly gifts: { readonly [kind in 'cash' | 'property' | 'stock' | 'others' | 'othersStock']: number }
  readonly creditIn: number
}

/** IRC §170(b)(1) as California follows it: no floor, no room for others in the cash set aside. */
function giftsAllowed(base: number, cashRate: number, gifts: Resident['gifts']): number {
  const room = Math.max(0, base)
  const cash = Math.min(gifts.cash, cashRate * room)
  const half = Math.max(0, 0.5 * room - cash)
  const stock = Math.min(gifts.stock, 0.3 * room)
  const others = Math.min(0.3 * room, Math.max(0, half - gifts.property - gifts.stock))
  const given = Math.min(gifts.others, others)
  const givenStock = Math.min(gifts.othersStock, 0.2 * room, others - given, Math.max(0, 0.3 * room - stock))
  return cash + Math.min(half, gifts.property + stock) + given + givenStock
}

const withLossLimit = (status: Status, gain: number): number => Math.max(gain, status === 'mfs' ? -1_500 : -3_000)

/** Tentative minimum tax at 7 percent with the exemption cut by 25 percent: R&TC §17062(b). `increased` is AMT income as filed separately. */
export function minimumTax(year: number, status: Status, amti: number) {
  const { exemption, phaseOut } = of(year)
  const most = column(status, exemption)
  const start = column(status, phaseOut)
  const over = Math.max(0, amti - start - 4 * most)
  const increased = status === 'mfs' ? amti + Math.min(0.25 * over, most) : amti
  const allowed = Math.max(0, most - 0.25 * Math.max(0, increased - start))
  return { increased, allowed, tax: 0.07 * Math.max(0, increased - allowed) }
}

/** Exemption credits: each loses 6 dollars for every 2,500 (separately 1,250) of income, begun or whole: R&TC §17054.1. */
export function exemptionCredits(
  year: number,
  status: Status,
  agi: number,
  persons: { readonly agedOrBlind: number; readonly dependents: number },
): number {
  const { credit, dependent, highIncome } = of(year)
  const over = Math.max(0, agi - column(status, highIncome))
  const cut = 6 * Math.ceil(over / (status === 'mfs' ? 1_250 : 2_500))
  const own = status === 'mfj' || status === 'qss' ? 2 : 1
  return (own + persons.agedOrBlind) * Math.max(0, credit - cut) + persons.dependents * Math.max(0, dependent - cut)
}

export function californiaResident(x: Resident) {
  const { year, status, itemizes } = x
  const year1 = of(year)
  const federalAgi = x.otherIncome + withLossLimit(status, x.gain)
  const gain = withLossLimit(status, x.gain + x.excludedGain)
  const agi = x.otherIncome + gain

  const itemized = x.realEstateTax + x.interest + giftsAllowed(federalAgi, year1.cash, x.gifts)
  const excess = Math.max(0, federalAgi - column(status, year1.highIncome))
  const limitation = itemizes ? Math.min(0.06 * excess, 0.8 * itemized) : 0
  const deduction = itemizes ? itemized - limitation : column(status, year1.standard)
  const taxableIncome = Math.max(0, agi - deduction)
  const regular = incomeTax(year, status, taxableIncome)
  const credits = Math.min(regular, exemptionCredits(year, status, federalAgi, x))

  // What never comes back: the standard deduction or the property tax
  const exclusions = taxableIncome - limitation + (itemizes ? x.realEstateTax : deduction)
  const amtGain = withLossLimit(status, x.amtGain + x.amtExcludedGain)
  const minimum = minimumTax(year, status, exclusions + amtGain - gain + x.amtOrdinary + x.spread)
  const amt = Math.max(0, minimum.tax - regular)
  const amtOnExclusions = Math.max(0, minimumTax(year, status, exclusions).tax - regular)

  const available = Math.max(0, x.creditIn)
  const used = Math.min(available, Math.max(0, regular - credits - minimum.tax))
  const healthTax = 0.01 * Math.max(0, taxableIncome - 1_000_000)
  return {
    deduction,
    deductionTaken: itemizes ? 'itemized' : 'standard',
    itemizedLimitation: limitation,
    taxableIncome,
    taxBeforeCredits: regular,
    regularTax: regular,
    exemptionCredits: credits,
    amti: minimum.increased,
    exemption: minimum.allowed,
    tentativeMinimumTax: minimum.tax,
    amt,
    behavioralHealthServicesTax: healthTax,
    minimumTaxCreditUsed: used,
    minimumTaxCreditCarriedOut: available - used,
    tax: regular - credits - used + amt + healthTax,
    made: Math.max(0, amt - amtOnExclusions),
  }
}
