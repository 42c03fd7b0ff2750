/** Missouri a second time, a couple taken together: RSMo 143.011, 143.121, 143.131, 143.161, 143.171. */
import { nets, type Taxpayer, tiers } from './taxpayer.ts'

const bands: Readonly<Record<number, number>> = { 2024: 1_273, 2025: 1_313, 2026: 1_348 }

function share(income: number): number {
  if (income <= 25_000) return 0.35
  if (income <= 50_000) return 0.25
  if (income <= 100_000) return 0.15
  return income <= 125_000 ? 0.05 : 0
}

export function missouri(x: Taxpayer): Record<string, number> {
  const { short, long } = nets(x.facts.gains)
  const income = x.agi - (x.year === 2024 ? 0 : Math.max(0, short + long))
  const federalTaxDeduction = Math.min(share(income) * x.federalTax, x.status === 'mfj' ? 10_000 : 5_000)
  const household = x.status === 'hoh' || x.status === 'qss' ? 1_400 : 0
  const taxableIncome = Math.max(0, income - federalTaxDeduction - x.federalStandardDeduction - household)
  const band = bands[x.year] ?? Number.NaN
  const tax = tiers(
    taxableIncome,
    ...([
      [0, 0],
      [band, 2],
      [2 * band, 2.5],
      [3 * band, 3],
      [4 * band, 3.5],
      [5 * band, 4],
      [6 * band, 4.5],
    ] as const),
    [7 * band, x.year === 2024 ? 4.8 : 4.7],
  )
  return { agi: x.agi, federalTaxDeduction, taxableIncome, tax }
}
