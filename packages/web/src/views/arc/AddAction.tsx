import type { LotRow, ScenarioFile } from '@isoline/engine'
import { type FormEvent, useState } from 'react'
import type { PlanLine } from '../../document/plan.ts'
import { useDocument } from '../../document/useDocument.ts'
import { Press } from '../../parts/Press.tsx'
import classes from './Editor.module.css'
import { added } from './edits.ts'
import type { Handling } from './useHand.ts'

type Kind = 'exercise' | 'exerciseSell' | 'sell'

/** Puts another action into the plan. */
export function AddAction({
  lots,
  hand,
  close,
}: {
  readonly lots: readonly LotRow[]
  readonly hand: Handling
  readonly close: () => void
}) {
  const { present } = useDocument()
  const grants = (present.file.grants ?? []).map(({ id }) => id)
  const [kind, setKind] = useState<Kind>(grants.length > 0 ? 'exercise' : 'sell')
  const [from, setFrom] = useState('')
  const [on, setOn] = useState(present.asOf)
  const [shares, setShares] = useState('')
  const [tried, setTried] = useState(false)
  const sources = kind === 'sell' ? lots.filter((lot) => lot.shares > 0).map(({ id }) => id) : grants
  const usual = kind === 'sell' ? sources[0] : (sources.find((id) => left(present.file, id) > 0) ?? sources[0])
  const source = sources.includes(from) ? from : (usual ?? '')
  const amount = Number(shares)
  const wrongShares = !Number.isInteger(amount) || amount < 1
  const wrongDay = !/^\d{4}-\d{2}-\d{2}$/.test(on) || on < present.asOf
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (wrongShares || wrongDay || source === '') return
    hand.change(added(lineOf(kind, on, amount, source)))
    close()
  }
  return (
    <form className={classes.row} aria-label="Add an action" onSubmit={submit} noValidate>
      <select
        className={classes.field}
        aria-label="What"
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value as Kind)}
      >
        {grants.length > 0 && <option value="exercise">Exercise and hold</option>}
        {grants.length > 0 && <option value="exerciseSell">Exercise and sell</option>}
        <option value="sell">Sell</option>
      </select>
      <label>
        <input
          className={`${classes.field} ${classes.number}`}
          inputMode="numeric"
          aria-label="Shares"
          aria-invalid={tried && wrongShares}
          value={shares}
          onChange={(event) => setShares(event.currentTarget.value)}
        />
        shares of
      </label>
      <select
        className={classes.field}
        aria-label={kind === 'sell' ? 'Lot' : 'Grant'}
        value={source}
        onChange={(event) => setFrom(event.currentTarget.value)}
      >
        {sources.map((id) => (
          <option key={id}>{id}</option>
        ))}
      </select>
      <label>
        on
        <input
          className={classes.field}
          type="date"
          aria-label="Day"
          min={present.asOf}
          aria-invalid={tried && wrongDay}
          value={on}
          onChange={(event) => setOn(event.currentTarget.value)}
        />
      </label>
      <span className={classes.group}>
        <Press small onClick={close}>
          Cancel
        </Press>
        <Press small strong type="submit">
          Add
        </Press>
      </span>
      {tried && wrongShares && (
        <p className={classes.wrong} role="alert">
          How many shares? A whole number, one at least.
        </p>
      )}
      {tried && wrongDay && (
        <p className={classes.wrong} role="alert">
          The day cannot be before the one asked about, {present.asOf}.
        </p>
      )}
      {source === '' && <p className={classes.wrong}>There is nothing to {kind === 'sell' ? 'sell' : 'exercise'}.</p>}
    </form>
  )
}

/** Options of a grant that are neither held as shares nor planned; near enough to choose which is offered first. */
function left({ grants = [], lots = [], plan = [] }: ScenarioFile, id: string): number {
  const granted = grants.find((grant) => grant.id === id)?.shares ?? 0
  const held = lots.reduce((sum, lot) => sum + (lot.grant === id ? lot.shares : 0), 0)
  return plan.reduce((rest, line) => rest - (line.grant === id ? (line.exercise ?? 0) : 0), granted - held)
}

function lineOf(kind: Kind, on: string, shares: number, source: string): PlanLine {
  if (kind === 'sell') return { on, sell: shares, lot: source }
  return { on, exercise: shares, grant: source, ...(kind === 'exercise' ? { hold: true } : { sameDaySale: true }) }
}
