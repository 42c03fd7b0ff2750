/** Columns by name: case, dots and blanks do not count, and no column is known by its place alone. */
import { type Cell, dateIn, dollarsIn, quoted, RowFault, sharesIn, shownText } from './cells.ts'

/** Names that a column goes by, the maker's own first. */
export type Synonyms<Key extends string> = { readonly [Each in Key]: readonly string[] }

/** A heading without what makers change from year to year. `Qualified Plan?` and `Qualified Plan` are the same. */
const plainName = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '')

/** Where each column stands, from the left; several places where its name stands twice. */
export type Places<Key extends string> = ReadonlyMap<Key, readonly number[]>

/** The columns of a row of headings that go by one of the names, in the order of the names. */
export function placesOf<Key extends string>(headings: readonly Cell[], synonyms: Synonyms<Key>): Places<Key> {
  const byName = new Map<string, number[]>()
  for (const [place, heading] of headings.entries()) {
    const name = plainName(typeof heading === 'string' ? heading : '')
    if (name !== '') byName.set(name, [...(byName.get(name) ?? []), place])
  }
  const places = new Map<Key, readonly number[]>()
  for (const [key, names] of Object.entries(synonyms) as [Key, readonly string[]][]) {
    const found = names.map((name) => byName.get(plainName(name))).find((each) => each !== undefined)
    if (found) places.set(key, found)
  }
  return places
}

/** A row read by the names of its columns. Every reading throws `RowFault` where a cell does not say what it should. */
export class NamedRow<Key extends string> {
  readonly row: number
  readonly cells: readonly Cell[]
  readonly #places: Places<Key>
  readonly #synonyms: Synonyms<Key>

  constructor(row: number, cells: readonly Cell[], places: Places<Key>, synonyms: Synonyms<Key>) {
    this.row = row
    this.cells = cells
    this.#places = places
    this.#synonyms = synonyms
  }

  /** The cell of a column; where its name stands twice, the first that holds something. */
  cell(key: Key): Cell {
    const filled = this.#places.get(key)?.find((place) => shownText(this.cells[place]) !== '')
    return filled === undefined ? null : (this.cells[filled] ?? null)
  }

  text(key: Key): string {
    return shownText(this.cell(key))
  }

  dollars(key: Key): number | undefined {
    return this.#read(key, dollarsIn)
  }

  shares(key: Key): number | undefined {
    return this.#read(key, sharesIn)
  }

  date(key: Key): string | undefined {
    return this.#read(key, dateIn)
  }

  /** What a reading gave, which the row cannot do without. */
  needed<Value>(key: Key, value: Value | undefined): Value {
    if (value === undefined) throw new RowFault(`${quoted(this.#name(key))} is empty`)
    return value
  }

  #read<Value>(key: Key, read: (cell: Cell) => Value): Value {
    try {
      return read(this.cell(key))
    } catch (error) {
      if (error instanceof RowFault) throw new RowFault(`${quoted(this.#name(key))}: ${error.message}`, error.dayFirst)
      throw error
    }
  }

  #name(key: Key): string {
    return this.#synonyms[key][0] ?? key
  }
}
