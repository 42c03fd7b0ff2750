/** Money that could be borrowed: what a file says of it, what is assumed, and what is refused. */
import { expect, test } from 'vitest'
import { parseScenario } from '../../src/scenario/parseScenario.ts'
import { found, spoiled } from './files.ts'

const loan = { amount: 30_000, rate: 0.08, due: '2029-06-30' }
const withLoan = (more: object = {}) => spoiled({ 'household.borrowed': { ...loan, ...more } })

test('a loan is read, and all one owns answers for it unless the file says otherwise', () => {
  const of = parseScenario(withLoan())
  expect(of.household.borrowed).toEqual({ ...loan, recourse: true })
  expect(of.assumed).toContainEqual({
    path: 'household.borrowed.recourse',
    value: 'true',
    message: 'not given: everything you own answers for the loan, not the shares alone',
  })
  const said = parseScenario(withLoan({ recourse: false }))
  expect(said.household.borrowed?.recourse).toBe(false)
  expect(said.assumed.filter(({ path }) => path.startsWith('household.borrowed'))).toEqual([])
})

test('no loan is none, and not one of zero', () => {
  const of = parseScenario(spoiled({}))
  expect(of.household).not.toHaveProperty('borrowed')
  expect(of.assumed.filter(({ path }) => path.startsWith('household.borrowed'))).toEqual([])
})

test.each([
  [{ amount: undefined }, 'household.borrowed.amount missing'],
  [{ amount: -1 }, 'household.borrowed.amount negative'],
  [{ rate: undefined }, 'household.borrowed.rate missing'],
  [{ rate: 8 }, 'household.borrowed.rate outOfRange'],
  [{ due: '2029-02-30' }, 'household.borrowed.due impossibleDate'],
  [{ due: '2025-12-31' }, 'household.borrowed.due conflict'],
  [{ lender: 'a bank' }, 'household.borrowed.lender unknownKey'],
])('refused: %j', (more, problem) => {
  expect(found(withLoan(more))).toEqual([problem])
})
