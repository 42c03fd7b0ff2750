/** The confirmed state returns, every figure within two cents. */
import { describe, expect, test } from 'vitest'
import { stateModules } from '../../src/forms/states/modules.ts'
import { stateOf, stateVectors } from './states.ts'

const tolerance = 0.02 + 1e-9

/** What is off. A figure may also be the one of an alternative that `basis` names. */
function off(got: object, want: object): string[] {
  const values = new Map<string, unknown>(Object.entries(got))
  return Object.entries(want).flatMap(([name, amount]) => {
    const own = values.get(name)
    const agrees =
      typeof amount === 'number' && typeof own === 'number' ? Math.abs(own - amount) <= tolerance : own === amount
    return agrees ? [] : [`${name}: ${String(own)}, expected ${String(amount)}`]
  })
}

/** The states figured here that have confirmed returns. */
const modelled = new Set(
  stateModules.map(({ book }) => book.state).filter((state) => stateVectors.some(({ input }) => input.state === state)),
)

describe.each([...modelled])('%s', (state) => {
  test.each(stateVectors.filter(({ input }) => input.state === state).map((each) => [each.input.id, each] as const))(
    '%s',
    (_, { input, expect: want }) => expect(off(stateOf(input).summary, want)).toEqual([]),
  )
})

test('every state of the vectors is modelled', () => {
  expect(stateVectors).toHaveLength(120)
  const states = new Set(stateVectors.map(({ input }) => input.state))
  expect([...modelled].sort()).toEqual([...states].sort())
})
