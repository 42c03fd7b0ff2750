/** Paths of the price: the same bits however they are asked for, and what happens at the edges. */
import { describe, expect, test } from 'vitest'
import { type PathPrices, pathPrices } from '../../src/risk/pathPrices.ts'
import type { PriceModel } from '../../src/risk/priceModel.ts'
import { at } from './cells.ts'

const steady: PriceModel = { growth: 0.12, volatility: 0.5, jumps: null, failure: 0 }
const jumping: PriceModel = { ...steady, volatility: 0.3, jumps: { perYear: 0.8, mean: -0.3, volatility: 0.25 } }
const whole: PriceModel = { ...jumping, failure: 0.15 }
const times = [0.25, 0.6, 1, 1.5, 2.5]

describe('the same bits', () => {
  const pathsOf = (of: PathPrices, asked: readonly (readonly [number, number])[]): Map<string, string> =>
    new Map(
      asked.map(([block, path]) => {
        const into = new Float64Array(of.count)
        of.fill(block, path, into)
        return [`${block}/${path}`, [...new BigUint64Array(into.buffer)].join()] as const
      }),
    )
  const all = [0, 1, 2, 3].flatMap((block) => [0, 1, 2, 3, 4, 5, 6, 7].map((path) => [block, path] as const))
  const straight = pathsOf(pathPrices(whole, 20, times, 3, 8), all)

  test('whatever the order in which paths are asked for, and by however many', () => {
    expect(new Set(straight.values()).size).toBe(32)
    const backwards = pathsOf(pathPrices(whole, 20, times, 3, 8), all.toReversed())
    const shuffled = pathsOf(
      pathPrices(whole, 20, times, 3, 8),
      all.toSorted(([b, p], [c, q]) => ((b * 5 + p * 11) % 7) - ((c * 5 + q * 11) % 7)),
    )
    for (const [key, bits] of straight) {
      expect([backwards.get(key), shuffled.get(key)]).toEqual([bits, bits])
      const [block, path] = key.split('/').map(Number) as [number, number]
      expect(pathsOf(pathPrices(whole, 20, times, 3, 8), [[block, path]]).get(key)).toBe(bits)
    }
  })

  test('for the same seed, and others for another', () => {
    expect(pathsOf(pathPrices(whole, 20, times, 3, 8), all)).toEqual(straight)
    const other = pathsOf(pathPrices(whole, 20, times, 4, 8), all)
    for (const [key, bits] of straight) if (!/^0(,0)*$/.test(bits)) expect(other.get(key)).not.toBe(bits)
  })

  test('of the chances, whatever the model: a path of a riskier model is moved by the same normals', () => {
    const into = [new Float64Array(1), new Float64Array(1)] as const
    pathPrices({ ...steady, growth: 0 }, 1, [1], 3, 8).fill(0, 0, into[0])
    pathPrices({ ...steady, growth: 0, volatility: 1, failure: 1e-9 }, 1, [1], 3, 8).fill(0, 0, into[1])
    const normal = (Math.log(at(into[0], 0)) + 0.125) / 0.5
    expect(Math.log(at(into[1], 0))).toBeCloseTo(normal - 0.5, 8)
  })
})

describe('at the edges', () => {
  const filled = (model: PriceModel, start: number, at: readonly number[]): number[] => {
    const into = new Float64Array(at.length)
    pathPrices(model, start, at, 1, 4).fill(0, 2, into)
    return [...into]
  }
  const none: PriceModel = { growth: 0.5, volatility: 0, jumps: null, failure: 0 }

  test('without any risk every path is the mean', () => {
    const found = filled(none, 10, [1, 2, 2.5])
    for (const [i, t] of [1, 2, 2.5].entries()) expect(found[i]).toBeCloseTo(10 * 1.5 ** t, 11)
    const none0 = { perYear: 0, mean: -1, volatility: 1 }
    expect(filled({ ...none, jumps: none0 }, 10, [1, 2, 2.5])).toEqual(found)
  })

  test('a mean that falls to nothing, a price of nothing and no times', () => {
    expect(filled({ ...whole, growth: -1 }, 10, times)).toEqual([0, 0, 0, 0, 0])
    expect(filled(whole, 0, times)).toEqual([0, 0, 0, 0, 0])
    expect(filled(whole, 10, [])).toEqual([])
  })

  test('two times that are one have one price', () => {
    const [, one, same] = filled(jumping, 10, [0.5, 1, 1, 2])
    expect(same).toBe(one)
  })

  test.each([
    ['growth', { ...steady, growth: -1.1 }],
    ['growth', { ...steady, growth: Number.NaN }],
    ['volatility', { ...steady, volatility: -0.1 }],
    ['volatility', { ...steady, volatility: Number.POSITIVE_INFINITY }],
    ['failure', { ...steady, failure: 1 }],
    ['failure', { ...steady, failure: -0.1 }],
    ['jumps.perYear', { ...steady, jumps: { perYear: -1, mean: 0, volatility: 0 } }],
    ['jumps.mean', { ...steady, jumps: { perYear: 1, mean: Number.NaN, volatility: 0 } }],
    ['jumps.volatility', { ...steady, jumps: { perYear: 1, mean: 0, volatility: -1 } }],
  ])('%s out of its range is refused', (name, model) => {
    expect(() => pathPrices(model, 1, [1], 1, 4)).toThrow(`${name} is`)
  })

  test('times, seeds and paths that are none are refused', () => {
    for (const at of [[0], [-1], [1, 0.5], [Number.NaN]])
      expect(() => pathPrices(steady, 1, at, 1, 4)).toThrow('times[')
    for (const seed of [-1, 0.5, 2 ** 32, Number.NaN]) expect(() => pathPrices(steady, 1, [1], seed, 4)).toThrow('seed')
    expect(() => pathPrices(steady, -1, [1], 1, 4)).toThrow('start is -1')
    const { fill } = pathPrices(steady, 1, [1], 1, 4)
    for (const path of [-1, 4, Number.NaN]) expect(() => fill(0, path, new Float64Array(1))).toThrow(RangeError)
  })
})
