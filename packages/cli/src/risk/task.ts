/** What a thread that figures futures is told, and what it tells. */
import type { Asked, Case, RiskQuestion } from '@isoline/engine'
import type { SentError } from '../plan/task.ts'

export interface RiskTask {
  readonly kind: 'risk'
  readonly of: Case
  readonly asked: Asked
  readonly question: RiskQuestion
}

/** The futures of one block, or why there are none. */
export interface FromRiskThread {
  readonly block: number
  readonly values?: Float64Array
  readonly error?: SentError
}
