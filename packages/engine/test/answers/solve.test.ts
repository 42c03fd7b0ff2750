import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { costAnswer } from '../../src/answers/cost.ts'
import { roomAnswer } from '../../src/answers/room.ts'
import { type SolveAnswer, type SolveQuestion, solveAnswer } from '../../src/answers/solve.ts'
import type { Case } from '../../src/case.ts'
import type { Action } from '../../src/equity/action.ts'
import type { FilingStatus } from '../../src/law/law.ts'
import { caseOfFlat } from '../../src/scenario/caseOfFlat.ts'
import { parseFlatCase } from '../../src/scenario/flatCase.ts'
import { creditIntoNext, yearsTo } from '../../src/timeline.ts'
import { check } from '../arbitraries.ts'
import { caseOf, exerciseOf, giftOf, grantOf, incomeOf, lotOf, saleOf } from '../cases.ts'

const asked = { asOf: '2026-02-02' }

/** Joint 2026, taxable income 200,000: a room of 36,553.85, and 20,000 shares at 2 worth 42. */
const guide = (x: Partial<Case> = {}): Case => caseOf({ incomes: [incomeOf(2026, { wages: 232_200 })], ...x })

/** The same with 180,000 of spread planned. */
const planned = (x: Partial<Case> = {}): Case => guide({ plan: [exerciseOf('2026-03-03', 4_500)], ...x })

const withCash = (of: Case, cash: number): Case => ({ ...of, household: { ...of.household, cash } })

const one = (status: FilingStatus, wages: number): Case =>
  caseOf({
    household: { ...caseOf().household, statuses: [{ from: 2026, status }] },
    incomes: [incomeOf(2026, { wages })],
  })

const amtOf = (amount: number): SolveQuestion['target'] => ({ name: 'amt', amount })
const solve = (of: Case, question: SolveQuestion, year?: number): SolveAnswer =>
  solveAnswer(of, { ...asked, ...(year !== undefined && { year }) }, question)

/** Every end of a stretch that is not only the end of what was looked at. */
const endsOf = ({ stretches }: SolveAnswer): number[] =>
  stretches.flatMap(({ from, to, opensBelow, opensAbove }) => [
    ...(opensBelow ? [] : [from.value]),
    ...(opensAbove ? [] : [to.value]),
  ])

describe('shares', () => {
  test('for no AMT are those of the room: 36,553.85 / 40 is 913.8', () => {
    const answer = solve(planned(), { unknown: 'shares', target: amtOf(0) })
    expect(answer).toMatchObject({ year: 2026, answer: 913, is: 'most', setAside: 1 })
    expect(answer.about).toMatchObject({ grant: 'g1', on: '2026-02-02', price: 42 })
    expect(answer.answer).toBe(roomAnswer(planned(), asked).byGrant[0]?.shares)
    // 914 x 40 is 6.154 beyond the room, at 26 %
    expect(answer.at).toMatchObject({ value: 913, meets: true, amt: 0, outlay: 1_826, creditLeft: 0 })
    expect(answer.next).toMatchObject({ value: 914, meets: false, amt: 1.6, outlay: 1_829.6, creditLeft: 1.6 })
    expect(answer.asItIs).toMatchObject({ value: 0, meets: true, amt: 0, totalTax: 33_424, outlay: 0 })
    expect(answer.range).toEqual({ from: 0, to: 20_000, step: 1, endsWith: 'exercisable' })
  })

  test('for AMT of 5,000: 38,424 / 26 % + 140,200 - 232,200 = 55,784.62, which is 1,394.6 shares', () => {
    expect(solve(guide(), { unknown: 'shares', target: amtOf(5_000) })).toMatchObject({ answer: 1_394, is: 'most' })
  })

  test('for an outlay of 90,000: 2 a share, and AMT of 63,570 + 28 % of (40 a share - 152,500) - 33,424', () => {
    // 13.2 a share less 12,554: 102,554 / 13.2 is 7,769.2
    const of = withCash(guide(), 90_000)
    const answer = solve(of, { unknown: 'shares', target: { name: 'outlay', amount: 'cash' } })
    expect(answer).toMatchObject({ answer: 7_769, target: { name: 'outlay', limit: 90_000, through: 2026 } })
    expect(answer.at?.outlay).toBe(89_996.8)
    const given = solve(guide(), { unknown: 'shares', target: { name: 'outlay', amount: 90_000 } })
    expect(given.answer).toBe(7_769)
  })

  test('at a value of its own: a spread of 10 makes 3,655 of them', () => {
    expect(solve(guide(), { unknown: 'shares', price: 12, target: amtOf(0) })).toMatchObject({
      answer: 3_655,
      about: { price: 12 },
    })
  })

  test('all of them where nothing stops them, with nothing beyond', () => {
    const of = guide({ grants: [grantOf({ shares: 500 })] })
    const answer = solve(of, { unknown: 'shares', target: amtOf(0) })
    expect(answer).toMatchObject({ answer: 500, is: 'most', next: null })
    expect(answer.stretches).toMatchObject([{ opensBelow: true, opensAbove: true }])
  })

  test('none where the year has AMT already: the nearest is none, and more is worse', () => {
    const of = guide({ lots: [lotOf({ exercised: '2026-01-05', shares: 1_000 })] })
    const answer = solve(of, { unknown: 'shares', target: amtOf(0) })
    // 40,000 of spread less 36,553.846, at 26 %
    expect(answer).toMatchObject({ answer: null, is: null, at: null, why: 'end', nearest: { value: 0, amt: 896 } })
  })

  test('that a later exercise of the plan leaves, where later years count', () => {
    const plan = [exerciseOf('2028-03-03', 19_500)]
    const question = { unknown: 'shares', target: { name: 'creditDrainedBy', year: 2028 } } as const
    expect(solve(guide({ plan }), question).range.to).toBe(500)
    expect(solve(guide({ plan }), { unknown: 'shares', target: amtOf(0) }).range.to).toBe(20_000)
  })
})

/**
 * Room at wages alone, of 2026: regular tax by 26 %, or (regular tax - 63,570) / 28 % + 244,500, and the exemption, less the
 * wages. Regular taxes are those of the table of worked rooms, in whole dollars there: 68,134 and 63,508 are 35 % of 27,675 and of
 * 19,650 at the end.
 */
const rooms: [FilingStatus, number, number, number][] = [
  ['single', 150_000, 24_734, 90_100],
  ['single', 200_000, 36_734, 90_100],
  ['single', 300_000, 68_134.25, 90_100],
  ['mfj', 150_000, 15_340, 140_200],
  ['mfj', 200_000, 26_340, 140_200],
  ['mfj', 300_000, 49_468, 140_200],
  ['mfj', 500_000, 102_608, 140_200],
  ['hoh', 200_000, 32_991, 90_100],
  ['hoh', 300_000, 63_508.5, 90_100],
]

describe('wages', () => {
  test.each(rooms)('%s %d: the room there gives them back', (status, wages, tax, exemption) => {
    const taxed = tax <= 63_570 ? tax / 0.26 : (tax - 63_570) / 0.28 + 244_500
    const amount = taxed + exemption - wages
    const answer = solve(one(status, 180_000), { unknown: 'wages', target: { name: 'room', amount } })
    const apart = endsOf(answer).map((end) => Math.abs(end - wages))
    expect(Math.min(...apart)).toBeLessThan(0.02)
  })

  test('both sides of the trough of a single filer: 24 % of wages against 26 % below 217,875, 32 % above', () => {
    // At the bottom (36,734 + 24 % of 17,875) / 26 % + 90,100 - 217,875 = 30,009.62. Up again by 6 / 26 of a dollar each:
    // 31,384.62 is 1,375 higher, at 217,875 + 5,958.33
    const of = one('single', 217_875)
    const answer = solve(of, { unknown: 'wages', target: { name: 'room', amount: 36_734 / 0.26 + 90_100 - 200_000 } })
    expect(answer.asItIs).toMatchObject({ value: 217_875, amount: 30_009.62, meets: false })
    expect(endsOf(answer)).toEqual([expect.closeTo(200_000, 1), expect.closeTo(223_833.33, 1)])
    // 5,958.33 away, not 17,875
    expect(answer.answer).toBeCloseTo(223_833.33, 1)
    expect(answer.is).toBe('least')
  })

  test('that no wages miss: 30,000 of room there always is', () => {
    const answer = solve(one('single', 217_875), { unknown: 'wages', target: { name: 'room', amount: 30_000 } })
    expect(answer).toMatchObject({ answer: 217_875, is: 'any', next: null, stretches: [{ opensBelow: true }] })
  })

  test('at which 180,000 of spread is free: 37 % has caught up with 28 %', () => {
    // 206,583.50 + 37 % of (W - 800,900) = 28 % of (W + 180,000) - 4,890: 9 % of W is 135,259.50
    const answer = solve(planned(), { unknown: 'wages', target: amtOf(0) })
    expect(answer).toMatchObject({ answer: 1_502_883.34, is: 'least', next: { value: 1_502_883.33, meets: false } })
  })

  test('that bring a credit of 9,000 home in the year: below a trough of the gap, and above it', () => {
    // The gap of regular tax over tentative minimum tax is 9,000 at a regular tax of 9,000 (2,480 + 12 % of 54,333.33: wages of
    // 111,333.33), where tentative minimum tax is none; at 300,000 it is 7,920 and falls by 2 cents a dollar: 246,000; at 544,650
    // (32 % ends) it is 8,540 and rises by 7: 551,221.43
    const { carryforwards } = caseOf()
    const of = guide({
      incomes: [incomeOf(2026, { wages: 300_000 })],
      carryforwards: { ...carryforwards, minimumTaxCredit: 9_000 },
    })
    const answer = solve(of, { unknown: 'wages', target: { name: 'creditDrainedBy', year: 2026 } })
    expect(answer.asItIs).toMatchObject({ value: 300_000, creditLeft: 1_080, meets: false })
    // Credit of half a cent is none: at 2 cents a dollar that is 25 cents of wages
    const [low = 0, middle = 0, high = 0, ...others] = endsOf(answer)
    expect([low, high]).toEqual([expect.closeTo(111_333.3, 0), expect.closeTo(551_221.4, 0)])
    expect(Math.abs(middle - 246_000)).toBeLessThan(0.5)
    expect(others).toEqual([])
    expect(answer).toMatchObject({ answer: middle, is: 'most' })
  })

  test('of the year alone: later years keep theirs', () => {
    const { carryforwards } = caseOf()
    const of = guide({ carryforwards: { ...carryforwards, minimumTaxCredit: 60_000 } })
    const question = { unknown: 'wages', target: { name: 'creditDrainedBy', year: 2030 } } as const
    const { asItIs } = solve(of, question)
    const far = { ...of, assumptions: { ...of.assumptions, horizon: 2035 } }
    const last = yearsTo(far, 2030).at(-1)
    expect(asItIs?.creditLeft).toBeCloseTo(last ? creditIntoNext(last) : Number.NaN, 2)
  })
})

describe('a gift', () => {
  // Single, wages of 200,000, spread of 50,000: 26 % of 159,900 is 41,574, less 36,734 is 4,840 of AMT. 1,000 count beside the
  // standard deduction: 4,820. From 2,000 on, less 0.5 % of income, itemizing has the lower total tax: regular tax on 199,000
  // is 40,358, and 41,314 less that is 956
  const of = { ...one('single', 200_000), plan: [exerciseOf('2026-03-03', 1_250)] }

  test('that makes itemizing the cheaper choice takes AMT down by a jump', () => {
    const answer = solve(of, { unknown: 'gift', target: amtOf(3_000) })
    expect(answer.asItIs).toMatchObject({ value: 0, amt: 4_840 })
    expect(answer).toMatchObject({
      answer: 2_000.01,
      is: 'least',
      at: { amt: 956 },
      next: { value: 2_000, amt: 4_820 },
    })
    expect(answer.about).toMatchObject({ to: 'publicCharity', on: '2026-12-31' })
  })

  test('to a fund counts for nothing beside the standard deduction', () => {
    const answer = solve(of, { unknown: 'gift', to: 'dafSponsor', target: amtOf(4_839) })
    // 1,000 of it count only once itemized, from 1,000 of gift on
    expect(answer.at?.amt).toBeLessThan(4_830)
    expect(answer.answer).toBeLessThan(2_000)
    expect(answer.about.to).toBe('dafSponsor')
  })

  test('of a flat case is the same', () => {
    const flat = {
      ...{ id: 'a', year: 2026, status: 'single', age: 40, wages: 200_000, interest: 0, ordinaryDividends: 0 },
      ...{ qualifiedDividends: 0, shortTermGain: 0, longTermGain: 0, isoSpread: 50_000, otherAmtAdjustment: 0 },
    }
    const row = caseOfFlat(parseFlatCase(flat))
    expect(solve(row, { unknown: 'gift', target: amtOf(3_000) })).toMatchObject({ answer: 2_000.01 })
    expect(() => solve(row, { unknown: 'shares', target: amtOf(0) })).toThrow('a flat case has only wages and gift')
    const later = { name: 'creditDrainedBy', year: 2030 } as const
    expect(() => solve(row, { unknown: 'wages', target: later })).toThrow('a flat case has one year')
  })
})

describe('a sale', () => {
  // Single 2026, wages 216,200, 3,000 shares of 9 taken in at 52 in the year: AMT income 345,200, less 90,100; sold at 40 a share
  // takes 43 out of it and puts 31 into wages. Tentative minimum tax 26 % of (255,100 - 12 n), regular tax from 200,100 + 31 n
  // at 24 %, 32 % from 201,775 and 35 % from 256,225
  const grants = [grantOf({ strike: 9, fmvAtGrant: 9, on: '2021-05-03' })]
  const lots = [lotOf({ exercised: '2026-03-16', shares: 3_000, fmvAtExercise: 52 })]
  const of: Case = { ...one('single', 216_200), grants, lots }

  test('just large enough that AMT is gone', () => {
    // Equal where 58,448 + 35 % of (31 n - 56,125) is 66,326 - 3.12 n
    const n = (66_326 - 58_448 + 0.35 * 56_125) / (0.35 * 31 + 3.12)
    const answer = solve(of, { unknown: 'sale', lot: 'l1', on: '2026-12-01', price: 40, target: amtOf(0) })
    expect(answer).toMatchObject({ answer: Math.ceil(n), is: 'least', next: { value: Math.ceil(n) - 1, meets: false } })
    expect(answer.range).toEqual({ from: 0, to: 3_000, step: 1, endsWith: 'held' })
  })

  test('sets aside what the plan sells of the lot from that day on, and keeps the rest', () => {
    const plan = [
      saleOf('2026-11-01', 100, 40),
      saleOf('2026-12-01', 300, 40),
      saleOf('2027-02-01', 50, 40, { lot: null }),
    ]
    const answer = solve({ ...of, plan }, { unknown: 'sale', lot: 'l1', on: '2026-12-01', price: 40, target: amtOf(0) })
    expect(answer).toMatchObject({ setAside: 2, range: { to: 2_900 } })
  })

  test('at a price, the price being what is asked', () => {
    // All 3,000 at P: AMT income of 216,200 + 3,000 (P - 9) and no spread; total tax 36,734 + 24 % of 16,200 and of 1,675, and 32 %
    // of the rest: at a price of 25, 41,024 + 32 % of 46,325 = 55,848; Additional Medicare tax is on wages above 200,000, 145.80
    const target = { name: 'totalTax', amount: 55_993.8 } as const
    const answer = solve(of, { unknown: 'price', lot: 'l1', on: '2026-12-01', target })
    expect(answer).toMatchObject({ answer: 25, is: 'most', about: { lot: 'l1', shares: 3_000 } })
  })
})

describe('a value at the exercise', () => {
  test('of the plan: 36,553.85 over 4,500 shares is 8.123 above the strike of 2', () => {
    const answer = solve(planned(), { unknown: 'price', target: amtOf(0) })
    expect(answer).toMatchObject({ answer: 10.12, is: 'most', next: { value: 10.13, meets: false }, setAside: 0 })
    expect(answer.about).toMatchObject({ grant: 'g1', on: '2026-03-03', shares: 4_500 })
  })

  test('of shares that are not planned: 36,553.85 over 1,000', () => {
    expect(solve(planned(), { unknown: 'price', shares: 1_000, target: amtOf(0) })).toMatchObject({
      answer: 38.55,
      setAside: 1,
      about: { shares: 1_000 },
    })
  })

  test('holds for its day alone: the day after has what it had', () => {
    const plan = [exerciseOf('2026-03-03', 100), exerciseOf('2026-03-04', 100)]
    const answer = solve(guide({ plan }), { unknown: 'price', on: '2026-03-03', target: amtOf(0) })
    // 4,000 of the room go to the second exercise
    expect(answer.answer).toBe(Math.floor(100 * (2 + 32_553.846 / 100)) / 100)
  })
})

test('the cash that strike and tax take: 9,000 and 37,846', () => {
  const question = { unknown: 'cash', target: { name: 'outlay', amount: 'cash' } } as const
  const answer = solve(withCash(planned(), 1_000), question)
  expect(answer).toMatchObject({ answer: 46_846, is: 'least', target: { limit: null }, asItIs: { meets: false } })
  expect(answer.answer).toBe(costAnswer(planned(), asked).outlay)
  expect(solve(planned(), question).asItIs).toBeNull()
})

test('outlay is that of isoline cost, the state included', () => {
  const household = { ...caseOf().household, residence: [{ from: '2020-01-01', state: 'CA' }], cash: 60_000 }
  const of = guide({ household })
  const answer = solve(of, { unknown: 'shares', on: '2026-03-03', target: { name: 'outlay', amount: 'cash' } })
  const at = (shares: number) => costAnswer({ ...of, plan: [exerciseOf('2026-03-03', shares)] }, asked).outlay
  const most = answer.answer ?? Number.NaN
  expect([answer.at?.outlay, answer.next?.outlay]).toEqual([at(most), at(most + 1)])
  expect(at(most)).toBeLessThanOrEqual(60_000)
  expect(at(most + 1)).toBeGreaterThan(60_000)
})

test('what does not move the target says so', () => {
  const target = { name: 'room', amount: 40_000 } as const
  expect(solve(guide(), { unknown: 'shares', target })).toMatchObject({ answer: null, why: 'moot' })
})

describe('errors name the flag', () => {
  const two = guide({ grants: [grantOf(), grantOf({ id: 'g2' }), grantOf({ id: 'n1', kind: 'nso' })] })
  const sale = { unknown: 'sale', on: '2026-12-01', target: amtOf(0) } as const
  const held = guide({ lots: [lotOf()] })
  const questions: [string, Case, SolveQuestion, string][] = [
    ['which grant', two, { unknown: 'shares', target: amtOf(0) }, 'there are g1, g2'],
    ['no such grant', two, { unknown: 'shares', grant: 'g3', target: amtOf(0) }, 'there is no grant g3'],
    ['no ISO', two, { unknown: 'shares', grant: 'n1', target: amtOf(0) }, 'which is no ISO'],
    ['no grants', guide({ grants: [] }), { unknown: 'shares', target: amtOf(0) }, 'has no ISO grant'],
    ['gone', guide(), { unknown: 'shares', on: '2030-06-15', target: amtOf(0) }, 'no ISO share of g1 is left'],
    ['no lot', held, sale, 'Name the lot'],
    ['no day', held, { unknown: 'sale', lot: 'l1', target: amtOf(0) }, 'Give the day'],
    ['no such lot', held, { ...sale, lot: 'l2' }, 'Did you mean l1?'],
    ['not held', held, { ...sale, lot: 'l1', on: '2025-03-01' }, 'no income for 2025'],
    [
      'sold out',
      guide({ lots: [lotOf()], plan: [saleOf('2026-01-05', 10_000, 42)] }),
      { ...sale, lot: 'l1' },
      'are held',
    ],
    [
      'too many',
      held,
      { unknown: 'price', lot: 'l1', on: '2026-12-01', shares: 10_001, target: amtOf(0) },
      'only 10000',
    ],
    ['too many', held, { unknown: 'price', shares: 10_001, target: amtOf(0) }, 'only 10000'],
    ['nothing planned', guide(), { unknown: 'price', target: amtOf(0) }, 'no such exercise in 2026'],
    ['no cash', guide(), { unknown: 'shares', target: { name: 'outlay', amount: 'cash' } }, 'outlay=50000'],
    ['cash', guide(), { unknown: 'cash', target: amtOf(0) }, 'moves nothing but outlay=cash'],
    ['past', guide(), { unknown: 'shares', target: { name: 'creditDrainedBy', year: 2025 } }, 'ends with 2025'],
    ['far', guide(), { unknown: 'shares', target: { name: 'creditDrainedBy', year: 2999 } }, 'Choose an earlier year'],
  ]
  test.each(questions)('%s', (_, of, question, said) => {
    expect(() => solve(of, question)).toThrow(said)
  })

  test('several days, and as filed', () => {
    const plan = [exerciseOf('2026-03-03', 100), exerciseOf('2026-03-04', 100)]
    expect(() => solve(guide({ plan }), { unknown: 'price', target: amtOf(0) })).toThrow('2026-03-03, 2026-03-04')
    const question = { unknown: 'shares', target: amtOf(0) } as const
    expect(() => solveAnswer(guide(), { ...asked, rounding: 'as-filed' as never }, question)).toThrow('exact figures')
  })
})

describe('plugged back in, against every share or many wages tried one by one', () => {
  const status = fc.constantFrom<FilingStatus>('single', 'mfj', 'mfs', 'hoh')
  const wages = fc.integer({ min: 0, max: 900_000 })
  const inside = ({ stretches }: SolveAnswer, value: number): boolean =>
    stretches.some(({ from, to }) => from.value <= value && value <= to.value)
  const amtIn = (of: Case): number => yearsTo(of, 2026).at(-1)?.return.form6251.line11 ?? Number.NaN

  test('shares, AMT', () => {
    check(
      fc.property(status, wages, fc.integer({ min: 3, max: 9_000 }), fc.integer({ min: 0, max: 200_000 }), (...of) => {
        const [filing, income, value, limit] = of
        const company = { ...caseOf().company, prices: [{ on: '2025-01-01', fmv: value }] }
        const bare: Case = { ...one(filing, income), company, grants: [grantOf({ shares: 150, fmvAtGrant: 2 })] }
        const answer = solve(bare, { unknown: 'shares', on: '2026-03-03', target: amtOf(limit) })
        for (let shares = 0; shares <= 150; shares++)
          expect([shares, inside(answer, shares)]).toEqual([
            shares,
            amtIn({ ...bare, plan: [exerciseOf('2026-03-03', shares)] }) <= limit + 1e-6,
          ])
      }),
      40,
    )
  })

  test('shares, credit left years later', () => {
    check(
      fc.property(wages, fc.integer({ min: 500, max: 9_000 }), fc.integer({ min: 2026, max: 2030 }), (...of) => {
        const [income, value, year] = of
        const company = { ...caseOf().company, prices: [{ on: '2025-01-01', fmv: value }] }
        const bare: Case = { ...one('mfj', income), company, grants: [grantOf({ shares: 60 })] }
        const target = { name: 'creditDrainedBy', year } as const
        const answer = solve(bare, { unknown: 'shares', on: '2026-03-03', target })
        for (let shares = 0; shares <= 60; shares++) {
          const plan = [exerciseOf('2026-03-03', shares)]
          const last = yearsTo({ ...bare, plan }, year).at(-1)
          const left = last ? creditIntoNext(last) : Number.NaN
          expect([shares, inside(answer, shares)]).toEqual([shares, left <= 0.005])
        }
      }),
      25,
    )
  })

  test('shares, outlay in a state with an AMT of its own', () => {
    const household = { ...caseOf().household, residence: [{ from: '2020-01-01', state: 'CA' }] }
    check(
      fc.property(wages, fc.integer({ min: 500, max: 9_000 }), fc.integer({ min: 0, max: 150_000 }), (...of) => {
        const [income, value, amount] = of
        const company = { ...caseOf().company, prices: [{ on: '2025-01-01', fmv: value }] }
        const incomes = [incomeOf(2026, { wages: income })]
        const bare = caseOf({ household, incomes, company, grants: [grantOf({ shares: 60 })] })
        const answer = solve(bare, { unknown: 'shares', on: '2026-03-03', target: { name: 'outlay', amount } })
        for (let shares = 0; shares <= 60; shares++) {
          const { outlay } = costAnswer({ ...bare, plan: [exerciseOf('2026-03-03', shares)] }, asked)
          // `cost` is in cents
          if (Math.abs(outlay - amount) > 0.02)
            expect([shares, inside(answer, shares)]).toEqual([shares, outlay <= amount])
        }
      }),
      10,
    )
  })

  test('a sale in the year of the exercise, AMT', () => {
    const price = fc.integer({ min: 0, max: 6_000 })
    check(
      fc.property(status, wages, price, fc.integer({ min: 0, max: 100_000 }), (filing, income, sold, limit) => {
        const lots = [lotOf({ exercised: '2026-01-05', shares: 100, fmvAtExercise: 4_002 })]
        const bare: Case = { ...one(filing, income), lots }
        const answer = solve(bare, { unknown: 'sale', lot: 'l1', on: '2026-12-01', price: sold, target: amtOf(limit) })
        for (let shares = 0; shares <= 100; shares++) {
          const plan: Action[] = shares === 0 ? [] : [saleOf('2026-12-01', shares, sold)]
          expect([shares, inside(answer, shares)]).toEqual([shares, amtIn({ ...bare, plan }) <= limit + 1e-6])
        }
      }),
      40,
    )
  })

  test('wages and gifts, AMT: itemized deductions, gifts and gains in the way', () => {
    const spread = fc.integer({ min: 0, max: 400_000 })
    const some = fc.integer({ min: 0, max: 60_000 })
    check(
      fc.property(
        status,
        spread,
        some,
        some,
        fc.integer({ min: 0, max: 60_000 }),
        (filing, more, gift, gain, limit) => {
          const plan = [exerciseOf('2026-03-03', Math.ceil(more / 40)), giftOf('2026-06-01', { cash: gift })]
          const at = (income: number, cash = gift): Case => ({
            ...one(filing, income),
            incomes: [incomeOf(2026, { wages: income, longTermGain: gain })],
            plan: [plan[0] as Action, giftOf('2026-06-01', { cash })],
          })
          const answer = solve(at(200_000), { unknown: 'wages', target: amtOf(limit) })
          const given = solve(at(200_000), { unknown: 'gift', target: amtOf(limit) })
          for (let i = 0; i <= 400; i++) {
            const income = 1_234.56 + i * 3_100.07
            expect([income, inside(answer, income)]).toEqual([income, amtIn(at(income)) <= limit + 1e-6])
            const cash = i * 499.99
            expect([cash, inside(given, cash)]).toEqual([cash, amtIn(at(200_000, gift + cash)) <= limit + 1e-6])
          }
          for (const { from, to } of [...answer.stretches, ...given.stretches])
            expect([from.meets, to.meets]).toEqual([true, true])
          expect([answer.next?.meets ?? false, given.next?.meets ?? false]).toEqual([false, false])
        },
      ),
      25,
    )
  })
})
