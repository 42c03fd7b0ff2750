/** Georgia a second time: O.C.G.A. §48-7-20, 48-7-26, 48-7-27. */
import type { Taxpayer } from './taxpayer.ts'

export function georgia({ year, status, agi, dependents }: Taxpayer): Record<string, number> {
  const of2026 = year === 2026
  const couple = status === 'mfj' || (of2026 && status === 'qss')
  const deduction = (of2026 ? 15_000 : 12_000) * (couple ? 2 : 1)
  const taxableIncome = Math.max(0, agi - deduction - (of2026 ? 5_000 : 4_000) * dependents)
  const percent = year === 2024 ? 5.39 : year === 2025 ? 5.19 : 4.99
  return { agi, taxableIncome, tax: (taxableIncome * percent) / 100 }
}
