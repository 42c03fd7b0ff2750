import { expect, test } from 'vitest'
import { spread } from '../src/views/risk/spread.ts'

const places = (at: readonly number[], apart: number): number[] =>
  spread(
    at.map((each) => ({ at: each })),
    apart,
  ).map((label) => label.at)

test('labels that do not meet stay', () => {
  expect(places([10, 40, 80], 13)).toEqual([10, 40, 80])
})

test('two that meet part evenly from their middle', () => {
  // Middle of 50 and 54 is 52; half of 13 to either side.
  expect(places([54, 50], 13)).toEqual([58.5, 45.5])
})

test('a third that is pushed onto joins them', () => {
  // 50, 54 and 62: mean 55 1/3, then 13 apart.
  const [one, other, third] = places([50, 54, 62], 13)
  expect(one).toBeCloseTo(42 + 1 / 3, 9)
  expect(other).toBeCloseTo(55 + 1 / 3, 9)
  expect(third).toBeCloseTo(68 + 1 / 3, 9)
})
