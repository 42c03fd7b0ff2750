/** Delaware a second time: 30 Del. C. §1102, 1108, 1110. */
import type { Taxpayer } from './taxpayer.ts'

// From the base amounts that the Division of Revenue prints
const bases = [
  [60_000, 2_943.5, 6.6],
  [25_000, 1_001, 5.55],
  [20_000, 741, 5.2],
  [10_000, 261, 4.8],
  [5_000, 66, 3.9],
  [2_000, 0, 2.2],
] as const

export function delaware(x: Taxpayer): Record<string, number> {
  const taxableIncome = Math.max(0, x.agi - 3_250 * x.filers - 2_500 * x.agedOrBlind)
  const [from, base, percent] = bases.find(([start]) => taxableIncome >= start) ?? [0, 0, 0]
  const taxBeforeCredits = base + ((taxableIncome - from) * percent) / 100
  const personalCredit = 110 * (x.filers + x.dependents + x.aged)
  return { agi: x.agi, taxableIncome, personalCredit, tax: Math.max(0, taxBeforeCredits - personalCredit) }
}
