import { describe, expect, test } from 'vitest'
import { claimUntil, returnDue } from '../../src/law/federal/dueDates.ts'

describe('the day a return is due', () => {
  // IRS announcements of each year; 2019 and 2020 were postponed, which is no due date of the Code
  test.each([
    [2016, '2017-04-18'],
    [2017, '2018-04-17'],
    [2018, '2019-04-15'],
    [2021, '2022-04-18'],
    [2022, '2023-04-18'],
    [2023, '2024-04-15'],
    [2024, '2025-04-15'],
    [2025, '2026-04-15'],
    [2026, '2027-04-15'],
    // 15 April 2028 is a Saturday, and Emancipation Day, a Sunday, is kept on Monday
    [2027, '2028-04-18'],
    // A Sunday, then Emancipation Day on Monday
    [2028, '2029-04-17'],
  ])('of %i is %s', (year, due) => expect(returnDue(year)).toBe(due))

  // IRC §7503 day by day: the holiday moves to the working day beside it, then the first day free of all three
  test('is the first day from 15 April that is no Saturday, Sunday or holiday of the District', () => {
    const dayOf = (date: string) => new Date(`${date}T00:00:00Z`)
    for (let year = 1990; year < 2190; year++) {
      const emancipation = dayOf(`${year + 1}-04-16`)
      const shift = { 0: 1, 6: -1 }[emancipation.getUTCDay()] ?? 0
      const kept = emancipation.getTime() + shift * 86_400_000
      let day = dayOf(`${year + 1}-04-15`)
      while (day.getUTCDay() === 0 || day.getUTCDay() === 6 || day.getTime() === kept)
        day = new Date(day.getTime() + 86_400_000)
      expect(returnDue(year)).toBe(day.toISOString().slice(0, 10))
    }
  })
})

describe('the last day to claim a refund', () => {
  test('three years from 15 April for a return filed before it, on a weekend too: Rev. Rul. 2003-41', () => {
    expect(claimUntil(2023, '2024-02-02', null)).toBe('2027-04-15')
    expect(claimUntil(2022, '2023-04-14', '2023-04-14')).toBe('2026-04-15')
    expect(claimUntil(2023, null, null)).toBe('2027-04-15')
  })

  test('three years from the day of filing when that was later', () => {
    expect(claimUntil(2022, '2023-04-18', null)).toBe('2026-04-18')
    expect(claimUntil(2023, '2024-10-15', null)).toBe('2027-10-15')
  })

  test('two years from the payment where that is later still', () => {
    expect(claimUntil(2023, '2024-04-15', '2026-06-30')).toBe('2028-06-30')
    expect(claimUntil(2023, '2024-04-15', '2025-04-01')).toBe('2027-04-15')
  })
})
