import { describe, expect, test } from 'vitest'
import { exercisableShares, lastIsoDay, splitFactor, valueOn, vestedShares } from '../../src/equity/grant.ts'
import { grantOf } from '../cases.ts'

describe('vesting', () => {
  // 48,000 shares over 48 months from 15 June 2020, nothing for the first twelve
  const monthly = grantOf({
    shares: 48_000,
    vesting: { from: '2020-06-15', months: 48, cliffMonths: 12, everyMonths: 1 },
  })

  test('one day short of the cliff, the day, and one day after', () => {
    expect(['2021-06-14', '2021-06-15', '2021-06-16'].map((on) => vestedShares(monthly, on))).toEqual([
      0, 12_000, 12_000,
    ])
  })

  test('month by month, whole shares, all at the end', () => {
    expect(
      ['2021-07-14', '2021-07-15', '2024-06-14', '2024-06-15', '2029-01-01'].map((on) => vestedShares(monthly, on)),
    ).toEqual([12_000, 13_000, 47_000, 48_000, 48_000])
    const odd = grantOf({ shares: 1_000, vesting: { from: '2020-06-15', months: 48, cliffMonths: 0, everyMonths: 1 } })
    // 1,000 x 7 / 48 = 145.83
    expect(vestedShares(odd, '2021-01-15')).toBe(145)
    expect(vestedShares(odd, '2020-06-15')).toBe(0)
  })

  test('a schedule that begins before the grant or after it', () => {
    const earlier = grantOf({
      on: '2021-01-01',
      shares: 480,
      vesting: { from: '2020-01-01', months: 48, cliffMonths: 12, everyMonths: 1 },
    })
    expect(['2020-12-31', '2021-01-01'].map((on) => vestedShares(earlier, on))).toEqual([0, 120])
    const later = grantOf({ shares: 480, vesting: { from: '2022-01-01', months: 48, cliffMonths: 0, everyMonths: 1 } })
    expect(['2021-12-31', '2022-01-31', '2022-02-01'].map((on) => vestedShares(later, on))).toEqual([0, 0, 10])
  })

  test('by dates, never more than the grant', () => {
    const dated = grantOf({
      shares: 1_000,
      vesting: [
        { on: '2021-06-15', shares: 400 },
        { on: '2022-06-15', shares: 700 },
      ],
    })
    expect(['2021-06-14', '2021-06-15', '2022-06-14', '2022-06-15'].map((on) => vestedShares(dated, on))).toEqual([
      0, 400, 400, 1_000,
    ])
  })

  test('without a schedule all on the day of the grant', () => {
    expect(['2020-06-14', '2020-06-15'].map((on) => vestedShares(grantOf(), on))).toEqual([0, 20_000])
  })

  test('nothing vests once employment has ended', () => {
    const left = { ...monthly, employmentEnds: '2022-06-15' }
    expect(['2022-06-15', '2022-07-15', '2025-01-01'].map((on) => vestedShares(left, on))).toEqual([
      24_000, 24_000, 24_000,
    ])
    expect(vestedShares({ ...left, employmentEnds: '2022-06-14' }, '2022-06-15')).toBe(23_000)
    expect(vestedShares({ ...grantOf(), employmentEnds: '2019-01-01' }, '2022-01-01')).toBe(0)
  })
})

describe('what may be exercised', () => {
  const monthly = grantOf({
    shares: 48_000,
    vesting: { from: '2020-06-15', months: 48, cliffMonths: 12, everyMonths: 1 },
  })

  test('the vested shares, from the grant to the last day of its term', () => {
    const days = ['2020-06-14', '2021-06-15', '2030-06-14', '2030-06-15']
    expect(days.map((on) => exercisableShares(monthly, on))).toEqual([0, 12_000, 48_000, 0])
  })

  test('all of an early-exercise grant', () => {
    expect(exercisableShares({ ...monthly, earlyExercise: true }, '2020-06-15')).toBe(48_000)
    expect(exercisableShares({ ...monthly, earlyExercise: true }, '2020-06-14')).toBe(0)
  })
})

describe('the last day of an ISO: IRC 422(a)(2)', () => {
  test('three months after employment, by months and not by days', () => {
    expect(lastIsoDay(grantOf({ employmentEnds: '2024-11-30' }))).toBe('2025-02-28')
    expect(lastIsoDay(grantOf({ employmentEnds: '2024-03-05' }))).toBe('2024-06-05')
  })

  test('not past the term of the option', () => {
    expect(lastIsoDay(grantOf())).toBe('2030-06-14')
    expect(lastIsoDay(grantOf({ employmentEnds: '2030-05-01' }))).toBe('2030-06-14')
    expect(lastIsoDay(grantOf({ employmentEnds: '2030-03-14' }))).toBe('2030-06-14')
    expect(lastIsoDay(grantOf({ employmentEnds: '2030-03-13' }))).toBe('2030-06-13')
  })
})

describe('splits and values', () => {
  const splits = [
    { on: '2024-05-01', ratio: 4 },
    { on: '2025-05-01', ratio: 0.5 },
  ]

  test('a split acts at the start of its day', () => {
    expect(splitFactor(splits, '2024-04-30', '2024-04-30')).toBe(1)
    expect(splitFactor(splits, '2024-04-30', '2024-05-01')).toBe(4)
    expect(splitFactor(splits, '2024-05-01', '2024-05-02')).toBe(1)
    expect(splitFactor(splits, '2024-01-01', '2026-01-01')).toBe(2)
    expect(splitFactor([], '2024-01-01', '2026-01-01')).toBe(1)
  })

  test('the value on a day is the last one stated, in whatever order, restated for splits since', () => {
    const prices = [
      { on: '2025-01-01', fmv: 30 },
      { on: '2024-01-01', fmv: 80 },
    ]
    expect(valueOn(prices, splits, '2023-12-31')).toBeUndefined()
    expect(valueOn(prices, splits, '2024-01-01')).toBe(80)
    expect(valueOn(prices, splits, '2024-05-01')).toBe(20)
    expect(valueOn(prices, splits, '2025-01-01')).toBe(30)
    expect(valueOn(prices, splits, '2025-05-01')).toBe(60)
    // Of two on one day the later stated
    expect(valueOn([...prices, { on: '2025-01-01', fmv: 31 }], [], '2025-02-02')).toBe(31)
  })
})
