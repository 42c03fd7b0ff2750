/** Wisconsin a second time: Wis. Stat. 71.05, 71.06. A surviving spouse files as a head of household. */
import { netCapitalGain, type Taxpayer, tiers } from './taxpayer.ts'

interface Year {
  /** Single, joint, separate: largest deduction and where it starts to fall; then the head of household's. */
  readonly most: readonly [number, number, number]
  readonly start: readonly [number, number, number]
  readonly head: number
  readonly brackets: readonly [readonly number[], readonly number[], readonly number[]]
}
const years: Readonly<Record<number, Year>> = {
  2024: {
    ...{ most: [13_230, 24_490, 11_630], start: [19_070, 27_520, 13_060], head: 17_090 },
    brackets: [
      [14_320, 28_640, 315_310],
      [19_090, 38_190, 420_420],
      [9_550, 19_090, 210_210],
    ],
  },
  2025: {
    ...{ most: [13_560, 25_110, 11_930], start: [19_550, 28_210, 13_390], head: 17_520 },
    brackets: [
      [14_680, 50_480, 323_290],
      [19_580, 67_300, 431_060],
      [9_790, 33_650, 215_530],
    ],
  },
  2026: {
    ...{ most: [13_960, 25_840, 12_280], start: [20_120, 29_040, 13_780], head: 18_030 },
    brackets: [
      [15_110, 51_950, 332_720],
      [20_150, 69_260, 443_630],
      [10_080, 34_630, 221_820],
    ],
  },
}

export function wisconsin(x: Taxpayer): Record<string, number> {
  const { most, start, head, brackets } = years[x.year] as Year
  const column = x.status === 'mfj' ? 1 : x.status === 'mfs' ? 2 : 0
  const income = x.agi - 0.3 * netCapitalGain(x.facts.gains)
  const over = Math.max(0, income - start[column])
  const own = most[column] - (column === 0 ? 0.12 : 0.19778) * over
  const ofHead = x.status === 'hoh' || x.status === 'qss' ? head - 0.22515 * over : 0
  const deduction = Math.max(0, own, ofHead)
  const exemptions = 700 * (x.filers + x.dependents) + 250 * x.aged
  const taxableIncome = Math.max(0, Math.max(0, income - deduction) - exemptions)
  const [second, third, top] = brackets[column] as [number, number, number]
  return {
    agi: x.agi,
    deduction,
    taxableIncome,
    tax: tiers(taxableIncome, [0, 3.5], [second, 4.4], [third, 5.3], [top, 7.65]),
  }
}
