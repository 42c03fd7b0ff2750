/**
 * Credit that nobody kept: the ledger rebuilt from old forms, what was never claimed, what can still be claimed and until
 * when, and what a return is worth amending for when the AMT basis was missed at a sale.
 */
import type { MissedAmtBasis } from '../case.ts'
import type { PlainDate } from '../date.ts'
import { type CreditAsDue, creditAsDue, type FiledYear, priorOf, splitAs } from '../filed.ts'
import { blank } from '../form.ts'
import { type Form6251, form6251Words } from '../forms/form6251.ts'
import { figureForm8801Exclusion } from '../forms/form8801.ts'
import { claimUntil } from '../law/federal/dueDates.ts'
import { atLeastZero } from '../money.ts'

/** One year as filed beside the year as it should have been. Dollars; null where the file does not say. */
export interface UnusedYear {
  readonly year: number
  /** AMT as filed, and with the AMT basis of the shares sold. */
  readonly amt: number
  readonly amtDue: number
  /** Of the AMT that was due: the part that never comes back, and the credit the rest made. */
  readonly exclusionPart: number
  readonly generated: number
  readonly available: number
  readonly gap: number | null
  /** Credit the year could use, and what its return claimed. */
  readonly allowable: number
  readonly claimed: number | null
  readonly carriedOut: number
  /** The last safe day to claim a refund, and whether it is still ahead. IRC §6511. */
  readonly claimUntil: PlainDate
  readonly open: boolean
  /** Tax that an amended return gives back: AMT too much and credit not claimed; below zero where too much was claimed. */
  readonly refund: number
  /** Loss that only AMT carries out of the year, where the AMT basis was missed. */
  readonly amtLossCarriedOut: number
}

export interface Unused {
  readonly years: readonly UnusedYear[]
  /** What can still be claimed, and what is lost because its year is closed. */
  readonly claimable: number
  readonly lost: number
  /** Form 8801 lines 19 and 18 of the year after the last: by the ledger as it should have run. */
  readonly carriedOut: number
  readonly made: number
}

/** The ledger of the years of `history`, ascending; null where there are none. */
export function unusedCredit(filed: readonly FiledYear[], asOf: PlainDate): Unused | null {
  if (filed.length === 0) return null
  const corrected = filed.map(corrections)
  const due = creditAsDue(corrected.map(({ year }) => year))
  const years = due.map((each, i) => unusedYear(each, filed[i] as FiledYear, corrected[i]?.lossLeft ?? 0, asOf))
  const sum = (open: boolean): number =>
    years.filter((year) => year.open === open).reduce((all, year) => all + atLeastZero(year.refund), 0)
  const last = due.at(-1) as CreditAsDue
  return {
    years,
    ...{ claimable: sum(true), lost: sum(false), carriedOut: last.carriedOut, made: last.of.exclusion.line18 },
  }
}

function unusedYear(due: CreditAsDue, asFiled: FiledYear, lossLeft: number, asOf: PlainDate): UnusedYear {
  const { of, available, gap, allowable, claimed, carriedOut } = due
  const until = claimUntil(of.year, of.filed.filedOn, of.filed.paidOn)
  const amt = asFiled.form6251?.line11 ?? 0
  const amtDue = of.form6251?.line11 ?? 0
  const refund = amt - amtDue + allowable - (claimed ?? 0)
  return {
    ...{ year: of.year, amt, amtDue, exclusionPart: of.exclusion.line15, generated: of.exclusion.line18 },
    ...{ available, gap, allowable, claimed, carriedOut, claimUntil: until, open: asOf <= until, refund },
    amtLossCarriedOut: lossLeft,
  }
}

/** A year with the AMT basis that its Form 6251 line 2k left out, and the AMT loss that is left then. */
function corrections(filed: FiledYear): { readonly year: FiledYear; readonly lossLeft: number } {
  const missed = filed.filed.missedAmtBasis
  if (!missed || !filed.form6251 || !filed.choice || !filed.law) return { year: filed, lossLeft: 0 }
  const law = filed.law as typeof filed.law & { readonly capitalLossLimit: number }
  const allowed = (net: number): number => (net >= 0 ? net : -Math.min(law.capitalLossLimit, -net))
  const amtNet = missed.netGain - missed.difference
  const line2k = allowed(amtNet) - allowed(missed.netGain)
  const form6251 = refigured(filed, filed.form6251, missed, line2k)
  const { line15 } = filed.exclusion
  return {
    year: { ...filed, form6251, exclusion: { ...splitAs(form6251.line11, line15) } },
    lossLeft: atLeastZero(-amtNet - law.capitalLossLimit),
  }
}

/**
 * Form 6251 with line 2k and the gains of AMT. Its Parts II and III have the shape of Form 8801 lines 5 to 13 and 27 to 55, so
 * that AMT income in the place of the exclusion items gives tentative minimum tax.
 */
function refigured(of: FiledYear, lines: Form6251, { netGain, difference }: MissedAmtBasis, line2k: number): Form6251 {
  const gains = lines.line13 - atLeastZero(netGain) + atLeastZero(netGain - difference)
  const income = blank(form6251Words)
  for (const line of Object.keys(form6251Words) as (keyof Form6251)[]) income[line] = 0
  income.line1b = lines.line4 + line2k
  income.line8 = lines.line8
  const prior = priorOf({ ...of.filed, form6251: {} }, income)
  const { line13: tentative } = figureForm8801Exclusion(
    { ...prior, form1040: { line3a: gains } },
    of.law as NonNullable<FiledYear['law']>,
  )
  return {
    ...lines,
    ...{ line2k, line4: income.line1b, line9: tentative, line11: atLeastZero(tentative - lines.line10) },
  }
}
