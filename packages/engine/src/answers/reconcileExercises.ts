/** Form 3921 against the exercises of the scenario, box by box. IRC §6039(a)(1). */
import type { Case } from '../case.ts'
import { dateOf, type PlainDate, yearOf } from '../date.ts'
import type { HeldLot } from '../equity/prepared.ts'
import { blocksOf, type Shares } from '../equity/shares.ts'
import { returnDue } from '../law/federal/dueDates.ts'
import { toCents } from '../money.ts'
import type { Form3921 } from '../papers.ts'
import { type FiguredYear, yearsTo } from '../timeline.ts'
import { counted, inDollars } from './amountWords.ts'
import { type Finding, finding } from './reconcileFinding.ts'

/** Every form, and the ISO exercises of past years that have none. */
export function reconcileExercises(
  of: Case,
  forms: readonly Form3921[],
  { books }: Shares,
  years: readonly FiguredYear[],
  asOf: PlainDate,
): Finding[] {
  if (forms.length === 0) return []
  const rest = new Set(books.prepared.lots.filter((lot) => lot.grant.nonstatutory === null && isoShares(lot) > 0))
  const findings = forms.flatMap((form): Finding[] => {
    const lot = matching(form, [...rest])
    if (!lot) return [unknownExercise(form)]
    rest.delete(lot)
    return [...boxes(form, lot), ...valueFinding(of, form, lot, years)]
  })
  // The form of an exercise comes in the January after it, and is at hand before the return is due
  const late = [...rest].filter(({ day }) => returnDue(yearOf(dateOf(day))) <= asOf)
  return [...findings, ...late.map(missingForm)]
}

function matching(form: Form3921, lots: readonly HeldLot[]): HeldLot | undefined {
  const apart = (lot: HeldLot): number =>
    Number(Math.abs(isoShares(lot) - form.shares) > 1e-3) +
    Number(Math.abs(lot.strike - form.strike) > 0.005) +
    Number(lot.grant.grant.on !== form.granted)
  const ofDay = lots.filter(({ day }) => dateOf(day) === form.exercised)
  return ofDay.sort((one, other) => apart(one) - apart(other))[0]
}

/** The form is about ISO shares: those over the $100,000 limit are not on it. */
const isoShares = (lot: HeldLot): number =>
  lot.shares - blocksOf(lot).reduce((sum, { nonstatutory, shares }) => sum + (nonstatutory === 1 ? shares : 0), 0)

const own = (form: Form3921, lot: HeldLot) => ({
  ...{ kind: 'wrong' as const, year: yearOf(form.exercised), paper: 'Form 3921' as const, lot: lot.id },
})

const compareWith =
  'Compare with the confirmation of the exercise: correct the scenario, or ask the company for a corrected form.'

function boxes(form: Form3921, lot: HeldLot): Finding[] {
  const { id, strike, grant } = lot
  const shares = isoShares(lot)
  const compared = [
    ['grantedDiffers', 'box 1', form.granted, grant.grant.on, form.granted === grant.grant.on],
    ['strikeDiffers', 'box 3', form.strike, strike, Math.abs(form.strike - strike) <= 0.005],
    ['sharesDiffer', 'box 5', form.shares, shares, Math.abs(form.shares - shares) <= 1e-3],
  ] as const
  const words = { 'box 1': 'A grant', 'box 3': 'An exercise price', 'box 5': 'Shares' }
  return compared
    .filter(([, , , , alike]) => !alike)
    .map(([code, box, stated, right]) =>
      finding({
        ...{ ...own(form, lot), code, box, stated, right, todo: compareWith },
        says: `${words[box]} of ${stated}, and the scenario has ${right} for ${id}.`,
      }),
    )
}

/** Box 4 sets the spread that AMT takes in: another value is another AMT. */
function valueFinding(of: Case, form: Form3921, lot: HeldLot, years: readonly FiguredYear[]): Finding[] {
  if (Math.abs(form.value - lot.value) <= 0.005) return []
  const year = yearOf(form.exercised)
  return [
    finding({
      ...{ ...own(form, lot), code: 'valueDiffers', box: 'box 4', stated: form.value, right: toCents(lot.value) },
      says: `A value of ${inDollars(form.value)} a share, and the scenario has ${inDollars(lot.value)} for ${lot.id}: the spread of the exercise differs by ${inDollars(Math.abs(form.value - lot.value) * form.shares)}.`,
      todo: compareWith,
      cost: lot.given ? withValue(of, lot.id, form.value, year, years) : null,
    }),
  ]
}

function withValue(of: Case, id: string, value: number, year: number, years: readonly FiguredYear[]): number | null {
  const figured = years.find((each) => each.year === year)
  if (!figured) return null
  const lots = of.lots.map((each) => (each.id === id ? { ...each, fmvAtExercise: value } : each))
  const other = yearsTo({ ...of, lots }, year).at(-1) as FiguredYear
  return toCents(other.return.form1040.line24 - figured.return.form1040.line24)
}

const unknownExercise = ({ exercised, shares, strike }: Form3921): Finding =>
  finding({
    ...{ code: 'exerciseNotInScenario', kind: 'missing', year: yearOf(exercised), paper: 'Form 3921', box: 'box 2' },
    stated: exercised,
    says: `An exercise of ${counted(shares)} at ${inDollars(strike)} on ${exercised} is not in the scenario.`,
    todo: 'Add it as a lot, with its value in box 4.',
  })

const missingForm = (lot: HeldLot): Finding => {
  const { id, day } = lot
  return finding({
    ...{ code: 'noForm3921', kind: 'missing', year: yearOf(dateOf(day)), paper: 'Form 3921', box: 'all', lot: id },
    says: `There is no form for the ${counted(isoShares(lot))} of ${id}, exercised on ${dateOf(day)}.`,
    todo: 'Ask the company for it: it was due by 31 January of the year after.',
  })
}
