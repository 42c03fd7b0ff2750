/** Bands of the price: their mean, against integrals and by hand. */
import { describe, expect, test } from 'vitest'
import { priceBands } from '../../src/risk/priceBands.ts'
import type { PriceModel } from '../../src/risk/priceModel.ts'

const model = (x: Partial<PriceModel> = {}): PriceModel => ({
  ...{ growth: 0.1, volatility: 0.6, jumps: null, failure: 0 },
  ...x,
})

const mean = (bands: readonly number[]): number => bands.reduce((sum, each) => sum + each, 0) / bands.length

/** What draws between two of a lognormal price of mean 1 and log deviation `s` add to it: Simpson's rule over 4,000 steps. */
function between(s: number, low: number, high: number): number {
  const at = (z: number): number => Math.exp(s * z - (s * s) / 2 - (z * z) / 2) / Math.sqrt(2 * Math.PI)
  const [from, to] = [Math.max(low, -12), Math.min(high, 12)]
  const width = (to - from) / 4_000
  let sum = at(from) + at(to)
  for (let i = 1; i < 4_000; i++) sum += (i % 2 === 1 ? 4 : 2) * at(from + i * width)
  return (sum * width) / 3
}

/** Thirds of a standard normal: from tables, 0.4307272993. */
const third = 0.4307272992954576

describe('bands', () => {
  test('of a lognormal price are their integrals', () => {
    const s = 0.6 * Math.sqrt(2)
    const [low, middle, high] = priceBands(model(), 2, 3) as [number, number, number]
    expect(low).toBeCloseTo(3 * between(s, -12, -third), 9)
    expect(middle).toBeCloseTo(3 * between(s, -third, third), 9)
    expect(high).toBeCloseTo(3 * between(s, third, 12), 9)
  })

  test('have a mean of 1 to the last digits, whatever the model', () => {
    const models = [
      ...[model(), model({ volatility: 3 }), model({ failure: 0.3 }), model({ volatility: 0 })],
      model({ jumps: { perYear: 1.5, mean: -0.3, volatility: 0.25 }, failure: 0.05 }),
    ]
    for (const each of models)
      for (const count of [3, 5, 7]) {
        const bands = priceBands(each, 3.5, count)
        expect(mean(bands)).toBeCloseTo(1, 12)
        for (const [i, band] of bands.entries()) expect(band).toBeGreaterThan((bands[i - 1] ?? -1) - 1e-12)
      }
  })

  test('are wider, and the lowest lower, the more the price moves', () => {
    const lowest = [0.1, 0.3, 0.6, 0.9, 1.5].map((volatility) => priceBands(model({ volatility }), 1, 3)[0] as number)
    expect(lowest).toEqual([...lowest].sort((one, other) => other - one))
    expect(lowest[0]).toBeLessThan(1)
  })

  test('of a price that does not move are all the same', () => {
    for (const band of priceBands(model({ volatility: 0 }), 2, 5)) expect(band).toBeCloseTo(1, 12)
  })

  test('a failure fills the lowest first; those that survive make up for it', () => {
    // 40 % fail within the year, so that survivors have a mean of 1 / 0.6
    const [low, middle, high] = priceBands(model({ failure: 0.4 }), 1, 3) as [number, number, number]
    expect(low).toBe(0)
    // The middle third holds 2/3 - 0.4 of all: the lowest 4/9 of survivors, below -0.1397102989 deviations (tables)
    const cut = -0.13971029888186
    expect(middle).toBeCloseTo(3 * between(0.6, -12, cut), 8)
    expect(high).toBeCloseTo(3 * between(0.6, cut, 12), 8)
  })

  test('jumps alone, by hand', () => {
    // Every jump halves the price, one is expected a year: without a jump it is e^0.5, and chances are 1/e for none, 1/e for one
    const halving = { perYear: 1, mean: -Math.LN2, volatility: 0 }
    const [low, middle, high] = priceBands(model({ volatility: 0, jumps: halving }), 1, 3) as [number, number, number]
    const [none, chance] = [Math.sqrt(Math.E), 1 / Math.E]
    expect(high).toBeCloseTo(none, 9)
    const rest = chance - 1 / 3
    expect(middle).toBeCloseTo(3 * (rest * none + ((1 / 3 - rest) * none) / 2), 9)
    expect(low).toBeCloseTo(3 - high - middle, 9)
  })
})
