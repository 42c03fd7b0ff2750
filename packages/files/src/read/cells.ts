/** What one cell says: a date, dollars or shares. What cannot be read for sure is a fault, never a guess. */
import { isDate } from '@isoline/engine'

/** A number that a workbook shows as a date: days from 30 December 1899, the time as a fraction. */
export interface Serial {
  readonly serial: number
}

/** A cell as it is stored. */
export type Cell = string | number | boolean | Serial | null

/** A row that cannot be read, with the reason. `dayFirst`: dates of the file may have the day before the month. */
export class RowFault extends Error {
  readonly dayFirst: boolean

  constructor(reason: string, dayFirst = false) {
    super(reason)
    this.dayFirst = dayFirst
  }
}

const nothing = /^(-{0,3}|n\/?a|none|null)$/i

/** A cell as it is shown, without blanks around it; empty where it says that there is nothing. */
export function shownText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'object') return dateOfSerial(cell.serial) ?? String(cell.serial)
  const text = String(cell).trim()
  return nothing.test(text) ? '' : text
}

/**
 * Dollars, in brackets or with a minus where negative: `$1,234.50`; undefined for an empty cell.
 * @throws RowFault for anything else, such as another currency or a decimal comma.
 */
export function dollarsIn(cell: Cell | undefined): number | undefined {
  if (typeof cell === 'number') return finite(cell)
  // A spreadsheet took the amount for a date; the number below is the amount
  if (typeof cell === 'object' && cell !== null) return finite(cell.serial)
  const text = shownText(cell)
  if (text === '') return undefined
  const [, open = '', minus = '', digits, close = ''] =
    /^(\(?)\s*(?:USD|US)?\s*\$?\s*([-\u2212+]?)\s*\$?\s*((?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?)\s*(?:USD)?(\)?)$/i.exec(
      text,
    ) ?? []
  if (digits === undefined || !/\d/.test(digits) || open.length !== close.length) throw new RowFault(amountFault(text))
  const amount = finite(Number(digits.replaceAll(',', '')))
  return open !== '' || (minus !== '' && minus !== '+') ? -amount : amount
}

function amountFault(text: string): string {
  if (/^\d{1,2}at\d{4}$/i.test(text) || /^\d{1,2}[/-]\d{1,2}[/-](?:19)?0[0-2]$/.test(text))
    return `${quoted(text)} was an amount before a spreadsheet made a date of it`
  if (/\d,\d{1,2}$/.test(text)) return `${quoted(text)} has a decimal comma; write it with a point`
  return `${quoted(text)} is not an amount in dollars`
}

function finite(amount: number): number {
  if (!Number.isFinite(amount) || Math.abs(amount) > 1e12) throw new RowFault(`${amount} is not an amount in dollars`)
  return amount
}

/**
 * A number of shares, not negative; a part of a share may be left by a split.
 * @throws RowFault where it is none.
 */
export function sharesIn(cell: Cell | undefined): number | undefined {
  const shares = typeof cell === 'object' ? undefined : dollarsIn(cell)
  if (typeof cell === 'object' && cell !== null) throw new RowFault('a date stands where shares are counted')
  if (shares !== undefined && shares < 0) throw new RowFault(`${shares} shares are fewer than none`)
  return shares
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * A date: `2024-03-01`, `03/01/2024` (month first), `24-JAN-2024`, `March 1, 2024`, or a workbook's own.
 * @throws RowFault where it is none.
 */
export function dateIn(cell: Cell | undefined): string | undefined {
  if (typeof cell === 'object' && cell !== null) {
    const date = dateOfSerial(cell.serial)
    if (date === undefined) throw new RowFault(`${cell.serial} is no day from 1900 on`)
    return date
  }
  const text = shownText(cell)
  if (text === '') return undefined
  const date = isoDate(text) ?? slashDate(text) ?? monthName(text)
  if (date === undefined || !isDate(date)) throw new RowFault(`${quoted(text)} is not a date`)
  return date
}

const isoDate = (text: string): string | undefined => /^(\d{4}-\d{2}-\d{2})(?:[T ][\d:.+Z-]*)?$/.exec(text)?.[1]

function slashDate(text: string): string | undefined {
  const [, month, day, year] = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?:\s+[\d:]+(?:\s*[ap]m)?)?$/i.exec(text) ?? []
  if (month === undefined || day === undefined || year === undefined) return undefined
  if (Number(month) > 12 && Number(day) <= 12)
    throw new RowFault(`${quoted(text)} has no month ${month}: its day may stand before its month`, true)
  return written(year, Number(month), day)
}

function monthName(text: string): string | undefined {
  const [, first, name, year] = /^(\d{1,2})[\s-]+([a-z]{3,9})\.?[\s,-]+(\d{4}|\d{2})$/i.exec(text) ?? []
  const [, named, second, later] = /^([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/i.exec(text) ?? []
  const month = months.indexOf((name ?? named ?? '').slice(0, 3).toLowerCase()) + 1
  const day = first ?? second
  const in4 = year ?? later
  return month === 0 || day === undefined || in4 === undefined ? undefined : written(in4, month, day)
}

/** Options have been granted, exercised and let expire in this century only where a year has two digits. */
const written = (year: string, month: number, day: string): string =>
  `${year.length === 2 ? `20${year}` : year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`

/** The day of a workbook's serial number, which counts 29 February 1900, a day that never was. */
function dateOfSerial(serial: number): string | undefined {
  if (!(serial >= 61 && serial < 110_000)) return undefined
  return new Date(Math.floor(serial - 25_569) * 86_400_000).toISOString().slice(0, 10)
}

/** A text from a file, short enough for a message. */
export const quoted = (text: string): string => `"${text.length > 60 ? `${text.slice(0, 57)}...` : text}"`
