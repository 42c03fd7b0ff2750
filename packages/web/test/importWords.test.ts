import { readFileSync } from 'node:fs'
import { type Imported, importFile } from '@isoline/files'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { answered, joined } from '../src/keep/joinFiles.ts'
import {
  answerKind,
  answersIn,
  entryWords,
  formatWords,
  foundRows,
  otherPapers,
  placeWords,
} from '../src/shell/importWords.ts'
import { things, thingsAdded } from '../src/words/things.ts'

const read = (name: string, text: string): Promise<Imported> =>
  importFile(name, new TextEncoder().encode(text), { readOn: '2026-01-15' })
const robotics = () => parse(readFileSync(new URL('../../../examples/robotics.yaml', import.meta.url), 'utf8'))

const form3921 =
  'Date Option Granted,Date Option Exercised,Exercise Price Per Share,Fair Market Value Per Share on Exercise Date,No. of Shares Transferred\n' +
  '03/01/2023,06/02/2025,$2.00,$12.00,500\n'
const grants =
  'Record Type,Symbol,Grant Date,Granted Qty.,Exercise Price,Grant Number,Type,Expiration Date\n' +
  'Grant,ACME,03/15/2024,800,$4.00,ISO-9,ISO,03/14/2034\n' +
  'Grant,ACME,soon,800,$4.00,ISO-10,ISO,03/14/2034\n'

test('a form joins as one exercise, and a second time as nothing', async () => {
  const file = await read('form3921.csv', form3921)
  const first = joined(robotics(), [file], {})
  expect(first.problems).toEqual([])
  expect(thingsAdded(first.added)).toBe('1 exercise')
  // L3 is the name of the planned lot.
  expect(first.file.lots?.map(({ id }) => id)).toEqual(['L1', 'L2', 'L4'])
  expect(foundRows([file], first)).toEqual([
    { what: 'Grants', found: 1, added: 0 },
    { what: 'Exercises', found: 1, added: 1 },
  ])
  expect(otherPapers([file])).toBe(0)
  expect(formatWords(file)).toMatch(/^Form 3921.*\. (Certain|Likely): it has \d of the \d+ columns/)
  const second = joined(first.file, [file], {})
  expect(second.changes).toBe(0)
  // Nothing changes: it is the same file, so there is no step to undo.
  expect(second.file).toBe(first.file)
})

test('what is asked keeps a file out until it is answered', async () => {
  const file = await read('BenefitHistory.csv', grants)
  expect(file.unread.map(({ from }) => placeWords(from))).toEqual(['row 3'])
  const open = joined(robotics(), [file], {})
  expect(open.asked.map(({ path }) => path)).toEqual(['grants[2].fmvAtGrant'])
  expect(open.problems.map(({ path }) => path)).toContain('grants[2].fmvAtGrant')
  const { answers } = answersIn(open.asked, { 'grants[2].fmvAtGrant': '$4.00' })
  const whole = joined(robotics(), [file], answers)
  expect(whole.problems).toEqual([])
  expect(whole.file.grants?.[2]).toMatchObject({ fmvAtGrant: 4, shares: 800, strike: 4 })
})

test('a place is told by the name of what stands there', () => {
  const file = robotics()
  expect(entryWords('lots[1].fmvAtExercise', file)).toBe('L2, fmvAtExercise')
  expect(entryWords('grants[0].strike', file)).toBe('G0, strike')
  expect(entryWords('company.prices', file)).toBe('company.prices')
  expect(entryWords('lots[9].shares', file)).toBe('lots[9].shares')
})

test('answers are read by what they are for, and told where they are none', () => {
  const asked = [
    'grants[0].kind',
    'lots[1].shares',
    'lots[1].fmvAtExercise',
    'grants[0].on',
    'incomes.2025',
    'carryforwards.amtCapitalLoss',
  ].map((path) => ({ path, message: '', changes: '' }))
  expect(asked.map(answerKind)).toEqual(['isoOrNso', 'count', 'amount', 'day', null, null])
  const typed = { 'grants[0].kind': 'nso', 'lots[1].shares': '12.5', 'lots[1].fmvAtExercise': '$1,012.50' }
  const { answers, wrong } = answersIn(asked, typed)
  expect(answers).toEqual({ 'grants[0].kind': 'nso', 'lots[1].fmvAtExercise': 1012.5 })
  // What is left open is told by whoever reads the scenario.
  expect(wrong).toEqual({ 'lots[1].shares': 'Write a whole number.' })
})

test('answers are set at their paths in a copy, and nowhere else', () => {
  const file = { lots: [{ id: 'L1' }, { id: 'L2' }], history: { 2024: { form6251: {} } } }
  const told = answered(file, {
    'lots[1].shares': 5,
    'history.2024.form6251.line4': 7,
    'carryforwards.state.CA.credit': 9,
    '__proto__.polluted': 1,
  })
  expect(told).toEqual({
    lots: [{ id: 'L1' }, { id: 'L2', shares: 5 }],
    history: { 2024: { form6251: { line4: 7 } } },
    carryforwards: { state: { CA: { credit: 9 } } },
  })
  expect(file.lots[1]).toEqual({ id: 'L2' })
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
})

test('things are counted in words', () => {
  expect(things([])).toBe('')
  expect(
    things([
      [2, 'grant'],
      [0, 'exercise'],
      [1, 'sale'],
      [1200, 'fact'],
    ]),
  ).toBe('2 grants, 1 sale and 1,200 facts')
  expect(thingsAdded({ grants: 0, lots: 0, sales: 0, prices: 1, filed: 9 })).toBe(
    '1 share value and 9 lines of returns',
  )
})
