import { expect, test } from 'vitest'
import { classicGains, gains, options, soldOption } from '../fixtures/etrade.ts'
import { csv, rowOf, shownAsDate, workbook } from '../fixtures/tables.ts'
import { facts, imported } from './read.ts'

const grant = { id: 'ISO-7', on: '2021-03-01', strike: 2 }
const lot = {
  grant,
  exercised: '2024-06-03',
  strike: 2,
  fmvAtExercise: 20,
  hints: { shares: 'The file shows 100 of them sold' },
}
const sale = { lot: { grant, exercised: '2024-06-03' }, on: '2025-07-08', shares: 100, price: 30 }

test('gains and losses of the newer generation, as CSV and as a workbook', async () => {
  const rows = [gains, soldOption(gains, { Quantity: 100 })]
  for (const [file, content] of [
    ['g.csv', csv(rows)],
    ['g.xlsx', workbook({ 'G&L_Expanded': rows })],
  ] as const) {
    const read = await imported(file, content)
    expect(read.format).toMatchObject({ name: 'E*TRADE G&L Expanded', sure: 'certain' })
    expect([read.unread, read.leftOut]).toEqual([[], []])
    expect(facts(read.grants)).toEqual([{ ...grant, kind: 'iso' }])
    expect(facts(read.lots)).toEqual([lot])
    expect(facts(read.sales)).toEqual([sale])
  }
})

test('the older generation by its own names', async () => {
  const read = await imported('g.csv', csv([classicGains, soldOption(classicGains, { 'Qty.': 100 })]))
  expect(facts(read.lots)).toEqual([lot])
  expect(facts(read.sales)).toEqual([sale])
})

test('the summary row against the sum of the rows, restricted stock among them', async () => {
  const other = rowOf(gains, {
    ...{
      'Record Type': 'Sell',
      'Plan Type': 'RS',
      Quantity: 8,
      'Date Sold': '04/24/2025',
      'Total Proceeds': '$2,864.64',
    },
    ...{
      'Proceeds Per Share': '$358.08',
      'Vest Date FMV': '15at1900',
      'Exercise Date': '--',
      'Exercise Date FMV': 0,
      'Grant Price': 0,
    },
  })
  const rows = (proceeds: string) => [
    gains,
    rowOf(gains, { 'Record Type': 'Summary', Quantity: 108, 'Total Proceeds': proceeds }),
    soldOption(gains, { Quantity: 100 }),
    other,
  ]
  // 100 × 30 and 2,864.64
  const right = await imported('g.csv', csv(rows('$5,864.64')))
  expect(right.totals).toEqual([
    { what: 'Quantity', stated: 108, ours: 108, agrees: true },
    { what: 'Total Proceeds', stated: 5_864.64, ours: 5_864.64, agrees: true },
  ])
  expect(right.leftOut).toMatchObject([{ reason: expect.stringMatching(/^Plan Type RS/), rows: [4], count: 1 }])
  const wrong = await imported('g.csv', csv(rows('$6,000.00')))
  expect(wrong.totals[1]).toMatchObject({ stated: 6_000, ours: 5_864.64, agrees: false })
})

test('a value that a spreadsheet made a date of: exact in a workbook, asked in CSV', async () => {
  // 350.72 days from 30 December 1899
  const book = workbook({
    Sheet1: [gains, soldOption(gains, { Quantity: 100, 'Exercise Date FMV': shownAsDate(350.72) })],
  })
  expect(facts((await imported('g.xlsx', book)).lots)).toEqual([{ ...lot, fmvAtExercise: 350.72 }])
  const text = await imported(
    'g.csv',
    csv([gains, soldOption(gains, { Quantity: 100, 'Exercise Date FMV': '15at1900' })]),
  )
  const [{ fact }] = text.lots as [(typeof text.lots)[number]]
  expect(fact.fmvAtExercise).toBeUndefined()
  expect(fact.hints?.fmvAtExercise).toContain('"15at1900" was an amount before a spreadsheet made a date of it')
})

test('days of a workbook are days, whatever shows them', async () => {
  // 45446 is 3 June 2024: 45292 is 1 January, and it is the 155th day of a leap year
  const book = workbook({ Sheet1: [gains, soldOption(gains, { Quantity: 100, 'Exercise Date': shownAsDate(45_446) })] })
  expect((await imported('g.xlsx', book)).lots[0]?.fact.exercised).toBe('2024-06-03')
  // A bare number in a column of dates may be anything
  const bare = workbook({ Sheet1: [gains, soldOption(gains, { Quantity: 100, 'Exercise Date': 45_446 })] })
  expect((await imported('g.xlsx', bare)).unread).toMatchObject([{ reason: '"Exercise Date": "45446" is not a date' }])
})

test('a value of zero is none', async () => {
  const { lots } = await imported('g.csv', csv([gains, soldOption(gains, { Quantity: 100, 'Exercise Date FMV': 0 })]))
  expect(lots[0]?.fact).not.toHaveProperty('fmvAtExercise')
})

test('sales of one exercise make one lot; all sold on the day says how many there were', async () => {
  const two = [soldOption(gains, { Quantity: 100 }), soldOption(gains, { Quantity: 50, 'Total Proceeds': '$1,500.00' })]
  const read = await imported('g.csv', csv([gains, ...two]))
  expect(facts(read.lots)).toEqual([{ ...lot, hints: { shares: 'The file shows 150 of them sold' } }])
  expect(read.sales).toHaveLength(2)
  const sameDay = soldOption(gains, { Quantity: 100, 'Date Sold': '06/03/2024', 'Order Type': 'Same-Day Sale' })
  const { hints: _, ...plain } = lot
  expect(facts((await imported('g.csv', csv([gains, sameDay]))).lots)).toEqual([{ ...plain, shares: 100 }])
})

test('fees are what the proceeds lack; proceeds that cannot be are not taken', async () => {
  const net = soldOption(gains, { Quantity: 100, 'Total Proceeds': '$2,975.00' })
  expect((await imported('g.csv', csv([gains, net]))).sales[0]?.fact).toMatchObject({ price: 30, fees: 25 })
  const odd = soldOption(gains, { Quantity: 100, 'Total Proceeds': '$300.00' })
  const { sales, unread } = await imported('g.csv', csv([gains, odd]))
  expect(sales).toEqual([])
  expect(unread).toMatchObject([{ reason: '100 shares at 30 are not the proceeds of 300' }])
})

test('benefit history: grants with their vesting, exercises without a value', async () => {
  const rows = [
    options,
    rowOf(options, {
      'Record Type': 'Grant',
      'Grant Date': '01-MAR-2021',
      'Granted Qty.': 100,
      'Exercise Price': '$2.00',
      'Grant Number': 'ISO-7',
      Type: 'ISO',
      'Expiration Date': '28-FEB-2031',
    }),
    rowOf(options, { 'Record Type': 'Vest Schedule', 'Vest Date': '01-MAR-2023', 'Vesting Qty.': 60 }),
    rowOf(options, { 'Record Type': 'Vest Schedule', 'Vest Date': '01-MAR-2022', 'Vesting Qty.': 40 }),
    rowOf(options, {
      'Record Type': 'Event',
      Date: '03-JUN-2024',
      'Event Type': 'Shares exercised',
      'Qty. or Amount': 70,
    }),
    rowOf(options, { 'Record Type': 'Event', Date: '08-JUL-2025', 'Event Type': 'Shares sold', 'Qty. or Amount': 10 }),
    rowOf(options, {
      'Record Type': 'Grant',
      'Grant Date': '01-MAR-2022',
      'Granted Qty.': 100,
      'Exercise Price': '$4.00',
      'Grant Number': 'NQ-8',
      Type: 'NQ',
      'Expiration Date': '28-FEB-2032',
    }),
    rowOf(options, { 'Record Type': 'Vest Schedule', 'Vest Date': '01-MAR-2023', 'Vesting Qty.': 60 }),
  ]
  const read = await imported('BenefitHistory.xlsx', workbook({ ESPP: [['Purchase Date', 'Qty.']], Options: rows }))
  expect(facts(read.grants)).toEqual([
    {
      ...grant,
      shares: 100,
      kind: 'iso',
      expires: '2031-02-28',
      vesting: [
        { on: '2022-03-01', shares: 40 },
        { on: '2023-03-01', shares: 60 },
      ],
    },
    { id: 'NQ-8', on: '2022-03-01', strike: 4, shares: 100, kind: 'nso', expires: '2032-02-28' },
  ])
  expect(facts(read.lots)).toEqual([{ grant, exercised: '2024-06-03', shares: 70, strike: 2 }])
  expect(read.lots[0]?.from).toMatchObject({ sheet: 'Options', row: 5 })
  expect(read.leftOut).toMatchObject([{ reason: expect.stringContaining('it has no price'), rows: [6] }])
  expect(read.notes.join(' ')).toMatch(/Sheet "ESPP" .*NQ-8: its vesting rows do not add up/)
})
