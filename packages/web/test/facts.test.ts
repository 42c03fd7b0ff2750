/** Edits of single facts and of a year's exercise, and what a scenario can be asked about. */
import type { ScenarioFile } from '@isoline/engine'
import { expect, test } from 'vitest'
import { valueAt, wagesOf, withAmount, withCash, withValue, withWages } from '../src/document/facts.ts'
import { withHeld, withPayable } from '../src/document/plan.ts'
import { grantsOf, usualGrant, usualYear, yearsOf } from '../src/document/years.ts'
import { amountIn } from '../src/words/typed.ts'

const grant = (id: string, shares: number, kind = 'iso') => ({ id, kind, shares })
const file = {
  isoline: 1,
  household: { cash: 60_000 },
  incomes: { 2027: { like: 2026 }, 2026: { wages: 220_000 } },
  company: {
    prices: [
      { on: '2026-06-01', fmv: 25 },
      { on: '2026-01-02', fmv: 20 },
    ],
  },
  grants: [grant('G0', 3000), grant('G1', 48_000), grant('N', 100, 'nso')],
  lots: [{ id: 'L1', grant: 'G0', shares: 3000 }],
  plan: [
    { on: '2026-01-15', exercise: 6000, grant: 'G1', as: 'L3' },
    { on: '2027-03-01', sell: 6000, lot: 'L3', price: 22 },
    { on: '2027-03-01', sell: 100, lot: 'L1', price: 22 },
  ],
} as unknown as ScenarioFile

test('wages change in their year alone; a year like another has its wages', () => {
  expect([wagesOf(file, 2026), wagesOf(file, 2027), wagesOf(file, 2028)]).toEqual([220_000, 220_000, null])
  const more = withWages(file, 2027, 230_000)
  expect(more.incomes).toEqual({ 2027: { like: 2026, wages: 230_000 }, 2026: { wages: 220_000 } })
  expect(withWages(file, 2026, 220_000)).toBe(file)
})

test('the value of a day is the last stated, in whatever order they are written', () => {
  expect([valueAt(file, '2025-12-31'), valueAt(file, '2026-01-15'), valueAt(file, '2026-06-01')]).toEqual([
    null,
    20,
    25,
  ])
  expect(withValue(file, '2026-01-15', 30).company?.prices?.map(({ fmv }) => fmv)).toEqual([25, 30])
  expect(withValue(file, '2025-12-31', 30)).toBe(file)
})

test('cash, and an amount at any path', () => {
  expect(withCash(file, 10).household.cash).toBe(10)
  expect(withCash(file, 60_000)).toBe(file)
  expect(withAmount(file, 'carryforwards.capitalLoss.short', 7).carryforwards).toEqual({ capitalLoss: { short: 7 } })
  expect(withAmount(file, 'incomes.2026.interest', 5).incomes['2026']).toEqual({ wages: 220_000, interest: 5 })
})

test('fewer shares exercised are fewer to sell: a lot sold whole stays sold whole', () => {
  expect(withHeld(file, 'G1', 2026, 4000, '2026-01-15').plan).toEqual([
    { on: '2026-01-15', exercise: 4000, grant: 'G1', as: 'L3' },
    { on: '2027-03-01', sell: 4000, lot: 'L3', price: 22 },
    { on: '2027-03-01', sell: 100, lot: 'L1', price: 22 },
  ])
  expect(withHeld(file, 'G1', 2026, 0, '2026-01-15').plan).toEqual([
    { on: '2027-03-01', sell: 100, lot: 'L1', price: 22 },
  ])
  expect(withPayable(file, [{ id: 'L3', shares: 1000 }]).plan?.map((line) => line.exercise ?? line.sell)).toEqual([
    1000, 1000, 100,
  ])
})

test('which years and grants can be asked about', () => {
  expect(yearsOf(file)).toEqual([2026, 2027])
  expect([usualYear(file, '2025-05-01'), usualYear(file, '2027-05-01'), usualYear(file, '2030-01-01')]).toEqual([
    2026, 2027, 2027,
  ])
  // All of G0 is exercised, and N is no ISO
  expect(grantsOf(file, 2026).map(({ id }) => id)).toEqual(['G1'])
  expect(usualGrant(file, 2026)).toBe('G1')
  expect(usualGrant({ ...file, grants: [] }, 2026)).toBeNull()
})

test('amounts as people type them', () => {
  expect(['$223,417', ' 5 ', '1.50', '', '-3', 'x', '1e10'].map(amountIn)).toEqual([
    223_417,
    5,
    1.5,
    null,
    null,
    null,
    null,
  ])
})
