import type { ScaleLinear } from 'd3-scale'
import { scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'
import { yearOf } from '../../words/days.ts'
import { money } from '../../words/money.ts'
import classes from './Fan.module.css'
import { spread } from './spread.ts'

/** Percentiles of one day: 5, 25, 50, 75 and 95 of a hundred futures. Dollars. */
export interface FanPoint {
  readonly on: string
  readonly low: number
  readonly lower: number
  readonly middle: number
  readonly upper: number
  readonly high: number
}

/** Bands of futures over the years; selling today is a dashed line across. */
export function Fan({
  points,
  y,
  from,
  to,
  yardstick,
}: {
  readonly points: readonly FanPoint[]
  readonly y: ScaleLinear<number, number>
  readonly from: number
  readonly to: number
  readonly yardstick: number | null
}) {
  const last = points.at(-1)
  if (!last) return null
  const x = scaleLinear([0, Math.max(1, points.length - 1)], [from, to])
  const band = (low: (p: FanPoint) => number, high: (p: FanPoint) => number) =>
    area<FanPoint>(
      (_, i) => x(i),
      (p) => y(low(p)),
      (p) => y(high(p)),
    )([...points]) ?? ''
  const labels = spread(
    [last.high, last.upper, last.middle, last.lower, last.low].map((amount) => ({ amount, at: y(amount) + 4 })),
    13,
  )
  return (
    <>
      <path
        className={classes.wide}
        d={band(
          (p) => p.low,
          (p) => p.high,
        )}
      />
      <path
        className={classes.narrow}
        d={band(
          (p) => p.lower,
          (p) => p.upper,
        )}
      />
      {yardstick !== null && <line className={classes.today} x1={from} x2={to} y1={y(yardstick)} y2={y(yardstick)} />}
      <path
        className={classes.middle}
        d={
          line<FanPoint>(
            (_, i) => x(i),
            (p) => y(p.middle),
          )([...points]) ?? ''
        }
      />
      {labels.map(({ amount, at }, i) => (
        <text key={i} className={i === 2 ? 'strong' : 'tick'} x={to + 6} y={at}>
          {money(amount)}
        </text>
      ))}
      {points.map(({ on }, i) => (
        <text key={on} className="tick" x={x(i)} y={y.range()[0] ?? 0} dy={18} textAnchor="middle">
          {i === 0 || i === points.length - 1 ? yearOf(on) : `\u2019${on.slice(2, 4)}`}
        </text>
      ))}
    </>
  )
}
