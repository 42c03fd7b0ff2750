import { area, line as path } from 'd3-shape'
import { memo } from 'react'
import { Hatch, Rows, Ticks } from '../../charts/Axes.tsx'
import { axisMoney, centsPerDollar, count, exactMoney, money } from '../../words/money.ts'
import { drawn, type Line, zonesOf } from './line.ts'
import { freeUntil, type LineLayout } from './lineLayout.ts'

export interface LinePictured {
  readonly line: Line
  readonly layout: LineLayout
  readonly year: number
  /** Shares that the cash pays for; null where it is not known. */
  readonly payable: number | null
  readonly cash: number | null
  /** The curve of the pinned case. */
  readonly before: Line | null
}

/** What lies behind the handle: zones, lanes and axes. */
export const LineGround = memo(function LineGround(pictured: LinePictured) {
  const { line, layout, year } = pictured
  const { x, y, left, right, curve, rates, end } = layout
  const free = x(freeUntil(line, end))
  const points = drawn(line, end)
  const under = area<readonly [number, number]>()
    .x(([shares]) => x(shares))
    .y0(y(0))
    .y1(([, amt]) => y(amt))
  return (
    <g>
      <Hatch id="line-unpaid" />
      <rect x={left} y={curve[0]} width={free - left} height={curve[1] - curve[0]} fill="var(--free)" />
      <rect x={left} y={rates[0]} width={free - left} height={rates[1] - rates[0]} fill="var(--free)" />
      <Rows y={y} from={left} to={right} words={axisMoney} />
      <path d={under(points) ?? ''} fill="var(--amt)" opacity="0.09" />
      <text className="heading" x="0" y="20">
        AMT for {year}
      </text>
      <Rates {...pictured} />
      <Cash {...pictured} />
      <Ticks x={x} at={layout.cash[1]} words={count} about={layout.narrow ? 3 : 6} />
      <text className="tick" x={right} y={layout.cash[1] + 32} textAnchor="end">
        shares exercised and held past December 31
      </text>
    </g>
  )
})

/** What one share more costs in each zone. */
function Rates({ line, layout }: LinePictured) {
  const { x, cost, rates, left, right, end, narrow } = layout
  const kind = line.costsMore ? 'Tax' : 'AMT'
  return (
    <g>
      {zonesOf(line, end).map(({ from, to, perShare, rate }) => {
        const [start, wide] = [x(from), x(to) - x(from)]
        const free = perShare < 0.005
        const full = !narrow && wide > 128
        return (
          <g key={from}>
            {!free && (
              <rect
                x={start}
                y={cost(perShare)}
                width={Math.max(wide - 1, 1)}
                height={rates[1] - cost(perShare)}
                fill="var(--amt)"
                opacity={Math.min(0.3 + rate, 0.9)}
              />
            )}
            {free && wide > 26 && (
              <text
                className="strong"
                x={start + wide / 2}
                y={rates[1] - 6}
                textAnchor="middle"
                style={{ fill: 'var(--good)' }}
              >
                $0
              </text>
            )}
            {!free && wide > 46 && (
              <text className="word halo" x={start + (full ? 6 : 3)} y={cost(perShare) - 4}>
                <tspan className="strong">{exactMoney(perShare)}</tspan>
                {full && <tspan dx="6">{centsPerDollar(rate)} per $1</tspan>}
              </text>
            )}
          </g>
        )
      })}
      <line className="axis" x1={left} x2={right} y1={rates[1]} y2={rates[1]} />
      <text className="heading halo" x="0" y={rates[0] - 17}>
        {narrow
          ? `${kind} on the next share`
          : `${kind} on the next share: its ${exactMoney(line.spreadPerShare)} of spread at the rate of each zone`}
      </text>
    </g>
  )
}

/** How far the cash goes. */
function Cash({ layout, payable, cash }: LinePictured) {
  const { x, left, right, end, narrow, cash: lane } = layout
  const [top, height] = [lane[0], lane[1] - lane[0]]
  const known = payable !== null && cash !== null
  const stops = known && payable < end
  const paid = x(Math.min(payable ?? 0, end))
  const title = !known
    ? 'Cash: not known'
    : narrow
      ? 'Cash to pay strike and tax'
      : `Cash: strike and tax against ${money(cash)}`
  return (
    <g>
      {known ? (
        <rect x={left} y={top} width={paid - left} height={height} fill="var(--cash)" opacity="0.82" />
      ) : (
        <rect
          x={left}
          y={top}
          width={right - left}
          height={height}
          fill="none"
          stroke="var(--control)"
          strokeDasharray="4 3"
        />
      )}
      {stops && (
        <>
          <rect x={paid} y={top} width={right - paid} height={height} fill="url(#line-unpaid)" opacity="0.75" />
          <line x1={paid} x2={paid} y1={top - 5} y2={lane[1] + 2} stroke="var(--ink)" strokeWidth="1.5" />
          <text
            className="strong halo"
            x={narrow ? right : Math.min(Math.max(paid + 6, 262), right - 170)}
            y={top - 8}
            textAnchor={narrow ? 'end' : 'start'}
          >
            {narrow ? `out at ${count(payable)}` : `runs out at ${count(payable)} shares`}
          </text>
        </>
      )}
      <text className="heading halo" x="0" y={top - 8}>
        {title}
      </text>
    </g>
  )
}

/** The curve of a line as an SVG path. */
export const curvePath = (line: Line, { x, y, end }: LineLayout): string =>
  path<readonly [number, number]>()
    .x(([shares]) => x(shares))
    .y(([, amt]) => y(amt))(drawn(line, end)) ?? ''
