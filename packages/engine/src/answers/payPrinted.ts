/** Estimated tax for output: each installment with its day, what to pay, the penalty and what more withholding would do. To the cent. */
import { type PlainDate, yearOf } from '../date.ts'
import type { Sheet, Words } from '../form.ts'
import { annualizedPeriods } from '../law/federal/estimated.ts'
import { toCents } from '../money.ts'
import type { AnnualizedReturn } from './payAnnualized.ts'
import {
  extraWithholding,
  type Installments,
  installmentsOf,
  type Payer,
  type PayPlan,
  payPlan,
} from './payInstallments.ts'
import { type Paid, underpaymentPenalty } from './payPenalty.ts'
import type { Exempt } from './requiredPayment.ts'

/** One installment. Dollars; each amount is its own, not the sum so far, but for `short`. */
export interface PayInstallment {
  readonly due: PlainDate
  /** The last day of income that the annualized method looks at for it. */
  readonly through: PlainDate
  readonly regular: number
  /** Null where income cannot be annualized. */
  readonly annualized: number | null
  /** The less of both, as the law lets one choose; zero where nothing need be paid. */
  readonly required: number
  /** Withholding and estimated payments that count for it. */
  readonly credited: number
  /** What is missing by its day, of it and of those before, when nothing more is paid. */
  readonly short: number
  /** What to pay by its day; null where it is past. */
  readonly pay: number | null
}

/** The estimated tax of one authority. Dollars; unknown is null. */
export interface EstimatedTax {
  readonly tax: number
  readonly withheld: number
  readonly estimatedPaid: number
  /** Form 2210 lines 5, 8 and 9. */
  readonly currentYear: number
  readonly priorYear: number | null
  readonly required: number
  readonly exempt: Exempt | null
  readonly installments: readonly PayInstallment[]
  /** What ends the penalty on installments that are past. */
  readonly payNow: number
  /** Whether Schedule AI must be filed for these payments to be enough. */
  readonly needsAnnualized: boolean
  readonly penalty: {
    /** The yearly rate given, a fraction. */
    readonly rate: number | null
    /** The penalty if nothing more is paid until the return is due, and if the payments here are made. */
    readonly ifUnpaid: number | null
    readonly ifPaid: number | null
    /** The former for each percentage point of the rate. */
    readonly perPoint: number
    readonly until: PlainDate
  }
  /** What more withholding does instead of payments; null once the year is over. */
  readonly withholding: { readonly extra: number; readonly paydays: number | null; readonly each: number | null } | null
}

/** When it is asked, and what the asker adds. */
export interface PayTerms {
  readonly asOf: PlainDate
  readonly year: number
  /** The day the return is due, on which the penalty ends. */
  readonly until: PlainDate
  readonly rate: number | null
  readonly paydays?: number
}

/** The estimated tax of a payer. */
export function estimatedTax(payer: Payer, terms: PayTerms): EstimatedTax {
  const { toPay, payments } = payer
  const figured = installmentsOf(payer)
  const { form2210, exempt } = figured.required
  const plan = payPlan(figured, payer, terms.asOf, terms.until)
  const planned: Paid[] = [
    { on: terms.asOf, amount: plan.now },
    ...plan.byDay.map((amount, i) => ({ on: payer.days[i] as PlainDate, amount })),
  ]
  return {
    tax: toCents(form2210.line4),
    withheld: toCents(toPay.withheld),
    estimatedPaid: toCents(payments.reduce((sum, { amount }) => sum + amount, 0)),
    currentYear: toCents(form2210.line5),
    priorYear: Number.isNaN(form2210.line8) ? null : toCents(form2210.line8),
    required: exempt ? 0 : toCents(form2210.line9),
    exempt,
    installments: installmentRows(figured, payer, terms, plan.byDay),
    payNow: toCents(plan.now),
    needsAnnualized: exempt === null && shorterByRegular(figured, payer, plan, terms.asOf),
    penalty: penaltyOf(figured, payer, planned, terms),
    withholding: withholdingOf(figured, terms),
  }
}

/** Whether these payments are shorter by the regular method: only then does the annualized one have to be claimed. */
function shorterByRegular(
  { regular, least, credited }: Installments,
  { days }: Payer,
  { now, byDay }: PayPlan,
  asOf: PlainDate,
): boolean {
  const ahead = days.findIndex((day) => day >= asOf)
  let [due, dueRegular, paid] = [0, 0, 0]
  return regular.some((amount, i) => {
    dueRegular += amount
    due += least[i] as number
    // What is paid at once comes too late for days that are past
    paid += (credited[i] as number) + (byDay[i] as number) + (i === ahead ? now : 0)
    return Math.max(0, dueRegular - paid) - Math.max(0, due - paid) > 0.005
  })
}

function installmentRows(
  { regular, scheduleAI, least, credited, columns }: Installments,
  { days }: Payer,
  { asOf, year }: PayTerms,
  byDay: readonly number[],
): PayInstallment[] {
  const periods = annualizedPeriods(year)
  return days.map((due, i) => {
    const column = columns[i]
    const annualized = scheduleAI?.[i]
    return {
      ...{ due, through: periods[i]?.through ?? due, regular: toCents(regular[i] as number) },
      annualized: annualized ? toCents(annualized.line27) : null,
      required: toCents(least[i] as number),
      credited: toCents(credited[i] as number),
      short: toCents(column ? column.line16 + column.line17 : Number.NaN),
      pay: due < asOf ? null : toCents(byDay[i] as number),
    }
  })
}

function penaltyOf(
  { least, credited }: Installments,
  { days, payments, toPay }: Payer,
  planned: readonly Paid[],
  { until, rate }: PayTerms,
): EstimatedTax['penalty'] {
  const installments = days.map((on, i) => ({ on, amount: least[i] as number }))
  const asIs: Paid[] = [...days.map((on) => ({ on, amount: toPay.withheld / credited.length })), ...payments]
  const at = (paid: readonly Paid[], yearly: number): number => underpaymentPenalty(installments, paid, until, yearly)
  return {
    rate,
    ifUnpaid: rate === null ? null : toCents(at(asIs, rate)),
    ifPaid: rate === null ? null : toCents(at([...asIs, ...planned], rate)),
    perPoint: toCents(at(asIs, 0.01)),
    until,
  }
}

function withholdingOf(figured: Installments, { asOf, year, paydays }: PayTerms): EstimatedTax['withholding'] {
  if (yearOf(asOf) > year) return null
  const extra = extraWithholding(figured)
  return {
    extra: toCents(extra),
    paydays: paydays ?? null,
    each: paydays === undefined || paydays === 0 ? null : toCents(extra / paydays),
  }
}

/** The federal form by line: Part I, its columns, and those of Schedule AI; an unfigured line is left out. */
export interface PayForms {
  readonly form2210: { readonly [line: string]: number }
  readonly form2210Columns: readonly { readonly [line: string]: number }[]
  readonly scheduleAI: readonly { readonly [line: string]: number }[]
}

export const payForms = (figured: Installments, annualized: readonly AnnualizedReturn[] | null): PayForms => ({
  form2210: linesOf(figured.required.form2210),
  form2210Columns: figured.columns.map(linesOf),
  scheduleAI: (annualized ?? []).map(({ scheduleAI }, i) => {
    const installment = figured.scheduleAI?.[i]
    return { ...linesOf(scheduleAI), ...(installment && linesOf(installment)) }
  }),
})

const linesOf = (sheet: Readonly<Sheet<Words>>): { [line: string]: number } =>
  Object.fromEntries(
    Object.entries(sheet)
      .filter(([, amount]) => !Number.isNaN(amount))
      .map(([line, amount]) => [line, toCents(amount)]),
  )
