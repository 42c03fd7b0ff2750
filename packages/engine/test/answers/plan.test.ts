/** The plan as an answer: optima worked by hand, and what must hold of every plan whatever the household. */
import { describe, expect, test } from 'vitest'
import { type PlanAnswer, planAnswer } from '../../src/answers/plan.ts'
import type { PlanQuestion } from '../../src/answers/planTerms.ts'
import type { Case } from '../../src/case.ts'
import { yearOf } from '../../src/date.ts'
import type { Action } from '../../src/equity/action.ts'
import { InputError } from '../../src/errors.ts'
import { parseScenario } from '../../src/scenario/parseScenario.ts'
import { loadSolver } from '../../src/schedule/solver.ts'
import { yearsTo } from '../../src/timeline.ts'
import { caseOf, exerciseOf, grantOf, incomeOf, lotOf, saleOf } from '../cases.ts'
import { yaml } from '../scenario/files.ts'
import { plannedCase } from '../schedule/plannedCases.ts'

const solver = await loadSolver()
const minute = 60_000

const ask = (of: Case, question: PlanQuestion = {}, asOf = '2026-01-02'): PlanAnswer =>
  planAnswer(of, { asOf }, question, solver)

/** Joint, wages of 232,200 in each year, 12,000 shares at 2 worth 20, nothing discounted and nothing indexed. */
const joint = (x: Partial<Case> = {}): Case =>
  caseOf({
    incomes: [incomeOf(2026, { wages: 232_200 }), incomeOf(2027, { wages: 232_200 })],
    grants: [grantOf({ shares: 12_000 })],
    company: { ...caseOf().company, prices: [{ on: '2025-01-01', fmv: 20 }] },
    assumptions: { ...caseOf().assumptions, discountRate: 0, indexing: 0, wageGrowth: 0, horizon: 2027 },
    ...x,
  })

describe('optima by hand', () => {
  test('one year: all of it exercised and sold, because even at 32 % the spread is worth more than nothing', () => {
    // Taxable income 200,000 and 216,000 more. Tax 33,424 and: 22 % of 11,400, 24 % of 192,150, 32 % of 12,450
    const tax = 2_508 + 46_116 + 3_984
    const { best } = ask(joint(), { through: 2026 })
    expect(best).toMatchObject({ value: 216_000 - tax, amt: 0, creditLeft: 0 })
    expect(best.gap).toBeLessThanOrEqual(1)
    expect(best.years[0]).toMatchObject({ exercised: 12_000, sold: 12_000, strike: 24_000, proceeds: 240_000 })
  })

  test('two years: all of it held until it qualifies, because the AMT of the first comes back', () => {
    // AMT income 448,200 less 140,200: 63,570 and 28 % of 63,500 are 81,350; less 33,424
    const amt = 47_926
    // 15 % of 216,000 and 3.8 % of the 198,200 by which income is over 250,000
    const tax = 32_400 + 7_531.6
    const { best, strategies } = ask(joint(), { through: 2027 })
    // In 2027 regular tax is 33,424 + 32,400 and tentative minimum tax 26 % of 92,000: 41,904 of it come back
    expect(best).toMatchObject({ value: 216_000 - tax, amt, creditLeft: amt - 41_904, actions: 1 })
    expect(best.plan).toEqual([
      { on: '2026-01-15', exercise: 12_000, grant: 'g1', as: expect.any(String) },
      { on: expect.stringMatching(/^2027-/), sell: 12_000, lot: expect.any(String), price: 20 },
    ])
    expect(best.years[0]).toMatchObject({ year: 2026, amt, creditLeft: amt })
    expect(strategies.find(({ name }) => name === 'allNow')?.value).toBeCloseTo(216_000 - tax, 2)
    expect(strategies.find(({ name }) => name === 'nothing')?.value).toBe(0)
  })

  test('with cash for the strike alone, so much is held as its AMT can be paid', () => {
    // 24,000 pay the strike; what is left is for AMT of 26 cents on 18 beyond the room of 36,553.85, and that needs money
    const short = joint({ household: { ...joint().household, cash: 24_000 } })
    const rich = joint({ household: { ...joint().household, cash: 24_000 + 47_926 } })
    const [poor, enough] = [ask(short, { through: 2027 }), ask(rich, { through: 2027 })]
    expect(enough.best.value).toBeCloseTo(216_000 - 39_931.6, 2)
    expect(poor.best.value).toBeLessThan(enough.best.value)
    const [first] = poor.best.years
    // Cash at the end of 2026: 24,000 less strike, more proceeds, less the tax that the shares add
    const left = 24_000 - (first?.strike ?? 0) + (first?.proceeds ?? 0) - ((first?.totalTax ?? 0) - 33_424)
    expect(left).toBeGreaterThanOrEqual(-0.01)
    expect(poor.strategies.find(({ name }) => name === 'allNow')?.cashShort).toBeCloseTo(47_926, 0)
  })
})

/** Cases with every feature but shares that vest later, whose values on that day no entry of the plan names. */
const random = Array.from({ length: 60 }, (_, i) => ({ seed: i + 1, ...plannedCase(i + 1) }))
  .filter(({ has }) => !has.includes('unvested lot'))
  .slice(0, 20)
  .map(({ of, terms, has, seed }) => {
    const question = { through: terms.horizon, growth: terms.growth, save: terms.saved, december: terms.december }
    const answer = planAnswer(of, { asOf: terms.from }, question, solver)
    return { of, terms, question, answer, has: `${seed} (${has.join(', ')})` }
  })

/** A plan's entries as actions of a case. */
const actionsOf = (plan: PlanAnswer['best']['plan']): Action[] =>
  plan.map((entry) =>
    'exercise' in entry
      ? exerciseOf(entry.on, entry.exercise, { grant: entry.grant, as: entry.as, reported: 'none' })
      : saleOf(entry.on, entry.sell, entry.price, { lot: entry.lot }),
  )

/** The case with the answer's plan and prices in its file. */
const filed = (of: Case, { from, prices, best }: PlanAnswer): Case => {
  const known = of.company.prices.at(-1)?.on as string
  return {
    ...of,
    plan: [...of.plan.filter(({ on }) => on < from), ...actionsOf(best.plan)],
    company: { ...of.company, prices: [...of.company.prices, ...prices.filter(({ on }) => on > known)] },
  }
}

describe('in random households', () => {
  test('the bound is never below the best, and the gap is between them', () => {
    for (const { answer, has } of random) {
      const { value, bound, gap } = answer.best
      expect(bound, has).toBeGreaterThanOrEqual(value)
      expect(gap, has).toBeCloseTo((bound as number) - value, 1)
    }
  })

  test('no strategy that cash allows is worth more than the best; simplifying gives up a dollar an action', () => {
    for (const { answer, has } of random)
      for (const { name, value, cashShort } of answer.strategies)
        if (cashShort === 0) expect(value, `${name} of ${has}`).toBeLessThanOrEqual(answer.best.value + 20)
  })

  test('nor than the bound, to the cent', () => {
    for (const { answer, has } of random)
      for (const { name, value, cashShort } of answer.strategies)
        if (cashShort === 0)
          expect(value, `${name} of ${has}`).toBeLessThanOrEqual((answer.best.bound as number) + 0.01)
  })

  test("the plan's entries in the file, with the answer's prices, give the taxes of the answer", () => {
    for (const { of, answer, has } of random) {
      const last = answer.best.years.at(-1)?.year as number
      const file = filed(of, answer)
      const years = yearsTo({ ...file, assumptions: { ...file.assumptions, horizon: last } }, last)
      for (const { year, totalTax, amt } of answer.best.years) {
        const figured = years.find((each) => each.year === year)?.return
        expect(figured?.form1040.line24, `${year} of ${has}`).toBeCloseTo(totalTax, 1)
        expect(figured?.form6251.line11, `${year} of ${has}`).toBeCloseTo(amt, 1)
      }
    }
  })

  test('shares and cash by year are those of the entries', () => {
    for (const { answer, has } of random) {
      const { plan, years } = answer.best
      for (const year of years) {
        const own = plan.filter(({ on }) => yearOf(on) === year.year)
        const exercised = own.reduce((sum, entry) => sum + ('exercise' in entry ? entry.exercise : 0), 0)
        const sold = own.reduce((sum, entry) => sum + ('sell' in entry ? entry.sell : 0), 0)
        const proceeds = own.reduce((sum, entry) => sum + ('sell' in entry ? entry.sell * entry.price : 0), 0)
        expect([year.exercised, year.sold], has).toEqual([exercised, expect.closeTo(sold, 6)])
        expect(year.proceeds, has).toBeCloseTo(proceeds, 1)
      }
    }
  })

  test('the whole return and the search count the same, so that no notice has to say otherwise', () => {
    for (const { answer, has } of random)
      expect(answer.notices.map(({ message }) => message).join(), has).not.toContain('against the search')
  })

  test('the same question gives the same bytes', () => {
    for (const { of, terms, question, answer } of random.slice(0, 4))
      expect(JSON.stringify(planAnswer(of, { asOf: terms.from }, question, solver))).toBe(JSON.stringify(answer))
  })
})

const staging = () => parseScenario(yaml('examples/staging.yaml'))

describe('at most so many actions', () => {
  const of = staging()
  const free = ask(of)
  const limited = [1, 2, 3, 4, 5, 6].map((actions) => ({ actions, ...ask(of, { actions }) }))
  test('are no more than asked for, and cost no less than more of them', () => {
    let before = Number.NEGATIVE_INFINITY
    for (const { actions, best } of limited) {
      expect(best.actions).toBeLessThanOrEqual(actions)
      expect(best.value).toBeGreaterThanOrEqual(before)
      before = best.value
    }
    expect(free.best.value).toBeGreaterThanOrEqual(before - 0.01)
  })
  test('and the bound is that of the freer question', () => {
    for (const { best } of limited) expect(best.bound).toBeGreaterThanOrEqual(free.best.value)
  })
})

describe('replanning a year later from the best plan', () => {
  test.each([
    ['cash', 60_000],
    ['no limit of cash', null],
  ])('finds no more than the gap, with %s', (_, cash) => {
    const of = joint({
      household: { ...joint().household, cash },
      grants: [
        grantOf({ shares: 12_000 }),
        grantOf({ id: 'g2', on: '2024-02-01', expires: '2034-01-31', shares: 6_000, strike: 9 }),
      ],
      lots: [lotOf({ shares: 1_000 })],
      assumptions: { ...joint().assumptions, horizon: 2029 },
    })
    const first = ask(of, { through: 2029 })
    const left = filed(of, first)
    const second = ask(left, { through: 2029 }, '2027-01-04')
    /** Money of a whole plan, nothing discounted, after the federal tax it adds. */
    const moneyOf = (plan: readonly Action[]): number => {
      const years = yearsTo({ ...of, plan, assumptions: { ...of.assumptions, horizon: 2039 } }, 2039)
      const none = yearsTo(
        { ...of, plan: [], lots: [], grants: [], assumptions: { ...of.assumptions, horizon: 2039 } },
        2039,
      )
      const tax = years.reduce(
        (sum, year, i) => sum + year.return.form1040.line24 - (none[i]?.return.form1040.line24 ?? 0),
        0,
      )
      const flows = plan.reduce((sum, action) => {
        if (action.kind === 'sell') return sum + action.shares * (action.price as number)
        const strike = of.grants.find((grant) => action.kind === 'exercise' && grant.id === action.grant)?.strike ?? 0
        return action.kind === 'exercise' ? sum - action.shares * strike : sum
      }, 0)
      return flows - tax
    }
    const before = actionsOf(first.best.plan).filter(({ on }) => on < '2027-01-04')
    expect(moneyOf(actionsOf(first.best.plan))).toBeCloseTo(first.best.value, 1)
    const again = moneyOf([...before, ...actionsOf(second.best.plan)])
    expect(again).toBeLessThanOrEqual((first.best.bound as number) + 0.1)
    expect(again).toBeGreaterThanOrEqual(first.best.value - 20)
  })
})

describe('the certificate', () => {
  test(
    'closes the gap to a few dollars, and says so',
    () => {
      const proved = ask(joint({ household: { ...joint().household, cash: 40_000 } }), {
        through: 2028,
        prove: { gap: 1, nodes: 5_000 },
      })
      expect(proved.best.proved).toBe(true)
      expect(proved.best.gap).toBeLessThanOrEqual(5)
    },
    minute,
  )

  test('a search that is stopped answers with the best so far, a gap, and no proof', () => {
    let asked = 0
    const stopped = planAnswer(
      staging(),
      { asOf: '2026-01-02' },
      { prove: { gap: 0, nodes: 1_000_000 } },
      solver,
      () => ++asked > 0,
    )
    expect(asked).toBeGreaterThan(0)
    expect(stopped.best.proved).toBe(false)
    expect(stopped.best.gap).toBeGreaterThanOrEqual(0)
    expect(stopped.best.plan.length).toBeGreaterThan(0)
  })
})

describe('what cannot be planned', () => {
  test.each([
    ['nothing to decide', joint({ grants: [] }), {}, 'grants'],
    ['a horizon gone by', joint(), { through: 2025 }, '--through'],
    ['a horizon beyond the law', joint(), { through: 2080 }, '--through'],
    ['no value of a share', joint({ company: { ...joint().company, prices: [] } }), {}, 'company.prices'],
  ] as [string, Case, PlanQuestion, string][])('%s', (_, of, question, path) => {
    try {
      ask(of, question)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(InputError)
      expect((error as InputError).problems).toMatchObject([{ path }])
    }
  })

  test('what is taken because it was not given is listed, and what was given is not', () => {
    const paths = (question: PlanQuestion, of = joint()) => ask(of, question).assumed.map(({ path }) => path)
    expect(paths({})).toEqual(
      expect.arrayContaining(['--through', '--growth', '--save', '--december', 'household.cash']),
    )
    const all = paths(
      { through: 2027, growth: 0, save: 0, december: false },
      joint({ household: { ...joint().household, cash: 1e6 } }),
    )
    expect(all.filter((path) => path.startsWith('--') || path === 'household.cash')).toEqual([])
  })
})
