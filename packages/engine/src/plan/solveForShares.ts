/** Shares as the unknown: how many can be exercised or sold on a day, and the case without what the plan does with them. */
import type { Case } from '../case.ts'
import { dateOf, dayNumber, type PlainDate, yearOf } from '../date.ts'
import type { Action, ExerciseAction, SellAction } from '../equity/action.ts'
import { booksFor } from '../equity/books.ts'
import { type Grant, valueOn } from '../equity/grant.ts'
import { runLedger } from '../equity/ledger.ts'
import { prepare } from '../equity/prepared.ts'
import { blocksOf, sharesOf } from '../equity/shares.ts'
import { InputError } from '../errors.ts'
import { nearest } from '../nearest.ts'

/** The case without the plan's exercises of a year, and without what the plan does, or may do, with their shares. */
export function withoutExercisesOf(of: Case, year: number): Case {
  const exercises = of.plan.filter((action) => action.kind === 'exercise' && yearOf(action.on) === year)
  const made = new Set(exercises.map((action) => (action.kind === 'exercise' ? action.as : '')))
  const since = exercises.map((action) => action.on).sort()[0]
  const stays = (action: Action): boolean => {
    if (exercises.includes(action)) return false
    if (action.kind === 'exercise') return action.payWith === null || !made.has(action.payWith)
    if (action.kind === 'give' && action.shares === 0) return true
    return since === undefined || action.on < since || (action.lot !== null && !made.has(action.lot))
  }
  return { ...of, plan: of.plan.filter(stays) }
}

/** The case without what the plan does, or may do, with shares of a lot from a day on. */
export function withoutSalesOf(of: Case, lot: string, from: PlainDate): Case {
  const takes = (action: Action): boolean => {
    if (action.on < from) return false
    if (action.kind === 'exercise') return action.payWith === lot
    if (action.kind === 'give' && action.shares === 0) return false
    return action.lot === null || action.lot === lot
  }
  return { ...of, plan: of.plan.filter((action) => !takes(action)) }
}

/** The case with shares of a grant exercised and held. */
export function withExercise(of: Case, grant: Grant, on: PlainDate, shares: number): Case {
  const exercise: ExerciseAction = {
    ...{ kind: 'exercise', on, grant: grant.id, shares, how: 'hold', as: lotName(of, grant, on) },
    ...{ election83b: false, section16bUntil: null, qsbs: false, price: null, fees: 0, payWith: null, inW2: true },
    reported: reported(of),
  }
  return { ...of, plan: [...of.plan, exercise] }
}

const lotName = ({ lots, plan }: Case, grant: Grant, on: PlainDate): string => {
  const taken = new Set([...lots.map(({ id }) => id), ...plan.map((each) => ('as' in each ? each.as : ''))])
  let name = `${grant.id}@${on}`
  while (taken.has(name)) name += '+'
  return name
}

/** The case with shares of a lot sold; `price` null: the value of the day. */
export function withSale(of: Case, lot: string, on: PlainDate, shares: number, price: number | null): Case {
  const sale: SellAction = {
    ...{ kind: 'sell', on, lot, shares, price, fees: 0, relatedBuyer: false, inW2: true },
    reported: reported(of),
  }
  return { ...of, plan: [...of.plan, sale] }
}

const reported = ({ company }: Case) => (company.listed ? 'basis' : 'none')

/** The case with another value of a share on one day; the days after it keep theirs. */
export function withValueOn(of: Case, on: PlainDate, value: number): Case {
  const { prices, splits } = of.company
  const next = dateOf(dayNumber(on) + 1)
  const after = valueOn(prices, splits, next)
  const others = prices.filter((quote) => quote.on !== on)
  const back = after === undefined || others.some((quote) => quote.on === next) ? [] : [{ on: next, fmv: after }]
  return { ...of, company: { ...of.company, prices: [...others, { on, fmv: value }, ...back] } }
}

/**
 * Whole shares of a lot that are held and vested on a day.
 * @throws InputError for a lot that is not there.
 */
export function sharesFree(of: Case, lot: string, on: PlainDate): number {
  const plan = of.plan.filter((action) => action.on < on || (action.on === on && action.kind === 'exercise'))
  const { prepared, refused } = runLedger(booksFor(prepare({ ...of, plan })))
  if (refused && refused.year <= yearOf(on)) throw refused.error
  const day = dayNumber(on)
  const found = prepared.lots.find(({ id }) => id === lot)
  if (!found) throw unknownLot(of, lot)
  const free = blocksOf(found).reduce((sum, block) => (block.freeDay <= day ? sum + block.left : sum), 0)
  return Math.floor((free * prepared.market.factorAt(day)) / found.factor + 1e-6)
}

function unknownLot(of: Case, lot: string): InputError {
  const names = prepare(of).lots.map(({ id }) => id)
  const close = nearest(lot, names)
  const hint = close ? `Did you mean ${close}?` : `There are ${names.slice(0, 5).join(', ') || 'none'}.`
  return new InputError([{ path: '--lot', code: 'unknownReference', message: `there is no lot ${lot}. ${hint}` }])
}

/** The most shares, up to `most`, that leave the plan enough for what it does by the end of a year. */
export function mostFor(caseAt: (shares: number) => Case, most: number, until: number): number {
  const fits = (shares: number): boolean => {
    const { refused } = sharesOf(caseAt(shares)).books
    return refused === null || refused.year > until || !(refused.error instanceof InputError)
  }
  if (fits(most)) return most
  let [low, high] = [0, most]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (fits(middle)) low = middle
    else high = middle
  }
  return low
}
