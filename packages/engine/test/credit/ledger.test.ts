/**
 * The credit over many years: the engine, which hands each year what the year before left, against the ledger that works
 * every year from all the years before it, as section 53(b) words it.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Readings } from '../../src/law/federal/law.ts'
import { type FiguredYear, figureYear } from '../../src/timeline.ts'
import { check, type Household, household } from '../arbitraries.ts'
import { returnByStatute } from '../byStatute.ts'
import {
  creditAfter,
  creditLedger,
  type LedgerEntry,
  type LedgerYear,
  type Shortfall,
} from '../statute/creditLedger.ts'
import { creditCarried, yearFrom } from './years.ts'

interface Chain {
  readonly carriedBefore: number
  readonly households: readonly Household[]
}

/**
 * Three to eight years, each with a law, a status and facts of its own: nothing but the credit passes from one to the
 * next, so years need not follow each other. Some are bent towards earning credit, some towards using it.
 */
const chain: fc.Arbitrary<Chain> = fc
  .record({
    carriedBefore: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 300_000 })),
    drawn: fc.array(fc.tuple(household, fc.constantFrom('as drawn', 'exercise', 'gap')), {
      minLength: 3,
      maxLength: 8,
    }),
  })
  .map(({ carriedBefore, drawn }) => ({
    carriedBefore,
    households: drawn.map(([{ year, status, facts }, kind]) => {
      const own = { ...facts, minimumTaxCreditMade: 0, minimumTaxCredit: 0, vehicleCreditUnallowed: 0 }
      if (kind === 'exercise') own.isoSpread += 250_000
      if (kind === 'gap') Object.assign(own, { isoSpread: 0, wages: own.wages + 90_000, childTaxCredit: 0 })
      return { year, status, facts: own }
    }),
  }))

const readingOf: Record<Shortfall, Readings> = { forgiven: {}, kept: { creditShortfallForgiven: 0 } }

function byEngine({ carriedBefore, households }: Chain, shortfall: Shortfall): FiguredYear[] {
  const years: FiguredYear[] = []
  for (const { year, status, facts } of households) {
    const carriedIn = years.at(-1)?.carriedOut ?? creditCarried(carriedBefore)
    const { minimumTaxCreditMade, minimumTaxCredit } = carriedIn
    const own = { year, status, facts: { ...facts, minimumTaxCreditMade, minimumTaxCredit } }
    years.push(figureYear(yearFrom(own, carriedIn, readingOf[shortfall])))
  }
  return years
}

interface Coded extends LedgerYear {
  readonly used: number
}

/** The years by the Code. The credit has a say in which deduction is taken, so each year is worked with its own. */
function byCode({ carriedBefore, households }: Chain, shortfall: Shortfall): { years: Coded[]; ledger: LedgerEntry[] } {
  const years: Coded[] = []
  for (const { year, status, facts } of households) {
    const minimumTaxCredit = creditAfter(carriedBefore, years, shortfall)
    const { summary, exclusionMinimumTax } = returnByStatute({ ...facts, minimumTaxCredit }, year, status)
    years.push({
      netMinimumTax: summary.amt,
      onExclusions: exclusionMinimumTax,
      regularTaxLiability: summary.regularTax,
      otherCredits: facts.foreignTaxCredit + facts.childTaxCredit + facts.otherCredits,
      tentativeMinimumTax: summary.tentativeMinimumTax,
      used: summary.minimumTaxCreditUsed,
    })
  }
  return { years, ledger: creditLedger(carriedBefore, years, shortfall) }
}

describe.each<Shortfall>(['forgiven', 'kept'])('a shortfall %s', (shortfall) => {
  test('lines 15, 18, 21, 24, 25 and 26 of every year are those of the ledger', () => {
    check(
      fc.property(chain, (of) => {
        const coded = byCode(of, shortfall)
        for (const [i, { return: r, exclusion }] of byEngine(of, shortfall).entries()) {
          const entry = coded.ledger[i] as LedgerEntry
          expect(exclusion.line15).toBeCloseTo(coded.years[i]?.onExclusions ?? Number.NaN, 6)
          expect(exclusion.line18).toBeCloseTo(entry.adjustedNetMinimumTax, 6)
          expect(r.form8801.line21).toBeCloseTo(entry.credit, 6)
          expect(r.form8801.line24).toBeCloseTo(entry.limit, 6)
          expect(r.form8801.line25).toBeCloseTo(entry.allowed, 6)
          expect(r.form8801.line26).toBeCloseTo(entry.left, 6)
          // The ledger's own limit, and that of a single return worked from the Code
          expect(entry.allowed).toBeCloseTo(coded.years[i]?.used ?? Number.NaN, 6)
        }
      }),
      400,
    )
  })
})

describe('what must hold of any years', () => {
  test('carried out is what was carried in and earned, not below zero, less what was used', () => {
    check(
      fc.property(chain, (of) => {
        let carried = of.carriedBefore
        let earned = 0
        for (const { return: r, exclusion, carriedOut } of byEngine(of, 'forgiven')) {
          const { line25, line26 } = r.form8801
          expect(line26).toBeCloseTo(Math.max(0, carried + earned) - line25, 6)
          expect(line26).toBeGreaterThanOrEqual(0)
          expect(carriedOut.minimumTaxCredit).toBe(line26)
          carried = line26
          earned = exclusion.line18
        }
      }),
      400,
    )
  })

  test('used is never below zero, nor more than regular tax less other credits less tentative minimum tax', () => {
    check(
      fc.property(chain, (of) => {
        for (const { return: r, facts } of byEngine(of, 'forgiven')) {
          const regular = r.form1040.line16 - facts.foreignTaxCredit - facts.childTaxCredit - facts.otherCredits
          const room = Math.max(0, regular - r.form6251.line9)
          expect(r.form8801.line25).toBeGreaterThanOrEqual(0)
          expect(r.form8801.line25).toBeLessThanOrEqual(room + 1e-6)
          // A year that owes AMT has no room
          if (r.form6251.line11 > 0) expect(r.form8801.line25).toBe(0)
        }
      }),
      400,
    )
  })

  test('over all years no more is used than was carried in and earned in years above zero', () => {
    check(
      fc.property(chain, (of) => {
        let most = of.carriedBefore
        let used = 0
        for (const { return: r, exclusion } of byEngine(of, 'forgiven')) {
          used += r.form8801.line25
          expect(used).toBeLessThanOrEqual(most + 1e-6)
          most += Math.max(0, exclusion.line18)
        }
      }),
      400,
    )
  })

  test('a year without adjustments or preferences that defer neither earns nor loses credit', () => {
    check(
      fc.property(household, ({ year, status, facts: { gains, ...facts } }) => {
        const timing = Object.fromEntries([...'fjlmnopqrst'].map((letter) => [`line2${letter}`, 0]))
        const none = {
          isoSpread: 0,
          otherAmtAdjustment: 0,
          minimumTaxCreditNol: 0,
          line2kForm4797: 0,
          line2kCasualty: 0,
        }
        const compensation = { compensation: 0, compensationUnreported: 0, amtCompensation: 0 }
        const own = { ...facts, ...timing, ...none, ...compensation, gains, amtGains: { ...gains } }
        const { exclusion, return: r } = figureYear(yearFrom({ year, status, facts: own }, creditCarried(0)))
        expect(exclusion.line15).toBeCloseTo(r.form6251.line11, 6)
        expect(exclusion.line18).toBeCloseTo(0, 6)
      }),
      400,
    )
  })
})

describe('chains tell something', () => {
  const sample = fc.sample(chain, { seed: 6251, numRuns: 200 })
  const years = sample.flatMap((of) => byEngine(of, 'forgiven'))
  const share = (holds: (year: FiguredYear) => boolean): number => years.filter(holds).length / years.length

  test('years that use credit in part or in full, years that cannot, and years that lose some', () => {
    expect(share(({ return: { form8801: f } }) => f.line25 > 0 && f.line26 > 0)).toBeGreaterThan(0.05)
    expect(share(({ return: { form8801: f } }) => f.line25 > 0 && f.line26 === 0)).toBeGreaterThan(0.02)
    expect(share(({ return: { form8801: f } }) => f.line21 > 0 && f.line25 === 0)).toBeGreaterThan(0.05)
    expect(share(({ return: { form8801: f } }) => f.line21 < 0)).toBeGreaterThan(0.02)
    expect(share(({ exclusion: f }) => f.line15 > 0 && f.line18 > 0)).toBeGreaterThan(0.02)
    expect(share(({ exclusion: f }) => f.line18 < 0)).toBeGreaterThan(0.05)
  })

  test('a shortfall kept leaves other credit than one forgiven', () => {
    const left = (shortfall: Shortfall) => sample.map((of) => byCode(of, shortfall).ledger.at(-1)?.credit)
    const [forgiven, kept] = [left('forgiven'), left('kept')]
    expect(forgiven.filter((credit, i) => credit !== kept[i]).length).toBeGreaterThan(10)
  })
})

describe('the ledger by hand', () => {
  const year = (earned: number, limit: number): LedgerYear => ({
    ...{ netMinimumTax: Math.max(0, earned), onExclusions: Math.max(0, -earned) },
    ...{ regularTaxLiability: 50_000 + limit, otherCredits: 10_000, tentativeMinimumTax: 40_000 },
  })

  test('earned 30,000 and 5,000, with room for 8,000 in each later year', () => {
    const ledger = creditLedger(2_000, [year(30_000, 0), year(5_000, 8_000), year(0, 8_000), year(0, 8_000)])
    expect(ledger.map((entry) => entry.credit)).toEqual([2_000, 32_000, 29_000, 21_000])
    expect(ledger.map((entry) => entry.allowed)).toEqual([0, 8_000, 8_000, 8_000])
    expect(ledger.map((entry) => entry.left)).toEqual([2_000, 24_000, 21_000, 13_000])
  })

  test('a year of 12,000 below zero takes 3,000 and forgives 9,000, or keeps them against the 20,000 earned after', () => {
    const years = [year(-12_000, 0), year(20_000, 0)]
    expect(creditLedger(3_000, years).map((entry) => entry.credit)).toEqual([3_000, -9_000])
    expect(creditAfter(3_000, years)).toBe(20_000)
    expect(creditAfter(3_000, years, 'kept')).toBe(11_000)
    expect(creditLedger(3_000, years).map((entry) => entry.left)).toEqual([3_000, 0])
    expect(creditLedger(3_000, years, 'kept').map((entry) => entry.left)).toEqual([3_000, -9_000])
  })

  test('personal credits stand before it: 50,000 of tax less 10,000 of them meets a tentative minimum tax of 40,000', () => {
    expect(creditLedger(1_000, [year(0, 0)])).toMatchObject([{ limit: 0, allowed: 0, left: 1_000 }])
    expect(creditLedger(1_000, [year(0, 1)])).toMatchObject([{ limit: 1, allowed: 1, left: 999 }])
  })
})
