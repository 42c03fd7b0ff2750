/** The calendar as a file: all-day events that a calendar knows again when they are imported once more. RFC 5545. */
import { type Asked, type CalendarDay, type Case, calendarAnswer, isDeadline } from '@isoline/engine'
import { ICalAlarmType, ICalCalendar, ICalEventBusyStatus, ICalEventTransparency } from 'ical-generator'

/**
 * Every day to keep as an iCalendar file. Identifiers are made of the company's name and each day's own key; the stamp and the
 * sequence are those of the day asked, so that a later export of the same file replaces the earlier one.
 * @throws InputError, NotModelled where a year cannot be figured.
 */
export function exportCalendar(of: Case, asked: Omit<Asked, 'year'>): string {
  const { asOf, days } = calendarAnswer(of, asked)
  const name = of.company.name === '' ? 'Stock options' : `Stock options: ${of.company.name}`
  const calendar = new ICalCalendar({ prodId: '//Isoline//Isoline//EN', name: plain(name) })
  for (const day of days) calendar.createEvent(eventOf(day, of.company.name, asOf))
  return calendar.toString()
}

/** Days of notice before a deadline. */
const notice = 14
const second = 1
const secondsOfDay = 24 * 60 * 60 * second
const millisecondsOfDay = secondsOfDay * 1000

function eventOf({ key, kind, on, title, says }: CalendarDay, company: string, asOf: string) {
  const start = utc(on)
  return {
    id: `${encodeURIComponent(plain(company))}/${key}@isoline`,
    // The day asked stands in for a clock: counted in days it only grows.
    ...{ stamp: utc(asOf), sequence: utc(asOf).getTime() / millisecondsOfDay },
    ...{ start, end: new Date(start.getTime() + millisecondsOfDay), allDay: true },
    ...{ summary: plain(title), description: says.map(plain).join('\n') },
    // A day to keep is no appointment: it takes no time.
    ...{ transparency: ICalEventTransparency.TRANSPARENT, busystatus: ICalEventBusyStatus.FREE },
    alarms: isDeadline(kind)
      ? [{ type: ICalAlarmType.display, triggerBefore: notice * secondsOfDay, description: plain(title) }]
      : [],
  }
}

/** A plain date as the library wants it: midnight in UTC. */
const utc = (on: string): Date => new Date(`${on}T00:00:00Z`)

/** Names come from files: a control character would end a line of the calendar, and half a character is none. */
const plain = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').replace(/\p{Cs}/gu, '\uFFFD')
