/** The installments of a year's estimated tax by both methods, what is short of each, and what to pay on each day. IRC §6654. */
import type { PlainDate } from '../date.ts'
import { type Form2210Column, figureForm2210Column } from '../forms/form2210.ts'
import { figureScheduleAIInstallment, type ScheduleAIInstallment } from '../forms/scheduleAI.ts'
import type { EstimatedLaw } from '../law/federal/estimated.ts'
import { part } from '../money.ts'
import type { Paid } from './payPenalty.ts'
import { type RequiredPayment, requiredPayment, type TaxToPay } from './requiredPayment.ts'

/** What the installments are figured from. Dollars. */
export interface Payer {
  readonly law: EstimatedLaw
  readonly toPay: TaxToPay
  /** Payments of estimated tax, made or planned. */
  readonly payments: readonly Paid[]
  /** Tax on annualized income of each column, Schedule AI line 19; null where it cannot be figured. */
  readonly annualized: readonly number[] | null
  /** The days of the four installments. */
  readonly days: readonly PlainDate[]
}

/** The installments figured; four of each list, not rounded. */
export interface Installments {
  readonly required: RequiredPayment
  readonly regular: readonly number[]
  readonly scheduleAI: readonly ScheduleAIInstallment[] | null
  /** What is due of each: the less of both methods, or nothing at all. */
  readonly least: readonly number[]
  /** Withholding and payments that count for each installment: a quarter of what is withheld, §6654(g)(1), and what is paid by its day. */
  readonly credited: readonly number[]
  readonly columns: readonly Form2210Column[]
}

/** Both methods, and Form 2210 Part III on the less of them. The annualized method never asks for more by any day. */
export function installmentsOf({ law, toPay, payments, annualized, days }: Payer): Installments {
  const required = requiredPayment(toPay, law)
  const { form2210, exempt } = required
  const regular = law.shares.map((share) => part(share, form2210.line9))
  const scheduleAI = annualized && columnsOfAI(annualized, form2210.line9, law)
  const least = exempt ? regular.map(() => 0) : (scheduleAI?.map(({ line27 }) => line27) ?? regular)
  const credited = days.map((day, i) => {
    const before = days[i - 1] ?? ''
    const paid = payments.filter(({ on }) => on <= day && on > before)
    return toPay.withheld / days.length + paid.reduce((sum, { amount }) => sum + amount, 0)
  })
  return { required, regular, scheduleAI, least, credited, columns: columnsOf(least, credited) }
}

function columnsOfAI(tax: readonly number[], line9: number, law: EstimatedLaw): ScheduleAIInstallment[] {
  const columns: ScheduleAIInstallment[] = []
  for (const [i, share] of law.shares.entries()) {
    const last = columns.at(-1)
    const before = {
      installments: columns.reduce((sum, { line27 }) => sum + line27, 0),
      saved: last ? last.line26 - last.line27 : 0,
    }
    const annualized = { tax: tax[i] as number, applicable: law.applicable[i] as number }
    columns.push(figureScheduleAIInstallment({ annualized, regular: { share }, form2210: { line9 }, before }))
  }
  return columns
}

function columnsOf(required: readonly number[], credited: readonly number[]): Form2210Column[] {
  const columns: Form2210Column[] = []
  for (const [i, amount] of required.entries()) {
    const last = columns.at(-1)
    const before = { overpaid: last ? last.line18 : 0, owed: last ? last.line16 + last.line17 : 0 }
    columns.push(figureForm2210Column({ installment: { required: amount, paid: credited[i] as number }, before }))
  }
  return columns
}

/** What to pay: at once for installments that are past, and by each day ahead. Dollars. */
export interface PayPlan {
  /** What ends the penalty on installments that are past; zero once the return is due. */
  readonly now: number
  /** By the day of each installment; zero for those that are past. */
  readonly byDay: readonly number[]
}

/** The least to pay from `asOf` on, each time no more than the installments up to that day still lack. */
export function payPlan({ least, credited }: Installments, payer: Payer, asOf: PlainDate, until: PlainDate): PayPlan {
  const { days, payments } = payer
  const past = days.filter((day) => day < asOf).length
  // What was paid since the last day that is past counts too
  const late = payments
    .filter(({ on }) => past > 0 && on > (days[past - 1] as string) && on <= asOf)
    .reduce((sum, { amount }) => sum + amount, 0)
  const now = asOf > until ? 0 : Math.max(0, sum(least, past) - sum(credited, past) - late)
  let added = now
  const byDay = days.map((_, i) => {
    if (i < past) return 0
    const pay = Math.max(0, sum(least, i + 1) - sum(credited, i + 1) - added)
    added += pay
    return pay
  })
  return { now, byDay }
}

/**
 * The extra withholding that leaves no installment short: a quarter of it counts for each, those that are past too. IRC §6654(g)(1).
 */
export const extraWithholding = ({ least, credited }: Installments): number =>
  Math.max(0, ...least.map((_, i) => ((sum(least, i + 1) - sum(credited, i + 1)) * least.length) / (i + 1)))

const sum = (amounts: readonly number[], count: number): number =>
  amounts.slice(0, count).reduce((all, each) => all + each, 0)
