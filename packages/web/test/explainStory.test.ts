import { explainAnswer, parseScenario, type Reason } from '@isoline/engine'
import { expect, test } from 'vitest'
import { becauseOf, nameOf, placeOf, wordsOf } from '../src/views/explain/sentence.ts'
import { lineOf, storyOf } from '../src/views/explain/story.ts'

/** $220,000 of wages, 5,867 shares at a spread of $18 ($20 − $2), held: the numbers of the example the page opens on. */
const file = {
  isoline: 1,
  household: { status: 'single', people: [{ born: '1990-04-12' }], residence: [{ from: '2019-06-01', state: 'TX' }] },
  incomes: { 2026: { wages: 220000 } },
  company: { prices: [{ on: '2026-01-02', fmv: 20 }] },
  grants: [{ id: 'G1', kind: 'iso', on: '2020-03-01', shares: 48000, strike: 2, fmvAtGrant: 2, expires: '2030-02-28' }],
  plan: [{ on: '2026-01-15', exercise: 5867, grant: 'G1', as: 'spring' }],
}
const reasonOf = (name: string): Reason =>
  explainAnswer(parseScenario(file), { asOf: '2026-01-15', year: 2026 }, name).reason

test('AMT is told by the lines that carry it, in the order of the form', () => {
  const { rows } = storyOf(reasonOf('amt'))
  // 220,000 − 16,100 = 203,900; + 16,100 + 5,867 × 18 = 105,606 → 325,606; − 90,100 → 235,506, of which 26 % is
  // 61,231.56; less the regular tax of 203,900, which is 41,704 → 19,527.56
  expect(rows.map(({ lines, reason, sign }) => [lines, sign * Math.round(reason.amount * 100)])).toEqual([
    ['1b', 20390000],
    ['2a', 1610000],
    ['2i', 10560600],
    ['4', 32560600],
    ['5', -9010000],
    ['6, 12', 23550600],
    ['7, 9', 6123156],
    ['10', -4170400],
    ['11', 1952756],
  ])
  expect(rows.filter(({ total }) => total).map(({ lines }) => lines)).toEqual(['4', '6, 12', '7, 9', '11'])
})

test('an amount is named, placed, and said in one sentence', () => {
  const amt = reasonOf('amt')
  expect(nameOf(amt)).toBe('AMT')
  expect(placeOf(amt, 2026)).toEqual(['2026', 'Form 6251', 'line 11'])
  expect(becauseOf(amt, storyOf(amt))).toBe(
    'Your exercises add $105,606 to AMT income, and the tax figured that way passes your regular tax by this much.',
  )
  const gap = reasonOf('form6251.line6')
  // 325,606 − 90,100
  expect(becauseOf(gap, storyOf(gap))).toBe(
    'That is alternative minimum taxable income ($325,606), less exemption ($90,100).',
  )
})

test('figures of the law come with the story, not among its rows', () => {
  const { rows, figures } = storyOf(reasonOf('form6251.line5'))
  expect(rows.some(({ name }) => name.startsWith('law.'))).toBe(false)
  expect(figures.map(({ name }) => name)).toContain('law.amtExemption')
})

test('a fact stands by itself', () => {
  const wages = reasonOf('facts.wages')
  const story = storyOf(wages)
  expect(story.rows).toEqual([])
  expect(becauseOf(wages, story)).toBe('You gave this amount: it is a fact of your file.')
})

test('no story is longer than fits', () => {
  for (const name of ['amt', 'totalTax', 'regularTax', 'amti', 'tentativeMinimumTax', 'agi'])
    expect(storyOf(reasonOf(name)).rows.length).toBeLessThanOrEqual(9)
})

test('the number of a line, and a switch as a question', () => {
  const line = { name: 'x.line2i', amount: 1, unit: 'switch', from: [] } as const
  expect(lineOf({ ...line, title: 'Form 6251 line 2i' })).toBe('2i')
  expect(lineOf({ ...line, title: 'Form 6251 line 11 of 2025, as filed' })).toBe('11')
  expect(lineOf({ ...line, title: 'wages' })).toBe('')
  expect(wordsOf({ ...line, title: '', words: '1 if line 15 is a gain, otherwise 0.' })).toBe(
    'Whether line 15 is a gain.',
  )
})

test('what the shares did is told below the fact it makes', () => {
  const { rows } = storyOf(reasonOf('form6251.line2i'))
  // 5,867 × (20 − 2); the lot keeps its name as it is
  expect(rows.map(({ title, note }) => [title, note])).toEqual([
    ['spring: bargain element', 'Value of 20 less strike of 2 a share, of the shares kept.'],
    ['Exercise of incentive stock options', ''],
  ])
})
