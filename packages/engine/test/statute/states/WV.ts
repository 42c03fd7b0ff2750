/** West Virginia a second time: W. Va. Code §11-21-4g, 4i, 4j (tax at each threshold as printed), 11-21-16. */
import type { Taxpayer } from './taxpayer.ts'

type Row = readonly [over: number, tax: number, percent: number]
const rows: Readonly<Record<number, readonly Row[]>> = {
  2024: [
    [0, 0, 2.36],
    [10_000, 236, 3.15],
    [25_000, 708.5, 3.54],
    [40_000, 1_239.5, 4.72],
    [60_000, 2_183.5, 5.12],
  ],
  2025: [
    [0, 0, 2.22],
    [10_000, 222, 2.96],
    [25_000, 666, 3.33],
    [40_000, 1_165.5, 4.44],
    [60_000, 2_053.5, 4.82],
  ],
  2026: [
    [0, 0, 2.11],
    [10_000, 211, 2.81],
    [25_000, 632.5, 3.16],
    [40_000, 1_106.5, 4.22],
    [60_000, 1_950.5, 4.58],
  ],
}

export function westVirginia(x: Taxpayer): Record<string, number> {
  const taxableIncome = Math.max(0, x.agi - 8_000 * x.aged - 2_000 * x.filers - 2_000 * x.dependents)
  // A separate return: the tax of twice the income, halved
  const times = x.status === 'mfs' ? 2 : 1
  const row = rows[x.year]?.findLast(([over]) => taxableIncome * times >= over)
  if (!row) throw new Error(`West Virginia ${x.year}`)
  const [over, tax, percent] = row
  return { agi: x.agi, taxableIncome, tax: (tax + ((taxableIncome * times - over) * percent) / 100) / times }
}
