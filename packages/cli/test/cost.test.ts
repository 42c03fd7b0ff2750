import { expect, test } from 'vitest'
import { file, flowing, isoline, json } from './isoline.ts'
import { joint, jointFlat } from './scenarios.ts'

const scenario = file('joint.yaml', joint())
const flat = file('joint.json', JSON.stringify(jointFlat))

test('the cash test comes first', async () => {
  const { code, out } = await isoline('cost', scenario)
  expect(code).toBe(0)
  // 20,000 of strike and 37,846 of tax are 57,846; 7,846 more than 50,000
  expect(flowing(out)).toMatch(
    /^Do not exercise and hold: 10,000 shares of G1 take \$57,846\.00, the cash is \$50,000\.00, and \$7,846\.00 is missing\./,
  )
})

test('JSON: payments by date', async () => {
  const answer = await json('cost', scenario)
  expect(answer).toMatchObject({ strike: 20_000, federalAmt: 37_846, otherFederalTax: 0, outlay: 57_846 })
  expect(answer.cash).toEqual({ available: 50_000, left: -7_846, enough: false })
  expect(answer.payments.map(({ on, amount }: { on: string; amount: number }) => [on, amount])).toEqual([
    ['2026-01-15', 20_000],
    ['2027-04-15', 37_846],
  ])
})

test('enough cash, no cash stated, and nothing planned', async () => {
  const rich = await isoline('cost', file('rich.yaml', joint({ 'cash: 50000': 'cash: 60000' })))
  expect(flowing(rich.out)).toContain('and $2,154.00 of $60,000.00 is left.')
  const silent = await isoline('cost', file('silent.yaml', joint({ '  cash: 50000\n': '' })))
  expect(flowing(silent.out)).toContain('Whether the cash suffices is not known')
  const idle = await isoline(
    'cost',
    file('idle.yaml', joint({ '  - { on: 2026-01-15, exercise: 10000, grant: G1 }': '  []' })),
  )
  expect(idle.out).toContain('The plan has no exercise in 2026')
})

test('a flat case has no plan', async () => {
  const { code, err } = await isoline('cost', flat)
  expect(code).toBe(1)
  expect(err).toContain('[needsScenario]')
})

// Sell to cover: 20,000 / 20 = 1,000 shares. Their 18,000 of compensation is 11,400 at 22 % and 6,600 at 24 %, 4,092; the
// tentative minimum tax stays 71,270, so that the AMT is 37,846 - 4,092 = 33,754, and 37,846 is to pay in all.
// Same-day sale: 180,000 of compensation is 11,400 at 22 % and 168,600 at 24 %, 42,972, and no AMT;
// 20,000 + 42,972 - 200,000 = -137,028
test('--compare: the three ways side by side', async () => {
  const { code, out } = await isoline('cost', scenario, '--compare')
  expect(code).toBe(0)
  expect(flowing(out)).toMatch(
    /^The cash of \$50,000\.00 allows selling to cover and a same-day sale of 10,000 shares of G1 in 2026; holding lacks \$7,846\.00\. /,
  )
  expect(out).toMatch(/Shares sold +0 +1,000 +10,000\n/)
  expect(out).toMatch(/Ordinary income +\$0\.00 +\$18,000\.00 +\$180,000\.00\n/)
  expect(out).toMatch(/AMT +\$37,846\.00 +\$33,754\.00 +\$0\.00\n/)
  expect(out).toMatch(/Other federal tax +\$0\.00 +\$4,092\.00 +\$42,972\.00\n/)
  expect(out).toMatch(/Cash needed +\$57,846\.00 +\$37,846\.00 +-\$137,028\.00\n/)
  expect(out).toMatch(/Cash left +-\$7,846\.00 +\$12,154\.00 +\$187,028\.00\n/)
  expect(flowing(out)).toContain('The shares are not listed: to sell on the day there has to be a buyer.')
})

test('--compare in JSON', async () => {
  const { compare } = await json('cost', scenario, '--compare')
  expect(compare).toMatchObject([
    { how: 'hold', sharesKept: 10_000, outlay: 57_846, valueKept: 200_000, credit: 37_846 },
    { how: 'sellToCover', sharesKept: 9_000, proceeds: 20_000, outlay: 37_846, valueKept: 180_000, credit: 33_754 },
    { how: 'sameDaySale', sharesKept: 0, proceeds: 200_000, outlay: -137_028, valueKept: 0, credit: 0 },
  ])
  expect((await json('cost', scenario)).compare).toBeUndefined()
})

test('--compare with enough cash for all, for none, and with none stated', async () => {
  const of = async (name: string, cash: string) =>
    flowing((await isoline('cost', file(name, joint({ '  cash: 50000\n': cash })), '--compare')).out)
  expect(await of('rich.yaml', '  cash: 60000\n')).toContain('allows all three ways to exercise 10,000 shares of G1')
  expect(await of('poor.yaml', '  cash: 0\n')).toMatch(
    /^The cash of \$0\.00 allows a same-day sale of .*; holding lacks \$57,846\.00 and selling to cover lacks \$37,846\.00\./,
  )
  expect(await of('silent.yaml', '')).toContain('Which of them the cash allows is not known.')
})

test('sales at exercise are in the plan: money that comes in is below zero', async () => {
  const cover = joint({ 'exercise: 10000, grant: G1': 'exercise: 10000, grant: G1, sellToCover: true' })
  const name = file('cover.yaml', cover)
  const answer = await json('cost', name)
  expect(answer).toMatchObject({ strike: 20_000, proceeds: 20_000, federalAmt: 33_754, outlay: 37_846 })
  expect(answer.payments.map(({ amount }: { amount: number }) => amount)).toEqual([20_000, -20_000, 37_846])
  expect((await isoline('cost', name)).out).toMatch(
    /2026-01-15 +shares of G1@2026-01-15 sold on the day +-\$20,000\.00/,
  )
  const all = joint({ 'exercise: 10000, grant: G1': 'exercise: 10000, grant: G1, sameDaySale: true' })
  expect(flowing((await isoline('cost', file('all.yaml', all))).out)).toMatch(
    /^Exercising 10,000 shares of G1 in 2026 leaves \$137,028\.00 over: \$20,000\.00 of strike and \$42,972\.00 of federal tax, less \$200,000\.00 from shares sold\./,
  )
})
