/** Iowa a second time: Iowa Code §422.5A, 422.7, 422.12, on the federal taxable income of IRC §63, 151(d)(5)(C), 170(p). */
import { type Taxpayer, tiers } from './taxpayer.ts'

/** Federal taxable income, from adjusted gross income and the deduction taken. */
export function federalTaxableIncome(x: Taxpayer): number {
  const couple = x.status === 'mfj'
  const perSenior = Math.max(0, 6_000 - 0.06 * Math.max(0, x.agi - (couple ? 150_000 : 75_000)))
  const seniors = x.year >= 2025 && x.status !== 'mfs' ? perSenior * x.aged : 0
  const itemizes = x.deduction !== x.federalStandardDeduction
  const given = Math.min(x.facts.charityCash - x.facts.charityCashToFunds, 0.6 * Math.max(0, x.agi))
  const gift = x.year >= 2026 && !itemizes ? Math.min(given, couple ? 2_000 : 1_000) : 0
  return Math.max(0, x.agi - x.deduction - gift - seniors)
}

export function iowa(x: Taxpayer): Record<string, number> {
  const taxableIncome = federalTaxableIncome(x)
  const wide = x.status === 'mfj' ? 2 : 1
  const tax =
    x.year === 2024
      ? tiers(taxableIncome, [0, 4.4], [6_210 * wide, 4.82], [31_050 * wide, 5.7])
      : (taxableIncome * 3.8) / 100
  const credit = (x.status === 'mfj' || x.status === 'hoh' ? 80 : 40) + 20 * x.agedOrBlind + 40 * x.dependents
  return { agi: x.agi, taxableIncome, exemptionCredit: credit, tax: Math.max(0, tax - credit) }
}
