/** One state's return on one federal return: its forms, the deduction it chooses, what it asks and what it leaves. */
import { NotModelled } from './errors.ts'
import type { DeductionChoice } from './forms/facts.ts'
import { stateModules } from './forms/states/modules.ts'
import {
  figureForms,
  type StateCredit,
  type StateFacts,
  type StateFigures,
  type StateFrom,
  type StateLosses,
  type StateModule,
  type StateSheets,
  type StateSummary,
} from './forms/states/stateForm.ts'
import { statesWithoutIncomeTax } from './forms/states/withoutTax.ts'
import type { FilingStatus } from './law/law.ts'
import { type StateLaw, type StateTable, stateLaw, stateTable } from './law/states/state.ts'
import type { FederalReturn } from './return.ts'

/** Which state's law a return is figured under. */
export interface StateChoice {
  readonly state: string
  readonly year: number
  readonly status: FilingStatus
  /** Price growth for years beyond the last table, a fraction. */
  readonly inflation: number
}

/** A state's law ready for its forms; null for a state without an income tax. */
export interface StateReady {
  readonly choice: StateChoice
  readonly module: StateModule
  readonly table: StateTable
  readonly law: StateLaw
}

/** A state's return figured. */
export interface StateReturn {
  readonly state: string
  readonly ready: StateReady | null
  readonly sheets: StateSheets
  readonly facts: StateFacts
  readonly summary: StateSummary
  readonly credit: StateCredit | null
  readonly losses: StateLosses | null
}

/**
 * The law of a state for one year and status, worth keeping between returns; null for a state without an income tax.
 * @throws NotModelled for a state, or a year of it, that is not held.
 */
export function stateReady(choice: StateChoice): StateReady | null {
  const { state, year, status, inflation } = choice
  if (statesWithoutIncomeTax.includes(state)) return null
  const module = stateModules.find(({ book }) => book.state === state)
  const table = module && stateTable(module.book, year, inflation)
  if (!module || !table)
    throw new NotModelled('state income tax', `${state} return`, `the income tax of ${state} in ${year}`)
  return { choice, module, table, law: stateLaw(module.book, table, status) }
}

/** Sheets of a state to be filled in again and again: those of its standard deduction and those of its itemized ones. */
export interface StateWorkspace {
  standard?: StateSheets
  itemized?: StateSheets
}

/**
 * The state's return. A state that chooses its own deduction is figured both ways. Give `work` to reuse its sheets: the next call
 * overwrites the answer.
 */
export function figureState(
  ready: StateReady | null,
  state: string,
  federal: FederalReturn,
  own: Omit<StateFacts, 'itemizes'>,
  choice: DeductionChoice = federal.facts.deductionChoice,
  work?: StateWorkspace,
): StateReturn {
  if (!ready) {
    const summary = { state, taxableIncome: 0, regularTax: 0, amt: 0, tax: 0 }
    return { state, ready, sheets: {}, facts: { ...own, itemizes: 0 }, summary, credit: null, losses: null }
  }
  const { module, law } = ready
  const as = (itemizes: 0 | 1): Figured => {
    const from: StateFrom = { ...federal, state: { ...own, itemizes } }
    const name = itemizes === 1 ? 'itemized' : 'standard'
    const sheets = figureForms(module, from, law, work?.[name])
    if (work) work[name] = sheets
    return { sheets, facts: from.state, figures: module.summary(sheets, from) }
  }
  const { sheets, facts, figures } = module.chooses && federal.facts.hasItemized ? chosen(module, as, choice) : as(0)
  return {
    ...{ state, ready, sheets, facts },
    summary: { state, ...figures },
    credit: module.credit?.(sheets) ?? null,
    losses: module.losses?.(sheets) ?? null,
  }
}

interface Figured {
  readonly facts: StateFacts
  readonly sheets: StateSheets
  readonly figures: StateFigures
}

function chosen(module: StateModule, as: (itemizes: 0 | 1) => Figured, choice: DeductionChoice): Figured {
  if (choice === 'standard') return as(0)
  const itemized = as(1)
  if (choice === 'itemized') return itemized
  const standard = as(0)
  const { deduction } = module
  const better =
    choice === 'larger' && deduction
      ? deduction(itemized.sheets) > deduction(standard.sheets)
      : itemized.figures.tax < standard.figures.tax
  return better ? itemized : standard
}
