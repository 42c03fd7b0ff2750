/** How far the sliders reach: wide around what there is, ending in round numbers. */
import { useRef } from 'react'
import { roundUp } from './line.ts'

export type Range = readonly [from: number, to: number]

/** A round number not above `amount`. */
const roundDown = (amount: number): number => {
  if (!(amount > 0)) return 0
  const power = 10 ** Math.floor(Math.log10(amount) + 1e-12)
  const step = [8, 6, 5, 4, 3, 2.5, 2, 1.5, 1].find((each) => each * power <= amount * (1 + 1e-9)) ?? 1
  return step * power
}

export const wagesRange = (wages: number): Range =>
  wages > 0 ? [roundDown(wages * 0.48), roundUp(wages * 2.05)] : [0, 400_000]

/** From the strike on, below which nobody exercises; from the value where that is lower. */
export const valueRange = (value: number, strike: number): Range => [
  Math.min(value, Math.max(strike, roundDown(value / 8))),
  roundUp(Math.max(value, strike, 0.01) * 3),
]

export const cashRange = (cash: number, needed: number): Range => [0, roundUp(Math.max(cash * 3, needed * 1.5, 10_000))]

/** The size of one step: about a two-hundredth of the range, a round number. */
export function stepOf([from, to]: Range): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(to - from, 1e-9)))
  return power / ((to - from) / power > 4 ? 100 : 200)
}

/** Evenly spaced places in a range, ends included. */
export const placesIn = ([from, to]: Range, parts: number): number[] =>
  Array.from({ length: parts + 1 }, (_, i) => Math.round((from + ((to - from) * i) / parts) * 100) / 100)

/** A range that stays as it is while the value is inside and it is about the same (`key`), so that the track does not move under the hand. */
export function useRange(value: number, key: string, make: () => Range): Range {
  const kept = useRef<{ readonly key: string; readonly range: Range } | null>(null)
  const { current } = kept
  if (current?.key === key && value >= current.range[0] && value <= current.range[1]) return current.range
  kept.current = { key, range: make() }
  return kept.current.range
}
