import { useState } from 'react'
import type { PlanLine } from '../../document/plan.ts'
import { ActionButton } from './ActionButton.tsx'
import { type Act, actsOf } from './acts.ts'
import type { Measures } from './geometry.ts'
import type { Handling } from './useHand.ts'
import classes from './Years.module.css'

/** Pixels of a button and the space below it; two lines where the columns are narrow. */
const sizes = { line: 14, edge: 10, finger: 44, gap: 4, top: 10 }
const wide = 116
/** Lanes do not grow while an action passes other years, unless they must. */
const fewest = 2

/** What the plan does, a column each year: actions are buttons that can be dragged from one year to another. */
export function ActionLane({
  plan,
  asOf,
  years,
  measures,
  hand,
}: {
  readonly plan: readonly PlanLine[]
  readonly asOf: string
  readonly years: readonly number[]
  readonly measures: Measures
  readonly hand: Handling
}) {
  const [over, setOver] = useState<number | null>(null)
  const { held } = hand
  const acts = actsOf(plan, asOf, held?.lines)
  const { narrow } = measures
  const stacked = narrow || measures.column < wide
  const rows = Math.max(fewest, ...years.map((year) => acts.filter((act) => act.year === year).length))
  const several = new Set(acts.flatMap(({ grant }) => (grant === null ? [] : [grant]))).size > 1
  const high = Math.max(narrow ? sizes.finger : 0, sizes.edge + sizes.line * (stacked ? (several ? 3 : 2) : 1))
  const height = sizes.top + rows * (high + sizes.gap) + 8
  const place = (act: Act) => {
    const column = years.indexOf(act.year)
    const row = acts.filter(({ year }) => year === act.year).indexOf(act)
    return { left: measures.column * column + 4, top: sizes.top + row * (high + sizes.gap) }
  }
  return (
    <div className={classes.lane}>
      <div className={`${classes.gutter} ${classes.title}`} style={{ width: measures.gutter }}>
        Actions
        <small>shares</small>
      </div>
      <div className={classes.actions} style={{ width: measures.column * years.length, height }}>
        {years.map((year, i) => (
          <span
            key={year}
            className={`${classes.column} ${over === i ? classes.over : ''}`}
            style={{ left: measures.column * i, width: measures.column }}
          />
        ))}
        {years.map((year, i) =>
          acts.some((act) => act.year === year) ? null : (
            <span key={year} className={classes.nothing} style={{ left: measures.column * i, width: measures.column }}>
              nothing
            </span>
          ),
        )}
        {acts
          .filter(({ year }) => years.includes(year))
          .map((act) => (
            <ActionButton
              key={act.key}
              act={act}
              several={several}
              held={held?.lines.includes(act.key) ?? false}
              place={place(act)}
              size={{ width: measures.column - 8, height: high }}
              stacked={stacked}
              {...{ years, hand, column: measures.column, over: setOver }}
            />
          ))}
      </div>
    </div>
  )
}
