/** Arkansas a second time: Ark. Code §26-51-201, 26-51-430, 26-51-501, 26-51-815, by the printed "rate less amount" rows. */
import { netCapitalGain, type Taxpayer } from './taxpayer.ts'

/** From net income on: percent of it, less an amount. */
type Row = readonly [from: number, percent: number, less: number]
const rows: Readonly<Record<number, readonly Row[]>> = {
  2024: [
    [25_699, 3.9, 409.861],
    [15_599, 3.4, 281.366],
    [10_899, 3, 218.97],
    [5_499, 2, 109.98],
  ],
  2025: [
    [26_399, 3.9, 419.961],
    [15_999, 3.4, 287.966],
    [11_199, 3, 223.97],
    [5_599, 2, 111.98],
  ],
  2026: [
    [26_400, 3.7, 367.2],
    [16_000, 3.4, 288],
    [11_200, 3, 224],
    [5_600, 2, 112],
  ],
}

function upperTable(year: number, income: number): number {
  const hundreds = (start: number): number => Math.ceil((income - start) / 100)
  if (year === 2026) return 0.037 * income - 79.9 - Math.max(0, 300 - 10 * hundreds(94_700))
  if (year === 2025) return 0.039 * income - 89.3 - Math.max(0, 320 - 10 * hundreds(94_700))
  // In 2024 the row of 94,300 is two hundred wide
  const start = income > 94_400 ? 92_400 : 92_300
  return 0.039 * income - 87.4 - Math.max(0, 320 - 10 * hundreds(start))
}

export function arkansas(x: Taxpayer): Record<string, number> {
  const gain = netCapitalGain(x.facts.gains)
  const taxedGain = Math.min(gain, 1e7) / 2
  const deduction = (x.year === 2024 ? 2_410 : 2_470) * x.filers
  const income = Math.max(0, x.agi - gain + taxedGain - deduction)
  const [, percent, less] = rows[x.year]?.find(([from]) => income > from) ?? [0, 0, 0]
  const lower = income <= (x.year === 2024 ? 92_300 : 94_700)
  const tax = lower ? (income * percent) / 100 - less : upperTable(x.year, income)
  const family = x.status === 'hoh' || x.status === 'qss'
  const personalCredit = 29 * (x.filers + x.dependents + (family ? 1 : 0))
  return { taxableIncome: income, personalCredit, tax: Math.max(0, tax - personalCredit) }
}
