/** Kentucky a second time: KRS 141.020, 141.081. */
import type { Taxpayer } from './taxpayer.ts'

const deductions: Readonly<Record<number, number>> = { 2024: 3_160, 2025: 3_270, 2026: 3_360 }

export function kentucky({ year, agi, agedOrBlind }: Taxpayer): Record<string, number> {
  const taxableIncome = Math.max(0, agi - (deductions[year] ?? Number.NaN))
  const percent = year === 2026 ? 3.5 : 4
  return { agi, taxableIncome, tax: Math.max(0, (taxableIncome * percent) / 100 - 40 * agedOrBlind) }
}
