import { describe, expect, test } from 'vitest'
import { blank } from '../../src/form.ts'
import { type Facts, noFacts } from '../../src/forms/facts.ts'
import {
  type Election,
  type Form1040,
  figureForm1040Deductions,
  figureForm1040Income,
  figureForm1040Tax,
  figureForm1040Total,
  form1040Words,
  usesScheduleDTax,
} from '../../src/forms/form1040.ts'
import type { FilingStatus } from '../../src/law/law.ts'
import { lawFor } from '../laws.ts'

const income = (facts: Partial<Facts>, included = 0): Form1040 =>
  figureForm1040Income({ facts: { ...noFacts(), ...facts }, scheduleD: { included } })

test('income: every kind once, qualified dividends only within the ordinary ones', () => {
  const wages = { wages: 90_000, optionWages: 10_000, compensation: 20_000, compensationUnreported: 5_000 }
  const facts = { ...wages, interest: 300, ordinaryDividends: 500, qualifiedDividends: 400 }
  // Compensation that the Form W-2 lacks is Schedule 1 line 8k, and so line 8
  expect(income({ ...facts, otherIncome: -5_007 }, -3_000)).toMatchObject({
    ...{ line1a: 120_000, line1z: 120_000, line2b: 300, line3a: 400, line3b: 500, line7a: -3_000 },
    ...{ line8: -7, line9: 117_793, line11a: 117_793, line11b: 117_793 },
  })
})

describe('deductions', () => {
  const figured = (
    facts: Partial<Facts>,
    {
      itemizes = 0,
      year = 2026,
      status = 'single' as FilingStatus,
      line17 = Number.NaN,
      line38 = 0,
    }: Partial<Election> & {
      year?: number
      status?: FilingStatus
      line17?: number
      line38?: number
    } = {},
  ) => {
    const all = { ...noFacts(), ...facts }
    const from = { election: { itemizes }, facts: all, scheduleA: { line17 }, schedule1A: { line38 } }
    return figureForm1040Deductions(from, lawFor(year, status), income(all))
  }

  test.each<[number, FilingStatus, number, number]>([
    // The basic amount and one for each box: 65 or older, blind
    [2023, 'single', 2, 13_850 + 3_700],
    [2024, 'qss', 1, 29_200 + 1_550],
    [2025, 'hoh', 1, 23_625 + 2_000],
    [2025, 'mfj', 4, 31_500 + 6_400],
    [2026, 'mfs', 1, 16_100 + 1_650],
    [2026, 'single', 0, 16_100],
  ])('standard deduction of %i, %s, %i boxes: %d', (year, status, agedOrBlindBoxes, amount) => {
    const f = figured({ wages: 50_000, agedOrBlindBoxes }, { year, status })
    expect(f).toMatchObject({ standardDeduction: amount, line12e: amount, deduction: amount, line14: amount })
  })

  test('an itemizer takes Schedule A, whether or not it is larger', () => {
    const f = figured({ wages: 50_000 }, { itemizes: 1, line17: 9_000 })
    expect(f).toMatchObject({
      line12e: 9_000,
      nonItemizerGift: 0,
      deduction: 9_000,
      line15: 41_000,
      standardDeduction: 16_100,
    })
  })

  test('deductions above income leave less than nothing before the floor', () => {
    expect(figured({ wages: 10_000 }, { line38: 6_000 })).toMatchObject({
      ...{ line13b: 6_000, line14: 22_100, beforeFloor: -12_100, line15: 0 },
    })
  })

  test('cash gifts of one who does not itemize: from 2026, up to 1,000, or 2,000 on a joint return (IRC 170(p))', () => {
    const gift = (year: number, status: FilingStatus, facts: Partial<Facts>) =>
      figured({ wages: 90_000, ...facts }, { year, status }).nonItemizerGift
    expect(gift(2026, 'single', { charityCash: 600 })).toBe(600)
    expect(gift(2026, 'single', { charityCash: 6_000 })).toBe(1_000)
    expect(gift(2026, 'mfj', { charityCash: 6_000 })).toBe(2_000)
    expect(gift(2026, 'qss', { charityCash: 6_000 })).toBe(1_000)
    expect(gift(2025, 'mfj', { charityCash: 6_000 })).toBe(0)
    // Not to donor-advised funds, and only cash
    expect(gift(2026, 'single', { charityCash: 900, charityCashToFunds: 700 })).toBe(200)
    expect(gift(2026, 'single', { charityStock: 900, charityOrdinary: 900, charityPrivate: 900 })).toBe(0)
    // Within 60 percent of income
    expect(gift(2026, 'single', { wages: 1_000, charityCash: 900 })).toBe(600)
    expect(gift(2026, 'single', { wages: 0, otherIncome: -50, charityCash: 900 })).toBe(0)
    expect(figured({ wages: 90_000, charityCash: 600 })).toMatchObject({
      line12e: 16_100,
      deduction: 16_700,
      line14: 16_700,
    })
  })
})

test('the Schedule D Tax Worksheet: two gains, and some 25 or 28 % gain', () => {
  const asked = [
    ...([
      [1, 0],
      [1, 1],
      [0, 0],
      [0, 1],
    ] as const),
  ].map(([line17, line20]) => usesScheduleDTax({ line17, line20 }))
  expect(asked).toEqual([true, false, false, false])
  const tax = (line17: number, line20: number) =>
    figureForm1040Tax(
      { scheduleD: { line17, line20 }, qualifiedDividends: { line25: 11 }, scheduleDTax: { line47: 22 } },
      blank(form1040Words),
    ).line16
  expect([tax(1, 0), tax(1, 1), tax(0, 0)]).toEqual([22, 11, 11])
})

test('total tax: credits take tax and AMT to zero, and nothing of the taxes below them', () => {
  const total = (line16: number, line3: number, line8: number, childTaxCredit: number) =>
    figureForm1040Total(
      { facts: { ...noFacts(), childTaxCredit }, schedule2: { line3, line21: 700 }, schedule3: { line8 } },
      { ...blank(form1040Words), line16 },
    )
  // 33,424 of tax and 37,846 of AMT less a child tax credit of 40,000
  expect(total(33_424, 37_846, 0, 40_000)).toMatchObject({
    line18: 71_270,
    line21: 40_000,
    line22: 31_270,
    line24: 31_970,
  })
  expect(total(1_000, 0, 600, 600)).toMatchObject({ line20: 600, line21: 1_200, line22: 0, line23: 700, line24: 700 })
})
