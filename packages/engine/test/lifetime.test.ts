/**
 * A whole life of options against the working from the Code: random grants, exercises, sales, gifts and forfeitures over
 * three to six years of income, with losses, gifts and credit carried in, and every year what the years before it left.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Case, GiftCarryover, Income } from '../src/case.ts'
import type { Action, Lot } from '../src/equity/action.ts'
import type { FilingStatus } from '../src/law/law.ts'
import { type LeanTotals, lean } from '../src/lean.ts'
import { type FiguredYear, yearsTo } from '../src/timeline.ts'
import { check } from './arbitraries.ts'
import { grantOf, incomeOf, lotOf, noCredits, noItemized } from './cases.ts'
import { type Kinds, sharesCase } from './equity/arbitraryShares.ts'
import { statuses } from './laws.ts'
import { type LifetimeYear, lifetimeByStatute } from './statute/lifetime.ts'

/** A case with its plan before the lots were taken out of it. */
interface Lifetime {
  readonly of: Case
  readonly planned: Case['plan']
  readonly last: number
}

const rarely = (weight: number, arbitrary: fc.Arbitrary<number>): fc.Arbitrary<number> =>
  fc.oneof({ weight, arbitrary: fc.constant(0) }, { weight: 1, arbitrary })
const upTo = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max })
const cents = (max: number): fc.Arbitrary<number> => upTo(max * 100).map((each) => each / 100)
const signed = (max: number): fc.Arbitrary<number> => fc.integer({ min: -max, max })

/** No wages in some years, many in others. Taxes stay below what the cap leaves everyone in every year. */
const incomeDraw = fc
  .record({
    wages: fc.oneof(fc.constant(0), upTo(30_000), cents(300_000), cents(400_000), upTo(900_000)),
    interest: rarely(2, upTo(40_000)),
    ordinaryDividends: rarely(2, upTo(60_000)),
    qualifiedDividends: fc.constantFrom(0, 0.5, 1),
    shortTermGain: rarely(2, signed(60_000)),
    longTermGain: fc.oneof(fc.constant(0), signed(80_000), upTo(3_000_000)),
    otherIncome: rarely(5, signed(40_000)),
    otherAmtAdjustment: rarely(5, signed(40_000)),
    otherAmtExclusion: rarely(6, signed(20_000)),
    childTaxCredit: rarely(2, upTo(6_600)),
    other: rarely(4, upTo(8_000)),
    itemizes: fc.boolean(),
    stateAndLocalTaxes: upTo(2_500),
    realEstateTaxes: upTo(2_500),
    mortgageInterest: upTo(50_000),
    charityCash: rarely(1, fc.oneof(upTo(20_000), upTo(400_000))),
    charityStock: rarely(2, fc.oneof(upTo(20_000), upTo(400_000))),
  })
  .map((drawn): Partial<Income> => {
    const { itemizes, childTaxCredit, other, qualifiedDividends, ...x } = drawn
    const { stateAndLocalTaxes, realEstateTaxes, mortgageInterest, charityCash, charityStock, ...own } = x
    const paid = { stateAndLocalTaxes, realEstateTaxes, mortgageInterest, charityCash, charityStock }
    return {
      ...own,
      qualifiedDividends: qualifiedDividends * own.ordinaryDividends,
      credits: { ...noCredits, childTaxCredit, other },
      itemized: itemizes ? { ...noItemized, ...paid } : null,
    }
  })

/** No other property: the Code's working takes it before stock given in the year, which section 170(d)(1)(A)(i) puts first. */
const giftDraw = fc.record({
  category: fc.constantFrom<GiftCarryover['category']>('cash', 'stock', 'private', 'privateStock'),
  age: fc.integer({ min: 1, max: 5 }),
  amount: fc.integer({ min: 1, max: 90_000 }),
})

const loss = fc.record({ short: rarely(2, upTo(40_000)), long: rarely(2, upTo(300_000)) })

const lifetime = (kinds: Kinds): fc.Arbitrary<Lifetime> =>
  fc
    .record({
      shares: sharesCase(kinds),
      later: fc.constantFrom(0, 4),
      times: fc.constantFrom(1, 60, 300, 1_000),
      begins: fc.constantFrom(0, 1, 2),
      incomes: fc.array(incomeDraw, { minLength: 3, maxLength: 6 }),
      projected: fc.constantFrom(0, 0, 1, 2),
      wageGrowth: fc.constantFrom(0, 0.03, -0.2),
      status: fc.constantFrom<FilingStatus>(...statuses),
      changes: fc.option(fc.tuple(fc.nat(5), fc.constantFrom<FilingStatus>(...statuses)), { nil: null }),
      minimumTaxCredit: rarely(1, cents(250_000)),
      ...{ capitalLoss: loss, amtCapitalLoss: loss, charity: fc.array(giftDraw, { maxLength: 3 }) },
      lots: fc.boolean(),
    })
    .map((drawn) => {
      const first = 2023 + drawn.later / 2 + drawn.begins
      const incomes = drawn.incomes.map((each, i) => incomeOf(first + i, each))
      const last = first + incomes.length - 1 + drawn.projected
      const shares = dearer(moved(drawn.shares, drawn.later), drawn.times)
      const plan = shares.plan.filter(({ on }) => on <= `${last}-12-31`)
      const gifts = drawn.charity.map(({ category, age, amount }) => ({ category, year: first - age, amount }))
      const { changes, minimumTaxCredit, capitalLoss, amtCapitalLoss } = drawn
      const of: Case = {
        ...{ ...shares, plan, incomes },
        household: {
          ...shares.household,
          statuses: [
            { from: 2000, status: drawn.status },
            ...(changes ? [{ from: first + changes[0], status: changes[1] }] : []),
          ],
        },
        carryforwards: {
          ...{ minimumTaxCredit, capitalLoss, amtCapitalLoss, vehicleCreditUnallowed: 0 },
          charity: gifts,
        },
        assumptions: { indexing: 0, discountRate: 0, wageGrowth: drawn.wageGrowth, horizon: last, readings: {} },
      }
      return { of: drawn.lots && !kinds.limit ? withLots(of, first) : of, planned: plan, last }
    })

/** All days some years later; four keep every 29 February. */
function moved(of: Case, years: number): Case {
  const later = JSON.stringify(of).replace(
    /"(\d{4})(-\d\d-\d\d)"/g,
    (_, year: string, day: string) => `"${Number(year) + years}${day}"`,
  )
  return JSON.parse(later) as Case
}

/** Every value, strike and price so many times as high. */
function dearer(of: Case, times: number): Case {
  const prices = of.company.prices.map(({ on, fmv }) => ({ on, fmv: fmv * times }))
  return {
    ...of,
    company: { ...of.company, prices },
    grants: of.grants.map((grant) => ({ ...grant, strike: grant.strike * times })),
    plan: of.plan.map(
      (action) =>
        ('price' in action && action.price !== null ? { ...action, price: action.price * times } : action) as Action,
    ),
  }
}

/** The case with exercises before its first year as lots, where shares were vested and nothing else happened on the day. */
function withLots(of: Case, first: number): Case {
  const lots: Lot[] = []
  const plan = of.plan.filter((action) => {
    if (action.kind !== 'exercise' || action.on >= `${first}-01-01` || action.how !== 'hold') return true
    const grant = of.grants.find(({ id }) => id === action.grant)
    if (grant?.kind !== 'iso' || grant.earlyExercise || grant.employmentEnds || of.company.splits.length > 0)
      return true
    const { fmv } = of.company.prices.findLast(({ on }) => on <= action.on) ?? { fmv: Number.NaN }
    const { shares, on: exercised, as: id, election83b } = action
    lots.push(lotOf({ id, grant: grant.id, exercised, shares, fmvAtExercise: fmv, election83b }))
    return false
  })
  return { ...of, plan, lots }
}

/** A millionth of a dollar, and of amounts of many millions what doubles hold of it. */
const near = (got: number, want: number): boolean => Math.abs(got - want) <= 1e-6 + 1e-12 * Math.abs(want)

const kindName = {
  ...{ cash: 'cash', property: 'ordinary', gainProperty: 'stock', others: 'private' },
  othersGainProperty: 'privateStock',
} as const

const giftAmounts = (gifts: readonly { readonly kind: string; readonly age: number; readonly amount: number }[]) =>
  Object.fromEntries(
    gifts.filter(({ amount }) => amount > 1e-6).map(({ kind, age, amount }) => [`${kind} of ${age} years`, amount]),
  )

/** What is off, line by line. */
function differences(got: FiguredYear, want: LifetimeYear): string[] {
  const { return: r, carriedOut, exclusion } = got
  const { summary } = want.return
  const given = carriedOut.charity.map(({ category, year, amount }) => ({
    ...{ kind: category, age: got.year + 1 - year, amount },
  }))
  const pairs: { readonly [name: string]: readonly [number, number] } = {
    agi: [r.form1040.line11b, summary.agi],
    regularTax: [r.form1040.line16, summary.regularTax],
    totalTax: [r.form1040.line24, summary.totalTax],
    tentativeMinimumTax: [r.form6251.line9, summary.tentativeMinimumTax],
    amt: [r.form6251.line11, summary.amt],
    line2k: [r.form6251.line2k, want.line2k],
    exclusionPart: [exclusion.line15, want.return.exclusionMinimumTax],
    generated: [exclusion.line18, want.return.adjustedNetMinimumTax],
    available: [r.form8801.line21, want.credit],
    used: [r.form8801.line25, summary.minimumTaxCreditUsed],
    carriedOut: [r.form8801.line26, summary.minimumTaxCreditCarriedOut],
    lossShort: [carriedOut.capitalLoss.short, want.capitalLoss.short],
    lossLong: [carriedOut.capitalLoss.long, want.capitalLoss.long],
    amtLossShort: [carriedOut.amtCapitalLoss.short, want.amtCapitalLoss.short],
    amtLossLong: [carriedOut.amtCapitalLoss.long, want.amtCapitalLoss.long],
  }
  const ours = giftAmounts(given)
  const theirs = giftAmounts(want.gifts.map((gift) => ({ ...gift, kind: kindName[gift.kind] })))
  const gifts = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].map(
    (name) => [`gift carried: ${name}`, [ours[name] ?? 0, theirs[name] ?? 0]] as const,
  )
  return [...Object.entries(pairs), ...gifts]
    .filter(([, [one, other]]) => !near(one, other))
    .map(([name, [one, other]]) => `${got.year} ${name}: ${one}, by the Code ${other}`)
}

describe('the years of a case are those worked from the Code, to a millionth of a dollar', () => {
  const kinds: readonly (readonly [string, Kinds])[] = [
    ['exercises and sales', {}],
    ['gifts to a person, related buyers, forfeitures', { gifts: true, relatedBuyers: true, forfeits: true }],
    ['splits', { splits: true, gifts: true }],
    ['beyond the $100,000 limit', { limit: true, forfeits: true }],
  ]
  const seen = { years: 0, amt: 0, used: 0, amtLoss: 0, negative: 0, early: 0, gifts: 0, lots: 0, noCreditLeft: 0 }

  test.each(kinds)('%s', (_, kind) => {
    check(
      fc.property(lifetime(kind), ({ of, planned, last }) => {
        const expected = lifetimeByStatute(of, last, planned)
        const figured = yearsTo(of, last)
        expect(figured.map(({ year }) => year)).toEqual(expected.map(({ year }) => year))
        expect(figured.flatMap((year, i) => differences(year, expected[i] as LifetimeYear))).toEqual([])
        seen.lots += of.lots.length
        for (const { return: r, amtCapitalLoss, compensation, gifts, credit } of expected) {
          seen.years++
          seen.amt += Number(r.summary.amt > 100)
          seen.used += Number(r.summary.minimumTaxCreditUsed > 100)
          seen.amtLoss += Number(amtCapitalLoss.short + amtCapitalLoss.long > 100)
          seen.negative += Number(r.adjustedNetMinimumTax < -100)
          seen.noCreditLeft += Number(credit < -100)
          seen.early += Number(compensation > 100)
          seen.gifts += Number(gifts.length > 0)
        }
      }),
      600,
    )
  })

  test('and hold enough of everything', () => {
    expect(seen.years).toBeGreaterThan(9_000)
    expect(seen.amt).toBeGreaterThan(1_500)
    expect(seen.used).toBeGreaterThan(2_000)
    expect(seen.amtLoss).toBeGreaterThan(3_000)
    expect(seen.negative).toBeGreaterThan(300)
    expect(seen.noCreditLeft).toBeGreaterThan(150)
    expect(seen.early).toBeGreaterThan(200)
    expect(seen.gifts).toBeGreaterThan(2_000)
    expect(seen.lots).toBeGreaterThan(20)
  })
})

describe('of the same lives', () => {
  test('the lean evaluation gives what the timeline gives, to the last bit, also after share counts changed', () => {
    let changed = 0
    check(
      fc.property(
        lifetime({ gifts: true, washSales: true }),
        fc.array(fc.tuple(fc.nat(8), fc.nat(100)), { maxLength: 3 }),
        ({ of, last }, changes) => {
          const quick = lean(of, last)
          expect(outcome(() => totals(quick.figure()))).toEqual(outcome(() => timeline(of, last)))
          let now = of
          for (const [at, percent] of changes) {
            const action = now.plan[at % Math.max(1, now.plan.length)]
            if (!action || !('shares' in action)) continue
            const shares = Math.floor((action.shares * percent) / 100)
            const plan = now.plan.map((each) => (each === action ? ({ ...each, shares } as Action) : each))
            quick.setShares(now.plan.indexOf(action), shares)
            now = { ...now, plan }
            expect(outcome(() => totals(quick.figure()))).toEqual(outcome(() => timeline(now, last)))
            changed++
          }
        },
      ),
      400,
    )
    expect(changed).toBeGreaterThan(300)
  })

  test('a grant that nobody exercises changes nothing', () => {
    check(
      fc.property(lifetime({ gifts: true }), ({ of, last }) => {
        const idle = grantOf({ id: 'idle', on: '2019-02-03', shares: 500, strike: 3, fmvAtGrant: 3 })
        const more = { ...of, grants: [idle, ...of.grants] }
        expect(yearsTo(more, last).map(carried)).toEqual(yearsTo(of, last).map(carried))
      }),
      200,
    )
  })

  test('nothing is made of nothing: credit used over a life is at most what was carried in and made', () => {
    check(
      fc.property(lifetime({ gifts: true }), ({ of, last }) => {
        const years = yearsTo(of, last)
        const sum = (amount: (year: FiguredYear) => number) => years.reduce((all, year) => all + amount(year), 0)
        const made = sum(({ exclusion }) => Math.max(0, exclusion.line18))
        const used = sum(({ return: r }) => r.form8801.line25)
        expect(used).toBeLessThanOrEqual((of.carryforwards.minimumTaxCredit ?? 0) + made + 1e-6)
        for (const { return: r } of years) {
          const { line21, line22, line23, line25, line26 } = r.form8801
          expect(line25).toBeLessThanOrEqual(Math.max(0, line22 - line23) + 1e-9)
          expect(line26).toBeCloseTo(Math.max(0, line21) - line25, 6)
        }
      }),
      200,
    )
  })
})

const carried = ({ return: r, carriedOut }: FiguredYear) => ({ ...carriedOut, total: r.form1040.line24 })

const totals = ({ totalTax, amt, creditUsed, creditCarriedOut, exclusionPart, creditMade }: LeanTotals) =>
  [totalTax, amt, creditUsed, creditCarriedOut, exclusionPart, creditMade].map((each) => [...each])

const timeline = (of: Case, last: number): number[][] => {
  const years = yearsTo(of, last)
  return [
    years.map(({ return: r }) => r.form1040.line24),
    years.map(({ return: r }) => r.form6251.line11),
    years.map(({ return: r }) => r.form8801.line25),
    years.map(({ return: r }) => r.form8801.line26),
    years.map(({ exclusion }) => exclusion.line15),
    years.map(({ exclusion }) => exclusion.line18),
  ]
}

/** The answer, or the name of the error there is instead. */
function outcome<Answer>(answer: () => Answer): Answer | string {
  try {
    return answer()
  } catch (error) {
    return (error as Error).constructor.name
  }
}
