/** What becomes of the plan when things go wrong: tax and cash by date, what is stranded, what it is worth, and what can still be done. */
import type { Case } from '../case.ts'
import type { PlainDate } from '../date.ts'
import { InputError } from '../errors.ts'
import { returnDue } from '../law/federal/dueDates.ts'
import { stateDue } from '../law/states/dueDates.ts'
import { toCents } from '../money.ts'
import { type LeftAfter, leftAfter } from '../risk/leftAfter.ts'
import { type Ground, groundOf, reasonOf, type Stress, type StressName, type StressOptions } from '../risk/stress.ts'
import { amtIn, type Course, type StressCourses, stressCourses, taxIn } from '../risk/stressYears.ts'
import { type NoSale, type Sold, type YearEndSale, yearEndSale } from '../risk/yearEndSale.ts'
import { withheldFor } from '../stateYears.ts'
import { creditIntoNext, type FiguredYear } from '../timeline.ts'
import { cashOf } from './cash.ts'
import type { Asked } from './common.ts'
import { latePaying, stillOpen } from './riskStressWords.ts'

/** The plan as it is, and under each stress. */
export interface StressAnswer {
  readonly asOf: PlainDate
  /** The tax year of that day: the one whose AMT may still be undone. */
  readonly year: number
  /** The last year looked at. */
  readonly through: number
  /** What a year takes off money that comes later; a fraction. */
  readonly discountRate: number
  readonly plan: StressRow
  readonly courses: readonly StressRow[]
  /** What paying late means, whatever the course. */
  readonly late: readonly string[]
}

/** One course of events. */
export interface StressRow {
  readonly name: StressName | 'plan'
  /** A few words for a table. */
  readonly title: string
  readonly what: string
  /** Why it is not figured; null where it is. */
  readonly whyNot: string | null
  readonly figures: StressFigures | null
  /** What can still be done and until when, in sentences. */
  readonly still: readonly string[]
}

/** Figures of a course. Dollars. */
export interface StressFigures {
  /** Tax of the year and the next, to each authority; of the year before too, while that is not due yet. */
  readonly due: readonly StressDue[]
  /** AMT of both years, federal and state, and all their tax. */
  readonly amt: number
  readonly tax: number
  /** Whether the tax of every state is in it. */
  readonly stateTaxWhole: boolean
  /** The least free cash from the day on, by the plan's payments alone; null where the file states no cash. */
  readonly leastCash: { readonly on: PlainDate; readonly left: number } | null
  /** Minimum tax credit that the last year leaves unused. */
  readonly creditLeft: number
  /** AMT capital loss beyond the regular one that the last year leaves: AMT basis that no gain has met. */
  readonly amtLossLeft: number
  /** Shares held at the end, at their value then, before tax. */
  readonly kept: { readonly shares: number; readonly value: number }
  /**
   * Present value of what the shares, held and planned, bring and take from the day on, after the tax they add in its year and later ones, with
   * those kept. Strike and tax of earlier days are spent; credit that comes home counts as it does, credit left counts nothing.
   */
  readonly worth: number
  /** Beyond the plan as it is. */
  readonly againstPlan: number
  /** The last sale that undoes AMT of the year; null: there is none, and `noSale` says why. */
  readonly sale: StressSale | null
  readonly noSale: NoSale | 'halted' | 'notFigured' | null
  /** What is left to sell when the year is over. */
  readonly afterYear: LeftAfter
  /** What is left to sell from the next day on, to pay tax of the year before with; null where that is no longer due. */
  readonly now: LeftAfter | null
}

/** Tax of a year to one authority; `balance` is after what is withheld and paid, null where the file does not say. */
export interface StressDue {
  readonly year: number
  /** `federal`, or the postal code of a state. */
  readonly to: string
  readonly on: PlainDate
  readonly tax: number
  readonly amt: number
  readonly balance: number | null
}

/** The sale that undoes AMT: all shares that can, and the fewest that leave none; `best` is worth most, null where neither beats going on. */
export interface StressSale {
  readonly until: PlainDate
  readonly by: 'market' | 'tender'
  readonly price: number
  readonly whole: Sold
  readonly least: Sold | null
  readonly best: 'whole' | 'least' | null
}

/**
 * The plan under every stress, figured whole to one last year. Shares that a course still holds then are taken at their value.
 * @throws InputError where an option is below zero or no number; InputError, NotModelled where the plan itself cannot be figured.
 */
export function riskStress(of: Case, { asOf, rounding }: Asked, options: StressOptions = {}): StressAnswer {
  for (const [name, amount] of Object.entries(options)) checked(name, amount)
  const ground = groundOf(of, asOf)
  const courses = stressCourses(ground, rounding, options)
  const { base, terms, stresses } = courses
  const asPlanned = { name: 'plan' as const, begins: ground.tomorrow, market: true }
  const figures = figuresOf(ground, base, asPlanned, courses)
  const whole = figures.sale && { least: figures.sale.least?.shares ?? null }
  return {
    ...{ asOf: ground.asOf, year: ground.year, through: terms.last, discountRate: terms.discount },
    plan: {
      ...{ name: 'plan', title: 'As planned', what: 'The plan as the file has it.', whyNot: null, figures },
      still: stillOpen(ground, asPlanned, figures),
    },
    courses: stresses.map(({ stress, course }) => {
      const { name, title, what, whyNot } = stress
      if (!course) return { name, title, what, whyNot, figures: null, still: [] }
      const found = figuresOf(ground, course, stress, courses, whole)
      return { name, title, what, whyNot, figures: found, still: stillOpen(ground, stress, found) }
    }),
    late: latePaying(ground.year, figures),
  }
}

function checked(name: string, amount: unknown): void {
  if (amount === undefined || (typeof amount === 'number' && amount >= 0 && Number.isFinite(amount))) return
  throw new InputError([{ path: name, code: 'outOfRange', message: `is ${amount}; choose zero or more.` }])
}

/** What of a course of events decides what can still be done. */
export type Circumstance = Pick<Stress, 'begins' | 'market'> & { readonly name: StressName | 'plan' }

function figuresOf(
  ground: Ground,
  course: Course,
  { begins, market }: Circumstance,
  { base, terms }: StressCourses,
  planned: { readonly least: number | null } | null = null,
): StressFigures {
  const { year, asOf, tomorrow } = ground
  const { years } = course
  const looked = [year, year + 1]
  const unpaid = returnDue(year - 1) > asOf && years.years.some((each) => each.year === year - 1)
  const sum = (amount: (of: Course['years'], year: number) => number): number =>
    looked.reduce((total, each) => total + amount(years, each), 0)
  const last = years.years.at(-1) as FiguredYear
  const { capitalLoss, amtCapitalLoss } = last.carriedOut
  // Until a stress begins, its year is the plan's
  const known = planned && begins > `${year}-12-31` ? planned.least : undefined
  const possible = saleOf(() => yearEndSale(course, asOf, year, terms, market ? known : null))
  const sale = market || typeof possible === 'string' ? possible : 'halted'
  return {
    due: [...(unpaid ? [year - 1] : []), ...looked].flatMap((each) => dueIn(course, each)),
    ...{ amt: toCents(sum(amtIn)), tax: toCents(sum(taxIn)) },
    stateTaxWhole: years.states.every(({ year: each, refused }) => !looked.includes(each) || refused.length === 0),
    leastCash: leastCash(course, ground),
    creditLeft: toCents(creditIntoNext(last)),
    amtLossLeft: toCents(amtCapitalLoss.short + amtCapitalLoss.long - capitalLoss.short - capitalLoss.long),
    kept: { shares: +course.kept.shares.toFixed(4), value: toCents(course.kept.value) },
    ...{ worth: toCents(course.value), againstPlan: toCents(course.value - base.value) },
    sale: typeof sale === 'string' ? null : printedSale(sale),
    noSale: typeof sale === 'string' ? sale : null,
    // New Year's Day is no trading day
    afterYear: printedLeft(leftAfter(course, `${year + 1}-01-02`, market)),
    now: unpaid ? printedLeft(leftAfter(course, tomorrow, market)) : null,
  }
}

/** The sale, or that it cannot be figured. */
function saleOf(figure: () => YearEndSale | NoSale): YearEndSale | NoSale | 'notFigured' {
  try {
    return figure()
  } catch (error) {
    reasonOf(error)
    return 'notFigured'
  }
}

function printedSale({ chance: { on, by, price }, whole, least }: YearEndSale): StressSale {
  const best = least && least.gain > whole.gain ? 'least' : 'whole'
  const gain = best === 'least' ? (least?.gain ?? 0) : whole.gain
  return {
    ...{ until: on, by, price: toCents(price), whole: printedSold(whole), least: least && printedSold(least) },
    best: gain > 0.005 ? best : null,
  }
}

const printedSold = (sold: Sold): Sold =>
  Object.fromEntries(Object.entries(sold).map(([name, amount]) => [name, toCents(amount)])) as unknown as Sold

const printedLeft = ({ shares, on, price, brings }: LeftAfter): LeftAfter => ({
  ...{ shares, on },
  price: price === null ? null : toCents(price),
  brings: brings === null ? null : toCents(brings),
})

/** What is due for a year, and when. */
function dueIn({ years: { of, years, states } }: Course, year: number): StressDue[] {
  const i = years.findIndex((each) => each.year === year)
  const figured = years[i]
  if (!figured) return []
  const { income, return: r } = figured
  const known = of.incomes.some((each) => each.year === year)
  const paid = income.withheld + income.estimatedPaid.reduce((sum, { amount }) => sum + amount, 0)
  const row = (to: string, on: PlainDate, tax: number, amt: number, already: number): StressDue => ({
    ...{ year, to, on, tax: toCents(tax), amt: toCents(amt), balance: known ? toCents(tax - already) : null },
  })
  return [
    row('federal', returnDue(year), r.form1040.line24, r.form6251.line11, paid),
    ...(states[i]?.returns ?? [])
      .filter(({ summary }) => summary.tax !== 0 || summary.amt !== 0)
      .map(({ state, summary }) =>
        row(state, stateDue(state, year), summary.tax, summary.amt, withheldFor(income, state)),
      ),
  ]
}

/** The least that the years leave from the day on: their lowest days that are still to come, and their last days. */
function leastCash({ years, planless }: Course, { asOf, year }: Ground): StressFigures['leastCash'] {
  if (years.of.household.cash === null) return null
  const to = cashOf(years.of, years, planless).flatMap(({ left, lowest }, i) => {
    const each = years.years[i]?.year ?? 0
    if (each < year) return []
    const end = left === null ? [] : [{ on: `${each}-12-31`, left: toCents(left) }]
    return lowest && lowest.on >= asOf ? [{ ...lowest, left: toCents(lowest.left) }, ...end] : end
  })
  return to.reduce<StressFigures['leastCash']>((least, each) => (least && least.left <= each.left ? least : each), null)
}
