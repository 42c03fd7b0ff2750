import type { ReactNode } from 'react'
import classes from './Answer.module.css'

/** The head of a view: what it is about, the answer as one sentence, and its consequence. */
export function Answer({
  about,
  chips,
  sentence,
  lede,
}: {
  /** The first part stands out. */
  readonly about: readonly ReactNode[]
  readonly chips?: ReactNode
  readonly sentence: ReactNode
  readonly lede?: ReactNode
}) {
  return (
    <div className={classes.head}>
      <div className={classes.row}>
        <p className={classes.eyebrow}>
          {about.map((part, i) => (
            <span key={i}>{part}</span>
          ))}
        </p>
        {chips && <div className={classes.chips}>{chips}</div>}
      </div>
      <h1 className={classes.answer}>{sentence}</h1>
      {lede && <p className={classes.lede}>{lede}</p>}
    </div>
  )
}

/** The amount that the answer is about, underlined with the colour of what is free. */
export const Mark = ({ children }: { readonly children: ReactNode }) => <em className={classes.mark}>{children}</em>
