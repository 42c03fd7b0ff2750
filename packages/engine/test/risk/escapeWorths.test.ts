/** What shares are worth sold in the year of exercise and kept past it: by hand from the law, and against the whole engine. */
import { describe, expect, test } from 'vitest'
import type { Case } from '../../src/case.ts'
import { courseOf, escapeWorths, type Watched } from '../../src/risk/escapeWorths.ts'
import { wholeYears, worthOf } from '../../src/risk/worth.ts'
import { incomeOf, saleOf } from '../cases.ts'
import { due, exercise, household, worth } from './escapeHousehold.ts'

const terms = { from: '2026-01-02', discount: 0.05, last: 2037 }
const [yearEnd, clear] = ['2026-12-31', '2027-01-04']

const watchedAt = (value: number, of: Case = household(value)): Watched => ({
  ...{ of, without: of, exercise, lot: 'early', shares: 1_000, value },
})
const worthsAt = (value: number) => escapeWorths(watchedAt(value), terms, 400)

describe('sold in the year: ordinary income on the gain, at most the spread, and no AMT', () => {
  // At 60 the spread is 50 a share
  test.each([
    ['at the value of exercise', 60, 12_000, 0],
    ['lower', 40, 7_200, 0],
    ['at the strike', 10, 0, 0],
    // A loss of 5,000: 3,000 against wages, and 2,000 the year after (IRC §1211(b))
    ['below the strike', 5, -720, -480],
    // 50,000 of wages and 20,000 of short-term gain: 24 % of 67,875 and 32 % of 2,125; 3.8 % of the gain above 200,000
    ['higher', 80, 16_290 + 680 + 760, 0],
  ])('%s', (_, price, tax, nextTax) => {
    const brought = 1_000 * price * worth(yearEnd) - 10_000 - tax * worth(due[2026]) - nextTax * worth(due[2027])
    const worths = worthsAt(60)
    expect(worths.sold(yearEnd).at(price)).toBeCloseTo(brought, 1)
    // Months sooner the tax is the same on the same day, and the money comes sooner
    const sooner = brought + 1_000 * price * (worth('2026-05-29') - worth(yearEnd))
    expect(worths.sold('2026-05-29').at(price)).toBeCloseTo(sooner, 1)
  })
})

describe('kept past the year: AMT in April, its credit over years', () => {
  test.each([
    // AMT 26 % of 109,900 less 24,734 = 3,840; a gain of 50,000 at 15 %; regular tax is 16,660 above tentative minimum tax, and all credit comes back
    ['sold at the value of exercise', 60, 60, 3_840, 7_500 - 3_840, 0],
    // A gain of 10,000, and for AMT a loss of 40,000 of which 3,000 count: 26,234 less 14,794
    ['sold lower', 60, 20, 3_840, 1_500 - 3_840, 0],
    // AMT 26 % of 149,900 less 24,734; of the credit 11,440 in 2027, and 2,800 in 2028
    ['sold far lower', 100, 20, 14_240, 1_500 - 11_440, -2_800],
  ])('%s', (_, value, price, amt, nextTax, lastTax) => {
    const tax = amt * worth(due[2026]) + nextTax * worth(due[2027]) + lastTax * worth(due[2028])
    expect(worthsAt(value).sold(clear).at(price)).toBeCloseTo(1_000 * price * worth(clear) - 10_000 - tax, 1)
  })
})

test('some sold in the year: AMT falls with each of them', () => {
  const worths = worthsAt(100)
  // A share sold at 40 takes 90 out of the spread and brings wages of 30: AMT falls by 26 % of 60 and 24 % of 30, 22.80 of 14,240
  const amtAfter = (shares: number) => worths.amtAfter({ on: yearEnd, shares, price: 40 })
  expect([0, 100, 624, 625].map((shares) => +amtAfter(shares).toFixed(4))).toEqual([14_240, 11_960, 12.8, 0])
})

test('AMT that is there without the shares is not theirs', () => {
  const income = incomeOf(2026, { wages: 150_000, otherAmtAdjustment: 80_000 })
  const worths = escapeWorths(watchedAt(100, household(100, { incomes: [income] })), terms, 400)
  // 26 % of 139,900 less 24,734 is there before; the whole spread of 90,000 adds its 26 %
  expect(worths.amtAfter({ on: yearEnd, shares: 0, price: 40 })).toBeCloseTo(23_400, 6)
})

test('some sold in the year, the rest kept', () => {
  // 625 at 40: wages of 18,750 at 24 %, no AMT. 375 sold for 30 more each than they cost, at 15 %
  const part = { on: yearEnd, shares: 625, price: 40 }
  const brought = 25_000 * worth(yearEnd) + 15_000 * worth(clear) - 10_000
  const tax = 4_500 * worth(due[2026]) + 1_687.5 * worth(due[2027])
  expect(worthsAt(100).partSold(part, clear).at(40)).toBeCloseTo(brought - tax, 1)
})

const moved: Partial<Case> = {
  household: { ...household(60).household, residence: [{ from: '2020-01-01', state: 'CA' }] },
}

test.each([
  ['in Texas', household(90), 0.02],
  // Its exemption credit falls in steps: a line between two of them cuts the corner
  ['in California', household(90, moved), 0.2],
])('the lines between few prices are the whole engine: %s', (_, of, near) => {
  const watched = watchedAt(90, of)
  const worths = escapeWorths(watched, terms, 400)
  const without = wholeYears(of, terms.last)
  for (const on of [yearEnd, clear])
    for (const price of [3.3, 14.9, 41, 66.6, 133]) {
      const course = courseOf(watched, terms.from, [saleOf(on, 1_000, price, { lot: 'early' }) as never])
      const whole = worthOf(wholeYears(course, terms.last), without, terms).value
      expect(Math.abs(worths.sold(on).at(price) - whole)).toBeLessThan(near)
      expect(worths.exact(on, price)).toBeCloseTo(whole, 2)
    }
  expect(worths.asked()).toBeLessThan(500)
})
