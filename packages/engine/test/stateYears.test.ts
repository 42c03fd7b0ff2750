/** State returns over years: their own credit, a state without one, moves, and state tax as a federal deduction. */
import { describe, expect, test } from 'vitest'
import { estimateAnswer } from '../src/answers/estimate.ts'
import { projectAnswer } from '../src/answers/project.ts'
import type { Case, Income } from '../src/case.ts'
import { NotModelled } from '../src/errors.ts'
import { lean } from '../src/lean.ts'
import { stateYears } from '../src/stateYears.ts'
import { yearsTo } from '../src/timeline.ts'
import { caseOf, exerciseOf, incomeOf, noItemized, saleOf } from './cases.ts'
import { rowOf, stateOf } from './states/states.ts'

const asOf = '2025-02-01'

/** Single, wages 200,000, 10,000 shares at 2 exercised when worth 20: a spread of 180,000 in 2025. */
const single = (state: string, x: Partial<Case> = {}, income: Partial<Income> = {}): Case =>
  caseOf({
    household: {
      ...{ ...caseOf().household, statuses: [{ from: 2025, status: 'single' }] },
      residence: [{ from: '2015-01-01', state }],
    },
    company: { ...caseOf().company, prices: [{ on: '2025-01-01', fmv: 20 }] },
    incomes: [incomeOf(2025, { wages: 200_000, ...income }), incomeOf(2026, { wages: 200_000, ...income })],
    plan: [exerciseOf('2025-03-03', 10_000)],
    assumptions: { ...caseOf().assumptions, horizon: 2026 },
    ...x,
  })

const statesOf = (of: Case, through = 2026) => stateYears(of, yearsTo(of, through))

describe('California', () => {
  // Taxable income 194,294: 14,507.98. AMTI 380,000; exemption 92,749 - 25 % of 32,192 = 84,701; 7 % of 295,299 = 20,670.93;
  // less 14,507.98 is 6,162.95. Less an exemption credit of 153
  test('2025: AMT of 6,162.95, tax of 20,517.93', () => {
    const [year] = statesOf(single('CA'))
    expect(year?.returns[0]?.summary).toMatchObject({ state: 'CA' })
    expect(year?.returns[0]?.summary.amt).toBeCloseTo(6_162.95, 2)
    expect(year?.returns[0]?.summary.tax).toBeCloseTo(20_517.93, 2)
  })

  test('its credit comes back in 2026, beside the federal one', () => {
    const [year, next] = statesOf(single('CA'))
    expect(year?.returns[0]?.credit?.made).toBeCloseTo(6_162.95, 2)
    const credit = next?.returns[0]?.credit
    expect(credit?.used).toBeGreaterThan(0)
    expect((credit?.used ?? 0) + (credit?.carriedOut ?? 0)).toBeCloseTo(6_162.95, 2)
  })

  test('what is carried in from before is used too', () => {
    const carryforwards = { ...caseOf().carryforwards, state: { CA: { minimumTaxCredit: 1_000 } } }
    const [year] = statesOf(single('CA', { carryforwards, plan: [] }))
    expect(year?.returns[0]?.credit).toMatchObject({ used: 1_000, carriedOut: 0 })
  })

  test('estimate has both bills', () => {
    const of = single('CA', {}, { withheld: 30_000, stateWithheld: { CA: 14_000 } })
    const { states, cash, totalDue, notices } = estimateAnswer(of, { asOf, year: 2025 })
    expect(states[0]).toMatchObject({
      ...{ state: 'CA', added: { amt: 6_162.95, tax: 6_162.95 }, withheld: 14_000, balanceDue: 6_517.93 },
      ...{ credit: { exclusionPart: 0, generated: 6_162.95 }, dueOn: '2026-04-15' },
    })
    expect(totalDue).toBeCloseTo(cash.balanceDue + 6_517.93, 2)
    expect(notices.map(({ message }) => message).join()).not.toContain('not modelled')
  })

  test('project has its summary and forms in each year', () => {
    const { years } = projectAnswer(single('CA'), asOf, { forms: true })
    expect(years.map(({ summary }) => summary.states.map(({ state }) => state))).toEqual([['CA'], ['CA']])
    expect(years[0]?.forms?.['CA']).toHaveProperty('scheduleP')
  })
})

describe('California losses', () => {
  // A loss of 50,000 and 40,000 of small business stock gain that the federal return leaves out: 10,000 of loss in California,
  // 3,000 of it allowed; federally 47,000 goes on
  test('are carried by its own count where it taxes more gain', () => {
    const row = (longTermGain: number) => rowOf('CA', 2025, { wages: 100_000, longTermGain })
    const first = stateOf(row(-50_000), { smallBusinessStockExcluded: 40_000, amtSmallBusinessStockExcluded: 40_000 })
    expect(first.losses).toEqual({ regular: 7_000, amt: 7_000 })
    const next = stateOf(row(-47_000), { capitalLossCarriedLess: 40_000, amtCapitalLossCarriedLess: 40_000 })
    expect(next.losses).toEqual({ regular: 4_000, amt: 4_000 })
    const last = stateOf(row(-41_000), { capitalLossCarriedLess: 40_000, amtCapitalLossCarriedLess: 40_000 })
    expect(last.losses).toEqual({ regular: 0, amt: 0 })
    // Of 100,000 of wages 1,000 of loss in California, where the federal return has 3,000
    expect(last.summary.taxableIncome - next.summary.taxableIncome).toBe(2_000)
  })

  test('are the federal ones otherwise', () => {
    const carryforwards = {
      ...caseOf().carryforwards,
      capitalLoss: { short: 0, long: 50_000 },
      amtCapitalLoss: { short: 0, long: 9_000 },
    }
    const years = statesOf(single('CA', { carryforwards, plan: [] }))
    expect(years.map(({ returns }) => returns[0]?.losses)).toEqual([
      { regular: 47_000, amt: 6_000 },
      { regular: 44_000, amt: 3_000 },
    ])
    expect(years[1]?.returns[0]?.facts).toMatchObject({ capitalLossCarriedLess: 0, amtCapitalLossCarriedLess: 0 })
  })
})

const lived = (of: Case, ...residence: Case['household']['residence']): Case => ({
  ...of,
  household: { ...of.household, residence },
})

describe('a move', () => {
  const of = lived(single('CA'), { from: '2015-01-01', state: 'CA' }, { from: '2026-07-01', state: 'WA' })

  // 181 of 365 days in California; wages of 200,000 and nothing else
  test('wages go by days: the tax of a whole year times 181/365, and none in Washington', () => {
    const without = { ...of, plan: [] }
    const [, year] = statesOf(without)
    const [, stayed] = statesOf({ ...single('CA'), plan: [] })
    const whole = stayed?.returns[0]?.summary.tax ?? Number.NaN
    expect(year?.returns.map(({ state, residency }) => [state, residency])).toEqual([
      ['CA', 'partYear'],
      ['WA', 'partYear'],
    ])
    expect(year?.returns[0]?.summary.tax).toBeCloseTo((whole * 181) / 365, 6)
    expect(year?.returns[1]?.summary.tax).toBe(0)
  })

  // An exercise of 20 January belongs to California whole: (200,000 x 181/365 + 180,000) of 380,000 of AMT income
  test('California AMT stands when one moves after the exercise, and its credit is left behind', () => {
    const exercised = { ...of, plan: [exerciseOf('2026-01-20', 10_000)] }
    const [, year] = statesOf(exercised)
    const [, stayed] = statesOf({ ...single('CA'), plan: [exerciseOf('2026-01-20', 10_000)] })
    const stay = stayed?.returns[0]?.summary
    const tentative = (Number(stay?.['tentativeMinimumTax']) * ((200_000 * 181) / 365 + 180_000)) / 380_000
    const regular = ((stay?.regularTax ?? Number.NaN) * 181) / 365
    expect(year?.returns[0]?.summary.amt).toBeCloseTo(tentative - regular, 6)
    expect(year?.returns[0]?.credit?.made).toBeCloseTo(tentative - regular, 6)
    const later = statesOf({ ...exercised, assumptions: { ...exercised.assumptions, horizon: 2028 } }, 2028)[2]
    expect(later?.returns.map(({ state }) => state)).toEqual(['WA'])
    expect(projectAnswer(exercised, asOf).notices.some(({ message }) => message.startsWith('CA, part of a year'))).toBe(
      true,
    )
  })

  test('a qualifying sale belongs to the state lived in on its day', () => {
    const sold = (on: string) => {
      const plan = [exerciseOf('2025-03-03', 10_000, { as: 'a' }), saleOf(on, 10_000, 50, { lot: 'a' })]
      return statesOf({ ...of, plan })[1]?.returns.map(({ share }) => share)
    }
    // Gain of 480,000 beside wages of 200,000
    expect(sold('2026-06-30')?.[0]?.income).toBeCloseTo((200_000 * 181 + 480_000 * 365) / (680_000 * 365), 9)
    expect(sold('2026-07-01')?.[0]?.income).toBeCloseTo((200_000 * 181) / (680_000 * 365), 9)
    // Washington's excise is on the long-term gain of its days
    expect(sold('2026-06-30')?.[1]?.longTermGain).toBe(0)
    expect(sold('2026-07-01')?.[1]?.longTermGain).toBe(480_000)
  })

  test('wages of a disqualifying sale go back to where they were earned: days from grant to exercise', () => {
    // Granted 15 June 2020 and exercised 3 March 2025 in California; sold in Texas in the next January: 18 a share
    const gone = lived(single('CA'), { from: '2015-01-01', state: 'CA' }, { from: '2025-12-01', state: 'TX' })
    const plan = [exerciseOf('2025-03-03', 10_000, { as: 'a' }), saleOf('2026-01-15', 10_000, 30, { lot: 'a' })]
    const [, year] = statesOf({ ...gone, plan })
    const [texas, california] = year?.returns ?? []
    expect([texas?.state, california?.state, california?.residency]).toEqual(['TX', 'CA', 'nonresident'])
    expect(california?.share.wagesFromAway).toBe(180_000)
    // Of 200,000 of wages, 180,000 of compensation and 100,000 of gain
    expect(california?.share.income).toBeCloseTo(180 / 480, 9)
    expect(california?.summary.tax).toBeGreaterThan(0)
  })

  test('the state lived in gives credit for tax another asks on wages earned there', () => {
    const gone = lived(single('CA'), { from: '2015-01-01', state: 'CA' }, { from: '2025-12-01', state: 'IL' })
    const plan = [exerciseOf('2025-03-03', 10_000, { as: 'a' }), saleOf('2026-01-15', 10_000, 30, { lot: 'a' })]
    const [illinois, california] = statesOf({ ...gone, plan })[1]?.returns ?? []
    // Illinois: 4.95 % of 480,000, no exemption above 250,000: 23,760; its tax on 180,000 is 8,910
    const credit = Math.min(8_910, california?.summary.tax ?? Number.NaN)
    expect(illinois?.summary['otherStateCredit']).toBeCloseTo(credit, 6)
    expect(illinois?.summary.tax).toBeCloseTo(23_760 - credit, 6)
  })

  test('the credit of the state one has left stays there until one is back', () => {
    const back = lived(
      { ...of, assumptions: { ...of.assumptions, horizon: 2029 } },
      { from: '2015-01-01', state: 'CA' },
      { from: '2026-01-01', state: 'TX' },
      { from: '2028-01-01', state: 'CA' },
    )
    const years = statesOf(back, 2029)
    expect(years[1]?.returns[0]?.summary).toEqual({ state: 'TX', taxableIncome: 0, regularTax: 0, amt: 0, tax: 0 })
    expect(years[3]?.returns[0]?.credit?.used).toBeGreaterThan(0)
  })
})

test('a state that is not modelled is said, and never zero', () => {
  const of = single('ZZ')
  expect(statesOf(of)[0]?.returns).toEqual([])
  expect(projectAnswer(of, asOf).notices.some(({ code }) => code === 'notModelled')).toBe(true)
})

describe('state tax as a federal deduction', () => {
  const itemized = { ...noItemized, stateAndLocalTaxes: 'auto' as const, mortgageInterest: 20_000 }

  test.each(['CA', 'CO', 'CT', 'MN', 'NY', 'AL', 'IA', 'ID', 'MT', 'OR', 'SC', 'UT'])(
    '%s: what is deducted is the tax of the return that deducts it',
    (state) => {
      const of = single(state, {}, { itemized })
      const years = yearsTo(of, 2026)
      const states = stateYears(of, years)
      for (const [i, { facts, return: r }] of years.entries()) {
        expect(facts.stateAndLocalTaxes).toBeCloseTo(states[i]?.returns[0]?.summary.tax ?? Number.NaN, 5)
        expect(r.scheduleA.line5a).toBeGreaterThan(1_000)
      }
    },
  )

  // All of it within the cap is added back for AMT: the exercise year's total tax stays, regular tax falls and AMT rises by as much
  test('lowers regular tax and raises AMT by the same in a year of AMT', () => {
    const bare = single('CA', {}, { itemized: { ...itemized, stateAndLocalTaxes: 0 } })
    const [without] = yearsTo(bare, 2025)
    const [with_] = yearsTo(single('CA', {}, { itemized }), 2025)
    const fall = (without?.return.form1040.line16 ?? 0) - (with_?.return.form1040.line16 ?? 0)
    expect(fall).toBeGreaterThan(500)
    expect((with_?.return.form6251.line11 ?? 0) - (without?.return.form6251.line11 ?? 0)).toBeCloseTo(fall, 6)
  })

  test('is told, and refused where the state is not modelled or only totals are figured', () => {
    const { notices } = projectAnswer(single('CA', {}, { itemized }), asOf)
    expect(notices.map(({ message }) => message).join()).toContain("is the state's tax as figured")
    expect(() => yearsTo(single('ZZ', {}, { itemized }), 2025)).toThrow(NotModelled)
    expect(() => lean(single('CA', {}, { itemized }), 2026)).toThrow(NotModelled)
  })
})
