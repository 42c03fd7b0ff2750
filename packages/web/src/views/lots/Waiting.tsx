import type { SellAnswer, SellBranch } from '@isoline/engine'
import { scaleLinear } from 'd3-scale'
import { Hatch } from '../../charts/Axes.tsx'
import { useWidth } from '../../charts/useWidth.ts'
import { Card } from '../../parts/Card.tsx'
import { day } from '../../words/days.ts'
import { exactMoney, shares } from '../../words/money.ts'
import { waitingWords } from './forkWords.ts'
import classes from './Waiting.module.css'

/** The grant's AMT-free shares without the sale and with it. */
export interface MovedRoom {
  readonly year: number
  readonly grant: string
  readonly before: number
  readonly after: number
}

/** The price below which waiting was the worse choice. */
export function Waiting({ sell, room }: { readonly sell: SellAnswer | undefined; readonly room: MovedRoom | null }) {
  const now = sell?.branches[0]
  const later = sell?.branches.at(-1)
  if (!now || !later) return <Card title="What waiting risks"> </Card>
  if (now === later)
    return (
      <Card title="What waiting risks">
        <p className={classes.words}>
          No clock of this lot is left to wait for on {day(now.on)}: waiting risks the price and saves no tax.
        </p>
        <Moves room={room} later={later} />
      </Card>
    )
  const { figure, words } = waitingWords(now, later)
  return (
    <Card title="What waiting risks">
      <p className={classes.figure}>{figure}</p>
      <p className={classes.words}>{words}</p>
      {later.breakEvenPrice !== null && <PriceBar now={now} even={later.breakEvenPrice} />}
      <Moves room={room} later={later} />
    </Card>
  )
}

const Moves = ({ room, later }: { readonly room: MovedRoom | null; readonly later: SellBranch }) =>
  room && (
    <p className={classes.moves}>
      <b>It also moves the line of {room.year}.</b> This sale on {day(later.on)}{' '}
      {room.after > room.before ? 'lifts' : 'takes'} the AMT-free room of {room.grant} from {shares(room.before)} to{' '}
      <b>{shares(room.after)}</b>.
    </p>
  )

function PriceBar({ now, even }: { readonly now: SellBranch; readonly even: number }) {
  const [ref, width] = useWidth<HTMLDivElement>()
  const x = scaleLinear()
    .domain([0, Math.max(now.price * 1.4, even * 1.2)])
    .range([0, width])
  const [edge, today] = [x(even), x(now.price)]
  const word = Math.min(Math.max(today, 54), Math.max(54, width - 54))
  return (
    <div ref={ref} className={classes.bar}>
      <svg
        width={width}
        height={62}
        role="img"
        aria-label={`Below ${exactMoney(even)} selling now is better, above it waiting is; the price is ${exactMoney(now.price)}`}
      >
        <Hatch id="sell-now" />
        <rect x={0} y={22} width={edge} height={12} fill="url(#sell-now)" />
        <rect className={classes.wait} x={edge} y={22} width={Math.max(0, width - edge)} height={12} />
        <line className={classes.edge} x1={edge} x2={edge} y1={20} y2={36} />
        <line className={classes.edge} x1={today} x2={today} y1={17} y2={39} />
        <text className={classes.strong} x={word} y={12} textAnchor="middle">
          sold at {exactMoney(now.price)}
        </text>
        {edge > 92 && (
          <text className={classes.word} x={edge - 4} y={52} textAnchor="end">
            sell now better
          </text>
        )}
        {width - edge > 88 && (
          <text className={classes.word} x={edge + 4} y={52}>
            waiting better
          </text>
        )}
      </svg>
    </div>
  )
}
