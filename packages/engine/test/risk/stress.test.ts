/** What each stress makes of a case, and whether it applies. */
import { describe, expect, test } from 'vitest'
import type { Case } from '../../src/case.ts'
import { valueOn } from '../../src/equity/grant.ts'
import { withExemptionOf2017 } from '../../src/law/federal/before2018.ts'
import { federalTable } from '../../src/law/federal/tables.ts'
import { fallen, historicalFalls } from '../../src/risk/shocks.ts'
import { groundOf, type StressName, type StressOptions, stressesOf } from '../../src/risk/stress.ts'
import { incomeOf as incomeIn } from '../../src/taxYear.ts'
import { yearsTo } from '../../src/timeline.ts'
import { caseOf, exerciseOf, giftOf, incomeOf, lotOf, saleOf } from '../cases.ts'

const asOf = '2026-11-22'
const incomes = [2026, 2027].map((year) => incomeOf(year, { wages: 300_000, withheld: 50_000 }))
const company = { name: 'Co', listed: true, prices: [{ on: '2026-01-02', fmv: 40 }], splits: [] }
const held = caseOf({ incomes, company, lots: [lotOf({ exercised: '2024-03-04' })] })

const stressOf = (of: Case, name: StressName, options?: StressOptions) => {
  const found = stressesOf(groundOf(of, asOf), options).find((each) => each.name === name)
  if (!found) throw new Error(`no stress ${name}`)
  return found
}
const madeOf = (of: Case, name: StressName, options?: StressOptions): Case => {
  const { of: made, whyNot } = stressOf(of, name, options)
  if (!made) throw new Error(whyNot ?? '')
  return made
}
const value = ({ company: { prices, splits } }: Case, on: string) => valueOn(prices, splits, on)

describe('prices', () => {
  const priced = caseOf({
    ...{ incomes, lots: held.lots },
    company: { ...company, prices: [...company.prices, { on: '2027-02-01', fmv: 60 }] },
    plan: [saleOf('2026-11-20', 100, 40), saleOf('2027-03-01', 100, 80), saleOf('2027-03-02', 100, null)],
  })
  const pricesOf = ({ plan }: Case) => plan.map((action) => ('price' in action ? action.price : null))

  test('by half from tomorrow on: the value that holds, the later one, and what the plan names', () => {
    const made = madeOf(priced, 'halved')
    expect(['2026-11-22', '2026-11-23', '2027-01-31', '2027-02-01'].map((on) => value(made, on))).toEqual([
      40, 20, 20, 30,
    ])
    expect(pricesOf(made)).toEqual([40, 40, null])
  })

  test('by 70 % on 1 January, not before', () => {
    const made = madeOf(priced, 'fallAfterYearEnd')
    expect(value(made, '2026-12-31')).toBe(40)
    expect(value(made, '2027-01-01')).toBeCloseTo(12, 9)
    expect(value(made, '2027-02-01')).toBeCloseTo(18, 9)
  })

  test('a value at the very day is not stated twice, and a split restates what falls', () => {
    const split = { ...priced, company: { ...company, splits: [{ on: '2026-12-01', ratio: 4 }] } }
    // 40 a share, 10 after four for one; half of that is 5
    expect(value(madeOf(split, 'halved'), '2026-12-01')).toBe(5)
    const sameDay = { ...priced, company: { ...company, prices: [...company.prices, { on: '2026-11-23', fmv: 50 }] } }
    expect(value(madeOf(sameDay, 'halved'), '2026-11-23')).toBe(25)
  })

  test('tenders fall with the rest', () => {
    const tendered = { ...priced, company: { ...company, tenders: [{ on: '2027-06-01', price: 30, maxShares: 10 }] } }
    expect(madeOf(tendered, 'halved').company.tenders?.[0]?.price).toBe(15)
  })

  test('doubled until the next exercise; later values and prices stand', () => {
    const exercising = { ...priced, plan: [exerciseOf('2026-12-10', 100), saleOf('2027-03-01', 100, 80)] }
    const made = madeOf(exercising, 'valueDoubled')
    expect(['2026-11-22', '2026-12-10', '2027-02-01'].map((on) => value(made, on))).toEqual([40, 80, 60])
    expect(pricesOf(made)).toEqual([null, 80])
    // A value stated for the very day of the exercise is doubled too
    const thatDay = { ...exercising.company, prices: [...exercising.company.prices, { on: '2026-12-10', fmv: 45 }] }
    expect(value(madeOf({ ...exercising, company: thatDay }, 'valueDoubled'), '2026-12-10')).toBe(90)
    expect(stressOf(priced, 'valueDoubled').whyNot).toMatch(/exercises nothing/)
  })
})

describe('a price that was', () => {
  test('falls go from the highest month to the lowest', () => {
    for (const { levels, from } of historicalFalls) {
      expect([from, levels[0]]).toEqual([from, Math.max(...levels)])
      expect([from, levels.at(-1)]).toEqual([from, Math.min(...levels)])
    }
    // From February 2000 to September 2002 are 31 months, from October 2007 to February 2009 sixteen, and twelve in 2022
    expect(historicalFalls.map(({ levels }) => levels.length - 1)).toEqual([31, 16, 12])
  })

  test('month by month from the day on, then flat, and the plan sells at it', () => {
    const of = { ...held, plan: [saleOf('2029-07-02', 100, 90)] }
    const made = madeOf(of, 'replay2000to2002')
    // A month after 22 November 2026 it is where March 2000 was to February; after 31 months, where September 2002 was
    expect(value(made, '2026-12-21')).toBe(40)
    expect(value(made, '2026-12-22')).toBeCloseTo((40 * 4572.83) / 4696.69, 9)
    expect(value(made, '2029-06-22')).toBeCloseTo((40 * 1172.06) / 4696.69, 9)
    expect(value(made, '2040-01-01')).toBeCloseTo((40 * 1172.06) / 4696.69, 9)
    expect(made.plan[0]).toMatchObject({ price: null })
  })

  test('a stock that moves twice as far ends at nothing, never below', () => {
    const [fall] = historicalFalls
    if (!fall) throw new Error('no fall')
    // The index fell by 75.04 %; half as far, by 37.52 %
    expect(fallen(fall, 2).at(-1)).toBe(0)
    expect(fallen(fall, 0.5).at(-1)).toBeCloseTo(1 - 0.5 * (1 - 1172.06 / 4696.69), 12)
    expect(value(madeOf(held, 'replay2000to2002', { beta: 2 }), '2030-01-01')).toBe(0)
  })
})

describe('the plan', () => {
  const selling = {
    ...held,
    plan: [
      saleOf('2026-11-20', 50, 40),
      exerciseOf('2026-12-01', 100, { how: 'sellToCover' }),
      saleOf('2027-03-01', 100, 80),
    ],
  }

  test('nothing can be sold: later sales go, exercises hold, what was done before stands', () => {
    const made = madeOf(selling, 'halted')
    expect(made.plan.map(({ kind, on }) => [kind, on])).toEqual([
      ['sell', '2026-11-20'],
      ['exercise', '2026-12-01'],
    ])
    expect(made.plan[1]).toMatchObject({ how: 'hold' })
    expect(stressOf(selling, 'halted').market).toBe(false)
  })

  test('three years later, in shares of that day', () => {
    const split = { ...selling, company: { ...company, splits: [{ on: '2028-01-03', ratio: 2 }] } }
    const made = madeOf(split, 'liquidityLate')
    expect(made.plan.at(-1)).toMatchObject({ on: '2030-03-01', shares: 200, price: 40 })
    expect(made.plan).toContainEqual(selling.plan[0])
    // A market stays one: of listed shares only the plan is late
    const unlisted = { ...selling, company: { ...company, listed: false } }
    expect(stressOf(selling, 'liquidityLate').what).not.toContain('chance to sell')
    expect(stressOf(unlisted, 'liquidityLate').what).toContain('every chance to sell')
    expect(stressOf(held, 'liquidityLate').whyNot).toMatch(/sells nothing/)
  })

  test('a deal that falls through: no sale, the last value known, or the price stated', () => {
    const unlisted = {
      ...selling,
      company: { ...company, listed: false, prices: [...company.prices, { on: '2027-03-01', fmv: 80 }] },
    }
    const made = madeOf(unlisted, 'dealFails')
    expect(made.plan.some(({ on }) => on === '2027-03-01')).toBe(false)
    expect(value(made, '2027-06-01')).toBe(40)
    // A value of the day itself is the last one known
    const today = { ...unlisted.company, prices: [...unlisted.company.prices, { on: asOf, fmv: 55 }] }
    expect(value(madeOf({ ...unlisted, company: today }, 'dealFails'), '2027-06-01')).toBe(55)
    expect(value(madeOf(unlisted, 'dealFails', { priceWithoutDeal: 25 }), '2027-06-01')).toBe(25)
    expect(stressOf(selling, 'dealFails').whyNot).toMatch(/listed/)
  })

  test('a company that fails: what is held is worthless next year, gifts of cash go on', () => {
    const gift = giftOf('2027-05-05', { cash: 100 })
    const made = madeOf({ ...selling, plan: [...selling.plan, gift] }, 'worthless')
    expect(value(made, '2026-12-31')).toBe(40)
    expect(value(made, '2027-01-01')).toBe(0)
    const later = made.plan.filter(({ on }) => on > '2026-12-31')
    expect(later).toContainEqual(gift)
    expect(later.filter(({ kind }) => kind !== 'give')).toMatchObject([
      { kind: 'worthless', lot: 'l1' },
      { kind: 'worthless', lot: 'e2026-12-01' },
    ])
    // Worth nothing: a capital loss, of which line 21 allows 3,000. IRC §§165(g)(1), 1211(b)
    const [, year] = yearsTo(made, 2027)
    expect(year?.return.scheduleD.line21).toBe(3_000)
  })
})

describe('facts and law', () => {
  test('a year without wages, and then the years as they were', () => {
    const made = madeOf(held, 'noWages')
    const { assumptions } = held
    expect(incomeIn(made, 2027)).toMatchObject({ wages: 0, withheld: 0, estimatedPaid: [] })
    expect(incomeIn(made, 2026)).toEqual(incomeIn(held, 2026))
    for (const year of [2028, 2029, 2030]) {
      // 300,000 grown by 3 % a year from 2027
      expect(incomeIn(made, year).wages).toBeCloseTo(300_000 * (1 + assumptions.wageGrowth) ** (year - 2027), 6)
      expect(incomeIn(made, year)).toMatchObject({ withheld: 0 })
    }
    const retired = { ...held, incomes: [2026, 2027].map((year) => incomeOf(year)) }
    expect(stressOf(retired, 'noWages').whyNot).toMatch(/no wages/)
  })

  test('moves: away from a state that taxes wages, and to California', () => {
    const living = (state: string) => ({
      ...held,
      household: {
        ...held.household,
        residence: [
          { from: '2020-01-01', state },
          { from: '2028-02-01', state: 'WA' },
        ],
      },
    })
    expect(madeOf(living('CA'), 'moveAway').household.residence).toEqual([
      { from: '2020-01-01', state: 'CA' },
      { from: '2027-01-01', state: 'TX' },
    ])
    expect(stressOf(living('CA'), 'moveToCalifornia').whyNot).toMatch(/already/)
    for (const state of ['TX', 'WA']) {
      expect(stressOf(living(state), 'moveAway').whyNot).toMatch(/no wages/)
      expect(madeOf(living(state), 'moveToCalifornia').household.residence.at(-1)?.state).toBe('CA')
    }
  })

  test('the exemption of before 2018: Rev. Proc. 2016-55 sec. 3.11, moved by the growth assumed', () => {
    const growth = { inflation: 0.025, wageGrowth: 0.03 }
    const { figures } = withExemptionOf2017(federalTable(2027, growth), growth)
    // Ten years at 2.5 % are times 1.2800845: 54,300 is 69,508.59, 84,500 is 108,167.14, 42,250 is 54,083.57; to the nearest 100 (separate: 50)
    expect(figures.amtExemption).toMatchObject({ single: 69_500, hoh: 69_500, mfj: 108_200, mfs: 54_100, qss: 108_200 })
    // 120,700 is 154,506.2, 160,900 is 205,965.6, 80,450 is 102,982.8
    expect(figures.amtPhaseoutStart).toMatchObject({ single: 154_500, mfj: 206_000, mfs: 103_000 })
    expect(figures.amtPhaseoutRate).toMatchObject({ all: 2_500 })
    expect(figures.amtBreakpoint).toEqual(federalTable(2027, growth).figures.amtBreakpoint)
  })

  test('AMT under it, by hand', () => {
    const flat = { ...held, lots: [], assumptions: { ...held.assumptions, indexing: 0, wageGrowth: 0 } }
    const small = { ...flat, assumptions: { ...flat.assumptions, exemptionOf2017From: 2027 } }
    const [now, next] = yearsTo(small, 2027)
    expect(now?.return.form6251.line11).toBe(0)
    // Wages 300,000, taxable 267,800: 35,932 to 211,400 and 24 % of 56,400 is 49,468. Exemption 84,500 less 25 % of 139,100 is 49,725;
    // 26 % of 244,500 and 28 % of 5,775 is 65,187
    expect(next?.return.form6251.line7).toBeCloseTo(65_187, 6)
    expect(next?.return.form6251.line11).toBeCloseTo(65_187 - 49_468, 6)
    expect(yearsTo(flat, 2027)[1]?.return.form6251.line11).toBe(0)
  })
})

describe('what does not apply is told', () => {
  test('no shares, nothing planned', () => {
    const stresses = stressesOf(groundOf({ ...held, lots: [] }, asOf))
    expect(stresses).toHaveLength(14)
    for (const { of, whyNot } of stresses) expect([of, whyNot]).toEqual([null, expect.stringMatching(/^No shares/)])
  })

  test('an exercise still to come is enough', () => {
    const planning = { ...held, lots: [], plan: [exerciseOf('2027-01-15', 100)] }
    expect(stressOf(planning, 'halved').of).not.toBeNull()
  })

  test('a day before the first year counts as its first', () => {
    expect(groundOf(held, '2020-05-05')).toMatchObject({ asOf: '2026-01-01', tomorrow: '2026-01-02', year: 2026 })
    expect(groundOf(held, asOf)).toMatchObject({ asOf, tomorrow: '2026-11-23', year: 2026 })
  })
})
