/** The ledger against a second working from the Code, share lot by share lot: every year of random cases, to the cent. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Case } from '../../src/case.ts'
import { sharesIn, sharesOf } from '../../src/equity/shares.ts'
import { check } from '../arbitraries.ts'
import { differences } from '../statute/vectors.ts'
import { type Kinds, sharesCase } from './arbitraryShares.ts'
import { terms } from './ledger.ts'
import { yearsByStatute } from './sharesByStatute.ts'

/** What is off, by year. */
function off(of: Case): string[] {
  const shares = sharesOf(of)
  const expected = yearsByStatute(of)
  const { firstYear, lastYear } = shares.books.prepared
  const found: string[] = []
  for (let year = firstYear; year <= lastYear; year++) {
    const got = sharesIn(shares, year)
    const [regular, amt] = [terms(got.gains), terms(got.amtGains)]
    const ours = {
      ...{ spread: got.isoSpread, wages: got.optionWages, amtCompensation: got.amtCompensation },
      ...{ compensation: got.compensation + got.compensationUnreported, paid: got.strikePaid, proceeds: got.proceeds },
      ...{ short: regular.short, long: regular.long, amtShort: amt.short, amtLong: amt.long },
    }
    const theirs = expected.get(year) ?? Object.fromEntries(Object.keys(ours).map((name) => [name, 0]))
    found.push(...differences(ours, theirs).map((difference) => `${year} ${difference}`))
  }
  return found
}

describe('the ledger agrees with the second working on random cases', () => {
  const kinds: readonly (readonly [string, Kinds])[] = [
    ['exercises and sales', {}],
    ['with gifts, related buyers and forfeitures', { gifts: true, relatedBuyers: true, forfeits: true }],
    ['with splits', { splits: true, gifts: true }],
    ['beyond the $100,000 limit', { limit: true, forfeits: true }],
  ]

  test.each(kinds)('%s', (_, kind) => {
    check(
      fc.property(sharesCase(kind), (of) => {
        expect(off(of)).toEqual([])
      }),
      150,
    )
  })
})
