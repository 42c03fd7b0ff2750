/**
 * Credit that nobody kept: the ledger rebuilt from old forms, what was never claimed, what can still be claimed and until
 * when, and what a return is worth amending for when the AMT basis was missed at a sale.
 */
import type { PlainDate } from '../date.ts'
import { amtOn, type CreditAsDue, creditAsDue, type FiledYear } from '../filed.ts'
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
  const due = creditAsDue(filed)
  const years = due.map((each) => unusedYear(each, asOf))
  const sum = (open: boolean): number =>
    years.filter((year) => year.open === open).reduce((all, year) => all + atLeastZero(year.refund), 0)
  const last = due.at(-1) as CreditAsDue
  return {
    years,
    ...{ claimable: sum(true), lost: sum(false), carriedOut: last.carriedOut, made: last.of.exclusion.line18 },
  }
}

function unusedYear({ of, available, gap, allowable, claimed, carriedOut }: CreditAsDue, asOf: PlainDate): UnusedYear {
  const until = claimUntil(of.year, of.filed.filedOn, of.filed.paidOn)
  const [amt, amtDue] = [amtOn(of.form6251), amtOn(of.due)]
  const refund = amt - amtDue + allowable - (claimed ?? 0)
  return {
    ...{ year: of.year, amt, amtDue, exclusionPart: of.exclusion.line15, generated: of.exclusion.line18 },
    ...{ available, gap, allowable, claimed, carriedOut, claimUntil: until, open: asOf <= until, refund },
    amtLossCarriedOut: of.amtLossLeft,
  }
}
