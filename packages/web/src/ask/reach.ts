/** How far a grant can be exercised in a year: as far as there are shares, as far as the cash goes, and as far as the short way says. */
import { type Action, type Asked, type Case, cashTest, estimateAnswer, isoSharesLeft } from '@isoline/engine'

export interface ReachQuestion {
  readonly grant: string
  readonly year: number
  /** The day of the exercise. */
  readonly on: string
}

export interface Reach {
  /** Shares that can be exercised on the day, less what the plan exercises of them otherwise in the year. */
  readonly most: number
  /** The most of them that the cash pays for, with their tax; null where the file does not say what cash there is. */
  readonly payable: number | null
  /** The most for which the short way, which leaves line 2a out, finds no AMT; null where it cannot be told. */
  readonly shortWay: number | null
}

type Exercising = Extract<Action, { kind: 'exercise' }>

/** @throws InputError for a day without a value, as every question does. */
export function reachOf(of: Case, asked: Asked, { grant, year, on }: ReachQuestion): Reach {
  const found = of.grants.find(({ id }) => id === grant)
  if (!found) return { most: 0, payable: 0, shortWay: null }
  const inYear = of.plan.filter(isExercise).filter((each) => each.on.startsWith(`${year}-`))
  const held = inYear.filter((each) => each.grant === grant && each.how === 'hold')
  const otherwise = inYear.filter((each) => each.grant === grant && each.how !== 'hold')
  const left = isoSharesLeft(of, `${year}-01-01`)(found, on, on) - sharesOf(otherwise)
  // Shares that are exercised before they vest are in the plan and not among the vested.
  const most = Math.max(left, sharesOf(held), 0)
  return {
    most,
    payable: payableOf(of, asked, held, anExercise(grant, on), most),
    shortWay: shortWayOf(of, asked, inYear, anExercise(grant, on), most),
  }
}

const isExercise = (action: Action): action is Exercising => action.kind === 'exercise'
const sharesOf = (exercises: readonly Exercising[]): number => exercises.reduce((sum, { shares }) => sum + shares, 0)

const anExercise = (grant: string, on: string): Exercising => ({
  ...{ kind: 'exercise', on, grant, shares: 0, how: 'hold', as: `${grant}@${on}`, election83b: false },
  ...{ section16bUntil: null, qsbs: false, price: null, fees: 0, payWith: null, inW2: true, reported: 'none' },
})

/** What the cash test says can be paid when all shares there are were exercised. */
function payableOf(
  of: Case,
  asked: Asked,
  held: readonly Exercising[],
  fresh: Exercising,
  most: number,
): number | null {
  if (of.household.cash === null) return null
  if (most === 0) return 0
  const first = held[0] ?? fresh
  const others = sharesOf(held.slice(1))
  const whole = { ...first, shares: most - others }
  const plan = held[0] ? of.plan.map((action) => (action === first ? whole : action)) : [...of.plan, whole]
  const { payable, verdict } = cashTest({ ...of, plan }, asked)
  if (verdict === 'unknown') return null
  if (payable === null) return most
  const names = new Set([...held.map(({ as }) => as), whole.as])
  return payable.filter(({ id }) => names.has(id)).reduce((sum, { shares }) => sum + shares, 0)
}

/** Found by halving: the AMT the short way finds only grows with the shares. The year's planned exercises are set aside, as in the room. */
function shortWayOf(
  of: Case,
  asked: Asked,
  inYear: readonly Exercising[],
  fresh: Exercising,
  most: number,
): number | null {
  const gone = new Set(inYear.map(({ as }) => as))
  const plan = of.plan.filter((action) => !(isExercise(action) ? gone.has(action.as) : isOf(action, gone)))
  const isFree = (shares: number): boolean =>
    estimateAnswer({ ...of, plan: shares === 0 ? plan : [...plan, { ...fresh, shares }] }, asked).math.shortAmt < 0.005
  if (most === 0) return null
  let [free, past] = [0, most + 1]
  if (!isFree(0)) return 0
  while (past - free > 1) {
    const middle = Math.floor((free + past) / 2)
    if (isFree(middle)) free = middle
    else past = middle
  }
  return free === most ? null : free
}

const isOf = (action: Action, lots: ReadonlySet<string>): boolean =>
  'lot' in action && action.lot !== null && lots.has(action.lot)
