import { parseScenario } from '@isoline/engine'
import { expect, test } from 'vitest'
import { amounts } from '../src/ask/amounts.ts'
import { formSheets } from '../src/ask/formSheets.ts'

const file = {
  isoline: 1,
  household: { status: 'single', people: [{ born: '1990-04-12' }], residence: [{ from: '2019-06-01', state: 'CA' }] },
  incomes: { 2026: { wages: 220000, longTermGain: -5000 } },
}
const asked = { asOf: '2026-01-15' }

test('every form of the year: of the return, what closes it, and of the state', () => {
  const { year, sheets } = formSheets(parseScenario(file), asked)
  expect(year).toBe(2026)
  const ids = sheets.map(({ id }) => id)
  for (const id of ['form1040', 'form6251', 'form8801', 'scheduleDAmt', 'capitalLossCarryover', 'CA.scheduleP'])
    expect(ids).toContain(id)
  // Nobody itemizes
  expect(ids).not.toContain('scheduleA')
})

test('lines have their words and their amounts, and figures that decide them are named once', () => {
  const sheet = formSheets(parseScenario(file), asked).sheets.find(({ id }) => id === 'form6251')
  const line = (name: string) => sheet?.lines.find((each) => each.name === `form6251.${name}`)
  // 220,000 less 3,000 of capital loss less 16,100
  expect(line('line1b')).toMatchObject({ amount: 200900, unit: 'dollars', from: [] })
  expect(line('line11')?.words).toMatch(/^Alternative minimum tax: subtract line 10 from line 9/)
  const figures = sheet?.figures.map(({ name }) => name) ?? []
  expect(figures).toContain('law.amtExemption')
  expect(new Set(figures).size).toBe(figures.length)
  // Line 2f and the like have no entry, so that nothing of the law decides them
  expect(figures).not.toContain('law.overallLimitationRestored')
})

test('an amount in several versions of the file; null where one cannot be read', () => {
  const more = { ...file, incomes: { 2026: { wages: 221000, longTermGain: -5000 } } }
  // Wages are in gross income dollar for dollar: 217,000 and 218,000
  expect(amounts(parseScenario(file), asked, { name: 'agi', files: [more, { isoline: 2 }] })).toEqual({
    now: 217000,
    moved: [218000, null],
  })
})
