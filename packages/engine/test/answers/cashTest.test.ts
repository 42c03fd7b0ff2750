/** The cash test: strike and tax by date, from money that is not the shares, with a loan and without. Every figure by hand. */
import { describe, expect, test } from 'vitest'
import { cashTest } from '../../src/answers/cashTest.ts'
import type { Case, Loan } from '../../src/case.ts'
import { NotModelled } from '../../src/errors.ts'
import { exerciseOf, giftOf, incomeOf, lotOf, saleOf } from '../cases.ts'
import { asked, household } from './tested.ts'

const ask = (of: Case, x: object = {}) => cashTest(of, { ...asked, ...x })

describe('whether the cash is enough', () => {
  test('it fails: how much is missing on which day, and how many shares can be paid', () => {
    const answer = ask(household())
    expect(answer).toMatchObject({
      ...{ verdict: 'fails', year: 2026, years: [2026], through: '2027-04-15' },
      ...{ strike: 20_000, federalTax: 37_846, stateTax: 0, needed: 57_846, cash: 50_000, left: -7_846 },
      lacks: { first: { on: '2027-04-15', amount: 7_846 }, most: { on: '2027-04-15', amount: 7_846 } },
    })
    expect(answer.payments.map(({ on, amount, left, kind }) => [on, amount, left, kind])).toEqual([
      ['2026-01-15', 20_000, 30_000, 'strike'],
      ['2027-04-15', 37_846, -7_846, 'tax'],
    ])
    // n shares: 2 n + 63,570 + 28 % of (92,000 + 18 n - 244,500) - 33,424 = 7.04 n - 12,554, at most 50,000: n is 8,885.5
    expect(answer.payable).toEqual([{ id: 'new', grant: 'g1', on: '2026-01-15', planned: 10_000, shares: 8_885 }])
  })

  test('it passes with as much as it takes, and not with a dollar less', () => {
    expect(ask(household({}, { cash: 57_846 }))).toMatchObject({
      ...{ verdict: 'passes', left: 0, lacks: null, payable: null, instead: null },
    })
    expect(ask(household({}, { cash: 57_845 })).verdict).toBe('fails')
  })

  test('no cash stated is a missing fact, and no answer', () => {
    const answer = ask(household({}, { cash: null }))
    expect(answer).toMatchObject({ verdict: 'unknown', needed: 57_846, left: null, lacks: null })
    expect(answer.missing.map(({ path }) => path)).toEqual(['household.cash'])
    expect(answer.payments.every(({ left }) => left === null)).toBe(true)
  })

  test('nothing planned, nothing due', () => {
    expect(ask(household({ plan: [] }))).toMatchObject({ verdict: 'nothingDue', needed: 0, ifWorthless: null })
  })

  test('a state that is not modelled leaves it open, but a lack is a lack', () => {
    const inPuertoRico = { residence: [{ from: '2020-01-01', state: 'PR' }] }
    const open = ask(household({}, { ...inPuertoRico, cash: 90_000 }))
    expect(open).toMatchObject({ verdict: 'unknown', stateTax: null })
    expect(open.missing.map(({ path }) => path)).toEqual(['household.residence'])
    expect(ask(household({}, inPuertoRico)).verdict).toBe('fails')
  })
})

describe('what is counted', () => {
  test('shares sold on the day of exercise pay; those sold later in the year do not, and are told apart', () => {
    // 1,000 sold for 20,000: 18,000 of compensation moves from AMT to the regular tax, and both come to 71,270
    const later = ask(household({ plan: [...household().plan, saleOf('2026-09-01', 1_000, 20, { lot: 'new' })] }))
    expect(later).toMatchObject({ verdict: 'fails', proceeds: 0, needed: 57_846 })
    expect(later.sales).toEqual({ proceeds: 20_000, needed: 37_846, left: 12_154 })
    const cover = ask(household({ plan: [exerciseOf('2026-01-15', 10_000, { how: 'sellToCover', as: 'new' })] }))
    expect(cover).toMatchObject({ verdict: 'passes', proceeds: 20_000, needed: 37_846, sales: null })
  })

  test('a lot exercised in the year already has its bill too', () => {
    const lots = [lotOf({ exercised: '2026-01-02', fmvAtExercise: 20 })]
    const answer = ask(household({ lots, plan: [] }, { cash: 30_000 }))
    expect(answer).toMatchObject({ verdict: 'fails', earlierTax: 37_846, needed: 37_846, exercises: [], payable: [] })
    expect(answer.instead).toBeNull()
  })

  test('an exercise of a later year counts, and one of the year before as far as its tax is still due', () => {
    const incomes = [2026, 2027].map((year) => incomeOf(year, { wages: 232_200 }))
    const plan = [exerciseOf('2026-01-15', 5_000, { as: 'first' }), exerciseOf('2027-02-01', 100, { as: 'second' })]
    const both = ask(household({ incomes, plan }))
    // 5,000 at a spread of 18: 26 % of 182,000 less 33,424 is 13,896. In 2027 a spread of 1,800 takes 26 % of credit
    expect(both.payments.map(({ on, amount }) => [on, amount])).toEqual([
      ['2026-01-15', 10_000],
      ['2027-02-01', 200],
      ['2027-04-15', 13_896],
      ['2028-04-18', 468],
    ])
    const next = ask(household({ incomes, plan }), { asOf: '2027-03-01' })
    expect(next).toMatchObject({ years: [2026, 2027], year: 2027 })
    expect(next.payments.map(({ amount }) => amount)).toEqual([200, 13_896, 468])
  })

  test('gifts of cash are not, and are named', () => {
    const plan = [...household().plan, giftOf('2026-12-01', { cash: 400 })]
    const { notices, payments } = ask(household({ plan }))
    expect(notices.map(({ message }) => message).join()).toContain('gives $400.00 of cash away')
    expect(payments.map(({ kind }) => kind)).toEqual(['strike', 'tax'])
  })
})

describe('what to do instead', () => {
  test('fewer shares: the first exercises whole, then a part, then none', () => {
    const plan = [
      exerciseOf('2026-02-02', 6_000, { as: 'b' }),
      exerciseOf('2026-01-15', 4_000, { as: 'a' }),
      // It would even bring money, but comes after one that is cut
      exerciseOf('2026-03-02', 100, { as: 'c', how: 'sameDaySale' }),
    ]
    // 8,885 in all, as above
    expect(ask(household({ plan })).payable?.map(({ id, shares }) => [id, shares])).toEqual([
      ['a', 4_000],
      ['b', 4_885],
      ['c', 0],
    ])
  })

  test.each(['hold', 'sellToCover'] as const)('as many as a test of each count finds: %s', (how) => {
    const company = { ...household().company, prices: [{ on: '2026-01-01', fmv: 3_000 }] }
    const of = (shares: number) =>
      household({ company, plan: shares === 0 ? [] : [exerciseOf('2026-01-15', shares, { how, as: 'new' })] })
    const enough = Array.from({ length: 81 }, (_, shares) => ask(of(shares)).verdict !== 'fails')
    const most = enough.lastIndexOf(true)
    expect(ask(of(80)).payable?.[0]?.shares).toBe(most)
    expect(enough.slice(0, most + 1)).not.toContain(false)
    expect(most).toBeGreaterThan(10)
  })

  test('none where the cash does not even pay one share', () => {
    expect(ask(household({}, { cash: 1.99 })).payable?.[0]?.shares).toBe(0)
    expect(ask(household({}, { cash: 2 })).payable?.[0]?.shares).toBe(1)
  })

  test('selling to cover and on the day, and whether anybody buys', () => {
    const { instead } = ask(household())
    // As in the test of `cost --compare`: 37,846 of tax, and 20,000 + 42,972 - 200,000
    expect(instead?.ways.map(({ how, outlay }) => [how, outlay])).toEqual([
      ['hold', 57_846],
      ['sellToCover', 37_846],
      ['sameDaySale', -137_028],
    ])
    expect(instead?.days).toEqual([{ id: 'new', on: '2026-01-15', chance: 'none' }])
  })
})

test('if the shares go to zero, credit and a loss of 3,000 a year come back', () => {
  // All 37,846 of credit, and 22 % of the regular loss of 20,000 = 4,400. Of the AMT loss of 200,000 eleven years use 33,000
  expect(ask(household({}, { cash: 60_000 })).ifWorthless).toEqual({
    ...{ spent: 57_846, on: '2027-12-31', comesBack: 42_246, through: 2037, creditLeft: 0, amtLossLeft: 167_000 },
  })
})

describe('with borrowed money', () => {
  const loan: Loan = { amount: 30_000, rate: 0.08, due: '2029-06-30', recourse: true }
  const withLoan = (x: Partial<Loan> = {}, cash: number | null = 50_000) =>
    ask(household({}, { cash, borrowed: { ...loan, ...x } }))

  test('the test of one’s own money still fails; the loan is drawn and owed', () => {
    const answer = withLoan()
    expect(answer.verdict).toBe('fails')
    // Worked out in the test of the loan
    expect(answer.withLoan).toMatchObject({
      ...{ enough: true, lacks: null, drawn: 7_846, owed: 9_304.02, interest: 1_458.02 },
      ...{ draws: [{ on: '2027-04-15', amount: 7_846 }], moneyLeft: 0, owedIfWorthless: 9_304.02 },
    })
    expect(answer.notices.map(({ message }) => message).join()).toContain('Form 4952')
  })

  test('too small, not needed, and not known', () => {
    expect(withLoan({ amount: 7_000 }).withLoan).toMatchObject({
      ...{ enough: false, lacks: { on: '2027-04-15', amount: 846 }, drawn: 7_000 },
    })
    expect(withLoan({}, 60_000).withLoan).toMatchObject({
      enough: true,
      drawn: 0,
      owed: 0,
      moneyLeft: 2_154,
      notices: [],
    })
    expect(withLoan({}, null).withLoan).toMatchObject({ enough: null, drawn: null, owedIfWorthless: null })
    expect(ask(household()).withLoan).toBeNull()
  })

  test('what shares sold on the day bring in later pays the debt too', () => {
    // 10,000 of the strike is drawn. 5,000 more sold at once bring 90,000; with their 90,000 of wages AMT income is 502,200, and the
    // tax 26 % of 244,500 and 28 % of 117,500 = 96,470, less 33,424. So 90,000 - 63,046 is left
    const plan = [...household().plan, exerciseOf('2026-03-02', 5_000, { as: 'sold', how: 'sameDaySale' })]
    const answer = ask(household({ plan }, { cash: 10_000, borrowed: loan }))
    expect(answer.withLoan).toMatchObject({ drawn: 10_000, moneyLeft: 26_954, owedIfWorthless: 0 })
    // Three years to 15 January 2029, and 166 days
    expect(answer.withLoan?.owed).toBeCloseTo(10_000 * 1.08 ** 3 * (1 + (0.08 * 166) / 365), 2)
  })

  test('for which the shares alone answer: an option in substance, refused where it is drawn', () => {
    expect(() => withLoan({ recourse: false })).toThrow(NotModelled)
    expect(() => withLoan({ recourse: false })).toThrow('1.83-3(a)(2)')
    expect(withLoan({ recourse: false }, 60_000).verdict).toBe('passes')
  })
})
