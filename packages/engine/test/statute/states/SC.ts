/** South Carolina a second time: S.C. Code §12-6-510, 12-6-1140, 12-6-1150, 12-6-1170(B). */
import { netCapitalGain, type Taxpayer, tiers } from './taxpayer.ts'

// What the federal return of 2024, and that of 2025 before the law of July 2025, gives one filer; and for age or blindness
const federal: Readonly<Record<number, readonly [one: number, unmarried: number, married: number]>> = {
  2024: [14_600, 1_950, 1_550],
  2025: [15_000, 2_000, 1_600],
}
const shares = { single: 1, mfj: 2, mfs: 1, hoh: 1.5, qss: 2 } as const

function deductionOf({ year, status, agi, agedOrBlind }: Taxpayer): number {
  const [one, unmarried, married] = federal[year] ?? []
  if (one !== undefined && unmarried !== undefined && married !== undefined) {
    return one * shares[status] + (status === 'single' || status === 'hoh' ? unmarried : married) * agedOrBlind
  }
  // 3/11 of the excess, whole tens, until nothing is left
  const tens = Math.floor((3 * Math.max(0, agi - 40_000 * shares[status])) / 110)
  return Math.max(0, 15_000 * shares[status] - 10 * tens)
}

export function southCarolina(x: Taxpayer): Record<string, number> {
  const { year, agi } = x
  const perDependent = year === 2024 ? 4_790 : 4_930
  const off = deductionOf(x) + 0.44 * netCapitalGain(x.facts.gains) + 15_000 * x.aged + perDependent * x.dependents
  const taxableIncome = Math.max(0, agi - off)
  const tax =
    year === 2024
      ? tiers(taxableIncome, [0, 0], [3_460, 3], [17_330, 6.2])
      : year === 2025
        ? tiers(taxableIncome, [0, 0], [3_560, 3], [17_830, 6])
        : tiers(taxableIncome, [0, 1.99], [30_000, 5.21])
  return { agi, taxableIncome, tax }
}
