/** Idaho a second time: Idaho Code §63-3022, 63-3024, with the deduction for seniors of IRC §151(d)(5)(C). */
import { type Taxpayer, together } from './taxpayer.ts'

const years: Readonly<Record<number, readonly [percent: number, one: number, joint: number]>> = {
  2024: [5.695, 4_673, 9_346],
  2025: [5.3, 4_811, 9_622],
  2026: [5.3, 4_811, 9_622],
}

export function idaho(x: Taxpayer): Record<string, number> {
  const [percent, one, joint] = years[x.year] ?? [Number.NaN, Number.NaN, Number.NaN]
  const deduction = Math.max(x.federalStandardDeduction, x.deduction - x.stateTaxDeducted)
  const over = Math.max(0, x.agi - (x.status === 'mfj' ? 150_000 : 75_000))
  const senior = x.year >= 2025 && x.status !== 'mfs' ? Math.max(0, 6_000 - 0.06 * over) * x.aged : 0
  const taxableIncome = Math.max(0, x.agi - deduction - senior)
  const tax = (Math.max(0, taxableIncome - (together(x) ? joint : one)) * percent) / 100
  return { agi: x.agi, taxableIncome, tax }
}
