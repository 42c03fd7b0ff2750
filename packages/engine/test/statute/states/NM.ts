/** New Mexico a second time: NMSA 1978 §7-2-5.8, 7-2-7 (as printed, tax and percentage over each threshold), 7-2-34, 7-2-39. */
import { netCapitalGain, type Taxpayer, together } from './taxpayer.ts'

type Rows = readonly (readonly [over: number, tax: number, percent: number])[]
const of2024 = {
  single: [
    [0, 0, 1.7],
    [5_500, 93.5, 3.2],
    [11_000, 269.5, 4.7],
    [16_000, 504.5, 4.9],
    [210_000, 10_010.5, 5.9],
  ],
  joint: [
    [0, 0, 1.7],
    [8_000, 136, 3.2],
    [16_000, 392, 4.7],
    [24_000, 768, 4.9],
    [315_000, 15_027, 5.9],
  ],
  separate: [
    [0, 0, 1.7],
    [4_000, 68, 3.2],
    [8_000, 196, 4.7],
    [12_000, 384, 4.9],
    [157_500, 7_513.5, 5.9],
  ],
} as const satisfies Record<string, Rows>
const from2025 = {
  single: [
    [0, 0, 1.5],
    [5_500, 82.5, 3.2],
    [16_500, 434.5, 4.3],
    [33_500, 1_165.5, 4.7],
    [66_500, 2_716.5, 4.9],
    [210_000, 9_748, 5.9],
  ],
  joint: [
    [0, 0, 1.5],
    [8_000, 120, 3.2],
    [25_000, 664, 4.3],
    [50_000, 1_739, 4.7],
    [100_000, 4_089, 4.9],
    [315_000, 14_624, 5.9],
  ],
  separate: [
    [0, 0, 1.5],
    [4_000, 60, 3.2],
    [12_500, 332, 4.3],
    [25_000, 869.5, 4.7],
    [50_000, 2_044.5, 4.9],
    [157_500, 7_312, 5.9],
  ],
} as const satisfies Record<string, Rows>

// Federal standard deduction of one filer, and its addition for age or blindness of the unmarried and the married
const federal: Readonly<Record<number, readonly [number, number, number]>> = {
  2024: [14_600, 1_950, 1_550],
  2025: [15_750, 2_000, 1_600],
  2026: [16_100, 2_050, 1_650],
}

function standardDeduction({ year, status, agedOrBlind }: Taxpayer): number {
  const [one, unmarried, married] = federal[year] ?? [Number.NaN, Number.NaN, Number.NaN]
  const alone = status === 'single' || status === 'hoh'
  const shares = status === 'hoh' ? 1.5 : status === 'mfj' || status === 'qss' ? 2 : 1
  return one * shares + (alone ? unmarried : married) * agedOrBlind
}

function lowIncome(x: Taxpayer): number {
  const [start, percent, limit] = together(x)
    ? [30_000, 10, 55_000]
    : x.status === 'mfs'
      ? [15_000, 20, 27_500]
      : [20_000, 15, 36_667]
  if (x.agi > limit) return 0
  const lost = x.agi > start ? ((x.agi - start) * percent) / 100 : 0
  return Math.max(0, 2_500 - lost) * (x.filers + x.dependents)
}

export function newMexico(x: Taxpayer): Record<string, number> {
  const { year, status, agi } = x
  const gain = netCapitalGain(x.facts.gains)
  const allowed = year === 2024 ? Math.max(Math.min(1_000, gain), 0.4 * gain) : Math.min(2_500, gain)
  const gainDeduction = status === 'mfs' ? allowed / 2 : allowed
  const dependents = status === 'mfj' || status === 'hoh' ? 4_000 * Math.max(0, x.dependents - 1) : 0
  const taxableIncome = Math.max(0, agi - standardDeduction(x) - dependents - lowIncome(x) - gainDeduction)
  const tables = year === 2024 ? of2024 : from2025
  const rows: Rows = together(x) ? tables.joint : status === 'mfs' ? tables.separate : tables.single
  const [over, tax, percent] = rows.findLast(([from]) => taxableIncome >= from) ?? [0, Number.NaN, 0]
  return { agi, gainDeduction, taxableIncome, tax: tax + ((taxableIncome - over) * percent) / 100 }
}
