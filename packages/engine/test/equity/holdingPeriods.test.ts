/**
 * The two clocks of IRC 422(a)(1) and the one year of 1222(3), by the day. A period of N years from a day runs from the day
 * after it and ends with the anniversary; a 29 February that is missing becomes 1 March. Reg. 1.422-1(a)(1)(i)(A); Pub. 525.
 */
import { describe, expect, test } from 'vitest'
import { dateOf, dayNumber } from '../../src/date.ts'
import type { Lot } from '../../src/equity/action.ts'
import { caseOf, exerciseOf, grantOf, lotOf, saleOf } from '../cases.ts'
import { companyWith, disposals, only } from './ledger.ts'

const prices = companyWith({ '2016-01-01': 42 })

/** Sells a lot on a day and says what the sale was. */
function saleOn(day: string, granted: string, lot: Partial<Lot>) {
  const grants = [grantOf({ on: granted, expires: dateOf(dayNumber(granted) + 3_600) })]
  const lots = [lotOf({ shares: 100, ...lot })]
  const { qualifying, long, amtLong } = only(caseOf({ grants, lots, company: prices, plan: [saleOf(day, 100, 50)] }))
  return { qualifying, long, amtLong }
}

const dayAfter = (day: string, days = 1): string => dateOf(dayNumber(day) + days)

describe('two years from grant and one from exercise, whichever is later', () => {
  // Granted, exercised, the last day that does not qualify, the first that does
  const cases = [
    ['one year is later', '2023-01-03', '2024-03-13', '2025-03-13', '2025-03-14'],
    ['two years are later', '2024-06-15', '2024-09-01', '2026-06-15', '2026-06-16'],
    ['both end on one day', '2023-05-20', '2024-05-20', '2025-05-20', '2025-05-21'],
    ['exercised on the day of the grant', '2024-06-15', '2024-06-15', '2026-06-15', '2026-06-16'],
    ['exercised 28 February, leap year next', '2020-01-02', '2023-02-28', '2024-02-29', '2024-03-01'],
    ['exercised 28 February of a leap year', '2020-01-02', '2024-02-28', '2025-02-28', '2025-03-01'],
    ['exercised 29 February', '2020-01-02', '2024-02-29', '2025-02-28', '2025-03-01'],
    ['exercised 1 March of a leap year', '2020-01-02', '2024-03-01', '2025-03-01', '2025-03-02'],
    ['granted 28 February, leap year at the end', '2022-02-28', '2022-03-05', '2024-02-29', '2024-03-01'],
    ['granted 29 February', '2024-02-29', '2024-03-05', '2026-02-28', '2026-03-01'],
    ['exercised 31 January', '2020-01-02', '2024-01-31', '2025-01-31', '2025-02-01'],
    ['exercised 30 April', '2020-01-02', '2024-04-30', '2025-04-30', '2025-05-01'],
    ['exercised 30 December', '2020-01-02', '2024-12-30', '2025-12-30', '2025-12-31'],
    ['exercised 31 December', '2020-01-02', '2024-12-31', '2025-12-31', '2026-01-01'],
    ['granted 31 December', '2023-12-31', '2024-01-02', '2025-12-31', '2026-01-01'],
  ] as const

  test.each(cases)('%s: granted %s, exercised %s', (_, granted, exercised, lastBad, firstGood) => {
    expect(dayAfter(lastBad)).toBe(firstGood)
    const days = [dayAfter(lastBad, -1), lastBad, firstGood, dayAfter(firstGood)]
    const qualifying = days.map((day) => saleOn(day, granted, { exercised }).qualifying)
    expect(qualifying).toEqual([false, false, true, true])
  })

  test('the anniversary of the exercise does not qualify, and neither does that of the grant', () => {
    expect(saleOn('2025-03-13', '2020-01-02', { exercised: '2024-03-13' }).qualifying).toBe(false)
    expect(saleOn('2026-06-15', '2024-06-15', { exercised: '2024-09-01' }).qualifying).toBe(false)
  })

  test('shares too early by the grant can be long-term by the exercise: Pub. 525 (2025) Example 8', () => {
    expect(saleOn('2025-01-27', '2023-03-12', { exercised: '2024-01-07' })).toMatchObject({
      ...{ qualifying: false, long: true, amtLong: true },
    })
  })
})

describe('long-term: more than one year from the day after', () => {
  const cases = [
    ['2024-03-13', '2025-03-13', '2025-03-14'],
    ['2023-02-28', '2024-02-29', '2024-03-01'],
    ['2024-02-28', '2025-02-28', '2025-03-01'],
    ['2024-02-29', '2025-02-28', '2025-03-01'],
    ['2024-12-31', '2025-12-31', '2026-01-01'],
  ] as const

  test.each(cases)(
    'exercised %s: %s is short-term in both systems, %s long-term',
    (exercised, lastShort, firstLong) => {
      // A grant of nearly two years before keeps the sale disqualifying, so that AMT has a basis of its own
      const granted = dayAfter(exercised, -300)
      const terms = (day: string) => {
        const { qualifying, long, amtLong } = saleOn(day, granted, { exercised })
        return { qualifying, long, amtLong }
      }
      expect(terms(lastShort)).toEqual({ qualifying: false, long: false, amtLong: false })
      expect(terms(firstLong)).toEqual({ qualifying: false, long: true, amtLong: true })
    },
  )

  test('shares of a nonstatutory option have no other clock', () => {
    const of = (day: string) => {
      const grants = [grantOf({ kind: 'nso', on: '2024-02-02' })]
      return only(caseOf({ grants, lots: [lotOf({ exercised: '2024-03-13' })], plan: [saleOf(day, 100, 50)] }))
    }
    expect(of('2025-03-13')).toMatchObject({ nonstatutory: true, long: false, amtLong: false })
    expect(of('2025-03-14')).toMatchObject({ nonstatutory: true, long: true, amtLong: true })
    expect(of('2025-03-13').amounts.compensation).toBe(0)
  })
})

describe('early exercise: bought 10 March 2023 from a grant of 2020, vested 20 June 2024', () => {
  const early = { exercised: '2023-03-10', vestedOn: '2024-06-20' }

  test('the clock of the ISO and that of the regular tax run from exercise', () => {
    // Both are over when the shares vest
    expect(saleOn('2024-06-20', '2020-01-02', early)).toMatchObject({ qualifying: true, long: true })
    const soon = { exercised: '2024-03-10', vestedOn: '2024-06-20' }
    expect(saleOn('2025-03-10', '2020-01-02', soon)).toMatchObject({ qualifying: false, long: false })
    expect(saleOn('2025-03-11', '2020-01-02', soon)).toMatchObject({ qualifying: true, long: true })
  })

  test('that of AMT runs from vesting without an election: IRC 83(f)', () => {
    const days = ['2025-06-19', '2025-06-20', '2025-06-21']
    expect(days.map((day) => saleOn(day, '2020-01-02', early).amtLong)).toEqual([false, false, true])
  })

  test('and from exercise under one', () => {
    const elected = { ...early, election83b: true }
    expect(saleOn('2024-06-20', '2020-01-02', elected)).toEqual({ qualifying: true, long: true, amtLong: true })
    const soon = { exercised: '2024-03-10', vestedOn: '2024-06-20', election83b: true }
    expect(saleOn('2025-03-10', '2020-01-02', soon).amtLong).toBe(false)
    expect(saleOn('2025-03-11', '2020-01-02', soon).amtLong).toBe(true)
  })

  test('nonstatutory shares have both from vesting, or from exercise under an election', () => {
    const of = (day: string, election83b: boolean) => {
      const grants = [grantOf({ kind: 'nso', on: '2020-01-02' })]
      const lots = [lotOf({ ...early, election83b })]
      return only(caseOf({ grants, lots, company: prices, plan: [saleOf(day, 100, 50)] }))
    }
    expect([of('2025-06-20', false).long, of('2025-06-21', false).long]).toEqual([false, true])
    expect(of('2025-06-21', false)).toMatchObject({ acquired: '2024-06-20', amtAcquired: '2024-06-20', amtLong: true })
    expect(of('2024-06-20', true)).toMatchObject({ acquired: '2023-03-10', long: true, amtLong: true })
  })

  test('each day of vesting has a clock of its own', () => {
    const grant = grantOf({
      ...{ on: '2023-01-02', expires: '2033-01-01', shares: 200, earlyExercise: true },
      vesting: [
        { on: '2024-01-02', shares: 100 },
        { on: '2025-01-02', shares: 100 },
      ],
    })
    const plan = [exerciseOf('2023-03-10', 200, { as: 'e' }), saleOf('2025-06-01', 200, 50, { lot: 'e' })]
    const sold = disposals(caseOf({ grants: [grant], company: prices, plan }))
    expect(sold.map(({ shares, amtAcquired, long, amtLong }) => [shares, amtAcquired, long, amtLong])).toEqual([
      [100, '2024-01-02', true, true],
      [100, '2025-01-02', true, false],
    ])
  })
})

test('once a sale qualifies or is long-term it does so on every later day', () => {
  // Four years of days around leap years, each lot sold on each of the days about its end
  for (let exercised = '2022-12-25'; exercised < '2025-03-05'; exercised = dayAfter(exercised, 7)) {
    let before = { qualifying: false, long: false, amtLong: false }
    for (let days = 363; days <= 369; days++) {
      const now = saleOn(dayAfter(exercised, days), '2020-01-02', { exercised })
      expect([now.qualifying >= before.qualifying, now.long >= before.long, now.amtLong >= before.amtLong]).toEqual([
        true,
        true,
        true,
      ])
      before = now
    }
    expect(before).toEqual({ qualifying: true, long: true, amtLong: true })
  }
})
