import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Charity, figureCharity } from '../../src/forms/charity.ts'
import { type CarriedGift, carriedGifts, type GiftCategory, giftCategories } from '../../src/forms/charityCarryover.ts'
import { type Facts, noFacts } from '../../src/forms/facts.ts'
import type { FilingStatus } from '../../src/law/law.ts'
import { check, dollars, yearAndStatus } from '../arbitraries.ts'
import { lawFor } from '../laws.ts'
import { figuresFor } from '../statute/figures.ts'
import {
  type GiftCarryover,
  type GiftClass,
  type Gifts,
  giftClasses,
  giftDeduction,
  noGifts,
} from '../statute/section170.ts'
import { named, workedExamples } from '../workedExamples.ts'

/** The Code's classes of gifts by the engine's names. */
const classes = {
  ...{ cash: 'cash', ordinary: 'property', stock: 'gainProperty' },
  ...{ private: 'others', privateStock: 'othersGainProperty' },
} as const satisfies Record<GiftCategory, GiftClass>

interface GiftYear {
  year: number
  status: FilingStatus
  contributionBase: number
  given: Gifts
  carriedIn: GiftCarryover[]
}

/** A year of gifts on the worksheet, and what it carries to the next. */
function figured({ year, status, contributionBase, given, carriedIn }: GiftYear) {
  const facts: Facts = noFacts()
  for (const category of giftCategories) {
    const name = `charity${category.charAt(0).toUpperCase()}${category.slice(1)}` as 'charityCash'
    facts[name] = given[classes[category]]
    const carried = carriedIn.filter((gift) => gift.kind === classes[category])
    facts[`${name}Carried`] = carried.reduce((sum, gift) => sum + gift.amount, 0)
  }
  const law = lawFor(year, status)
  const charity = figureCharity({ facts, form1040: { line11b: contributionBase } }, law)
  const inYears = carriedIn.map(({ kind, amount, age }) => ({ category: categoryOf(kind), year: year - age, amount }))
  return { charity, carriedOut: carriedGifts(charity, facts, inYears, year, law.charityCarryYears) }
}

const categoryOf = (kind: GiftClass): GiftCategory =>
  giftCategories.find((category) => classes[category] === kind) as GiftCategory

/** Carryovers as the Code's working gives them: by class and age in the next year. Less than a millionth is nothing. */
const asCarried = (gifts: readonly CarriedGift[], year: number): GiftCarryover[] =>
  gifts
    .filter(({ amount }) => amount > 1e-6)
    .map(({ category, year: given, amount }) => ({ kind: classes[category], age: year + 1 - given, amount }))

function expectCarried(got: readonly GiftCarryover[], want: readonly GiftCarryover[]): void {
  const ordered = (gifts: readonly GiftCarryover[]) =>
    gifts
      .filter(({ amount }) => amount > 1e-6)
      .sort((a, b) => giftClasses.indexOf(a.kind) - giftClasses.indexOf(b.kind) || a.age - b.age)
  expect(ordered(got)).toEqual(ordered(want).map((gift) => ({ ...gift, amount: expect.closeTo(gift.amount, 6) })))
}

describe('examples', () => {
  test.each(workedExamples<GiftYear>('gifts').map(named))('%s', (_, { gives, expected }) => {
    const { charity, carriedOut } = figured(gives)
    expect(charity.deduction).toBeCloseTo(expected['deduction'] as number, 8)
    expectCarried(asCarried(carriedOut, gives.year), expected['carriedOut'] as GiftCarryover[])
  })
})

const one = (given: Partial<Gifts>, base = 100_000, year = 2025, carriedIn: GiftCarryover[] = []): Charity =>
  figured({
    ...{ year, status: 'single', contributionBase: base, carriedIn },
    given: { ...noGifts, ...given },
  }).charity

describe('limits by hand, income of 100,000', () => {
  test('60 percent for cash, 50 for other property, 30 for stock and for other charities, 20 for stock to those', () => {
    expect(one({ cash: 70_000 }).deduction).toBe(60_000)
    expect(one({ property: 70_000 }).deduction).toBe(50_000)
    expect(one({ gainProperty: 70_000 }).deduction).toBe(30_000)
    expect(one({ others: 70_000 }).deduction).toBe(30_000)
    expect(one({ othersGainProperty: 70_000 }).deduction).toBe(20_000)
  })

  test('cash takes room from everything after it', () => {
    expect(one({ cash: 35_000, property: 20_000 })).toMatchObject({ cash: 35_000, ordinary: 15_000, deduction: 50_000 })
    expect(one({ cash: 55_000, property: 20_000 })).toMatchObject({ ordinary: 0, deduction: 55_000 })
    expect(one({ cash: 35_000, gainProperty: 30_000 })).toMatchObject({ stock: 15_000, deduction: 50_000 })
    expect(one({ cash: 45_000, others: 30_000 })).toMatchObject({ fiftyLeft: 5_000, private: 5_000 })
  })

  test('stock counts in full, up to what is left, against gifts to other charities', () => {
    // Stock of 45,000: 30,000 is deducted, and 5,000 of the half is left to others
    expect(one({ gainProperty: 45_000, others: 20_000 })).toMatchObject({
      stock: 30_000,
      stockUnderFifty: 45_000,
      private: 5_000,
    })
    expect(one({ gainProperty: 80_000, others: 20_000 })).toMatchObject({ stockUnderFifty: 50_000, private: 0 })
  })

  test('from 2026 cash up to 10 percent takes no room from other charities, also where property was carried in', () => {
    const carriedIn: GiftCarryover[] = [{ kind: 'property', amount: 10_000, age: 1 }]
    // 50,000 less cash 5,000 and property 10,000 leaves 35,000, which the stock of 80,000 fills; the 5,000 are given back
    expect(one({ cash: 5_000, gainProperty: 80_000, others: 20_000 }, 100_000, 2026, carriedIn)).toMatchObject({
      ...{ stock: 30_000, ordinaryCarried: 10_000, stockUnderFifty: 35_000, fiftyLeft: 5_000, private: 5_000 },
    })
  })

  test('stock given to other charities comes after all else', () => {
    expect(one({ gainProperty: 15_000, othersGainProperty: 25_000 })).toMatchObject({
      othersLeft: 15_000,
      privateStock: 15_000,
    })
    expect(one({ others: 18_000, othersGainProperty: 25_000 })).toMatchObject({
      othersLeft: 12_000,
      privateStock: 12_000,
    })
    expect(one({ gainProperty: 35_000, othersGainProperty: 25_000 })).toMatchObject({ othersLeft: 0, privateStock: 0 })
  })

  test('gifts of the year come before carryovers of the same kind', () => {
    const carried = (kind: GiftClass, amount: number): GiftCarryover[] => [{ kind, amount, age: 1 }]
    expect(one({ cash: 50_000 }, 100_000, 2025, carried('cash', 30_000))).toMatchObject({
      cash: 50_000,
      cashCarried: 10_000,
    })
    expect(one({ property: 30_000 }, 100_000, 2025, carried('property', 30_000))).toMatchObject({
      ordinary: 30_000,
      ordinaryCarried: 20_000,
    })
    expect(one({ gainProperty: 25_000 }, 100_000, 2025, carried('gainProperty', 30_000))).toMatchObject({
      stock: 25_000,
      stockCarried: 5_000,
    })
    expect(one({ others: 25_000 }, 100_000, 2025, carried('others', 30_000))).toMatchObject({
      private: 25_000,
      privateCarried: 5_000,
    })
    expect(one({ othersGainProperty: 15_000 }, 100_000, 2025, carried('othersGainProperty', 30_000))).toMatchObject({
      ...{ privateStock: 15_000, privateStockCarried: 5_000, deduction: 20_000 },
    })
  })

  test('carryovers to public charities come before gifts to others', () => {
    const f = one({ others: 30_000 }, 100_000, 2025, [{ kind: 'property', amount: 35_000, age: 2 }])
    expect(f).toMatchObject({ ordinaryCarried: 35_000, private: 15_000 })
  })

  // IRC 170(b)(1)(G)(iii)(II): the 50 percent limit is lowered by the cash allowed, whatever year it was given in
  test('cash carried in takes room from other gifts to public charities', () => {
    const carriedIn: GiftCarryover[] = [{ kind: 'cash', amount: 10_000, age: 1 }]
    expect(one({ property: 60_000 }, 100_000, 2025, carriedIn).deduction).toBe(50_000)
    expect(one({ gainProperty: 30_000 }, 100_000, 2025, [{ kind: 'cash', amount: 25_000, age: 1 }]).deduction).toBe(
      50_000,
    )
  })

  test('no income, or less than none, allows no gift', () => {
    for (const base of [0, -5_000])
      expect(one({ cash: 100, gainProperty: 100, others: 100 }, base)).toMatchObject({ base: 0, deduction: 0 })
  })

  test('in 2026 half a percent of income is not deducted', () => {
    expect(one({ cash: 10_000 }, 100_000, 2026)).toMatchObject({ allowed: 10_000, floor: 500, deduction: 9_500 })
    expect(one({ cash: 300 }, 100_000, 2026)).toMatchObject({ allowed: 300, floor: 300, deduction: 0 })
    expect(one({ cash: 10_000 }, 100_000, 2025).floor).toBe(0)
  })
})

describe('what is carried on', () => {
  const out = (given: Partial<Gifts>, carriedIn: GiftCarryover[] = [], year = 2026) => {
    const x = { year, status: 'single', contributionBase: 100_000, carriedIn } as const
    return figured({ ...x, carriedIn, given: { ...noGifts, ...given } }).carriedOut
  }

  test('the excess of the year, under its year and kind', () => {
    expect(out({ cash: 70_000 }, [], 2025)).toEqual([{ category: 'cash', year: 2025, amount: 10_000 }])
    expect(out({ cash: 60_000 }, [], 2025)).toEqual([])
  })

  test('the floor falls first on what has the lowest limit, and is carried only with an excess', () => {
    // 500 on the stock given to others, of which 20,000 is allowed
    expect(out({ othersGainProperty: 25_000, cash: 5_000 })).toEqual([
      { category: 'privateStock', year: 2026, amount: 5_500 },
    ])
    expect(out({ othersGainProperty: 20_000, cash: 5_000 })).toEqual([])
    // 200 on stock, the remaining 300 on the 30,000 allowed of gifts to other charities
    expect(out({ gainProperty: 200, others: 30_500 })).toEqual([
      { category: 'stock', year: 2026, amount: 200 },
      { category: 'private', year: 2026, amount: 800 },
    ])
    // 500 on other property before any on cash
    expect(out({ cash: 5_000, property: 60_000 })).toEqual([{ category: 'ordinary', year: 2026, amount: 15_500 }])
  })

  test('carryovers last five years and are used oldest first', () => {
    const carriedIn: GiftCarryover[] = [
      { kind: 'cash', amount: 9_000, age: 1 },
      { kind: 'cash', amount: 8_000, age: 5 },
      { kind: 'cash', amount: 7_000, age: 3 },
    ]
    // 60,000 less 50,000 leaves 10,000: 8,000 of the oldest and 2,000 of the next
    expect(out({ cash: 50_000 }, carriedIn, 2025)).toEqual([
      { category: 'cash', year: 2022, amount: 5_000 },
      { category: 'cash', year: 2024, amount: 9_000 },
    ])
    expect(out({ cash: 60_000 }, carriedIn, 2025).map((gift) => gift.year)).toEqual([2022, 2024])
  })

  test('a carryover that the floor takes is lost', () => {
    // Excess of stock in the year; 500 falls on stock carried in, none of the year's own stock being allowed beyond it
    const f = out({ cash: 61_000 }, [{ kind: 'othersGainProperty', amount: 400, age: 1 }], 2026)
    expect(f.filter((gift) => gift.category === 'privateStock')).toEqual([
      { category: 'privateStock', year: 2025, amount: 400 },
    ])
  })
})

describe('against the Code', () => {
  const gifts = (of: { year: number; status: FilingStatus }) => {
    const amount = fc.oneof(
      { weight: 2, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: dollars(of) },
      { weight: 2, arbitrary: fc.integer({ min: 0, max: 120_000 }) },
    )
    return fc.record({
      cash: amount,
      property: amount,
      gainProperty: amount,
      others: amount,
      othersGainProperty: amount,
    })
  }
  const carryover = (kinds: readonly GiftClass[]) =>
    fc.record({
      kind: fc.constantFrom(...kinds),
      amount: fc.integer({ min: 1, max: 90_000 }),
      age: fc.integer({ min: 1, max: 5 }),
    })
  const giftYear = (kinds: readonly GiftClass[]) =>
    yearAndStatus.chain((of) =>
      fc.record({
        ...{ year: fc.constant(of.year), status: fc.constant(of.status), given: gifts(of) },
        contributionBase: fc.oneof(fc.integer({ min: -5_000, max: 400_000 }), dollars(of)),
        carriedIn: fc.uniqueArray(carryover(kinds), { maxLength: 5, selector: ({ kind, age }) => `${kind} ${age}` }),
      }),
    )

  function compareDeduction(x: GiftYear): void {
    const code = giftDeduction(x.contributionBase, x.given, x.carriedIn, figuresFor(x.year, x.status))
    expect(figured(x).charity.deduction).toBeCloseTo(code.deduction, 6)
  }

  function compare(x: GiftYear): void {
    const { charity, carriedOut } = figured(x)
    const code = giftDeduction(x.contributionBase, x.given, x.carriedIn, figuresFor(x.year, x.status))
    expect(charity.deduction).toBeCloseTo(code.deduction, 6)
    for (const category of giftCategories)
      expect(charity[category] + charity[`${category}Carried`]).toBeCloseTo(code.allowed[classes[category]], 6)
    expectCarried(asCarried(carriedOut, x.year), code.carriedOut)
  }

  test('equals section 170 on gifts of the year alone', () =>
    check(
      fc.property(giftYear(['cash']), (x) => compare({ ...x, carriedIn: [] })),
      2_000,
    ))

  test('equals section 170 with gifts and carryovers of one class', () =>
    check(
      fc.property(giftYear(giftClasses), fc.constantFrom(...giftClasses), (x, kind) => {
        const carriedIn = x.carriedIn.filter((gift) => gift.kind === kind)
        compare({ ...x, given: { ...noGifts, [kind]: x.given[kind] }, carriedIn })
      }),
      2_000,
    ))

  test('equals section 170 with carryovers of every kind but other property to public charities', () =>
    check(fc.property(giftYear(['cash', 'gainProperty', 'others', 'othersGainProperty']), compare), 3_000))

  // Among gifts to public charities Pub. 526 goes class by class and 170(d)(1)(A)(i) year by year: the sum is the same
  test('deducts what section 170 allows with carryovers of other property to public charities', () =>
    check(
      fc.property(giftYear(['cash', 'property', 'gainProperty']), (x) => {
        compareDeduction({ ...x, given: { ...x.given, others: 0, othersGainProperty: 0 } })
      }),
      2_000,
    ))
})
