import { scaleLinear } from 'd3-scale'
import { money } from '../../words/money.ts'
import type { CreditStep, Measures } from './geometry.ts'
import { Lane } from './Lane.tsx'

const height = 136
const top = 22
const bottom = 20

/** The minimum tax credit: made by AMT, used where the regular tax is above the tentative minimum tax, carried from year to year. */
export function CreditLane({
  years,
  steps,
  measures,
}: {
  readonly years: readonly number[]
  readonly steps: readonly CreditStep[]
  readonly measures: Measures
}) {
  const most = Math.max(1, ...steps.map(({ before, after }) => Math.max(before, after)))
  const y = scaleLinear([0, most], [height - bottom, top])
  const { column, bar } = measures
  const end = column * years.length
  const balance = steps.map(({ after }, i) => `H${column * (i + 0.5) - bar / 2}V${y(after)}`).join('')
  const none = steps.every(({ before, after, used }) => before < 0.5 && after < 0.5 && used < 0.5)
  return (
    <Lane
      title="AMT credit"
      note={measures.gutter < 100 ? 'at year end' : 'balance at year end'}
      height={height}
      measures={measures}
      label={reading(years, steps)}
    >
      <path
        d={`M0,${y(0)}V${y(steps[0]?.before ?? 0)}${balance}H${end}V${y(0)}Z`}
        fill={none ? 'none' : 'var(--credit-soft)'}
      />
      <line className="axis" x1={0} x2={end} y1={y(0)} y2={y(0)} />
      {steps.map((step, i) => (
        <Step key={years[i]} step={step} middle={column * (i + 0.5)} {...{ bar, y, worth: most / 100 }} />
      ))}
      {none && (
        <text className="tick" x={10} y={y(0) - 8}>
          no AMT, no credit
        </text>
      )}
    </Lane>
  )
}

function Step({
  step: { before, used, generated, after },
  middle,
  bar,
  y,
  worth,
}: {
  readonly step: CreditStep
  readonly middle: number
  readonly bar: number
  readonly y: (amount: number) => number
  /** An amount too small to be seen is left to the table. */
  readonly worth: number
}) {
  const left = middle - bar / 2
  const kept = before - used
  const goes = used > worth
  return (
    <g>
      {generated > worth / 4 && (
        <rect
          x={left}
          y={y(kept + generated)}
          width={bar}
          height={y(kept) - y(kept + generated)}
          fill="var(--credit)"
        />
      )}
      {goes && (
        <rect
          x={left + 0.5}
          y={y(before)}
          width={bar - 1}
          height={Math.max(1, y(kept) - y(before))}
          fill="url(#arc-used)"
          stroke="var(--credit)"
        />
      )}
      {(after > worth || goes) && (
        <text
          className="strong halo"
          x={middle}
          y={
            goes && after > 0.5 && generated <= 0.5
              ? Math.min(y(after) + 15, y(0) + 15)
              : y(Math.max(after, before)) - 6
          }
          textAnchor="middle"
        >
          {after > 0.5 ? money(after) : '$0: all back'}
        </text>
      )}
    </g>
  )
}

function reading(years: readonly number[], steps: readonly CreditStep[]): string {
  const each = steps.flatMap(({ used, generated, after }, i) =>
    used > 0.5 || Math.abs(generated) > 0.5
      ? [
          `${years[i]} ${[
            ...(generated > 0.5 ? [`makes ${money(generated)}`] : []),
            ...(used > 0.5 ? [`uses ${money(used)}`] : []),
            `ends with ${money(after)}`,
          ].join(', ')}`,
        ]
      : [],
  )
  return each.length > 0 ? `Minimum tax credit by year: ${each.join('; ')}.` : 'No minimum tax credit in any year.'
}
