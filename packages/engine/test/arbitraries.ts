/**
 * Households to try properties on. Half of all amounts lie at a threshold of their own year's law or a few dollars beside
 * it, because that is where a worksheet goes wrong; the others anywhere. The seed is fixed: a failure comes back.
 */
import fc from 'fast-check'
import { type Facts, type Gains, noFacts } from '../src/forms/facts.ts'
import { federalFigures } from '../src/law/federal/figures.ts'
import type { FederalLaw } from '../src/law/federal/law.ts'
import type { FilingStatus } from '../src/law/law.ts'
import { lawFor, statuses, years } from './laws.ts'

/** Everything a federal year is figured from. */
export interface Household {
  readonly year: number
  readonly status: FilingStatus
  readonly facts: Facts
}

/** Runs a property with the seed of this project. */
export const check = <T>(property: fc.IProperty<T>, numRuns = 500): void => fc.assert(property, { seed: 6251, numRuns })

/** A year and a status. */
export const yearAndStatus = fc.constantFrom(
  ...years.flatMap((year) => statuses.map((status) => ({ year: year as number, status }))),
)

const memo = new Map<string, readonly number[]>()

/** Every dollar figure of the year above 1,000, and what income must be for taxable income or AMT income to be it. */
function thresholds(year: number, status: FilingStatus): readonly number[] {
  const known = memo.get(`${year} ${status}`)
  if (known) return known
  const law = lawFor(year, status)
  const names = Object.keys(federalFigures) as (keyof typeof federalFigures)[]
  const figures = names.filter((name) => federalFigures[name].unit === 'dollars').map((name) => law[name])
  const own = [...figures, law.amtExemptionGone, ...increaseEnds(law)].filter((amount) => amount > 1_000)
  const all = [
    ...own,
    ...own.map((each) => each + law.standardDeduction),
    ...own.map((each) => each + law.amtExemption),
  ]
  memo.set(`${year} ${status}`, all)
  return all
}

const increaseEnds = (law: FederalLaw): number[] =>
  law.amtiIncreaseRate > 0 ? [law.amtExemptionGone + (law.amtExemption * 10_000) / law.amtiIncreaseRate] : []

/** Dollars, not negative: at a threshold or near, or anywhere up to some millions; sometimes with cents. */
export const dollars = ({ year, status }: { year: number; status: FilingStatus }): fc.Arbitrary<number> =>
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .tuple(fc.constantFrom(...thresholds(year, status)), fc.integer({ min: -30, max: 30 }))
        .map(([threshold, beside]) => threshold + beside),
    },
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 400_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 5_000_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 100_000_000 }).map((cents) => cents / 100) },
  )

/** Mostly nothing, else something: how rare items come. */
const rarely = (weight: number, arbitrary: fc.Arbitrary<number>): fc.Arbitrary<number> =>
  fc.oneof({ weight, arbitrary: fc.constant(0) }, { weight: 1, arbitrary })

const signed = (arbitrary: fc.Arbitrary<number>): fc.Arbitrary<number> =>
  fc.tuple(arbitrary, fc.boolean()).map(([amount, negative]) => (negative ? -amount : amount))

/** What Form 8949 brings, box by box. */
const boxes = Object.fromEntries(
  (['shortA', 'shortB', 'shortC', 'longD', 'longE', 'longF'] as const).map((box) => [
    box,
    rarely(7, signed(fc.integer({ min: 0, max: 90_000 }))),
  ]),
) as { [Box in 'shortA' | 'shortB' | 'shortC' | 'longD' | 'longE' | 'longF']: fc.Arbitrary<number> }

const gains = (amount: fc.Arbitrary<number>): fc.Arbitrary<Gains> =>
  fc.record({
    short: rarely(2, signed(amount)),
    long: fc.oneof(fc.constant(0), amount, signed(amount)),
    ...boxes,
    collectibles: rarely(3, signed(fc.integer({ min: 0, max: 200_000 }))),
    unrecaptured1250: rarely(3, fc.integer({ min: 0, max: 300_000 })),
    shortCarryover: rarely(4, fc.integer({ min: 0, max: 60_000 })),
    longCarryover: rarely(4, fc.integer({ min: 0, max: 90_000 })),
  })

const small = fc.integer({ min: 0, max: 60_000 })
const stated = rarely(9, signed(small))

const income = (amount: fc.Arbitrary<number>) => ({
  wages: fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 6, arbitrary: amount }),
  optionWages: rarely(5, small),
  compensation: rarely(3, amount),
  compensationUnreported: rarely(7, small),
  amtCompensation: fc.boolean().map(Number),
  interest: rarely(2, fc.integer({ min: 0, max: 300_000 })),
  ordinaryDividends: rarely(1, fc.integer({ min: 0, max: 300_000 })),
  qualifiedDividends: fc.constantFrom(0, 0.5, 1),
  otherIncome: rarely(5, signed(small)),
  gains: gains(amount),
  amtGains: fc.option(gains(amount), { nil: undefined }),
})

const deductions = (amount: fc.Arbitrary<number>) => ({
  agedOrBlindBoxes: fc.integer({ min: 0, max: 4 }),
  seniors: fc.integer({ min: 0, max: 2 }),
  hasItemized: fc.boolean(),
  deductionChoice: fc.constantFrom<Facts['deductionChoice'][]>('lowestTax', 'larger', 'standard', 'itemized'),
  stateAndLocalTaxes: rarely(1, fc.oneof(small, amount)),
  realEstateTaxes: rarely(1, small),
  mortgageInterest: rarely(1, small),
  charityCash: rarely(1, fc.oneof(small, amount)),
  charityCashToFunds: fc.constantFrom(0, 0, 0.25, 1),
  charityOrdinary: rarely(3, fc.oneof(small, amount)),
  charityStock: rarely(3, fc.oneof(small, amount)),
  charityPrivate: rarely(3, fc.oneof(small, amount)),
  charityPrivateStock: rarely(3, small),
  charityCashCarried: rarely(5, fc.oneof(small, amount)),
  charityOrdinaryCarried: rarely(5, small),
  charityStockCarried: rarely(5, fc.oneof(small, amount)),
  charityPrivateCarried: rarely(5, small),
  charityPrivateStockCarried: rarely(5, small),
})

const minimumTax = (amount: fc.Arbitrary<number>) => ({
  isoSpread: rarely(1, amount),
  ...Object.fromEntries(statedLines.map((line) => [line, stated])),
  otherAmtAdjustment: rarely(4, signed(small)),
  otherAmtExclusion: rarely(6, signed(small)),
  amtForeignTaxCredit: rarely(3, fc.integer({ min: 0, max: 30_000 })),
  childTaxCredit: rarely(3, fc.integer({ min: 0, max: 8_000 })),
  otherCredits: rarely(4, fc.integer({ min: 0, max: 12_000 })),
  minimumTaxCreditMade: rarely(3, fc.integer({ min: -60_000, max: 150_000 })),
  vehicleCreditUnallowed: rarely(9, fc.integer({ min: 0, max: 4_000 })),
  minimumTaxCredit: rarely(1, fc.integer({ min: 0, max: 200_000 })),
  minimumTaxCreditNol: rarely(
    8,
    small.map((loss) => -loss),
  ),
})

const statedLines = [
  ...(['line2b', 'line2c', 'line2d', 'line2e', 'line2f', 'line2g', 'line2h', 'line2j', 'line2l'] as const),
  ...(['line2m', 'line2n', 'line2o', 'line2p', 'line2q', 'line2r', 'line2s', 'line2t'] as const),
] as const

/**
 * Households with everything the facts can hold. The foreign tax credit is kept at zero: the Code limits it to the tax
 * it is set against, so it takes a return to say how large it may be (`withForeignTaxCredit`).
 */
export const household: fc.Arbitrary<Household> = yearAndStatus.chain((of) =>
  fc
    .record({ ...income(dollars(of)), ...deductions(dollars(of)), ...minimumTax(dollars(of)) })
    .map((drawn) => ({ ...of, facts: factsOf(drawn) })),
)

/** Draws that stand for parts of another amount become that part. */
function factsOf(drawn: Omit<Partial<Facts>, 'amtGains'> & { gains: Gains; amtGains: Gains | undefined }): Facts {
  const facts = { ...noFacts(), ...drawn, amtGains: drawn.amtGains ?? { ...drawn.gains } }
  facts.amtCompensation *= facts.compensation
  facts.qualifiedDividends *= facts.ordinaryDividends
  facts.charityCashToFunds *= facts.charityCash
  return facts
}
