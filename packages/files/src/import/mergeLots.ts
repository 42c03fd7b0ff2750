/** Exercises of files, found among the lots of the scenario or added to them. */
import type { Found, LotFact } from './found.ts'
import { agree, keyOf, type Merge } from './merge.ts'
import type { Entry } from './scenarioObject.ts'

/**
 * Adds the exercises of a file. A lot of the same grant and day is the same exercise where the shares agree or one of the
 * two does not say; what is left over on both sides contradicts, and what is left over of the file alone is new.
 */
export function addLots(found: readonly Found<LotFact>[], merge: Merge): void {
  const ofTheDay = found.filter(({ fact, from }) => !merge.restatedLater(fact.grant, fact.exercised, from))
  const open = ofTheDay.filter(
    (each) => !joined(each, merge, (lot, { shares }) => shares !== undefined && agree(lot['shares'], shares)),
  )
  const still = open.filter(
    (each) => !joined(each, merge, (lot, { shares }) => lot['shares'] === undefined || shares === undefined),
  )
  for (const each of still) {
    const { fact, from } = each
    if (carriedOut(each, merge)) continue
    const rival = merge.lots.free(exerciseKey(fact, merge))
    const { shares } = fact
    if (rival) merge.contradict(`lots[${merge.lots.placeOf(rival)}].shares`, rival['shares'], shares, from)
    else add(each, merge)
  }
}

/** The key of the exercises of a grant on a day; of no grant where it is not clear which. */
export const exerciseKey = ({ grant, exercised }: Pick<LotFact, 'grant' | 'exercised'>, merge: Merge): string =>
  keyOf(merge.grantOf(grant, exercised)?.['id'], exercised)

function joined(each: Found<LotFact>, merge: Merge, fits: (lot: Entry, fact: LotFact) => boolean): boolean {
  const { fact } = each
  const known = merge.lots.free(exerciseKey(fact, merge), (lot) => fits(lot, fact))
  if (!known) return false
  merge.join(each, merge.lots, known, valuesOf(fact), 'lots')
  return true
}

const ofTheDay = 'An exercise of the plan takes the value of its day from there: state it under company.prices.'

/** Whether an exercise is one that the plan has for that day; a different number of shares contradicts. */
function carriedOut(each: Found<LotFact>, merge: Merge): boolean {
  const { fact, from } = each
  const planned = merge.exercises.free(exerciseKey(fact, merge))
  if (!planned) return false
  const { exercise } = planned
  const { fmvAtExercise: value } = fact
  const stated = merge.statedValue(fact.exercised)
  if (fact.shares === undefined || agree(exercise, fact.shares)) {
    merge.join(each, merge.exercises, planned, {}, 'plan')
    if (value !== undefined && !agree(stated, value))
      merge.contradict('company.prices', stated ?? null, value, from, ofTheDay)
  } else merge.contradict(`plan[${merge.exercises.placeOf(planned)}].exercise`, exercise, fact.shares, from)
  return true
}

function add(each: Found<LotFact>, merge: Merge): void {
  const { grant: of, exercised } = each.fact
  // The grant of an exercise is added before it; unless two are alike, and then it is asked
  const grant = merge.grantOf(of, exercised)?.['id']
  merge.askIfPlanned(merge.exercises, grant, exercised, 'exercise', each.from)
  merge.add(each, merge.lots, {
    id: merge.lots.freeName(each.fact.name, 'L'),
    grant,
    exercised,
    ...valuesOf(each.fact),
  })
}

const valuesOf = ({ shares, strike, fmvAtExercise, election83b }: LotFact): Entry => ({
  ...{ shares, strike, fmvAtExercise, election83b },
})
