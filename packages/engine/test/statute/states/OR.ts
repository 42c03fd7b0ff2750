/**
 * Oregon for a whole-year resident, a second working from ORS 316.037 (rates), 316.085 (exemption credit), 316.680 and
 * 316.695 (federal tax, standard deduction). Of 2026 only the rates are known, from the basis for estimated tax.
 */
import type { Status } from '../figures.ts'
import { bySlices, federalIncome, type Resident } from './resident.ts'

interface Year {
  readonly ends: readonly [number, number]
  readonly standard: { readonly [Each in Status]: number }
  readonly credit: number
  /** Most federal tax subtracted, in five steps of falling amounts. */
  readonly most: readonly number[]
}

const years: Readonly<Record<number, Year>> = {
  2024: {
    ...{ ends: [4_300, 10_750], credit: 249, most: [8_250, 6_600, 5_000, 3_300, 1_650, 0] },
    standard: { single: 2_745, mfj: 5_495, mfs: 2_745, hoh: 4_420, qss: 5_495 },
  },
  2025: {
    ...{ ends: [4_400, 11_100], credit: 256, most: [8_500, 6_800, 5_100, 3_400, 1_700, 0] },
    standard: { single: 2_835, mfj: 5_670, mfs: 2_835, hoh: 4_560, qss: 5_670 },
  },
  2026: {
    ...{ ends: [4_550, 11_400], credit: 256, most: [8_500, 6_800, 5_100, 3_400, 1_700, 0] },
    standard: { single: 2_835, mfj: 5_670, mfs: 2_835, hoh: 4_560, qss: 5_670 },
  },
}

function of(year: number): Year {
  const found = years[year]
  if (!found) throw new Error(`no Oregon amounts of ${year}`)
  return found
}

const alone = (status: Status): boolean => status === 'single' || status === 'mfs'

const standardDeduction = (year: number, status: Status): number => of(year).standard[status]

/** Where the rates of 4.75, 6.75 and 8.75 percent end. */
export const bracketEnds = (year: number, status: Status): number[] =>
  [...of(year).ends, 125_000].map((end) => (alone(status) ? end : 2 * end))

export const incomeTax = (year: number, status: Status, income: number): number =>
  bySlices(bracketEnds(year, status), [4.75, 6.75, 8.75, 9.9], income)

/** The subtraction falls at 125,000 and every 5,000 on (others 250,000 and 10,000), that income included. */
export function mostSubtracted(year: number, status: Status, income: number): number {
  const [start, step] = alone(status) ? [125_000, 5_000] : [250_000, 10_000]
  const steps = income < start ? 0 : Math.min(5, 1 + Math.floor((income - start) / step))
  return (of(year).most[steps] ?? Number.NaN) * (status === 'mfs' ? 0.5 : 1)
}

export const thresholds = [
  ...[100_000, 200_000, 125_000, 130_000, 135_000, 140_000, 145_000, 250_000, 260_000, 270_000, 280_000, 290_000],
  ...[4_300, 4_400, 4_550, 8_600, 8_800, 9_100, 10_750, 11_100, 11_400, 21_500, 22_200, 22_800].flatMap((end) => [
    ...[end, end + 2_745, end + 2_835, end + 5_670],
  ]),
]

export function oregonResident(x: Resident) {
  const { year, status } = x
  const agi = federalIncome(x)
  const federalTaxSubtraction = Math.min(x.federalTax, mostSubtracted(year, status, agi))
  const older = (status === 'single' || status === 'hoh' ? 1_200 : 1_000) * (x.aged + x.blind)
  const deduction = standardDeduction(year, status) + older
  const taxableIncome = Math.max(0, agi - federalTaxSubtraction - x.refund - deduction)
  const taxBeforeCredits = incomeTax(year, status, taxableIncome)
  const credit = of(year).credit * (x.filers + x.dependents)
  const exemptionCredit = agi > (alone(status) ? 100_000 : 200_000) ? 0 : Math.min(credit, taxBeforeCredits)
  const tax = taxBeforeCredits - exemptionCredit
  return { agi, federalTaxSubtraction, taxableIncome, taxBeforeCredits, exemptionCredit, regularTax: tax, amt: 0, tax }
}
