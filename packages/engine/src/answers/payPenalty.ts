/** The penalty for underpayment: interest on every installment from its day until it is paid. IRC §6654(a), (b). */
import { dayNumber, type PlainDate, yearOf } from '../date.ts'

/** Money that comes in on a day. Dollars. */
export interface Paid {
  readonly on: PlainDate
  readonly amount: number
}

/** An installment as it ought to be paid. */
export interface Due {
  readonly on: PlainDate
  readonly amount: number
}

/**
 * Simple interest (IRC §6622(b)) at one yearly rate on what of each installment is not paid by its day, until it is paid or `until`,
 * the day the return is due. What is paid goes to the oldest hole first, §6654(b)(3). Days count as parts of their own calendar year.
 * @param rate a fraction a year
 */
export function underpaymentPenalty(
  installments: readonly Due[],
  payments: readonly Paid[],
  until: PlainDate,
  rate: number,
): number {
  const left = payments
    .filter(({ on }) => on <= until)
    .sort((one, other) => (one.on < other.on ? -1 : one.on === other.on ? 0 : 1))
  const rest = left.map(({ amount }) => amount)
  let penalty = 0
  for (const { on, amount } of installments) {
    let owed = amount
    left.forEach((payment, i) => {
      const used = Math.min(owed, rest[i] as number)
      if (used <= 0) return
      rest[i] = (rest[i] as number) - used
      owed -= used
      penalty += used * rate * yearsBetween(on, payment.on)
    })
    penalty += owed * rate * yearsBetween(on, until)
  }
  return penalty
}

/** Days from one to another as parts of a year, the leap year's of its 366; zero where the second is not later. */
function yearsBetween(from: PlainDate, to: PlainDate): number {
  if (to <= from) return 0
  const newYear = `${yearOf(from) + 1}-01-01`
  if (to <= newYear) return (dayNumber(to) - dayNumber(from)) / daysIn(yearOf(from))
  return yearsBetween(from, newYear) + yearsBetween(newYear, to)
}

const daysIn = (year: number): number => dayNumber(`${year + 1}-01-01`) - dayNumber(`${year}-01-01`)
