import { expect, test } from 'vitest'
import { file, flowing, isoline, json } from './isoline.ts'
import { joint, jointFlat } from './scenarios.ts'

const scenario = file('joint.yaml', joint())
const flat = file('joint.json', JSON.stringify(jointFlat))

test('the AMT in one sentence', async () => {
  const { out } = await isoline('estimate', scenario)
  expect(out.split('\n')[0]).toBe('Exercising 10,000 shares of G1 in 2026 adds $37,846.00 of AMT.')
  // 33,424 + 37,846 - 30,000 withheld
  expect(flowing(out)).toContain('$41,270.00 is due by 2027-04-15')
})

test('JSON: with and without the exercise, cash, and the part of the AMT that is timing', async () => {
  const answer = await json('estimate', scenario)
  expect(answer.summary).toMatchObject({ regularTax: 33_424, tentativeMinimumTax: 71_270, amt: 37_846 })
  expect(answer.withoutExercise).toMatchObject({ regularTax: 33_424, amt: 0 })
  expect(answer.credit).toEqual({ exclusionPart: 0, generated: 37_846 })
  expect(answer.cash).toMatchObject({ strike: 20_000, withheldAndPaid: 30_000, balanceDue: 41_270 })
  expect(answer.forms).toBeUndefined()
})

test('--forms adds every line', async () => {
  const { forms } = await json('estimate', scenario, '--forms')
  expect(forms.form6251).toMatchObject({ line2a: 32_200, line2i: 180_000, line4: 412_200, line11: 37_846 })
})

// The short way: 380,000 - 140,200 = 239,800 at 26 % is 62,348, less 33,424 is 28,924. It misses 28 % of what line 2a
// puts above the first band and 26 % of the rest: 8,922
test('--math shows the short way beside the form, and why they differ', async () => {
  const { out } = await isoline('estimate', scenario, '--math')
  expect(out).toMatch(/Standard deduction, added back +line 2a +\$0\.00 +\$32,200\.00/)
  expect(out).toMatch(/Tentative minimum tax +line 9 +\$62,348\.00 +\$71,270\.00/)
  expect(out).toMatch(/Alternative minimum tax +line 11 +\$28,924\.00 +\$37,846\.00/)
  expect(flowing(out)).toContain('understates the AMT by $8,922')
})

test('of a flat case', async () => {
  const { out } = await isoline('estimate', flat)
  expect(out.split('\n')[0]).toBe('A spread of $180,000.00 in 2026 adds $37,846.00 of AMT.')
})

test('a year in which shares exercised before vest, and in which nonstatutory ones bring wages', async () => {
  const changes = {
    'plan:\n  - { on: 2026-01-15, exercise: 10000, grant: G1 }\n': '',
    'G1, kind: iso': 'G1, kind: KIND',
  }
  const lot =
    'lots: [{ id: L1, grant: G1, exercised: 2025-12-01, shares: 1000, fmvAtExercise: 20, vestedOn: 2026-03-01 }]'
  const of = (kind: string) => file(`${kind}.yaml`, `${joint(changes).replace('KIND', kind)}${lot}\n`)
  // 1,000 shares with a spread of 18 when they vest, less than the room
  const vesting = await isoline('estimate', of('iso'))
  expect(flowing(vesting.out)).toMatch(
    /^Nothing is exercised in 2026\. Shares exercised before vest and bring a spread of \$18,000\.00: the AMT is \$0\.00, the federal tax \$33,424\.00\./,
  )
  const { exercises } = await json('estimate', of('nso'))
  expect(exercises).toMatchObject([
    { id: 'L1', spread: 0, nsoShares: 1_000, wages: 18_000, includedOn: ['2026-03-01'] },
  ])
  const { out } = await isoline('estimate', of('nso'))
  expect(flowing(out)).toContain('vest and bring wages of $18,000.00:')
  expect(flowing(out)).toContain('L1: 1,000 of 1,000 shares are nonstatutory (NSO), and $18,000.00 of spread is wages')
})
