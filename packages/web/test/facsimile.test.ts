import type { Reason } from '@isoline/engine'
import { expect, test } from 'vitest'
import type { FormSheet } from '../src/ask/formSheets.ts'
import { checksOf } from '../src/views/forms/checks.ts'
import { facsimileOf } from '../src/views/forms/facsimile.ts'

const line = (number: string, amount: number): Reason => ({
  ...{ name: `form6251.line${number}`, title: `Form 6251 line ${number}`, amount, unit: 'dollars', from: [] },
})
const unnumbered = (amount: number): Reason => ({ ...line('', amount), title: 'Form 6251: between' })
const sheet = (lines: readonly Reason[]): FormSheet => ({
  id: 'form6251',
  title: 'Form 6251',
  law: '',
  lines,
  figures: [],
})
const face = { kind: 'Form', number: '6251', title: '', parts: [{ from: '1', title: 'First' }] }

test('runs of empty lines are one row; one alone stays', () => {
  const rows = facsimileOf(
    sheet([line('1', 5), line('2a', 0), line('2b', 0), line('2c', 0), line('3', 7), line('4', 0)]),
    face,
  )
  expect(rows.map((row) => [row.kind, 'lines' in row ? row.lines : 'line' in row ? row.line : ''])).toEqual([
    ['part', ''],
    ['line', '1'],
    ['empty', '2a–2c'],
    ['line', '3'],
    ['line', '4'],
  ])
  expect(rows.find(({ kind }) => kind === 'empty')).toMatchObject({ words: 'Three lines with no entry' })
})

test('a line is not empty where its twin has an entry', () => {
  const rows = facsimileOf(
    sheet([line('1', 0), line('2', 0)]),
    { ...face, parts: [] },
    sheet([line('1', 0), line('2', 9)]),
  )
  expect(rows.map(({ kind }) => kind)).toEqual(['line', 'line'])
})

test('a line without a number is shown only with an amount of its own', () => {
  const shown = (amount: number): number =>
    facsimileOf(sheet([line('1', 5), unnumbered(amount)]), { ...face, parts: [] }).length
  // 5 is repeated by line 1, 0 is no entry
  expect([shown(5), shown(0), shown(8)]).toEqual([1, 1, 2])
})

test('the last part is spared where nothing is entered in the line that needs it', () => {
  const spared = { ...face, parts: [], spared: { from: '12', without: '15', because: 'Not needed' } }
  const kinds = (gain: number): string[] =>
    facsimileOf(sheet([line('11', 3), line('12', 8), line('15', gain)]), spared).map(({ kind }) => kind)
  expect(kinds(0)).toEqual(['line', 'note'])
  expect(kinds(4)).toEqual(['line', 'line', 'line'])
})

test('checks compare what stands on two forms', () => {
  const year = {
    year: 2026,
    forms: { form6251: { line11: 100, line2i: 50, line9: 3 }, schedule2: { line2: 99 }, form8801: { line23: 3 } },
  }
  const next = { forms: { form8801: { line16: 100, line18: 100 } } }
  const lots = [
    {
      inclusions: [
        { year: 2026, amount: 30 },
        { year: 2025, amount: 7 },
      ],
    },
    { inclusions: [{ year: 2026, amount: 20 }] },
  ]
  const from = { year, next, lots, credit: { generated: 80 } } as unknown as Parameters<typeof checksOf>[1]
  // 100 against 99; 3 and 3; 50 = 30 + 20; 100 and 100; 80 against 100
  expect(checksOf('form6251', from).map(({ agrees }) => agrees)).toEqual([false, true, true, true, false])
})
