/** Before there is a market: what each way to act on a grant costs, what of it can be lost, and what it is worth in every future. */
import type { Assumed, Case, OutcomeKind } from '../case.ts'
import { type PlainDate, yearOf } from '../date.ts'
import { splitFactor } from '../equity/grant.ts'
import { requireValue, strikeOn } from '../equity/onDay.ts'
import type { Notice } from '../explain/notices.ts'
import { toCents } from '../money.ts'
import { comparePreIpo, type PreIpoComparison, type PreIpoFigured } from '../risk/preIpo.ts'
import type { PreIpoWayName } from '../risk/preIpoWays.ts'
import type { Asked } from './common.ts'
import { preIpoNotices } from './riskPreIpoNotices.ts'

/** One way to act. Dollars; worth is present value after strike and all tax, beyond exercising nothing. */
export interface PreIpoWayAnswer {
  readonly name: PreIpoWayName
  readonly what: string
  /** The day of exercise, and the shares; null and 0 where they wait for liquidity. */
  readonly on: PlainDate | null
  readonly shares: number
  /** The first day on which the shares qualify; null where that depends on the future. */
  readonly qualifiesOn: PlainDate | null
  /** What is paid before liquidity, by date; tax as what the exercise adds, `amt` a part of it. */
  readonly cost: {
    readonly strike: number
    readonly federalTax: number
    readonly amt: number
    readonly stateTax: number
    readonly outlay: number
    readonly payments: readonly { readonly on: PlainDate; readonly what: string; readonly amount: number }[]
  }
  /** If the shares become worth nothing: what of the outlay later taxes give back, what is gone, and the credit that never was used. */
  readonly lost: {
    readonly back: number
    /** The tax year whose return brings the last of it; null where nothing comes back. */
    readonly backBy: number | null
    readonly gone: number
    readonly creditLeft: number
  }
  /** Whether the cash there is pays the outlay, and what is left of it; null where the file does not say. */
  readonly cash: { readonly enough: boolean | null; readonly left: number | null }
  /** Worth in each outcome, in their order. */
  readonly worth: readonly number[]
  readonly mean: number
  readonly worst: number
  /** Chance of being worth less than exercising nothing, and than waiting for liquidity. */
  readonly belowNothing: number
  readonly belowWaiting: number
  /** Mean beyond that of waiting for liquidity and selling at once. */
  readonly againstWaiting: number
}

export interface PreIpoOutcome {
  readonly name: string
  readonly kind: OutcomeKind
  readonly probability: number
  readonly known: PlainDate
  readonly price: number
  /** The first day on which shares can be sold, or the one day; null: none. */
  readonly sellableOn: PlainDate | null
}

export interface PreIpoAnswer {
  readonly from: PlainDate
  /** The last year in which shares are sold: what is left is taken at its value at its end. */
  readonly through: number
  /** Null where something is missing. */
  readonly grant: {
    readonly id: string
    /** Options left, and those that can be exercised today; as of today. */
    readonly left: number
    readonly vested: number
    readonly strike: number
    readonly value: number
  } | null
  /** Where the outcomes are from: the file's own, or prices on the day of liquidity made of its view. */
  readonly source: 'outcomes' | 'view' | null
  readonly outcomes: readonly PreIpoOutcome[]
  /** The day from which the shares are worth nothing where `lost` is figured. */
  readonly nothingOn: PlainDate | null
  readonly ways: readonly PreIpoWayAnswer[]
  /** What the file would have to say for the comparison. */
  readonly missing: readonly { readonly path: string; readonly message: string }[]
  readonly notices: readonly Notice[]
  readonly assumed: readonly Assumed[]
}

/** What is asked: the grant, or by default the one with the most options left. */
export interface PreIpoQuestion {
  readonly grant?: string
}

/**
 * @returns null for a company that is listed, and where no options are left.
 * @throws InputError, NotModelled as the years do.
 */
export function riskPreIpo(
  of: Case,
  { asOf, rounding = 'exact' }: Asked,
  { grant }: PreIpoQuestion = {},
): PreIpoAnswer | null {
  if (of.company.listed || of.grants.length === 0) return null
  const first = of.incomes[0]?.year ?? yearOf(asOf)
  const from = asOf < `${first}-01-01` ? `${first}-01-01` : asOf
  const found = comparePreIpo(of, { from, rounding, ...(grant !== undefined && { grant }) })
  if (found === 'noOptions') return null
  if (found === 'noOutcomes') return missingAnswer(of, from)
  const { options, source, end, nothingOn, futures, ways } = found
  const waiting = ways.find(({ way }) => way.name === 'atLiquidity')?.worths.map(({ value }) => value) ?? []
  return {
    ...{ from, through: yearOf(end), source, nothingOn },
    grant: {
      ...{ id: options.grant.id, vested: options.vestedBy(from) },
      left: Math.floor(options.left * splitFactor(of.company.splits, options.grant.on, from) + 1e-9),
      strike: toCents(strikeOn(of, options.grant, from)),
      value: toCents(requireValue(of, from, `the spread of grant ${options.grant.id}`)),
    },
    outcomes: futures.map(({ outcome, known, opens, dealOn }) => ({
      ...{ name: outcome.name, kind: outcome.kind, probability: Math.round(outcome.probability * 1e6) / 1e6 },
      ...{ known, price: toCents(outcome.price), sellableOn: outcome.price > 0 ? (dealOn ?? opens) : null },
    })),
    ways: ways.map((each) => wayAnswer(of, found, each, waiting)),
    missing: [],
    notices: preIpoNotices(of, found),
    assumed: [...of.assumed, ...growthAssumed(of)],
  }
}

function wayAnswer(
  { household: { cash } }: Case,
  { futures, options }: PreIpoComparison,
  { way, worths, cost, qualifiesOn }: PreIpoFigured,
  waiting: readonly number[],
): PreIpoWayAnswer {
  const chances = futures.map(({ outcome }) => outcome.probability)
  const worth = worths.map(({ value }) => value)
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value, i) => sum + (chances[i] as number) * value, 0)
  const below = (other: (i: number) => number): number =>
    Math.round(mean(worth.map((value, i) => (value < other(i) - 0.005 ? 1 : 0))) * 1e6) / 1e6
  const {
    strike = 0,
    federalTax = 0,
    amt = 0,
    stateTax = 0,
    payments = [],
    back = 0,
    lost = 0,
    creditLeft = 0,
  } = cost ?? {}
  const outlay = strike + federalTax + stateTax
  return {
    ...{
      name: way.name,
      what: wayWords(way, options.grant.earlyExercise),
      on: way.on,
      shares: way.shares,
      qualifiesOn,
    },
    cost: {
      ...{ strike: toCents(strike), federalTax: toCents(federalTax), amt: toCents(amt), stateTax: toCents(stateTax) },
      outlay: toCents(outlay),
      payments: payments.map((each) => ({ ...each, amount: toCents(each.amount) })),
    },
    lost: { back: toCents(back), backBy: cost?.backBy ?? null, gone: toCents(lost), creditLeft: toCents(creditLeft) },
    cash: { enough: cash === null ? null : cash >= outlay, left: cash === null ? null : toCents(cash - outlay) },
    worth: worth.map(toCents),
    ...{ mean: toCents(mean(worth)), worst: toCents(Math.min(...worth)) },
    ...{ belowNothing: below(() => 0), belowWaiting: below((i) => waiting[i] ?? 0) },
    againstWaiting: toCents(mean(worth) - mean(waiting)),
  }
}

function wayWords({ name, on, shares, election83b }: PreIpoFigured['way'], early: boolean): string {
  const count = shares.toLocaleString('en-US')
  if (name === 'earlyExercise')
    return `Exercise all ${count} on ${on}, vested or not, with an election under section 83(b).`
  if (name === 'vestedNow') return `Exercise the ${count} that have vested on ${on}.`
  if (name === 'withinRoom')
    return `Exercise ${count} on ${on}, as many as add no federal AMT this year${election83b && early ? ', with an election under section 83(b)' : ''}.`
  if (name === 'later') return `Exercise on ${on} the ${count} that have vested by then, at the value of that day.`
  if (name === 'atLiquidity') return 'Wait. Exercise when the shares can be sold, and sell them that day.'
  if (name === 'atLiquidityHold')
    return 'Wait. Exercise when the shares can be sold, sell what pays strike and tax, and hold the others until they qualify.'
  return 'Exercise nothing, and let the options go.'
}

const growthAssumed = (of: Case): Assumed[] =>
  of.company.view?.growth == null
    ? [{ path: 'company.view.growth', value: '0', message: 'not given: the value stays until an outcome is known' }]
    : []

function missingAnswer(of: Case, from: PlainDate): PreIpoAnswer {
  const { volatility, liquidityOn } = of.company.view ?? { volatility: null, liquidityOn: null }
  const missing = [
    ...(volatility === null
      ? [{ path: 'company.view.volatility', message: 'how much the value moves in a year, such as 0.7' }]
      : []),
    ...(liquidityOn === null || liquidityOn <= from
      ? [{ path: 'company.view.liquidityOn', message: 'a day on which the shares may be sold, in the future' }]
      : []),
  ]
  return {
    ...{ from, through: yearOf(from), grant: null, source: null, outcomes: [], nothingOn: null, ways: [], notices: [] },
    missing: [
      {
        path: 'company.outcomes',
        message: 'what may become of the company, each with its chance; or, in place of it:',
      },
      ...missing,
    ],
    assumed: of.assumed,
  }
}
