/** District of Columbia a second time: D.C. Code §47-1801.04(44), 47-1806.03. */
import { type Taxpayer, tiers } from './taxpayer.ts'

const basic: Readonly<Record<number, number>> = { 2024: 14_600, 2025: 15_000, 2026: 15_000 }
const married: Readonly<Record<number, number>> = { 2024: 1_550, 2025: 1_600, 2026: 1_650 }

export function districtOfColumbia(x: Taxpayer): Record<string, number> {
  const couple = x.status === 'mfj' || x.status === 'qss'
  const single = x.status === 'single' || x.status === 'hoh'
  const standard = (basic[x.year] ?? Number.NaN) * (couple ? 2 : x.status === 'hoh' ? 1.5 : 1)
  // 400 more for those who are not married
  const box = (married[x.year] ?? Number.NaN) + (single ? 400 : 0)
  const added = x.year >= 2025 ? x.section1202 : 0
  const taxableIncome = Math.max(0, x.agi + added - standard - box * x.agedOrBlind)
  const tax = tiers(
    taxableIncome,
    ...([
      [0, 4],
      [10_000, 6],
      [40_000, 6.5],
      [60_000, 8.5],
      [250_000, 9.25],
      [500_000, 9.75],
    ] as const),
    [1_000_000, 10.75],
  )
  return { agi: x.agi, taxableIncome, tax }
}
