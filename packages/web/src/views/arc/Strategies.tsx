import type { PlanAnswer } from '@isoline/engine'
import { scaleLinear } from 'd3-scale'
import { Card } from '../../parts/Card.tsx'
import table from '../../parts/Table.module.css'
import { axisMoney } from '../../words/money.ts'
import { Gap } from './Gap.tsx'
import classes from './Strategies.module.css'
import { StrategyLine } from './StrategyLine.tsx'
import { type StrategyRow, strategyName } from './strategyRows.ts'
import type { Arc } from './useArc.ts'
import { groundsOf } from './words.ts'

/** The best plan beside the strategies that people know: what each is worth, what it takes, whether it can be paid for. */
export function Strategies({
  answer,
  rows,
  arc,
}: {
  readonly answer: PlanAnswer
  readonly rows: readonly StrategyRow[]
  readonly arc: Arc
}) {
  const values = rows.flatMap(({ value }) => (value === null ? [] : [value]))
  const scale = scaleLinear([Math.min(...values), Math.max(...values)], [4, 96]).nice(4)
  const best = scale(answer.best.value)
  const ticks = scale.ticks(3)
  return (
    <Card
      title="Strategies, valued in today's after-tax dollars"
      tools={
        <p className={classes.legend}>
          <span>
            <i />
            you can pay for it
          </span>
          <span>
            <i className={classes.cannot} />
            you cannot
          </span>
        </p>
      }
    >
      <div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
        <section className={table.wide} aria-label="Strategies" tabIndex={0}>
          <table className={`${table.table} ${classes.table}`}>
            <caption className="sr">
              Strategies with what each is worth, its AMT, the credit left and the lowest cash
            </caption>
            <thead>
              <tr>
                <th scope="col" className={table.text}>
                  Strategy
                </th>
                <th scope="col" className={classes.dots}>
                  <span className="sr">On a common scale</span>
                  <svg height="14" aria-hidden="true">
                    {ticks.map((tick) => (
                      <text key={tick} x={`${scale(tick)}%`} y="11" textAnchor="middle">
                        {axisMoney(tick)}
                      </text>
                    ))}
                  </svg>
                </th>
                <th scope="col">Value today</th>
                <th scope="col" className={classes.spare}>
                  Against best
                </th>
                <th scope="col" className={classes.spare}>
                  AMT paid
                </th>
                <th scope="col" className={classes.spare}>
                  Credit left {answer.through}
                </th>
                <th scope="col" className={classes.spare}>
                  Lowest cash
                </th>
                <th scope="col" className={table.text}>
                  Verdict
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <StrategyLine
                  key={row.key}
                  row={row}
                  at={row.value === null ? null : scale(row.value)}
                  best={best}
                  gap={answer.best.gap}
                />
              ))}
            </tbody>
          </table>
        </section>
        <Gap answer={answer} arc={arc} rows={rows} />
        <details className={classes.more}>
          <summary>What each strategy does</summary>
          <dl>
            {answer.strategies.map(({ name, what }) => (
              <div key={name} style={{ display: 'contents' }}>
                <dt>{strategyName[name]}</dt>
                <dd>{what}.</dd>
              </div>
            ))}
          </dl>
        </details>
        <details className={classes.more}>
          <summary>What the search rests on</summary>
          <ul>
            {groundsOf(answer).map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </details>
      </div>
    </Card>
  )
}
