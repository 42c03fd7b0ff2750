/** `isoline plan --objective expected` where the file names no outcomes: some are made of its view, and said. */
import { expect, test } from 'vitest'
import { file, flowing, isoline } from './isoline.ts'
import { joint } from './scenarios.ts'

const scenario = (name: string, volatility: string): string =>
  file(
    name,
    joint({
      '  cash: 50000\n': '',
      '    withheld: 30000\n': '    withheld: 30000\n  2027: { wages: 232200 }\n',
      'company:': `company:\n  listed: true\n  view: { growth: 0.06${volatility} }`,
    }),
  )
const moving = scenario('moving.yaml', ', volatility: 0.5')
const over = ['--objective', 'expected', '--through', '2027']

test('as many as asked for, each with its chance, day and price', { timeout: 60_000 }, async () => {
  const { code, out, err } = await isoline('plan', moving, ...over, '--outcomes', '3')
  expect([code, err]).toEqual([0, ''])
  const prices = ['low', 'middle', 'high'].map((name) => {
    const said = new RegExp(`[ :]${name} third \\(33\\.3%\\), known on 2027-01-01 at \\$([\\d.]+) a share: `)
    return Number(said.exec(flowing(out))?.[1])
  })
  // 20 on 1 January grows by 6 % a year of 365.25 days; each price is printed to the cent
  const mean = prices.reduce((sum, price) => sum + price / 3, 0)
  expect(Math.abs(mean - 20 * 1.06 ** (365 / 365.25))).toBeLessThanOrEqual(0.005)
  expect(out).not.toContain('--outcomes')
  for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80)
})

test('refused: no even number of them, and none without a volatility', async () => {
  const even = await isoline('plan', moving, ...over, '--outcomes', '4')
  expect([even.code, even.out]).toEqual([1, ''])
  expect(even.err).toContain('--outcomes: is 4; choose 3, 5 or 7.')
  const still = await isoline('plan', scenario('still.yaml', ''), ...over)
  expect(still.code).toBe(1)
  expect(still.err).toContain('company.view.volatility to make them of')
})
