/** Montana a second time: MCA 15-30-2103, 15-30-2120, with the limit on taxes of IRC §164(b)(6), (7). */
import { federalTaxableIncome } from './IA.ts'
import { netCapitalGain, type Taxpayer } from './taxpayer.ts'

/** Up to where the lower rates reach, for one filer; a couple's is twice that, a head's one and a half, in 2025 rounded. */
const one: Readonly<Record<number, number>> = { 2024: 20_500, 2025: 21_100, 2026: 47_500 }

function edgeOf({ year, status }: Taxpayer): number {
  const edge = one[year] ?? Number.NaN
  if (status === 'hoh') return year === 2025 ? 31_700 : 1.5 * edge
  return status === 'mfj' || status === 'qss' ? 2 * edge : edge
}

/** State and local taxes that the federal return may deduct at most; a separate return halves the limit last. */
function limitOnTaxes({ year, status, agi }: Taxpayer): number {
  const half = status === 'mfs' ? 0.5 : 1
  if (year === 2024) return 10_000 * half
  const [limit, start] = year === 2025 ? [40_000, 500_000] : [40_400, 505_000]
  return half * Math.max(10_000, limit - 0.3 * Math.max(0, agi - start * half))
}

/** State income tax is what other taxes leave of the limit, and no more than itemizing has saved. */
function addedBack(x: Taxpayer): number {
  const saved = Math.max(0, x.deduction - x.federalStandardDeduction)
  const { stateAndLocalTaxes, realEstateTaxes } = x.facts
  return Math.min(stateAndLocalTaxes, Math.max(0, limitOnTaxes(x) - realEstateTaxes), saved)
}

export function montana(x: Taxpayer): Record<string, number> {
  const perSenior = x.year === 2024 ? 5_500 : x.year === 2025 ? 5_660 : 5_810
  const taxableIncome = Math.max(0, federalTaxableIncome(x) + addedBack(x) - perSenior * x.aged)
  const gain = Math.min(taxableIncome, netCapitalGain(x.facts.gains))
  const other = taxableIncome - gain
  const edge = edgeOf(x)
  const low = Math.min(gain, Math.max(0, edge - other))
  const upper = x.year === 2026 ? 5.65 : 5.9
  const tax = 4.7 * Math.min(other, edge) + upper * Math.max(0, other - edge) + 3 * low + 4.1 * (gain - low)
  return { agi: x.agi, taxableIncome, longTermGain: gain, tax: tax / 100 }
}
