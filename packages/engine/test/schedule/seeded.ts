/** Random numbers that are the same for the same seed, so that a failure comes back. */
export interface Seeded {
  /** Between the two, the second left out. */
  readonly between: (low: number, high: number) => number
  /** A whole number between the two, both of them included. */
  readonly whole: (low: number, high: number) => number
  /** True that often. */
  readonly chance: (part: number) => boolean
  readonly pick: <T>(of: readonly T[]) => T
}

export function seeded(seed: number): Seeded {
  let state = (seed * 2_654_435_761) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (low: number, high: number): number => low + (high - low) * next()
  const whole = (low: number, high: number): number => Math.floor(between(low, high + 1))
  return {
    ...{ between, whole },
    chance: (part) => next() < part,
    pick: (of) => of[whole(0, of.length - 1)] as (typeof of)[number],
  }
}
