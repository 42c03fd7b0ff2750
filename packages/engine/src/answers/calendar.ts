/** The calendar of a case: every day to keep from a day on, over all its years. */
import type { Case } from '../case.ts'
import { type PlainDate, yearOf } from '../date.ts'
import { sharesOf } from '../equity/shares.ts'
import type { Notice } from '../explain/notices.ts'
import type { CalendarDay } from './calendarDay.ts'
import { clockDays, electionDays, form3921Days, optionDays } from './calendarShares.ts'
import { claimDays, estimatedDays, returnDays, withheldUnknown, yearEndDays } from './calendarTax.ts'
import { type ChecklistAnswer, checklistAnswer } from './checklist.ts'
import type { Asked, Grounds } from './common.ts'
import { type PayAnswer, payAnswer } from './pay.ts'
import { type ProjectAnswer, type ProjectYear, projectAnswer } from './project.ts'

/** Every day to keep, with what its figures rest on. */
export interface CalendarAnswer extends Omit<Grounds, 'year'> {
  readonly asOf: PlainDate
  /** In order of the day; those of one day in order of their keys. */
  readonly days: readonly CalendarDay[]
}

/**
 * The days from `asOf` on. The year-end decision is what the year's checklist says, installments are those of `payAnswer`.
 * @throws InputError, NotModelled where a year cannot be figured.
 */
export function calendarAnswer(of: Case, asked: Omit<Asked, 'year'>): CalendarAnswer {
  const { asOf, rounding = 'exact' } = asked
  const project = projectAnswer(of, asOf, { rounding })
  const shares = sharesOf(of)
  const lists = checklists(of, asked, project)
  const toPay = payments(of, asked)
  const days = [
    ...clockDays(project.lots, (grant) => of.grants.find(({ id }) => id === grant)?.on),
    ...electionDays(shares),
    ...form3921Days(shares),
    ...optionDays(shares, asOf),
    ...lists.flatMap(({ year, items }) =>
      items.flatMap((item) => (item.name === 'yearEnd' ? yearEndDays(year, item) : [])),
    ),
    ...toPay.flatMap((pay) => estimatedDays(pay, withheldUnknown(of, pay.year))),
    ...project.years.filter((year) => isOfInterest(of, year)).flatMap((year) => returnDays(of, year)),
    ...claimDays(of, asOf, project.years),
  ]
  return {
    asOf,
    days: days.filter(({ on }) => on >= asOf).sort(inOrder),
    notices: once([...project.notices, ...[...lists, ...toPay].flatMap(({ notices }) => notices)]),
    assumed: of.assumed,
  }
}

/** The checklists of years not over in which something is exercised: they have the year-end decision. */
function checklists(of: Case, asked: Omit<Asked, 'year'>, { years, lots }: ProjectAnswer): ChecklistAnswer[] {
  const exercised = new Set(lots.map((lot) => yearOf(lot.exercised)))
  return years
    .map(({ year }) => year)
    .filter((year) => year >= yearOf(asked.asOf) && exercised.has(year))
    .map((year) => checklistAnswer(of, { ...asked, year }))
}

/** What is to be paid during the years given that are not over, or whose last installment is still ahead. */
const payments = (of: Case, asked: Omit<Asked, 'year'>): PayAnswer[] =>
  of.incomes
    .map(({ year }) => year)
    .filter((year) => year >= yearOf(asked.asOf) - 1)
    .map((year) => payAnswer(of, { ...asked, year }))

/** A year given, or one that the plan moves: of others only the day would be known. */
const isOfInterest = (of: Case, { year, cash }: ProjectYear): boolean =>
  cash.payments.length > 0 || of.incomes.some((each) => each.year === year)

const inOrder = (one: CalendarDay, other: CalendarDay): number =>
  one.on !== other.on ? (one.on < other.on ? -1 : 1) : one.key < other.key ? -1 : 1

const once = (notices: readonly Notice[]): Notice[] =>
  notices.filter(({ message }, i) => notices.findIndex((each) => each.message === message) === i)
