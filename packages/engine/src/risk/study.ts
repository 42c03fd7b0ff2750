/**
 * Hold, sell, or hold a part, in every future: each course of events is taxed exactly, in the same futures for all of them. Futures come in
 * blocks that can be figured anywhere and in any order; put together by their numbers, they say the same.
 */
import type { Case } from '../case.ts'
import { dateOf, dayNumber, type PlainDate, yearOf } from '../date.ts'
import { splitFactor } from '../equity/grant.ts'
import { held } from '../equity/holdings.ts'
import { strikeOn } from '../equity/onDay.ts'
import { blocksOf, sharesOf } from '../equity/shares.ts'
import { yearsWithLaw } from '../law/federal/tables.ts'
import { yearsBetween } from '../schedule/terms.ts'
import { exitsIn, exitsOf } from './exits.ts'
import { type Course, type Courses, coursesOf, type HoldingTerms } from './holding.ts'
import { pathPrices } from './pathPrices.ts'
import { type PathYears, pathYears } from './pathYears.ts'
import type { PriceModel } from './priceModel.ts'
import { decidedBefore, type WorthTerms } from './worth.ts'

/** What a study is asked for. */
export interface StudyTerms {
  readonly from: HoldingTerms['from']
  readonly until: HoldingTerms['until']
  readonly discount: number
  /** The last year in which shares are held. */
  readonly through: number
  /** Parts that are held, the first 1 and the last 0. */
  readonly parts: readonly number[]
  /** How prices move; null: by the outcomes of the file. */
  readonly model: PriceModel | null
  readonly seed: number
  readonly paths: number
  /** Growth of the price until an outcome is known. */
  readonly growth: number
}

/** Years after the last sale in which credit and losses still come home. */
const tailYears = 10
/** Futures of a block: enough for its strata, few enough that a thousand futures are several blocks. */
export const pathsPerBlock = 250

export interface Study {
  /** The course of each part, as it goes at the price of today. */
  readonly courses: readonly Course[]
  readonly now: Courses['now']
  /** Whether exercises are still to come, so that a part of them can be made. */
  readonly scalable: boolean
  /** The value of a share on the first day; and of the shares held then, with the options the plan exercises at their value over the strike. */
  readonly today: number
  readonly stakeToday: number
  /** The last tax year figured. */
  readonly last: number
  /** How many blocks there are, and futures in each. */
  readonly blocks: number
  readonly perBlock: number
  /** How likely each future is; null: all alike. */
  readonly weights: Readonly<Float64Array> | null
  /** Names of futures that have one. */
  readonly names: readonly string[]
  /** What each part is worth in each future of a block: all futures of the first part, then of the next. */
  readonly run: (block: number) => Float64Array
  /** What a part is worth if the price of all later days is this, as shares are counted today. */
  readonly worthAt: (part: number, price: number) => number
  /** Why some state tax is not counted, in sentences. */
  readonly notices: readonly string[]
}

/**
 * @throws InputError where no value is stated by the first day, or the plan cannot be followed; NotModelled as the years do.
 */
export function studyOf(of: Case, terms: StudyTerms): Study {
  return terms.model ? drawn(of, terms, terms.model) : listed(of, terms)
}

/** A course ready to be figured at any prices, less what the household would have without it. */
interface Ready {
  readonly course: Course
  readonly years: PathYears
}

const readyOf = (course: Course, worth: WorthTerms): Ready => ({ course, years: pathYears(course.of, worth) })

/** The last year that must be figured: that of the last sale, and the years in which it comes home. */
function lastYear(courses: readonly Course[], from: PlainDate): number {
  const sold = courses.flatMap(({ held }) => held.map(({ until }) => yearOf(until)))
  return Math.min(yearsWithLaw.last, tailYears + Math.max(yearOf(from), ...sold))
}

/** What the household has without any of it: the same in every future. */
function baseOf(nothing: Case, worth: WorthTerms): number {
  const years = pathYears(nothing, worth)
  return years.value(new Float64Array(years.days.length).fill(years.today))
}

/** Futures drawn from a model of the price. */
function drawn(of: Case, terms: StudyTerms, model: PriceModel): Study {
  const { from, until, parts, discount, through, seed, paths } = terms
  const exits = exitsOf(of.company, through)
  const { now, course, nothing } = coursesOf(of, { from, until, exits, keepsPlan: true })
  const courses = parts.map(course)
  const worth = { from, discount, last: lastYear(courses, from) }
  const ready = courses.map((each) => readyOf(each, worth))
  const base = baseOf(nothing, worth)
  const days = [...new Set(ready.flatMap(({ years }) => years.days))].sort((one, other) => one - other)
  const start = ready[0]?.years.today as number
  const times = days.map((day) => yearsBetween(from, dateOf(day)))
  const draw = pathPrices(model, start, times, seed, pathsPerBlock)
  const drawnPrices = new Float64Array(days.length)
  const own = ready.map(({ years }) => ({
    at: years.days.map((day) => days.indexOf(day)),
    prices: new Float64Array(years.days.length),
  }))
  return {
    ...{ courses, now, last: worth.last, perBlock: pathsPerBlock, weights: null, names: [] },
    ...{
      scalable: comes(of, from),
      today: start,
      stakeToday: start * sharesHeld(of, from) + plannedOptions(of, from, start),
    },
    blocks: Math.max(1, Math.ceil(paths / pathsPerBlock)),
    notices: ready[0]?.years.notices ?? [],
    run(block) {
      const results = new Float64Array(parts.length * pathsPerBlock)
      for (let path = 0; path < pathsPerBlock; path++) {
        draw.fill(block, path, drawnPrices)
        for (let p = 0; p < ready.length; p++) {
          const { at, prices } = own[p] as (typeof own)[number]
          for (let i = 0; i < at.length; i++) prices[i] = drawnPrices[at[i] as number] as number
          results[p * pathsPerBlock + path] = (ready[p] as Ready).years.value(prices) - base
        }
      }
      return results
    },
    worthAt: (part, price) => {
      const { years } = ready[parts.indexOf(part)] as Ready
      return years.value(new Float64Array(years.days.length).fill(price)) - base
    },
  }
}

/** The outcomes of the file, every one of them. */
function listed(of: Case, terms: StudyTerms): Study {
  const { from, until, parts, discount, through, growth } = terms
  const { outcomes = [], splits } = of.company
  const branches = outcomes.map((outcome) => {
    const exits = exitsIn(of.company, outcome, through)
    const grants =
      outcome.kind === 'cash' && outcome.on !== null
        ? of.grants.map((grant) => ({
            ...grant,
            exercisableUntil: earlier(grant.exercisableUntil, outcome.on as string),
          }))
        : of.grants
    const plan =
      outcome.kind === 'cash' && outcome.on !== null
        ? of.plan.filter((action) => action.kind !== 'exercise' || action.on <= (outcome.on as string))
        : of.plan
    return { outcome, ...coursesOf({ ...of, grants, plan }, { from, until, exits, keepsPlan: false }) }
  })
  const made = branches.map(({ course }) => parts.map(course))
  const worth = { from, discount, last: lastYear(made.flat(), from) }
  const base = baseOf((branches[0] as (typeof branches)[number]).nothing, worth)
  const ready = made.map((courses) => courses.map((each) => readyOf(each, worth)))
  const start = ready[0]?.[0]?.years.today as number
  const priceOf = (b: number, day: number, today: number): number => {
    const { on, price } = (branches[b] as (typeof branches)[number]).outcome
    const known = dayNumber(on ?? `${through}-12-31`)
    if (day >= known) return price * splitFactor(splits, from, dateOf(known))
    return today * (1 + growth) ** yearsBetween(from, dateOf(day))
  }
  const valueIn = (b: number, p: number): number => {
    const { years } = (ready[b] as Ready[])[p] as Ready
    return years.value(Float64Array.from(years.days, (day) => priceOf(b, day, years.today))) - base
  }
  return {
    ...{ courses: made[0] ?? [], now: branches[0]?.now ?? null, last: worth.last },
    ...{
      scalable: comes(of, from),
      today: start,
      stakeToday: start * sharesHeld(of, from) + plannedOptions(of, from, start),
    },
    ...{ blocks: 1, perBlock: branches.length, notices: ready[0]?.[0]?.years.notices ?? [] },
    weights: Float64Array.from(outcomes, ({ probability }) => probability),
    names: outcomes.map(({ name }) => name),
    run: () => Float64Array.from(parts.flatMap((_, p) => branches.map((__, b) => valueIn(b, p)))),
    worthAt: (part, price) => {
      const { years } = (ready[0] as Ready[])[parts.indexOf(part)] as Ready
      return years.value(new Float64Array(years.days.length).fill(price)) - base
    },
  }
}

/** Whether the plan still exercises something. */
const comes = ({ plan }: Case, from: PlainDate): boolean =>
  plan.some((action) => action.kind === 'exercise' && action.on >= from)

/** What the options that the plan exercises from a day on are worth over their strike at the day's price. */
const plannedOptions = (of: Case, from: PlainDate, price: number): number =>
  of.plan.reduce((sum, action) => {
    const grant = action.kind === 'exercise' && action.on >= from && of.grants.find(({ id }) => id === action.grant)
    return grant ? sum + action.shares * Math.max(0, price - strikeOn(of, grant, from)) : sum
  }, 0)

/** Shares held on a day, before what the plan does on it. */
function sharesHeld(of: Case, from: PlainDate): number {
  const { books } = sharesOf(decidedBefore(of, from))
  const { lots, market } = books.prepared
  const day = dayNumber(from)
  return lots
    .filter((lot) => lot.day < day)
    .reduce((sum, lot) => sum + (held(blocksOf(lot), day).shares * market.factorAt(day)) / lot.factor, 0)
}

const earlier = (one: string | null, other: string): string => (one !== null && one < other ? one : other)
