/** The logarithm of the price of a company that does not fail, from the chances that move it. */
import { bridgeOrder, bridgeWeights, setWeights, walk } from './bridge.ts'
import { log } from './exact.ts'
import { jumpDrift } from './jumps.ts'
import type { PriceModel } from './priceModel.ts'

/** Puts the logarithm of the price, from 0 now, at every time into `into`. `jumped`: jumps by each time, null if none. */
export type Motion = (normals: Float64Array, jumped: Float64Array | null, into: Float64Array) => void

/**
 * Where it is known how many jumps have come, the log price is Brownian motion all the same: each jump only sets its clock forward by the
 * variance of one. So the same normals serve the steady part and the jumps together.
 */
export function motionOf(model: PriceModel, times: readonly number[]): Motion {
  const { volatility, jumps } = model
  const mean = jumps?.mean ?? 0
  const jumpVariance = jumps ? jumps.volatility * jumps.volatility : 0
  const count = times.length
  const drift = Float64Array.from(times, (t) => t * driftOf(model))
  const steadyClock = Float64Array.from(times, (t) => t * volatility * volatility)
  const order = bridgeOrder(count)
  const [steady, ahead] = [bridgeWeights(count), bridgeWeights(count)]
  setWeights(order, steadyClock, steady)
  const clock = new Float64Array(count)

  return (normals, jumped, into) => {
    if (jumped && jumpVariance > 0) {
      for (let i = 0; i < count; i++) clock[i] = (steadyClock[i] as number) + jumpVariance * (jumped[i] as number)
      setWeights(order, clock, ahead)
    }
    walk(order, jumped && jumpVariance > 0 ? ahead : steady, normals, into)
    for (let i = 0; i < count; i++)
      into[i] = (into[i] as number) + (drift[i] as number) + (jumped ? mean * (jumped[i] as number) : 0)
  }
}

/**
 * The drift of the log price a year of a company that has not failed: growth of the mean, made up for the futures that end at 0, less
 * what jumps and the spread of a lognormal add to the mean by themselves. -Infinity where the mean falls to 0 at once.
 */
const driftOf = ({ growth, volatility, jumps, failure }: PriceModel): number =>
  log(1 + growth) - log(1 - failure) - (volatility * volatility) / 2 - (jumps ? jumpDrift(jumps) : 0)
