/** Louisiana a second time: R.S. 47:32, 47:294; in 2024 each bracket shrinks from below by the exemptions. */
import type { Taxpayer } from './taxpayer.ts'

export function louisiana(x: Taxpayer): Record<string, number> {
  const { year, status, agi } = x
  if (year > 2024) {
    const single = year === 2025 ? 12_500 : 12_875
    const taxableIncome = Math.max(0, agi - (status === 'single' || status === 'mfs' ? single : 2 * single))
    return { agi, taxableIncome, tax: (3 * taxableIncome) / 100 }
  }
  const two = status === 'mfj' || status === 'qss' ? 2 : 1
  const base = { single: 4_500, mfs: 4_500, mfj: 9_000, hoh: 9_000, qss: 10_000 }[status]
  const exempt = base + 1_000 * (x.dependents + x.agedOrBlind)
  // What of each bracket lies above the exemptions
  const lies = (from: number, to: number) => Math.max(0, Math.min(agi, to * two) - Math.max(exempt, from * two))
  const tax = 0.0185 * lies(0, 12_500) + 0.035 * lies(12_500, 50_000) + 0.0425 * lies(50_000, Number.POSITIVE_INFINITY)
  return { agi, taxableIncome: Math.max(0, agi - exempt), tax }
}
