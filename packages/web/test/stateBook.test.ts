import { expect, test } from 'vitest'
import { stateModules as every } from '../../engine/src/forms/states/modules.ts'
import { stateModules, withStates } from '../src/ask/stateBook.ts'

test('however they come, the states stand in the order of the engine, which the fingerprint of the law goes by', async () => {
  await withStates(['NY', 'CA'])
  expect(stateModules.map(({ book }) => book.state)).toEqual(['CA', 'NY'])
  await withStates('all')
  expect(stateModules).toEqual(every)
})
