/** The input that is solved for: what it is today, how far it is looked at, and the case in which it is something else. */
import type { Case, Income } from '../case.ts'
import { type PlainDate, yearOf } from '../date.ts'
import type { GiveAction } from '../equity/action.ts'
import { type Grant, lastIsoDay, nonstatutoryBecause, valueOn } from '../equity/grant.ts'
import { isoSharesLeft, requireValue, strikeOn } from '../equity/onDay.ts'
import { InputError } from '../errors.ts'
import { nearest } from '../nearest.ts'
import { incomeOf } from '../taxYear.ts'
import {
  mostFor,
  sharesFree,
  withExercise,
  withoutExercisesOf,
  withoutSalesOf,
  withSale,
  withValueOn,
} from './solveForShares.ts'

export type UnknownName = 'shares' | 'sale' | 'gift' | 'wages' | 'cash' | 'price'

/** Who a gift of cash goes to, as in a plan. */
export type GiftTo = Extract<GiveAction['to'], 'publicCharity' | 'dafSponsor'>

/** What is said of the unknown beside its name. */
export interface UnknownTerms {
  readonly grant?: string
  readonly lot?: string
  readonly on?: PlainDate
  readonly price?: number
  readonly shares?: number
  readonly to?: GiftTo
}

/** What the unknown belongs to; null where it does not apply. */
export interface About {
  readonly grant: string | null
  readonly lot: string | null
  readonly on: PlainDate | null
  readonly price: number | null
  readonly shares: number | null
  readonly to: GiftTo | null
}

export interface Unknown {
  readonly name: UnknownName
  /** Steps in one: 1 of shares, which are whole; 100 of dollars, for cents. */
  readonly steps: 1 | 100
  /** What is looked at. Shares or dollars, as `asItIs`. */
  readonly from: number
  readonly to: number
  /** What it is in the file, or nothing; null where the file does not say. */
  readonly asItIs: number | null
  readonly caseAt: (value: number) => Case
  /** What ends it: shares that can be exercised, or sold; or only the looking. */
  readonly endsWith: 'exercisable' | 'held' | 'looked'
  readonly about: About
  /** Entries of the plan set aside. */
  readonly setAside: number
  /** What a share adds to the spread of the year; null where the unknown is no exercise. */
  readonly spreadPerShare: number | null
}

/** The year asked about, and what the caller knows of it. */
export interface Around {
  readonly year: number
  /** The last year that the target looks at. */
  readonly until: number
  /** The day on which an exercise is taken to be, where none is named. */
  readonly dayFor: (grant: Grant) => PlainDate
  /** Adjusted gross income as it is, and what cash has to reach. Dollars. */
  readonly agi: number
  readonly cashReach: number
}

/** @throws InputError for a grant, lot, day or value that is not there, or not named where there are several. */
export function unknownOf(name: UnknownName, of: Case, terms: UnknownTerms, around: Around): Unknown {
  if (of.given && name !== 'wages' && name !== 'gift')
    throw problem('--solve', 'needsScenario', `is ${name}, and a flat case has only wages and gift to solve for.`)
  if (name === 'shares') return exercisedOf(of, terms, around)
  if (name === 'sale') return saleOf(of, terms)
  if (name === 'gift') return giftOf(of, terms, around)
  if (name === 'wages') return wagesOf(of, around)
  if (name === 'price') return terms.lot === undefined ? valueThen(of, terms, around) : priceOf(of, terms)
  return cashOf(of, around)
}

const nothing: About = { grant: null, lot: null, on: null, price: null, shares: null, to: null }
const dollars = { steps: 100, endsWith: 'looked', setAside: 0, spreadPerShare: null } as const

/** Shares of a grant exercised on a day and held; the plan's own exercises of the year are what is being decided. */
function exercisedOf(of: Case, terms: UnknownTerms, around: Around): Unknown {
  const { year, until } = around
  const grant = grantOf(of, terms.grant)
  const on = terms.on ?? around.dayFor(grant)
  const bare = withoutExercisesOf(terms.price === undefined ? of : withValueOn(of, on, terms.price), year)
  const value = requireValue(bare, on, `an exercise of ${grant.id}`)
  const caseAt = (shares: number): Case => (shares === 0 ? bare : withExercise(bare, grant, on, shares))
  const most = mostFor(caseAt, isoSharesOn(bare, grant, on, year), until)
  if (most === 0)
    throw problem(
      '--on',
      'tooManyShares',
      `is ${on}, and no ISO share of ${grant.id} is left for that day. Choose another.`,
    )
  return {
    ...{ name: 'shares', steps: 1, from: 0, to: most, asItIs: 0, caseAt },
    ...{ endsWith: 'exercisable', about: { ...nothing, grant: grant.id, on, price: value } },
    setAside: of.plan.length - bare.plan.length,
    spreadPerShare: Math.max(0, value - strikeOn(of, grant, on)),
  }
}

/** Whole ISO shares of a grant that are vested on a day and not exercised in earlier years. */
const isoSharesOn = (of: Case, grant: Grant, on: PlainDate, year: number): number =>
  on > lastIsoDay(grant) ? 0 : isoSharesLeft(of, `${year}-01-01`)(grant, on, on)

/** Shares of a lot sold on a day; whatever the plan does with the lot from that day on is set aside. */
function saleOf(of: Case, terms: UnknownTerms): Unknown {
  const { lot, on } = saleTerms(terms)
  const bare = withoutSalesOf(of, lot, on)
  const most = sharesFree(bare, lot, on)
  if (most === 0) throw noneFree(lot, on)
  const price = terms.price ?? requireValue(of, on, `the sale on ${on}`)
  return {
    ...{ name: 'sale', steps: 1, from: 0, to: most, asItIs: 0 },
    caseAt: (shares) => (shares === 0 ? bare : withSale(bare, lot, on, shares, price)),
    ...{ endsWith: 'held', about: { ...nothing, lot, on, price } },
    ...{ setAside: of.plan.length - bare.plan.length, spreadPerShare: null },
  }
}

/** The price of shares of a lot sold on a day. */
function priceOf(of: Case, terms: UnknownTerms): Unknown {
  const { lot, on } = saleTerms(terms)
  const bare = withoutSalesOf(of, lot, on)
  const free = sharesFree(bare, lot, on)
  const shares = terms.shares ?? free
  if (free === 0) throw noneFree(lot, on)
  if (shares > free)
    throw problem('--shares', 'tooManyShares', `is ${shares}, and only ${free} of ${lot} are held and vested on ${on}.`)
  const { prices, splits } = of.company
  const value = valueOn(prices, splits, on)
  return {
    ...{ name: 'price', ...dollars, ...pricesUpTo(value, 0), asItIs: value ?? null },
    caseAt: (price) => withSale(bare, lot, on, shares, price),
    ...{ about: { ...nothing, lot, on, shares }, setAside: of.plan.length - bare.plan.length },
  }
}

/** The value of a share on the day of an exercise: of one named, or of those of the plan. */
function valueThen(of: Case, terms: UnknownTerms, around: Around): Unknown {
  const { grants, on, shares, exercised, setAside } = exerciseValued(of, terms, around)
  const { prices, splits } = of.company
  const value = valueOn(prices, splits, on)
  const [first] = grants
  const grant = grants.length === 1 && first ? first.id : null
  const strike = Math.max(...grants.map((each) => strikeOn(of, each, on)))
  return {
    ...{ name: 'price', ...dollars, ...pricesUpTo(value, strike), asItIs: value ?? null },
    caseAt: (price) => withValueOn(exercised, on, price),
    ...{ about: { ...nothing, grant, on, shares }, setAside },
  }
}

/** The exercises whose value is asked for, and the case with them. */
interface Valued {
  readonly grants: readonly Grant[]
  readonly on: PlainDate
  readonly shares: number
  readonly exercised: Case
  readonly setAside: number
}

function exerciseValued(of: Case, terms: UnknownTerms, { year, dayFor }: Around): Valued {
  if (terms.shares !== undefined) {
    const grant = grantOf(of, terms.grant)
    const on = terms.on ?? dayFor(grant)
    const aside = withoutExercisesOf(of, year)
    const most = isoSharesOn(aside, grant, on, year)
    if (terms.shares > most)
      throw problem(
        '--shares',
        'tooManyShares',
        `is ${terms.shares}, and only ${most} of ${grant.id} can be exercised on ${on}.`,
      )
    const exercised = withExercise(aside, grant, on, terms.shares)
    return { grants: [grant], on, shares: terms.shares, exercised, setAside: of.plan.length - aside.plan.length }
  }
  const planned = of.plan.flatMap((action) =>
    action.kind === 'exercise' &&
    yearOf(action.on) === year &&
    (terms.on === undefined || action.on === terms.on) &&
    (terms.grant === undefined || action.grant === terms.grant)
      ? [action]
      : [],
  )
  const [first] = planned
  const days = [...new Set(planned.map((action) => action.on))]
  if (!first)
    throw problem(
      '--solve',
      'missing',
      `is price, and the plan has no such exercise in ${year}. Add --shares for one that is not planned, or --lot for a sale.`,
    )
  if (days.length > 1)
    throw problem('--on', 'missing', `is missing: the plan exercises on ${days.join(', ')}. Name one of these days.`)
  const grants = [...new Set(planned.map((each) => each.grant))].map((id) => grantOf(of, id))
  const shares = planned.reduce((sum, each) => sum + each.shares, 0)
  return { grants, on: first.on, shares, exercised: of, setAside: 0 }
}

/** Times the value, or the strike, up to which prices are looked at; and the least where there is neither. Dollars. */
const timesTheValue = 20
const leastPrices = 100

const pricesUpTo = (value: number | undefined, strike: number) => ({
  from: 0.01,
  to: Math.max(leastPrices, Math.ceil(Math.max(value ?? 0, strike) * timesTheValue)),
})

/** Cash given to charity in the year, on top of what the plan and the income give; up to the income there is. */
function giftOf(of: Case, { on, to = 'publicCharity' }: UnknownTerms, { year, agi }: Around): Unknown {
  const day = on ?? `${year}-12-31`
  const caseAt = (cash: number): Case => {
    if (of.given) return flatWith(of, of.given, { gift: cash, to })
    const gift: GiveAction = { kind: 'give', on: day, cash, shares: 0, lot: null, to, inW2: true }
    return { ...of, plan: [...of.plan, gift] }
  }
  return {
    ...{ name: 'gift', ...dollars, from: 0, to: Math.max(1_000, Math.ceil(agi)), asItIs: 0, caseAt },
    about: { ...nothing, on: of.given ? null : day, to },
  }
}

/** Times the wages there are, and the least up to which wages are looked at. Dollars. */
const timesTheWages = 5
const leastWages = 2_000_000

/** Wages of the year alone: years that would follow them keep what they have. */
function wagesOf(of: Case, { year, until }: Around): Unknown {
  const own = of.given ? of.given.facts.wages : incomeOf(of, year).wages
  const first = of.incomes[0]?.year ?? year
  const last = Math.max(until, of.incomes.at(-1)?.year ?? year)
  const incomes = of.given ? [] : Array.from({ length: last - first + 1 }, (_, i) => incomeOf(of, first + i))
  const withWages = (wages: number): Income[] =>
    incomes.map((income) => (income.year === year ? { ...income, wages } : income))
  return {
    ...{ name: 'wages', ...dollars, from: 0, to: Math.max(leastWages, Math.ceil(own * timesTheWages)), asItIs: own },
    caseAt: (wages) => (of.given ? flatWith(of, of.given, { wages }) : { ...of, incomes: withWages(wages) }),
    about: nothing,
  }
}

/** Cash free for strike and tax. */
const cashOf = (of: Case, { cashReach }: Around): Unknown => ({
  ...{ name: 'cash', ...dollars, from: 0, to: Math.ceil(cashReach), asItIs: of.household.cash },
  caseAt: (cash) => ({ ...of, household: { ...of.household, cash } }),
  about: nothing,
})

function flatWith(
  of: Case,
  given: NonNullable<Case['given']>,
  change: { readonly wages: number } | { readonly gift: number; readonly to: GiftTo },
): Case {
  const { facts } = given
  if ('wages' in change) return { ...of, given: { ...given, facts: { ...facts, wages: change.wages } } }
  const { gift, to } = change
  const charity = {
    charityCash: facts.charityCash + gift,
    charityCashToFunds: facts.charityCashToFunds + (to === 'dafSponsor' ? gift : 0),
    hasItemized: facts.hasItemized || gift > 0,
  }
  return { ...of, given: { ...given, facts: { ...facts, ...charity } } }
}

/** The grant named, or the only one. */
function grantOf(of: Case, id: string | undefined): Grant {
  const iso = of.grants.filter((each) => nonstatutoryBecause(each) === null)
  const ids = iso.map((each) => each.id)
  const [only] = iso
  if (id === undefined) {
    if (only && iso.length === 1) return only
    const which = only ? `there are ${ids.join(', ')}. Name one of them.` : 'the file has no ISO grant.'
    throw problem('--grant', 'missing', `is missing, and ${which}`)
  }
  const named = of.grants.find((each) => each.id === id)
  const close = nearest(id, ids)
  if (!named)
    throw problem(
      '--grant',
      'unknownReference',
      `there is no grant ${id}. ${close ? `Did you mean ${close}?` : `There are ${ids.slice(0, 5).join(', ') || 'none'}.`}`,
    )
  const none = nonstatutoryBecause(named)
  if (none) throw problem('--grant', 'conflict', `is ${id}, which is no ISO: ${none.why} (${none.rule}).`)
  return named
}

function saleTerms({ lot, on }: UnknownTerms): { readonly lot: string; readonly on: PlainDate } {
  if (lot === undefined) throw problem('--lot', 'missing', 'is missing. Name the lot that is sold from.')
  if (on === undefined) throw problem('--on', 'missing', 'is missing. Give the day of the sale.')
  return { lot, on }
}

const noneFree = (lot: string, on: PlainDate): InputError =>
  problem('--lot', 'tooManyShares', `no shares of ${lot} are held and vested on ${on}. Choose another day.`)

const problem = (path: string, code: string, message: string): InputError => new InputError([{ path, code, message }])
