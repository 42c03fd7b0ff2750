/** What must be paid of a year's tax while the year runs, so that no penalty is due: federal, and of California. IRC §6654. */
import type { Case } from '../case.ts'
import type { PlainDate } from '../date.ts'
import { InputError } from '../errors.ts'
import { consider } from '../explain/notices.ts'
import { returnDue } from '../law/federal/dueDates.ts'
import { federalEstimated } from '../law/federal/estimated.ts'
import { installmentDays } from '../law/federal/installments.ts'
import { stateDue } from '../law/states/dueDates.ts'
import type { FiguredYear } from '../timeline.ts'
import { type Asked, figuredYearsAsked, type Grounds, noticesFor } from './common.ts'
import { annualizedReturns } from './payAnnualized.ts'
import { installmentsOf, type Payer } from './payInstallments.ts'
import { payAssumed, payNotices } from './payNotices.ts'
import { type EstimatedTax, estimatedTax, type PayForms, payForms } from './payPrinted.ts'
import { payStates } from './payState.ts'
import { federalToPay } from './requiredPayment.ts'
import { shareNotices } from './shareNotices.ts'
import { stateYearNotices } from './states.ts'

/** What only the asker knows. */
export interface PayQuestion {
  /** Yearly rate of interest on underpayments, a fraction: set each quarter by the authority. IRC §6621(a)(2), (b). */
  readonly rate?: number
  readonly stateRate?: number
  /** Days of pay that are left in the year, over which withholding can be raised. */
  readonly paydays?: number
  /** California's tax of the year before, where the file begins with the year asked about. Dollars. */
  readonly stateTaxBefore?: number
}

export interface PayAnswer extends Grounds {
  readonly asOf: PlainDate
  readonly federal: EstimatedTax
  /** California's, where it taxes the year. */
  readonly states: readonly (EstimatedTax & { readonly state: string })[]
  readonly forms: PayForms
}

/**
 * The estimated tax of a year: the required annual payment, both methods, what to pay and by when, and what the penalty would be.
 * @throws InputError for a year without income of its own: what is withheld is not known then.
 */
export function payAnswer(of: Case, asked: Asked, question: PayQuestion = {}): PayAnswer {
  const years = figuredYearsAsked(of, asked)
  const figured = years.at(-1) as FiguredYear
  const { year } = figured
  requireOwnIncome(of, year)
  const returns = annualizedReturns(of, figured)
  const days = installmentDays(year)
  const federal: Payer = {
    law: federalEstimated(figured.status),
    toPay: federalToPay(figured),
    payments: figured.income.estimatedPaid,
    annualized: returns?.map(({ scheduleAI }) => scheduleAI.line19) ?? null,
    days,
  }
  const states = payStates(of, years, returns, question.stateTaxBefore ?? null)
  const own = states.california && { ...states.california, days }
  const { rate, stateRate, paydays } = question
  const when = { asOf: asked.asOf, year, ...(paydays !== undefined && { paydays }) }
  return {
    ...{ year, asOf: asked.asOf },
    federal: estimatedTax(federal, { ...when, until: returnDue(year), rate: rate ?? null }),
    states: own
      ? [{ state: 'CA', ...estimatedTax(own, { ...when, until: stateDue('CA', year), rate: stateRate ?? null }) }]
      : [],
    forms: payForms(installmentsOf(federal), returns),
    notices: [
      ...payNotices(figured, federal, own, states.others, returns !== null),
      ...noticesFor(consider(figured.choice), figured.facts),
      ...shareNotices(of, figured.shares, year),
      ...stateYearNotices([states.year]),
    ],
    assumed: [...of.assumed, ...payAssumed(figured, asked.asOf, own !== null)],
  }
}

function requireOwnIncome(of: Case, year: number): void {
  if (of.incomes.some((each) => each.year === year)) return
  const message = `what is withheld in ${year} is not known: the file has no income of its own for it. Add incomes.${year}, with withheld.`
  throw new InputError([{ path: `incomes.${year}`, code: 'missing', message }])
}
