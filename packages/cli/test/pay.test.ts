/** `isoline pay`: the household of `scenarios.ts`, whose tax of 71,270 is worked out there. */
import { expect, test } from 'vitest'
import { file, flowing, isoline, json } from './isoline.ts'
import { joint, jointFlat } from './scenarios.ts'

const january = file('january.yaml', joint())
const december = file('december.yaml', joint({ 'on: 2026-01-15, exercise': 'on: 2026-12-01, exercise' }))
const ahead = ['--as-of', '2026-01-05']

// 90 % of 71,270 is 64,143, a quarter 16,035.75, of which 7,500 is withheld
test('what to pay next comes first, then each day', async () => {
  const { code, out } = await isoline('pay', january, ...ahead)
  expect(code).toBe(0)
  expect(out).toMatch(/^Federal: pay \$8,535\.75 by 2026-04-15 to keep the penalty for 2026 away\.\n/)
  expect(out).toMatch(/2026-09-15 +\$16,035\.75 +\$16,035\.75 +\$7,500\.00 +\$25,607\.25 +\$8,535\.75\n/)
  expect(flowing(out)).toContain('$64,143.00 must be paid during the year: 90 % of the tax of 2026, $64,143.00.')
  expect(out.split('\n').every((line) => line.length <= 80)).toBe(true)
})

test('an exercise in December: the annualized method, and what it takes to use it', async () => {
  const { out } = await isoline('pay', december, ...ahead)
  // 22.5 % of 33,424 is 7,520.40; 64,143 - 22,561.20 = 41,581.80, of which 7,500 is withheld
  expect(out).toMatch(/2026-04-15 +\$16,035\.75 +\$7,520\.40 +\$7,500\.00 +\$20\.40 +\$20\.40\n/)
  expect(out).toMatch(/2027-01-15 +\$16,035\.75 +\$41,581\.80 +\$7,500\.00 +\$34,143\.00 +\$34,081\.80\n/)
  expect(flowing(out)).toContain('(Form 2210, Schedule AI)')
})

test('late: what ends the penalty now, the penalty at the rate given, and withholding by days of pay', async () => {
  const { out } = await isoline('pay', january, '--as-of', '2026-07-01', '--rate', '7%', '--paydays', '10')
  expect(flowing(out)).toMatch(
    /^Federal: pay \$17,071\.50 now \(2026-07-01\): installments of 2026 that are past are short\./,
  )
  expect(out).toMatch(/2026-07-01 now +\$17,071\.50\n/)
  const after = await isoline('pay', january, '--as-of', '2027-05-01')
  expect(flowing(after.out)).toMatch(/^Federal: installments of 2026 were short; the penalty ran until 2027-04-15,/)
  // 8,535.75 × 7 % × (365 + 304 + 212 + 90) / 365 = 1,589.52; × (77 + 16) / 365 = 152.24
  expect(flowing(out)).toContain(
    'the penalty at 7% a year is about $1,589.52. Of it $152.24 is due even with these payments',
  )
  expect(flowing(out)).toContain('$34,143 more withheld before the year ends is enough')
  expect(flowing(out)).toContain('On 10 days of pay that is $3,414.30 each.')
  expect(flowing((await isoline('pay', january, '--as-of', '2026-07-01')).out)).toContain('give it with --rate')
})

test('covered, exempt, and withholding that is not given', async () => {
  const withheld = async (amount: string) =>
    flowing((await isoline('pay', file('w.yaml', joint({ '    withheld: 30000\n': amount })), ...ahead)).out)
  expect(await withheld('    withheld: 65000\n')).toMatch(
    /^Federal: nothing more need be paid during 2026: the \$64,143\.00/,
  )
  expect(await withheld('    withheld: 71000\n')).toMatch(
    /^Federal: nothing need be paid during 2026: withholding leaves too little/,
  )
  expect(await withheld('')).toContain('The withholding is not given (incomes.2026.withheld) and taken as 0')
  const history = { 'company:\n': 'history:\n  2025: { totalTax: 0, agi: 9000 }\ncompany:\n' }
  const none = await isoline('pay', file('none.yaml', joint(history)), ...ahead)
  expect(flowing(none.out)).toMatch(/^Federal: nothing need be paid during 2026: there was no tax in 2025\./)
})

test('California on its own days, beside the federal tax', async () => {
  const california = file('california.yaml', joint({ 'state: TX': 'state: CA' }))
  const { out } = await isoline('pay', california, ...ahead, '--state-tax-before', '20000')
  expect(out).toContain('\nCA: pay $')
  expect(out).toMatch(/2026-09-15 +\$0\.00 /)
  expect(out.split('\n').every((line) => line.length <= 80)).toBe(true)
  const { states } = await json('pay', california, ...ahead)
  expect(states.map(({ state }: { state: string }) => state)).toEqual(['CA'])
})

test('a flat case has no days, and a rate has to be one', async () => {
  const { code, err } = await isoline('pay', file('joint.json', JSON.stringify(jointFlat)))
  expect(code).toBe(1)
  expect(err).toContain('[needsScenario]')
  expect((await isoline('pay', january, '--rate', 'high')).code).toBe(2)
})
