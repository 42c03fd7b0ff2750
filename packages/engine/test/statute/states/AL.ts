/** Alabama a second time: Ala. Code §40-18-5, 40-18-8, 40-18-15, 40-18-19; the federal tax of IRC §1411 with the income tax. */
import { nets, type Taxpayer, tiers } from './taxpayer.ts'

function standardDeduction(status: Taxpayer['status'], income: number): number {
  if (status === 'mfs') return Math.max(2_500, 4_250 - 88 * Math.max(0, Math.floor((income - 12_750) / 250)))
  const steps = Math.max(0, Math.floor((income - 25_500) / 500))
  if (status === 'mfj') return Math.max(5_000, 8_500 - 175 * steps)
  return status === 'hoh' ? Math.max(2_500, 5_200 - 135 * steps) : Math.max(2_500, 3_000 - 25 * steps)
}

const investmentTaxFrom = { single: 200_000, mfj: 250_000, mfs: 125_000, hoh: 200_000, qss: 250_000 } as const

export function alabama(x: Taxpayer): Record<string, number> {
  const { facts, status } = x
  const { short, long } = nets(facts.gains)
  const federalGain = Math.max(short + long, status === 'mfs' ? -1_500 : -3_000)
  const ofTheYear = short + long + facts.gains.shortCarryover + facts.gains.longCarryover
  const agi = x.agi - federalGain + ofTheYear
  const invested = Math.max(0, facts.interest + facts.ordinaryDividends + federalGain)
  const investmentTax = 0.038 * Math.min(invested, Math.max(0, x.agi - investmentTaxFrom[status]))
  const federalTaxDeduction = x.federalTax + investmentTax
  const each = agi <= 50_000 ? 1_000 : agi <= 100_000 ? 500 : 300
  const exemption = (status === 'mfj' || status === 'hoh' ? 3_000 : 1_500) + each * x.dependents
  const taxableIncome = Math.max(0, agi - standardDeduction(status, agi) - federalTaxDeduction - exemption)
  const tax = 0.05 * taxableIncome - (status === 'mfj' ? 2 : 1) * lowerTiers(taxableIncome, status === 'mfj' ? 2 : 1)
  return { agi, federalTaxDeduction, exemption, taxableIncome, tax }
}

/** What the lower tiers save against 5 % throughout, for each of the filers. */
const lowerTiers = (income: number, filers: number): number => tiers(Math.min(income / filers, 3_000), [0, 3], [500, 1])
