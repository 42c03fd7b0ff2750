/** The kinks of Form 6251 in the ISO spread: each threshold of the law, turned into the spread at which it is reached. */
import type { FederalLaw } from '../law/federal/law.ts'
import { part, wholeOf } from '../money.ts'
import type { FederalReturn } from '../return.ts'
import type { BreakReason } from './curve.ts'

export interface Kinks {
  readonly list: readonly { readonly spread: number; readonly reason: BreakReason }[]
  /** A spread by which tentative minimum tax has certainly passed the regular tax. */
  readonly pastCrossover: number
}

/** A corner of line 6 (AMT income over the exemption) as a function of AMT income before the increase of line 4. */
interface Corner {
  readonly income: number
  readonly taxed: number
  /** Rise of line 6 per dollar of income to the right. */
  readonly rise: number
}

/**
 * Every spread at which a line of Form 6251 bends. `r` must hold the lines that the spread does not move.
 * @see IRC §55(b)(1), (b)(3), (d)(1)–(2); Form 6251 lines 4 to 6 and 12 to 39
 */
export function kinksOf(r: FederalReturn, law: FederalLaw): Kinks {
  const f = r.form6251
  const corners = line6Corners(law)
  const list: { spread: number; reason: BreakReason }[] = [
    { spread: law.amtExemption - f.withoutSpread, reason: 'exemptionUsed' },
    { spread: law.amtPhaseoutStart - f.withoutSpread, reason: 'phaseoutBegins' },
    { spread: law.amtExemptionGone - f.withoutSpread, reason: 'phaseoutEnds' },
  ]
  if (law.amtiIncreaseRate > 0) {
    list.push({ spread: law.amtExemptionGone - f.withoutSpread, reason: 'increaseBegins' })
    list.push({ spread: increaseFull(law) - f.withoutSpread, reason: 'increaseEnds' })
  }
  const whenTaxed = (taxed: number): number => incomeWhen(taxed, corners) - f.withoutSpread
  const onLine6 = (taxed: number, reason: BreakReason) => list.push({ spread: whenTaxed(taxed), reason })
  onLine6(law.amtBreakpoint, 'highRate')
  if (f.line15 > 0) {
    onLine6(Math.min(f.line21, f.line13), 'gainsAtZeroUsed')
    onLine6(Math.min(f.line21 + f.line29, f.line13), 'gainsAt15Used')
    onLine6(f.line13, 'gainsUsed')
    onLine6(f.line15, 'gainsUsed')
    onLine6(f.line15 + law.amtBreakpoint, 'highRate')
  }
  // Past all gains every dollar is taxed at the lower AMT rate or more, so this much more spread certainly reaches the regular tax
  const certainly = wholeOf(law.amtLowRate, f.line10 + r.facts.amtForeignTaxCredit) + 1
  const last = Math.max(...list.map((kink) => kink.spread), 0)
  return { list, pastCrossover: last + certainly }
}

const increaseFull = (law: FederalLaw): number => law.amtExemptionGone + wholeOf(law.amtiIncreaseRate, law.amtExemption)

/** Line 6 rises dollar for dollar, faster while the exemption phases out, faster while the increase of line 4 runs. */
function line6Corners(law: FederalLaw): readonly Corner[] {
  const phaseout = 1 + part(law.amtPhaseoutRate, 1)
  const corners: Corner[] = [
    { income: law.amtExemption, taxed: 0, rise: 1 },
    { income: law.amtPhaseoutStart, taxed: law.amtPhaseoutStart - law.amtExemption, rise: phaseout },
  ]
  if (law.amtiIncreaseRate === 0)
    return [...corners, { income: law.amtExemptionGone, taxed: law.amtExemptionGone, rise: 1 }]
  const increase = 1 + part(law.amtiIncreaseRate, 1)
  corners.push({ income: law.amtExemptionGone, taxed: law.amtExemptionGone, rise: increase })
  return [...corners, { income: increaseFull(law), taxed: increaseFull(law) + law.amtExemption, rise: 1 }]
}

/** The AMT income at which line 6 reaches an amount. */
function incomeWhen(taxed: number, corners: readonly Corner[]): number {
  const corner = corners.findLast((each) => each.taxed <= taxed) ?? (corners[0] as Corner)
  return corner.income + (taxed - corner.taxed) / corner.rise
}
