/** Arizona a second time: A.R.S. §43-1011, 43-1022(22), 43-1023, 43-1041. */
import { netCapitalGain, type Taxpayer } from './taxpayer.ts'

const single: Readonly<Record<number, number>> = { 2024: 14_600, 2025: 15_750, 2026: 16_100 }

export function arizona(x: Taxpayer): Record<string, number> {
  const couple = x.status === 'mfj' || x.status === 'qss'
  const standard = (single[x.year] ?? Number.NaN) * (couple ? 2 : x.status === 'hoh' ? 1.5 : 1)
  const exemptions = 2_100 * x.aged + 1_500 * Math.max(0, x.agedOrBlind - x.aged)
  const senior = x.year === 2024 ? 0 : x.seniorDeduction
  const gain = netCapitalGain(x.facts.gains)
  const taxableIncome = Math.max(0, x.agi - 0.25 * gain - senior - exemptions - standard)
  return { agi: x.agi, taxableIncome, tax: taxableIncome / 40 }
}
