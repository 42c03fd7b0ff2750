import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Gains, noGains } from '../../src/forms/facts.ts'
import { figureScheduleD, type ScheduleD } from '../../src/forms/scheduleD.ts'
import type { FilingStatus } from '../../src/law/law.ts'
import { check, household } from '../arbitraries.ts'
import { termsOf } from '../byStatute.ts'
import { lawFor } from '../laws.ts'
import { figuresFor } from '../statute/figures.ts'
import { rateGains } from '../statute/section1.ts'
import { capitalPosition } from '../statute/section1211.ts'

const figured = (gains: Partial<Gains>, status: FilingStatus = 'single'): ScheduleD =>
  figureScheduleD({ ...noGains, ...gains }, lawFor(2025, status))

describe('gains and losses', () => {
  test('a year with neither', () => {
    expect(figured({})).toMatchObject({ line16: 0, line17: 0, line20: 1, included: 0, netCapitalGain: 0 })
    expect(figured({}).line21 + 0).toBe(0)
  })

  test('losses carried in are losses of the year, by term', () => {
    const f = figured({ short: 5_000, shortCarryover: 2_000, long: 10_000, longCarryover: 25_000 })
    expect(f).toMatchObject({ line6: -2_000, line7: 3_000, line14: -25_000, line15: -15_000, line16: -12_000 })
    expect(f).toMatchObject({ line17: 0, line21: 3_000, included: -3_000, netCapitalGain: 0 })
  })

  test('a net loss is allowed up to 3,000, or 1,500 on a separate return (IRC 1211(b))', () => {
    for (const status of ['single', 'mfj', 'hoh', 'qss'] as const)
      expect(figured({ short: -3_001 }, status)).toMatchObject({ line21: 3_000, included: -3_000 })
    expect(figured({ short: -1_501 }, 'mfs')).toMatchObject({ line21: 1_500, included: -1_500 })
    expect(figured({ long: -2_999 })).toMatchObject({ line21: 2_999, included: -2_999 })
  })

  test('net capital gain is long-term gain less short-term loss, and no short-term gain', () => {
    expect(figured({ short: 4_000, long: 10_000 })).toMatchObject({ included: 14_000, netCapitalGain: 10_000 })
    expect(figured({ short: -4_000, long: 10_000 })).toMatchObject({ included: 6_000, netCapitalGain: 6_000 })
    expect(figured({ short: 14_000, long: -10_000 })).toMatchObject({ line17: 0, included: 4_000, netCapitalGain: 0 })
    // No gain is not a gain: line 17 asks for gains on both lines
    expect(figured({ short: 5_000 })).toMatchObject({ line15: 0, line16: 5_000, line17: 0 })
    expect(figured({ short: -10_000, long: 10_000 })).toMatchObject({ line16: 0, line17: 0, netCapitalGain: 0 })
  })
})

describe('gains of the higher rates', () => {
  test('28 % gain bears the long-term loss carried in and a short-term loss of the year', () => {
    const f = figured({ short: -12_000, long: 40_000, collectibles: 10_000, unrecaptured1250: 8_000 })
    expect(f).toMatchObject({ line18Net: -2_000, line18: 0, line19: 6_000, line20: 0 })
    const carried = figured({ long: 40_000, longCarryover: 4_000, collectibles: 10_000 })
    expect(carried).toMatchObject({ line18Net: 6_000, line18: 6_000, line19: 0, line20: 0 })
  })

  test('a short-term gain does not raise it', () => {
    expect(figured({ short: 9_000, long: 40_000, collectibles: 10_000 }).line18).toBe(10_000)
  })

  test('a loss on collectibles comes off the section 1250 gain', () => {
    const f = figured({ long: 40_000, collectibles: -3_000, unrecaptured1250: 8_000 })
    expect(f).toMatchObject({ line18: 0, line19: 5_000 })
    expect(figured({ long: 40_000, collectibles: -9_000, unrecaptured1250: 8_000 })).toMatchObject({
      line19: 0,
      line20: 1,
    })
  })

  test('either of them sends one to the Schedule D Tax Worksheet', () => {
    const flags = [{ collectibles: 1 }, { unrecaptured1250: 1 }, {}].map(
      (gains) => figured({ long: 9_000, ...gains }).line20,
    )
    expect(flags).toEqual([0, 0, 1])
  })
})

describe('against the Code', () => {
  test('equals sections 1211, 1222 and 1(h) on any gains', () => {
    check(
      fc.property(household, ({ year, status, facts: { gains } }) => {
        const f = figureScheduleD(gains, lawFor(year, status))
        const carried = { short: gains.shortCarryover, long: gains.longCarryover }
        const code = capitalPosition(termsOf(gains), carried, figuresFor(year, status))
        expect([f.line7, f.line15, f.included, f.line21, f.netCapitalGain].map(flat)).toEqual(
          [code.net.short, code.net.long, code.included, code.lossAllowed, code.netCapitalGain].map(flat),
        )
        const { collectibles: collectiblesGain, unrecaptured1250: unrecaptured1250Gain } = gains
        const rates = rateGains({ ...code, qualifiedDividends: 0, collectiblesGain, unrecaptured1250Gain })
        const taxedHigher = Math.min(f.netCapitalGain, f.line18 + f.line19)
        expect(f.netCapitalGain - taxedHigher).toBeCloseTo(rates.adjustedNetCapitalGain, 6)
        expect(Math.min(f.line19, f.netCapitalGain)).toBeCloseTo(rates.unrecaptured1250Gain, 6)
      }),
      1_000,
    )
  })

  /** To a millionth, and minus zero as zero. */
  const flat = (amount: number): number => Math.round(amount * 1e6) / 1e6 + 0
})
