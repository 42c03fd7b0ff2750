/** One flat case: a federal year without lots, one row in and one row out. */
import type { Notice } from '../explain/notices.ts'
import { lawOf, type Rounding } from '../law/federal/law.ts'
import { federalTable } from '../law/federal/tables.ts'
import { figureReturn, type Workspace } from '../return.ts'
import { type FlatCase, parseFlatCase } from '../scenario/flatCase.ts'
import type { Summary } from '../summary.ts'
import { noticesFor, printedForms, printedSummary } from './common.ts'

export interface ReturnAnswer {
  readonly id: string | null
  readonly summary: Summary
  readonly notices: readonly Notice[]
  readonly forms?: ReturnType<typeof printedForms>
}

/** How rows are answered: the rounding of rows that name none, whether every line is wanted, sheets to reuse. */
export interface ReturnOptions {
  readonly rounding?: Rounding
  readonly forms?: boolean
  readonly work?: Workspace
}

/**
 * The answer to one flat case.
 * @throws InputError with every problem of the row; NotModelled where the law applies and is not done.
 */
export function returnAnswer(row: unknown, options: ReturnOptions = {}): ReturnAnswer {
  const flat = parseFlatCase(row)
  const { id, facts } = flat
  const choice = flatChoice(flat, options)
  const r = figureReturn(facts, lawOf(choice), options.work)
  const summary = printedSummary(r)
  const forms = options.forms ? { forms: printedForms(r) } : {}
  return { id, summary, notices: [...noticesFor(choice, facts), ...flatStateNotice(flat)], ...forms }
}

const flatChoice = (flat: FlatCase, { rounding }: ReturnOptions) => ({
  table: federalTable(flat.year),
  status: flat.status,
  rounding: flat.rounding ?? rounding ?? ('exact' as const),
  readings: flat.readings,
})

function flatStateNotice({ state }: FlatCase): Notice[] {
  if (state === null) return []
  return [{ code: 'notModelled', message: `State tax of ${state} is not modelled: the figures are federal.` }]
}
