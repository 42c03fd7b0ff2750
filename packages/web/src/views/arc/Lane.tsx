import type { ReactNode } from 'react'
import charts from '../../charts/Chart.module.css'
import type { Measures } from './geometry.ts'
import classes from './Years.module.css'

/** One picture over the years: its title and axis in the gutter, which stays where a narrow page scrolls, and the columns beside. */
export function Lane({
  title,
  note,
  height,
  measures: { gutter, column, width },
  ticks = [],
  label,
  children,
}: {
  readonly title: string
  readonly note: string
  readonly height: number
  readonly measures: Measures
  readonly ticks?: readonly { readonly at: number; readonly words: string }[]
  /** Says what the picture shows. */
  readonly label: string
  readonly children: ReactNode
}) {
  const plot = width - gutter
  return (
    <div className={classes.lane}>
      <svg className={`${charts.chart} ${classes.gutter}`} width={gutter} height={height} aria-hidden="true">
        <text className="heading" x={0} y={14}>
          {title}
        </text>
        <text className="tick" x={0} y={30}>
          {note}
        </text>
        {ticks.map(({ at, words }) => (
          <text key={words} className="tick" x={gutter - 8} y={at + 4} textAnchor="end">
            {words}
          </text>
        ))}
      </svg>
      <svg className={charts.chart} width={plot} height={height} role="img" aria-label={label}>
        {Array.from({ length: Math.round(plot / column) }, (_, i) => (
          <line key={i} className="grid" x1={column * i} x2={column * i} y1={0} y2={height} />
        ))}
        {children}
      </svg>
    </div>
  )
}
