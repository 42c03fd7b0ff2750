/**
 * The law of one state: every figure and rate schedule named once, with a cited table for each year, and a projection beyond the
 * last. Built as the federal tables are; only the names differ from state to state.
 */
import { part } from '../../money.ts'
import {
  type Authority,
  amountFor,
  type Figure,
  type FigureMeaning,
  type FigureStatus,
  type FilingStatus,
  filingStatuses,
} from '../law.ts'

/** Steps of a schedule: from more than `over` dollars on, the rate (basis points) or amount (dollars). The first is over 0. */
export type Steps = readonly (readonly [over: number, amount: number])[]

/** A rate schedule, or a table looked up by income: the same for all, or by filing status. */
export type Schedule = Authority & ({ readonly all: Steps } | { readonly [Status in FilingStatus]: Steps })

/** What a schedule is; `indexing` says to which multiple of dollars its thresholds are rounded in later years. */
export interface ScheduleMeaning {
  readonly means: string
  readonly indexing?: { readonly to: number; readonly round: 'down' | 'nearest' }
}

/** The names of a state's figures and schedules. */
export interface StateNames {
  readonly figures: { readonly [name: string]: FigureMeaning }
  readonly schedules: { readonly [name: string]: ScheduleMeaning }
}

/** One tax year of a state. */
export interface StateTable<Names extends StateNames = StateNames> {
  readonly year: number
  /** How far the year as a whole may be relied on; a figure may say less. */
  readonly status: FigureStatus
  /** What could not be confirmed, in sentences for whoever reads the answer. */
  readonly open: readonly string[]
  /** What is not figured, or not known to the projection of later years; none where nothing is said. */
  readonly leftOut?: readonly string[]
  /** Set on a table made by `projectState`. */
  readonly projectedFrom?: { readonly year: number; readonly inflation: number }
  readonly figures: { readonly [Name in keyof Names['figures']]: Figure }
  readonly schedules: { readonly [Name in keyof Names['schedules']]: Schedule }
}

/** A state's law over the years it is held for. */
export interface StateBook<Names extends StateNames = StateNames> {
  readonly state: string
  readonly name: string
  readonly names: Names
  /** Ascending, without a gap. */
  readonly tables: readonly StateTable<Names>[]
}

/** A schedule of one status, ready to be read: thresholds, rates, and the tax at each threshold. */
export interface RateTable {
  readonly over: readonly number[]
  readonly rates: readonly number[]
  readonly taxes: readonly number[]
}

/** One status of one year as bare numbers and schedules. */
export type StateLaw<Names extends StateNames = StateNames> = {
  readonly [Name in keyof Names['figures']]: number
} & { readonly [Name in keyof Names['schedules']]: RateTable } & { readonly year: number }

/** Picks one filing status out of a year's table. */
export function stateLaw<Names extends StateNames>(
  { names }: StateBook<Names>,
  table: StateTable<Names>,
  status: FilingStatus,
): StateLaw<Names> {
  const figures = Object.keys(names.figures).map((name) => [name, amountFor(table.figures[name] as Figure, status)])
  const schedules = Object.keys(names.schedules).map((name) => [
    name,
    rateTable(stepsFor(table.schedules[name] as Schedule, status)),
  ])
  return { ...Object.fromEntries([...figures, ...schedules]), year: table.year } as StateLaw<Names>
}

/** The steps of a schedule for one filing status. */
export const stepsFor = (schedule: Schedule, status: FilingStatus): Steps =>
  'all' in schedule ? schedule.all : schedule[status]

function rateTable(steps: Steps): RateTable {
  let tax = 0
  const taxes = steps.map(([over], i) => {
    const [before = 0, rate = 0] = steps[i - 1] ?? []
    if (i > 0) tax += part(rate, over - before)
    return tax
  })
  return { over: steps.map(([over]) => over), rates: steps.map(([, rate]) => rate), taxes }
}

/** Tax by a graduated schedule; 0 at 0 and below. */
export function taxBy({ over, rates, taxes }: RateTable, income: number): number {
  if (Number.isNaN(income)) return Number.NaN
  let i = over.length - 1
  while (i > 0 && income <= (over[i] as number)) i--
  return income <= 0 ? 0 : (taxes[i] as number) + part(rates[i] as number, income - (over[i] as number))
}

/** What a table gives for an amount: the entry of the last threshold that the amount is more than, or of the first. */
export function lookUp({ over, rates }: RateTable, amount: number): number {
  if (Number.isNaN(amount)) return Number.NaN
  let i = over.length - 1
  while (i > 0 && amount <= (over[i] as number)) i--
  return rates[i] as number
}

/**
 * The table of a year: the one held, or for a later year a projection of the last by price growth; null before the first.
 */
export function stateTable<Names extends StateNames>(
  book: StateBook<Names>,
  year: number,
  inflation: number,
): StateTable<Names> | null {
  const held = book.tables.find((table) => table.year === year)
  if (held) return held
  const last = book.tables.at(-1)
  return last && year > last.year ? projectState(book, last, year, inflation) : null
}

function projectState<Names extends StateNames>(
  { names }: StateBook<Names>,
  last: StateTable<Names>,
  year: number,
  inflation: number,
): StateTable<Names> {
  const factor = (1 + inflation) ** (year - last.year)
  const figures = Object.fromEntries(
    Object.entries(names.figures).map(([name, meaning]) => [
      name,
      moved(last.figures[name] as Figure, meaning, factor, last),
    ]),
  )
  const schedules = Object.fromEntries(
    Object.entries(names.schedules).map(([name, meaning]) => [
      name,
      movedSchedule(last.schedules[name] as Schedule, meaning, factor, last),
    ]),
  )
  return {
    ...{ year, status: 'projected', open: last.open, projectedFrom: { year: last.year, inflation } },
    ...(last.leftOut && { leftOut: last.leftOut }),
    figures: figures as StateTable<Names>['figures'],
    schedules: schedules as StateTable<Names>['schedules'],
  }
}

const rounded = (amount: number, { to, round }: { readonly to: number; readonly round: 'down' | 'nearest' }): number =>
  to * (round === 'down' ? Math.floor(amount / to + 1e-9) : Math.round(amount / to))

function projectedAuthority({ cite, source }: Authority, last: StateTable): Authority {
  return { cite, source: `projected from ${last.year} (${source})`, status: 'projected' }
}

function moved(figure: Figure, { indexing }: FigureMeaning, factor: number, last: StateTable): Figure {
  if (!indexing || indexing.by === 'schedule') return figure
  const move = (amount: number) => rounded(amount * factor, indexing)
  const authority = projectedAuthority(figure, last)
  if ('all' in figure) return { ...authority, all: move(figure.all) }
  const amounts = filingStatuses.map((status) => [status, move(figure[status])])
  return { ...authority, ...(Object.fromEntries(amounts) as Record<FilingStatus, number>) }
}

function movedSchedule(schedule: Schedule, { indexing }: ScheduleMeaning, factor: number, last: StateTable): Schedule {
  if (!indexing) return schedule
  const move = (steps: Steps): Steps => steps.map(([over, rate]) => [rounded(over * factor, indexing), rate])
  const authority = projectedAuthority(schedule, last)
  if ('all' in schedule) return { ...authority, all: move(schedule.all) }
  const steps = filingStatuses.map((status) => [status, move(schedule[status])])
  return { ...authority, ...(Object.fromEntries(steps) as Record<FilingStatus, Steps>) }
}
