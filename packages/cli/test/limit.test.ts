import { expect, test } from 'vitest'
import { file, flowing, isoline, json } from './isoline.ts'
import { joint, jointFlat } from './scenarios.ts'

const example = 'examples/over-the-limit.yaml'

test('the shares past the limit in one sentence, and why', async () => {
  const { code, out } = await isoline('limit', example)
  expect(code).toBe(0)
  // 2025: 6,000 shares of the cliff and ten months of 500 are 11,000 at 6, 66,000 dollars. Of the other 34,000 the second
  // grant at 12.50 gets 2,720 shares; 12,000 - 2,720 = 9,280
  expect(flowing(out)).toMatch(/^9,280 shares of second are past the \$100,000 limit of 2025 and nonstatutory \(NSO\)/)
  expect(out).toMatch(/2025 +first +11,000 +\$66,000\.00 +\$100,000\.00 +11,000 +0\n/)
  expect(out).toMatch(/ {8}second +12,000 +\$150,000\.00 +\$34,000\.00 +2,720 +9,280\n/)
  const text = flowing(out)
  expect(text).toContain('second in 2025: 12,000 shares')
  expect(text).toContain('at exercise the spread (value less strike) of these shares is wages')
  expect(text).not.toContain('first in 2025:')
  expect(text).toContain('Options of the employer, its parents and its subsidiaries count together')
})

test('JSON is that of the contract', async () => {
  const { limit, years, leftOut } = await json('limit', example)
  expect([limit, leftOut]).toEqual([100_000, []])
  expect(years.map(({ year }: { year: number }) => year)).toEqual([2025, 2026, 2027, 2028])
  expect(years[0]).toMatchObject({ value: 216_000 })
  expect(years[0].grants[1]).toMatchObject({ grant: 'second', roomBefore: 34_000, isoShares: 2_720, nsoShares: 9_280 })
})

test('within the limit; grants left out; no ISO at all', async () => {
  // 12,000 shares at 2 are 24,000 dollars
  const within = await isoline('limit', file('joint.yaml', joint()))
  expect(within.out).toContain('Every grant stays within the $100,000 limit: all shares are ISO shares.')
  expect(within.out).toMatch(/2023 +G1 +12,000 +\$24,000\.00 +\$100,000\.00 +12,000 +0\n/)
  expect(within.out).not.toContain('NSO means')
  const nso = file('nso.yaml', joint({ 'kind: iso': 'kind: nso' }))
  const { out } = await isoline('limit', nso)
  expect(out).toContain('No grant here is under the $100,000 limit: none is an incentive stock option.')
  expect(flowing(out)).toContain('G1 is left out: ')
  expect((await json('limit', nso)).leftOut).toHaveLength(1)
})

test('a flat case has no grants', async () => {
  const { code, err } = await isoline('limit', file('joint.json', JSON.stringify(jointFlat)))
  expect([code, err]).toEqual([1, expect.stringContaining('[needsScenario]')])
})
