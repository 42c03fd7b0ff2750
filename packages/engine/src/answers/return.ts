/** One flat case: a federal year without lots, one row in and one row out. */
import { type Considered, consider, type Notice } from '../explain/notices.ts'
import type { FigureName } from '../law/federal/figures.ts'
import { openFigures, type Rounding } from '../law/federal/law.ts'
import { federalTable } from '../law/federal/tables.ts'
import { figureReturn, type Workspace, workspace } from '../return.ts'
import { type FlatCase, parseFlatCase } from '../scenario/flatCase.ts'
import type { Summary } from '../summary.ts'
import { noticesFor, printedForms, printedSummary } from './common.ts'

export interface ReturnAnswer {
  readonly id: string | number | null
  readonly summary: Summary
  readonly notices: readonly Notice[]
  readonly forms?: ReturnType<typeof printedForms>
}

/** How rows are answered: the rounding of rows that name none, whether every line is wanted, a desk to work at. */
export interface ReturnOptions {
  readonly rounding?: Rounding
  readonly forms?: boolean
  readonly desk?: Desk
}

/** What one worker keeps between rows: sheets, and the laws made so far. Each call of `returnAnswer` overwrites the sheets. */
export interface Desk {
  readonly work: Workspace
  readonly laws: Map<string, Considered>
}

export const newDesk = (): Desk => ({ work: workspace(), laws: new Map() })

/**
 * The answer to one flat case.
 * @throws InputError with every problem of the row; NotModelled where the law applies and is not done.
 */
export function returnAnswer(row: unknown, options: ReturnOptions = {}): ReturnAnswer {
  const flat = parseFlatCase(row)
  const { id, facts } = flat
  const { work, laws } = options.desk ?? newDesk()
  const considered = consideredAt(laws, flat, flat.rounding ?? options.rounding ?? 'exact')
  const r = figureReturn(facts, considered.law, work)
  const summary = printedSummary(r)
  const forms = options.forms ? { forms: printedForms({ return: r }) } : {}
  return { id, summary, notices: [...noticesFor(considered, facts, work), ...flatStateNotice(flat)], ...forms }
}

function consideredAt(laws: Map<string, Considered>, flat: FlatCase, rounding: Rounding): Considered {
  const { year, status, readings } = flat
  const key = `${year} ${status} ${rounding} ${JSON.stringify(readings)}`
  const known = laws.get(key)
  if (known) return known
  const table = federalTable(year)
  const open = openFigures(table).filter((name) => !ofLaterYears.has(name))
  const considered = consider({ table, status, rounding, readings }, open)
  // Readings are the caller's own numbers: without a bound, rows with ever new ones would fill the memory
  if (laws.size < 1_000) laws.set(key, considered)
  return considered
}

/** Readings that one return alone cannot show: they bear on the credit of later years. */
const ofLaterYears: ReadonlySet<FigureName> = new Set(['exclusionGainsRegular', 'creditShortfallForgiven'])

function flatStateNotice({ state }: FlatCase): Notice[] {
  if (state === null) return []
  return [{ code: 'notModelled', message: `State tax of ${state} is not modelled: the figures are federal.` }]
}
