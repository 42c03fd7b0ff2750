import { parseScenario, type ScenarioFile } from '@isoline/engine'
import { expect, test } from 'vitest'
import { type Form3921, withLot, wrongIn } from '../src/views/lots/form3921.ts'

const form: Form3921 = {
  granted: '2023-03-01',
  exercised: '2025-04-01',
  strike: '2.00',
  value: '$9.40',
  shares: '1,000',
}
const file = {
  isoline: 1,
  household: { status: 'single', people: [{ born: '1990-04-12' }], residence: [{ from: '2019-06-01', state: 'TX' }] },
  incomes: { 2026: { wages: 220000 } },
} as unknown as ScenarioFile
const asOf = '2026-01-15'

test('what is wrong is said at its box', () => {
  expect(wrongIn(form, asOf)).toEqual({})
  expect(Object.keys(wrongIn({ granted: '', exercised: '', strike: '', value: '', shares: '' }, asOf))).toHaveLength(5)
  expect(wrongIn({ ...form, exercised: '2023-02-01' }, asOf).exercised).toContain('before box 1, Mar 1, 2023')
  expect(wrongIn({ ...form, exercised: '2026-02-01' }, asOf).exercised).toContain('belongs into the plan')
  expect(wrongIn({ ...form, shares: '10.5' }, asOf).shares).toBe('Box 5 is a whole number of shares.')
  expect(wrongIn({ ...form, strike: '-1' }, asOf).strike).toContain('Box 3')
})

test('a lot comes with its grant, once', () => {
  const first = withLot(file, form)
  expect(first.lots).toEqual([{ id: 'L1', grant: 'G1', exercised: '2025-04-01', shares: 1000, fmvAtExercise: 9.4 }])
  // An ISO ends within ten years: the last day is the one before the anniversary
  expect(first.grants).toMatchObject([{ id: 'G1', on: '2023-03-01', shares: 1000, strike: 2, expires: '2033-02-28' }])
  expect(() => parseScenario(first)).not.toThrow()
  const second = withLot(first, { ...form, strike: '0.50', shares: '4000' })
  expect(second.grants).toHaveLength(1)
  // The price of a form that differs from the grant's, as after a split, stands on the lot
  expect(second.lots?.[1]).toMatchObject({ id: 'L2', grant: 'G1', strike: 0.5 })
})

test('names that the plan uses are not taken', () => {
  const planned = { ...file, plan: [{ on: '2026-02-01', exercise: 1, grant: 'G1', as: 'L1' }] } as ScenarioFile
  expect(withLot(planned, form).lots?.[0]?.id).toBe('L2')
})
