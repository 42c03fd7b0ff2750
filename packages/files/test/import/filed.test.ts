import { parseScenario } from '@isoline/engine'
import { expect, test } from 'vitest'
import { papersOf } from '../../src/index.ts'
import { lines, type Piece, pdf } from '../fixtures/pdf.ts'
import { bare, facts, imported, merged } from './read.ts'

const form6251: Piece[] = [
  [40, 750, 'Form 6251'],
  [170, 750, 'Alternative Minimum Tax\u2014Individuals'.replace('\u2014', '-')],
  [520, 750, '2025'],
  [150, 725, 'Attach to Form 1040, 1040-SR, or 1040-NR.'],
  ...lines({
    '1b': '300,000.',
    '2a': '31,500',
    '2i': '30,000',
    '3': '',
    '4': '361,500',
    '9': '61,000',
    '10': '58,000',
    '11': '3,000',
  }),
  [480, 40, 'Form 6251 (2025)'],
  // Words, not a line: the number stands in the left margin
  ...([
    [40, 200, '7'],
    [60, 200, '1040'],
  ] as const),
]
const form8801: Piece[] = [
  [40, 750, 'Form 8801'],
  [170, 750, 'Credit for Prior Year Minimum Tax - Individuals, Estates, and Trusts'],
  ...lines({ '1': '250,000', '15': '-0-', '18': '(500)' }),
  [480, 40, 'Form 8801 (2025)'],
]
const second8801: Piece[] = [
  [40, 750, 'Form 8801 (2025)'],
  [540, 750, 'Page 2'],
  ...lines({ '19': '12,000', '21': '12,500', '25': '500', '26': '12,000' }),
]
const form1040: Piece[] = [
  [40, 750, '1040 U.S. Individual Income Tax Return'],
  [300, 750, '2025'],
  ...lines({ '1a': '340,000', '11a': '340,000' }),
]
const schedule2: Piece[] = [
  [40, 750, 'SCHEDULE 2 (Form 1040)'],
  [500, 750, '2025'],
  ...lines({ '1': '7,777', '24': '9' }),
]
const whole = pdf([form1040, schedule2, form6251, form8801, second8801])

test('the lines of a return, one paper for each form, schedules left alone', async () => {
  const { papers, unread, format } = await imported('return.pdf', whole)
  expect(format.name).toBe('Return as filed, PDF')
  expect(unread).toEqual([])
  expect(facts(papers)).toEqual([
    { form: 'form1040', boxes: { taxYear: 2025, line1a: 340_000, line11a: 340_000 } },
    {
      form: 'form6251',
      boxes: {
        taxYear: 2025,
        line1b: 300_000,
        line2a: 31_500,
        line2i: 30_000,
        line4: 361_500,
        line9: 61_000,
        line10: 58_000,
        line11: 3_000,
      },
    },
    {
      form: 'form8801',
      boxes: {
        taxYear: 2025,
        line1: 250_000,
        line15: 0,
        line18: -500,
        line19: 12_000,
        line21: 12_500,
        line25: 500,
        line26: 12_000,
      },
    },
  ])
  expect(papers.map(({ from: { page } }) => page)).toEqual([1, 3, 4])
  expect(papersOf(papers).filed).toMatchObject([
    { year: 2025, form6251: { line11: 3_000 }, form8801: { line26: 12_000 } },
  ])
})

test('what a scenario keeps of it, once; what differs is listed', async () => {
  const read = await imported('return.pdf', whole)
  const { scenario, changes } = merged(bare, [read])
  expect(scenario).toMatchObject({
    history: {
      2025: { agi: 340_000, form6251: { line1b: 300_000, line11: 3_000 }, form8801: { line15: 0, line26: 12_000 } },
    },
    carryforwards: { minimumTaxCredit: 12_000 },
  })
  expect(changes).toContainEqual({ path: ['history', '2025', 'form6251', 'line9'], value: 61_000 })
  // Part I of Form 8801 does not read line 2i
  expect(changes.some(({ path }) => path.includes('line2i'))).toBe(false)
  expect(parseScenario(scenario).carryforwards.minimumTaxCredit).toBe(12_000)
  expect(merged(scenario, [read]).changes).toEqual([])
  const other = merged({ ...bare, carryforwards: { minimumTaxCredit: 11_000 } }, [read])
  expect(other.contradictions).toMatchObject([
    { path: 'carryforwards.minimumTaxCredit', scenario: 11_000, found: 12_000 },
  ])
  expect(other.scenario['carryforwards']).toEqual({ minimumTaxCredit: 11_000 })
  expect(bare).not.toHaveProperty('history')
})

test('the scenario given stays as it is', async () => {
  const history = Object.freeze({ 2025: Object.freeze({ totalTax: 92_000 }) })
  const given = Object.freeze({ ...bare, history })
  const { scenario } = merged(given, [await imported('return.pdf', whole)])
  expect(scenario['history']).toMatchObject({ 2025: { totalTax: 92_000, agi: 340_000 } })
})

test('a year that is figured is not history, and a credit two years back is not carried into the first', async () => {
  const read = await imported('return.pdf', whole)
  const same = merged({ ...bare, incomes: { 2025: { wages: 1 } } }, [read])
  expect(same.changes).toEqual([])
  expect(same.asked[0]).toMatchObject({ path: 'incomes.2025', message: expect.stringContaining('reconcile') })
  expect(merged({ ...bare, incomes: { 2027: { wages: 1 } } }, [read]).scenario).not.toHaveProperty('carryforwards')
})

test('a form without its year, or with a line that stands twice, is said', async () => {
  const noYear = await imported('a.pdf', pdf([form6251.filter(([, , text]) => !text.includes('2025'))]))
  expect([noYear.papers, noYear.unread.map(({ reason }) => reason)]).toEqual([
    [],
    ['the year of the form on page 1 was not found'],
  ])
  const twice = await imported('a.pdf', pdf([[...form6251, [480, 300, '11'], [540, 300, '4,000']]]))
  expect(twice.unread.map(({ reason }) => reason)).toEqual(['line11 of form6251 stands twice, as 3000 and as 4000'])
  const exclusions = merged(bare, [await imported('a.pdf', pdf([[...form6251, [540, 641, '1,250']]]))])
  expect(exclusions.asked).toMatchObject([{ path: 'history.2025.form6251.line3Exclusion' }])
})
