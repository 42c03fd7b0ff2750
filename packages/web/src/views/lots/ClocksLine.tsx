import { useWidth } from '../../charts/useWidth.ts'
import { day } from '../../words/days.ts'
import type { Holding } from './holding.ts'
import classes from './LotRows.module.css'
import { type TimeScale, timeScale } from './scales.ts'

const height = 66
const lanes = { grant: 16, exercise: 38 }
const gutter = 58

/** Both clocks on one time axis: filled as far as they have run, dashed what is to come, a diamond where a sale begins to qualify. */
export function ClocksLine({
  holding,
  all,
  asOf,
}: {
  readonly holding: Holding
  readonly all: readonly Holding[]
  readonly asOf: string
}) {
  const [ref, width] = useWidth<HTMLDivElement>()
  const time = timeScale(all, asOf, gutter, Math.max(gutter, width - 12))
  const { row, clocks } = holding
  const today = time.at(asOf)
  const short = width < 420
  const room = today - gutter > 36
  return (
    <div ref={ref} className={classes.clocks}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={saysOf(holding)}>
        {time.years.map((year) => {
          const x = time.at(`${year}-01-01`)
          return (
            <g key={year}>
              <line className={classes.year} x1={x} x2={x} y1={6} y2={50} />
              <text className={classes.tick} x={x + 3} y={63}>
                {short ? `’${String(year).slice(2)}` : year}
              </text>
            </g>
          )
        })}
        <text className={classes.tick} x={0} y={lanes.grant + 4}>
          grant
        </text>
        <text className={classes.tick} x={0} y={lanes.exercise + 4}>
          exercise
        </text>
        {clocks.grant && <Bar clock={clocks.grant} at={lanes.grant} time={time} asOf={asOf} />}
        <Bar clock={clocks.exercise} at={lanes.exercise} time={time} asOf={asOf} />
        <line className={classes.today} x1={today} x2={today} y1={2} y2={50} />
        <text className={classes.tick} x={room ? today - 4 : today + 4} y={7} textAnchor={room ? 'end' : 'start'}>
          today
        </text>
        {row.qualifyingOn !== null && (
          <path
            className={row.qualifyingOn <= asOf ? classes.reached : classes.ahead}
            d={`M${time.at(row.qualifyingOn)} ${(lanes.grant + lanes.exercise) / 2 - 7}l7 7l-7 7l-7 -7z`}
          />
        )}
      </svg>
    </div>
  )
}

function Bar({
  clock,
  at,
  time,
  asOf,
}: {
  readonly clock: { readonly from: string; readonly through: string }
  readonly at: number
  readonly time: TimeScale
  readonly asOf: string
}) {
  const [from, to, now] = [time.at(clock.from), time.at(clock.through), time.at(asOf)]
  const run = Math.min(Math.max(from, now), to)
  const over = clock.through < asOf
  // One that was over before the axis begins has no place on it.
  if (to <= gutter) return null
  return (
    <>
      {run < to && <rect className={classes.future} x={run} y={at - 5} width={Math.max(1, to - run)} height={10} />}
      {clock.from < asOf && (
        <rect
          className={over ? classes.over : classes.running}
          x={from}
          y={at - 5}
          width={Math.max(1, run - from)}
          height={10}
          rx={2}
        />
      )}
    </>
  )
}

function saysOf({ id, clocks, row }: Holding): string {
  const grant = clocks.grant ? `two years from the grant end ${day(clocks.grant.through)}, ` : ''
  const from = row.qualifyingOn === null ? 'it never qualifies' : `a sale qualifies from ${day(row.qualifyingOn)}`
  return `${id}: ${grant}one year from the exercise ends ${day(clocks.exercise.through)}; ${from}`
}
