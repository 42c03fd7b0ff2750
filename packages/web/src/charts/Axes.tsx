import type { ScaleLinear } from 'd3-scale'

type Scale = ScaleLinear<number, number>

/** Horizontal gridlines with their amounts at the left; the zero line is drawn as an axis. */
export function Rows({
  y,
  from,
  to,
  words,
  about = 4,
}: {
  readonly y: Scale
  readonly from: number
  readonly to: number
  readonly words: (amount: number) => string
  readonly about?: number
}) {
  return (
    <g aria-hidden="true">
      {y.ticks(about).map((tick) => (
        <g key={tick}>
          <line className={tick === 0 ? 'axis' : 'grid'} x1={from} x2={to} y1={y(tick)} y2={y(tick)} />
          <text className="tick" x={from - 8} y={y(tick) + 4} textAnchor="end">
            {words(tick)}
          </text>
        </g>
      ))}
    </g>
  )
}

/** Amounts under a horizontal axis. */
export function Ticks({
  x,
  at,
  words,
  about = 6,
}: {
  readonly x: Scale
  /** Where the axis is, in pixels from the top. */
  readonly at: number
  readonly words: (amount: number) => string
  readonly about?: number
}) {
  return (
    <g aria-hidden="true">
      {x.ticks(about).map((tick) => (
        <g key={tick}>
          <line className="axis" x1={x(tick)} x2={x(tick)} y1={at} y2={at + 4} />
          <text className="tick" x={x(tick)} y={at + 17} textAnchor={anchorAt(x, tick)}>
            {words(tick)}
          </text>
        </g>
      ))}
    </g>
  )
}

/** In the middle under its tick, but not beyond the ends of the axis. */
function anchorAt(x: Scale, tick: number): 'start' | 'middle' | 'end' {
  const [from = 0, to = 0] = x.range()
  if (to - x(tick) < 14) return 'end'
  return x(tick) - from < 4 ? 'start' : 'middle'
}

/** A red hatch: what cannot be paid. Referred to as `url(#id)`. */
export function Hatch({
  id,
  color = 'var(--bad)',
  ground = 'var(--bad-bg)',
}: {
  readonly id: string
  readonly color?: string
  readonly ground?: string
}) {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill={ground} />
        <line x1="0" x2="0" y1="0" y2="6" stroke={color} strokeWidth="2" />
      </pattern>
    </defs>
  )
}
