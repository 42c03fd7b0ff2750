/** Which shares an escape hatch is asked about: an exercise of the plan, shares exercised this year already, or options that could be exercised. */
import type { Case } from '../case.ts'
import { dayNumber, type PlainDate, yearOf } from '../date.ts'
import type { Action, ExerciseAction } from '../equity/action.ts'
import { type Grant, nonstatutoryBecause, splitFactor } from '../equity/grant.ts'
import { isoSharesLeft, requireValue } from '../equity/onDay.ts'
import { blocksOf, sharesOf } from '../equity/shares.ts'
import { InputError } from '../errors.ts'
import type { Watched } from '../risk/escapeWorths.ts'
import { type Asked, figuredYearAsked } from './common.ts'
import { dayValued, roomAnswer } from './room.ts'

/** Shares that are watched, and where they come from. */
export interface EscapeShares {
  /** `planned`: an exercise of the plan that is still to come; `held`: exercised this year already; `supposed`: neither. */
  readonly kind: 'planned' | 'held' | 'supposed'
  readonly grant: Grant
  readonly year: number
  /** The first day on which they can be exercised or sold: the day asked, in the year asked. */
  readonly from: PlainDate
  readonly valuedOn: PlainDate
  /** As of `from`. */
  readonly watched: Watched
  /** Entries of the plan that are set aside because they would take from these shares. */
  readonly setAside: number
}

/**
 * The first planned exercise of an ISO that is held, from the day asked on, in the year asked; else shares of ISOs exercised in that year; else
 * options of the grant named, or of the one with most left: as many as fit into the room, or all where none do.
 * @returns null where there is neither, or the year is over.
 * @throws InputError for a grant that is not there or is nonstatutory, and for more shares than there are.
 */
export function escapeShares(
  of: Case,
  asked: Asked,
  wanted: { readonly grant?: string; readonly shares?: number },
): EscapeShares | null {
  const { year } = figuredYearAsked(of, asked)
  if (asked.asOf > `${year}-12-31`) return null
  const from = asked.asOf < `${year}-01-01` ? `${year}-01-01` : asked.asOf
  const named = wanted.grant === undefined ? null : isoNamed(of, wanted.grant)
  const isos = named ? [named] : of.grants.filter((grant) => nonstatutoryBecause(grant) === null)
  const question = { year, from, isos, shares: wanted.shares }
  return plannedExercise(of, asked, question) ?? heldShares(of, question) ?? options(of, asked, question)
}

interface Wanted {
  readonly year: number
  readonly from: PlainDate
  readonly isos: readonly Grant[]
  readonly shares: number | undefined
}

function isoNamed(of: Case, id: string): Grant {
  const grant = of.grants.find((each) => each.id === id)
  if (!grant)
    throw problem(
      '--grant',
      'unknownReference',
      `there is no grant ${id}. There are ${of.grants.map((each) => each.id).join(', ')}.`,
    )
  const because = nonstatutoryBecause(grant)
  if (because)
    throw problem('--grant', 'notIso', `${id} is no ISO: ${because.why}. AMT takes in nothing that a sale could undo.`)
  return grant
}

function plannedExercise(of: Case, asked: Asked, { year, from, isos, shares }: Wanted): EscapeShares | null {
  const exercises = of.plan
    .filter((action): action is ExerciseAction => action.kind === 'exercise')
    .filter(({ on, how, payWith, grant }) => {
      const ours = isos.some(({ id }) => id === grant)
      return ours && on >= from && yearOf(on) === year && how === 'hold' && payWith === null
    })
    .sort((one, other) => (one.on < other.on ? -1 : one.on === other.on ? 0 : 1))
  const [first] = exercises
  if (!first) return null
  const grant = isos.find(({ id }) => id === first.grant) as Grant
  const count = shares ?? first.shares / splitFactor(of.company.splits, from, first.on)
  const rest = withoutLot(of, first.as, first.on)
  const without = { ...rest, plan: rest.plan.filter((action) => action !== first) }
  const setAside = of.plan.length - rest.plan.length
  return supposed(of, asked, { kind: 'planned', grant, year, from, setAside }, without, { ...first, shares: count })
}

/** The shares of one exercise of the year that are held still. */
function heldShares(of: Case, { year, from, isos, shares }: Wanted): EscapeShares | null {
  const { books } = sharesOf({ ...of, plan: of.plan.filter(({ on }) => on < from) })
  if (books.refused && books.refused.year <= year) throw books.refused.error
  const { lots, market } = books.prepared
  for (const lot of lots) {
    const grant = isos.find(({ id }) => id === lot.grant.grant.id)
    const blocks = blocksOf(lot).filter(
      (block) => block.left > 0 && block.nonstatutory === 0 && block.inclusionYear === year,
    )
    const left = blocks.reduce((sum, block) => sum + block.left, 0) * (market.factorAt(dayNumber(from)) / lot.factor)
    if (!grant || left <= 0 || lot.day > dayNumber(from)) continue
    const there = +left.toFixed(6)
    const count = shares ?? there
    if (count > there)
      throw problem('--shares', 'tooManyShares', `is ${count}, and ${there} shares of ${lot.id} are held on ${from}.`)
    const rest = withoutLot(of, lot.id, from)
    const watched: Watched = {
      ...{ of: rest, without: neverExercised(of, lot.id), exercise: null, lot: lot.id, shares: count },
      value: requireValue(of, from, 'the escape hatch'),
    }
    return { kind: 'held', grant, year, from, valuedOn: from, watched, setAside: of.plan.length - rest.plan.length }
  }
  return null
}

function options(of: Case, asked: Asked, { year, from, isos, shares }: Wanted): EscapeShares | null {
  const left = isoSharesLeft(of, `${year}-01-01`)
  const rooms = roomAnswer(of, { ...asked, year }).byGrant
  const most = isos
    .map((grant) => ({ grant, exercisable: left(grant, `${year}-12-31`, from) }))
    .reduce<{ grant: Grant; exercisable: number } | null>(
      (one, each) => (one && one.exercisable >= each.exercisable ? one : each),
      null,
    )
  if (!most || most.exercisable <= 0) return null
  const { grant, exercisable } = most
  const fits = rooms.find((each) => each.grant === grant.id)?.shares ?? 0
  const exercise: ExerciseAction = {
    ...{ kind: 'exercise', on: from, grant: grant.id, shares: shares ?? (fits > 0 ? fits : exercisable), how: 'hold' },
    ...{ as: `${grant.id}@watched`, election83b: false, section16bUntil: null, qsbs: false, price: null, fees: 0 },
    ...{ payWith: null, inW2: true, reported: 'basis' },
  }
  return supposed(of, asked, { kind: 'supposed', grant, year, from, setAside: 0 }, of, exercise)
}

function supposed(
  of: Case,
  asked: Asked,
  about: Omit<EscapeShares, 'watched' | 'valuedOn'>,
  without: Case,
  exercise: ExerciseAction,
): EscapeShares {
  const valuedOn = dayValued(of, about.grant, about.year, asked.asOf)
  const stated = requireValue(of, valuedOn, `the escape hatch of ${about.grant.id}`)
  const { splits } = of.company
  const value = (stated * splitFactor(splits, about.from, valuedOn)) / splitFactor(splits, valuedOn, about.from)
  const watched = { of: without, without, exercise, lot: exercise.as, shares: exercise.shares, value }
  return { ...about, valuedOn, watched }
}

/** The case without what its plan does with a lot from a day on, or may do because it goes first in, first out. */
const withoutLot = (of: Case, lot: string, from: PlainDate): Case => ({
  ...of,
  plan: of.plan.filter((action) => action.on < from || !takesFrom(action, lot)),
})

const takesFrom = (action: Action, lot: string): boolean =>
  action.kind !== 'exercise' &&
  !(action.kind === 'give' && action.shares === 0) &&
  (action.lot === null || action.lot === lot)

/** The household as if a lot had never been exercised. */
const neverExercised = (of: Case, lot: string): Case => ({
  ...of,
  lots: of.lots.filter(({ id }) => id !== lot),
  plan: of.plan.filter((action) => (action.kind === 'exercise' ? action.as !== lot : !takesFrom(action, lot))),
})

const problem = (path: string, code: string, message: string): InputError => new InputError([{ path, code, message }])
