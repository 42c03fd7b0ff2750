import type { ReactNode } from 'react'
import { useDocument } from '../../document/useDocument.ts'
import { Press } from '../../parts/Press.tsx'
import type { Act } from './acts.ts'
import { actSentence } from './actWords.ts'
import classes from './Editor.module.css'
import type { Handling } from './useHand.ts'

/** What can be done with the action in one's hand, for fingers as for keys. */
export function ActEditor({
  act,
  years,
  hand,
  wrong,
}: {
  readonly act: Act
  readonly years: readonly number[]
  readonly hand: Handling
  /** Why the plan cannot be figured with it. */
  readonly wrong: ReactNode
}) {
  const { present } = useDocument()
  const open = years.filter((year) => year >= Number(present.asOf.slice(0, 4)))
  const type = (text: string): void => {
    const wanted = Math.trunc(Number(text))
    if (act.shares !== null && wanted >= 1) hand.resize(wanted - act.shares)
  }
  return (
    <div className={classes.row} role="group" aria-label="The action taken up">
      {wrong ?? (
        <p className={classes.what}>
          <b>{actSentence(act)}</b>
        </p>
      )}
      {act.shares !== null && (
        <span className={classes.group}>
          <Press small className={classes.square} aria-label="100 shares fewer" onClick={() => hand.resize(-100)}>
            −
          </Press>
          <input
            className={`${classes.field} ${classes.number}`}
            type="number"
            min={1}
            step={1}
            aria-label="Shares"
            value={act.shares}
            onChange={(event) => type(event.currentTarget.value)}
          />
          <Press small className={classes.square} aria-label="100 shares more" onClick={() => hand.resize(100)}>
            +
          </Press>
        </span>
      )}
      <label>
        in
        <select
          className={classes.field}
          aria-label="Year"
          value={act.year}
          onChange={(event) => hand.toYear(Number(event.currentTarget.value))}
        >
          {open.map((year) => (
            <option key={year}>{year}</option>
          ))}
        </select>
      </label>
      <span className={classes.group}>
        <Press small onClick={() => hand.remove()}>
          Remove
        </Press>
        <Press small onClick={hand.drop}>
          Cancel
        </Press>
        <Press small strong onClick={hand.put}>
          Done
        </Press>
      </span>
    </div>
  )
}
