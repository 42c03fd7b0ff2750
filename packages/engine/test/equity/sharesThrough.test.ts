import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sharesIn, sharesOf } from '../../src/equity/shares.ts'
import { sharesThrough } from '../../src/equity/sharesThrough.ts'
import { check } from '../arbitraries.ts'
import { caseOf, exerciseOf, saleOf } from '../cases.ts'
import { sharesCase } from './arbitraryShares.ts'

const everything = { gifts: true, relatedBuyers: true, forfeits: true, splits: true, washSales: true, limit: true }

// The ledger's own totals are the second working: they are added up as things happen, by another path
test('through the last day of a year it is what the ledger brings into the year, and before the first nothing', () => {
  let compared = 0
  check(
    fc.property(sharesCase(everything), (of) => {
      const shares = sharesOf(of)
      const { prepared, refused } = shares.books
      for (let year = prepared.firstYear; year <= prepared.lastYear; year++) {
        if (refused && year >= refused.year) break
        const whole = sharesIn(shares, year)
        const {
          year: _,
          charityStock,
          charityOrdinary,
          charityPrivate,
          charityPrivateStock,
          strikePaid,
          proceeds,
          ...dated
        } = whole
        const through = sharesThrough(shares, year, `${year}-12-31`)
        for (const name of [
          'isoSpread',
          'optionWages',
          'compensation',
          'compensationUnreported',
          'amtCompensation',
        ] as const)
          expect(through?.[name]).toBeCloseTo(dated[name], 6)
        for (const side of ['gains', 'amtGains'] as const)
          for (const [box, amount] of Object.entries(dated[side]))
            expect(through?.[side]).toHaveProperty(box, expect.closeTo(amount, 6))
        const none = sharesThrough(shares, year, `${year - 1}-12-31`)
        expect([none?.isoSpread, none?.compensation, none?.gains.shortA]).toEqual([0, 0, 0])
        if (dated.isoSpread > 0) compared++
      }
    }),
    400,
  )
  expect(compared).toBeGreaterThan(50)
})

test('each thing on its own day', () => {
  // 100 at a spread of 40 on 3 March; 60 of them sold on 2 June for 42: 40 each of compensation, and no spread at all
  const of = caseOf({
    plan: [exerciseOf('2025-03-03', 100, { as: 'a' }), saleOf('2025-06-02', 60, 42, { lot: 'a' })],
  })
  const at = (day: string) => sharesThrough(sharesOf(of), 2025, day)
  expect([at('2025-03-02')?.isoSpread, at('2025-03-03')?.isoSpread]).toEqual([0, 1_600])
  expect([at('2025-06-01')?.compensation, at('2025-06-02')?.compensation]).toEqual([0, 2_400])
})
