import { type ReactNode, useState } from 'react'
import { Choice } from '../parts/Choice.tsx'
import classes from './Chart.module.css'
import { useWidth } from './useWidth.ts'

export type ChartOrTable = 'chart' | 'table'

/** Switches a card between its picture and the same as a table. */
export function useTwin(): readonly [ChartOrTable, ReactNode] {
  const [shown, show] = useState<ChartOrTable>('chart')
  const tool = (
    <Choice
      label="Chart or table"
      value={shown}
      options={[
        { value: 'chart', words: 'Chart' },
        { value: 'table', words: 'Table' },
      ]}
      onChange={show}
    />
  )
  return [shown, tool]
}

/**
 * A picture and its table twin. The twin is in the page even while the picture is shown, for whoever reads rather than looks.
 * @param height of the picture, fixed so that nothing moves when its data comes
 * @param draw the picture at the width there is
 */
export function Chart({
  shown,
  height,
  label,
  draw,
  table,
}: {
  readonly shown: ChartOrTable
  readonly height: number
  /** Says what the picture shows, in a sentence. */
  readonly label: string
  readonly draw: (width: number) => ReactNode
  readonly table: ReactNode
}) {
  const [ref, width] = useWidth<HTMLDivElement>()
  const picture = shown === 'chart'
  return (
    <figure className={classes.figure}>
      <div ref={ref} hidden={!picture}>
        <svg
          className={classes.chart}
          width={width}
          height={height}
          // On paper it is as wide as the paper.
          viewBox={`0 0 ${width} ${height}`}
          role="group"
          aria-label={label}
        >
          {width > 0 && draw(width)}
        </svg>
      </div>
      <div className={picture ? 'sr' : undefined}>{table}</div>
    </figure>
  )
}
