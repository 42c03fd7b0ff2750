/** Hawaii a second time: HRS §235-2.4, 235-51, 235-54. */
import { netCapitalGain, type Taxpayer, tiers } from './taxpayer.ts'

const shares = { single: 1, mfj: 2, mfs: 1, hoh: 1.5, qss: 2 } as const

function scheduleTax({ year, status }: Taxpayer, income: number): number {
  const one = income / shares[status]
  const tax =
    year === 2024
      ? tiers(
          one,
          ...([
            [0, 1.4],
            [2_400, 3.2],
            [4_800, 5.5],
            [9_600, 6.4],
            [14_400, 6.8],
            [19_200, 7.2],
            [24_000, 7.6],
          ] as const),
          ...([
            [36_000, 7.9],
            [48_000, 8.25],
            [150_000, 9],
            [175_000, 10],
            [200_000, 11],
          ] as const),
        )
      : tiers(
          one,
          ...([
            [0, 1.4],
            [9_600, 3.2],
            [14_400, 5.5],
            [19_200, 6.4],
            [24_000, 6.8],
            [36_000, 7.2],
            [48_000, 7.6],
          ] as const),
          ...([
            [125_000, 7.9],
            [175_000, 8.25],
            [225_000, 9],
            [275_000, 10],
            [325_000, 11],
          ] as const),
        )
  return tax * shares[status]
}

export function hawaii(x: Taxpayer): Record<string, number> {
  const { year, status, agi } = x
  const head = year === 2026 ? 12_000 : 6_424
  const deduction = status === 'hoh' ? head : (year === 2026 ? 8_000 : 4_400) * shares[status]
  const taxableIncome = Math.max(0, agi - deduction - 1_144 * (x.filers + x.dependents + x.aged))
  const regular = scheduleTax(x, taxableIncome)
  const least = (year === 2024 ? 24_000 : 48_000) * shares[status]
  const gainAtRate = Math.min(netCapitalGain(x.facts.gains), Math.max(0, taxableIncome - least))
  const other = scheduleTax(x, taxableIncome - gainAtRate) + 0.0725 * gainAtRate
  return { agi, taxableIncome, scheduleTax: regular, tax: Math.min(regular, other) }
}
