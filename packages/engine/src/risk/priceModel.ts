/** How the price of the share may move: what the scenario's view of it says, as a model that paths can be drawn from. */
import type { Assumed, PriceJumps, PriceView } from '../case.ts'

/**
 * Geometric Brownian motion with the jumps of Merton (1976) and a failure that ends the company. Rates a year; everything
 * independent of everything else.
 */
export interface PriceModel {
  /**
   * Of the MEAN over all futures, jumps and failure counted: E[S_t] = S_0 (1 + growth)^t. So the mean is the path that `plan`
   * assumes, and futures that survive grow faster than this.
   */
  readonly growth: number
  /** Standard deviation of the log price's continuous part. */
  readonly volatility: number
  /** Sudden moves; null: none. */
  readonly jumps: PriceJumps | null
  /** Chance that the company fails within a year and the price is 0 for good, at a constant hazard -log(1 - failure); 0: none. */
  readonly failure: number
}

/**
 * The model of a view; null where the view says of no risk: neither `volatility` nor `jumps` nor `failure`. What else it leaves
 * out is taken as none, and `assumedOf` lists it.
 */
export function modelOf(view: PriceView): PriceModel | null {
  const { growth, volatility, jumps, failure } = view
  if (volatility === null && !jumps && failure === undefined) return null
  return { growth: growth ?? 0, volatility: volatility ?? 0, jumps: jumps ?? null, failure: failure ?? 0 }
}

/** What `modelOf` takes because the view does not say it, for the defaults an answer lists. Empty where there is no model. */
export function assumedOf(view: PriceView): Assumed[] {
  const left: (readonly [keyof PriceView, string, string, boolean])[] = [
    ['growth', '0', 'the mean price stays what it is', view.growth === null],
    ['volatility', '0', 'the price moves only by the jumps and the failure stated', view.volatility === null],
    ['jumps', 'none', 'the price moves without jumps', !view.jumps],
    ['failure', '0', 'no future is drawn in which the company fails', view.failure === undefined],
  ]
  if (!modelOf(view)) return []
  return left
    .filter(([, , , missing]) => missing)
    .map(([key, value, what]) => ({ path: `company.view.${key}`, value, message: `not given: ${what}` }))
}
