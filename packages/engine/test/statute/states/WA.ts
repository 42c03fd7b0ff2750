/** Washington a second time: RCW 82.87.040, 82.87.060. */
import { nets, type Taxpayer } from './taxpayer.ts'

const deductions: Readonly<Record<number, number>> = { 2024: 270_000, 2025: 278_000, 2026: 284_000 }

export function washington({ year, agi, facts }: Taxpayer): Record<string, number> {
  const longTermGain = Math.max(0, nets(facts.gains).long)
  const taxableIncome = Math.max(0, longTermGain - (deductions[year] ?? Number.NaN))
  const further = year === 2024 ? 0 : 0.029 * Math.max(0, taxableIncome - 1_000_000)
  const tax = 0.07 * taxableIncome + further
  return { agi, longTermGain, taxableIncome, regularTax: 0, capitalGainsExcise: tax, tax }
}
