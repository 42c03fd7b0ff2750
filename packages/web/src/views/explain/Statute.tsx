import type { Reason } from '@isoline/engine'
import classes from './Explanation.module.css'
import { formOf } from './story.ts'

/** The sections of the Code behind an amount and behind the figures it was made with. */
export function Statute({ reason, figures }: { readonly reason: Reason; readonly figures: readonly Reason[] }) {
  const cites = new Map<string, string>()
  const add = ({ cite, title, name }: Reason, what: string): void => {
    if (cite && !cites.has(cite))
      cites.set(cite, what === '' ? title.replace(` line ${name.split('.line')[1]}`, '') : what)
  }
  add(reason, '')
  for (const each of figures) add(each, each.title)
  for (const each of reason.from) if (formOf(each.name) !== formOf(reason.name)) add(each, '')
  if (cites.size === 0) return null
  return (
    <>
      <h3 className={classes.head}>Statute</h3>
      <dl className={classes.statute}>
        {[...cites].map(([cite, what]) => (
          <div key={cite}>
            <dt>{cite}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
