/** A case as columns: they say what the whole engine says of the same plan, and stand on the days on which shares may move. */
import { describe, expect, test } from 'vitest'
import type { Case } from '../../src/case.ts'
import { InputError } from '../../src/errors.ts'
import { judge, type Part, partsOf } from '../../src/schedule/actions.ts'
import { type CaseProblem, caseProblem } from '../../src/schedule/caseProblem.ts'
import { modelOf } from '../../src/schedule/model.ts'
import { nothingDone, sumNames } from '../../src/schedule/problem.ts'
import { broken, objectiveAt, valuesOf } from '../../src/schedule/rows.ts'
import { score as scoreOf } from '../../src/schedule/score.ts'
import type { PlanTerms } from '../../src/schedule/terms.ts'
import { caseOf, exerciseOf, grantOf, incomeOf, lotOf, saleOf } from '../cases.ts'
import { plannedCase, takesIsoFirst } from './plannedCases.ts'
import { randomPlan } from './problems.ts'
import { seeded } from './seeded.ts'

describe('columns and the engine agree on random plans, with no state tax and no wash sale', () => {
  const seen = new Map<string, number>()
  const off: string[] = []
  for (let seed = 1; seed <= 150; seed++) {
    const { of, terms, has } = plannedCase(seed)
    const problem = caseProblem(of, terms)
    const score = scoreOf(problem.problem)
    const draw = seeded(seed + 1_000_000)
    for (let round = 0; round < 4; round++) {
      const plan = randomPlan(problem.problem, draw)
      if (!takesIsoFirst(problem, plan)) continue
      score.set(plan)
      const value = score.value()
      const judged = judge(problem, partsOf(problem, plan))
      if (Math.abs(judged.value - value) > 0.01)
        off.push(`${seed}/${round}: ${judged.value - value} (${has.join(', ')})`)
      judged.years.forEach((year, i) => {
        if (Math.abs(year.return.form1040.line24 - (score.tax[i] as number)) > 0.01)
          off.push(`${seed}/${round}: tax of ${year.year} (${has.join(', ')})`)
      })
      for (const name of has) seen.set(name, (seen.get(name) ?? 0) + 1)
    }
  }
  test('to the cent', () => expect(off).toEqual([]))
  test('and everything comes in them', () => {
    const names = [
      ...['middle of the year', 'unlisted', 'ISO', 'NSO', 'past the limit', 'vesting', 'leaver', 'expiry', 'lot'],
      ...['lot of the first year', 'unvested lot', 'election under section 83(b)', 'split', 'earlier entries', 'cash'],
      ...['liquidity later', 'tender', 'blackout', 'credit', 'loss', 'AMT loss', 'December', 'itemized'],
    ]
    expect(names.filter((name) => (seen.get(name) ?? 0) < 10)).toEqual([])
  })
})

const terms = (x: Partial<PlanTerms> = {}): PlanTerms => ({
  ...{ from: '2026-01-02', horizon: 2027, tail: 2, growth: 0, saved: 0, december: false, discount: 0 },
  ...{ neverPast: false, keep: 0, concentration: null },
  ...x,
})

/** 20,000 shares of a grant of 2020 at 2, worth 42. */
const simple = (x: Partial<Case> = {}): Case =>
  caseOf({ incomes: [incomeOf(2026, { wages: 300_000 }), incomeOf(2027, { wages: 300_000 })], ...x })

/** Each column as its days, and what a share of it brings. */
const told = ({ problem, fates, first }: CaseProblem) =>
  fates.map(({ exercisedOn, soldOn }, i) => [
    `${exercisedOn ?? 'held'} ${soldOn}`,
    Object.fromEntries(
      (problem.columns[i]?.touches ?? []).map(({ year, kind, amount }) => [
        `${sumNames[kind]} ${first + year}`,
        amount,
      ]),
    ),
  ])

const days = ({ fates }: CaseProblem) => fates.map(({ exercisedOn, soldOn }) => `${exercisedOn ?? 'held'} ${soldOn}`)

describe('one share of each fate, by hand', () => {
  test('an ISO: sold at once, too early in the year and in the next, and qualifying', () => {
    // 1 March 2026 is a Sunday; the year and a day from 15 January 2026 end on Saturday 16 January 2027, and Monday is the 18th
    expect(told(caseProblem(simple(), terms()))).toEqual([
      ['2026-01-15 2026-01-15', { 'compensation 2026': 40, 'amtCompensation 2026': 40 }],
      ['2026-01-15 2026-03-02', { 'compensation 2026': 40, 'amtCompensation 2026': 40 }],
      ['2026-01-15 2027-01-18', { 'spread 2026': 40, 'long 2027': 40 }],
      ['2026-01-15 2027-03-01', { 'spread 2026': 40, 'long 2027': 40 }],
      ['2026-01-15 2027-12-31', { 'spread 2026': 40, 'long 2027': 40 }],
      ['2027-01-15 2027-01-15', { 'compensation 2027': 40, 'amtCompensation 2027': 40 }],
      ['2027-01-15 2027-03-01', { 'compensation 2027': 40, 'amtCompensation 2027': 40 }],
      ['2027-01-15 2027-12-31', { 'compensation 2027': 40, 'amtCompensation 2027': 40 }],
    ])
  })

  test('a nonstatutory option is wages at exercise, and its gain is short-term for a year', () => {
    const of = simple({ grants: [grantOf({ kind: 'nso' })] })
    const grown = caseProblem(of, terms({ growth: 0.1, horizon: 2026 }))
    const [, march] = told(grown) as [unknown, [string, object]]
    // 42 × 1.1 to the power of 379, 425 and 729 days by 365.25, from 1 January 2025, to the cent
    const [january, later, last] = [46.37, 46.93, 50.8]
    expect(grown.fates.map(({ price }) => price)).toEqual([january, later, last])
    expect(march[1]).toEqual({
      'optionWages 2026': expect.closeTo(january - 2, 9),
      'short 2026': expect.closeTo(later - january, 9),
      'amtShort 2026': expect.closeTo(later - january, 9),
    })
  })

  test('a lot: its two bases, each with a gain of its own', () => {
    const of = simple({ grants: [grantOf()], lots: [lotOf({ shares: 10 })] })
    const lot = told(caseProblem(of, terms())).filter(([name]) => String(name).startsWith('held'))
    // Held since 3 March 2025 at 2 and 42, of which AMT took 40 in then: until 3 March 2026 has passed the regular tax has
    // 40 of compensation for which AMT has nothing, and then 40 of gain for which it has none
    expect(lot).toEqual([
      ['held 2026-01-02', { 'compensation 2026': 40 }],
      ['held 2026-03-02', { 'compensation 2026': 40 }],
      ['held 2026-03-04', { 'long 2026': 40 }],
      ['held 2027-03-01', { 'long 2027': 40 }],
      ['held 2027-12-31', { 'long 2027': 40 }],
    ])
  })

  test('of one who has left: an ISO for three months, then nonstatutory', () => {
    const of = simple({ grants: [grantOf({ employmentEnds: '2026-12-01' })] })
    const sold = told(caseProblem(of, terms({ horizon: 2028 }))).filter(([name]) => String(name).endsWith('2028-03-01'))
    // Three months after 1 December 2026 end on 1 March 2027, which is a day of decision of its own
    expect(Object.fromEntries(sold)).toEqual({
      '2026-01-15 2028-03-01': { 'spread 2026': 40, 'long 2028': 40 },
      '2027-01-15 2028-03-01': { 'spread 2027': 40, 'long 2028': 40 },
      '2027-03-01 2028-03-01': { 'spread 2027': 40, 'compensation 2028': 40 },
      '2028-01-17 2028-03-01': { 'optionWages 2028': 40 },
    })
  })
})

describe('days of decision', () => {
  test('an option that expires can be exercised until its last day, and not after it', () => {
    const of = simple({ grants: [grantOf({ expires: '2027-06-14' })] })
    const all = caseProblem(of, terms({ horizon: 2029 }))
    expect([...new Set(all.fates.map(({ exercisedOn }) => exercisedOn))]).toEqual([
      ...['2026-01-15', '2027-01-15', '2027-06-14'],
    ])
  })

  test('from the middle of a year nothing is decided before it, and what was planned before it stands', () => {
    const plan = [exerciseOf('2026-02-04', 1_000), saleOf('2026-03-10', 400, 42, { lot: 'e2026-02-04' })]
    const later = exerciseOf('2026-09-01', 5_000)
    const of = caseProblem(simple({ plan: [...plan, later] }), terms({ from: '2026-07-01' }))
    expect(of.base.plan).toEqual(plan)
    expect(of.fates.every(({ exercisedOn, soldOn }) => (exercisedOn ?? soldOn) >= '2026-07-01')).toBe(true)
    expect(of.problem.sources).toMatchObject([
      { name: 'g1', shares: 19_000 },
      { name: 'e2026-02-04', shares: 600 },
    ])
    // 600 shares of it are still held: their spread is in the year already, and 400 were sold too early
    expect(of.problem.years[0]?.facts).toMatchObject({ isoSpread: 24_000, compensation: 16_000 })
  })

  test('no sale in a blackout, none before there is a market, and at the horizon in any case', () => {
    const blackouts = [{ from: '2026-02-20', to: '2026-05-03' }]
    const { company } = simple()
    expect(days(caseProblem(simple({ company: { ...company, blackouts } }), terms({ horizon: 2026 })))).toEqual([
      ...['2026-01-15 2026-01-15', '2026-01-15 2026-05-04', '2026-01-15 2026-12-31'],
    ])
    const view = { growth: null, volatility: null, liquidityOn: '2027-09-18' }
    // 18 September 2027 is a Saturday
    expect(days(caseProblem(simple({ company: { ...company, listed: false, view } }), terms()))).toEqual([
      ...['2026-01-15 2027-09-20', '2026-01-15 2027-12-31', '2027-01-15 2027-09-20', '2027-01-15 2027-12-31'],
    ])
    expect(days(caseProblem(simple({ company: { ...company, listed: false } }), terms({ horizon: 2026 })))).toEqual([
      '2026-01-15 2026-12-31',
    ])
  })

  test('a tender takes its shares and no more, at its own price', () => {
    const { company } = simple()
    const tenders = [{ on: '2026-04-06', price: 39, maxShares: 500 }]
    const of = caseProblem(simple({ company: { ...company, listed: false, tenders }, lots: [lotOf()] }), terms())
    const columns = of.fates.flatMap(({ soldOn }, i) => (soldOn === '2026-04-06' ? [i] : []))
    expect(columns).toHaveLength(2)
    expect(of.problem.caps).toEqual([
      { name: 'tender of 2026-04-06', columns: columns.map((column) => ({ column, weight: 1 })), most: 500 },
    ])
    expect(columns.map((i) => of.fates[i]?.price)).toEqual([39, 39])
  })

  test('with December a second day of exercise and sale in every year', () => {
    const of = caseProblem(simple(), terms({ december: true, horizon: 2026 }))
    expect(days(of)).toEqual([
      ...['2026-01-15 2026-01-15', '2026-01-15 2026-03-02', '2026-01-15 2026-12-15', '2026-01-15 2026-12-31'],
      ...['2026-12-15 2026-12-15', '2026-12-15 2026-12-31'],
    ])
  })
})

describe('what there is to decide on', () => {
  test('vested shares by each day, and what lies past the $100,000 limit apart', () => {
    const vesting = [
      { on: '2025-06-15', shares: 3_000 },
      { on: '2027-01-10', shares: 7_000 },
    ]
    // 100,000 / 50 = 2,000 shares a year are within the limit
    const over = grantOf({ shares: 10_000, strike: 5, fmvAtGrant: 50, vesting })
    expect(caseProblem(simple({ grants: [over] }), terms()).problem.sources).toEqual([
      { name: 'g1', kind: 'grant', shares: 4_000, vested: [2_000, 4_000] },
      { name: 'g1 (NSO)', kind: 'grant', shares: 6_000, vested: [1_000, 6_000] },
    ])
  })

  test('splits: shares count as of the day of decision, whichever day they are exercised and sold on', () => {
    const splits = [
      { on: '2025-08-01', ratio: 2 },
      { on: '2026-06-01', ratio: 3 },
    ]
    const { company } = simple()
    const of = caseProblem(simple({ company: { ...company, splits }, lots: [lotOf({ shares: 100 })] }), terms())
    // 19,900 left of the grant are 39,800 today, at 1 and worth 21; after June 2026 a share of today is 3 at a third of 1, worth 7
    expect(of.problem.sources).toMatchObject([
      { name: 'g1', shares: 39_800 },
      { name: 'l1', shares: 200 },
    ])
    const at = days(of).indexOf('2026-01-15 2027-03-01')
    const later = days(of).indexOf('2027-01-15 2027-01-15')
    expect(of.fates[at]).toMatchObject({ strike: 1, price: 7, exercises: 1, split: 3 })
    expect(of.fates[later]).toMatchObject({ strike: 1 / 3, price: 7, exercises: 3, split: 3 })
    expect(of.problem.columns.slice(at, at + 1)).toMatchObject([
      {
        flows: [
          { year: 0, amount: -1 },
          { year: 1, amount: 21 },
        ],
      },
    ])
    const [flow] = of.problem.columns[later]?.flows ?? []
    expect(flow?.amount).toBeCloseTo(20, 9)
    // Everything exercised at once after the split: 119,400 shares
    const all = judge(of, [{ fate: of.fates[later] as Part['fate'], shares: 39_800 }])
    expect(all.of.plan).toMatchObject([
      { kind: 'exercise', shares: 119_400 },
      { kind: 'sell', shares: 119_400 },
    ])
  })

  test('a lot has no sale before the first value that is stated', () => {
    const company = { ...simple().company, prices: [{ on: '2026-01-05', fmv: 42 }] }
    const of = caseProblem(simple({ company, lots: [lotOf()] }), terms())
    expect(of.problem.columns.every(({ worth }) => Number.isFinite(worth))).toBe(true)
    expect(days(of)).not.toContain('held 2026-01-02')
  })

  test('no column where the value does not exceed the strike; no value at all is an error', () => {
    expect(caseProblem(simple({ grants: [grantOf({ strike: 42 })] }), terms()).problem.columns).toEqual([])
    const company = { ...simple().company, prices: [] }
    expect(() => caseProblem(simple({ company }), terms())).toThrow(InputError)
  })

  test('the value of a plan is its money, discounted from the day of decision', () => {
    const of = caseProblem(simple(), terms({ discount: 0.05 }))
    const part = (i: number, shares: number): Part => ({ fate: of.fates[i] as Part['fate'], shares })
    // 100 shares for 200 after 13 days, sold for 4,200 after 423 days; 15 % and 3.8 % of 4,000 on 15 April 2028, after 834
    const years = (of: number) => 1.05 ** -(of / 365.25)
    const { value } = judge(of, [part(3, 100)])
    expect(value).toBeCloseTo(4_200 * years(423) - 200 * years(13) - 752 * years(834), 2)
  })
})

test('a year gone by, and AMT in it, are in no plan: value, cash and rows begin with the first decision', () => {
  // 4,000 shares of spread 60 less 2 in 2025, long before any decision: AMT that the cash of 2026 need not pay
  const early = simple({ household: { ...simple().household, cash: 1_000_000 } })
  const of: Case = {
    ...early,
    incomes: [{ ...(early.incomes[0] as Case['incomes'][number]), year: 2025 }, ...early.incomes],
    company: { ...early.company, prices: [{ on: '2025-01-01', fmv: 60 }] },
    plan: [exerciseOf('2025-02-03', 4_000)],
  }
  const { problem } = caseProblem(of, terms())
  expect(problem.years[0]).toMatchObject({ year: 2025, past: true })
  const judged = scoreOf(problem)
  const none = nothingDone(problem)
  judged.set(none)
  judged.value()
  expect(judged.amt[0]).toBeGreaterThan(0)
  expect(judged.tax[0]).toBeCloseTo(problem.years[0]?.baseTax as number, 6)
  const { model } = modelOf(problem)
  const values = valuesOf(model, none)
  expect(objectiveAt(model, values)).toBeCloseTo(judged.value(), 3)
  expect(broken(model, values, 1e-4)).toEqual([])
})
