import type { ReactNode } from 'react'
import classes from './Table.module.css'

export interface Column<R> {
  readonly key: string
  readonly head: ReactNode
  readonly cell: (row: R) => ReactNode
  /** Text stands left; numbers right, as without it. */
  readonly text?: boolean
}

/** A table: hairlines, one ink rule under the head, numbers right. The first column names the row. */
export function Table<R>({
  caption,
  columns,
  rows,
  keyOf,
  chosen,
}: {
  /** Read to screen readers; the card's title says it to the rest. */
  readonly caption: string
  readonly columns: readonly Column<R>[]
  readonly rows: readonly R[]
  readonly keyOf: (row: R) => string | number
  readonly chosen?: (row: R) => boolean
}) {
  return (
    // A wide table is scrolled with the keyboard too, WCAG 2.1.1.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <section className={classes.wide} aria-label={caption} tabIndex={0}>
      <table className={classes.table}>
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, head, text }) => (
              <th key={key} scope="col" className={text ? classes.text : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} className={chosen?.(row) ? classes.chosen : undefined}>
              {columns.map(({ key, cell, text }, i) =>
                i === 0 ? (
                  <th key={key} scope="row" className={text ? classes.text : undefined}>
                    {cell(row)}
                  </th>
                ) : (
                  <td key={key} className={text ? classes.text : undefined}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
