/**
 * What a gift to charity does to the tax of all years: the same case with the gift and without it, every year figured whole,
 * so that floor, limits, carryovers, the choice of the deduction, AMT and minimum tax credit all count.
 */
import type { Case } from '../case.ts'
import { dayNumber, type PlainDate, yearOf } from '../date.ts'
import type { Action, GiveAction, Recipient } from '../equity/action.ts'
import { booksFor } from '../equity/books.ts'
import { runLedger } from '../equity/ledger.ts'
import { prepare } from '../equity/prepared.ts'
import { blocksOf } from '../equity/shares.ts'
import type { Rounding } from '../law/federal/law.ts'
import { type StateYear, stateTaxOf, stateYears } from '../stateYears.ts'
import { creditIntoNext, type FiguredYear, yearsTo } from '../timeline.ts'

/** Who a gift can go to and be deducted. */
export const charities = ['publicCharity', 'dafSponsor', 'privateFoundation'] as const satisfies readonly Recipient[]
export type CharityRecipient = (typeof charities)[number]

/** The years of a case from the year of the gift on. Dollars. */
export interface Outcome {
  readonly of: Case
  readonly years: readonly FiguredYear[]
  readonly states: readonly StateYear[]
  readonly federalTax: number
  /** Null where a state of these years cannot be figured; what is known of it counts in `worth`. */
  readonly stateTax: number | null
  /** Minimum tax credit left at the end. */
  readonly creditLeft: number
  /** That credit at its face value less all tax: only the difference of two outcomes means anything. */
  readonly worth: number
}

/** A case figured from its first year, and summed up from `from` on. Years past the horizon are projected as any other. */
export function outcomeOf(asGiven: Case, from: number, last: number, rounding: Rounding): Outcome {
  const of = reaching(asGiven, last)
  const all = yearsTo(of, last, rounding)
  const since = ({ year }: { readonly year: number }): boolean => year >= from
  const years = all.filter(since)
  const states = stateYears(of, all).filter(since)
  const federalTax = years.reduce((sum, { return: r }) => sum + r.form1040.line24, 0)
  const known = states.reduce((sum, { returns }) => returns.reduce((all, { summary }) => all + summary.tax, sum), 0)
  const end = years.at(-1)
  const creditLeft = end ? creditIntoNext(end) : Number.NaN
  return {
    ...{ of, years, states, federalTax, creditLeft, worth: creditLeft - federalTax - known },
    stateTax: states.some((year) => stateTaxOf(year) === null) ? null : known,
  }
}

const reaching = (of: Case, last: number): Case => ({
  ...of,
  assumptions: { ...of.assumptions, horizon: Math.max(of.assumptions.horizon, last) },
})

/** What one outcome saves over another. Dollars; below zero it costs. */
export interface Relief {
  readonly federalTax: number
  readonly stateTax: number | null
  /** Minimum tax credit at the end, beyond that of the other. */
  readonly creditLeft: number
  readonly worth: number
}

export const reliefOf = (without: Outcome, saved: Outcome): Relief => ({
  federalTax: without.federalTax - saved.federalTax,
  stateTax: without.stateTax === null || saved.stateTax === null ? null : without.stateTax - saved.stateTax,
  creditLeft: saved.creditLeft - without.creditLeft,
  worth: saved.worth - without.worth,
})

/** A gift, of cash or of shares of a lot. */
export interface Gift {
  readonly on: PlainDate
  readonly to: CharityRecipient
  readonly cash: number
  readonly shares: number
  readonly lot: string | null
}

export const giveActionOf = (gift: Gift): GiveAction => ({ kind: 'give', inW2: true, ...gift })

/** The case with more actions at the end of its plan. */
export const withActions = (of: Case, actions: readonly Action[]): Case => ({ ...of, plan: [...of.plan, ...actions] })

/** Gifts to charity that the plan makes in a year. */
export const plannedGifts = (of: Case, year: number): GiveAction[] =>
  of.plan.filter(
    (action): action is GiveAction =>
      action.kind === 'give' && yearOf(action.on) === year && charities.some((each) => each === action.to),
  )

/** The case without them: what is asked about stands in their place. */
export function withoutPlannedGifts(of: Case, year: number): Case {
  const gifts = new Set<Action>(plannedGifts(of, year))
  return { ...of, plan: of.plan.filter((action) => !gifts.has(action)) }
}

/** The case without what its plan takes from a lot from a day on, or may take, first in, first out. */
export function keepingLot(of: Case, lot: string, from: PlainDate): Case {
  const takes = (action: Action): boolean =>
    action.kind !== 'exercise' &&
    !(action.kind === 'give' && action.shares === 0) &&
    (action.lot === null || action.lot === lot)
  return { ...of, plan: of.plan.filter((action) => action.on < from || !takes(action)) }
}

/** Vested shares of a lot that are held on a day, as of that day. */
export interface HeldThen {
  readonly lot: string
  readonly shares: number
}

/** What of each lot is held and vested on a day, after what the plan does before it, in the order of exercise. */
export function heldOn(of: Case, on: PlainDate): HeldThen[] {
  const plan = of.plan.filter((action) => action.on < on || (action.on === on && action.kind === 'exercise'))
  const { prepared, refused } = runLedger(booksFor(prepare({ ...of, plan })))
  if (refused && refused.year <= yearOf(on)) throw refused.error
  const day = dayNumber(on)
  return prepared.lots
    .filter((lot) => lot.day <= day)
    .map((lot) => {
      const left = blocksOf(lot).reduce((sum, block) => sum + (block.freeDay <= day ? block.left : 0), 0)
      return { lot: lot.id, shares: +((left * prepared.market.factorAt(day)) / lot.factor).toFixed(6) }
    })
    .filter(({ shares }) => shares > 0)
}
