/** Ohio a second time: R.C. 5747.02(A)(3), 5747.025. */
import type { Taxpayer } from './taxpayer.ts'

/** Tax on nonbusiness income as the statute words it: an amount plus a part of the excess. */
function tax(year: number, income: number): number {
  if (income <= 26_050) return 0
  if (year === 2026) return 332 + 0.0275 * (income - 26_050)
  if (income > 100_000) return 2_394.32 + (year === 2024 ? 0.035 : 0.03125) * (income - 100_000)
  return (year === 2024 ? 360.69 : 342) + 0.0275 * (income - 26_050)
}

function exemption(year: number, income: number): number {
  if (year > 2024 && income >= (year === 2025 ? 750_000 : 500_000)) return 0
  return income > 80_000 ? 1_900 : income > 40_000 ? 2_150 : 2_400
}

export function ohio({ year, agi, filers, dependents }: Taxpayer): Record<string, number> {
  const taxableIncome = Math.max(0, agi - exemption(year, agi) * (filers + dependents))
  return { agi, taxableIncome, tax: tax(year, taxableIncome) }
}
