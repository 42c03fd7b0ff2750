/** The questions about oneself: what they make of a scenario, and what they say. */
import { parseScenario, type RoomAnswer, roomAnswer, type ScenarioFile } from '@isoline/engine'
import { expect, test } from 'vitest'
import { alternatives } from '../src/views/start/alternatives.ts'
import { fieldOf, ownFile, type Told, toldIn } from '../src/views/start/ownFile.ts'
import { movesWords, nextWanted, soFar } from '../src/views/start/ownWords.ts'

const asOf = '2026-11-22'
const all: Told = { status: 'single', wages: 220_000, strike: 2, options: 12_000, value: 20, cash: 60_000, state: 'TX' }
const room = (file: ScenarioFile) => roomAnswer(parseScenario(file), { asOf })

test('wages alone make a scenario that can be asked', () => {
  const file = ownFile({ wages: 220_000 }, asOf, null)
  // The same room as in the design: regular tax 41,704 less minimum tax 33,774, over 26 %.
  expect(room(file).room).toBe(30_500)
  expect(file.household.cash).toBeUndefined()
  expect(file.grants).toEqual([])
})

test('strike, options and value make a grant, and the room is counted in shares', () => {
  const file = ownFile(all, asOf, null)
  // 30,500 of spread at 18 a share: 1,694.4
  expect(room(file).byGrant[0]).toMatchObject({ shares: 1_694, exercisable: 12_000 })
  // Four years back to the day, and ten years less a day on.
  expect(file.grants?.[0]).toMatchObject({ on: '2022-11-22', expires: '2032-11-21' })
  expect(ownFile({ ...all }, '2028-02-29', null).grants?.[0]?.on).toBe('2024-02-29')
  expect(ownFile({ ...all }, '2027-02-28', null).grants?.[0]?.expires).toBe('2033-02-27')
})

test('what is taken back is left out again; what was not asked stays', () => {
  const before: ScenarioFile = { ...ownFile(all, asOf, null), plan: [{ on: asOf, exercise: 10, grant: 'G1' }] }
  const { cash: _, ...told } = { ...all, itemizes: true, mortgageInterest: 20_000 }
  const file = ownFile(told, asOf, before)
  expect(file.household.cash).toBeUndefined()
  expect(file.plan).toEqual(before.plan)
  expect(file.incomes[2026]?.itemized).toEqual({ mortgageInterest: 20_000 })
  expect(ownFile({ ...told, itemizes: false }, asOf, file).incomes[2026]?.itemized).toBeUndefined()
  expect(ownFile({ ...told, status: 'mfj' }, asOf, file).household.people).toHaveLength(2)
  expect(toldIn(file, asOf)).toEqual({ ...told, itemizes: true })
})

test('a fault of the engine stands at its field', () => {
  const paths = [
    'household.cash',
    'incomes.2026.wages',
    'grants[0].shares',
    'grants[0].strike',
    'company.prices[0].fmv',
  ]
  expect(paths.map(fieldOf)).toEqual(['cash', 'wages', 'options', 'strike', 'value'])
  expect(fieldOf('incomes.2026.itemized.charityCash')).toBe('charityCash')
  expect(fieldOf('assumptions.horizon')).toBeNull()
})

test('the example told otherwise leaves the example as it is', () => {
  const file = ownFile(all, asOf, null)
  const copy = structuredClone(file)
  const { income, grant, value, cash, deduction } = alternatives(file, asOf)
  expect(file).toEqual(copy)
  // 21 wages and 3 statuses; 4 strikes; 5 values; 2 amounts of cash; the standard deduction and 2 × 4 others
  expect([income, grant, value, cash, deduction].map(({ length }) => length)).toEqual([24, 4, 5, 2, 9])
  expect(value.map((each) => each.company?.prices?.[0]?.fmv)).toEqual([10, 15, 30, 40, 60])
  const { cash: none, ...household } = file.household
  expect(none).toBe(60_000)
  expect(alternatives({ ...file, household }, asOf).cash).toEqual([])
})

test('each question says what it moves once that is measured', () => {
  expect(movesWords('income', undefined).trim()).toBe('')
  expect(movesWords('income', 2_783)).toContain('It moves the answer of the example by up to 2,783 shares.')
  expect(movesWords('cash', 7_747)).toContain('up to 7,747 shares')
})

test('the answer so far is in dollars until it can be in shares', () => {
  const answer = (byGrant: RoomAnswer['byGrant']) => ({ year: 2026, room: 30_500, byGrant }) as RoomAnswer
  expect(soFar({}, undefined)).toBe('Your wages are enough to begin with.')
  expect(soFar(all, answer([]))).toBe('$30,500 of spread is free of AMT this year.')
  expect(soFar(all, room(ownFile(all, asOf, null)))).toBe('You can exercise 1,694 shares this year without AMT.')
  const { value: _, ...noValue } = all
  expect(nextWanted(noValue)).toContain('value of a share')
})
