/** Oklahoma a second time: 68 O.S. §2355(C), (D), each tier as the statute gives it, "the next so many dollars"; §2358(E). */
import { type Taxpayer, together } from './taxpayer.ts'

type Next = readonly [dollars: number, percent: number]
// Of the single schedule; the other is twice as wide
const to2025: readonly Next[] = [
  [1_000, 0.25],
  [1_500, 0.75],
  [1_250, 1.75],
  [1_150, 2.75],
  [2_300, 3.75],
  [Number.POSITIVE_INFINITY, 4.75],
]
const from2026: readonly Next[] = [
  [3_750, 0],
  [1_150, 2.5],
  [2_300, 3.5],
  [Number.POSITIVE_INFINITY, 4.5],
]
const limits = { single: 15_000, mfj: 25_000, mfs: 12_500, hoh: 19_000, qss: Number.NEGATIVE_INFINITY } as const

export function oklahoma(x: Taxpayer): Record<string, number> {
  const { year, status, agi } = x
  const special = agi <= limits[status] ? x.aged : 0
  const persons = x.filers + x.dependents + Math.max(0, x.agedOrBlind - x.aged) + special
  const standard = status === 'hoh' ? 9_350 : together(x) ? 12_700 : 6_350
  const taxableIncome = Math.max(0, agi - standard - 1_000 * persons)
  let rest = taxableIncome
  let tax = 0
  for (const [dollars, percent] of year >= 2026 ? from2026 : to2025) {
    const inTier = Math.min(rest, dollars * (together(x) ? 2 : 1))
    tax += (inTier * percent) / 100
    rest -= inTier
  }
  return { agi, taxableIncome, tax }
}
