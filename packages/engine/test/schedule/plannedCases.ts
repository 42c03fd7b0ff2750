/**
 * Random households whose shares are to be planned, put together without the parser: every way in which shares come and go that the
 * columns claim to hold. Prices do not fall, so that no loss meets a purchase within thirty days, and there is no state tax.
 */
import type { Case } from '../../src/case.ts'
import { dateOf, dayNumber, type PlainDate } from '../../src/date.ts'
import type { Action, Lot } from '../../src/equity/action.ts'
import type { Grant } from '../../src/equity/grant.ts'
import type { CaseProblem } from '../../src/schedule/caseProblem.ts'
import type { Shares } from '../../src/schedule/problem.ts'
import type { PlanTerms } from '../../src/schedule/terms.ts'
import { caseOf, exerciseOf, grantOf, incomeOf, lotOf, noItemized, saleOf } from '../cases.ts'
import { type Seeded, seeded } from './seeded.ts'

export interface PlannedCase {
  readonly of: Case
  readonly terms: PlanTerms
  /** What it has, for the message of a failure and to see that everything comes. */
  readonly has: readonly string[]
}

/** The day on which decisions begin is in 2026, at its start or in its middle. */
export function plannedCase(seed: number): PlannedCase {
  const draw = seeded(seed)
  const has: string[] = []
  const some = (name: string, part: number): boolean => {
    const yes = draw.chance(part)
    if (yes) has.push(name)
    return yes
  }
  const from = some('middle of the year', 0.4) ? draw.pick(['2026-05-20', '2026-07-01', '2026-11-03']) : '2026-01-02'
  const last = draw.whole(2028, 2030)
  const listed = !some('unlisted', 0.35)
  const price = draw.whole(12, 60)
  const grants = [
    ...(some('ISO', 0.85) ? [isoOf(draw, some, last)] : []),
    ...(some('NSO', 0.3) ? [grantOf({ ...plain(draw, 'nso'), kind: 'nso' })] : []),
    ...(some('past the limit', 0.3) ? [overLimit(draw)] : []),
  ]
  if (grants.length === 0) grants.push(grantOf(plain(draw, 'g1')))
  const [first] = grants as [Grant]
  const lots = [
    ...(some('lot', 0.4) ? [plainLot(draw, first, 'old', '2025-04-07')] : []),
    ...(some('lot of the first year', 0.3) ? [plainLot(draw, first, 'new', '2026-01-02')] : []),
    ...(some('unvested lot', 0.2)
      ? [{ ...plainLot(draw, first, 'unvested', '2025-06-02'), vestedOn: '2027-06-02' }]
      : []),
    ...(some('election under section 83(b)', 0.2)
      ? [{ ...plainLot(draw, first, 'elected', '2025-06-03'), vestedOn: '2027-06-03', election83b: true }]
      : []),
  ].filter(({ exercised }) => exercised <= from)
  const splits = some('split', 0.25)
    ? [{ on: draw.pick(['2026-09-01', '2028-02-10']), ratio: draw.pick([2, 3, 4]) }]
    : []
  const plan = from > '2026-03-01' && some('earlier entries', 0.6) ? earlier(draw, first, price) : []
  const growth = draw.pick([0, 0, 0.08])
  const of = caseOf({
    household: {
      ...caseOf().household,
      statuses: [{ from: 2026, status: draw.pick(['single', 'mfj', 'mfj', 'hoh', 'mfs']) }],
      cash: some('cash', 0.5) ? draw.whole(20_000, 300_000) : null,
    },
    incomes: [incomeOn(draw, 2026, some), incomeOn(draw, 2027, some)],
    company: {
      ...{ name: 'Co', listed, splits },
      prices: [
        { on: '2024-01-01', fmv: Math.round(0.6 * price) },
        { on: '2026-01-01', fmv: price },
      ],
      view: {
        ...{ growth: null, volatility: null },
        liquidityOn: !listed && some('liquidity later', 0.6) ? draw.pick(['2027-05-10', '2028-01-20']) : null,
      },
      tenders:
        !listed && some('tender', 0.5)
          ? [{ on: draw.pick(['2027-04-12', '2026-12-07']), price, maxShares: draw.whole(300, 2_000) }]
          : [],
      blackouts: some('blackout', 0.3) ? [{ from: '2027-02-15', to: '2027-05-20' }] : [],
    },
    ...{ grants, lots, plan },
    carryforwards: {
      ...caseOf().carryforwards,
      minimumTaxCredit: some('credit', 0.4) ? draw.whole(1_000, 60_000) : 0,
      capitalLoss: { short: 0, long: some('loss', 0.2) ? draw.whole(1_000, 30_000) : 0 },
      amtCapitalLoss: { short: 0, long: some('AMT loss', 0.3) ? draw.whole(1_000, 60_000) : 0 },
    },
    assumptions: { ...caseOf().assumptions, horizon: 2030 },
  })
  const terms: PlanTerms = {
    ...{ from, horizon: last, tail: 3, growth, saved: draw.pick([0, 10_000]) },
    ...{ december: some('December', 0.3), discount: 0.05 },
    ...{ neverPast: false, keep: 0, concentration: null },
  }
  return { of, terms, has }
}

const plain = (draw: Seeded, id: string): Partial<Grant> & { id: string; shares: number; strike: number } => ({
  ...{ id, shares: draw.whole(4_000, 9_000), strike: draw.whole(1, 9), fmvAtGrant: 2 },
  ...{ on: '2024-06-17', expires: '2034-06-16' },
})

/** An ISO: vested or vesting, of someone who stays or has left, some of them about to expire. */
function isoOf(draw: Seeded, some: (name: string, part: number) => boolean, last: number): Grant {
  const of = plain(draw, 'iso')
  const vesting = some('vesting', 0.5)
    ? { from: of.on as PlainDate, months: 48, cliffMonths: 12, everyMonths: 1 }
    : null
  const expires = some('expiry', 0.3)
    ? `${draw.whole(2027, last)}-${draw.pick(['02-20', '06-16', '12-01'])}`
    : '2034-06-16'
  const leaves = some('leaver', 0.25)
  return grantOf({
    ...{ ...of, vesting, expires },
    ...(leaves && { employmentEnds: '2027-03-31', exercisableUntil: draw.pick([null, '2027-12-31', '2029-03-31']) }),
  })
}

/** 60 a share at grant, so that 1,666 shares a year stay within the limit; all first exercisable in two years. */
const overLimit = (draw: Seeded): Grant =>
  grantOf({
    ...{ ...plain(draw, 'over'), fmvAtGrant: 60, strike: draw.whole(4, 10), shares: draw.whole(3_000, 8_000) },
    vesting: [
      { on: '2025-06-17', shares: 2_000 },
      { on: '2027-02-10', shares: 6_000 },
    ],
  })

const plainLot = (draw: Seeded, { id, strike }: Grant, name: string, exercised: PlainDate): Lot =>
  lotOf({
    ...{ id: name, grant: id, exercised, shares: draw.whole(100, 600) },
    fmvAtExercise: strike + draw.whole(1, 9),
  })

/** What was done before the day decisions begin. */
const earlier = (draw: Seeded, { id }: Grant, price: number): Action[] => {
  const shares = draw.whole(50, 200)
  const made = exerciseOf('2026-02-04', shares, { grant: id, as: 'made' })
  return draw.chance(0.5) ? [made, saleOf('2026-03-10', Math.floor(shares / 2), price, { lot: 'made' })] : [made]
}

function incomeOn(draw: Seeded, year: number, some: (name: string, part: number) => boolean): Case['incomes'][number] {
  return incomeOf(year, {
    wages: draw.pick([draw.whole(20_000, 90_000), draw.whole(90_000, 400_000)]),
    ...(some('interest', 0.3) && { interest: draw.whole(0, 9_000) }),
    ...(some('gains', 0.2) && { longTermGain: draw.whole(-5_000, 20_000) }),
    ...(some('itemized', 0.2) && {
      itemized: { ...noItemized, stateAndLocalTaxes: 9_000, mortgageInterest: draw.whole(5_000, 40_000) },
    }),
  })
}

/**
 * Whether a plan takes ISO shares before those of the same grant that are past the limit, as an exercise does. Columns may take them in any
 * order, so that they hold more plans than there are.
 */
export function takesIsoFirst({ problem, fates }: CaseProblem, shares: Readonly<Shares>): boolean {
  return problem.sources.every(({ name }, s) => {
    const iso = problem.sources.findIndex((each) => `${each.name} (NSO)` === name)
    if (iso < 0) return true
    const days = new Set(fates.map(({ exercisedOn }) => exercisedOn))
    const by = (source: number, on: PlainDate): number =>
      problem.columns.reduce((sum, column, i) => {
        const { exercisedOn } = fates[i] as (typeof fates)[number]
        const counts = column.source === source && exercisedOn !== null && exercisedOn <= on
        return counts ? sum + (shares[i] as number) : sum
      }, 0)
    const { vested } = problem.sources[iso] as (typeof problem)['sources'][number]
    return [...days].every((on) => {
      if (on === null || by(s, on) === 0 || by(s, on) === by(s, dateOf(dayNumber(on) - 1))) return true
      const slot = fates.findIndex((fate, i) => problem.columns[i]?.source === iso && fate.exercisedOn === on)
      return slot < 0 || by(iso, on) >= (vested[problem.columns[slot]?.exercised as number] as number) - 1e-6
    })
  })
}
