/** Indiana a second time: IC 6-3-1-3.5(a), 6-3-2-1. */
import type { Taxpayer } from './taxpayer.ts'

export function indiana(x: Taxpayer): Record<string, number> {
  const small = x.agi < (x.status === 'mfs' ? 20_000 : 40_000)
  const exemptions = 1_000 * (x.filers + x.dependents + x.agedOrBlind) + (small ? 500 * x.aged : 0)
  const taxableIncome = Math.max(0, x.agi - exemptions)
  const percent = x.year === 2024 ? 3.05 : x.year === 2025 ? 3 : 2.95
  return { agi: x.agi, taxableIncome, tax: (taxableIncome * percent) / 100 }
}
