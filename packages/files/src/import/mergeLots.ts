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

function add(each: Found<LotFact>, merge: Merge): void {
  const { grant: of, exercised } = each.fact
  // The grant of an exercise is added before it; unless two are alike, and then it is asked
  const grant = merge.grantOf(of, exercised)?.['id']
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
