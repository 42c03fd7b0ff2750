/** `isoline project`: every year, the credit log, the cash by date, what is left. Expected: docs/law/twelve-years.md, or worked here. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { file, fileNamed, flowing, isoline, json } from './isoline.ts'
import { joint, jointFlat } from './scenarios.ts'

const twelve = 'examples/twelve-years.yaml'
const asOf = ['--as-of', '2026-11-22']

test('twelve years in three sentences', async () => {
  const { code, out } = await isoline('project', twelve, ...asOf)
  expect(code).toBe(0)
  // 158,724 + 259,514 = 418,238; 390,978 of it is net of the exclusion items of 2030
  expect(flowing(out)).toMatch(
    /^From 2025 to 2036 there is AMT of \$158,724\.00 in 2025 and \$259,514\.00 in 2031\. Of \$418,238\.00 of minimum tax credit made, \$204,501\.50 comes back, \$186,476\.50 goes into 2037 and \$27,260\.00 is taken away by exclusion items\. /,
  )
})

test('a line for each year, whole dollars, marked where the law is projected', async () => {
  const { out } = await isoline('project', twelve, ...asOf)
  // 2025: 50,134 + 158,724 - 2,200 + 450 = 207,108; other is 450 - 2,200
  expect(out).toMatch(/\n {2}2025 +\$300,000 +\$50,134 +\$158,724 +0 +-\$1,750 +\$207,108\n/)
  expect(out).toMatch(/\n {2}2026 +\$300,000 +\$49,468 +0 +-\$5,720 +-\$1,750 +\$41,998\n/)
  // 136,268.50 - 12,414.50 + 3,150 = 127,004
  expect(out).toMatch(/\n {2}2027 +\$600,000 +\$136,269 +0 +-\$12,415 +\$3,150 +\$127,004 +law\n/)
  expect(out).toMatch(/\n {2}2036 +\$240,000 +\$35,140 +0 +-\$7,772 +-\$2,200 +\$25,168 +law\n/)
})

test('the credit log, and what its signs mean', async () => {
  const { out } = await isoline('project', twelve, ...asOf)
  expect(out).toMatch(/\n {2}2025 +\$158,724 +0 +\$158,724 +0 +\$158,724 +\$630,000\n/)
  expect(out).toMatch(/\n {2}2026 +0 +0 +0 +\$5,720 +\$153,004 +\$630,000 +gap\n/)
  expect(out).toMatch(/\n {2}2029 +0 +0 +0 +0 +\$100,465 +\$420,000 +no gap\n/)
  expect(out).toMatch(/\n {2}2030 +0 +\$27,260 +-\$27,260 +\$48,662 +\$24,543 +\$168,000 +gap\n/)
  expect(out).toMatch(/\n {2}2035 +0 +0 +0 +\$62,772 +\$194,249 +0 +gap\n/)
  expect(flowing(out)).toContain('Credit made is below zero in 2030: the tax on exclusion items alone')
})

test('cash by date, and what is free', async () => {
  const { out } = await isoline('project', twelve, ...asOf)
  expect(out).toMatch(/\n {2}2025-03-03 +strike of A +\$30,000\.00\n/)
  expect(out).toMatch(/\n {2}2026-04-15 +balance of federal tax +\$207,108\.00\n/)
  expect(out).toMatch(/\n {2}2030-05-06 +sale of shares of A +\$1,080,000\.00\n/)
  // 250,000 - 30,000 = 220,000; in April 2026 the AMT of 158,724: 61,276
  expect(out).toMatch(/\n {2}2025 +\$30,000 +0 +\$158,724 +\$220,000 +\$61,276 +2026-04-15\n/)
  expect(out).toMatch(/\n {2}2026 +0 +0 +-\$5,720 +\$61,276 +\$61,276 +2026-04-15\n/)
  expect(flowing(out)).toContain('The withholding of 12 years is not given (incomes.2025.withheld)')
})

test('what is carried on, and that no lot is left', async () => {
  const { out } = await isoline('project', twelve, ...asOf)
  expect(out).toMatch(/\nCarried into 2037\n {2}Minimum tax credit +\$186,476\.50\n {2}.*for AMT +\$666,000\.00\n/)
  expect(flowing(out)).toContain('$666,000.00 of that loss is of AMT alone')
  expect(out).toContain('No share of any lot is left on 2036-12-31.')
  expect(out).toContain('incomes.2025 to 2036.itemized: none')
})

test('JSON is the answer of the engine, the same each time', async () => {
  const words = ['project', twelve, ...asOf, '--json']
  const { out } = await isoline(...words)
  expect((await isoline(...words)).out).toBe(out)
  const { years, creditLog, lots } = JSON.parse(out)
  expect(years).toHaveLength(12)
  expect(years[5]).toMatchObject({
    ...{ year: 2030, status: 'mfj', projected: { law: true, income: false } },
    summary: { agi: 1_298_000, minimumTaxCreditUsed: 48_662, totalTax: 217_607 },
    carriedOut: { minimumTaxCredit: 51_802.5 },
  })
  expect(years[5]).not.toHaveProperty('forms')
  expect(creditLog[5]).toMatchObject({ exclusionPart: 27_260, generated: -27_260, intoNextYear: 24_542.5 })
  expect(lots.map(({ id }: { id: string }) => id)).toEqual(['A', 'B'])
})

test('--forms: every form of every year, Form 8801 with the part on the year before', async () => {
  const { years } = await json('project', twelve, ...asOf, '--forms')
  expect(years[6].forms.form8801).toMatchObject({ line4: 1_298_000, line15: 27_260, line18: -27_260, line21: 24_542.5 })
  const { out } = await isoline('project', twelve, ...asOf, '--forms')
  expect(out.match(/^Forms of 20\d\d$/gm)).toHaveLength(12)
  const of2031 = out.slice(out.indexOf('Forms of 2031'), out.indexOf('Forms of 2032'))
  expect(of2031).toMatch(/\n {2}15 +Net minimum tax on exclusion items:[^\n]+\$27,260\.00\n/)
  const of2028 = out.slice(out.indexOf('Forms of 2028'), out.indexOf('Forms of 2029'))
  expect(of2028).toContain('Form 8949, for the regular tax')
  expect(of2028).toMatch(/\n {2}25 +[^\n]+\$40,125\.00\n/)
})

test('no line is wider than the page, whatever is in it', async () => {
  for (const name of ['twelve-years', 'peak-and-fall', 'credit-left-behind', 'first-exercise', 'over-the-limit'])
    for (const more of [[], ['--forms']]) {
      const { out } = await isoline('project', `examples/${name}.yaml`, ...asOf, ...more)
      expect([name, out.split('\n').filter((line) => line.length > 80)]).toEqual([name, []])
    }
})

/** A household of millions, with a long name for its grant. */
const large = file(
  'large.yaml',
  readFileSync('examples/twelve-years.yaml', 'utf8')
    .replaceAll(/\bfirst\b(?=$|,)/gm, 'the-first-of-all-the-grants')
    .replaceAll('as: A', 'as: the-first-of-all-the-lots')
    .replaceAll('lot: A', 'lot: the-first-of-all-the-lots')
    .replaceAll('wages: 240000', 'wages: 12400000')
    .replaceAll('price: 180', 'price: 2180'),
)

test('nor where amounts have eight digits and names forty letters: the least telling column goes', async () => {
  for (const command of ['project', 'credit']) {
    const { code, out } = await isoline(command, large, ...asOf)
    expect(code).toBe(0)
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([])
  }
})

test('cash that runs short is said first', async () => {
  // 10,000 shares at 2 are 20,000, and the AMT of 37,846 falls due in April: of 50,000, 7,846 is missing then
  const short = file('short.yaml', joint({ '    withheld: 30000\n': '    withheld: 30000\n  2027: { like: 2026 }\n' }))
  const { code, out } = await isoline('project', short)
  expect(code).toBe(0)
  expect(flowing(out)).toMatch(
    /^The cash given does not pay for this plan: \$7,846\.00 is missing on 2027-04-15\. From/,
  )
  expect(out.match(/does not pay for this plan/g)).toHaveLength(1)
  expect(out).toMatch(/\n {2}2027 +.*-\$7,846 +-\$7,846 +2027-04-15\n/)
})

test('the safe harbor, where the withholding is known', async () => {
  const { out } = await isoline('project', file('joint.yaml', joint()))
  // 90 % of 33,424 + 37,846 = 71,270 is 64,143, less 30,000 withheld
  expect(flowing(out)).toContain('by $34,143.00 of $64,143.00 for 2026')
})

test('no AMT, no credit, no shares, no cash', async () => {
  const none = file(
    'none.yaml',
    joint({ '  - { on: 2026-01-15, exercise: 10000, grant: G1 }': '  []', '  cash: 50000\n': '' }),
  )
  const { code, out } = await isoline('project', none)
  expect(code).toBe(0)
  expect(flowing(out)).toMatch(/^In 2026 there is no AMT\. Adjusted/)
  expect(out).not.toContain('Credit log')
  expect(flowing(out)).toContain('Whether the cash suffices is not known: the file has no household.cash.')
  expect(out).toContain('Nothing is carried into 2027.')
  expect(out).toContain('There are no lots: no shares are exercised.')
  // All columns of zeros are left out: 33,424 on wages of 232,200
  expect(out).toMatch(/\n {2}2026 +\$232,200 +\$33,424 +\$33,424\n/)
})

test('lots that are left, with both bases and both clocks', async () => {
  const { out } = await isoline('project', file('joint.yaml', joint()))
  expect(flowing(out)).toMatch(
    // 50,000 of cash, less 20,000 of strike, less 37,846
    /^The cash given does not pay for this plan: \$7,846\.00 is missing on 2027-04-15\. In 2026 there is AMT of \$37,846\.00\. All \$37,846\.00 of minimum tax credit made goes into 2027\./,
  )
  expect(out).toContain('Lots left on 2026-12-31')
  expect(out).toMatch(/G1@2026-01-15 +10,000 +\$20,000\.00 +\$2\.00 +\$200,000\.00 +\$20\.00\n/)
  expect(out).toMatch(/G1@2026-01-15 +2026-01-15 +2027-01-16 +2027-01-16 +disqualifying\n/)
})

/**
 * Exclusion items above the AMT of the year: wages of 150,000, shares sold with a regular gain of 1,100,000 and an AMT gain of
 * 900,000. Regular tax 210,545, tentative minimum tax 164,253, so that 46,292 of credit comes back; the tax on exclusion items
 * alone is 230,253, 19,708 above the regular tax, and that is taken off the credit: 100,000 - 46,292 - 19,708 = 34,000.
 */
const negative = file(
  'negative.yaml',
  joint({
    'wages: 232200\n    withheld: 30000': 'wages: 150000\n    withheld: 30000',
    'strike: 2.00, fmvAtGrant: 2.00': 'strike: 10, fmvAtGrant: 10',
    'plan:\n  - { on: 2026-01-15, exercise: 10000, grant: G1 }': `lots:
  - { id: L1, grant: G1, exercised: 2024-06-03, shares: 10000, fmvAtExercise: 30 }
carryforwards: { minimumTaxCredit: 100000 }
plan:
  - { on: 2026-05-01, sell: 10000, lot: L1, price: 120 }`,
  }),
)

test('credit made below zero takes from the credit carried on', async () => {
  const { out } = await isoline('project', negative)
  expect(flowing(out)).toContain(
    'In 2026 there is no AMT. Of $100,000.00 of minimum tax credit carried in, $46,292.00 comes back, $34,000.00 goes into 2027 and $19,708.00 is taken away by exclusion items.',
  )
  expect(out).toMatch(/\n {2}2026 +\$19,708 +-\$19,708 +\$46,292 +\$34,000 +gap\n/)
  expect(flowing(out)).toContain('Credit made is below zero in 2026')
})

test('what cannot be answered', async () => {
  const flat = await isoline('project', file('joint.json', JSON.stringify(jointFlat)))
  expect([flat.code, flat.out, flat.err]).toEqual([1, '', expect.stringContaining('[needsScenario]')])
  const none = await isoline('project', fileNamed('not-there.yaml'))
  expect([none.code, none.err]).toEqual([1, expect.stringContaining('[noFile]')])
})
