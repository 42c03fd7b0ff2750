import type { ReactNode } from 'react'
import classes from './Card.module.css'

/** A card: one title, what can be switched in it, and one matter. */
export function Card({
  title,
  note,
  tools,
  children,
}: {
  readonly title: string
  readonly note?: ReactNode
  readonly tools?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <section className={classes.card} aria-label={title}>
      <header className={classes.header}>
        <h2 className={classes.title}>
          {title}
          {note !== undefined && <small className={classes.note}>{note}</small>}
        </h2>
        {tools}
      </header>
      {children}
    </section>
  )
}
