/** The price below which the sale that undoes AMT leaves more, against years figured one by one. */
import { describe, expect, test } from 'vitest'
import type { Case } from '../../src/case.ts'
import { yearEndPrice } from '../../src/risk/yearEndPrice.ts'
import { yearsTo } from '../../src/timeline.ts'
import { household } from '../answers/tested.ts'
import { exerciseOf, saleOf } from '../cases.ts'

const [soldOn, qualifyingOn] = ['2026-12-31', '2027-01-16']
const choice = { lot: 'new', shares: 10_000, on: soldOn, qualifyingOn, value: 20 }

/** What a sale leaves of its proceeds after all federal tax through 2037; nothing is discounted. */
const leaves = (of: Case, on: string, price: number): number => {
  const plan = [...of.plan, saleOf(on, 10_000, price, { lot: 'new', reported: 'none' })]
  const far = { ...of, plan, assumptions: { ...of.assumptions, horizon: 2037 } }
  return 10_000 * price - yearsTo(far, 2037).reduce((sum, year) => sum + year.return.form1040.line24, 0)
}

describe('where all credit comes home and nothing is discounted', () => {
  test('holding costs the lower rate and the tax on investment income', () => {
    // Sold in 2026, 180,000 is ordinary: 22 % of 11,400 and 24 % of 168,600 are 42,972. In 2027 it is gain: 15 % are 27,000, and
    // 3.8 % of 412,200 - 250,000 are 6,163.60. The AMT of 37,846 comes back within the years
    const { holdingAdds, sellBelow, through } = yearEndPrice(household(), choice, 'exact')
    expect(holdingAdds).toBeCloseTo(42_972 - 27_000 - 6_163.6, 2)
    expect(sellBelow).toBeNull()
    expect(through).toBe(2037)
  })
})

describe('where credit stays behind', () => {
  /** Options that were worth 80 at the exercise: more AMT than eleven years give back. */
  const peak = household({ plan: [exerciseOf('2026-01-15', 10_000, { as: 'new' })] })
  const fallen: Case = {
    ...peak,
    company: {
      ...peak.company,
      prices: [
        { on: '2026-01-01', fmv: 80 },
        { on: '2026-12-01', fmv: 20 },
      ],
    },
  }

  test('below the price selling leaves more, at it the same, above it less', () => {
    const { sellBelow, holdingAdds } = yearEndPrice(fallen, choice, 'exact')
    const price = sellBelow as number
    const adds = (at: number): number => leaves(fallen, qualifyingOn, at) - leaves(fallen, soldOn, at)
    expect(holdingAdds).toBeCloseTo(adds(20), 2)
    expect(adds(20)).toBeLessThan(0)
    expect(price).toBeGreaterThan(20)
    expect(adds(price - 0.01)).toBeLessThan(0)
    expect(adds(price)).toBeCloseTo(0, 0)
    expect(adds(price + 0.01)).toBeGreaterThan(0)
  })

  test('dollars of later years that count for less raise the price', () => {
    const late = { ...fallen, assumptions: { ...fallen.assumptions, discountRate: 0.05 } }
    const [now, then] = [fallen, late].map((of) => yearEndPrice(of, choice, 'exact').sellBelow ?? 0)
    expect(then).toBeGreaterThan(now as number)
  })
})
