import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { importFile } from '../../src/index.ts'
import { latin1, swollen, utf16 } from '../fixtures/hostile.ts'
import { packedPdf, pdf, printed3921 } from '../fixtures/pdf.ts'
import { bytesOf, csv, workbook } from '../fixtures/tables.ts'
import { codes, facts, imported, readOn } from './read.ts'

const words = [
  'Date option granted',
  'Date option exercised',
  'Exercise price per share',
  'Fair market value per share on exercise date',
  'Number of shares transferred',
]
const good = ['03/01/2021', '06/03/2024', '2', '20', '400']
const form = csv([words, good])
const packed = workbook({ A: [words, good] })

const refusals: [string, string | Uint8Array, string][] = [
  ['nothing', '', 'empty'],
  ['blanks', ' \n \n', 'empty'],
  ['UTF-16', utf16(form), 'notUtf8'],
  ['an accent of the old encoding', latin1(`${form}\r\n"caf\u00e9"`), 'notUtf8'],
  ['a zero byte', 'a,b\0c', 'notText'],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10), 'picture'],
  ['an old workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'oldWorkbook'],
  ['a web page', '<html><table></table></html>', 'webPage'],
  ['a workbook that is cut short', packed.slice(0, packed.length - 60), 'damaged'],
  ['a workbook that says it unpacks to 4 GB', swollen(0xfffffff0), 'tooLarge'],
  [
    'a PDF that is cut short',
    pdf([printed3921(['03/01/2021', '06/03/2024', '2', '20', '400'])]).slice(0, 300),
    'damaged',
  ],
  ['JSON that is cut short', '{ "tax3921": { "exercisePrice": 2,', 'notJson'],
  ['JSON without end', '['.repeat(100_000), 'tooDeep'],
  ['JSON of another kind', '{ "hello": 1 }', 'unknownFormat'],
  ['a table of another kind', 'a,b,c\n1,2,3', 'unknownFormat'],
  ['headings in another language', csv([['Zuteilungsdatum', 'Aus\u00fcbungsdatum'], good]), 'unknownFormat'],
  [
    'a column twice',
    csv([
      [...words, 'Exercise price per share'],
      [...good, '3'],
    ]),
    'duplicateHeader',
  ],
  ['too many columns', Array(600).fill('a').join(','), 'tooManyColumns'],
]

test.each(refusals)('%s is refused as a whole, with what to do', async (_, content, code) => {
  expect(await codes(imported('file', content))).toEqual([code])
})

test('headings are looked for in the first forty rows that hold anything', async () => {
  expect((await imported('a.csv', `${'\n'.repeat(90)}${'title\n'.repeat(39)}${form}`)).lots).toHaveLength(1)
  expect(await codes(imported('a.csv', `${'title\n'.repeat(40)}${form}`))).toEqual(['unknownFormat'])
})

test('what a table lacks is said by name', async () => {
  const reading = imported('a.csv', csv([words.slice(0, 4), good.slice(0, 4)]))
  await expect(reading).rejects.toThrow(/Nearest is Form 3921, which needs "Number of shares transferred" too/)
})

test('a file that lies about its size is not unpacked beyond what it says', async () => {
  // The table of contents says 64 bytes of every part, and they hold more
  expect(await codes(imported('a.xlsx', swollen(64)))).not.toEqual([])
})

test('a quotation mark that is never closed takes the rest of the file, and that is said', async () => {
  const { lots, unread } = await imported(
    'a.csv',
    `${form}\r\n"03/01/2021,06/03/2024,2,20,100\r\n03/01/2021,06/03/2024,2,20,300`,
  )
  expect(lots).toHaveLength(1)
  expect(unread).toMatchObject([
    { reason: 'a quotation mark is not closed; the file may be cut short', from: { row: 3 } },
  ])
  expect(unread[0]?.cells.join()).toContain('20,300')
})

test('a formula is text in CSV, and in a workbook only the value beside it counts', async () => {
  const { lots, unread } = await imported(
    'a.csv',
    csv([words, ['03/01/2021', '06/03/2024', '=2+3', "=cmd|' /C calc'!A0", '400']]),
  )
  expect([lots, unread[0]?.reason]).toEqual([[], '"Exercise price per share": "=2+3" is not an amount in dollars'])
  const cell = { t: 'n', f: '1+1', v: 2 }
  const book = await imported('a.xlsx', workbook({ A: [words, ['03/01/2021', '06/03/2024', cell, 20, 400]] }))
  expect(facts(book.lots)).toMatchObject([{ strike: 2 }])
  const unknown = await imported(
    'a.xlsx',
    workbook({ A: [words, ['03/01/2021', '06/03/2024', { t: 'n', f: '1+1' }, 20, 400]] }),
  )
  expect(unknown.lots).toEqual([])
})

test('a small PDF that unpacks to much, at once or in two steps, is refused before it is read', async () => {
  const bomb = packedPdf(80_000_000)
  expect(bomb.length).toBeLessThan(100_000)
  expect(await codes(imported('a.pdf', bomb))).toEqual(['tooLarge'])
  expect(await codes(imported('a.pdf', packedPdf(80_000_000, true)))).toEqual(['tooLarge'])
  expect(await codes(imported('a.pdf', packedPdf(1_000)))).toEqual(['noText'])
})

test('the script of a PDF does not run', async () => {
  const script = 'globalThis.ran = true; app.launchURL\\("http://example.invalid"\\)'
  const read = await imported('a.pdf', pdf([printed3921(['03/01/2021', '06/03/2024', '2', '20', '400'])], script))
  expect(read.lots).toHaveLength(1)
  expect((globalThis as { ran?: boolean }).ran).toBeUndefined()
})

test('a hundred thousand rows in a few seconds, with progress; ten times as many are refused', async () => {
  const row = (i: number): string => `03/01/2021,06/03/2024,2,20,${1 + (i % 900)}`
  const rows = bytesOf([words.join(','), ...Array.from({ length: 100_000 }, (_, i) => row(i))].join('\n'))
  const seen: number[] = []
  const { lots } = await importFile('a.csv', rows, { readOn, progress: (count) => seen.push(count) })
  expect([lots.length, seen.length, seen.at(-1)]).toEqual([100_000, 20, 100_000])
  // 111 times 1 to 900, and 1 to 100: 111 × 405,450 + 5,050
  expect(lots.reduce((sum, { fact }) => sum + (fact.shares ?? 0), 0)).toBe(45_010_000)
  expect(await codes(imported('a.csv', `${words.join(',')}\n${`${row(0)}\n`.repeat(1_000_000)}`))).toEqual([
    'tooManyRows',
  ])
})

test('any bytes end in an answer or in a refusal', async () => {
  const sources = [
    bytesOf(form),
    packed,
    pdf([printed3921(['03/01/2021', '06/03/2024', '2', '20', '400'])]),
    bytesOf('{"tax3921":{"exercisePrice":2}}'),
  ]
  for (const [s, source] of sources.entries())
    for (let i = 0; i < 25; i++) {
      const bytes = source.slice()
      // Bytes that are arbitrary and the same in every run
      const noise = createHash('sha256').update(`${s} ${i}`).digest()
      for (let k = 0; k < 8; k++) bytes[noise.readUInt32LE(2 * k) % bytes.length] = noise[k + 20] ?? 0
      const wrong = await codes(importFile('a', bytes, { readOn }))
      expect(wrong.every((code) => typeof code === 'string')).toBe(true)
    }
})
