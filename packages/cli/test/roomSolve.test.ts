import { expect, test } from 'vitest'
import { file, flowing, isoline, json } from './isoline.ts'
import { joint, jointFlat } from './scenarios.ts'

const scenario = file('joint.yaml', joint())
const flat = file('joint.json', JSON.stringify(jointFlat))
const trough = 'examples/single-2026-trough.yaml'
const lots = 'examples/sell-or-wait.yaml'

const solve = (of: string, ...words: string[]) => isoline('room', of, '--solve', ...words)

test('answers first in one sentence, then the answer beside none and one more', async () => {
  const { code, out } = await solve(scenario, 'shares', '--target', 'amt=0')
  expect(code).toBe(0)
  expect(flowing(out)).toContain(
    'With up to 2,030 shares of G1 exercised on 2026-01-15 and held, there is no AMT in 2026.',
  )
  // 2,031 x 18 is 4.154 beyond the room of 36,553.846, at 26 %
  expect(out).toMatch(/the most +2,030 +\$0\.00 +\$4,060\.00 +\$0\.00\n +one more +2,031 +\$1\.08 +\$4,063\.08/)
  expect(flowing(out)).toContain("Set aside, because it is what is decided: the plan's own exercises of 2026")
  expect(out.split('\n').every((line) => line.length <= 80)).toBe(true)
})

test('JSON of the same', async () => {
  const answer = await json('room', scenario, '--solve', 'shares', '--target', 'amt=0')
  expect(answer).toMatchObject({ year: 2026, unknown: 'shares', answer: 2_030, is: 'most', setAside: 1 })
})

test('cash that covers strike and tax: 20,000 and 37,846; and shares for the cash of 50,000', async () => {
  const { out } = await solve(scenario, 'cash', '--target', 'outlay=cash')
  expect(out.split('\n')[0]).toBe('It takes cash of $57,846.00, the outlay of 2026.')
  // 2 n + 28 % of (18 n - 152,500) + 30,146 = 50,000: 7.04 n is 62,554
  const shares = flowing((await solve(scenario, 'shares', '--target', 'outlay=cash')).out)
  expect(shares).toContain('With up to 8,885 shares of G1')
  expect(shares).toContain('the outlay of 2026 is within the cash of $50,000.00.')
  expect(shares).toContain('that of `isoline cost`')
})

test('wages on both sides of the trough, the nearer one first', async () => {
  const text = flowing((await solve(trough, 'wages', '--target', 'room=31384.62')).out)
  expect(text).toContain(
    'Nearest to $217,875.00: with wages from $223,833.36 to $2,000,000.00, the room of 2026 is no less',
  )
  expect(text).toContain('It holds from $0.00 to $199,999.94 and from $223,833.36 to $2,000,000.00')
  expect(text).toMatch(/also up to \$199,999\.94/)
})

test('any wages, wages that reach it, and a flat case', async () => {
  const any = flowing((await solve(trough, 'wages', '--target', 'amt=0')).out)
  expect(any).toContain('With any wages from $0.00 to $2,000,000.00, there is no AMT in 2026.')
  const least = flowing((await solve(flat, 'wages', '--target', 'amt=0')).out)
  expect(least).toContain('It takes wages of at least $1,502,883.34 in 2026: then there is no AMT in 2026.')
})

test('a sale, none that is enough, and all that there is', async () => {
  const on = ['--on', '2026-12-01']
  const some = flowing((await solve(lots, 'sale', '--lot', 'spring', ...on, '--target', 'amt=0')).out)
  expect(some).toContain('It takes at least 1,837 shares of spring sold on 2026-12-01 at $40.00: then there is no AMT')
  const none = flowing((await solve(lots, 'sale', '--lot', 'older', ...on, '--target', 'amt=0')).out)
  expect(none).toContain('No sale from 0 to 300 shares will do: at best AMT in 2026 is $22,286.00')
  expect(none).toContain('No more are held and vested on 2026-12-01.')
  const all = flowing((await solve(scenario, 'shares', '--price', '1.50', '--target', 'amt=0')).out)
  expect(all).toContain('Even with all 12,000 shares of G1 exercised on 2026-01-15 and held, there is no AMT in 2026.')
})

test('a gift that jumps, a gift that is none, a price', async () => {
  const jump = flowing((await solve(scenario, 'gift', '--target', 'amt=37000')).out)
  expect(jump).toContain('It takes at least $3,161.01 given to a public charity in 2026')
  expect(jump).toContain('One cent moves it from $37,726.00 to $30,266.00')
  const none = flowing((await solve(scenario, 'gift', '--to', 'dafSponsor', '--target', 'amt=0')).out)
  expect(none).toContain('given to a donor-advised fund in 2026. Less and more are both further away.')
  // 36,553.85 / 10,000 is 3.655 above the strike
  const price = flowing((await solve(scenario, 'price', '--target', 'amt=0')).out)
  expect(price).toContain('With a value of up to $5.65 a share on 2026-01-15, there is no AMT in 2026.')
  const sold = await solve(lots, 'price', '--lot', 'spring', '--on', '2026-12-01', '--target', 'totalTax=60000')
  expect(flowing(sold.out)).toContain('a price of up to $27.31 for 3,000 shares of spring on 2026-12-01')
})

test('nothing that it moves, nothing that it leaves, a credit', async () => {
  const moot = flowing((await solve(scenario, 'shares', '--target', 'room=40000')).out)
  expect(moot).toContain('The shares do not move it: the room of 2026 is $36,553.85 in any case.')
  const zero = flowing((await solve(scenario, 'shares', '--target', 'outlay=0')).out)
  expect(zero).toContain(
    'Only with none: one share more, and it no longer holds that the outlay of 2026 is no more than $0.00.',
  )
  const credit = await solve(
    'examples/twelve-years.yaml',
    'wages',
    '--year',
    '2027',
    '--target',
    'creditDrainedBy=2030',
  )
  expect(flowing(credit.out)).toContain('no minimum tax credit is left at the end of 2030')
})

test.each([
  [['--solve', 'shares'], 'needs a target'],
  [['--target', 'amt=0'], 'goes with --solve'],
  [['--grant', 'G1'], 'goes with --solve'],
  [['--solve', 'share', '--target', 'amt=0'], 'shares, sale, gift, wages, cash, price'],
  [['--solve', 'shares', '--target', 'amt'], 'Write amt=0'],
  [['--solve', 'shares', '--target', 'amt=x'], 'an amount in dollars'],
  [['--solve', 'shares', '--target', 'creditDrainedBy=31'], 'Write amt=0'],
  [['--solve', 'wages', '--lot', 'L', '--target', 'amt=0'], '--lot does not go with --solve wages'],
  [['--solve', 'sale', '--lot', 'L', '--target', 'amt=0'], 'the lot and the day'],
  [['--solve', 'price', '--lot', 'L', '--target', 'amt=0'], 'needs the day'],
  [['--solve', 'price', '--lot', 'L', '--grant', 'G1', '--on', '2026-12-01', '--target', 'amt=0'], 'Give one of them'],
  [['--solve', 'cash', '--target', 'amt=0'], 'outlay=cash alone'],
  [['--solve', 'shares', '--target', 'amt=0', '--margin', '5%'], '--margin'],
  [['--solve', 'shares', '--target', 'amt=0', '--rounding', 'as-filed'], 'exact figures'],
  [['--solve', 'shares', '--target', 'amt=0', '--on', '2026-03-03', '--year', '2027'], 'Leave --year out'],
])('wrong usage: %j', async (words, said) => {
  const { code, out, err } = await isoline('room', scenario, ...words)
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain(said)
})

test('an input at fault names the flag', async () => {
  const { code, out, err } = await solve(scenario, 'shares', '--grant', 'G2', '--target', 'amt=0')
  expect([code, out]).toEqual([1, ''])
  expect(err).toContain('--grant: there is no grant G2. Did you mean G1?')
})
