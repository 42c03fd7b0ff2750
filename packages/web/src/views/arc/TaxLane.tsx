import { scaleLinear } from 'd3-scale'
import { axisMoney, money } from '../../words/money.ts'
import { heightOf, type Measures, type TaxStack } from './geometry.ts'
import { Lane } from './Lane.tsx'

const height = 232
const top = 22
const bottom = 20

/** Federal tax of each year by kind; the credit that comes back hangs below the ground. */
export function TaxLane({
  years,
  stacks,
  measures,
}: {
  readonly years: readonly number[]
  readonly stacks: readonly TaxStack[]
  readonly measures: Measures
}) {
  const most = Math.max(1, ...stacks.map(heightOf))
  const used = Math.max(0, ...stacks.map((stack) => stack.used))
  const y = scaleLinear([-used, most], [height - bottom, top])
  const ticks = scaleLinear([0, most], [0, 1]).ticks(4)
  const worth = (most + used) / 200
  return (
    <Lane
      title="Federal tax"
      note={measures.narrow ? '' : used > 0.5 ? 'credit below' : 'no credit used'}
      height={height}
      measures={measures}
      ticks={ticks.map((tick) => ({ at: y(tick), words: axisMoney(tick) }))}
      label={reading(years, stacks)}
    >
      {ticks.map((tick) => (
        <line
          key={tick}
          className={tick === 0 ? 'axis' : 'grid'}
          x1={0}
          x2={measures.column * years.length}
          y1={y(tick)}
          y2={y(tick)}
        />
      ))}
      {stacks.map((stack, i) => (
        <Stack
          key={years[i]}
          stack={stack}
          middle={measures.column * (i + 0.5)}
          {...{ bar: measures.bar, y, column: measures.column, worth }}
        />
      ))}
    </Lane>
  )
}

const fills = { base: 'var(--reg-soft)', added: 'var(--reg)', niit: 'url(#arc-niit)', amt: 'var(--amt)' } as const

function Stack({
  stack,
  middle,
  bar,
  column,
  y,
  worth,
}: {
  readonly stack: TaxStack
  readonly middle: number
  readonly bar: number
  readonly column: number
  readonly y: (amount: number) => number
  /** An amount too small to be seen is left to the table. */
  readonly worth: number
}) {
  const left = middle - bar / 2
  let ground = 0
  const parts = (Object.keys(fills) as (keyof typeof fills)[]).flatMap((kind) => {
    const from = ground
    ground += stack[kind]
    return stack[kind] > worth / 4 ? [{ kind, from, to: ground }] : []
  })
  return (
    <g>
      {parts.map(({ kind, from, to }) => (
        <rect
          key={kind}
          x={left}
          y={y(to)}
          width={bar}
          // A hair between the parts, so that none rests on its hue alone
          height={Math.max(0.5, y(from) - y(to) - (from > 0 ? 1 : 0))}
          fill={fills[kind]}
        />
      ))}
      <text className="strong" x={middle} y={y(heightOf(stack)) - 6} textAnchor="middle">
        {money(stack.total)}
      </text>
      {stack.amt > worth && column > 132 && (
        <text
          className="strong"
          x={left + bar + 5}
          y={y(heightOf(stack) - stack.amt / 2) + 4}
          style={{ fill: 'var(--amt)' }}
        >
          {money(stack.amt)}
        </text>
      )}
      {stack.used > worth && (
        <>
          <rect
            x={left + 0.5}
            y={y(0) + 1}
            width={bar - 1}
            height={Math.max(1, y(-stack.used) - y(0) - 1)}
            fill="url(#arc-used)"
            stroke="var(--credit)"
          />
          <text
            className="strong"
            x={middle}
            y={y(-stack.used) + 15}
            textAnchor="middle"
            style={{ fill: 'var(--credit)' }}
          >
            {money(-stack.used)}
          </text>
        </>
      )}
    </g>
  )
}

function reading(years: readonly number[], stacks: readonly TaxStack[]): string {
  const each = stacks.map(({ total, amt, used }, i) => {
    const parts = [
      ...(amt > 0.5 ? [`${money(amt)} of it AMT`] : []),
      ...(used > 0.5 ? [`after ${money(used)} of credit`] : []),
    ]
    return `${years[i]} ${money(total)}${parts.length > 0 ? ` (${parts.join(', ')})` : ''}`
  })
  return `Federal tax by year: ${each.join('; ')}.`
}
