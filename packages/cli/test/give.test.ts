import { expect, test } from 'vitest'
import { file, flowing, isoline, json } from './isoline.ts'
import { joint, jointFlat } from './scenarios.ts'

/**
 * The joint return of `joint`, with 10,000 shares exercised: regular tax 33,424, tentative minimum tax 71,270. 50,000 given, less
 * the floor of 0.5 % of 232,200 = 1,161, leave a deduction of 48,839: regular tax 33,424 - 22 % of 16,639 = 29,763.42, tentative
 * minimum tax 26 % of (412,200 - 48,839 - 140,200) = 58,021.86.
 */
const scenario = file('give.yaml', joint())
const asked = [scenario, '--as-of', '2026-11-22']

test('with and without', async () => {
  const { code, out } = await isoline('give', ...asked, '--cash', '50000')
  expect(code).toBe(0)
  expect(flowing(out)).toMatch(
    /^Giving \$50,000\.00 to a donor-advised fund on 2026-12-31 saves \$13,248\.14 of tax in 2026 and, over the years through 2031, \$[\d,.]+ with minimum tax credit counted: /,
  )
  expect(out).toMatch(/Regular tax +\$33,424\.00 +\$29,763\.42 +-\$3,660\.58\n/)
  expect(out).toMatch(/Tentative minimum tax +\$71,270\.00 +\$58,021\.86 +-\$13,248\.14\n/)
  expect(out).toMatch(/AMT +\$37,846\.00 +\$28,258\.44 +-\$9,587\.56\n/)
  expect(flowing(out)).toContain(
    'the last dollar saves what tentative minimum tax falls by, 26 cents, not the 22 cents',
  )
  // Cash of 50,000 less 20,000 of strike and 37,846 of tax
  expect(flowing(out)).toContain('take all the cash and more: the gift is more than that.')
})

test('the amounts at which something changes, the best one marked', async () => {
  const rich = file('rich.yaml', joint({ 'cash: 50000': 'cash: 500000' }))
  const { out } = await isoline('give', rich, '--as-of', '2026-11-22')
  expect(flowing(out)).toMatch(
    /^The gift that fits 2026 best, of the amounts compared: \$139,320\.00 to a donor-advised fund /,
  )
  expect(out).toMatch(/^ {7}\$1,161\.00 .* itemizing begins to pay$/m)
  expect(out).toMatch(/^ {2}\* +\$139,320\.00 /m)
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
})

test('none where the cash allows none', async () => {
  const { out } = await isoline('give', ...asked)
  expect(flowing(out)).toMatch(/^No gift of 2026 that the cash allows saves tax over the years through 2031\. /)
  expect(flowing(out)).toContain('Over all years a gift begins to save tax at')
})

test('a gift that does not pay says so first', async () => {
  const plain = file('plain.yaml', joint({ '  - { on: 2026-01-15, exercise: 10000, grant: G1 }': '  []' }))
  const { out } = await isoline('give', plain, '--as-of', '2026-11-22', '--cash', '10000')
  expect(flowing(out)).toMatch(
    /^Giving \$10,000\.00 to a donor-advised fund on 2026-12-31 does not pay: it saves nothing over the years through 2031\. /,
  )
  expect(flowing(out)).toContain(
    'The standard deduction of $32,200.00 is taken in 2026 all the same, and without itemizing a gift to a donor-advised fund is not deducted.',
  )
})

test('JSON is that of the contract', async () => {
  const answer = await json('give', ...asked, '--cash', '50000', '--to', 'publicCharity', '--on', '2026-11-30')
  expect(answer).toMatchObject({
    ...{
      year: 2026,
      on: '2026-11-30',
      to: 'publicCharity',
      through: 2031,
      chosen: 'asked',
      bunch: null,
      candidates: [],
    },
    gift: { cash: 50_000, shares: 0, lot: null, value: 50_000 },
    use: { counts: 50_000, floor: 1_161, deductedThisYear: 48_839 },
    relief: { year: { federalTax: 13_248.14, stateTax: 0 } },
  })
  const assumed = (await json('give', ...asked)).assumed.map(({ path }: { path: string }) => path)
  expect(assumed).toEqual(expect.arrayContaining(['--to', '--on']))
})

test('shares within the holding periods', async () => {
  const { out } = await isoline('give', ...asked, '--lot', 'G1@2026-01-15', '--shares', '1000')
  expect(flowing(out)).toContain(
    'a gift is a disqualifying disposition: the whole bargain element is ordinary income ($18,000.00 of G1@2026-01-15)',
  )
  expect(out).toMatch(/1,000 G1@2026-01-15 +\$20,000 /)
  expect(flowing(out)).toContain('The shares are not listed: the charity has to take them')
})

test('bunching', async () => {
  const { out } = await isoline('give', ...asked, '--bunch', '5', '--yearly', '10000')
  expect(out).toContain('5 gifts of $10,000.00, made at once or one a year')
  expect(out).toMatch(/^ {2}2026 +\$50,000 +\$48,839 +\$13,248 +\$10,000 /m)
  expect(flowing(out)).toMatch(
    /5 gifts of \$10,000\.00 made at once in 2026 save \$[\d,.]+ more tax than one each year/,
  )
})

test('a flat case has no plan to give in', async () => {
  const { code, err } = await isoline('give', file('flat.json', JSON.stringify(jointFlat)))
  expect(code).toBe(1)
  expect(err).toContain('a gift is an entry of a plan')
})

test.each([
  [['--lot', 'nope'], 1, 'there is no lot nope'],
  [['--shares', '5'], 1, 'Name the lot'],
  [['--bunch', '5'], 1, '--yearly'],
  [['--to', 'church'], 2, 'publicCharity'],
])('%j', async (words, expected, message) => {
  const { code, err } = await isoline('give', ...asked, ...words)
  expect(code).toBe(expected)
  expect(err).toContain(message)
})
