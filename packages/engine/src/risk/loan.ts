/** Money borrowed for strike and tax: drawn on the days on which one's own runs out, and owed with interest on one day. */
import type { Loan } from '../case.ts'
import { dayNumber, monthsAfter, type PlainDate, wholeMonthsBetween } from '../date.ts'

/** Money due or coming in on a day; below zero where it comes in. Dollars. */
export interface Flow {
  readonly on: PlainDate
  readonly amount: number
}

/** A day on which there is not enough, and how much is missing by then in all. Dollars. */
export interface Lack {
  readonly on: PlainDate
  readonly amount: number
}

/** How far money reaches. */
export interface Reach {
  /** What is drawn of the loan, by day; empty where there is none or it is not needed. */
  readonly draws: readonly Flow[]
  /** What is left of one's own money after the last payment; below zero where it lacks and nothing could be drawn. */
  readonly left: number
  /** The first day on which money is missing, and the day on which most is; null: all is paid. */
  readonly first: Lack | null
  readonly most: Lack | null
}

/** A cent that arithmetic makes up is none that is missing. */
const dust = 0.005

/**
 * Pays what falls due, day by day, from one's own money and then from the loan. All of a day comes in and goes out together.
 * Nothing is drawn on the day the loan is due, or after it; that it is then paid back is left to whoever asks.
 */
export function reachOf(cash: number, flows: readonly Flow[], loan: Loan | null = null): Reach {
  const draws: Flow[] = []
  const lacks: Lack[] = []
  let left = cash
  let open = loan ? loan.amount : 0
  for (const on of [...new Set(flows.map((flow) => flow.on))].sort()) {
    for (const flow of flows) if (flow.on === on) left -= flow.amount
    const drawn = loan && on < loan.due ? Math.min(open, Math.max(0, -left)) : 0
    if (drawn > dust) {
      draws.push({ on, amount: drawn })
      open -= drawn
      left += drawn
    }
    if (left < -dust) lacks.push({ on, amount: -left })
  }
  const most = lacks.reduce<Lack | null>((worst, each) => (worst && worst.amount >= each.amount ? worst : each), null)
  return { draws, left, first: lacks[0] ?? null, most }
}

/**
 * What is owed on the day the loan is due for what was drawn: interest is added on each anniversary of a draw, and for the
 * days after the last one it is simple, by 365ths of a year. Nothing is paid before. Dollars.
 */
export function owedOn({ rate, due }: Pick<Loan, 'rate' | 'due'>, draws: readonly Flow[]): number {
  return draws.reduce((sum, { on, amount }) => {
    const years = Math.floor(wholeMonthsBetween(on, due) / 12)
    const days = dayNumber(due) - dayNumber(monthsAfter(on, 12 * years))
    return sum + amount * (1 + rate) ** years * (1 + (rate * days) / 365)
  }, 0)
}
