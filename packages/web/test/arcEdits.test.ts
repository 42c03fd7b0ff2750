/** A plan taken in hand: its actions, and what moving, resizing and taking out do to the file. */
import type { PlanAnswer, ScenarioFile } from '@isoline/engine'
import { expect, test } from 'vitest'
import type { PlanLine } from '../src/document/plan.ts'
import { actsOf } from '../src/views/arc/acts.ts'
import { added, adopted, dayIn, followsBest, moved, removed, resized, settled } from '../src/views/arc/edits.ts'

const asOf = '2026-01-15'
const plan: PlanLine[] = [
  { on: '2025-03-03', exercise: 100, grant: 'G1' },
  { on: '2026-01-15', exercise: 400, grant: 'G1', as: 'a' },
  { on: '2026-06-01', exercise: 600, grant: 'G1', as: 'b' },
  { on: '2027-01-15', exercise: 50, grant: 'G2', as: 'c' },
  { on: '2027-01-15', sell: 50, lot: 'c', price: 22 },
  { on: '2029-12-03', sell: 400, lot: 'a', price: 30 },
  { on: '2029-12-03', sell: 300, lot: 'b', price: 30 },
  { on: '2029-12-04', give: { cash: 5000 } },
]
const file = { plan, company: { prices: [{ on: '2026-01-02', fmv: 20 }], view: { growth: 0.1 } } } as ScenarioFile

test('exercises of a grant and year are one action, sales of a year another; what is sold at once is one with its exercise', () => {
  expect(actsOf(plan, asOf).map(({ year, kind, shares, lines, past }) => [year, kind, shares, lines, past])).toEqual([
    [2025, 'exercise', 100, [0], true],
    // 400 + 600
    [2026, 'exercise', 1000, [1, 2], false],
    [2027, 'exerciseSell', 50, [3, 4], false],
    // 400 + 300
    [2029, 'sell', 700, [5, 6], false],
    [2029, 'give', null, [7], false],
  ])
})

test('exercises of two grants are two actions', () => {
  const two: PlanLine[] = ['G1', 'G2'].map((grant) => ({ on: '2026-06-01', exercise: 5, grant }))
  expect(actsOf(two, asOf).map(({ grant }) => grant)).toEqual(['G1', 'G2'])
})

test('what is in a hand stays apart from others of its year', () => {
  expect(actsOf(plan, asOf, [2]).filter(({ year }) => year === 2026)).toHaveLength(2)
})

test('a day moves with its year: not before the day asked about, and February 29 only where there is one', () => {
  expect(dayIn(2028, '2026-06-01', asOf)).toBe('2028-06-01')
  expect(dayIn(2026, '2027-01-02', asOf)).toBe(asOf)
  expect(dayIn(2027, '2028-02-29', asOf)).toBe('2027-02-28')
})

test('a moved exercise keeps the name its sales know', () => {
  const named = { ...file, plan: [{ on: '2026-06-01', exercise: 10, grant: 'G1' }] }
  expect(moved([0], 2028, asOf)(named).plan).toEqual([
    { on: '2028-06-01', exercise: 10, grant: 'G1', as: 'G1@2026-06-01' },
  ])
})

test('a price on the path follows the path, a stated one stays', () => {
  // 2028-01-15 is 743 days after 2026-01-02: 20 × 1.1^(743 / 365.25) = 24.28; a year later, 1,109 days: 26.71
  const sales = { ...file, plan: [24.28, 25].map((price) => ({ on: '2028-01-15', sell: 1, lot: 'a', price })) }
  expect(moved([0, 1], 2029, asOf)(sales).plan?.map(({ price }) => price)).toEqual([26.71, 25])
})

test('a lot sold whole stays sold whole, larger or smaller', () => {
  const counts = (by: number) => resized([1], by)(file).plan?.flatMap((line) => line.exercise ?? line.sell ?? [])
  expect(counts(-100)).toEqual([100, 300, 600, 50, 50, 300, 300])
  expect(counts(100)).toEqual([100, 500, 600, 50, 50, 500, 300])
})

test('of a lot sold in part no more is sold than there is', () => {
  // 600 less 400 leaves 200 of which 300 were to be sold
  expect(resized([2], -400)(file).plan?.[6]?.sell).toBe(200)
  expect(resized([2], -100)(file).plan?.[6]?.sell).toBe(300)
})

test('an action of several lines shrinks from its last, keeps one share, and loses what is left with nothing', () => {
  // 1,000 less 700: the last line has 600, the other gives 100
  expect(settled(resized([1, 2], -700)(file)).plan).toEqual([
    plan[0],
    { ...plan[1], exercise: 300 },
    plan[3],
    plan[4],
    { ...plan[5], sell: 300 },
    plan[7],
  ])
  expect(settled(resized([1, 2], -5000)(file)).plan?.[1]?.exercise).toBe(1)
})

test('what is taken out takes its sales along', () => {
  expect(removed([1])(file).plan).toEqual(plan.filter((_, i) => i !== 1 && i !== 5))
})

test('a new line comes after those of its day', () => {
  const line = { on: '2026-01-15', exercise: 5, grant: 'G2' }
  expect(added(line)(file).plan?.[2]).toEqual(line)
  expect(added({ on: '2040-01-01', sell: 1 })(file).plan?.at(-1)?.on).toBe('2040-01-01')
})

test('the best plan takes the place of what is still to come, and is known when it is there', () => {
  const best = [{ on: '2026-01-15', exercise: 7, grant: 'G1', as: 'x' }]
  const answer = { from: asOf, best: { plan: best } } as unknown as PlanAnswer
  expect(adopted(answer)(file).plan).toEqual([plan[0], ...best])
  expect(followsBest(file, answer)).toBe(false)
  const there = adopted(answer)(file)
  expect(followsBest(there, answer)).toBe(true)
  expect(followsBest(resized([1], 1)(there), answer)).toBe(false)
  expect(followsBest(added({ ...best[0], on: asOf, as: 'x' })(there), answer)).toBe(false)
})
