/** Hold or sell: money after tax from selling now against what holding may bring, part by part. */
import type { Case } from '../case.ts'
import type { PlainDate } from '../date.ts'
import { toCents } from '../money.ts'
import {
  certaintyEquivalent,
  type Distribution,
  distributionOf,
  type Futures,
  partBelow,
  percents,
} from '../risk/distribution.ts'
import { evenPrice } from '../risk/evenPrice.ts'
import type { Held } from '../risk/holding.ts'
import type { Study } from '../risk/study.ts'
import type { RiskTerms } from './riskTerms.ts'

/** Futures of one part. Dollars of present value after tax, beyond what the household has without these shares. */
export interface RiskPart extends Omit<Distribution, 'percentiles'> {
  /** The part that is held. */
  readonly held: number
  readonly percentiles: readonly { readonly percent: number; readonly value: number }[]
  /** Part of futures in which it leaves less than selling now; null where nothing can be sold now. */
  readonly worseThanSelling: number | null
  /** Part of futures in which it leaves less than doing nothing: more goes out than ever comes back. */
  readonly lessThanNothing: number
  /** Sure amounts that are worth as much; null where there is none, or net worth is not given. */
  readonly certaintyEquivalents: readonly { readonly aversion: number; readonly value: number | null }[]
  /** In each named outcome; empty where futures are drawn. */
  readonly outcomes: readonly {
    readonly name: string
    readonly probability: number
    readonly value: number
  }[]
}

export interface RiskHolding {
  /** What is held and when it goes, if all of it is held. */
  readonly held: readonly Held[]
  /** When what is held now could go, and at what price; null where nobody buys it. */
  readonly now: { readonly on: PlainDate; readonly price: number } | null
  /** Money after tax from selling now, in the mean where later exercises are sold on their days; null where nothing can be sold. */
  readonly sellNow: number | null
  readonly parts: readonly RiskPart[]
  /** The part with the highest sure amount at each aversion; the mean decides at 0. */
  readonly preferred: readonly { readonly aversion: number; readonly held: number }[]
  /**
   * The price of all later days at which holding is worth what selling now is, or nothing where nothing can be sold, and how far below
   * today's that is, a fraction; null where no price is.
   */
  readonly breakEven: { readonly price: number; readonly fall: number } | null
  readonly futures: number
  /** The last tax year in which credit and losses are still counted. */
  readonly through: number
}

/**
 * @param blocks what `study.run` gave, block by block in their order; not all of them where the study was stopped
 * @param outside what the household owns beside these shares; null: not known
 */
export function riskHolding(
  study: Study,
  { study: terms, aversions }: RiskTerms,
  blocks: readonly Float64Array[],
  outside: number | null,
): RiskHolding {
  const { parts } = terms
  const { perBlock, weights, names, now } = study
  const values = parts.map((_, p) => {
    const all = new Float64Array(blocks.length * perBlock)
    for (const [b, block] of blocks.entries()) all.set(block.subarray(p * perBlock, (p + 1) * perBlock), b * perBlock)
    return all
  })
  const futuresOf = (p: number): Futures => ({
    ...{ values: values[p] as Float64Array, weights },
    perBlock: names.length > 0 ? 0 : perBlock,
  })
  const sellable = now !== null
  const selling = values.at(-1) as Float64Array
  const shown = parts.map((held, p) => ({ held, p })).filter(({ held }) => held === 1 || sellable || study.scalable)
  const list = shown.map(({ held, p }): RiskPart => {
    const futures = futuresOf(p)
    return {
      held,
      ...inCents(distributionOf(futures)),
      worseThanSelling: sellable ? rounded(partBelow(futures, selling)) : null,
      lessThanNothing: rounded(partBelow(futures, 0)),
      certaintyEquivalents: aversions.map((aversion) => {
        const sure = outside === null ? null : certaintyEquivalent(futures, outside, aversion)
        return { aversion, value: sure === null ? null : toCents(sure) }
      }),
      outcomes: names.map((name, b) => ({
        ...{ name, probability: (weights as Float64Array)[b] as number },
        value: toCents(futures.values[b] as number),
      })),
    }
  })
  const sellNow = sellable ? distributionOf(futuresOf(parts.length - 1)).mean : null
  return {
    held: study.courses[0]?.held ?? [],
    now: now && { on: now.on, price: toCents(now.price ?? study.today) },
    sellNow: sellNow === null ? null : toCents(sellNow),
    parts: list,
    preferred: preferredOf(list, aversions),
    breakEven: breakEvenOf(study, sellNow ?? 0),
    ...{ futures: blocks.length * perBlock, through: study.last },
  }
}

const rounded = (part: number): number => Math.round(part * 1e6) / 1e6

const inCents = ({ percentiles, mean, standardError, deviation, least, most, worstMean }: Distribution) => ({
  ...{ mean: toCents(mean), standardError: toCents(standardError), deviation: toCents(deviation) },
  ...{ least: toCents(least), most: toCents(most), worstMean: toCents(worstMean) },
  percentiles: percentiles.map((value, i) => ({ percent: percents[i] as number, value: toCents(value) })),
})

function preferredOf(parts: readonly RiskPart[], aversions: readonly number[]): RiskHolding['preferred'] {
  const best = (aversion: number, sure: (part: RiskPart) => number | null): RiskHolding['preferred'] => {
    const known = parts.flatMap((part) => {
      const value = sure(part)
      return value === null ? [] : [{ held: part.held, value }]
    })
    const [first, ...rest] = known
    if (!first) return []
    return [{ aversion, held: rest.reduce((most, each) => (each.value > most.value ? each : most), first).held }]
  }
  return [
    ...best(0, ({ mean }) => mean),
    ...aversions
      .filter((aversion) => aversion !== 0)
      .flatMap((aversion) =>
        best(
          aversion,
          ({ certaintyEquivalents }) => certaintyEquivalents.find((each) => each.aversion === aversion)?.value ?? null,
        ),
      ),
  ]
}

function breakEvenOf({ worthAt, today }: Study, yardstick: number): RiskHolding['breakEven'] {
  const price = evenPrice((each) => worthAt(1, each) - yardstick + 1e-6, today)
  if (price === null) return null
  return { price: Math.round(price * 1e4) / 1e4, fall: rounded(1 - price / today) }
}

/**
 * What the household owns beside the shares and options a question is about; null where net worth is not given.
 * @param stake their value today: net worth is taken to hold both
 */
export function outsideOf({ household: { netWorth } }: Case, stake: number): number | null {
  return netWorth === null ? null : netWorth - stake
}
