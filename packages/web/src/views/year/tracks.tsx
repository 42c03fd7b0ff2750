/** What slider tracks are painted with: the outcome of each value. */
import { area } from 'd3-shape'
import { useId } from 'react'
import type { Sweep } from '../../ask/sweep.ts'
import { Hatch } from '../../charts/Axes.tsx'
import type { Ground } from '../../parts/PaintedSlider.tsx'
import { amtAt, type Line } from './line.ts'

/** Free shares, shares that cost AMT the darker the more, shares that cannot be paid. */
export function SharesTrack({
  ground: { x, width, top, height },
  free,
  payable,
  most,
  line,
}: {
  readonly ground: Ground
  readonly free: number
  readonly payable: number | null
  readonly most: number
  readonly line: Line | null
}) {
  const id = useId()
  const from = free >= most ? width : x(free)
  const until = payable === null || payable >= most ? width : x(payable)
  const band = { y: top, height }
  const costs = line !== null && amtAt(line, most) > 0
  return (
    <>
      <Hatch id={`${id}-hatch`} />
      <linearGradient id={`${id}-cost`}>
        <stop offset="0" stopColor="var(--amt)" stopOpacity="0.18" />
        <stop offset="1" stopColor="var(--amt)" stopOpacity="0.85" />
      </linearGradient>
      <rect {...band} x="0" width={Math.min(from, until)} fill="var(--good)" opacity="0.75" />
      {costs && until > from && <rect {...band} x={from} width={until - from} fill={`url(#${id}-cost)`} />}
      {until < width && <rect {...band} x={until} width={width - until} fill={`url(#${id}-hatch)`} opacity="0.75" />}
    </>
  )
}

/** The AMT-free room, or the shares it holds, at each value: the higher the more. */
export function RoomTrack({
  ground: { x, width, top, height },
  sweep,
  by,
}: {
  readonly ground: Ground
  readonly sweep: Sweep | undefined
  readonly by: 'room' | 'shares'
}) {
  const points = (sweep?.points ?? []).flatMap((point) => {
    const amount = point[by]
    return amount === null ? [] : [{ at: point.at, amount }]
  })
  const most = Math.max(...points.map(({ amount }) => amount), 1)
  // Shares fall with one over the spread: a root keeps the low end to be seen
  const high = (amount: number): number => (by === 'shares' ? Math.sqrt(amount / most) : amount / most)
  const [first, last] = [points[0], points.at(-1)]
  const ends = first && last ? [{ ...first, x: 0 }, ...points, { ...last, x: width }] : []
  const shape = area<(typeof points)[number] & { readonly x?: number }>()
    .x((point) => point.x ?? x(point.at))
    .y0(top + height)
    .y1((point) => top + height - height * 0.92 * high(point.amount))
  return (
    <>
      <rect x="0" y={top} width={width} height={height} fill="var(--sunk)" />
      <path d={shape(ends) ?? ''} fill="var(--good)" opacity="0.6" />
    </>
  )
}

/** Too little, and enough. */
export function CashTrack({
  ground: { x, width, top, height },
  needed,
}: {
  readonly ground: Ground
  readonly needed: number
}) {
  const id = useId()
  const enough = needed <= 0 ? 0 : x(needed)
  return (
    <>
      <Hatch id={`${id}-hatch`} />
      <rect x="0" y={top} width={enough} height={height} fill={`url(#${id}-hatch)`} opacity="0.75" />
      <rect x={enough} y={top} width={width - enough} height={height} fill="var(--good)" opacity="0.75" />
      <line x1={enough} x2={enough} y1={top - 3} y2={top + height + 3} stroke="var(--ink)" strokeWidth="1.5" />
    </>
  )
}
