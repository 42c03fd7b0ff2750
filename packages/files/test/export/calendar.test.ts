/** The calendar as a second parser reads it. Dates are counted by hand from the rules named beside them. */
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { exportCalendar } from '../../src/export/calendar.ts'
import { asked, joint, jointScenario } from './households.ts'

/** Every event by its identifier. */
const eventsOf = (text: string): Map<string, InstanceType<typeof ICAL.Event>> => {
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each))
  const byUid = new Map(events.map((event) => [event.uid, event]))
  expect(byUid.size).toBe(events.length)
  return byUid
}

const text = exportCalendar(joint(), asked)
const days = (of: string): [string, string][] =>
  [...eventsOf(of).values()].map(({ uid, startDate }) => [uid, startDate.toString()])

test('every day that counts, all day, by its own name', () => {
  expect(days(text)).toEqual([
    // Installments of 2026: 15 April, June, September, and January of 2027 (a Friday)
    ['Example/estimatedTax/2026/federal/1@isoline', '2026-04-15'],
    ['Example/estimatedTax/2026/federal/2@isoline', '2026-06-15'],
    ['Example/estimatedTax/2026/federal/3@isoline', '2026-09-15'],
    // A Thursday
    ['Example/yearEnd/2026@isoline', '2026-12-31'],
    ['Example/estimatedTax/2026/federal/4@isoline', '2027-01-15'],
    // More than one year after 15 January 2026; the two years from the grant of 1 March 2023 were over on 2 March 2025
    ['Example/exerciseClock/G1%402026-01-15@isoline', '2027-01-16'],
    ['Example/qualifying/G1%402026-01-15@isoline', '2027-01-16'],
    // 31 January 2027 is a Sunday
    ['Example/form3921/G1%402026-01-15@isoline', '2027-02-01'],
    ['Example/return/2026/federal@isoline', '2027-04-15'],
    ['Example/lastExerciseDay/G1@isoline', '2033-03-01'],
  ])
  for (const { startDate, endDate } of eventsOf(text).values()) {
    expect(startDate.isDate).toBe(true)
    expect(endDate.subtractDate(startDate).toSeconds()).toBe(86_400)
  }
})

test('amounts in the titles', () => {
  const titles = [...eventsOf(text).values()].map(({ summary }) => summary)
  // 90 % of 71,270 is 64,143; less 30,000 withheld is 34,143, a quarter of it 8,535.75
  expect(titles).toContain('Estimated federal tax for 2026, installment 2 of 4: $8,535.75')
  // 71,270 less 30,000
  expect(titles).toContain('Return for 2026 and its tax: $41,270.00')
  expect(titles.find((each) => each.startsWith('Sell or hold'))).toMatch(/2026\? Sell below \$\d+\.\d\d$/)
  expect(eventsOf(text).get('Example/lastExerciseDay/G1@isoline')?.description).toContain('2,000 options')
})

test('a later export replaces: the same names, a higher sequence', () => {
  const later = eventsOf(exportCalendar(joint(), { asOf: '2026-02-01' }))
  for (const [uid, event] of later) {
    const before = eventsOf(text).get(uid)
    expect(event.sequence).toBeGreaterThan(before?.sequence ?? Number.NaN)
  }
  // A lot put before the others moves no name
  const lot = { id: 'A', grant: 'G1', exercised: '2025-05-01', shares: 100, fmvAtExercise: 3 }
  const more = eventsOf(exportCalendar(joint({ lots: [lot] }), asked))
  for (const uid of eventsOf(text).keys()) expect(more.has(uid)).toBe(true)
  expect(exportCalendar(joint(), asked)).toBe(text)
})

test('shares bought before they vest have 30 days for the election; options of those who left, three months', () => {
  const [grant] = jointScenario.grants
  const vesting = { from: '2026-01-01', months: 48, cliffMonths: 12 }
  const early = joint({
    grants: [{ ...grant, vesting, earlyExercise: true, employmentEnds: '2026-06-30' }],
    plan: [{ on: '2026-02-02', exercise: 1000, grant: 'G1', as: 'E', election83b: true }],
  })
  const all = new Map(days(exportCalendar(early, asked)))
  // 2 February and 30 days
  expect(all.get('Example/election83b/E@isoline')).toBe('2026-03-04')
  expect(all.get('Example/lastIsoDay/G1@isoline')).toBe('2026-09-30')
})

test('what was filed can be amended for three years', () => {
  const history = { 2024: { totalTax: 40_000, agi: 200_000 } }
  const both = joint({ history: { ...history, 2025: { totalTax: 42_000, agi: 210_000 } } })
  expect(new Map(days(exportCalendar(both, asked))).get('Example/claimUntil/2025@isoline')).toBe('2029-04-15')
})

test('an amount that is not known is not named', () => {
  const unknown = exportCalendar(joint({ incomes: { 2026: { wages: 232_200 } } }), asked)
  const titles = [...eventsOf(unknown).values()].map(({ summary }) => summary)
  expect(titles).toContain('Estimated federal tax for 2026, installment 1 of 4')
  expect(titles).toContain('Return for 2026 and its tax')
  expect(eventsOf(unknown).get('Example/estimatedTax/2026/federal/1@isoline')?.description).toContain(
    'incomes.2026.withheld',
  )
})

test('names from a file end no line and no property', () => {
  const name = `A;B,C\\D\r\nBEGIN:VEVENT\r\nSUMMARY:x \ud800${'long '.repeat(30)}`
  const hostile = exportCalendar(joint({ company: { ...jointScenario.company, name } }), asked)
  expect(eventsOf(hostile).size).toBe(eventsOf(text).size)
  const calendar = new ICAL.Component(ICAL.parse(hostile))
  expect(calendar.getFirstPropertyValue('x-wr-calname')).toContain('A;B,C\\D BEGIN:VEVENT')
  for (const line of hostile.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
})
