/** What the year's exercises cost in tax: the year as planned beside the same year without them. */
import type { Assumed, Case } from '../case.ts'
import { yearOf } from '../date.ts'
import type { Exercise } from '../equity/shares.ts'
import { consider, noticesOf } from '../explain/notices.ts'
import { returnDue } from '../law/federal/dueDates.ts'
import { toCents } from '../money.ts'
import { cornerAt, curveOf } from '../plan/curve.ts'
import { figureReturn } from '../return.ts'
import type { Summary } from '../summary.ts'
import type { FiguredYear } from '../timeline.ts'
import {
  type Asked,
  figuredYearsAsked,
  type Grounds,
  printedExercise,
  printedForms,
  printedSummary,
  withoutExercises,
} from './common.ts'
import { type GuideMath, guideMath } from './guideMath.ts'
import { shareNotices } from './shareNotices.ts'
import { type StateBill, stateBills } from './stateBills.ts'
import { deductionNotices, printedStateForms, stateYearNotices } from './states.ts'
import { amountsUnder } from './yearNotices.ts'

export interface EstimateAnswer extends Grounds {
  readonly exercises: readonly Exercise[]
  /** Bargain element on Form 6251 line 2i. */
  readonly spread: number
  readonly summary: Summary
  readonly withoutExercise: Summary
  /** What the exercises add. */
  readonly added: { readonly amt: number; readonly totalTax: number }
  /** Of the AMT: what never comes back (Form 8801 line 15) and what becomes minimum tax credit (line 18). */
  readonly credit: { readonly exclusionPart: number; readonly generated: number }
  /** AMT-free room left by nothing exercised, and tax on the next dollar of spread. */
  readonly room: number
  readonly nextDollar: number
  readonly phaseout: { readonly begins: number; readonly ends: number }
  readonly cash: EstimateCash
  /** The bill of each state of residence, beside the federal one. */
  readonly states: readonly StateBill[]
  /** What federal and state returns ask for after what is withheld and paid; below zero for refunds, null where a state cannot be figured. */
  readonly totalDue: number | null
  readonly math: GuideMath
  readonly forms?: ReturnType<typeof printedForms>
}

/** Money in and out for the year. Null where the file does not say. */
export interface EstimateCash {
  readonly strike: number
  readonly federalTax: number
  readonly withheldAndPaid: number
  readonly balanceDue: number
  readonly dueOn: string
}

/** The estimate of a year; `forms` adds every line of every form. */
export function estimateAnswer(of: Case, asked: Asked, forms = false): EstimateAnswer {
  const years = figuredYearsAsked(of, asked)
  const figured = years.at(-1) as FiguredYear
  const { year, law, facts, return: r, exclusion, income } = figured
  const without = figureReturn(withoutExercises(figured), law)
  const curve = curveOf(facts, law, facts.isoSpread + 1)
  const { year: stateYear, bills } = stateBills(of, years, without)
  const withheldAndPaid = income.withheld + income.estimatedPaid.reduce((total, each) => total + each.amount, 0)
  return {
    year,
    exercises: figured.exercises.map(printedExercise),
    spread: toCents(facts.isoSpread),
    summary: printedSummary(r),
    withoutExercise: printedSummary(without),
    added: {
      amt: toCents(r.form6251.line11 - without.form6251.line11),
      totalTax: toCents(r.form1040.line24 - without.form1040.line24),
    },
    credit: { exclusionPart: toCents(exclusion.line15), generated: toCents(exclusion.line18) },
    room: toCents(curve.room),
    nextDollar: Math.round(cornerAt(curve, facts.isoSpread).costRate * 1e6) / 1e6,
    phaseout: { begins: toCents(curve.phaseout.begins), ends: toCents(curve.phaseout.ends) },
    cash: {
      strike: toCents(
        figured.exercises
          .filter((each) => each.planned && yearOf(each.on) === year)
          .reduce((total, each) => total + each.cashPaid, 0),
      ),
      federalTax: toCents(r.form1040.line24),
      withheldAndPaid: toCents(withheldAndPaid),
      balanceDue: toCents(r.form1040.line24 - withheldAndPaid),
      dueOn: returnDue(year),
    },
    states: bills,
    totalDue:
      stateYear.refused.length > 0
        ? null
        : toCents(bills.reduce((sum, each) => sum + each.balanceDue, r.form1040.line24 - withheldAndPaid)),
    math: guideMath(r, law),
    ...(forms && {
      forms: {
        ...printedForms(figured, of.company.name),
        ...Object.assign({}, ...stateYear.returns.map(printedStateForms)),
      },
    }),
    notices: [
      ...noticesOf(consider(figured.choice), amountsUnder(facts)),
      ...shareNotices(of, figured.shares, year),
      ...deductionNotices([figured]),
      ...stateYearNotices([stateYear]),
    ],
    assumed: [...of.assumed, ...notWithheld(of, year)],
  }
}

/** A year whose income is projected knows no withholding. */
function notWithheld({ incomes }: Case, year: number): Assumed[] {
  if (incomes.some((income) => income.year === year)) return []
  return ['withheld', 'state', 'estimatedPaid'].map((name) => ({
    ...{ path: `incomes.${year}.${name}`, value: '0', message: 'not given: the income of the year is projected' },
  }))
}
