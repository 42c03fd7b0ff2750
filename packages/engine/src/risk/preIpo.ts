/**
 * The question before there is a market: exercise now, later, or when the shares can be sold. Every way is figured whole in every future, and
 * once more where the shares become worth nothing: that is what can be lost.
 */
import type { Case } from '../case.ts'
import { lastWeekday, type PlainDate, yearOf } from '../date.ts'
import { nonstatutoryBecause } from '../equity/grant.ts'
import { InputError } from '../errors.ts'
import type { Rounding } from '../law/federal/law.ts'
import { yearsWithLaw } from '../law/federal/tables.ts'
import { latest, qualifyingFrom } from '../schedule/days.ts'
import { type FiguredYear, yearsTo } from '../timeline.ts'
import { type Future, futuresOf, type Outcomes, outcomesFor, worthNothing } from './futures.ts'
import { type Cost, costIn, taxIn } from './preIpoCost.ts'
import { liquidityDay, planOf, type WayIn } from './preIpoPlan.ts'
import { type OptionsLeft, optionsLeft, type PreIpoWay, preIpoWays } from './preIpoWays.ts'
import { decidedBefore, type WholeYears, type Worth, wholeYears, worthOf } from './worth.ts'

/** What is compared, and how. */
export interface PreIpoTerms {
  /** Today: what the plan does from then on is set aside. */
  readonly from: PlainDate
  /** The grant; left out: the one with the most options left. */
  readonly grant?: string
  readonly rounding?: Rounding
}

/** A way with what it is worth in each future, in their order. */
export interface PreIpoFigured {
  readonly way: PreIpoWay
  readonly worths: readonly Worth[]
  /** What it pays, and what of it comes back if the shares become worth nothing; null where nothing is paid before liquidity. */
  readonly cost: Cost | null
  /** The first day on which its shares qualify; null where they are not exercised on a day of their own, or cannot. */
  readonly qualifiesOn: PlainDate | null
}

export interface PreIpoComparison {
  readonly from: PlainDate
  readonly options: OptionsLeft
  /** Grants that have options left too. */
  readonly others: readonly OptionsLeft[]
  readonly source: Outcomes['source']
  /** The day on which what is left is taken at its value. */
  readonly end: PlainDate
  /** The day from which the shares are worth nothing, where that is what happens. */
  readonly nothingOn: PlainDate
  readonly futures: readonly Future[]
  readonly ways: readonly PreIpoFigured[]
}

/** Years in which shares exercised when an outcome is known become qualifying; and years after the end in which credit and losses come home. */
const [yearsToQualify, tailYears] = [2, 10]

/**
 * @returns why there is nothing to compare: no grant has options left, or nothing says what may become of the company.
 * @throws InputError, NotModelled as the years do.
 */
export function comparePreIpo(
  of: Case,
  { from, grant, rounding = 'exact' }: PreIpoTerms,
): PreIpoComparison | 'noOptions' | 'noOutcomes' {
  const base = decidedBefore(of, from)
  const open = optionsLeft(base).filter((each) => canBeExercised(each, from))
  const options = mostLeft(open, grant)
  if (!options) return 'noOptions'
  const outcomes = outcomesFor(base, from)
  if (!outcomes) return 'noOutcomes'
  const plain = futuresOf(base, outcomes, from, [])
  const year = yearsTo(base, yearOf(from), rounding).at(-1) as FiguredYear
  const until = latest(...plain.map((future) => firstOf(future)))
  const ways = preIpoWays(base, options, from, until, year)
  const days = ways.flatMap(({ on }) => (on !== null && on > from ? [on] : []))
  const end = lastWeekday(lastYear(base, options, plain))
  const futures = futuresOf(base, outcomes, from, days, end)
  const nothingOn = latest(firstKnown(plain), `${yearOf(latest(from, ...days)) + 1}-01-01`)
  const [ruin] = futuresOf(base, { outcomes: [worthNothing(nothingOn)], after: 'stays' }, from, days) as [Future]
  const last = yearOf(end) + tailYears
  const figure: Figure = (each, through = last) => wholeYears(each, through, rounding)
  const without = futures.map((future) => figure(future.of))
  const ruined = figure(ruin.of)
  const terms = { from, discount: base.assumptions.discountRate, last }
  return {
    ...{ from, options, others: open.filter((each) => each !== options) },
    ...{ source: outcomes.source, end, nothingOn, futures },
    ways: ways.map((way): PreIpoFigured => {
      const into = (future: Future): WayIn => ({ future, options, way, end })
      return {
        way,
        worths: futures.map((future, i) => {
          const alone = without[i] as WholeYears
          const plan = planOf(into(future), coverOf(into(future), alone, figure))
          return worthOf(figure({ ...future.of, plan }), alone, terms)
        }),
        cost: way.on === null ? null : costIn(figure({ ...ruin.of, plan: planOf(into(ruin)) }), ruined, way.on),
        qualifiesOn:
          way.on === null || nonstatutoryBecause(options.grant) !== null ? null : qualifyingFrom(options.grant, way.on),
      }
    }),
  }
}

/** Years of a case up to one, or to the last looked at. */
type Figure = (of: Case, through?: number) => WholeYears

/** Whether some of its options can be exercised, now or later. */
const canBeExercised = ({ exercisableOn, vestedBy, lastVests }: OptionsLeft, from: PlainDate): boolean =>
  Math.max(exercisableOn(from), vestedBy(latest(from, lastVests))) > 0

/** The grant asked for, else the one with the most options left. @throws InputError for one that has none. */
function mostLeft(open: readonly OptionsLeft[], id: string | undefined): OptionsLeft | null {
  const asked = id === undefined ? open : open.filter(({ grant }) => grant.id === id)
  if (id !== undefined && asked.length === 0)
    throw new InputError([
      { path: '--grant', code: 'unknownReference', message: `is ${id}; no grant of that name has options left.` },
    ])
  return asked.reduce<OptionsLeft | null>((most, each) => (most && most.left >= each.left ? most : each), null)
}

const firstKnown = (futures: readonly Future[]): PlainDate =>
  futures.reduce((first, { known }) => (known < first ? known : first), '9999-12-31')

/** The day on which shares can first be sold in a future, or it is known that there is none. */
const firstOf = ({ opens, dealOn, known }: Future): PlainDate => dealOn ?? opens ?? known

/** The last year looked at: of the file; or when shares exercised at the last outcome qualify, and the last option has vested. */
function lastYear({ assumptions }: Case, { lastVests }: OptionsLeft, futures: readonly Future[]): number {
  const known = yearOf(latest(...futures.flatMap((each) => [each.known, firstOf(each)]))) + yearsToQualify
  return Math.min(Math.max(assumptions.horizon, known, yearOf(lastVests) + 1), yearsWithLaw.last - tailYears)
}

/** Turns in which shares sold for tax change the tax they are sold for: each moves what is missing by a part of it. */
const turns = 8

/**
 * Shares that pay, on the day of liquidity, the strike and all the tax that exercising adds in that year, where what is left is held on; 0 for any
 * other way.
 */
function coverOf(into: WayIn, without: WholeYears, figure: Figure): number {
  const { future, way } = into
  if (way.rest !== 'hold' || future.opens === null || future.outcome.price === 0) return 0
  const year = yearOf(liquidityDay(into))
  let cover = 0
  for (let turn = 0; turn < turns; turn++) {
    const course = figure({ ...future.of, plan: planOf(into, cover) }, year)
    const paid = course.years.find((each) => each.year === year)?.exercises.filter(({ planned }) => planned) ?? []
    const strike = paid.reduce((sum, { cashPaid }) => sum + cashPaid, 0)
    const wanted = Math.ceil((strike + taxIn(course, without, year)) / future.outcome.price - 1e-9)
    if (wanted <= cover) break
    cover = wanted
  }
  return cover
}
