/** One flat case: a federal year without lots, one row in and one row out. */
import { type Considered, consider, type Notice } from '../explain/notices.ts'
import type { StateSummary } from '../forms/states/stateForm.ts'
import type { FigureName } from '../law/federal/figures.ts'
import { openFigures, type Rounding } from '../law/federal/law.ts'
import { federalTable } from '../law/federal/tables.ts'
import { type FederalReturn, figureReturn, type Workspace, workspace } from '../return.ts'
import { type FlatCase, parseFlatCase } from '../scenario/flatCase.ts'
import { figureState, type StateReady, type StateReturn, stateReady } from '../stateReturn.ts'
import type { Summary } from '../summary.ts'
import { noticesFor, printedForms, printedSummary } from './common.ts'
import { printedState, printedStateForms, stateNotices } from './states.ts'

export interface ReturnAnswer {
  readonly id: string | number | null
  readonly summary: Summary & { readonly state?: StateSummary }
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
  readonly states: Map<string, StateReady | null>
}

export const newDesk = (): Desk => ({ work: workspace(), laws: new Map(), states: new Map() })

/**
 * The answer to one flat case.
 * @throws InputError with every problem of the row; NotModelled where the law applies and is not done.
 */
export function returnAnswer(row: unknown, options: ReturnOptions = {}): ReturnAnswer {
  const flat = parseFlatCase(row)
  const { id, facts } = flat
  const { work, laws, states } = options.desk ?? newDesk()
  const considered = consideredAt(laws, flat, flat.rounding ?? options.rounding ?? 'exact')
  const r = figureReturn(facts, considered.law, work)
  const state = flat.state === null ? null : flatState(flat, flat.state, r, states)
  const summary = { ...printedSummary(r), ...(state && { state: printedState(state.summary) }) }
  const forms = options.forms
    ? { forms: { ...printedForms({ return: r }), ...(state && printedStateForms(state)) } }
    : {}
  return {
    id,
    summary,
    notices: [...noticesFor(considered, facts, work), ...(state ? stateNotices(state) : [])],
    ...forms,
  }
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

/** The return of the row's state, on the federal one. */
function flatState(
  { year, status, facts, dependents }: FlatCase,
  state: string,
  federal: FederalReturn,
  states: Desk['states'],
): StateReturn {
  const key = `${state} ${year} ${status}`
  const known = states.get(key)
  const ready = known === undefined ? stateReady({ state, year, status, inflation: 0 }) : known
  states.set(key, ready)
  return figureState(ready, state, federal, {
    ...{ dependents, filers: status === 'mfj' ? 2 : 1, aged: facts.seniors, agedOrBlind: facts.agedOrBlindBoxes },
    ...{ separate: status === 'mfs' ? 1 : 0, minimumTaxCreditMade: 0, minimumTaxCredit: 0 },
    ...{ smallBusinessStockExcluded: 0, amtSmallBusinessStockExcluded: 0 },
    ...{ capitalLossCarriedLess: 0, amtCapitalLossCarriedLess: 0 },
  })
}
