/** The exponential and the logarithm against hundreds of binary digits. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { exp, log } from '../../src/risk/exact.ts'
import { big, bigExp, small } from './bigReal.ts'
import { drawsOf } from './draws.ts'

const digits = 1300

/** By what part of itself a value for e^x is off. */
function expError(x: number, value: number): number {
  const one = 1n << BigInt(digits)
  // e^x = value (1 + error): for x below 0 by value × e^-x - 1.
  const size = bigExp(big(Math.abs(x), digits), digits)
  if (x < 0) return small(((big(value, digits) * size) >> BigInt(digits)) - one, digits)
  return small(((big(value, digits) - size) << BigInt(digits)) / size, digits)
}

/** By what part of itself a value for log x is off: log x = value + log(x / e^value), and log(1 + d) is d to the precision asked. */
function logError(x: number, value: number): number {
  const size = bigExp(big(Math.abs(value), digits), digits)
  const off =
    value < 0
      ? ((big(x, digits) * size) >> BigInt(digits)) - (1n << BigInt(digits))
      : ((big(x, digits) - size) << BigInt(digits)) / size
  return small(off, digits) / value
}

const next = (x: number): number => x + Math.abs(x) * 2 ** -52

describe('the exponential', () => {
  test('of numbers of every size is within one unit in the last place', () => {
    const points = drawsOf(1, 120).flatMap((u) => [(u - 0.5) * 2, (u - 0.5) * 40, -708 * u, 709 * u, (u - 0.5) * 1e-6])
    // Halfway between two powers of 2, where the reduction changes over.
    const seams = [-1000, -37, -2, -1, 0, 1, 2, 37, 1000].map((k) => (k + 0.5) * Math.LN2)
    let worst = 0
    for (const x of [...points, ...seams, ...seams.map(next)]) worst = Math.max(worst, Math.abs(expError(x, exp(x))))
    // One unit in the last place is at most 2^-52 of the number.
    expect(worst).toBeLessThan(2 ** -52)
  })

  test('at its edges', () => {
    expect([exp(0), exp(-0), exp(Number.NEGATIVE_INFINITY), exp(Number.POSITIVE_INFINITY)]).toEqual([
      1,
      1,
      0,
      Number.POSITIVE_INFINITY,
    ])
    expect(exp(Number.NaN)).toBeNaN()
    // log of the largest double, 2^1024 (1 - 2^-53), is 709.782712893384; of half the smallest, 2^-1075, -745.1332191019412.
    expect(exp(709.782712893384)).toBeLessThan(Number.POSITIVE_INFINITY)
    expect(exp(709.782712893384) / Number.MAX_VALUE).toBeCloseTo(1, 12)
    expect(exp(709.7827128933841)).toBe(Number.POSITIVE_INFINITY)
    expect([exp(-745.1332191019411), exp(-745.1332191019412), exp(-746)]).toEqual([Number.MIN_VALUE, 0, 0])
    // 2^-1040 is below the normal numbers, in steps of 2^-1074: e^(-1040 ln 2) must be the right one of them.
    expect(exp(-1040 * Math.LN2) / 2 ** -1040).toBeCloseTo(1, 9)
  })

  test('never falls, from one double to the next', () => {
    const points = [
      ...drawsOf(2, 3000).map((u) => (u - 0.5) * 60),
      ...Array.from({ length: 40 }, (_, k) => (k - 20.5) * Math.LN2),
    ]
    const falling = points.flatMap((point) => {
      const low = point - Math.abs(point) * 2 ** -51
      return [low, next(low), next(next(low)), next(next(next(low)))].filter((x) => exp(next(x)) < exp(x))
    })
    expect(falling).toEqual([])
  })
})

describe('the logarithm', () => {
  test('of numbers of every size is within one unit in the last place', () => {
    const points = drawsOf(3, 120).flatMap((u) => [u, 1 + (u - 0.5) / 8, 1 + u * 1e-9, exp(700 * u), exp(-700 * u)])
    const seams = [Math.SQRT2, Math.SQRT1_2, 2, 4, 0.5, 0.25, 1024, 2 ** -1022, 2 ** -1023, 3 * 2 ** -1074]
    let worst = 0
    for (const x of [...points, ...seams, next(1), 1 - 2 ** -53, Number.MAX_VALUE, Number.MIN_VALUE])
      worst = Math.max(worst, Math.abs(logError(x, log(x))))
    expect(worst).toBeLessThan(2 ** -52)
  })

  test('at its edges', () => {
    expect([log(1), log(0), log(-0), log(Number.POSITIVE_INFINITY)]).toEqual([
      0,
      Number.NEGATIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      Number.POSITIVE_INFINITY,
    ])
    expect([log(-1), log(Number.NEGATIVE_INFINITY), log(Number.NaN)]).toEqual([Number.NaN, Number.NaN, Number.NaN])
  })

  test('never falls, from one double to the next', () => {
    const points = [...drawsOf(4, 3000).map((u) => 4 * u), Math.SQRT2, 2 * Math.SQRT2, 1, 2, 0.5]
    const falling = points.flatMap((point) => {
      const low = point * (1 - 2 ** -51)
      return [low, next(low), next(next(low)), next(next(next(low)))].filter((x) => log(next(x)) < log(x))
    })
    expect(falling).toEqual([])
  })
})

test('what makes a path asks the language for no function that engines work out differently', () => {
  const files = ['exact', 'normal', 'random', 'strata', 'bridge', 'jumps', 'logPrice', 'pathPrices']
  const asked = files.flatMap((file) => {
    const text = readFileSync(new URL(`../../src/risk/${file}.ts`, import.meta.url), 'utf8')
    const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
    return [...code.matchAll(/\bMath\.\w+|\*\*|\bDate\b/g)].map(([name]) => name)
  })
  expect([...new Set(asked)].sort()).toEqual(['Math.LOG2E', 'Math.SQRT2', 'Math.floor', 'Math.sqrt'])
})
