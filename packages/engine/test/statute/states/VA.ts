/** Virginia a second time: Va. Code §58.1-320, 58.1-321, 58.1-322.03. */
import { type Taxpayer, tiers } from './taxpayer.ts'

export function virginia(x: Taxpayer): Record<string, number> {
  const { year, status, agi } = x
  const over = Math.max(0, agi - (status === 'mfj' ? 75_000 : 50_000))
  const age = status === 'mfs' ? 0 : Math.max(0, 12_000 * x.aged - over)
  const standard = (year === 2024 ? 8_500 : 8_750) * (status === 'mfj' ? 2 : 1)
  const exemptions = 930 * x.filers + 930 * x.dependents + 800 * x.agedOrBlind
  const taxableIncome = Math.max(0, agi - age - standard - exemptions)
  const owes = agi - age >= (status === 'mfj' ? 23_900 : 11_950)
  const tax = owes ? tiers(taxableIncome, [0, 2], [3_000, 3], [5_000, 5], [17_000, 5.75]) : 0
  return { agi, taxableIncome, tax }
}
