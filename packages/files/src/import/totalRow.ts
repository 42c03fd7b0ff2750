/** A row of totals at the foot of a table, compared with the rows above it, column by column. */
import { dollarsIn, RowFault, shownText } from '../read/cells.ts'
import type { Draft } from './draft.ts'

/** Whether a row says in its first cell that it is one of totals. */
export const isTotals = ([first]: readonly string[]): boolean => /^(grand )?totals?\b/i.test(first ?? '')

/**
 * Compares each total with the sum of its column. A column in which a row holds anything but an amount has no sum, and is
 * left alone. Shares or dollars.
 */
export function compareTotals(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  totals: readonly string[],
  draft: Draft,
): void {
  for (const [place, cell] of totals.entries()) {
    const stated = place === 0 ? undefined : amountIn(cell)
    const column = rows.map((row) => (shownText(row[place]) === '' ? 0 : amountIn(row[place] ?? '')))
    if (stated === undefined || column.includes(undefined)) continue
    const sum = column.reduce<number>((all, amount) => all + (amount ?? 0), 0)
    draft.total(headings[place] ?? `column ${place + 1}`, stated, sum, rows.length)
  }
}

function amountIn(text: string): number | undefined {
  try {
    return dollarsIn(text)
  } catch (error) {
    if (error instanceof RowFault) return undefined
    throw error
  }
}
