/**
 * Massachusetts for a whole-year resident, a second working from M.G.L. c. 62: parts A (interest and dividends, short-term
 * gains), B (other income) and C (long-term gains) of §2, exemptions and deductions of §3, rates and surtax of §4.
 */
import { federalIncome, type Resident } from './resident.ts'

/** Taxable income above which the surtax begins. */
export const surtaxAbove: Readonly<Record<number, number>> = { 2024: 1_053_750, 2025: 1_083_150, 2026: 1_107_750 }

export const thresholds = [
  ...[4_400, 6_400, 6_800, 8_800, 26_143, 26_144],
  ...Object.values(surtaxAbove).flatMap((above) => [above, above + 6_400, above + 8_800, above + 10_800]),
]

/** Losses first lower gains of the other term or, short-term ones, up to 2,000 of interest and dividends: §2(c). */
function gainsAfterLosses(x: Resident): { income: number; short: number; long: number } {
  let income = x.interest + x.dividends
  let short = x.short - x.shortCarried
  let long = x.long - x.longCarried
  let allowed = Math.min(2_000, income)
  const lowerIncome = (loss: number): number => {
    const taken = Math.min(loss, allowed)
    allowed -= taken
    income -= taken
    return loss - taken
  }
  if (short < 0) {
    const left = lowerIncome(-short)
    if (long > 0) long = Math.max(0, long - left)
    short = 0
  }
  if (long < 0) {
    const left = Math.max(0, -long - short)
    short = Math.max(0, short + long)
    lowerIncome(left)
    long = 0
  }
  return { income, short, long }
}

export function massachusettsResident(x: Resident) {
  const personal = { single: 4_400, mfs: 4_400, qss: 4_400, hoh: 6_800, mfj: 8_800 }[x.status]
  let exempt = personal + 1_000 * x.dependents + 700 * x.aged + 2_200 * x.blind
  const { income, short, long } = gainsAfterLosses(x)
  const payroll = Math.min(2_000, 0.0765 * x.payrollWages)
  // An exemption that one kind of income does not use up goes to the next
  const [wages, interest, shortGain, longGain] = [
    Math.max(0, Math.max(0, x.wages + x.otherIncome) - payroll),
    ...[income, short, long],
  ].map((amount) => {
    const used = Math.min(exempt, amount)
    exempt -= used
    return amount - used
  }) as [number, number, number, number]
  const taxableIncome = wages + interest + shortGain + longGain
  const surtax = 0.04 * Math.max(0, taxableIncome - (surtaxAbove[x.year] ?? Number.NaN))
  const tax = 0.05 * (wages + interest + longGain) + 0.085 * shortGain + surtax
  return { agi: federalIncome(x), taxableIncome, surtax, regularTax: tax, amt: 0, tax }
}
