/** A format that is a table: by which columns it is known, and how its rows are read. */
import type { Cell } from '../read/cells.ts'
import { type NamedRow, type Places, placesOf, type Synonyms } from '../read/headings.ts'
import type { Draft } from './draft.ts'

/** How the rows of one table are read: row by row, and what is to be done after the last. */
export interface TableReading<Key extends string> {
  readonly row: (row: NamedRow<Key>) => void
  readonly end?: () => void
}

/** A format. `columns` gives the names of each column, `needed` those without which it is another format. */
export interface TableFormat<Key extends string = string> {
  readonly name: string
  readonly columns: Synonyms<Key>
  readonly needed: readonly NoInfer<Key>[]
  /** The format gives several columns one name, and a row fills only one of them. */
  readonly repeats?: true
  readonly begin: (draft: Draft) => TableReading<Key>
}

/** A row of headings taken for a format. */
export interface Recognized {
  readonly format: TableFormat
  readonly places: Places<string>
  /** Names that stand twice among those the format reads. */
  readonly twice: readonly string[]
}

/** A format with its own keys as one of a list of formats: a row is only ever read by the format it was made for. */
export const tableFormat = <Key extends string>(format: TableFormat<Key>): TableFormat =>
  format as unknown as TableFormat

/** The format that knows most of these headings, if one has all it needs. */
export function recognize(headings: readonly Cell[], formats: readonly TableFormat[]): Recognized | undefined {
  let best: Recognized | undefined
  for (const format of formats) {
    const places = placesOf(headings, format.columns)
    if (!format.needed.every((key) => places.has(key))) continue
    if (best && best.places.size >= places.size) continue
    const doubled = format.repeats ? [] : [...places].filter(([, each]) => each.length > 1)
    best = { format, places, twice: doubled.map(([key]) => format.columns[key]?.[0] ?? key) }
  }
  return best
}

/** Which needed columns are missing, of the format that comes nearest; for the message where none fits. */
export function nearestFormat(headings: readonly Cell[], formats: readonly TableFormat[]) {
  const near = formats.map((format) => {
    const places = placesOf(headings, format.columns)
    const lacks = format.needed.filter((key) => !places.has(key)).map((key) => format.columns[key]?.[0] ?? key)
    return { format, lacks, has: format.needed.length - lacks.length }
  })
  return near.reduce((best, each) =>
    each.has / each.format.needed.length > best.has / best.format.needed.length ? each : best,
  )
}
