/** Random words: the published generator, even in every bit, and without a trace of one stream in another. */
import { describe, expect, test } from 'vitest'
import { indexBelow, randomWords, threefry, uniformOf } from '../../src/risk/random.ts'
import { add, at } from './cells.ts'

const words = (seed: number, block: number, stream: number, count: number): Uint32Array => {
  const into = new Uint32Array(count)
  randomWords(seed, block, stream, into)
  return into
}

describe('the generator', () => {
  test('gives the known answers of Random123, threefry2x32 with 20 rounds', () => {
    // Counter, key, answer: rows of tests/kat_vectors in the authors' distribution; the last one takes its bits from pi.
    const rows = [
      [0, 0, 0, 0, 0x6b200159, 0x99ba4efe],
      [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0x1cb996fc, 0xbb002be7],
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xc4923a9c, 0x483df7a0],
    ] as const
    for (const [counter0, counter1, key0, key1, ...answer] of rows) {
      const into = new Uint32Array(2)
      threefry(key0, key1, counter0, counter1, into, 0)
      expect([...into]).toEqual(answer)
    }
  })

  test('has seed and block for its key, the pair of words and the stream for its counter', () => {
    const into = new Uint32Array(2)
    threefry(7, 11, 5, 13, into, 0)
    expect([...words(7, 11, 13, 12)].slice(10)).toEqual([...into])
  })

  test('gives as many words as asked for, or one more', () => {
    const whole = words(1, 2, 3, 8)
    const part = new Uint32Array(8)
    randomWords(1, 2, 3, part, 3)
    expect([...part]).toEqual([...whole.slice(0, 4), 0, 0, 0, 0])
    expect([...words(1, 2, 3, 5)]).toEqual([...whole.slice(0, 5)])
  })
})

describe('the words', () => {
  const count = 1 << 16
  const streams: (readonly [string, Uint32Array])[] = [
    ['the first', words(1, 0, 0, count)],
    ['the next stream', words(1, 0, 1, count)],
    ['the next block', words(1, 1, 0, count)],
    ['the next seed', words(2, 0, 0, count)],
    ['seed and block the other way round', words(0, 1, 0, count)],
    ['a far stream', words(1, 0, 0x80000000, count)],
  ]

  test.each(streams)('%s: fall evenly on 256 equal parts', (_, drawn) => {
    const parts = new Float64Array(256)
    for (const word of drawn) add(parts, Math.floor(uniformOf(word) * 256), 1)
    // Chi-square of 255 degrees of freedom: mean 255, standard deviation sqrt(510) = 22.6; four of them either way.
    expect(Math.abs(chiSquare(parts, count / 256) - 255)).toBeLessThan(4 * 22.6)
  })

  test.each(streams)('%s: pairs of one word and the next fall evenly on 16 by 16 squares', (_, drawn) => {
    const squares = new Float64Array(256)
    for (let i = 0; i < count; i += 2) add(squares, (at(drawn, i) >>> 28) * 16 + (at(drawn, i + 1) >>> 28), 1)
    expect(Math.abs(chiSquare(squares, count / 512) - 255)).toBeLessThan(4 * 22.6)
  })

  test.each(streams)('%s: every bit is as often one as zero', (_, drawn) => {
    for (let bit = 0; bit < 32; bit++) {
      let ones = 0
      for (const word of drawn) ones += (word >>> bit) & 1
      // Binomial: standard deviation sqrt(65,536) / 2 = 128; of 192 such counts none is five away but once in 10,000 times.
      expect(Math.abs(ones - count / 2)).toBeLessThan(5 * 128)
    }
  })

  test('of two streams, blocks or seeds are not correlated, at any lag up to three', () => {
    // The correlation of n independent pairs has standard deviation 1 / sqrt(n) = 1 / 256.
    for (const [i, [, one]] of streams.entries())
      for (const [, other] of streams.slice(i))
        for (const lag of one === other ? [1, 2, 3] : [0, 1, 2, 3])
          expect(Math.abs(correlation(one, other, lag))).toBeLessThan(4.5 / 256)
  })
})

test('a word as a number lies strictly between 0 and 1', () => {
  // The smallest and the largest word: half of 2^-32 from either end.
  expect([uniformOf(0), 1 - uniformOf(0xffffffff)]).toEqual([2 ** -33, 2 ** -33])
})

test('a word as an index reaches both ends and goes no further', () => {
  expect([indexBelow(0, 7), indexBelow(0xffffffff, 7), indexBelow(0xffffffff, 1 << 20)]).toEqual([0, 6, (1 << 20) - 1])
  const counts = new Float64Array(10)
  for (const word of words(3, 0, 0, 1 << 16)) add(counts, indexBelow(word, 10), 1)
  // Nine degrees of freedom: 27.9 is passed once in 1,000 times.
  expect(chiSquare(counts, (1 << 16) / 10)).toBeLessThan(27.9)
})

const chiSquare = (counts: Float64Array, expected: number): number =>
  counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)

function correlation(one: Uint32Array, other: Uint32Array, lag: number): number {
  let sum = 0
  for (let i = 0; i + lag < one.length; i++)
    sum += (uniformOf(at(one, i)) - 0.5) * (uniformOf(at(other, i + lag)) - 0.5)
  // A uniform number has variance 1/12.
  return (sum * 12) / (one.length - lag)
}
