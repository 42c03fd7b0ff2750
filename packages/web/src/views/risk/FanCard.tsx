import type { HoldOrSell, RiskPart } from '@isoline/engine'
import { scaleLinear } from 'd3-scale'
import type { FanYear } from '../../ask/fan.ts'
import { Rows } from '../../charts/Axes.tsx'
import { Chart, useTwin } from '../../charts/Chart.tsx'
import { Card } from '../../parts/Card.tsx'
import { Table } from '../../parts/Table.tsx'
import { day, yearOf } from '../../words/days.ts'
import { axisMoney, chance, money } from '../../words/money.ts'
import { Fan, type FanPoint } from './Fan.tsx'
import classes from './FanCard.module.css'
import { partName, percentile } from './riskWords.ts'

const heldParts = [1, 0.5, 0] as const
const height = 250

/** What holding all, half and nothing may leave after tax, year by year on one scale. */
export function FanCard({
  answer,
  fan,
  done,
  stop,
}: {
  readonly answer: HoldOrSell
  readonly fan: readonly FanYear[]
  readonly done: number
  readonly stop: () => void
}) {
  const [shown, tool] = useTwin()
  const { holding } = answer
  if (!holding) return null
  const sellable = holding.sellNow !== null
  const parts = heldParts.flatMap((held) => holding.parts.filter((each) => each.held === held))
  const points = (held: number): FanPoint[] =>
    fan.flatMap(({ on, parts: years }) => {
      const found = years.find((each) => each.held === held)
      return found ? [pointOf(on, found)] : []
    })
  const all = heldParts.flatMap(points)
  const top = Math.max(1, ...all.map(({ high }) => high))
  const bottom = Math.min(0, ...all.map(({ low }) => low))
  return (
    <Card title="After-tax dollars: hold, part, sell" note={<Legend sellable={sellable} />} tools={tool}>
      <div className={shown === 'chart' ? classes.fans : undefined}>
        {parts.map((each) => {
          const name = partName(each.held, sellable)
          const line = points(each.held)
          return (
            <div key={each.held} className={classes.fan}>
              <h3 className={classes.name}>{name}</h3>
              <Chart
                shown={shown}
                height={height}
                label={`${name}: ${line.length} years, middle ${money(percentile(each, 50))} at the end`}
                draw={(width) => {
                  const y = scaleLinear([bottom, top], [height - 30, 8])
                  const right = width - 66
                  return (
                    <>
                      <Rows y={y} from={46} to={right} words={axisMoney} />
                      <Fan points={line} y={y} from={46} to={right} yardstick={holding.sellNow} />
                    </>
                  )
                }}
                table={<FanTable name={name} points={line} />}
              />
              <Facts part={each} sellable={sellable} />
            </div>
          )
        })}
      </div>
      <p className={classes.note} aria-live="polite">
        {done < 1 ? (
          <>
            <progress className={classes.progress} max={1} value={done} aria-label="Futures figured" />{' '}
            {Math.round(done * 100)} of 100 parts of the futures are figured.{' '}
            <button type="button" className={classes.stop} onClick={stop}>
              Stop with these
            </button>
          </>
        ) : (
          `${holding.futures.toLocaleString('en-US')} futures, each with its own tax of every year through ${holding.through}.${
            fan.some(({ supposed }) => supposed)
              ? ` Before ${day(fan.at(-1)?.on ?? '')} nobody is expected to buy: those years are as if somebody did.`
              : ''
          }`
        )}
      </p>
    </Card>
  )
}

const pointOf = (on: string, part: RiskPart): FanPoint => ({
  on,
  low: percentile(part, 5),
  lower: percentile(part, 25),
  middle: percentile(part, 50),
  upper: percentile(part, 75),
  high: percentile(part, 95),
})

const Legend = ({ sellable }: { readonly sellable: boolean }) => (
  <span className={classes.legend}>
    <span className={classes.wide}>90 of 100 futures</span>
    <span className={classes.narrow}>50 of 100</span>
    <span className={classes.middle}>middle</span>
    {sellable && <span className={classes.today}>selling today</span>}
  </span>
)

function Facts({ part, sellable }: { readonly part: RiskPart; readonly sellable: boolean }) {
  const sure = part.certaintyEquivalents.find(({ aversion }) => aversion === 3)?.value
  const rows: [string, string][] = [
    ['Average', money(part.mean)],
    ['Middle', money(percentile(part, 50))],
    ...(sellable && part.held > 0 && part.worseThanSelling !== null
      ? [['Less than selling now', chance(part.worseThanSelling)] as [string, string]]
      : []),
    ['Less than you put in', chance(part.lessThanNothing)],
    ['The worst 5 of 100 leave', money(part.worstMean)],
    ...(sure === null || sure === undefined ? [] : [['Worth a sure', money(sure)] as [string, string]]),
  ]
  return (
    <dl className={classes.facts}>
      {rows.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const FanTable = ({ name, points }: { readonly name: string; readonly points: readonly FanPoint[] }) => (
  <Table
    caption={`${name}: after-tax dollars by year of sale`}
    rows={points}
    keyOf={({ on }) => on}
    columns={[
      { key: 'on', head: 'Sold', text: true, cell: ({ on }) => yearOf(on) },
      { key: 'low', head: '5 of 100 below', cell: ({ low }) => money(low) },
      { key: 'lower', head: '25 of 100 below', cell: ({ lower }) => money(lower) },
      { key: 'middle', head: 'Middle', cell: ({ middle }) => money(middle) },
      { key: 'upper', head: '25 of 100 above', cell: ({ upper }) => money(upper) },
      { key: 'high', head: '5 of 100 above', cell: ({ high }) => money(high) },
    ]}
  />
)
