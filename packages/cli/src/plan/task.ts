/** What a plan's thread is told, and what it tells. */
import {
  type Asked,
  type Case,
  InputError,
  NotModelled,
  type PlanAnswer,
  type PlanQuestion,
  type PlanTreeAnswer,
  type PlanTreeQuestion,
  type Problem,
  type Progress,
} from '@isoline/engine'

export interface PlanTask {
  readonly kind: 'plan'
  readonly of: Case
  readonly asked: Asked
  readonly question: PlanQuestion | PlanTreeQuestion
  /** One number, 1 when the search is to stop with the best it has. */
  readonly stop: SharedArrayBuffer
}

export interface FromPlanThread {
  readonly now?: Parameters<Progress>[0]
  readonly answer?: PlanAnswer | PlanTreeAnswer
  readonly error?: SentError
}

/** Whether a question is one over outcomes. */
export const overOutcomes = (question: PlanTask['question']): question is PlanTreeQuestion =>
  question.objective === 'expected' || question.objective === 'worst' || question.objective === 'riskAdjusted'

/** An error on its way between threads, where it would lose its class. */
export type SentError =
  | { readonly kind: 'input'; readonly problems: readonly Problem[] }
  | { readonly kind: 'notModelled'; readonly rule: string; readonly form: string; readonly message: string }
  | { readonly kind: 'defect'; readonly message: string }

export function sent(error: unknown): SentError {
  if (error instanceof InputError) return { kind: 'input', problems: error.problems }
  if (error instanceof NotModelled) {
    const { rule, form, message } = error
    return { kind: 'notModelled', rule, form, message }
  }
  return { kind: 'defect', message: error instanceof Error ? `${error.message}\n${error.stack}` : String(error) }
}

export function received(error: SentError): Error {
  if (error.kind === 'input') return new InputError(error.problems)
  if (error.kind === 'notModelled')
    return Object.assign(new NotModelled(error.rule, error.form, ''), { message: error.message })
  return new Error(error.message)
}
