/** Days on which state returns are due: that of the federal return but for a few states. */
import { dateOf, dayNumber, type PlainDate, weekdayOf } from '../../date.ts'
import { returnDue } from '../federal/dueDates.ts'

/** States with a day of their own, month and day of the year after. */
const ownDays: { readonly [state: string]: { readonly cite: string; readonly day: string } } = {
  DE: { cite: '30 Del. C. §1169', day: '04-30' },
  HI: { cite: 'HRS §235-99', day: '04-20' },
  IA: { cite: 'Iowa Code §422.21', day: '04-30' },
  LA: { cite: 'La. R.S. 47:103', day: '05-15' },
  VA: { cite: 'Va. Code §58.1-341', day: '05-01' },
}

/** The day a state's return of a tax year is due; a Saturday or Sunday moves to Monday. */
export function stateDue(state: string, taxYear: number): PlainDate {
  const own = ownDays[state]
  if (!own) return returnDue(taxYear)
  const day = dayNumber(`${taxYear + 1}-${own.day}`)
  const [saturday, sunday] = [6, 0]
  const weekday = weekdayOf(day)
  return dateOf(weekday === saturday ? day + 2 : weekday === sunday ? day + 1 : day)
}
