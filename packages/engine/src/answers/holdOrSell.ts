/** Selling now against what holding may bring. */
import type { Assumed, Case } from '../case.ts'
import type { PlainDate } from '../date.ts'
import type { Notice } from '../explain/notices.ts'
import { toCents } from '../money.ts'
import { type Study, studyOf } from '../risk/study.ts'
import type { Asked } from './common.ts'
import type { MissingFact } from './missingFact.ts'
import { outsideOf, type RiskHolding, riskHolding } from './riskHolding.ts'
import { riskNotices } from './riskNotices.ts'
import { type RiskQuestion, type RiskTerms, riskTerms } from './riskTerms.ts'

export interface HoldOrSell {
  /** The day values are counted from and discounted to. */
  readonly asOf: PlainDate
  /** How prices move: drawn from the view, the outcomes of the file, or not known. */
  readonly prices: {
    readonly kind: 'view' | 'outcomes'
    readonly growth: number
    readonly volatility: number | null
    readonly jumps: { readonly perYear: number; readonly mean: number; readonly volatility: number } | null
    readonly failure: number | null
    readonly seed: number | null
  } | null
  readonly discountRate: number
  readonly price: number
  /** Null where it cannot be told how prices move, or where there is nothing to hold. */
  readonly holding: RiskHolding | null
  readonly missing: readonly MissingFact[]
  readonly notices: readonly Notice[]
  readonly assumed: readonly Assumed[]
}

/** The futures of a question, to be figured block by block, here or in several places. */
export interface RiskStudy {
  readonly blocks: number
  readonly futures: number
  /** What every part is worth in every future of a block. */
  readonly run: (block: number) => Float64Array
}

/**
 * @throws InputError, NotModelled as `holdOrSell` does. Null where there are no futures to figure.
 */
export function riskStudy(of: Case, { asOf }: Asked, question: RiskQuestion): RiskStudy | null {
  const found = studied(of, riskTerms(of, asOf, question))
  return found && { blocks: found.blocks, futures: found.blocks * found.perBlock, run: found.run }
}

/**
 * @param blocks what `riskStudy` gave for its first blocks, in their order; left out, they are figured here
 * @throws InputError where nothing has a value or the plan cannot be followed; NotModelled for what the law applies to and is not figured.
 */
export function holdOrSell(
  of: Case,
  { asOf }: Asked,
  question: RiskQuestion,
  blocks?: readonly Float64Array[],
): HoldOrSell {
  const terms = riskTerms(of, asOf, question)
  const { prices, study: own } = terms
  const study = studied(of, terms)
  const holds = study !== null && (study.courses[0]?.held.length ?? 0) > 0
  const results = study && (blocks ?? Array.from({ length: study.blocks }, (_, block) => study.run(block)))
  const outside = study && outsideOf(of, study.stakeToday)
  const missing = [
    ...terms.missing,
    ...(of.household.netWorth === null
      ? [{ path: 'household.netWorth', message: 'how much of all one owns is at stake: no sure amount without it.' }]
      : []),
  ]
  return {
    asOf: own.from,
    prices: prices && {
      kind: prices.kind,
      growth: prices.kind === 'view' ? prices.model.growth : own.growth,
      volatility: prices.kind === 'view' ? prices.model.volatility : null,
      jumps: prices.kind === 'view' ? prices.model.jumps : null,
      failure: prices.kind === 'view' ? prices.model.failure : null,
      seed: prices.kind === 'view' ? own.seed : null,
    },
    discountRate: own.discount,
    price: toCents(study?.today ?? Number.NaN),
    holding: holds && results ? riskHolding(study, terms, results, outside) : null,
    missing,
    notices: riskNotices(of, terms, study, results?.length ?? 0),
    assumed: [...of.assumed, ...terms.assumed],
  }
}

/** The study of a question; null where it is not known how prices move. */
const studied = (of: Case, { prices, study }: RiskTerms): Study | null =>
  prices && studyOf(of, { ...study, model: prices.kind === 'view' ? prices.model : null })
