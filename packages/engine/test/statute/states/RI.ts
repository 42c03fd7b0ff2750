/** Rhode Island a second time: R.I. Gen. Laws §44-30-2.6(c). */
import type { Status } from '../figures.ts'
import { type Taxpayer, tiers } from './taxpayer.ts'

interface Year {
  readonly deduction: { readonly [S in Status]: number }
  readonly person: number
  /** Ends of the five bands: up to the first all is kept, beyond the last nothing. */
  readonly bands: readonly number[]
  readonly edges: readonly [number, number]
}

const years: Readonly<Record<number, Year>> = {
  2024: {
    deduction: { single: 10_550, mfj: 21_150, mfs: 10_575, hoh: 15_850, qss: 21_150 },
    person: 4_950,
    bands: [246_450, 253_500, 260_550, 267_600, 274_650],
    edges: [77_450, 176_050],
  },
  2025: {
    deduction: { single: 10_900, mfj: 21_800, mfs: 10_900, hoh: 16_350, qss: 21_800 },
    person: 5_100,
    bands: [254_250, 261_500, 268_750, 276_000, 283_250],
    edges: [79_900, 181_650],
  },
  2026: {
    deduction: { single: 11_200, mfj: 22_400, mfs: 11_200, hoh: 16_800, qss: 22_400 },
    person: 5_250,
    bands: [261_000, 268_450, 275_900, 283_350, 290_800],
    edges: [82_050, 186_450],
  },
}

export function rhodeIsland({ year, status, agi, filers, dependents }: Taxpayer): Record<string, number> {
  const law = years[year]
  if (!law) throw new Error(`Rhode Island ${year}`)
  const kept = 1 - law.bands.filter((end) => agi > end).length / 5
  const off = (law.deduction[status] + law.person * (filers + dependents)) * kept
  const taxableIncome = Math.max(0, agi - off)
  const tax = tiers(taxableIncome, [0, 3.75], [law.edges[0], 4.75], [law.edges[1], 5.99])
  return { agi, taxableIncome, tax }
}
