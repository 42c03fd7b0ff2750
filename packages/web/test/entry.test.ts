import { expect, test } from 'vitest'
import { entry, exactDelta } from '../src/words/money.ts'

test('entries of forms have no sign of dollars', () => {
  expect([entry(203900), entry(61231.56), entry(-90100), entry(0)]).toEqual(['203,900', '61,232', '\u221290,100', '0'])
  expect([entry(61231.56, true), entry(-41704, true)]).toEqual(['61,231.56', '\u221241,704.00'])
})

test('a difference to the cent has its sign, and none where nothing changes', () => {
  expect([exactDelta(4.68), exactDelta(-60), exactDelta(0.004)]).toEqual(['+$4.68', '\u2212$60.00', '$0'])
})
