/** Maryland a second time, without county tax: Tax-General §10-105, 10-211, 10-217. */
import { netCapitalGain, type Taxpayer, tiers, together } from './taxpayer.ts'

function standardDeduction(x: Taxpayer): number {
  const joint = together(x)
  if (x.year === 2025) return joint ? 6_700 : 3_350
  if (x.year === 2026) return joint ? 6_850 : 3_400
  const [least, most] = joint ? [3_650, 5_450] : [1_800, 2_700]
  return Math.min(most, Math.max(least, 0.15 * x.agi))
}

/** 3,200; half of it, a quarter and nothing over three thresholds 25,000 apart. */
function exemption(x: Taxpayer): number {
  const over = x.agi - (together(x) ? 150_000 : 100_000)
  return over <= 0 ? 3_200 : over <= 25_000 ? 1_600 : over <= 50_000 ? 800 : 0
}

export function maryland(x: Taxpayer): Record<string, number> {
  const exemptions = exemption(x) * (x.filers + x.dependents) + 1_000 * x.agedOrBlind
  const taxableIncome = Math.max(0, Math.max(0, x.agi - standardDeduction(x)) - exemptions)
  const top: readonly (readonly [number, number])[] =
    x.year === 2024
      ? []
      : together(x)
        ? [
            [600_000, 6.25],
            [1_200_000, 6.5],
          ]
        : [
            [500_000, 6.25],
            [1_000_000, 6.5],
          ]
  const middle: readonly (readonly [number, number])[] = together(x)
    ? [
        [150_000, 5],
        [175_000, 5.25],
        [225_000, 5.5],
        [300_000, 5.75],
      ]
    : [
        [100_000, 5],
        [125_000, 5.25],
        [150_000, 5.5],
        [250_000, 5.75],
      ]
  const scheduleTax = tiers(taxableIncome, [0, 2], [1_000, 3], [2_000, 4], [3_000, 4.75], ...middle, ...top)
  const taxed = x.year >= 2025 && x.agi > 350_000
  const surtax = taxed ? 0.02 * netCapitalGain(x.facts.gains) : 0
  return { agi: x.agi, taxableIncome, surtax, tax: scheduleTax + surtax }
}
