/** Exercising before there is a market, against waiting: small households, every figure by hand. */
import { describe, expect, test } from 'vitest'
import { type PreIpoAnswer, type PreIpoWayAnswer, riskPreIpo } from '../../src/answers/riskPreIpo.ts'
import type { Case, Outcome } from '../../src/case.ts'
import type { Grant } from '../../src/equity/grant.ts'
import { InputError } from '../../src/errors.ts'
import { caseOf, exerciseOf, grantOf, incomeOf } from '../cases.ts'

const from = '2026-01-05'

const outcome = (kind: Outcome['kind'], x: Partial<Outcome> = {}): Outcome => ({
  ...{ name: kind, kind, probability: 1, on: '2028-01-03', price: 10, sellableFrom: null, maxShares: null },
  ...x,
})

/**
 * Single in Texas on wages of 150,000, which every year repeats: the next dollar of wages is taxed at 24 % and one of long-term gain at 15 %, with no
 * tax on investment income. 1,000 options at 1 on shares worth 1; nothing is discounted.
 */
const household = (outcomes: Outcome[], grant: Partial<Grant> = {}, company: Partial<Case['company']> = {}): Case =>
  caseOf({
    household: { ...caseOf().household, statuses: [{ from: 2026, status: 'single' }], cash: 5_000 },
    incomes: [incomeOf(2026, { wages: 150_000 })],
    company: { name: 'Co', listed: false, prices: [{ on: '2026-01-01', fmv: 1 }], splits: [], outcomes, ...company },
    grants: [grantOf({ on: '2023-06-15', expires: '2033-06-14', shares: 1_000, strike: 1, fmvAtGrant: 1, ...grant })],
    assumptions: { ...caseOf().assumptions, indexing: 0, wageGrowth: 0, discountRate: 0, horizon: 2029 },
  })

const ask = (of: Case): PreIpoAnswer => riskPreIpo(of, { asOf: from }) as PreIpoAnswer
const way = ({ ways }: PreIpoAnswer, name: PreIpoWayAnswer['name']): PreIpoWayAnswer => {
  const found = ways.find((each) => each.name === name)
  if (!found) throw new Error(`no ${name} among ${ways.map((each) => each.name)}`)
  return found
}

// 10,000 less a strike of 1,000, and 15 % or 24 % of 9,000
const [qualifying, disqualifying] = [9_000 - 1_350, 9_000 - 2_160]

describe('what each way is worth', () => {
  test('exercised now, all is long-term gain; exercised at liquidity and sold, all is wages', () => {
    const answer = ask(household([outcome('ipo')]))
    expect(way(answer, 'vestedNow').worth).toEqual([qualifying])
    expect(way(answer, 'vestedNow').qualifiesOn).toBe('2027-01-06')
    expect(way(answer, 'atLiquidity').worth).toEqual([disqualifying])
    expect(way(answer, 'vestedNow').againstWaiting).toBe(qualifying - disqualifying)
    expect(way(answer, 'nothing').worth).toEqual([0])
  })

  test('a market that opens too soon is waited out', () => {
    const answer = ask(household([outcome('ipo', { on: '2026-06-01', sellableFrom: '2026-11-30' })]))
    expect(way(answer, 'vestedNow').worth).toEqual([qualifying])
    expect(way(answer, 'atLiquidity').worth).toEqual([disqualifying])
  })

  test('held at liquidity but for what pays strike and tax', () => {
    // n shares pay 1,000 and 24 % of 9 n: 10 n >= 1,000 + 2.16 n from 128 on; the others qualify
    expect(way(ask(household([outcome('ipo')])), 'atLiquidityHold').worth[0]).toBeCloseTo(
      9_000 - 0.24 * 9 * 128 - 0.15 * 9 * 872,
      2,
    )
  })

  test('a cash deal within the year disqualifies', () => {
    const answer = ask(household([outcome('cash', { on: '2026-11-20' })]))
    expect(way(answer, 'vestedNow').worth).toEqual([disqualifying])
    expect(way(answer, 'atLiquidity').worth).toEqual([disqualifying])
  })

  test('the mean, the worst, and how often it is less than nothing', () => {
    const closes = outcome('fails', { probability: 0.4, price: 0 })
    const early = way(ask(household([outcome('ipo', { probability: 0.6 }), closes])), 'vestedNow')
    // The loss of 1,000 saves 24 % of it
    expect(early.worth).toEqual([qualifying, -760])
    expect(early.mean).toBeCloseTo(0.6 * qualifying - 0.4 * 760, 2)
    expect([early.worst, early.belowNothing, early.belowWaiting]).toEqual([-760, 0.4, 0.4])
  })

  test('a tender takes so many shares on its day; the others are taken at their value at the end', () => {
    const of = household([outcome('tender', { on: '2027-06-01', maxShares: 400 })])
    const discounted = { ...of, assumptions: { ...of.assumptions, discountRate: 0.05 } }
    const years = (days: number) => 1.05 ** (-days / 365.25)
    // Days from 5 January 2026 to the tender and to its tax, due on 18 April 2028; to Monday, 31 December 2029, and to 15 April 2030
    const answer = ask(discounted)
    expect(answer.through).toBe(2029)
    const [tender, itsTax, end, endTax] = [512, 834, 1_456, 1_561].map(years) as [number, number, number, number]
    expect(way(answer, 'vestedNow').worth[0]).toBeCloseTo(
      4_000 * tender - 0.15 * 3_600 * itsTax + 6_000 * end - 0.15 * 5_400 * endTax - 1_000,
      2,
    )
  })

  test('a down round makes no market: what is left is taken at its value', () => {
    // 500 for 1,000 paid, a long-term loss of 500 that saves 24 % of it
    expect(way(ask(household([outcome('downRound', { price: 0.5 })])), 'vestedNow').worth[0]).toBeCloseTo(-500 + 120, 2)
    expect(way(ask(household([outcome('downRound', { price: 0.5 })])), 'atLiquidity').worth).toEqual([0])
  })

  test('a split changes counts and prices, and nothing else', () => {
    const splits = (on: string) => [{ on, ratio: 2, kind: 'split' as const }]
    const ways = ['vestedNow', 'atLiquidity', 'atLiquidityHold'] as const
    const worths = (of: Case): number[] => ways.map((name) => way(ask(of), name).worth[0] as number)
    for (const x of [outcome('ipo'), outcome('tender', { maxShares: 400 }), outcome('cash')]) {
      const whole = worths(household([x]))
      const halved = { ...x, price: 5, maxShares: x.maxShares && 2 * x.maxShares }
      // Before the outcome, its price is of new shares; after it, of old ones
      const before = worths(household([halved], {}, { splits: splits('2027-05-03') }))
      const after = worths(household([x], {}, { splits: splits('2028-06-01') }))
      // Shares that cover strike and tax are whole ones
      for (const [i, worth] of whole.entries())
        for (const split of [before, after]) expect(Math.abs((split[i] as number) - worth), ways[i]).toBeLessThan(1)
    }
  })

  test('an option that is over before there is a market is worth nothing to whoever waits', () => {
    const answer = ask(household([outcome('ipo')], { expires: '2027-12-31' }))
    expect(way(answer, 'atLiquidity').worth).toEqual([0])
    expect(way(answer, 'vestedNow').worth).toEqual([qualifying])
  })
})

describe('before it vests', () => {
  const halves = {
    vesting: [
      { on: '2026-06-01', shares: 500 },
      { on: '2027-06-01', shares: 500 },
    ],
    earlyExercise: true,
  }

  test('an election starts the clocks and takes in a spread of nothing', () => {
    const early = way(ask(household([outcome('ipo')], halves)), 'earlyExercise')
    expect([early.shares, early.cost.federalTax, early.qualifiesOn]).toEqual([1_000, 0, '2027-01-06'])
    expect(early.worth).toEqual([qualifying])
  })

  test('what has not vested by a cash deal is paid as it vests, and qualifies by then', () => {
    const answer = ask(household([outcome('cash', { on: '2026-11-20' })], halves))
    // Half at 24 % within the year, half at 15 % in June 2027
    expect(way(answer, 'earlyExercise').worth[0]).toBeCloseTo(9_000 - 0.24 * 4_500 - 0.15 * 4_500, 2)
    // Options wait for their vesting just so, and are wages
    expect(way(answer, 'atLiquidity').worth).toEqual([disqualifying])
  })

  test('only where the grant allows it', () => {
    const names = ask(household([outcome('ipo')], { ...halves, earlyExercise: false })).ways.map(({ name }) => name)
    expect(names).not.toContain('earlyExercise')
    expect(names).not.toContain('vestedNow')
  })
})

describe('what it costs, and what can be lost', () => {
  /** 5,000 options at 1 on shares worth 21, and wages of 165,000. */
  const spread = (): Case => ({
    ...household([outcome('ipo', { price: 40 })], { shares: 5_000 }, { prices: [{ on: '2026-01-01', fmv: 21 }] }),
    incomes: [incomeOf(2026, { wages: 165_000 })],
  })
  // 2026, single: 165,000 less 16,100 is 148,900, taxed 1,240 + 4,560 + 12,166 + 24 % of 43,200 = 28,334; 26 % of 165,000 less the
  // exemption of 90,100 is 19,474. So the room is 8,860 / 0.26, and a spread of 100,000 adds 26,000 - 8,860
  const [room, amt] = [8_860 / 0.26, 26_000 - 8_860]

  test('strike at once, AMT in April', () => {
    const { cost, cash } = way(ask(spread()), 'vestedNow')
    expect(cost).toEqual({
      ...{ strike: 5_000, federalTax: amt, amt, stateTax: 0, outlay: 5_000 + amt },
      payments: [
        { on: from, what: 'strike', amount: 5_000 },
        { on: '2027-04-15', what: 'federal tax', amount: amt },
      ],
    })
    expect(cash).toEqual({ enough: false, left: 5_000 - 5_000 - amt })
  })

  test('within the room there is no AMT, and one share more would not fit', () => {
    const { shares, cost } = way(ask(spread()), 'withinRoom')
    expect(shares).toBe(Math.floor(room / 20))
    expect([cost.amt, cost.outlay]).toEqual([0, shares])
  })

  test('a nonstatutory option has no place in the room: its spread is wages', () => {
    const of = spread()
    const nso = ask({ ...of, grants: of.grants.map((grant) => ({ ...grant, kind: 'nso' as const })) })
    expect(nso.ways.map(({ name }) => name)).not.toContain('withinRoom')
    // 100,000 of wages on 148,900: 52,875 at 24 % up to 201,775, 47,125 at 32 %, and 0.9 % of 265,000 above 200,000
    const tax = 0.24 * 52_875 + 0.32 * 47_125 + 0.009 * 65_000
    expect(way(nso, 'vestedNow').cost.federalTax).toBe(tax)
    expect([way(nso, 'vestedNow').cost.amt, way(nso, 'vestedNow').qualifiesOn]).toEqual([0, null])
  })

  test('AMT comes back as credit, the strike as a loss: what is gone is the rest', () => {
    const { lost } = way(ask(spread()), 'vestedNow')
    // Regular tax is 8,860 above the tentative tax in each later year: 17,140 of credit is home in two. The loss of 5,000 takes 3,000 and 2,000 off
    // income at 24 %; its 105,000 for AMT take off no more than 3,000 a year, at 26 %
    expect(lost.back).toBeCloseTo(amt + 0.24 * 5_000, 2)
    expect(lost.gone).toBeCloseTo(0.76 * 5_000, 2)
    expect([lost.creditLeft, lost.backBy]).toEqual([0, 2029])
  })

  test('nothing is paid, and nothing lost, by whoever waits', () => {
    const { cost, lost, on, cash } = way(ask(spread()), 'atLiquidity')
    expect([cost.outlay, lost.gone, on, cash.enough]).toEqual([0, 0, null, true])
  })
})

describe('what the reader should know', () => {
  const told = (of: Case): string =>
    ask(of)
      .notices.map(({ message }) => message)
      .join(' ')
  const halves = {
    vesting: [
      { on: '2025-06-01', shares: 500 },
      { on: '2028-06-01', shares: 500 },
    ],
  }

  test('what has not vested: by whom it is taken back, when it is exercised, and what a cash deal does to it', () => {
    expect(told(household([outcome('ipo')], halves))).toContain('leaving the company before shares vest')
    expect(told(household([outcome('ipo')], halves))).toContain('those that vest after that')
    expect(told(household([outcome('ipo')], halves))).not.toContain('cash deal')
    expect(told(household([outcome('cash')], halves))).toContain('goes on vesting here')
    expect(told(household([outcome('cash')]))).not.toContain('goes on vesting')
    for (const said of ['leaving the company', 'those that vest after that', 'cash deal'])
      expect(told(household([outcome('ipo')])), said).not.toContain(said)
  })

  test('an election, with its days; tenders that are left out', () => {
    expect(told(household([outcome('ipo')], { ...halves, earlyExercise: true }))).toContain('within 30 days')
    expect(told(household([outcome('ipo')], halves))).not.toContain('83(b)')
    const tenders = [{ on: '2026-06-01', price: 2, maxShares: 10 }]
    expect(told(household([outcome('ipo')], {}, { tenders }))).toContain('a tender counts as an outcome')
  })
})

describe('over a view of the price', () => {
  const view = { growth: 0.2, volatility: 0, liquidityOn: '2028-01-03' }

  test('that cannot move is the one future there is', () => {
    const answer = ask(household([], {}, { view, prices: [{ on: '2026-01-01', fmv: 5 }] }))
    // 732 days of growth, of years of 365.25; the exercise takes in 4,000, within the room
    const price = 5 * 1.2 ** (732 / 365.25)
    expect(answer.source).toBe('view')
    expect(answer.outcomes.length).toBe(7)
    for (const worth of way(answer, 'vestedNow').worth) expect(worth).toBeCloseTo(0.85 * (1_000 * price - 1_000), 0)
    for (const worth of way(answer, 'atLiquidity').worth) expect(worth).toBeCloseTo(0.76 * (1_000 * price - 1_000), 0)
  })

  test('grows on from the day of liquidity, by month', () => {
    const answer = ask(household([], {}, { view, prices: [{ on: '2026-01-01', fmv: 5 }] }))
    // n shares pay 1,000 and 24 % of n times what they bring beyond 1; the others qualify on 4 January 2029, at the value of 1 January
    const [price, later] = [732, 1_096].map((days) => 5 * 1.2 ** (days / 365.25)) as [number, number]
    const n = Math.ceil(1_000 / (price - 0.24 * (price - 1)))
    const held = 0.85 * (1_000 - n) * (Math.round(later * 100) / 100 - 1)
    expect(way(answer, 'atLiquidityHold').worth[3]).toBeCloseTo(0.76 * n * (price - 1) + held, 0)
  })

  test('that does move: equally likely prices around the same mean', () => {
    const answer = ask(household([], {}, { view: { ...view, volatility: 0.9 } }))
    const mean = answer.outcomes.reduce((sum, { price }) => sum + price / 7, 0)
    expect(mean).toBeCloseTo(1.2 ** (732 / 365.25), 2)
    expect(way(answer, 'vestedNow').worst).toBeLessThan(0)
    expect(way(answer, 'atLiquidity').worst).toBe(0)
  })

  test('is asked for where there is none', () => {
    const answer = ask(household([], {}, { view: { growth: null, volatility: 0.5, liquidityOn: null } }))
    expect(answer.grant).toBeNull()
    expect(answer.missing.map(({ path }) => path)).toEqual(['company.outcomes', 'company.view.liquidityOn'])
  })
})

describe('where there is nothing to compare', () => {
  test('the company is listed, or no option is left', () => {
    expect(riskPreIpo(household([outcome('ipo')], {}, { listed: true }), { asOf: from })).toBeNull()
    const gone = { ...household([outcome('ipo')]), plan: [exerciseOf('2026-01-02', 1_000)] }
    expect(riskPreIpo(gone, { asOf: from })).toBeNull()
  })

  test('a grant that is not there is said', () => {
    const asking = () => riskPreIpo(household([outcome('ipo')]), { asOf: from }, { grant: 'g2' })
    expect(asking).toThrow(InputError)
  })

  test('what the plan does later is set aside', () => {
    const of = household([outcome('ipo')])
    const planned = ask({ ...of, plan: [exerciseOf('2026-03-02', 1_000)] })
    expect(planned.ways).toEqual(ask(of).ways)
    expect(planned.notices.map(({ message }) => message).join(' ')).toContain('set aside')
  })
})
