/** How many shares of the plan's exercises the cash pays for: the largest whole number, in the order of the plan. */
import type { Case } from '../case.ts'
import type { PlainDate } from '../date.ts'
import type { ExerciseAction } from '../equity/action.ts'

/** An exercise as planned, and what of it can be paid. Whole shares as of its day. */
export interface PayableExercise {
  readonly id: string
  readonly grant: string
  readonly on: PlainDate
  readonly planned: number
  readonly shares: number
}

/** Counts looked at before the last that fits is searched for. */
const looks = 8

/**
 * The exercises named, each with the most shares that `fits` allows after those before it; the first that is cut ends it, and those
 * after it are none. `fits` is asked about whole cases.
 * @param of a case from which nothing takes shares of these exercises later
 */
export function payableOf(of: Case, lots: ReadonlySet<string>, fits: (of: Case) => boolean): PayableExercise[] {
  const exercises = of.plan
    .filter((action): action is ExerciseAction => action.kind === 'exercise' && lots.has(action.as))
    .map((action, i) => ({ action, i }))
    .sort((one, other) =>
      one.action.on < other.action.on ? -1 : one.action.on > other.action.on ? 1 : one.i - other.i,
    )
    .map(({ action }) => action)
  const counts = new Map(exercises.map(({ as }) => [as, 0]))
  for (const { as, shares } of exercises) {
    const most = mostOf(shares, (count) => fits(resized(of, new Map([...counts, [as, count]]))))
    counts.set(as, most)
    if (most < shares) break
  }
  return exercises.map(({ as, grant, on, shares }) => ({
    ...{ id: as, grant, on, planned: shares, shares: counts.get(as) as number },
  }))
}

/** The case with other counts of shares in some exercises; none at all leaves one out. */
function resized(of: Case, counts: ReadonlyMap<string, number>): Case {
  return {
    ...of,
    plan: of.plan.flatMap((action) => {
      const shares = action.kind === 'exercise' ? counts.get(action.as) : undefined
      if (shares === undefined) return [action]
      return shares === 0 ? [] : [{ ...action, shares } as ExerciseAction]
    }),
  }
}

/**
 * The last whole number up to `planned` up to which all fit. Strike and tax rise with the shares held, as no line of either system
 * falls with the spread; whole shares sold to cover can turn that by the price of one, so some counts are looked at first.
 */
function mostOf(planned: number, fits: (count: number) => boolean): number {
  if (fits(planned)) return planned
  let [low, high] = [0, planned]
  for (let look = 1; look < looks; look++) {
    const count = Math.floor((planned * look) / looks)
    if (count <= low) continue
    if (!fits(count)) {
      high = count
      break
    }
    low = count
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (fits(middle)) low = middle
    else high = middle
  }
  return low
}
