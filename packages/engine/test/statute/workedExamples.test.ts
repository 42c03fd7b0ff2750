import { describe, expect, test } from 'vitest'
import { type FlatCase, figureByStatute, workYear } from './federalYear.ts'
import { type Figures, figuresFor, type Status } from './figures.ts'
import { type RateGains, type Section1, taxTable } from './section1.ts'
import { adjustedNetMinimumTax, exclusionMinimumTax, minimumTaxCredit } from './section53.ts'
import { excessTax, minimumTax } from './section55.ts'
import { alternativeMinimumTaxableIncome, optionSpread } from './section56.ts'
import { section68Reduction } from './section68.ts'
import { taxDeduction } from './section164.ts'
import { type GiftCarryover, type Gifts, giftDeduction } from './section170.ts'
import {
  type Disposition,
  disposition,
  type FirstExercisable,
  periodsAreOver,
  withinAnnualLimit,
} from './section422.ts'
import { capitalDifference, capitalPosition, lossCarriedOut, type Terms } from './section1211.ts'
import { heldMoreThan } from './section1222.ts'
import { differences, readVectors } from './vectors.ts'

interface YearAndStatus {
  year: number
  status: Status
}

/** Amounts named after lines. One not named is zero. */
type Lines = YearAndStatus & Partial<Record<`line${string}`, number>>

interface Exercise {
  shares: number
  valuePerShare: number
  /** Or `paid`, for all */
  pricePerShare?: number
  paid?: number
}

/** Where the source has them */
interface Days {
  grantedOn?: string
  exercisedOn?: string
  soldOn?: string
}

interface TwoSystems extends YearAndStatus {
  compensation: number
  regular: Terms
  amt: Terms
  regularCarriedIn: Terms
  amtCarriedIn: Terms
}

interface Form6251Facts {
  /** Of a year that has none in the working */
  figures?: Partial<Figures>
  /** If not line 1b, from which the deduction for seniors is left out */
  taxableIncome?: number
  seniorDeduction?: number
  section68Reduction?: number
}

interface GiftYear extends YearAndStatus {
  contributionBase: number
  given: Gifts
  carriedIn: GiftCarryover[]
}

const noGains: RateGains = { netCapitalGain: 0, adjustedNetCapitalGain: 0, unrecaptured1250Gain: 0 }

/** How the Code answers each kind of case. A `form` of the vectors names one of these. */
const workings = {
  exercise: (x: Exercise) => ({
    line2i: optionSpread(x.shares * x.valuePerShare, x.paid ?? x.shares * (x.pricePerShare ?? 0)),
  }),

  disposition(x: Disposition & Days) {
    const { grantedOn, exercisedOn, soldOn } = x
    const days = grantedOn !== undefined && exercisedOn !== undefined && soldOn !== undefined
    const got = disposition(days ? { ...x, early: !periodsAreOver(grantedOn, exercisedOn, soldOn) } : x)
    const line2k = got.amtGain - got.regularGain - got.compensation
    const longTerm = days ? heldMoreThan(1, exercisedOn, soldOn) : undefined
    return { ...got, line2i: optionSpread(x.value, x.paid), line2k, longTerm }
  },

  limit: (x: { options: FirstExercisable[] }) => ({ iso: withinAnnualLimit(x.options) }),

  'line 2k'(x: TwoSystems) {
    const f = figuresFor(x.year, x.status)
    const regular = capitalPosition(x.regular, x.regularCarriedIn, f)
    const amt = capitalPosition(x.amt, x.amtCarriedIn, f)
    const capital = capitalDifference(amt, regular)
    // These cases have other income enough for the loss allowed.
    const ample = 1_000_000
    return {
      ordinary: -x.compensation,
      capital,
      line2k: capital - x.compensation,
      regularCarriedOut: lossCarriedOut(regular, ample),
      amtCarriedOut: lossCarriedOut(amt, ample),
    }
  },

  form6251(x: Lines & Form6251Facts) {
    const { line1b = 0, line2a = 0, line2g = 0, line2i = 0, line3 = 0, line8 = 0, line10 = 0 } = x
    const f = { ...figuresFor(Math.max(x.year, 2023), x.status), ...x.figures }
    const amti = alternativeMinimumTaxableIncome({
      taxableIncome: x.taxableIncome ?? line1b,
      taxesDeducted: 0,
      standardDeduction: line2a,
      section151Deduction: x.seniorDeduction ?? 0,
      section68Reduction: x.section68Reduction ?? 0,
      isoSpread: line2i,
      otherTiming: line2g + line3,
    })
    const regular = { tax: line10, belowAdjustedGain: 0, atOrdinaryRates: 0 }
    const got = minimumTax({ amti, gains: noGains, regular, amtForeignTaxCredit: line8, foreignTaxCredit: 0 }, f)
    return {
      line4: got.amti,
      line5: got.exemption,
      line6: got.taxableExcess,
      line7: got.tentativeMinimumTax + line8,
      line9: got.tentativeMinimumTax,
      line11: got.amt,
    }
  },

  'form6251 part III'(x: Lines) {
    const { line12 = 0, line13 = 0, line14 = 0, line15 = 0, line20 = 0, line27 = 0 } = x
    const gains = { netCapitalGain: line15, adjustedNetCapitalGain: line13, unrecaptured1250Gain: line14 }
    const regular = { belowAdjustedGain: line20, atOrdinaryRates: line27 }
    return { line40: excessTax(line12, gains, regular, figuresFor(x.year, x.status)) }
  },

  form8801(x: Lines) {
    const { line1 = 0, line2 = 0, line14 = 0, line16 = 0, line19 = 0, line22 = 0, line23 = 0 } = x
    const f = figuresFor(x.year, x.status)
    const facts = { ...part3Of(x, line14), amtForeignTaxCredit: 0, foreignTaxCredit: 0 }
    const exclusion = minimumTax({ ...facts, amti: line1 + line2 }, f)
    const line15 = exclusionMinimumTax({ ...facts, taxableIncome: line1, exclusionItems: line2 }, f)
    const line18 = adjustedNetMinimumTax(line16, line15)
    const line21 = line18 + line19
    const credit = minimumTaxCredit({
      carriedIn: line21,
      regularTaxLiability: line22,
      otherCredits: 0,
      tentativeMinimumTax: line23,
    })
    return {
      line4: exclusion.amti,
      line5: f.amtExemption,
      line9: exclusion.exemption,
      line10: exclusion.taxableExcess,
      line11: exclusion.tentativeMinimumTax,
      line15,
      line18,
      line21,
      line24: Math.max(0, line22 - line23),
      line25: credit.used,
      line26: credit.carriedOut,
    }
  },

  gifts(x: GiftYear) {
    return giftDeduction(x.contributionBase, x.given, x.carriedIn, figuresFor(x.year, x.status))
  },

  'schedule A line 5e': (x: YearAndStatus & { adjustedGrossIncome: number; taxesPaid: number }) => ({
    line5e: taxDeduction(x.taxesPaid, x.adjustedGrossIncome, figuresFor(x.year, x.status)),
  }),

  'section 68'(x: YearAndStatus & { itemized: number; taxableIncome: number }) {
    const reduction = section68Reduction(x.itemized, x.taxableIncome, figuresFor(x.year, x.status))
    return { reduction, allowed: x.itemized - reduction }
  },

  'tax table': (x: YearAndStatus & { amount: number }) => ({ tax: taxTable(x.amount, figuresFor(x.year, x.status)) }),

  return(x: FlatCase) {
    const { summary, ...rest } = workYear(x)
    return { ...summary, ...rest }
  },

  room(x: FlatCase) {
    // The most whole dollars of spread without AMT, by halving: the tax never falls as the spread grows.
    let room = 0
    let tooMuch = 2 ** 24
    while (tooMuch - room > 1) {
      const middle = (room + tooMuch) / 2
      if (figureByStatute({ ...x, isoSpread: middle }).amt > 0) tooMuch = middle
      else room = middle
    }
    return { regularTax: figureByStatute(x).regularTax, room }
  },
}

function part3Of(x: Lines, regularTax: number): { gains: RateGains; regular: Section1 } {
  const { line28 = 0, line29 = 0, line30 = 0, line35 = 0, line42 = 0 } = x
  return {
    gains: { netCapitalGain: line30, adjustedNetCapitalGain: line28, unrecaptured1250Gain: line29 },
    regular: { tax: regularTax, belowAdjustedGain: line35, atOrdinaryRates: line42 },
  }
}

interface Case {
  id: string
  form: keyof typeof workings
  about: string
  /** What the working of its form takes: the type cannot say so, the answer shows it. */
  gives: never
  expected: Record<string, unknown>
}

const { cases }: { cases: Case[] } = JSON.parse(readVectors('worked-examples.json'))

describe('worked examples', () => {
  test.each(cases.map((c) => [c.id, c] as const))('%s', (_id, { form, gives, expected }) => {
    expect(differences(workings[form](gives), expected)).toEqual([])
  })
})
