import { useWidth } from '../../charts/useWidth.ts'
import { exactMoney } from '../../words/money.ts'
import type { Holding } from './holding.ts'
import classes from './LotRows.module.css'
import { priceScale } from './scales.ts'

const height = 60
const line = 28

/** Both bases of a share on one price scale: a square for the regular tax, a circle for AMT, a bar for what it is worth now. */
export function BasesLine({
  holding,
  all,
  value,
}: {
  readonly holding: Holding
  readonly all: readonly Holding[]
  readonly value: number | null
}) {
  const [ref, width] = useWidth<HTMLDivElement>()
  const { regularBasis, amtBasis, id } = holding
  if (regularBasis === null || amtBasis === null) return <div ref={ref} className={classes.bases} />
  const x = priceScale(all, value, Math.max(0, width - 24))
  const [regular, amt] = [6 + x(regularBasis), 6 + x(amtBasis)]
  const now = value === null ? null : 6 + x(value)
  // Prices too close to stand under their marks stand side by side below them.
  const close = Math.abs(amt - regular) < 52
  const between = Math.min(Math.max((regular + amt) / 2, 50), width - 50)
  const edge = regular < 22 ? 'start' : 'middle'
  const says = `${id}: regular basis ${exactMoney(regularBasis)} a share, AMT basis ${exactMoney(amtBasis)}${value === null ? '' : `, value ${exactMoney(value)}`}`
  return (
    <div ref={ref} className={classes.bases}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={says}>
        <line className={classes.rail} x1={0} x2={width} y1={line} y2={line} />
        <line className={classes.gap} x1={regular} x2={amt} y1={line} y2={line} />
        {now !== null && (
          <>
            <line className={classes.value} x1={now} x2={now} y1={line - 10} y2={line + 10} />
            <text className={classes.price} x={Math.min(now, width - 22)} y={11} textAnchor="middle">
              {exactMoney(value ?? 0)}
            </text>
          </>
        )}
        <rect className={classes.regular} x={regular - 5} y={line - 5} width={10} height={10} />
        <circle className={classes.amt} cx={amt} cy={line} r={5.5} />
        <text
          className={classes.regularWord}
          x={close ? between - 4 : regular}
          y={line + 26}
          textAnchor={close ? 'end' : edge}
        >
          {exactMoney(regularBasis)}
        </text>
        <text
          className={classes.amtWord}
          x={close ? between + 4 : amt}
          y={line + 26}
          textAnchor={close ? 'start' : 'middle'}
        >
          {exactMoney(amtBasis)}
        </text>
      </svg>
    </div>
  )
}
