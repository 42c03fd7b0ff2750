/** Illinois a second time: 35 ILCS 5/201(b)(5.4), 5/204. */
import type { Taxpayer } from './taxpayer.ts'

const each: Readonly<Record<number, number>> = { 2024: 2_775, 2025: 2_850, 2026: 2_925 }

export function illinois(x: Taxpayer): Record<string, number> {
  const limit = x.status === 'mfj' ? 500_000 : 250_000
  const persons = (each[x.year] ?? Number.NaN) * (x.filers + x.dependents)
  const exemption = x.agi <= limit ? persons + 1_000 * x.agedOrBlind : 0
  const taxableIncome = Math.max(0, x.agi - exemption)
  return { agi: x.agi, exemption, taxableIncome, tax: (taxableIncome * 99) / 2_000 }
}
