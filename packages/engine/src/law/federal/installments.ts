/** Days on which estimated tax is paid, and on which the employer's statements of an exercise come. IRC §§6654(c)(2), 6039(b), 7503. */
import { dateOf, dayNumber, type PlainDate, weekdayOf } from '../../date.ts'
import { returnDue } from './dueDates.ts'

/**
 * The four installments of a tax year: 15 April, 15 June, 15 September and 15 January of the next year; a Saturday, Sunday or holiday
 * moves to the next day that is none. In January that is Martin Luther King Day, the third Monday, which the 15th can be.
 */
export const installmentDays = (taxYear: number): readonly PlainDate[] => [
  returnDue(taxYear - 1),
  afterWeekend(`${taxYear}-06-15`),
  afterWeekend(`${taxYear}-09-15`),
  afterKing(`${taxYear + 1}-01-15`),
]

/** A return filed and paid in full by this day ends the penalty on the fourth installment: 31 January. IRC §6654(h). */
export const fourthForgivenUntil = (taxYear: number): PlainDate => afterWeekend(`${taxYear + 1}-01-31`)

/** Form 3921 comes to the holder by 31 January after the year of the exercise. IRC §6039(b). */
export const statementsDue = (taxYear: number): PlainDate => afterWeekend(`${taxYear + 1}-01-31`)

function afterWeekend(on: PlainDate): PlainDate {
  const day = dayNumber(on)
  const [sunday, saturday] = [0, 6]
  const weekday = weekdayOf(day)
  return dateOf(weekday === saturday ? day + 2 : weekday === sunday ? day + 1 : day)
}

/** From the 15th on the next Monday is the third of January. */
function afterKing(on: PlainDate): PlainDate {
  const moved = afterWeekend(on)
  const monday = 1
  return weekdayOf(dayNumber(moved)) === monday ? dateOf(dayNumber(moved) + 1) : moved
}
