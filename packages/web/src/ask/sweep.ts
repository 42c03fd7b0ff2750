/** AMT-free room along one fact: the same year figured again and again with other wages, or another value of a share. */
import { type Asked, type Case, roomAnswer } from '@isoline/engine'

export interface SweepQuestion {
  readonly fact: 'wages' | 'value'
  /** The grant whose shares are counted. */
  readonly grant: string | null
  readonly year: number
  /** The day of the exercise: its value counts, and is what changes. */
  readonly on: string
  /** What the fact is given, ascending. */
  readonly at: readonly number[]
}

export interface SweepPoint {
  readonly at: number
  /** Dollars of spread. */
  readonly room: number
  /** Whole shares that fit into the room; null where nothing limits them. */
  readonly shares: number | null
}

export interface Sweep {
  readonly points: readonly SweepPoint[]
  /** Where the room is least between two places with more, to the dollar; null where there is none such. */
  readonly lowest: SweepPoint | null
}

export function sweepOf(of: Case, asked: Asked, question: SweepQuestion): Sweep {
  const pointAt = (at: number): SweepPoint => {
    const { room, byGrant } = roomAnswer(changed(of, question, at), {
      ...asked,
      asOf: question.on,
      year: question.year,
    })
    const shares = byGrant.find(({ grant }) => grant === question.grant)?.sharesByRoom ?? null
    return { at, room, shares }
  }
  const points = question.at.map(pointAt)
  return { points, lowest: lowestOf(points, pointAt) }
}

function changed(of: Case, { fact, year, on }: SweepQuestion, at: number): Case {
  if (fact === 'wages')
    return { ...of, incomes: of.incomes.map((income) => (income.year === year ? { ...income, wages: at } : income)) }
  const { prices } = of.company
  const last = prices.reduce((found, quote, i) => (quote.on <= on ? i : found), -1)
  return {
    ...of,
    company: { ...of.company, prices: prices.map((quote, i) => (i === last ? { ...quote, fmv: at } : quote)) },
  }
}

/** The golden section keeps one point of each step for the next. */
const golden = (Math.sqrt(5) - 1) / 2

function lowestOf(points: readonly SweepPoint[], pointAt: (at: number) => SweepPoint): SweepPoint | null {
  const dips = points.flatMap((point, i) => {
    const [before, after] = [points[i - 1], points[i + 1]]
    return before && after && before.room > point.room && after.room > point.room ? [{ before, point, after }] : []
  })
  const [dip] = dips.sort((one, other) => one.point.room - other.point.room)
  if (!dip) return null
  let [low, high] = [dip.before.at, dip.after.at]
  let [one, other] = [pointAt(high - golden * (high - low)), pointAt(low + golden * (high - low))]
  while (high - low > 1) {
    if (one.room < other.room) {
      high = other.at
      other = one
      one = pointAt(high - golden * (high - low))
    } else {
      low = one.at
      one = other
      other = pointAt(low + golden * (high - low))
    }
  }
  return pointAt(Math.round((low + high) / 2))
}
