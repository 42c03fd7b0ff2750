/** Small aligned tables without lines, which read well in a terminal, in a file and aloud. */
import Table from 'cli-table3'
import type { Page } from './page.ts'
import { printable, wrapped } from './text.ts'

const blank = [
  'top',
  'top-mid',
  'top-left',
  'top-right',
  'bottom',
  'bottom-mid',
  'bottom-left',
  'bottom-right',
] as const
const rules = ['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid'] as const
const none = Object.fromEntries([...blank, ...rules].map((name) => [name, '']))

/** A column: its heading, where its cells stand, and how wide it is where its text is to be wrapped. */
export interface Column {
  readonly head?: string
  readonly align?: 'left' | 'right'
  readonly width?: number
}

/** The lines of a table, indented by two. A heading may be broken over two lines. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[], page: Page): string[] {
  const headed = columns.some(({ head }) => head)
  const made = new Table({
    chars: { ...none, middle: '  ' },
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
    colAligns: columns.map(({ align }) => align ?? 'left'),
    ...(headed && { head: columns.map(({ head = '' }) => head) }),
  })
  made.push(...rows.map((row) => row.map((cell, i) => inWidth(cell, columns[i]?.width))))
  const lines = made
    .toString()
    .split('\n')
    .map((line) => `  ${line.trimEnd()}`)
  const headings = headed ? Math.max(...columns.map(({ head = '' }) => head.split('\n').length)) : 0
  return lines.map((line, i) => (i < headings ? page.paint.dim(line) : line))
}

const inWidth = (cell: string, width: number | undefined): string =>
  width === undefined ? printable(cell) : wrapped(cell, width).join('\n')

/** A column that can be left out: what it says of each row, and whether it says anything at all. */
export interface Optional extends Column {
  readonly shown?: boolean
}

/** A table of the columns that are shown. Cells come with all of them. */
export function tableOf(columns: readonly Optional[], rows: readonly (readonly string[])[], page: Page): string[] {
  const shown = (_: unknown, i: number): boolean => columns[i]?.shown !== false
  return table(
    columns.filter(shown),
    rows.map((row) => row.filter(shown)),
    page,
  )
}

/** The first of some tables, the fullest first, that fits the page; the last where none does. */
export function fitting(tables: readonly (() => string[])[], page: Page): string[] {
  let lines: string[] = []
  for (const made of tables) {
    lines = made()
    if (lines.every((line) => line.length <= page.width)) break
  }
  return lines
}
