/** Days on which returns are due, and until when tax paid can be claimed back. IRC §§6072(a), 6511, 6513(a), 7503. */
import { dayNumber, monthsAfter, type PlainDate, weekdayOf } from '../../date.ts'
import { federalStanding } from './standing.ts'

/**
 * The day the return of a tax year is due: 15 April, or the next day that is neither Saturday, Sunday nor Emancipation Day
 * as the District of Columbia keeps it (16 April; on a Friday before a Saturday, on a Monday after a Sunday). IRC §7503.
 */
export function returnDue(taxYear: number): PlainDate {
  const nominal: PlainDate = `${taxYear + 1}-04-15`
  const weekday = weekdayOf(dayNumber(nominal))
  const [friday, saturday, sunday] = [5, 6, 0]
  if (weekday === friday || weekday === saturday) return `${taxYear + 1}-04-18`
  return weekday === sunday ? `${taxYear + 1}-04-17` : nominal
}

/**
 * The last day on which a refund of a year's tax can be claimed: three years from the filing of the return, or two from the
 * payment of the tax if that is later. A return or payment before 15 April counts as of that day, weekend or not
 * (IRC §6513(a), Rev. Rul. 2003-41). Null: filed and paid by then. What was paid more than three years before the claim, and
 * the six months of an extension when the return came after 15 April, does not come back (§6511(b)(2)(A)). Where the last
 * day is a Saturday, Sunday or holiday, the next business day is still in time (§7503); this is the earlier, safe one.
 */
export function claimUntil(taxYear: number, filedOn: PlainDate | null, paidOn: PlainDate | null): PlainDate {
  const nominal: PlainDate = `${taxYear + 1}-04-15`
  const from = (on: PlainDate | null): PlainDate => (on !== null && on > nominal ? on : nominal)
  const threeYears = 12 * federalStanding.refundYearsFromFiling.all
  const extension = from(filedOn) > nominal ? federalStanding.extensionMonths.all : 0
  const threeFromFiling = monthsAfter(from(filedOn), threeYears)
  const lookBack = monthsAfter(from(paidOn), threeYears + extension)
  const byFiling = threeFromFiling < lookBack ? threeFromFiling : lookBack
  const byPayment = monthsAfter(from(paidOn), 12 * federalStanding.refundYearsFromPayment.all)
  return byFiling > byPayment ? byFiling : byPayment
}
