/** A stress figured: the whole household over all years, and what the shares are worth in it. */
import type { Case } from '../case.ts'
import { dayNumber, type PlainDate, yearOf } from '../date.ts'
import { blocksOf } from '../equity/shares.ts'
import type { Rounding } from '../law/federal/law.ts'
import { yearsWithLaw } from '../law/federal/tables.ts'
import { yearsBetween } from '../schedule/terms.ts'
import type { StateYear } from '../stateYears.ts'
import type { FiguredYear } from '../timeline.ts'
import { type Ground, reasonOf, type Stress, type StressOptions, stressesOf } from './stress.ts'
import { isCashGift } from './stressPlans.ts'
import { type WholeYears, type Worth, type WorthTerms, wholeYears, worthOf } from './worth.ts'

/** A course of events, figured to the last year looked at. */
export interface Course {
  readonly years: WholeYears
  /** The household under the same facts, had it never had these shares nor the credit they made. */
  readonly bare: WholeYears
  /** The household if the plan did nothing. */
  readonly planless: WholeYears
  /** Shares still held at the end, at their value then: dollars, before any tax. */
  readonly kept: { readonly shares: number; readonly value: number }
  readonly worth: Worth
  /**
   * Present value of what the shares bring and take from the day on, after the tax they add in its year and all later ones, with those kept at the
   * end. Credit that comes home counts as it does; credit left counts nothing.
   */
  readonly value: number
}

/** A stress with its course; null where it does not apply or cannot be figured, which the stress then says. */
export interface StressCourse {
  readonly stress: Stress
  readonly course: Course | null
}

export interface StressCourses {
  readonly base: Course
  readonly terms: WorthTerms
  readonly stresses: readonly StressCourse[]
}

/** Years after the last thing done that bring credit and losses home, where the horizon leaves fewer. */
const tail = 3

/**
 * The plan as it is, and under every stress, to one last year.
 * @throws InputError, NotModelled where the plan itself cannot be figured; a stress that cannot be is told so.
 */
export function stressCourses(
  ground: Ground,
  rounding: Rounding = 'exact',
  options: StressOptions = {},
): StressCourses {
  const { of, asOf, year } = ground
  const stresses = stressesOf(ground, options)
  const done = [of, ...stresses.flatMap((stress) => stress.of ?? [])].map(lastDone)
  const wanted = Math.max(of.assumptions.horizon, year + 1, ...done.map((last) => last + tail))
  const last = Math.min(yearsWithLaw.last, wanted)
  const terms = { from: asOf, discount: of.assumptions.discountRate, last }
  const figure = (one: Case): WholeYears => wholeYears(one, last, rounding)
  const yardsticks = (one: Case): Yardsticks => {
    const planless = figure({ ...one, plan: [] })
    return { bare: isBare(one) ? planless : figure(bareOf(one)), planless }
  }
  const own = yardsticks(of)
  const base = courseOf(figure(of), own, terms)
  return { base, terms, stresses: stresses.map((stress) => figured(stress)) }

  function figured(stress: Stress): StressCourse {
    if (stress.of === null) return { stress, course: null }
    try {
      const against = stress.otherFacts ? yardsticks(stress.of) : own
      return { stress, course: courseOf(figure(stress.of), against, terms) }
    } catch (error) {
      return { stress: { ...stress, whyNot: reasonOf(error) }, course: null }
    }
  }
}

type Yardsticks = Pick<Course, 'bare' | 'planless'>

/** Without a plan, such a household has neither shares nor credit, and gives nothing. */
const isBare = ({ lots, history, plan, carryforwards: { minimumTaxCredit, state } }: Case): boolean =>
  lots.length + history.length === 0 && !plan.some(isCashGift) && minimumTaxCredit === 0 && state === undefined

/** The household without shares, planned or held, and without the minimum tax credit of earlier years; gifts of cash are its own affair. */
function bareOf(of: Case): Case {
  const { state: _, ...carryforwards } = of.carryforwards
  const plan = of.plan.filter(isCashGift)
  return { ...of, lots: [], plan, history: [], carryforwards: { ...carryforwards, minimumTaxCredit: 0 } }
}

/** A course with what it is worth. */
export function courseOf(years: WholeYears, against: Yardsticks, terms: WorthTerms): Course {
  const kept = keptAtEnd(years)
  const worth = worthOf(years, against.bare, terms)
  const end: PlainDate = `${terms.last}-12-31`
  const present = kept.value * (1 + terms.discount) ** -yearsBetween(terms.from, end)
  return { years, ...against, kept, worth, value: worth.value + present }
}

const lastDone = ({ plan }: Case): number => plan.reduce((last, { on }) => Math.max(last, yearOf(on)), 0)

/** Shares left when the last year ends, vested or not, at the value of that day. Nothing where none are left; NaN where no value is stated. */
function keptAtEnd({ years }: WholeYears): Course['kept'] {
  const last = years.at(-1) as FiguredYear
  if (!last.shares) return { shares: 0, value: 0 }
  const { lots, market } = last.shares.books.prepared
  const day = dayNumber(`${last.year}-12-31`)
  const shares = lots.reduce((sum, lot) => {
    const left = blocksOf(lot).reduce((all, block) => all + block.left, 0)
    return sum + (left * market.factorAt(day)) / lot.factor
  }, 0)
  return { shares, value: shares > 0 ? shares * market.valueAt(day) : 0 }
}

/** AMT of a year, federal and of the states that could be figured. Form 6251 line 11, and the like. */
export function amtIn({ years, states }: WholeYears, year: number): number {
  const i = years.findIndex((each) => each.year === year)
  const figured = years[i]
  if (!figured) return Number.NaN
  return (states[i] as StateYear).returns.reduce(
    (sum, { summary }) => sum + summary.amt,
    figured.return.form6251.line11,
  )
}

/** Tax of a year, federal and as far as known of states. */
export function taxIn({ years, states }: WholeYears, year: number): number {
  const i = years.findIndex((each) => each.year === year)
  const own = years[i]?.return.form1040.line24 ?? Number.NaN
  return states[i]?.returns.reduce((sum, { summary }) => sum + summary.tax, own) ?? own
}
