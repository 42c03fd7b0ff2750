/** North Dakota a second time: N.D.C.C. 57-38-30.3. */
import { federalTaxableIncome } from './IA.ts'
import { netCapitalGain, type Taxpayer, tiers } from './taxpayer.ts'

/** Where 1.95 % begins, and 2.5 %. */
const edges: Readonly<Record<string, readonly [number, number]>> = {
  ...{ '2024 single': [47_150, 238_200], '2024 couple': [78_775, 289_975] },
  ...{ '2024 mfs': [39_375, 144_975], '2024 hoh': [63_175, 264_100] },
  ...{ '2025 single': [48_475, 244_825], '2025 couple': [80_975, 298_075] },
  ...{ '2025 mfs': [40_475, 149_025], '2025 hoh': [64_950, 271_450] },
  ...{ '2026 single': [49_575, 250_400], '2026 couple': [82_800, 304_850] },
  ...{ '2026 mfs': [41_400, 152_425], '2026 hoh': [66_400, 277_600] },
}

export function northDakota(x: Taxpayer): Record<string, number> {
  const spared = 0.4 * (netCapitalGain(x.facts.gains) + x.facts.qualifiedDividends)
  const taxableIncome = Math.max(0, federalTaxableIncome(x) - spared)
  const couple = x.status === 'mfj' || x.status === 'qss'
  const [a, b] = edges[`${x.year} ${couple ? 'couple' : x.status}`] ?? [Number.NaN, Number.NaN]
  return { agi: x.agi, taxableIncome, tax: tiers(taxableIncome, [0, 0], [a, 1.95], [b, 2.5]) }
}
