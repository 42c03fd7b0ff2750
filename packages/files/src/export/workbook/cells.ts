/** Cells and sheets: text that is no formula, amounts, dates, and formulas that give what the engine says. */
import { type CellObject, utils, type WorkSheet } from '@e965/xlsx'
import { neutral } from '../neutral.ts'

/** A cell; null leaves it empty. */
export type Cell = CellObject | null

/** The most letters a cell can hold, with room for the mark that some are cut off. */
const lettersAtMost = 32_000

/** Text, never taken for a formula; what no cell could hold ends in three dots. */
export const text = (of: string): Cell =>
  of === '' ? null : { t: 's', v: neutral(of.length > lettersAtMost ? `${of.slice(0, lettersAtMost)}...` : of) }

const dollarFormat = '#,##0.00;[Red]-#,##0.00'
/** An amount to the cent, red below zero. */
export const dollars = (amount: number): Cell => ({ t: 'n', v: amount, z: dollarFormat })

/** An amount that may not be known. */
export const known = (amount: number | null): Cell => (amount === null ? text('not known') : dollars(amount))

/** A count of shares or of anything, with a fraction only where there is one. */
export const count = (of: number): Cell => ({ t: 'n', v: of, z: Number.isInteger(of) ? '#,##0' : '#,##0.######' })
/** A year, without the comma of a thousand. */
export const year = (of: number): Cell => ({ t: 'n', v: of, z: '0' })

const millisecondsOfDay = 24 * 60 * 60 * 1000
/** The day before day 1 of a spreadsheet; it counts a 29 February 1900 that never was. */
const epoch = Date.UTC(1899, 11, 30)

/** A plain date as a day that can be sorted and reckoned with. */
export const date = (on: string | null): Cell =>
  on === null ? null : { t: 'n', v: (Date.parse(`${on}T00:00:00Z`) - epoch) / millisecondsOfDay, z: 'yyyy-mm-dd' }

/**
 * A live formula for an amount of the engine. Both are rounded to the cent on their own, so that a formula over rounded amounts
 * can be a cent off, and a floor of the law is no part of it: there the cell holds the engine's amount alone.
 * @param given what the formula comes to from the amounts in its cells
 */
export const live = (amount: number, formula: string, given: number): Cell =>
  Math.abs(amount - given) < 0.005 ? { ...(dollars(amount) as CellObject), f: formula } : dollars(amount)

/** The sum of rows of a column, as a formula; `amounts` are what stands in them. */
export const total = (column: number, from: number, amounts: readonly number[], plain = false): Cell => {
  if (amounts.length === 0) return null
  const letter = utils.encode_col(column)
  const v = amounts.reduce((sum, each) => sum + each, 0)
  const f = `SUM(${letter}${from}:${letter}${from + amounts.length - 1})`
  return { ...((plain ? count(v) : dollars(v)) as CellObject), f }
}

/** A sheet of rows under a header. Column widths are in characters. */
export function sheetOf(
  columns: readonly (readonly [head: string, width: number])[],
  rows: readonly (readonly Cell[])[],
): WorkSheet {
  const head = columns.map(([each]) => text(each))
  const sheet = utils.aoa_to_sheet([head, ...rows] as unknown[][])
  sheet['!cols'] = columns.map(([, wch]) => ({ wch }))
  if (rows.length > 0)
    sheet['!autofilter'] = { ref: `A1:${utils.encode_col(columns.length - 1)}${Math.max(2, rows.length + 1)}` }
  return sheet
}
