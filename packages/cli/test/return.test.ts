import { expect, test } from 'vitest'
import { file, isoline, json } from './isoline.ts'
import { joint, jointFlat, line2k, soldTwice } from './scenarios.ts'

const scenario = file('joint.yaml', joint())
const flat = file('joint.json', JSON.stringify(jointFlat))

test('of a flat case: id, summary, notices; forms when asked for', async () => {
  const answer = await json('return', flat)
  expect(Object.keys(answer)).toEqual(['id', 'summary', 'notices'])
  expect(answer.id).toBe('joint')
  expect(answer.summary).toMatchObject({
    ...{ agi: 232_200, deduction: 32_200, deductionTaken: 'standard', taxableIncome: 200_000, regularTax: 33_424 },
    ...{ amti: 412_200, exemption: 140_200, tentativeMinimumTax: 71_270, amt: 37_846, totalTax: 71_270 },
  })
  expect((await json('return', flat, '--forms')).forms.form6251.line11).toBe(37_846)
})

test('of a scenario: the year with every form', async () => {
  const answer = await json('return', scenario)
  expect(Object.keys(answer)).toEqual(['year', 'summary', 'notices', 'assumed', 'forms'])
  expect(answer.forms.form6251.line2a).toBe(32_200)
})

test('in words: line, instruction, amount', async () => {
  const { out } = await isoline('return', scenario)
  expect(out).toMatch(/^Federal tax of 2026 is \$71,270\.00, \$37,846\.00 of it AMT/)
  expect(out).toMatch(/\n {2}11 {4}Alternative minimum tax: subtract line 10 from line 9\. +\$37,846\.00/)
  expect(out).not.toMatch(/\n {2}2b /)
  expect((await isoline('return', scenario, '--forms')).out).toMatch(/\n {2}2b /)
})

test('as filed, the Tax Table counts', async () => {
  // Single, 2026, 10 % to 12,400 and 12 % to 50,400. Of 50,000 exactly 1,240 + 12 % of 37,600 = 5,752; the table taxes
  // the middle of its row, 50,025: 1,240 + 12 % of 37,625 = 5,755
  const row = { ...jointFlat, status: 'single', wages: 66_100, isoSpread: 0 }
  const { spouseAge: _, ...single } = row
  const small = file('small.json', JSON.stringify(single))
  expect((await json('return', small)).summary.regularTax).toBe(5_752)
  expect((await json('return', small, '--rounding', 'as-filed')).summary.regularTax).toBe(5_755)
})

test('Form 8949 of the sales of the year, in both versions', async () => {
  const sold = file('sold.yaml', line2k(soldTwice))
  const { forms } = await json('return', sold)
  expect(forms.form8949.totals).toMatchObject({
    A: { proceeds: 75_000, gain: 0 },
    D: { proceeds: 60_000, gain: 50_000 },
  })
  expect(forms.form8949Amt.totals).toMatchObject({ A: { gain: -25_000 }, D: { gain: -40_000 } })
  const { out } = await isoline('return', sold)
  expect(out).toContain('Form 8949, for the regular tax')
  expect(out).toMatch(/\n {2}D +2024-03-13 +60,000\.00 +10,000\.00 +50,000\.00\n/)
  expect(out).toContain('Form 8949 once more, for AMT (kept, not filed)')
  expect(out).toMatch(/\n {2}D +2024-03-13 +60,000\.00 +100,000\.00 +-40,000\.00\n/)
  expect((await json('estimate', sold, '--forms')).forms.form8949.rows).toHaveLength(2)
  expect((await isoline('return', scenario)).out).not.toContain('Form 8949')
})
