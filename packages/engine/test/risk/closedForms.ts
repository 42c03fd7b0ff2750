/** What prices and options come to in closed form, from the literature: a second working of what paths are drawn for. */
import type { PriceJumps } from '../../src/case.ts'
import type { PriceModel } from '../../src/risk/priceModel.ts'

/** The standard normal distribution function: 1/2 + density × (x + x^3/3 + x^5/(3 5) + …); right to 1e-15 within six deviations. */
export function normalBelow(x: number): number {
  let term = x
  let sum = x
  for (let n = 3; Math.abs(term) > 1e-20 && n < 400; n += 2) {
    term *= (x * x) / n
    sum += term
  }
  const part = (sum * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI)
  return Math.abs(x) > 8 ? Number(x > 0) : 0.5 + part
}

/** E[max(S - strike, 0)] of a lognormal S with mean `forward` whose logarithm has standard deviation `deviation` (Black, 1976). */
export function black(forward: number, strike: number, deviation: number): number {
  if (deviation === 0) return Math.max(forward - strike, 0)
  const d = Math.log(forward / strike) / deviation
  return forward * normalBelow(d + deviation / 2) - strike * normalBelow(d - deviation / 2)
}

/** How likely `n` events are where `expected` are expected, for n = 0 to 80. */
const poisson = (expected: number): number[] => {
  const chances = [Math.exp(-expected)]
  for (let n = 1; n <= 80; n++) chances.push(((chances[n - 1] ?? 0) * expected) / n)
  return chances
}

/**
 * E[max(S_T - strike, 0)] with jumps, after Merton (1976): the mean over how many come of the lognormal value given as many. With a
 * failure the survivors' forward is the mean divided by their share, and only they pay.
 */
export function mertonCall(model: PriceModel, start: number, strike: number, years: number): number {
  const { growth, volatility, jumps, failure } = model
  const { perYear, mean, volatility: size } = jumps ?? { perYear: 0, mean: 0, volatility: 0 }
  const alive = (1 - failure) ** years
  const factor = Math.exp(mean + size ** 2 / 2)
  const base = ((start * (1 + growth) ** years) / alive) * Math.exp(-perYear * (factor - 1) * years)
  return poisson(perYear * years).reduce(
    (sum, chance, n) =>
      sum + alive * chance * black(base * factor ** n, strike, Math.sqrt(volatility ** 2 * years + n * size ** 2)),
    0,
  )
}

/** The first four cumulants of the log price over `years`, less what the drift gives: mean, variance, third, fourth. */
export function jumpCumulants(
  volatility: number,
  { perYear, mean, volatility: size }: PriceJumps,
  years: number,
): number[] {
  const events = perYear * years
  return [
    events * mean,
    volatility ** 2 * years + events * (mean ** 2 + size ** 2),
    events * (mean ** 3 + 3 * mean * size ** 2),
    events * (mean ** 4 + 6 * mean ** 2 * size ** 2 + 3 * size ** 4),
  ]
}
