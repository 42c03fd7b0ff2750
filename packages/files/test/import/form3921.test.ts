import { expect, test } from 'vitest'
import { pdf, printed3921 } from '../fixtures/pdf.ts'
import { csv } from '../fixtures/tables.ts'
import { codes, facts, imported } from './read.ts'

/** Boxes 1 to 5 of the form that every test writes in another way. */
const boxes = {
  ...{ optionGrantDate: '2021-03-01', optionExerciseDate: '2024-06-03' },
  ...{ exercisePrice: 2, exerciseMarketValue: 20.5, numberOfShares: 1_400 },
}
const lot = {
  grant: { on: '2021-03-01', strike: 2 },
  exercised: '2024-06-03',
  shares: 1_400,
  strike: 2,
  fmvAtExercise: 20.5,
}
const words = [
  'Date option granted',
  'Date option exercised',
  'Exercise price per share',
  'Fair market value per share on exercise date',
  'Number of shares transferred',
]
const values = ['03/01/2021', '6/3/2024', '$2.00', '$20.50', '1,400']

const ways: [string, string, string | Uint8Array][] = [
  ['CSV', 'a.csv', csv([words, values])],
  [
    'CSV with a byte order mark, blank lines and a title',
    'a.csv',
    `\uFEFF\r\n\r\n"My forms"\r\n${csv([words, values])}\r\n\r\n`,
  ],
  ['a grid pasted from a spreadsheet', 'a.txt', [words, values].map((row) => row.join('\t')).join('\n')],
  ['boxes below each other', 'a.csv', csv(words.map((word, i) => [word, values[i]]))],
  ['lines of text', 'a.txt', words.map((word, i) => `${word}: ${values[i]}`).join('\n')],
  [
    'box numbers, other dates',
    'a.csv',
    csv([
      ['BOX 1', 'Box 2', 'box.3', 'Box 4', 'Box 5'],
      ['2021-03-01', '03-JUN-2024', '2', '20.5', '1400'],
    ]),
  ],
  ['semicolons', 'a.csv', csv([words, values], ';')],
  ['FDX', 'a.json', JSON.stringify({ statements: [{ forms: [{ tax3921: { ...boxes, taxYear: 2024 } }] }] })],
  [
    'FDX with times in its dates',
    'a.json',
    JSON.stringify({ tax3921: { ...boxes, optionGrantDate: '2021-03-01T00:00:00Z' } }),
  ],
  ['PDF', 'a.pdf', pdf([printed3921(['03/01/2021', '06/03/2024', '2.00', '20.50', '1,400'])])],
]

test.each(ways)('one form as %s', async (_, file, content) => {
  const read = await imported(file, content)
  expect(read.unread).toEqual([])
  expect(facts(read.lots)).toEqual([lot])
  expect(facts(read.grants)).toEqual([{ on: '2021-03-01', strike: 2, kind: 'iso' }])
  expect(facts(read.papers)).toEqual([{ form: 'form3921', boxes }])
})

test('every fact has its place', async () => {
  const table = await imported('forms.csv', csv([[], ['Title'], words, values]))
  expect(table.lots[0]?.from).toEqual({ file: 'forms.csv', row: 4, readOn: '2026-01-15' })
  const paper = await imported(
    'forms.pdf',
    pdf([[[50, 700, 'Letter']], printed3921(['03/01/2021', '06/03/2024', '2', '20.50', '1,400'])]),
  )
  expect(paper.lots[0]?.from).toEqual({ file: 'forms.pdf', page: 2, readOn: '2026-01-15' })
})

test('a row that cannot be read is shown with its reason, and the others count', async () => {
  const broken = [
    ['03/01/2021', '06/03/2020', '2', '20', '10'],
    ['03/01/2021', '02/30/2024', '2', '20', '10'],
    ['03/01/2021', '06/03/2024', '2,50', '20', '10'],
    ['03/01/2021', '06/03/2024', '2', '€20', '10'],
    ['03/01/2021', '06/03/2024', '2', '', '10'],
    ['03/01/2021', '06/03/2024', '2', '20', '10.5'],
    ['03/01/2021'],
  ]
  const { lots, unread } = await imported('a.csv', csv([words, values, ...broken]))
  expect(facts(lots)).toEqual([lot])
  expect(unread.map(({ from: { row }, reason }) => [row, reason])).toEqual([
    [3, 'box 2, 2020-06-03, is before box 1, 2021-03-01'],
    [4, '"Date option exercised": "02/30/2024" is not a date'],
    [5, '"Exercise price per share": "2,50" has a decimal comma; write it with a point'],
    [6, '"Fair market value per share on exercise date": "€20" is not an amount in dollars'],
    [7, '"Fair market value per share on exercise date" is empty'],
    [8, 'box 5, 10.5, is not a whole number of shares'],
    [9, '"Date option exercised" is empty'],
  ])
  expect(unread[2]?.cells).toEqual(['03/01/2021', '06/03/2024', '2,50', '20', '10'])
})

test('a day before its month puts every date in doubt: nothing is read', async () => {
  // 03/04/2024 would be read as 4 March and might be 3 April
  const rows = [
    ['03/01/2021', '03/04/2024', '2', '20', '10'],
    ['03/01/2021', '25/04/2024', '2', '20', '10'],
  ]
  expect(await codes(imported('a.csv', csv([words, ...rows])))).toEqual(['dayFirst'])
})

test('a PDF with a box that is not found says which; copies count once; a letter is none', async () => {
  const form = printed3921(['03/01/2021', '06/03/2024', '2.00', '20.50', '1,400'])
  const copies = await imported('a.pdf', pdf([form, form]))
  expect(facts(copies.lots)).toEqual([lot])
  expect(copies.notes).toEqual(['Page 2 repeats a form that was read already: a copy counts once.'])
  const without = await imported('a.pdf', pdf([form.filter(([, , text]) => text !== '20.50')]))
  expect(without.lots).toEqual([])
  expect(without.unread.map(({ reason }) => reason)).toEqual(['box 4 of the form on page 1 was not found'])
  // Lines broken elsewhere, instructions on the page that follows, two forms on one page
  const broken = form.flatMap(([x, y, text]) =>
    text === '3 Exercise price per share'
      ? ([
          [x, y, '3 Exercise price per'],
          [x, y - 8, 'share'],
        ] as const)
      : [[x, y, text] as const],
  )
  const upper = form.filter(([, y]) => y < 740).map(([x, y, text]) => [x, y - 330, text] as const)
  const lower = upper.map(([x, y, text]) => [x, y, text === '1,400' ? '7' : text] as const)
  const instructions = [
    [50, 700, 'Box 4. Shows the fair market value per share and box 5 the number of shares'],
  ] as const
  const two = await imported('a.pdf', pdf([[...broken, ...lower], instructions]))
  expect([two.unread, two.lots.map(({ fact }) => fact.shares)]).toEqual([[], [1_400, 7]])
  const blank = printed3921([' ', ' ', ' ', ' ', ' '])
  expect((await imported('a.pdf', pdf([blank]))).unread).toMatchObject([{ reason: 'no box of the form is filled in' }])
  // What was typed into the fields of a form is not in its text
  const labels = blank.filter(([, , text]) => text !== ' ')
  const typed = form.filter(([, , text]) => ['03/01/2021', '06/03/2024', '2.00', '20.50', '1,400'].includes(text))
  expect(facts((await imported('a.pdf', pdf([labels], '', typed))).lots)).toEqual([lot])
  // Neither what stands far below the box nor what stands in the next one is its value
  const far = form.map(([x, y, text]) => (text === '20.50' ? ([x, 300, text] as const) : ([x, y, text] as const)))
  expect((await imported('a.pdf', pdf([far]))).unread.map(({ reason }) => reason)).toEqual([
    'box 4 of the form on page 1 was not found',
  ])
  const next = await imported('a.pdf', pdf([form.filter(([, , text]) => text !== '2.00')]))
  expect(next.unread.map(({ reason }) => reason)).toEqual(['box 3 of the form on page 1 was not found'])
  expect(await codes(imported('a.pdf', pdf([[[50, 700, 'Dear shareholder']]])))).toEqual(['unknownFormat'])
  expect(await codes(imported('a.pdf', pdf([[[50, 700, 'Number of shares voted: 5']]])))).toEqual(['unknownFormat'])
  expect(await codes(imported('a.pdf', pdf([[]])))).toEqual(['noText'])
})
