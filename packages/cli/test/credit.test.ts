/** `isoline credit`: the log, when it comes home, what moves it, what hastens it, what was left behind. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { file, flowing, isoline, json } from './isoline.ts'
import { joint, jointFlat } from './scenarios.ts'

const twelve = 'examples/twelve-years.yaml'
const asOf = ['--as-of', '2026-11-22']
const text = async (...words: string[]): Promise<string> => flowing((await isoline('credit', ...words)).out)

test('how much, how much of it comes back, when the last of it does', async () => {
  // docs/law/twelve-years.md: 158,724 made in 2025, 259,514 in 2031 after 27,260 were taken by exclusion items in 2030; 204,501.50
  // used; the rest at 7,772 a year and less
  expect(await text(twelve, ...asOf)).toMatch(
    /^There is \$158,724\.00 of minimum tax credit at the beginning of 2026, and the years from then on add \$232,254\.00\. By the end of 2036 \$204,501\.50 is back; if later years are like that one, the last of it is home with the return of 20\d\d\. At 5% a year a dollar of it is worth \d\d cents today\. /,
  )
  expect(await text(twelve, '--as-of', '2025-03-01')).toMatch(
    /^There is no minimum tax credit yet; 2025 and the years after it make \$390,978\.00\. By the end of 2036 \$204,501\.50 is back;/,
  )
})

test('the log to the horizon, and what follows it', async () => {
  const { out } = await isoline('credit', twelve, ...asOf)
  expect(out).toMatch(/\n {2}2028 +0 +0 +0 +\$40,125 +\$100,465 +\$420,000 +gap\n/)
  expect(out).toMatch(/\n {2}2036 +0 +0 +0 +\$7,772 +\$186,477 +0 +gap\n/)
  expect(flowing(out)).toContain(
    'After 2036, if the years go on like it: $7,772.00 in 2037, $7,772.00 in 2038 and so on until',
  )
})

test('what opens or closes the gap, a year a column', async () => {
  const { out } = await isoline('credit', twelve, ...asOf)
  expect(out).toMatch(
    /\n {2}Credit used +2026 +2027 +2028 +2029 +2030\n {2}as it is +\$5,720 +\$12,415 +\$40,125 +0 +\$48,662\n/,
  )
  // 2026, in the 24 % bracket: 10,000 of wages adds 2,400 to regular tax and 26 % of it, 2,600, to tentative minimum tax.
  // 2027, in the 35 % bracket: 3,500 - 2,800. The phase-out of the credit for children is a fact given, and stays
  expect(out).toMatch(/\n {2}10,000 more of wages +-\$200 +\+\$700 /)
  expect(out).toMatch(/\n {2}a bonus of 50,000 +-\$1,000 +\+\$3,500 /)
  expect(out).toMatch(/\n {2}another exercise, with +-\$2,600 +-\$2,800 /)
  // Regular gain at 15 %, AMT gain less by the basis difference: in 2026 all of the gain of 42 - 2 is that difference
  expect(out).toMatch(/\n {2}a sale of shares with +\+\$1,500 +\+\$1,500 /)
  // Half of 300,000 unpaid. Regular tax on 117,800: 2,480 + 9,120 + 22 % of 17,000 = 15,340, less 2,200; tentative minimum tax
  // 26 % of 9,800 = 2,548: a gap of 10,592, 4,872 above 5,720
  expect(out).toMatch(/\n {2}half the year unpaid +\+\$4,872 /)
  // 2,600 less 2,400: said, because few expect it
  expect(flowing(out)).toContain('More wages let less credit back where tentative minimum tax takes more')
  expect(flowing(out)).toContain('A year with little pay can shut the credit in')
  const { moves } = await json('credit', twelve, ...asOf)
  expect(moves.map(({ year }: { year: number }) => year)).toEqual(Array.from({ length: 11 }, (_, i) => 2026 + i))
})

/**
 * Example B of two years: wages of 300,000, in 2025 10,000 shares exercised at 2 worth 42. AMT of 102,724, all of it credit; of
 * it 7,920 comes back in 2026 without a sale, and 37,920 when 5,000 are sold at 50: released 30,000, 15 cents for each of the
 * 200,000 of basis difference.
 */
const recovery = file(
  'recovery.yaml',
  joint({
    '  2026:\n    wages: 232200\n    withheld: 30000\n': '  2025: { wages: 300000 }\n  2026: { wages: 300000 }\n',
    'prices: [{ on: 2026-01-01, fmv: 20.00 }]':
      'listed: true\n  prices: [{ on: 2025-01-01, fmv: 42 }, { on: 2026-01-01, fmv: 50 }]',
    '  - { on: 2026-01-15, exercise: 10000, grant: G1 }':
      '  - { on: 2025-03-03, exercise: 10000, grant: G1, as: A }\n  - { on: 2026-08-03, sell: 5000, lot: A }',
  }),
)

test('bring it home faster: what a sale releases, and what it does not', async () => {
  const { creditLog } = await json('credit', recovery, '--as-of', '2026-06-01')
  expect(creditLog).toMatchObject([{ generated: 102_724 }, { used: 37_920, carriedOut: 64_804 }])
  const { out } = await isoline('credit', recovery, '--as-of', '2026-06-01')
  // All 10,000 can be sold: 480,000 of gain, 80,000 of it for AMT. Of the gain 613,700 - 267,800 = 345,900 is taxed at 15 %
  // and 134,100 at 20 %: 51,885 + 26,820 = 78,705 of regular tax. Tentative minimum tax grows by 15 % of 80,000 = 12,000. So
  // 66,705 is released of 400,000 of difference, 16.7 cents a dollar; the tax is 12,000 and 3.8 % of 480,000 = 18,240
  expect(out).toMatch(/\n {2}2026-06-01 +A +10,000 +\$50\.00 +\$66,705 +16\.7 +\$30,240 +shares\n/)
  expect(flowing(out)).toContain('as a rule 15 to 20 cents for each dollar by which the AMT basis is the higher one')
  expect(flowing(out)).toContain('What the plan sells from then on is set aside.')
  expect(flowing(out)).not.toContain('Stranded')
  expect(flowing(out)).not.toContain('not listed')
})

test('after a fall the AMT basis is stranded', async () => {
  // Bought at 3, worth 50 then and 15 now: for AMT a loss of 35 a share, of which 3,000 counts in the year: 85 shares
  const { out } = await isoline('credit', 'examples/peak-and-fall.yaml', ...asOf)
  expect(out).toMatch(/\n {2}2027-02-10 +peak +85 +\$15\.00 +\$\d+ .*AMT loss\n/)
  // The year from 9 February 2026 is over with 9 February 2027
  expect(flowing(out)).toContain('a sale qualifies from 2027-02-10 on (peak)')
})

test('left behind: what each year could have used, and until when it can be claimed', async () => {
  const { out } = await isoline('credit', 'examples/credit-left-behind.yaml', ...asOf)
  // Three years from filing, for a return before April that of its April: 6,561 of 2022 is closed, 37,442 + 8,135 + 8,154 open
  expect(flowing(out)).toMatch(
    /^\$53,731\.00 can still be claimed back for 2023, 2024 and 2025, the first of it until 2027-04-15\. There is \$44,804\.00/,
  )
  // 48,655 - 42,094 = 6,561; 2023: 90,852 - (83,410 - 15 % of 200,000) = 37,442
  expect(out).toMatch(/\n {2}2022 +0 +\$6,561 +no form +\$98,535 +\$6,561 +2026-04-15 +closed\n/)
  expect(out).toMatch(/\n {2}2023 +0 +\$37,442 +no form +\$61,093 +\$37,442 +2027-04-15 +open\n/)
  expect(flowing(out)).toContain('$6,561.00 is lost: the year is closed (IRC §6511)')
  expect(flowing(out)).toContain(
    'amended returns of 2023, 2024 and 2025 (Form 1040-X with Form 6251 and Form 8801), the first by 2027-04-15',
  )
  const { unused } = await json('credit', 'examples/credit-left-behind.yaml', ...asOf)
  expect(unused).toMatchObject({ claimable: 53_731, lost: 6_561, carriedOut: 44_804 })
})

test('years that cannot use it, and a day after the last year', async () => {
  // Wages below the standard deduction: no regular tax in any year
  const poor = { 'wages: 232200': 'wages: 12000', '  - { on: 2026-01-15, exercise: 10000, grant: G1 }': '  []' }
  const stuck = joint({
    ...poor,
    'company:\n': 'carryforwards: { minimumTaxCredit: 50000 }\nassumptions: { wageGrowth: 0 }\ncompany:\n',
  })
  const out = await text(file('stuck.yaml', stuck))
  expect(out).toMatch(
    /^There is \$50,000\.00 of minimum tax credit at the beginning of 2026\. By the end of 2026 nothing is back, and \$50,000\.00 is still not home in 20\d\d\. Into/,
  )
  expect(await text(twelve, '--as-of', '2040-01-01')).toMatch(
    /If later years are like 2036, the last of it is home with/,
  )
})

test('AMT due is a column where the AMT basis was missed in a year of AMT; too much claimed is said', async () => {
  const left = readFileSync('examples/credit-left-behind.yaml', 'utf8')
  const changed = left
    // 100,000 - 90,852 = 9,148 of AMT, which the AMT basis takes away: refunded with the 37,442 of credit
    .replace('line9: 83410, line10: 90852, line11: 0', 'line9: 100000, line10: 90852, line11: 9148')
    // 9,000 claimed of the 8,135 that the gap of 2024 allows
    .replace('46547, agi: 280000,', '46547, agi: 280000, form8801: { line21: 70000, line25: 9000 },')
  const { out } = await isoline('credit', file('changed.yaml', changed), ...asOf)
  expect(out).toMatch(/\n {2}2023 +\$9,148 +0 +\$37,442 +no form +\$61,093 +\$46,590 +2027-04-15 +open\n/)
  expect(out).toMatch(/\n {2}2024 +0 +0 +\$8,135 +\$9,000 +\$52,958 +-\$865 +2028-04-15 +open\n/)
  expect(flowing(out)).toContain('The return of 2024 claimed $865.00 more than the year allows')
})

test('no credit: where to look for some', async () => {
  const none = file('none.yaml', joint({ '  - { on: 2026-01-15, exercise: 10000, grant: G1 }': '  []' }))
  const { code, out } = await isoline('credit', none)
  expect(code).toBe(0)
  expect(out).toMatch(/^There is no minimum tax credit, and no year ahead makes any\.\n/)
  expect(flowing(out)).toContain('Form 8801 line 26 of the last return goes under carryforwards.minimumTaxCredit')
  expect(out).not.toContain('What opens')
  expect(await json('credit', none)).toMatchObject({
    ahead: { balance: 0, toCome: 0, uses: [], drainedIn: null, worthOfADollar: null },
    ...{ faster: { sales: [], notYet: [] }, unused: null },
  })
})

test('credit and no shares: it comes home by itself', async () => {
  const grants =
    '  - { id: G1, kind: iso, on: 2023-03-01, shares: 12000, strike: 2.00, fmvAtGrant: 2.00, expires: 2033-03-01 }\n'
  const bare = joint({
    ...{ [`grants:\n${grants}`]: '', 'plan:\n  - { on: 2026-01-15, exercise: 10000, grant: G1 }\n': '' },
    ...{ 'wages: 232200': 'wages: 300000', 'company:\n': 'carryforwards: { minimumTaxCredit: 5000 }\ncompany:\n' },
  })
  // A gap of 7,920 takes all of 5,000
  expect(await text(file('bare.yaml', bare))).toMatch(
    /^There is \$5,000\.00 of minimum tax credit at the beginning of 2026\. The last of it is home with the return of 2026\./,
  )
  const { out } = await isoline('credit', file('bare.yaml', bare))
  expect(out).toMatch(/\n {2}2026 +\$5,000 +0 +all used\n/)
  expect(out).not.toContain('Bring it home faster')
})

test('no line is wider than the page; JSON is the same each time', async () => {
  for (const name of ['twelve-years', 'peak-and-fall', 'credit-left-behind', 'sell-or-wait', 'mfs']) {
    const { out } = await isoline('credit', `examples/${name}.yaml`, ...asOf)
    expect([name, out.split('\n').filter((line) => line.length > 80)]).toEqual([name, []])
  }
  const words = ['credit', twelve, ...asOf, '--json']
  expect((await isoline(...words)).out).toBe((await isoline(...words)).out)
})

test('a flat case has no years', async () => {
  const { code, out, err } = await isoline('credit', file('joint.json', JSON.stringify(jointFlat)))
  expect([code, out, err]).toEqual([1, '', expect.stringContaining('[needsScenario]')])
})
