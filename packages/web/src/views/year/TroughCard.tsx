import { scaleLinear } from 'd3-scale'
import { area, line as path } from 'd3-shape'
import { memo } from 'react'
import type { Sweep, SweepPoint } from '../../ask/sweep.ts'
import { Rows, Ticks } from '../../charts/Axes.tsx'
import { Chart, useTwin } from '../../charts/Chart.tsx'
import { Card } from '../../parts/Card.tsx'
import { Table } from '../../parts/Table.tsx'
import { axisMoney, count, money } from '../../words/money.ts'
import { troughSentences } from './sentences.ts'
import classes from './TroughCard.module.css'

/** Where one stands: wages, and shares that are free. */
interface Here {
  readonly wages: number
  readonly shares: number
}

const height = 326

/**
 * AMT-free shares against wages: more wages can mean less room.
 * @param shares that fit into the room as it is; null where nothing limits them
 */
export const TroughCard = memo(function TroughCard({
  byWages,
  wages,
  shares,
  year,
}: {
  readonly byWages: Sweep | undefined
  readonly wages: number | null
  readonly shares: number | null
  readonly year: number
}) {
  const [shown, twin] = useTwin()
  const points = (byWages?.points ?? []).filter(({ shares }) => shares !== null)
  const most = points.reduce<SweepPoint | undefined>(
    (best, each) => (best && best.room >= each.room ? best : each),
    undefined,
  )
  const [first, last] = [points[0], points.at(-1)]
  const here = wages !== null && shares !== null ? { wages, shares } : null
  const title = byWages?.lowest ? 'The trough nobody expects' : 'Room against wages'
  const said = byWages && most && first && last ? troughSentences(byWages.lowest, first, most, last) : ''
  return (
    <Card title={title} tools={twin}>
      <Chart
        shown={shown}
        height={height}
        label={`AMT-free shares against wages of ${year}. ${said}`}
        draw={(width) => points.length > 1 && byWages && <Picture {...{ width, points, sweep: byWages, here, year }} />}
        table={
          <Table
            caption={`AMT-free shares against wages of ${year}`}
            columns={[
              { key: 'at', head: 'Wages', text: true, cell: (point) => money(point.at) },
              { key: 'room', head: 'Room', cell: (point) => money(point.room) },
              {
                key: 'shares',
                head: 'AMT-free shares',
                cell: (point) => (point.shares === null ? 'no limit' : count(point.shares)),
              },
            ]}
            rows={tableRows(points, byWages?.lowest ?? null)}
            keyOf={(point) => point.at}
            chosen={(point) => point.at === byWages?.lowest?.at}
          />
        }
      />
      <p className={classes.note}>{said}</p>
    </Card>
  )
})

/** Every fourth point and the lowest: the rest is for the eye. */
const tableRows = (points: readonly SweepPoint[], lowest: SweepPoint | null): SweepPoint[] =>
  [...points.filter((point, i) => i % 4 === 0 && point.at !== lowest?.at), ...(lowest ? [lowest] : [])].sort(
    (one, other) => one.at - other.at,
  )

function Picture({
  width,
  points,
  sweep: { lowest },
  here,
  year,
}: {
  readonly width: number
  readonly points: readonly SweepPoint[]
  readonly sweep: Sweep
  readonly here: Here | null
  readonly year: number
}) {
  const [left, right, top, zero] = [46, width - 12, 34, height - 34]
  const all = lowest ? [...points, lowest].sort((one, other) => one.at - other.at) : points
  const most = Math.max(...all.map(({ shares }) => shares ?? 0), here?.shares ?? 0, 4)
  const x = scaleLinear([points[0]?.at ?? 0, points.at(-1)?.at ?? 1], [left, right]).clamp(true)
  const y = scaleLinear([0, most * 1.06], [zero, top])
  const at = (point: SweepPoint): number => y(point.shares ?? 0)
  const under = area<SweepPoint>()
    .x((point) => x(point.at))
    .y0(zero)
    .y1(at)
  // Below the curve, or above it and above the words of the present where there is no room below
  const low = lowest ? at(lowest) : 0
  const lowestFrom = low + 52 <= zero ? low + 34 : Math.min(low, here ? y(here.shares) : low) - 50
  const over = path<SweepPoint>()
    .x((point) => x(point.at))
    .y(at)
  return (
    <>
      <text className="heading" x="0" y="12">
        AMT-free shares
      </text>
      <path d={under(all) ?? ''} fill="var(--free)" />
      <Rows y={y} from={left} to={right} words={count} />
      <Ticks x={x} at={zero} words={axisMoney} about={width < 480 ? 4 : 5} />
      <text className="tick" x={right} y={height - 2} textAnchor="end">
        {year} wages
      </text>
      <path d={over(all) ?? ''} fill="none" stroke="var(--good)" strokeWidth="2.2" strokeLinejoin="round" />
      {lowest && <Lowest x={x(lowest.at)} y={at(lowest)} lowest={lowest} right={right} from={lowestFrom} />}
      {here && <You x={x(here.wages)} y={y(here.shares)} shares={here.shares} zero={zero} right={right} />}
    </>
  )
}

function Lowest({
  x,
  y,
  lowest,
  right,
  from,
}: {
  readonly x: number
  readonly y: number
  readonly lowest: SweepPoint
  readonly right: number
  readonly from: number
}) {
  // The longer line is about 225 wide
  const at = Math.max(Math.min(x + 6, right - 225), 50)
  // Above the curve it may cross it
  const halo = from < y ? ' halo' : ''
  return (
    <>
      <line className="lead" x1={x} x2={x} y1={from > y ? y + 8 : from + 20} y2={from > y ? from : y - 4} />
      <text className={`strong${halo}`} x={at} y={from}>
        Lowest at {money(lowest.at)} of wages
      </text>
      <text className={`word${halo}`} x={at} y={from + 15}>
        {count(lowest.shares ?? 0)} shares; more room on both sides
      </text>
    </>
  )
}

function You({
  x,
  y,
  shares,
  zero,
  right,
}: {
  readonly x: number
  readonly y: number
  readonly shares: number
  readonly zero: number
  readonly right: number
}) {
  return (
    <>
      <line x1={x} x2={x} y1={y} y2={zero} stroke="var(--ink)" strokeWidth="1.4" />
      <circle cx={x} cy={y} r="6" fill="var(--ink)" stroke="var(--surface)" strokeWidth="2" />
      <text className="strong halo" x={Math.min(Math.max(x, 80), right - 40)} y={y - 13} textAnchor="middle">
        You: {count(shares)}
      </text>
    </>
  )
}
