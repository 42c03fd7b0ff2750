/** What a question of risk is asked for, and the terms that follow, with every default that was taken and every fact that is missing. */
import type { Assumed, Case } from '../case.ts'
import { type PlainDate, yearOf } from '../date.ts'
import { InputError } from '../errors.ts'
import { yearsWithLaw } from '../law/federal/tables.ts'
import { modelOf, type PriceModel } from '../risk/priceModel.ts'
import type { StudyTerms } from '../risk/study.ts'
import type { MissingFact } from './missingFact.ts'

/** What a question of risk is asked for. Left out, each has its default, which the answer lists. */
export interface RiskQuestion {
  /** Sell on the first chance from this day on, whatever the plan says. */
  readonly until?: PlainDate
  /** The last year in which shares are held where nobody buys them. */
  readonly through?: number
  /** In place of those of `company.view`. */
  readonly growth?: number
  readonly volatility?: number
  readonly failure?: number
  readonly seed?: number
  readonly paths?: number
  /** Parts that are held beside all and none, fractions. */
  readonly parts?: readonly number[]
  /** Relative risk aversions at which a sure amount is given. */
  readonly aversions?: readonly number[]
  /** Draws prices from the view although the file names outcomes. */
  readonly drawn?: boolean
}

export interface RiskTerms {
  readonly study: Omit<StudyTerms, 'model'>
  /** Null: neither a volatility nor outcomes are given. */
  readonly prices: { readonly kind: 'view'; readonly model: PriceModel } | { readonly kind: 'outcomes' } | null
  readonly aversions: readonly number[]
  /** The day on which values begin, where that is after the day asked about. */
  readonly movedTo: PlainDate | null
  readonly assumed: readonly Assumed[]
  readonly missing: readonly MissingFact[]
}

const usual = { seed: 1, paths: 10_000, parts: [0.75, 0.5, 0.25], aversions: [1, 3, 6] }
/** Futures beyond this say nothing more and take minutes. */
const mostPaths = 1_000_000
/** Years that are looked at where the file looks no further, as a plan does. */
const fewestYears = 5

/** @throws InputError for a number out of its range, and for a day before which nothing has a value. */
export function riskTerms(of: Case, asOf: PlainDate, question: RiskQuestion): RiskTerms {
  const first = of.incomes[0]?.year ?? yearOf(asOf)
  const wanted = asOf < `${first}-01-01` ? `${first}-01-01` : asOf
  const from = firstValued(of, wanted)
  const through = question.through ?? Math.max(of.assumptions.horizon, yearOf(from) + fewestYears - 1)
  const paths = question.paths ?? usual.paths
  within('--through', through, yearOf(from), yearsWithLaw.last - 10)
  within('--paths', paths, 1, mostPaths)
  for (const part of question.parts ?? []) within('--part', part, 0, 1)
  if (question.until !== undefined && question.until < from)
    throw new InputError([
      { path: '--until', code: 'outOfRange', message: `is ${question.until}, before ${from}; choose a later day.` },
    ])
  const { prices, assumed, missing } = pricesOf(of, question)
  const parts = [...new Set([1, ...(question.parts ?? usual.parts), 0])].sort((one, other) => other - one)
  return {
    study: {
      ...{ from, until: question.until ?? null, discount: of.assumptions.discountRate, through, parts, paths },
      ...{ seed: question.seed ?? usual.seed, growth: question.growth ?? of.company.view?.growth ?? 0 },
    },
    ...{ prices, missing, aversions: question.aversions ?? usual.aversions },
    movedTo: from === wanted ? null : from,
    assumed: [
      ...assumed,
      ...defaults(question, [
        ['through', '--through', through, 'shares that nobody buys are taken at their value at the end of this year'],
        ...(prices?.kind === 'view'
          ? ([
              ['paths', '--paths', paths, 'futures that are drawn'],
              ['seed', '--seed', usual.seed, 'the same seed gives the same futures everywhere'],
            ] as const)
          : []),
      ]),
    ],
  }
}

type Default = readonly [name: keyof RiskQuestion, path: string, value: number, message: string]

const defaults = (question: RiskQuestion, list: readonly Default[]): Assumed[] =>
  list
    .filter(([name]) => question[name] === undefined)
    .map(([, path, value, message]) => ({ path, value: String(value), message }))

/** A day, or the first on which a value is stated where that is later. */
function firstValued({ company: { prices } }: Case, from: PlainDate): PlainDate {
  if (prices.some(({ on }) => on <= from)) return from
  const [first] = prices.map(({ on }) => on).sort()
  if (first !== undefined) return first
  const message = 'no value of a share is given. Add one to company.prices.'
  throw new InputError([{ path: 'company.prices', code: 'missing', message }])
}

function within(path: string, value: number, least: number, most: number): void {
  if (value >= least && value <= most) return
  throw new InputError([
    { path, code: 'outOfRange', message: `is ${value}; choose a number from ${least} to ${most}.` },
  ])
}

/** How prices may move: by outcomes, else by the view with what the question says in its place. */
function pricesOf(
  { company }: Case,
  question: RiskQuestion,
): Pick<RiskTerms, 'prices' | 'missing'> & { readonly assumed: Assumed[] } {
  const { outcomes = [], view } = company
  const own = question.drawn || question.volatility !== undefined || question.failure !== undefined
  if (outcomes.length > 0 && !own) return { prices: { kind: 'outcomes' }, assumed: [], missing: [] }
  const given = {
    ...(view ?? { liquidityOn: null }),
    growth: question.growth ?? view?.growth ?? null,
    volatility: question.volatility ?? view?.volatility ?? null,
    ...(question.failure !== undefined && { failure: question.failure }),
  }
  const model = modelOf(given)
  if (model === null)
    return {
      ...{ prices: null, assumed: [] },
      missing: [
        {
          path: 'company.view.volatility',
          message:
            'how much the price swings in a year, or company.outcomes: without one of them nothing can be said of futures. Listed technology companies have mostly been between 0.35 and 0.7.',
        },
      ],
    }
  const flat = given.growth === null
  return {
    prices: { kind: 'view', model },
    missing: [],
    assumed: flat
      ? [{ path: 'company.view.growth', value: '0', message: 'no growth is given: the mean price stays as it is' }]
      : [],
  }
}
