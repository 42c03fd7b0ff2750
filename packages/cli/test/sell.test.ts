import { expect, test } from 'vitest'
import { file, flowing, isoline, json } from './isoline.ts'
import { joint, jointFlat, line2k, soldOnce } from './scenarios.ts'

/**
 * 1,000 shares bought at 2 and worth 12 on 1 June 2025, granted in 2023: a sale qualifies from 2 June 2026 on. The joint
 * return of `joint` has a taxable income of 200,000: the 22 % bracket goes on to 211,400, gain is taxed at 15 %, and the
 * tentative minimum tax of 23,920 stays far below the regular tax of 33,424.
 */
const held = (sales = '  []'): string =>
  joint({
    'fmv: 20.00': 'fmv: 12.00',
    'plan:\n': 'lots: [{ id: L1, grant: G1, exercised: 2025-06-01, shares: 1000, fmvAtExercise: 12 }]\nplan:\n',
    '  - { on: 2026-01-15, exercise: 10000, grant: G1 }': sales,
  })
const scenario = file('held.yaml', held())
const asked = ['--lot', 'L1', '--on', '2026-05-01', '--price', '12']

test('the fork in one sentence', async () => {
  const { code, out } = await isoline('sell', scenario, ...asked)
  expect(code).toBe(0)
  // Now 10,000 is ordinary income: 12,000 - 22 % of 10,000 = 9,800. On 2 June it is a long-term gain: 12,000 - 1,500.
  // At 9,800 the two are alike: 1,000 p - 15 % of (1,000 p - 2,000) = 9,800, p = 9,500 / 850 = 11.176, 6.9 % below 12
  expect(flowing(out)).toMatch(
    /^Selling 1,000 shares of L1 on 2026-05-01 at \$12\.00 gives \$9,800\.00 after tax; waiting until 2026-06-02, when the sale qualifies, \$10,500\.00 at the same price\. The price may fall to \$11\.18 \(6\.9%\) before waiting is the worse choice\. /,
  )
  expect(out).toMatch(/Disposition +disqualifying +qualifying\n/)
  expect(out).toMatch(/Ordinary income +\$10,000\.00 +\$0\.00\n/)
  expect(out).toMatch(/Long-term gain +\$0\.00 +\$10,000\.00\n/)
  expect(out).toMatch(/Federal tax it adds +\$2,200\.00 +\$1,500\.00\n/)
  // No credit, so that worth is what is left after tax, and is not spoken of
  expect(out).not.toMatch(/worth/i)
})

test('JSON is that of the contract', async () => {
  const answer = await json('sell', scenario, ...asked, '--shares', '500')
  expect(answer).toMatchObject({ year: 2026, on: '2026-05-01', price: 12, shares: 500, choice: 'lot', compared: null })
  expect(answer.sells).toEqual([{ lot: 'L1', shares: 500 }])
  expect(answer.branches).toMatchObject([
    { name: 'now', kind: 'disqualifying', compensation: 5_000, tax: 1_100, afterTax: 4_900, perShare: 9.8 },
    { name: 'qualifying', kind: 'qualifying', on: '2026-06-02', longTermGain: 5_000, tax: 750, afterTax: 5_250 },
  ])
  expect(answer.branches[0]).toMatchObject({ breakEvenPrice: null, priceFall: null })
})

test('fees, the value of the day, a loss to a relative', async () => {
  // 12,000 - 100 of fees: 9,900 of gain, all ordinary income
  const fees = await json('sell', scenario, '--on', '2026-05-01', '--fees', '100')
  expect(fees).toMatchObject({ price: 12, choice: 'fifo' })
  expect(fees.branches[0]).toMatchObject({ proceeds: 11_900, compensation: 9_900 })
  // At 1 there would be a loss; to a relative it is not recognized, and the whole bargain element is income. IRC §422(c)(2)
  const loss = ['sell', scenario, '--lot', 'L1', '--on', '2026-05-01', '--price', '1']
  expect((await json(...loss)).branches[0]).toMatchObject({ compensation: 0, shortTermGain: -1_000 })
  expect((await json(...loss, '--related-buyer')).branches[0]).toMatchObject({ compensation: 10_000, shortTermGain: 0 })
  const { out } = await isoline(...loss, '--related-buyer')
  expect(flowing(out)).toContain(
    'the bargain element whole, because a loss would not be recognized, $10,000.00, is ordinary income',
  )
})

test('what the broker reports decides the box and the basis; what Form W-2 lacks is said', async () => {
  const row = async (...more: string[]) => (await json('sell', scenario, ...asked, ...more)).forms.form8949.rows[0]
  // Not listed, so there is no Form 1099-B unless said. Reported, the basis is the 2,000 paid, and 10,000 is taken off
  expect(await row()).toMatchObject({ box: 'C', basis: 12_000, code: '', adjustment: 0, gain: 0 })
  expect(await row('--broker', 'proceeds')).toMatchObject({ box: 'B', basis: 12_000, code: '' })
  expect(await row('--broker', 'basis')).toMatchObject({
    box: 'A',
    basis: 2_000,
    code: 'B',
    adjustment: -10_000,
    gain: 0,
  })
  const { out } = await isoline('sell', scenario, ...asked, '--not-in-w2')
  expect(flowing(out)).toContain('Form W-2 does not hold it: it goes on Schedule 1 line 8k')
  expect(flowing((await isoline('sell', scenario, ...asked)).out)).toContain('The employer reports it on Form W-2')
})

test("the IRS's example of line 2k: the sale too early", async () => {
  const early = file('line2k.yaml', line2k())
  const words = ['sell', early, '--lot', 'L1', '--on', '2025-01-18', '--price', '750', '--shares', '100']
  const { branches, forms } = await json(...words)
  expect(branches[0]).toMatchObject({ kind: 'disqualifying', compensation: 65_000, shortTermGain: 0, amtGain: -25_000 })
  // Of the same price on 14 March 2025, when the year from exercise is over
  expect(branches[1]).toMatchObject({ on: '2025-03-14', kind: 'qualifying', compensation: 0, longTermGain: 65_000 })
  expect(forms.form8949.rows).toMatchObject([
    { box: 'A', proceeds: 75_000, basis: 10_000, adjustment: -65_000, gain: 0 },
  ])
  expect(forms.form8949Amt.rows).toMatchObject([{ box: 'A', proceeds: 75_000, basis: 100_000, gain: -25_000 }])
  const { out } = await isoline(...words)
  expect(out).toContain('(a) 100 sh. Example (lot L1), (c) sold 2025-01-18')
  expect(out).toMatch(/\n {2}A +2024-03-13 +75,000\.00 +10,000\.00 +B +-65,000\.00 +0\.00\n/)
  expect(out).toMatch(/\n {2}A +2024-03-13 +75,000\.00 +100,000\.00 +-25,000\.00\n/)
  expect(flowing(out)).toContain('Code B: the basis reported is the price paid alone')
  expect(flowing(out)).toContain('For AMT the sales of 2025-01-18 and 2025-03-14 are losses')
})

test("the IRS's example of line 2k: the sale that qualifies", async () => {
  const late = file('line2k-late.yaml', line2k(soldOnce))
  const words = ['sell', late, '--on', '2025-04-21', '--price', '600']
  const { branches, forms } = await json(...words)
  expect(branches).toHaveLength(1)
  expect(branches[0]).toMatchObject({ kind: 'qualifying', compensation: 0, longTermGain: 50_000, amtGain: -40_000 })
  expect(forms.form8949Amt.rows).toMatchObject([{ box: 'D', basis: 100_000, gain: -40_000 }])
  expect(flowing((await isoline(...words)).out)).toContain('The sale qualifies: no holding period is left to wait for.')
})

test('minimum tax credit has a part in the worth, and the words say so', async () => {
  // Exercised in the year of the sale: sold now, the 37,846 of AMT of `joint` goes away, and with it the credit for it
  const now = file('joint.yaml', joint())
  const words = ['sell', now, '--on', '2026-06-01', '--price', '20']
  const { branches } = await json(...words)
  // Compensation of 180,000: 11,400 at 22 %, 168,600 at 24 %, 2,508 + 40,464 = 42,972, less the AMT of 37,846, is 5,126. The
  // credit of 37,846 is never made, whether 2027 would have used some of it or not: 200,000 - 5,126 - 37,846
  expect(branches[0]).toMatchObject({ amt: -37_846, worth: 157_028 })
  expect(branches[0].tax - 5_126).toBeCloseTo(37_846 + branches[0].creditLeft, 2)
  const text = flowing((await isoline(...words)).out)
  expect(text).toContain('Minimum tax credit counted, waiting is worth')
  expect(text).toContain(
    'takes $37,846.00 of AMT away: shares sold too early in the year of their exercise leave Form 6251',
  )
  expect(text).toContain('Worth is the money after tax with the minimum tax credit left at the end of')
})

/** A second lot beside the first, long past its clocks: bought at 2 in 2024, so that all of its gain is taxed at 15 %. */
const twoLots = (order = ''): string =>
  held().replace(
    'lots: [',
    `lots: [{ id: old${order}, grant: G1, exercised: 2024-06-03, shares: 400, fmvAtExercise: 12 }, `,
  )

test('first in, first out, and the best choice of lots', async () => {
  const two = file('two.yaml', twoLots())
  const words = ['sell', two, '--on', '2026-05-01', '--price', '12', '--shares', '500']
  const fifo = await json(...words)
  expect([fifo.choice, fifo.sells]).toEqual([
    'fifo',
    [
      { lot: 'old', shares: 400 },
      { lot: 'L1', shares: 100 },
    ],
  ])
  expect(flowing((await isoline(...words)).out)).toContain('First in, first out: 400 of old and 100 of L1.')
  // The grant of 2023 is past its two years, so that the old lot qualifies and costs 15 % where the other costs 22 %
  const best = await json(...words, '--lot', 'best')
  expect(best).toMatchObject({ choice: 'best', sells: fifo.sells, compared: { everyOrder: true } })
  expect(best.compared.fifoWorth).toBe(best.branches[0].worth)
  expect(flowing((await isoline(...words, '--lot', 'best')).out)).toContain('First in, first out is worth as much.')
})

test('many holding periods: a line for each day', async () => {
  const lots = Array.from(
    { length: 6 },
    (_, i) => `{ id: L${i + 1}, grant: G1, exercised: 2025-0${i + 4}-01, shares: 100, fmvAtExercise: 12 }`,
  )
  const many = held().replace(/lots: \[.*\]/, `lots: [${lots.join(', ')}]`)
  const { out } = await isoline('sell', file('many.yaml', many), '--on', '2026-03-01')
  // From 2 April, one year and a day after the first exercise, on to 2 September
  expect(out.match(/^ {2}2026-0[4-9]-02 /gm)).toHaveLength(6)
  expect(flowing(out)).toContain('the best of 6 days at the same price')
})

test('what cannot be sold is the fault of the input', async () => {
  const words = ['sell', scenario, '--on', '2026-05-01']
  for (const [more, said] of [
    [['--lot', 'L2'], 'there is no lot L2. Did you mean L1?'],
    [['--shares', '1001'], 'only 1000 shares are held'],
  ] as const) {
    const { code, out, err } = await isoline(...words, ...more)
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain(said)
  }
  const flat = await isoline('sell', file('joint.json', JSON.stringify(jointFlat)), '--on', '2026-05-01')
  expect([flat.code, flat.err]).toEqual([1, expect.stringContaining('[needsScenario]')])
})
