import type { EscapeView, RiskEscape } from '@isoline/engine'
import { IconAlertTriangle } from '@tabler/icons-react'
import { scaleLinear } from 'd3-scale'
import { Rows } from '../../charts/Axes.tsx'
import { Chart, useTwin } from '../../charts/Chart.tsx'
import { Card } from '../../parts/Card.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { Table } from '../../parts/Table.tsx'
import { day, longDay } from '../../words/days.ts'
import { axisMoney, exactMoney, money, shares } from '../../words/money.ts'
import classes from './EscapeCard.module.css'

const height = 210
const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const monthName = (month: string): string => names[Number(month.slice(-2)) - 1] ?? month

/** What it is worth to exercise early in the year and watch: the right to sell in it, and so to take the AMT back. */
export function EscapeCard({ hatch }: { readonly hatch: RiskEscape }) {
  const [shown, tool] = useTwin()
  const { watched, noMarket, year } = hatch
  const view = hatch.views.find(({ aversion }) => aversion === 0)
  const title = watched?.kind === 'held' ? 'The escape hatch you still have' : 'The escape hatch, by month of exercise'
  if (!watched)
    return (
      <Card title={title}>
        <p className={classes.read}>
          There is no exercise of {year} to watch, and no option that could be exercised in it.
        </p>
      </Card>
    )
  if (noMarket)
    return (
      <Card
        title={title}
        tools={
          <Chip tone="warn" icon={<IconAlertTriangle aria-hidden />}>
            Needs a buyer by December 31
          </Chip>
        }
      >
        <p className={classes.read}>
          <b>Worth $0.</b> Nobody is known to buy these shares before {year} is over, and only a sale in {year} takes
          the bargain element out of AMT again. A tender or a listing within the year would open the hatch.
        </p>
      </Card>
    )
  if (!view)
    return (
      <Card title={title}>
        <p className={classes.read}>
          How much the price swings is not given, and the hatch is worth what swings are worth.
          {hatch.even && evenWords(hatch)}
        </p>
      </Card>
    )
  return (
    <Card title={title} tools={tool}>
      <Chart
        shown={shown}
        height={height}
        label={`What being able to sell in ${year} is worth, by month of exercise`}
        draw={(width) => <Bars view={view} width={width} />}
        table={<MonthTable view={view} hatch={hatch} />}
      />
      <p className={classes.read}>{hatchWords(hatch, view)}</p>
      {hatch.even && <p className={classes.note}>{evenWords(hatch)}</p>}
    </Card>
  )
}

function Bars({ view, width }: { readonly view: EscapeView; readonly width: number }) {
  const amounts = view.months.map(({ hatch }) => hatch ?? 0)
  const y = scaleLinear([0, Math.max(1, ...amounts)], [height - 28, 22]).nice(3)
  const [from, to] = [48, width - 4]
  const step = (to - from) / Math.max(1, view.months.length)
  const base = y(0)
  return (
    <>
      <text className="heading" x={0} y={10}>
        Worth of being able to sell within the year
      </text>
      <Rows y={y} from={from} to={to} words={axisMoney} about={3} />
      {view.months.map(({ month, hatch: amount }, i) => {
        const middle = from + step * (i + 0.5)
        return (
          <g key={month}>
            <rect
              className={classes.bar}
              x={middle - Math.min(24, step * 0.34)}
              width={Math.min(48, step * 0.68)}
              y={y(amount ?? 0)}
              height={Math.max(0, base - y(amount ?? 0))}
            />
            {(i % 2 === 0 || step > 60) && amount !== null && (
              <text className="strong halo" x={middle} y={y(amount) - 6} textAnchor="middle">
                {money(amount)}
              </text>
            )}
            <text className="tick" x={middle} y={base + 17} textAnchor="middle">
              {monthName(month)}
            </text>
          </g>
        )
      })}
    </>
  )
}

function hatchWords({ watched, year }: RiskEscape, { months, days }: EscapeView): string {
  const [first] = months
  if (!watched || !first || first.hatch === null) return ''
  const lot = shares(watched.shares)
  const over =
    first.overDecember === null
      ? ''
      : ` It is ${money(first.overDecember)} more than that of a December exercise at the same price.`
  const last = days.at(-1)
  const below = last?.sell.find(({ from, to }) => from === null && to !== null)?.to
  const sell = last && below ? ` On ${longDay(last.on)} it pays to sell below ${exactMoney(below)}.` : ''
  return `For ${lot} exercised on ${longDay(watched.on)}, being able to sell before ${year} is over is worth ${money(first.hatch)}.${over}${sell}`
}

function evenWords({ even }: RiskEscape): string {
  const below = even?.sell.find(({ from, to }) => from === null && to !== null)?.to
  return even && below
    ? ` On ${longDay(even.on)}, the last day, selling leaves more than keeping them at the same price below ${exactMoney(below)}.`
    : ''
}

const MonthTable = ({ view, hatch }: { readonly view: EscapeView; readonly hatch: RiskEscape }) => (
  <Table
    caption={`The escape hatch of ${hatch.year} by month of exercise`}
    rows={view.months}
    keyOf={({ month }) => month}
    columns={[
      { key: 'month', head: 'Exercised in', text: true, cell: ({ month }) => monthName(month) },
      { key: 'hatch', head: 'Hatch', cell: ({ hatch: amount }) => (amount === null ? 'unknown' : money(amount)) },
      {
        key: 'over',
        head: 'Over December',
        cell: ({ overDecember }) => (overDecember === null ? 'unknown' : money(overDecember)),
      },
      {
        key: 'until',
        head: 'Kept shares qualify',
        cell: ({ month }) => {
          const until = hatch.months.find((each) => each.month === month)?.keptUntil
          return until ? day(until) : 'never'
        },
      },
    ]}
  />
)
