/** Mississippi a second time, in one column: Miss. Code §27-7-5, 27-7-17, 27-7-21. */
import type { Taxpayer } from './taxpayer.ts'

/** Standard deduction and the exemption of the return, together. */
const off = { single: 8_300, mfs: 8_300, mfj: 16_600, qss: 11_400, hoh: 11_400 } as const

export function mississippi({ year, status, agi, dependents, agedOrBlind }: Taxpayer): Record<string, number> {
  const taxableIncome = Math.max(0, agi - off[status] - 1_500 * (dependents + agedOrBlind))
  const percent = year === 2024 ? 4.7 : year === 2025 ? 4.4 : 4
  return { agi, taxableIncome, tax: (Math.max(0, taxableIncome - 10_000) * percent) / 100 }
}
