import type { Reason, ScenarioFile } from '@isoline/engine'
import { useMemo } from 'react'
import { useAnswers } from '../../ask/useAnswers.ts'
import { useDocument } from '../../document/useDocument.ts'
import { exactDelta } from '../../words/money.ts'
import classes from './Explanation.module.css'
import { nudgesOf } from './nudges.ts'

/** What a share more, more wages, or a higher value would do to an amount. */
export function Changes({
  reason,
  year,
  file: other,
}: {
  readonly reason: Reason
  readonly year: number
  readonly file?: ScenarioFile
}) {
  const { present } = useDocument()
  const file = other ?? present.file
  const nudges = useMemo(() => nudgesOf(file, year), [file, year])
  const question = { name: reason.name, files: nudges.map((nudge) => nudge.file) }
  const { amounts } = useAnswers({ amounts: question }, year, file).answers
  if (reason.unit !== 'dollars' || nudges.length === 0) return null
  return (
    <>
      <h3 className={classes.head}>What would change it</h3>
      <ul className={classes.changes}>
        {nudges.map(({ words }, i) => {
          const then = amounts?.moved[i]
          return then === null ? null : (
            <li key={words}>
              {words}
              <b>{amounts && then !== undefined ? exactDelta(then - amounts.now) : '\u00a0'}</b>
            </li>
          )
        })}
      </ul>
    </>
  )
}
