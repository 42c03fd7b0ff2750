/** Made-up planning instances for the bench: many years, grants and lots, smooth or rough prices, money often short. Seeded. */
import type { Instance } from '../packages/engine/src/schedule/simplified.ts'

/** Numbers between 0 and 1, the same for the same seed. */
function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export interface Size {
  readonly years: number
  readonly grants: number
  readonly lots: number
  /** Whether prices move by up to a quarter around their trend. */
  readonly rough: boolean
}

/** An instance with ten years after it that bring the credit home. */
export function planInstance(seed: number, { years, grants, lots, rough }: Size): Instance {
  const next = random(seed * 7919 + years * 31 + grants * 17 + lots)
  const between = (low: number, high: number) => low + (high - low) * next()
  const whole = (low: number, high: number) => Math.round(between(low, high))
  const cents = (amount: number) => Math.round(amount * 100) / 100
  const growth = between(0, 0.15)
  const first = between(15, 60)
  const price = Array.from({ length: years }, (_, t) =>
    cents(first * (1 + growth) ** t * (rough ? between(0.75, 1.25) : 1)),
  )
  const status = next() < 0.5 ? 'single' : 'mfj'
  const usual = between(120_000, 450_000)
  const wages = Array.from({ length: years + 1 }, () =>
    Math.round(usual * (next() < 0.15 ? between(0.1, 0.6) : between(0.9, 1.15))),
  )
  return {
    ...{ id: `${years}/${grants}/${lots} ${rough ? 'rough' : 'smooth'} ${seed}`, T: years, tail: 10 },
    ...{ status, wages, price, r: 0.05, indexing: 0.025 },
    grants: Array.from({ length: grants }, () => {
      const shares = whole(2_000, 20_000)
      const vests = whole(0, 3)
      return {
        ...{ K: cents(between(1, first * 0.8)), shares, qual: whole(0, 3) },
        expiry: whole(Math.min(4, years - 1), years - 1),
        vest: Array.from({ length: years }, (_, t) => Math.floor(shares * Math.min(1, (t + 1) / (vests + 1)))),
      }
    }),
    lots: Array.from({ length: lots }, () => {
      const K = cents(between(1, 10))
      return { K, amtBasis: cents(K + between(2, first * 1.2)), shares: whole(200, 4_000), qual: whole(0, 2) }
    }),
    credit0: next() < 0.4 ? whole(5_000, 120_000) : 0,
    regLoss0: next() < 0.15 ? whole(1_000, 30_000) : 0,
    amtLoss0: next() < 0.3 ? whole(1_000, 80_000) : 0,
    ...(next() < 0.6
      ? { cash0: whole(10_000, 150_000), savings: Array.from({ length: years }, () => whole(5_000, 40_000)) }
      : {}),
  }
}
