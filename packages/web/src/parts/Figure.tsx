import type { ScenarioFile } from '@isoline/engine'
import type { ReactNode } from 'react'
import { useExplain } from '../views/explain/useExplain.ts'
import classes from './Figure.module.css'

/**
 * A number that opens: its line, the amounts it comes from, the statute. `name` is what `explain` takes, `amt` or `form6251.line11`;
 * `year` the tax year, that of the view without it; `file` the scenario it is of, where that is not the one at hand.
 */
export function Figure({
  name,
  year,
  file,
  children,
}: {
  readonly name: string
  readonly year?: number
  readonly file?: ScenarioFile
  readonly children: ReactNode
}) {
  const { open } = useExplain()
  return (
    <button
      type="button"
      className={classes.figure}
      aria-haspopup="dialog"
      onClick={() => open({ name, ...(year !== undefined && { year }), ...(file && { file }) })}
    >
      {children}
    </button>
  )
}
