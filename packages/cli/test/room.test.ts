import { expect, test } from 'vitest'
import { file, flowing, isoline, json } from './isoline.ts'
import { joint, jointFlat, recovering } from './scenarios.ts'

const scenario = file('joint.yaml', joint())
const flat = file('joint.json', JSON.stringify(jointFlat))
const withCredit = file('recovering.json', JSON.stringify(recovering))

test('answers first in one sentence, with whole shares: 36,553.85 / 18 = 2,030.77', async () => {
  const { code, out } = await isoline('room', scenario)
  expect(code).toBe(0)
  expect(out.split('\n')[0]).toBe('You can exercise 2,030 shares of G1 in 2026 without AMT (room $36,553.85).')
})

test('JSON is that of the contract', async () => {
  const answer = await json('room', scenario, '--year', '2026')
  expect(answer).toMatchObject({ year: 2026, room: 36_553.85, roomBeforeCreditShrinks: 36_553.85 })
  // 26 % of 18 is 4.68
  expect(answer.byGrant[0]).toMatchObject({ grant: 'G1', spreadPerShare: 18, shares: 2_030, nextShareCosts: 4.68 })
  // The exemption phases out from 1,000,000 of AMT income to 1,280,400; 232,200 of it is there without an exercise
  expect(answer.phaseout).toMatchObject({ begins: 767_800, ends: 1_048_200, rateBefore: 0.28, rateWithin: 0.42 })
})

test.each(['5%', '0.05', '5 %'])('keeps back a margin of %s: 34,726.15 / 18 = 1,929.2', async (margin) => {
  const answer = await json('room', scenario, '--margin', margin)
  expect(answer.margin).toBe(0.05)
  expect(answer.byGrant[0].shares).toBe(1_929)
})

test('in words, a margin, a phase-out out of reach, and the plan', async () => {
  const { out } = await isoline('room', scenario, '--margin', '5%')
  expect(flowing(out)).toContain('1,929 shares of G1 in 2026 without AMT (room $36,553.85, 5% of it kept back).')
  // 767,800 / 18 = 42,655.6 shares; there are 12,000
  expect(out).toContain('From a spread of $767,800.00 (42,655 shares of G1)')
  expect(flowing(out)).toContain('All that can be exercised this year stays short of that.')
  // 180,000 - 36,553.85
  expect(flowing(out)).toContain('Their spread is $180,000.00, $143,446.15 more than the room')
})

test('is not free where a credit would have come back', async () => {
  const { out } = await isoline('room', withCredit)
  const text = flowing(out)
  expect(text).toContain('In 2026 a spread of $30,461.54 adds no AMT.')
  expect(text).toContain('without an exercise $7,920.00 of minimum tax credit comes back this year')
  expect(text).toContain('filling the room puts off $7,920.00 of it')
  expect(text).toContain('The credit shrinks from the first dollar of spread on.')
})

test('of a flat case is in dollars', async () => {
  const answer = await json('room', flat)
  expect(answer).toMatchObject({ year: 2026, room: 36_553.85, byGrant: [] })
})

test('says when nothing is left', async () => {
  const lot = 'lots: [{ id: L1, grant: G1, exercised: 2026-01-10, shares: 3000, fmvAtExercise: 20 }]\nplan: []\n'
  const done = file('done.yaml', joint({ 'plan:\n  - { on: 2026-01-15, exercise: 10000, grant: G1 }\n': lot }))
  const { out } = await isoline('room', done)
  expect(out.split('\n')[0]).toContain('There is no AMT-free room left in 2026')
})
