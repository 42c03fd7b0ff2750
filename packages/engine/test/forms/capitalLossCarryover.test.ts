import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { figureCapitalLossCarryover } from '../../src/forms/capitalLossCarryover.ts'
import { noFacts } from '../../src/forms/facts.ts'
import { figureScheduleD } from '../../src/forms/scheduleD.ts'
import type { FilingStatus } from '../../src/law/law.ts'
import { check, household } from '../arbitraries.ts'
import { termsOf } from '../byStatute.ts'
import { lawFor } from '../laws.ts'
import { figuresFor } from '../statute/figures.ts'
import { capitalPosition, lossCarriedOut, type Terms } from '../statute/section1211.ts'
import { named, workedExamples } from '../workedExamples.ts'

interface TwoSystems {
  year: number
  status: FilingStatus
  compensation: number
  regular: Terms
  amt: Terms
  regularCarriedIn: Terms
  amtCarriedIn: Terms
}

const none = noFacts().gains

/** One system's Schedule D and what it carries out, with income enough for the loss allowed unless said otherwise. */
function system(gains: Terms, carriedIn: Terms, year: number, status: FilingStatus, amount = 1_000_000) {
  const facts = { ...none, ...gains, shortCarryover: carriedIn.short, longCarryover: carriedIn.long }
  const scheduleD = figureScheduleD(facts, lawFor(year, status))
  return { scheduleD, worksheet: figureCapitalLossCarryover({ scheduleD, income: { amount } }) }
}

describe('examples of Form 6251 line 2k, its loss limit and what is carried on', () => {
  test.each(workedExamples<TwoSystems>('line 2k').map(named))('%s', (_, { gives, expected }) => {
    const { year, status } = gives
    const regular = system(gives.regular, gives.regularCarriedIn, year, status)
    const amt = system(gives.amt, gives.amtCarriedIn, year, status)
    const out = ({ worksheet }: typeof amt) => ({ short: worksheet.line8 + 0, long: worksheet.line13 + 0 })
    const capital = amt.scheduleD.included - regular.scheduleD.included
    expect({
      ...{ ordinary: 0 - gives.compensation, capital, line2k: capital - gives.compensation },
      ...{ regularCarriedOut: out(regular), amtCarriedOut: out(amt) },
    }).toEqual(expected)
  })
})

describe('the worksheet by hand (Instructions for Schedule D)', () => {
  const left = (gains: Terms, amount: number, carriedIn = { short: 0, long: 0 }) => {
    const { worksheet } = system(gains, carriedIn, 2025, 'single', amount)
    return [worksheet.line8 + 0, worksheet.line13 + 0]
  }

  test('the loss allowed comes out of the short-term loss first', () => {
    expect(left({ short: -2_000, long: -20_000 }, 90_000)).toEqual([0, 19_000])
    expect(left({ short: -8_000, long: -20_000 }, 90_000)).toEqual([5_000, 20_000])
  })

  test('a gain of the other term comes off first', () => {
    expect(left({ short: -20_000, long: 5_000 }, 90_000)).toEqual([12_000, 0])
    expect(left({ short: 5_000, long: -20_000 }, 90_000)).toEqual([0, 12_000])
  })

  test('a loss that did no good, because income was below zero without it, is carried whole', () => {
    expect(left({ short: 0, long: -20_000 }, -8_750)).toEqual([0, 20_000])
    expect(left({ short: 0, long: -20_000 }, -1_000)).toEqual([0, 18_000])
    expect(left({ short: -500, long: -20_000 }, -2_000)).toEqual([0, 19_500])
  })

  test('a year without a loss carries none', () => {
    expect(left({ short: 100, long: 900 }, 90_000)).toEqual([0, 0])
    expect(left({ short: -900, long: 901 }, 90_000)).toEqual([0, 0])
    expect(left({ short: 0, long: 0 }, -1)).toEqual([0, 0])
  })

  test('a loss carried in is carried on as far as it is not used', () => {
    expect(left({ short: 0, long: 0 }, 90_000, { short: 22_000, long: 40_000 })).toEqual([19_000, 40_000])
  })
})

test('equals section 1212(b) on any gains and income', () => {
  check(
    fc.property(household, fc.integer({ min: -10_000, max: 20_000 }), ({ year, status, facts: { gains } }, amount) => {
      const carriedIn = { short: gains.shortCarryover, long: gains.longCarryover }
      const { worksheet, scheduleD } = system(gains, carriedIn, year, status, amount)
      const position = capitalPosition(termsOf(gains), carriedIn, figuresFor(year, status))
      const code = lossCarriedOut(position, amount + position.lossAllowed)
      expect(worksheet.line8).toBeCloseTo(code.short, 6)
      expect(worksheet.line13).toBeCloseTo(code.long, 6)
      // Nothing is lost, and nothing made: loss less what was used is carried
      const used = Math.max(0, Math.min(scheduleD.line21, amount + scheduleD.line21))
      expect(worksheet.line8 + worksheet.line13).toBeCloseTo(Math.max(0, -scheduleD.line16) - used, 6)
    }),
    1_000,
  )
})
