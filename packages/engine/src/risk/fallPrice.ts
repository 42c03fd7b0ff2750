/** How far a price may have fallen after some years: the price it is below with a given chance. */
import { exp, log } from './exact.ts'
import { normalQuantile } from './normal.ts'
import type { PriceModel } from './priceModel.ts'

/**
 * The price below which a share is with chance `p` after `years`, in dollars as of today's shares: a quantile of the lognormal
 * price, failures counted first at a price of 0. Null where the model jumps, which no single normal distribution tells.
 */
export function fallPrice(model: PriceModel, start: number, years: number, p: number): number | null {
  if (model.jumps) return null
  const survival = exp(years * log(1 - model.failure))
  if (p <= 1 - survival) return 0
  const among = (p - (1 - survival)) / survival
  const deviation = model.volatility * Math.sqrt(years)
  // The mean over all futures grows as stated, so that those that survive must make up for those that fail
  const mean = start * exp(years * log(1 + model.growth)) * (1 / survival)
  return mean * exp(deviation * normalQuantile(among) - (deviation * deviation) / 2)
}
