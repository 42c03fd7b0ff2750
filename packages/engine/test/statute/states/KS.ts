/** Kansas a second time: K.S.A. 79-32,110, 79-32,119, 79-32,121. */
import { type Taxpayer, tiers } from './taxpayer.ts'

export function kansas(x: Taxpayer): Record<string, number> {
  const married = x.status === 'mfj' || x.status === 'mfs'
  const head = x.status === 'hoh' || x.status === 'qss'
  // Half of a couple's deduction on a separate return
  const deduction = (married ? 4_120 * x.filers : head ? 6_180 : 3_605) + (married ? 700 : 850) * x.agedOrBlind
  const exemption = 9_160 * x.filers + 2_320 * (x.dependents + (head ? 1 : 0))
  const taxableIncome = Math.max(0, x.agi - deduction - exemption)
  return { agi: x.agi, taxableIncome, tax: tiers(taxableIncome, [0, 5.2], [23_000 * x.filers, 5.58]) }
}
