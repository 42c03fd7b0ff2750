/**
 * Random words that are a function of where they stand: Threefry-2x32 with 20 rounds (Salmon and others, "Parallel random numbers:
 * as easy as 1, 2, 3", SC11). Nothing is carried from one draw to the next, so any block of any stream can be made by itself, by any
 * number of workers and in any order; and it is integers of 32 bits alone, the same everywhere.
 */

/** What the key's two words are mixed with into a third. */
const parity = 0x1bd11bda

/**
 * Puts the words of stream `stream` of block `block` into `into`, each from 0 to 2^32 - 1: the first `count`, or one more if that is
 * odd and there is room. Seed, block and stream are whole numbers from 0 to 2^32 - 1; higher bits are lost.
 */
export function randomWords(
  seed: number,
  block: number,
  stream: number,
  into: Uint32Array,
  count: number = into.length,
): void {
  for (let at = 0; at < count; at += 2) threefry(seed, block, at >>> 1, stream, into, at)
}

/** Two words from a key of two and a counter of two; for one key no two counters give the same pair. */
export function threefry(
  key0: number,
  key1: number,
  counter0: number,
  counter1: number,
  into: Uint32Array,
  at: number,
): void {
  let first = key1 | 0
  let second = parity ^ key0 ^ key1
  let third = key0 | 0
  let x = (counter0 + key0) | 0
  let y = (counter1 + key1) | 0
  // Four rounds of adding, turning and mixing, then the key again in its next order: five times over.
  for (let group = 1; group <= 5; group++) {
    if (group & 1) {
      x = (x + y) | 0
      y = ((y << 13) | (y >>> 19)) ^ x
      x = (x + y) | 0
      y = ((y << 15) | (y >>> 17)) ^ x
      x = (x + y) | 0
      y = ((y << 26) | (y >>> 6)) ^ x
      x = (x + y) | 0
      y = ((y << 6) | (y >>> 26)) ^ x
    } else {
      x = (x + y) | 0
      y = ((y << 17) | (y >>> 15)) ^ x
      x = (x + y) | 0
      y = ((y << 29) | (y >>> 3)) ^ x
      x = (x + y) | 0
      y = ((y << 16) | (y >>> 16)) ^ x
      x = (x + y) | 0
      y = ((y << 24) | (y >>> 8)) ^ x
    }
    x = (x + first) | 0
    y = (y + second + group) | 0
    const last = first
    first = second
    second = third
    third = last
  }
  into[at] = x
  // Past the end of a typed array nothing is written.
  into[at + 1] = y
}

/** A word as a number strictly between 0 and 1: the middle of its 2^-32. */
export const uniformOf = (word: number): number => (word + 0.5) / 4294967296

/** A word as a whole number from 0 to `below` - 1, each as likely to within 2^-32; `below` at most 2^20, so that the product is exact. */
export const indexBelow = (word: number, below: number): number => Math.floor((word * below) / 4294967296)
