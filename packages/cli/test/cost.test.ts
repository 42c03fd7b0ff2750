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
