/** What the items of the checklist are, and what all of them are answered from. */
import type { Case } from '../case.ts'
import type { PlainDate } from '../date.ts'
import type { FiguredYear } from '../timeline.ts'
import type { CashTest } from './cashTest.ts'
import type { Asked } from './common.ts'
import type { EstimateAnswer } from './estimate.ts'
import type { LimitAnswer } from './limit.ts'
import type { LotRow } from './lots.ts'
import type { MissingFact } from './missingFact.ts'
import type { RoomAnswer } from './room.ts'

/** A day to write down. */
export interface DateToKeep {
  readonly on: PlainDate
  readonly what: string
}

export type ItemName =
  | 'cashTest'
  | 'bargainElement'
  | 'amtAndRoom'
  | 'annualLimit'
  | 'holdAndPay'
  | 'bothBases'
  | 'taxSetAside'
  | 'bothClocks'
  | 'yearEnd'
  | 'election83b'
  | 'estimatedTax'
  | 'deadlines'
  | 'forms'

/** One step of the list. Numbers are dollars, shares or fractions as they are named; null where they are not known. */
export interface ChecklistItem {
  readonly name: ItemName
  readonly question: string
  /** `yes`: done, or settled by the figures; `no`: something is to be done or to be faced; `missing`: a fact is. */
  readonly answer: 'yes' | 'no' | 'missing'
  /** The answer in sentences, with the person's own numbers and dates. */
  readonly says: readonly string[]
  readonly numbers: { readonly [name: string]: number | null }
  readonly dates: readonly DateToKeep[]
  readonly missing: readonly MissingFact[]
}

/** What the items are answered from: the other answers to the same question, and the years figured. */
export interface ListFacts {
  readonly of: Case
  readonly asked: Asked
  readonly year: number
  readonly years: readonly FiguredYear[]
  readonly test: CashTest
  readonly estimate: EstimateAnswer
  readonly room: RoomAnswer | null
  readonly limit: LimitAnswer
  /** Lots made by exercises of the year, whether done or planned. */
  readonly lots: readonly LotRow[]
}

/** What an exercise in the plan would tell. */
export const nothingPlanned = (message: string): MissingFact => ({ path: 'plan', message })
