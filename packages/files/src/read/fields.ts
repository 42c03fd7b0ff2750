/** An object of a JSON file, read like a row of a table: by name, with a fault where a value does not say what it should. */
import { type Cell, dateIn, dollarsIn, quoted, RowFault, sharesIn, shownText } from './cells.ts'
import { type Fields, fieldsOf } from './jsonValue.ts'

/** Fields by name in lower case. */
export class NamedFields {
  readonly fields: Fields

  constructor(fields: Fields) {
    this.fields = fields
  }

  cell(name: string): Cell {
    const value = this.fields.get(name)
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
  }

  text(name: string): string {
    return shownText(this.cell(name))
  }

  dollars(name: string): number | undefined {
    return this.#read(name, dollarsIn)
  }

  shares(name: string): number | undefined {
    return this.#read(name, sharesIn)
  }

  date(name: string): string | undefined {
    return this.#read(name, dateIn)
  }

  /** A field that is an object itself; one without fields where it is none. */
  inner(name: string): NamedFields {
    return new NamedFields(fieldsOf(this.fields.get(name)) ?? new Map())
  }

  /** The objects in a field that is a list. */
  list(name: string): readonly Fields[] {
    const value = this.fields.get(name)
    return (Array.isArray(value) ? value : []).map(fieldsOf).filter((each) => each !== undefined)
  }

  /** What a reading gave, which cannot be done without. */
  needed<Value>(name: string, value: Value | undefined): Value {
    if (value === undefined) throw new RowFault(`${quoted(name)} is missing`)
    return value
  }

  /** What it holds beside lists and objects, to be shown. */
  get cells(): readonly Cell[] {
    return [...this.fields.keys()].map((name) => this.cell(name)).filter((cell) => cell !== null)
  }

  #read<Value>(name: string, read: (cell: Cell) => Value): Value {
    try {
      return read(this.cell(name))
    } catch (error) {
      if (error instanceof RowFault) throw new RowFault(`${quoted(name)}: ${error.message}`, error.dayFirst)
      throw error
    }
  }
}
