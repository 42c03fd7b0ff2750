/** Gifts to charity: with and without, the amounts at which something changes, cash and shares, bunching. Worked by hand. */
import { describe, expect, test } from 'vitest'
import { giveAnswer } from '../../src/answers/give.ts'
import type { GiveQuestion } from '../../src/answers/giving.ts'
import type { Case } from '../../src/case.ts'
import { InputError } from '../../src/errors.ts'
import { caseOf, exerciseOf, giftOf, incomeOf, lotOf, noItemized, saleOf } from '../cases.ts'

const asked = { asOf: '2026-11-22' }

/** Nothing grows, so that every later year is that of 2026. */
const flat = { ...caseOf().assumptions, indexing: 0, wageGrowth: 0, horizon: 2026 }

const yearOf = (x: Partial<Parameters<typeof incomeOf>[1]> = {}, more: Partial<Case> = {}): Case =>
  caseOf({ incomes: [incomeOf(2026, { wages: 300_000, ...x })], assumptions: flat, ...more })

const give = (of: Case, question: GiveQuestion = {}) => giveAnswer(of, asked, question)
const codes = ({ findings }: ReturnType<typeof give>): string[] => findings.map(({ code }) => code)

/**
 * Joint return of 2026, wages 232,200, 4,500 shares at 42 exercised at 2: a spread of 180,000. Taxable income 200,000, regular
 * tax 33,424; AMT income 412,200 less 140,200 is 272,000; 26 % of 244,500 and 28 % of 27,500 are 71,270; AMT 37,846. In later
 * years tentative minimum tax is 26 % of 92,000 = 23,920: 9,504 of credit comes back a year, so that in 2030 all of it is home.
 */
const joint = (x: Partial<Case> = {}): Case =>
  yearOf(
    { wages: 232_200 },
    {
      plan: [exerciseOf('2026-01-15', 4_500)],
      company: { ...caseOf().company, prices: [{ on: '2026-01-01', fmv: 42 }] },
      ...x,
    },
  )

describe('a year with AMT', () => {
  // The floor takes 0.5 % of 232,200 = 1,161, so that 48,839 is deducted in place of 32,200
  test('both systems, with and without', () => {
    const answer = give(joint(), { cash: 50_000 })
    expect(answer.without.year).toMatchObject({ regularTax: 33_424, tentativeMinimumTax: 71_270, amt: 37_846 })
    expect(answer.with.year).toMatchObject({
      ...{ deductionTaken: 'itemized', deduction: 48_839, taxableIncome: 183_361 },
      regularTax: 29_763.42, // 33,424 - 22 % of 16,639
      tentativeMinimumTax: 58_021.86, // 26 % of 223,161
      ...{ amt: 28_258.44, creditMade: 28_258.44, totalTax: 58_021.86 },
    })
    expect(answer.relief.year.federalTax).toBe(13_248.14)
    expect(answer.use).toEqual({
      ...{ counts: 50_000, floor: 1_161, deductedThisYear: 48_839, carried: 0, deductedLater: 0 },
      neverDeducted: 1_161,
    })
  })

  test('over all years the credit it does not make is missing: what is left is what regular tax saves', () => {
    const { relief, through } = give(joint(), { cash: 50_000 })
    expect(through).toBe(2031)
    expect(relief).toMatchObject({ worth: 3_660.58, perDollar: 0.0732, netCost: 46_339.42 })
    expect(relief.allYears).toEqual({ federalTax: 3_660.58, stateTax: 0, creditLeft: 0 })
    expect(relief.lastDollar).toMatchObject({
      regularTax: 0.22,
      tentativeMinimumTax: 0.26,
      federalTax: 0.26,
      worth: 0.22,
    })
  })

  // 23,839 is less than the standard 32,200: the 8,361 missing cost 22 %, once the credit is home
  test('itemizing below the standard deduction saves in the year and costs over all years', () => {
    const answer = give(joint(), { cash: 25_000 })
    expect(answer.relief.year.federalTax).toBe(6_674.92) // 28 % of 23,839, all of it past 244,500
    expect(answer.relief.worth).toBe(-1_839.42)
    expect(codes(answer)).toEqual(expect.arrayContaining(['doesNotPay', 'belowStandardDeduction', 'election']))
    expect(answer.findings.find(({ code }) => code === 'election')?.message).toContain('$1,839.42 is gained')
  })

  test('every amount at which something changes', () => {
    const { candidates, best, gift, chosen } = give(joint())
    expect(candidates.map(({ amount, reasons }) => [amount, reasons.map(({ code }) => code)])).toEqual([
      [1_161, ['itemizing']],
      [21_961, ['bracket']], // 232,200 - (21,961 - 1,161) = 211,400
      [28_661, ['lowRate']], // 272,000 - 27,500 = 244,500
      [33_361, ['evens']], // 32,200 and the floor
      [132_561, ['bracket']], // 232,200 - 131,400 = 100,800
      [139_320, ['ceiling']], // 60 % of 232,200
    ])
    // 22 % of 99,200 are 21,824; 12 % of the 6,759 up to the ceiling come on top
    expect(candidates.find(({ amount }) => amount === 132_561)).toMatchObject({ worth: 21_824, nextDollar: 0.12 })
    expect(candidates.at(-1)).toMatchObject({ worth: 22_635.08, perDollar: 0.1625 })
    // 16.46 and 16.25 cents are alike to a cent, and the larger saves more in all
    expect(best).toEqual({ perDollar: 139_320, amtGone: null, mostRelief: 139_320 })
    expect([chosen, gift.cash]).toEqual(['best', 139_320])
  })

  test('no more than the cash that strike and tax leave is recommended', () => {
    // 9,000 of strike and 37,846 of AMT
    const cash = (amount: number) => joint({ household: { ...caseOf().household, cash: amount } })
    const some = give(cash(86_846))
    expect(some).toMatchObject({ cashLeft: 40_000, chosen: 'best', gift: { cash: 40_000 } })
    expect(some.relief.worth).toBe(1_460.58) // 22 % of 38,839 - 32,200
    const little = give(cash(56_846))
    expect(little).toMatchObject({ cashLeft: 10_000, chosen: null, gift: { value: 0 } })
    expect(codes(little)).toEqual(expect.arrayContaining(['doesNotPay', 'evens', 'cash']))
  })

  // 800,000 more of spread: AMT income of 1,212,200 stands 212,200 into the phase-out, which takes 50 cents a dollar
  test('42 cents within the phase-out of the exemption', () => {
    const company = { ...caseOf().company, prices: [{ on: '2026-01-01', fmv: 202 }] }
    const plan = [exerciseOf('2026-01-15', 4_900)]
    const { relief } = give(joint({ company, plan }), { cash: 50_000 })
    expect(relief.lastDollar).toMatchObject({ regularTax: 0.22, tentativeMinimumTax: 0.42, federalTax: 0.42 })
    expect(relief.year.federalTax).toBe(20_512.38) // 42 % of 48,839
  })
})

/**
 * Joint, wages 232,200, mortgage interest 40,000: regular tax 33,424 - 22 % of 7,800 = 31,708. 1,760 shares with a spread of 40:
 * AMT income 262,600 less 140,200 is 122,400, of which 26 % are 31,824. The AMT of 116 falls by 4 cents a dollar: 2,900 and the
 * floor of 1,161.
 */
test('the gift that takes the year back to the line', () => {
  const of = joint({
    incomes: [incomeOf(2026, { wages: 232_200, itemized: { ...noItemized, mortgageInterest: 40_000 } })],
    plan: [exerciseOf('2026-01-15', 1_760)],
  })
  const { candidates, best, without } = give(of)
  expect(without.year.amt).toBe(116)
  expect(best.amtGone).toBe(4_061)
  expect(candidates.find(({ amount }) => amount === 4_061)?.reasons.map(({ code }) => code)).toEqual(['amtGone'])
  expect(give(of, { cash: 4_061 }).with.year.amt).toBe(0)
  // The room is 26 and 22 cents a dollar further: 4/26 of 2,900
  const { room } = give(of, { cash: 4_061 })
  expect(room.with - room.without).toBeCloseTo((2_900 * 4) / 26, 2)
})

/** Single, wages 216,100, spread 150,000, 40,000 given to a public charity. */
test('a single return', () => {
  const of = yearOf(
    { wages: 216_100 },
    {
      household: { ...caseOf().household, statuses: [{ from: 2025, status: 'single' }] },
      plan: [exerciseOf('2026-01-15', 3_750)],
      company: { ...caseOf().company, prices: [{ on: '2026-01-01', fmv: 42 }] },
    },
  )
  const answer = give(of, { cash: 40_000, to: 'publicCharity' })
  // 1,240 + 4,560 + 12,166 + 24 % of 94,300; 26 % of 244,500 + 28 % of 31,500 on 366,100 - 90,100
  expect(answer.without.year).toMatchObject({ regularTax: 40_598, tentativeMinimumTax: 72_390, amt: 31_792 })
  // The floor is 1,080.50: 38,919.50 is deducted, 22,819.50 more than the standard deduction
  expect(answer.with.year).toMatchObject({ regularTax: 35_121.32, tentativeMinimumTax: 61_640.93, amt: 26_519.61 })
  expect(answer.relief.year.federalTax).toBe(10_749.07)
})

describe('a year without AMT', () => {
  test('a gift to a donor-advised fund below the standard deduction saves nothing', () => {
    const answer = give(yearOf(), { cash: 20_000 })
    expect(answer.with.year.deductionTaken).toBe('standard')
    expect(answer.relief).toMatchObject({ worth: 0, perDollar: 0, netCost: 20_000 })
    expect(codes(answer)).toEqual(['doesNotPay', 'standardDeduction', 'noAmt'])
    expect(answer.findings[1]?.message).toContain('a gift to a donor-advised fund is not deducted')
  })

  test('cash to a public charity counts up to 2,000 without itemizing', () => {
    const answer = give(yearOf(), { cash: 20_000, to: 'publicCharity' })
    expect(answer.relief.worth).toBe(480) // 24 %
    expect(answer.use).toMatchObject({ deductedThisYear: 2_000, neverDeducted: 18_000 })
    const { candidates } = give(yearOf(), { to: 'publicCharity' })
    expect(candidates[0]).toMatchObject({ amount: 2_000, worth: 480, perDollar: 0.24, nextDollar: 0 })
    expect(candidates[0]?.reasons[0]?.code).toBe('nonItemizerFull')
    // Itemizing pays again when 24 % of what is past 32,200 beats that: 34,200 and the floor of 1,500
    expect(candidates[1]).toMatchObject({ amount: 35_700, nextDollar: 0.24 })
  })

  // 9,504 of credit comes back without the gift: 33,424 less 23,920. With it 29,763.42 less 26 % of 43,161
  test('with credit carried in, the dollar saves what tentative minimum tax falls by', () => {
    const carryforwards = { ...caseOf().carryforwards, minimumTaxCredit: 100_000 }
    const answer = give(yearOf({ wages: 232_200 }, { carryforwards }), { cash: 50_000 })
    expect(answer.without.year.creditUsed).toBe(9_504)
    expect(answer.with.year.creditUsed).toBe(18_541.56)
    expect(answer.relief.year.federalTax).toBe(12_698.14) // 23,920 - 11,221.86
    expect(codes(answer)).toContain('creditGap')
  })

  test('who itemizes already loses the floor first', () => {
    const { candidates } = give(yearOf({ itemized: { ...noItemized, mortgageInterest: 40_000 } }))
    expect(candidates[0]).toMatchObject({ amount: 1_500, worth: 0, nextDollar: 0.24 })
    expect(candidates[0]?.reasons.map(({ code }) => code)).toEqual(['floor'])
  })

  // 60 % of 100,000 counts; what is past it, with the floor of 500, goes into years that take the standard deduction
  test('past the ceiling the rest is carried to years that do not itemize, and lost', () => {
    const answer = give(yearOf({ wages: 100_000 }), { cash: 80_000 })
    expect(answer.use).toEqual({
      ...{ counts: 80_000, floor: 500, deductedThisYear: 59_500, carried: 20_500, deductedLater: 0 },
      neverDeducted: 20_500,
    })
    expect(codes(answer)).toEqual(expect.arrayContaining(['floor', 'carried', 'neverDeducted']))
  })

  test('an itemizer deducts the rest in the next year', () => {
    const of = yearOf({ wages: 100_000, itemized: { ...noItemized, mortgageInterest: 40_000 } })
    // 2027 takes the 20,500 and its own floor of 500 from them
    expect(give(of, { cash: 80_000 }).use).toMatchObject({ carried: 20_500, deductedLater: 20_000, neverDeducted: 500 })
  })

  test('cash to a private foundation stops at 30 %', () => {
    const { candidates } = give(yearOf(), { to: 'privateFoundation' })
    expect(candidates.at(-1)).toMatchObject({ amount: 90_000 })
  })
})

/**
 * 1,000 shares of l1, bought at 2 in 2025 when they were worth 42, are past both clocks; those of the year are not. Wages of
 * 300,000 are past the threshold of the net investment income tax.
 */
describe('shares', () => {
  const of = caseOf({ lots: [lotOf({ shares: 1_000 })], assumptions: { ...flat, horizon: 2026 } })
  const { ways, use, relief, findings } = giveAnswer(of, { ...asked, year: 2026 }, { lot: 'l1', shares: 1_000 })
  const [cash, lot] = ways

  test('past both holding periods the value counts, and neither system taxes the gain', () => {
    expect(use.counts).toBe(42_000)
    expect(lot).toMatchObject({
      ...{ lot: 'l1', shares: 1_000, value: 42_000, kind: 'qualifying', counts: 42_000, ordinaryIncome: 0 },
      ...{ gainUntaxed: 40_000, amtGainUntaxed: 0, basisDifferenceLost: 40_000 },
    })
    // 42,000 less the floor of 1,500 is 8,300 past the standard deduction, at 24 %
    expect([relief.worth, lot?.worth, cash?.worth]).toEqual([1_992, 1_992, 1_992])
    // A sale: 15 % and 3.8 % of 40,000. The credit it brings back is the household's either way
    expect(lot?.saleWorth).toBe(34_480)
    expect(lot?.netCost).toBe(32_488)
    expect(findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['basisDifference', 'shares']))
  })

  test('within them the gift is a disqualifying disposition, with the whole bargain element as income', () => {
    const early = joint()
    const id = 'e2026-01-15'
    const answer = give(early, { lot: id, shares: 1_000 })
    // Of shares held for less than a year the basis counts: 2,000 and the 40,000 of income
    expect(answer.ways[1]).toMatchObject({ kind: 'disqualifying', ordinaryIncome: 40_000, counts: 42_000 })
    // 412,200 as before, the spread of these shares now compensation, less 42,000 - 0.5 % of 272,200: 26 % of 231,361
    expect(answer.with.year.tentativeMinimumTax).toBe(60_153.86)
    expect(codes(answer)).toContain('disqualifying')
  })

  // Regular tax holds them from the exercise, AMT from vesting: what counts would differ. IRC §§83(f), 170(e)
  test('a lot whose gift is not modelled says so beside the others', () => {
    const company = {
      ...of.company,
      prices: [
        { on: '2025-01-01', fmv: 42 },
        { on: '2026-10-01', fmv: 60 },
      ],
    }
    const vested = lotOf({
      id: 'l2',
      exercised: '2025-03-04',
      shares: 1_000,
      fmvAtExercise: 42,
      vestedOn: '2026-06-01',
    })
    const both = { ...of, company, lots: [...of.lots, vested] }
    const { ways: three } = giveAnswer(both, { ...asked, year: 2026 }, { cash: 12_000 })
    expect(three.map(({ lot: name, shares, refused }) => [name, shares, refused === null])).toEqual([
      [null, 0, true],
      ['l1', 200, true],
      ['l2', 200, false],
    ])
    expect(three[2]?.refused).toContain('l2 that counts differently for AMT')
  })

  test('what the plan does with the lot later is set aside, and said', () => {
    const sold = { ...of, plan: [saleOf('2027-06-01', 1_000, 50)], assumptions: { ...flat, horizon: 2027 } }
    const answer = giveAnswer(sold, { ...asked, year: 2026 }, { lot: 'l1', shares: 1_000 })
    expect(answer.notices.map(({ message }) => message)).toContain(
      '1 entry of the plan that would take from l1 later is set aside.',
    )
    expect(answer.relief.worth).toBe(1_992)
  })
})

describe('bunching', () => {
  // 50,000 less the floor of 1,500 is 16,300 past the standard deduction, at 24 %; 10,000 a year never reach it
  test('five years at once against one each year', () => {
    const { bunch, through } = give(yearOf(), { bunch: 5, yearly: 10_000 })
    expect(through).toBe(2035)
    expect(bunch).toMatchObject({ gained: 3_912, bunched: { worth: 3_912, netCost: 46_088 }, spread: { worth: 0 } })
    // 10,000 at the beginning of five years, at 5 %, are 45,459.51 today
    expect(bunch?.spread.presentCost).toBe(45_459.51)
    expect(bunch?.gainedPresentValue).toBe(-628.49)
  })

  test('in a year with AMT small gifts keep the standard deduction where the credit is worth more', () => {
    const { bunch, findings } = give(joint(), { bunch: 5, yearly: 10_000 })
    expect(bunch).toMatchObject({ gained: 3_660.58, spread: { worth: 0 } })
    expect(bunch?.spread.standardChosen).toContain(2026)
    expect(findings.find(({ code }) => code === 'bunching')?.message).toContain('the standard deduction is taken then')
  })
})

describe('what the plan gives', () => {
  const gift = giftOf('2026-12-01', { cash: 60_000, to: 'dafSponsor' })

  test('is set aside, said, and one of the amounts', () => {
    const answer = give(yearOf({}, { plan: [gift] }))
    expect(answer.without.year.giftsDeducted).toBe(0)
    expect(answer.candidates.find(({ amount }) => amount === 60_000)?.reasons[0]?.code).toBe('planned')
    expect(answer.notices.some(({ message }) => message.startsWith('1 entry of the plan that gives'))).toBe(true)
  })

  test('in another year stays', () => {
    const of = yearOf({}, { plan: [{ ...gift, on: '2027-12-01' } as typeof gift] })
    expect(give(of, { cash: 1 }).notices.some(({ message }) => message.includes('set aside'))).toBe(false)
  })
})

describe('faults', () => {
  const of = caseOf({ lots: [lotOf({ shares: 1_000 })] })
  const path = (question: GiveQuestion): string | undefined => {
    try {
      giveAnswer(of, { ...asked, year: 2026 }, question)
    } catch (error) {
      if (error instanceof InputError) return `${error.problems[0]?.path} ${error.problems[0]?.code}`
      throw error
    }
    return undefined
  }

  test.each<[GiveQuestion, string]>([
    [{ lot: 'l2' }, '--lot unknownReference'],
    [{ shares: 10 }, '--lot missing'],
    [{ lot: 'l1', shares: 1_001 }, '--shares tooManyShares'],
    [{ lot: 'l1', cash: 5 }, '--cash conflict'],
    [{ bunch: 5 }, '--yearly missing'],
    [{ yearly: 5 }, '--bunch missing'],
    [{ bunch: 1, yearly: 5 }, '--bunch outOfRange'],
    [{ bunch: 5, yearly: 5, cash: 1 }, '--bunch conflict'],
    [{ on: '2027-01-01' }, '--on outOfRange'],
  ])('%j', (question, expected) => {
    expect(path(question)).toBe(expected)
  })
})
