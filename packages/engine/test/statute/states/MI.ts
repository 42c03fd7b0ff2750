/** Michigan a second time: MCL 206.30, 206.51. */
import type { Taxpayer } from './taxpayer.ts'

const exemptions: Readonly<Record<number, number>> = { 2024: 5_600, 2025: 5_800, 2026: 5_900 }

export function michigan({ year, agi, filers, dependents }: Taxpayer): Record<string, number> {
  const taxableIncome = Math.max(0, agi - (filers + dependents) * (exemptions[year] ?? Number.NaN))
  return { agi, taxableIncome, tax: 0.0425 * taxableIncome }
}
