import { expect, test } from 'vitest'
import { bare, codes, facts, imported, merged } from './read.ts'

/** A report as it is saved: names and values twice in a row, each table with its title. */
const pairs = (title: string, values: { readonly [name: string]: string }): string => {
  const cells = Object.entries(values).map(
    ([name, value]) =>
      `<td class="staticViewTableColumn1">${name}:</td><td class="x staticViewTableColumn2"><b>${value}</b></td>`,
  )
  const rows = cells.flatMap((_, i) => (i % 2 === 0 ? [`<tr>${cells[i]}${cells[i + 1] ?? ''}</tr>`] : []))
  return `<table class="sw-datatable"><tr><th class="newReportTitleStyle" colspan="4">${title}</th></tr>${rows.join('')}</table>`
}
const listed = (title: string, rows: readonly (readonly string[])[]): string =>
  `<table class="wide sw-datatable"><thead><tr><th class="newReportTitleStyle">${title}</th></tr></thead>${rows
    .map((row) => `<tr>${row.map((cell) => `<td>${cell}`).join('')}`)
    .join('\n')}</table>`
const page = (...tables: string[]): string =>
  `<!DOCTYPE html><html><head><title>Activity</title></head><body><table><tr><td>${tables.join('<br>')}</td></tr></table></body></html>`

const exercise = {
  'Grant Name': 'ISO&nbsp;&#50;021',
  'Grant Type': 'ISO',
  'Grant Date': '01-Mar-2021',
  'Exercise Date': '03-Jun-2024',
  'Options Exercised': '400',
  'Exercise Price': '$2.00 USD',
  'Fair Market Value': '$20.00 USD',
}
const grant = { id: 'ISO 2021', on: '2021-03-01', strike: 2 }
const lot = { grant, exercised: '2024-06-03', shares: 400, strike: 2, fmvAtExercise: 20 }

test('exercises by name and value, and lists of exercises, sales and grants by their columns', async () => {
  const read = await imported(
    'report.html',
    page(
      pairs('Exercise on 03-Jun-2024', exercise),
      listed('Sales of exercised shares', [
        [
          'Grant Date',
          'Exercise Date',
          'Number of Options Exercised',
          'Exercise Price',
          'Date Sold',
          'Shares Sold',
          'Sale Price',
        ],
        ['01-Mar-2021', '04-Jun-2024', '100', '$2.00', '08-Jul-2025', '60', '$30.00'],
      ]),
      listed('Grants', [
        ['Grant ID', 'Grant Date', 'Options Granted', 'Exercise Price'],
        ['ISO 2021', '01-Mar-2021', '4,000', '$2.00'],
      ]),
    ),
  )
  expect(read.format.name).toBe('Shareworks report, web page')
  expect([read.unread, read.notes]).toEqual([[], []])
  const { id, ...unnamed } = grant
  expect(facts(read.lots)).toEqual([lot, { grant: unnamed, exercised: '2024-06-04', shares: 100, strike: 2 }])
  expect(facts(read.sales)).toEqual([
    { lot: { grant: unnamed, exercised: '2024-06-04' }, on: '2025-07-08', shares: 60, price: 30 },
  ])
  expect(facts(read.grants)).toContainEqual({ id, ...unnamed, shares: 4_000 })
  expect(read.lots[0]?.from).toEqual({
    ...{ file: 'report.html', sheet: 'Exercise on 03-Jun-2024', row: 1, readOn: '2026-01-15' },
  })
  const once = merged(bare, [read])
  expect(once.added).toMatchObject({ grants: 1, lots: 2, sales: 1 })
  expect(merged(once.scenario, [read]).changes).toEqual([])
})

test('what is no option, what is not known and what is not sure is said and not taken', async () => {
  const text = page(
    pairs('Release (RB7)', { 'Release Date': '01-Mar-2024', 'Shares Released': '10' }),
    pairs('Summary', { Opening: '1' }),
    listed('Prices', [
      ['Day', 'Close'],
      ['01-Mar-2024', '20'],
    ]),
    pairs('Exercise on 05-Jun-2024', exercise).replace(
      '</table>',
      '<tr><td class="staticViewTableColumn1">Exercise Price</td><td class="staticViewTableColumn2">$3.00</td></tr></table>',
    ),
    '<table class="sw-datatable"><tr><th>Exercise Date<th>Shares Exercised<th>Exercise Price<tr><td rowspan="2">03-Jun-2024<td>1<td>2<tr><td>3<td>4</table>',
    pairs('Exercise on 06-Jun-2024', { ...exercise, 'Exercise Price': '2,00 EUR' }),
  )
  const read = await imported('report.html', text)
  expect([read.lots, read.sales, read.grants]).toEqual([[], [], []])
  expect(read.leftOut).toEqual([
    { reason: 'releases of restricted stock: not shares of an option', rows: [1], count: 1 },
  ])
  expect(read.notes).toEqual([
    'Table "Summary" has no names that are known and was not read.',
    'Table "Prices" has no columns that are known and was not read.',
  ])
  expect(read.unread.map(({ from, reason }) => [from.sheet, reason])).toEqual([
    ['Exercise on 05-Jun-2024', '"Exercise Price" stands twice, with different values'],
    ['table 5', 'cells of this table reach over several rows, so its columns are not sure'],
    ['Exercise on 06-Jun-2024', '"Exercise Price": "2,00 EUR" is not an amount in dollars'],
  ])
})

test('totals of a list are compared with its rows, and are no row themselves', async () => {
  const headings = ['Exercise Date', 'Shares Exercised', 'Exercise Price', 'Cost']
  const rows = [headings, ['03-Jun-2024', '400', '$2.00', '$800.00'], ['04-Jun-2024', '100', '$2.00', '$200.00']]
  const read = await imported('a.html', page(listed('Exercises', [...rows, ['Total', '500', '', '$1,100.00']])))
  expect([read.lots.length, read.unread]).toEqual([2, []])
  expect(read.totals).toEqual([
    { what: 'Shares Exercised', stated: 500, ours: 500, agrees: true },
    { what: 'Cost', stated: 1_100, ours: 1_000, agrees: false },
  ])
})

test('a page without a report, and a report without options, are refused with what to do', async () => {
  expect(await codes(imported('a.html', '<html><body><iframe src="x"></iframe></body></html>'))).toEqual(['webPage'])
  expect(await codes(imported('a.html', page(listed('Holdings', [['Day', 'Close']]))))).toEqual(['unknownFormat'])
})

test('scripts, links, entities of its own and odd tags do nothing', async () => {
  const bomb = '<!DOCTYPE html [<!ENTITY a "1"><!ENTITY b "&a;&a;&a;&a;">]>'
  const value =
    '400<script>globalThis.ran = true; document.write("0")</script><img src=x onerror="globalThis.ran = true"><style>9</style>'
  const text = `${bomb}${page(pairs('Exercise', { ...exercise, 'Options Exercised': value, __proto__x: '&b;' }))}`
  const { lots } = await imported('a.html', text)
  expect(facts(lots)).toEqual([lot])
  expect((globalThis as { ran?: boolean }).ran).toBeUndefined()
})

test('pages made to fill the memory end in a refusal', async () => {
  const open = '<table class="sw-datatable"><tr>'
  expect(await codes(imported('a.html', `${open}${'<td><b><i>'.repeat(400)}`))).toEqual(['tooDeep'])
  expect(await codes(imported('a.html', `${open}${'<td>1'.repeat(501)}`))).toEqual(['tooManyColumns'])
  expect(await codes(imported('a.html', `${open}<td colspan="1e9">1<td>2`))).toEqual(['tooManyColumns'])
  expect(await codes(imported('a.html', `${open}${'<tr><td>1'.repeat(250_001)}`))).toEqual(['tooManyRows'])
  // Cut short within an amount: $20.00 would be $2
  const cut = page(pairs('Exercise', exercise)).split('0.00 USD')[0] as string
  expect(await codes(imported('a.html', cut))).toEqual(['damaged'])
})
