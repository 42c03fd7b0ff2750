/**
 * Form 8949, Sales and Other Dispositions of Capital Assets (2025 revision), and its AMT twin, which is kept and not filed.
 * IRC §§1001, 1091, 1202, 1221; Instructions for Form 8949. One row for shares that share dates, box and terms.
 */
import type { PlainDate } from '../date.ts'
import type { DispositionRecord } from '../equity/shares.ts'

/** What each box says of the rows under it. */
export const form8949Boxes = {
  A: 'short-term, the broker reported the basis',
  B: 'short-term, the broker reported no basis',
  C: 'short-term, there is no Form 1099-B',
  D: 'long-term, the broker reported the basis',
  E: 'long-term, the broker reported no basis',
  F: 'long-term, there is no Form 1099-B',
} as const

/** What each code in column (f) says of the adjustment in column (g). */
export const form8949Codes = {
  B: 'the basis reported is the price paid alone, and column (g) takes off what is taxed as wages already',
  L: 'sold to a related buyer, column (g) adds back the loss that is not allowed',
  Q: 'small business stock, column (g) takes off the gain excluded',
  W: 'wash sale, column (g) adds back the loss that waits',
} as const

export type Box = keyof typeof form8949Boxes

/** One row. Columns (a) to (h) in the form's order, and which of our lots it is. Dollars; dates; shares as of the sale. */
export interface Form8949Row {
  readonly box: Box
  readonly lot: string
  readonly shares: number
  readonly description: string
  readonly acquired: PlainDate
  readonly sold: PlainDate
  readonly proceeds: number
  readonly basis: number
  readonly code: string
  readonly adjustment: number
  readonly gain: number
}

export type Form8949Total = Pick<Form8949Row, 'proceeds' | 'basis' | 'adjustment' | 'gain'>

export interface Form8949 {
  readonly rows: readonly Form8949Row[]
  /** By box that has rows, what goes to Schedule D. */
  readonly totals: { readonly [Each in Box]?: Form8949Total }
}

/** The form of a year in one system, unrounded. Gifts are no sales and have no row. */
export function form8949Of(
  dispositions: readonly DispositionRecord[],
  system: 'regular' | 'amt',
  company = '',
): Form8949 {
  const rows: Form8949Row[] = []
  const places = new Map<string, number>()
  for (const each of dispositions.filter(({ sale }) => sale.sold === 1)) {
    const row = system === 'regular' ? regularRow(each, company) : amtRow(each, company)
    const key = [row.box, row.lot, row.acquired, row.sold, row.code, each.price, each.qualifying].join(' ')
    const place = places.get(key)
    if (place === undefined) places.set(key, rows.push(row) - 1)
    else rows[place] = joined(rows[place] as Form8949Row, row, company)
  }
  return { rows, totals: totalsOf(rows) }
}

/** Where the broker reports basis it is the cash paid, without compensation: the form says so with code B. Pub. 525. */
function regularRow(of: DispositionRecord, company: string): Form8949Row {
  const { amounts, sale, excluded } = of
  const reported = of.box === 'A' || of.box === 'D'
  const right = amounts.basis
  const basis = reported ? of.cashPaid : right
  const correction = reported && Math.abs(right - basis) > 1e-6 ? basis - right : 0
  return {
    ...rowOf(of, of.box, of.acquired, company),
    ...adjusted(sale.proceeds, basis, { B: correction, Q: -excluded, ...notAllowed(of, amounts.disallowed) }),
  }
}

/** A loss not allowed goes back in: of a wash sale, or of a sale to a related buyer. */
const notAllowed = ({ washed }: DispositionRecord, loss: number) => (washed ? { W: loss } : { L: loss })

function amtRow(of: DispositionRecord, company: string): Form8949Row {
  const { amounts, sale, amtExcluded } = of
  return {
    ...rowOf(of, of.amtBox, of.amtAcquired, company),
    ...adjusted(sale.proceeds, amounts.amtBasisTotal, { Q: -amtExcluded, ...notAllowed(of, amounts.amtDisallowed) }),
  }
}

const rowOf = ({ lot, shares, on }: DispositionRecord, box: Box, acquired: PlainDate, company: string) => ({
  ...{ box, lot, shares, acquired, sold: on },
  description: description(shares, company),
})

const description = (shares: number, company: string): string =>
  `${+shares.toFixed(4)} sh. ${company || 'common stock'}`.trim()

function adjusted(proceeds: number, basis: number, codes: { readonly [code: string]: number }) {
  const used = Object.entries(codes)
    .filter(([, amount]) => amount !== 0)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  const adjustment = used.reduce((sum, [, amount]) => sum + amount, 0)
  return { proceeds, basis, code: used.map(([code]) => code).join(''), adjustment, gain: proceeds - basis + adjustment }
}

function joined(one: Form8949Row, other: Form8949Row, company: string): Form8949Row {
  const shares = one.shares + other.shares
  return { ...one, shares, description: description(shares, company), ...sumOf(one, other) }
}

const sumOf = (one: Form8949Total, other: Form8949Total): Form8949Total => ({
  proceeds: one.proceeds + other.proceeds,
  basis: one.basis + other.basis,
  adjustment: one.adjustment + other.adjustment,
  gain: one.gain + other.gain,
})

function totalsOf(rows: readonly Form8949Row[]): Form8949['totals'] {
  const totals: { [Each in Box]?: Form8949Total } = {}
  for (const row of rows) {
    const { proceeds, basis, adjustment, gain } = row
    const before = totals[row.box]
    totals[row.box] = before ? sumOf(before, row) : { proceeds, basis, adjustment, gain }
  }
  return totals
}
