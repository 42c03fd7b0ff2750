/** Lists: sales as on Form 8949 in both systems, what was assumed, and what the figures rest on. */
import type { WorkSheet } from '@e965/xlsx'
import type { Dossier, SaleRow } from '../dossier.ts'
import { type Cell, count, date, dollars, sheetOf, text, total, year } from './cells.ts'

/** Form 8949 of one system, all years: columns (a) to (h), and which lot it is. */
export function salesSheet(sales: readonly SaleRow[]): WorkSheet {
  const rows = sales.map((sale): Cell[] => [
    ...[year(sale.year), text(sale.box), text(sale.lot), count(sale.shares), text(sale.description)],
    ...[date(sale.acquired), date(sale.sold), dollars(sale.proceeds), dollars(sale.basis), text(sale.code)],
    ...[dollars(sale.adjustment), dollars(sale.gain)],
  ])
  const sum = (column: number, amount: (sale: SaleRow) => number): Cell => total(column, 2, sales.map(amount))
  const totals: Cell[] = [
    ...[text('Total'), null, null, null, null, null, null, sum(7, ({ proceeds }) => proceeds)],
    ...[sum(8, ({ basis }) => basis), null, sum(10, ({ adjustment }) => adjustment), sum(11, ({ gain }) => gain)],
  ]
  return sheetOf(saleColumns, sales.length === 0 ? [] : [...rows, totals])
}

const saleColumns = [
  ...([
    ['Year', 8],
    ['Box', 6],
    ['Lot', 18],
    ['Shares', 12],
    ['(a) Description', 32],
  ] as const),
  ...([
    ['(b) Acquired', 12],
    ['(c) Sold', 12],
    ['(d) Proceeds', 16],
    ['(e) Basis', 16],
  ] as const),
  ...([
    ['(f) Code', 9],
    ['(g) Adjustment', 16],
    ['(h) Gain or loss', 16],
  ] as const),
]

/** Every default that was taken because the scenario said nothing. */
export const assumedSheet = ({ assumed }: Dossier['project']): WorkSheet =>
  sheetOf(
    [
      ['Where', 44],
      ['Taken as', 24],
      ['Why', 60],
    ],
    assumed.map(({ path, value, message }) => [text(path), text(value), text(message)]),
  )

/** What is not settled, not modelled, or decided something. */
export const noticeSheet = ({ notices }: Dossier['project']): WorkSheet =>
  sheetOf(
    [
      ['Kind', 14],
      ['Notice', 140],
    ],
    notices.map(({ code, message }) => [text(code), text(message)]),
  )

/** What must be paid during each year, installment by installment; an installment that is past has nothing to pay. */
export function estimatedSheet({ estimated }: Dossier): WorkSheet {
  const bills = estimated.flatMap(({ year: of, federal, states }) => [
    { of, whose: 'federal', installments: federal.installments },
    ...states.map(({ state, installments }) => ({ of, whose: state, installments })),
  ])
  const rows = bills.flatMap(({ of, whose, installments }) =>
    installments.map((each): Cell[] => [
      ...[year(of), text(whose), date(each.due), dollars(each.regular)],
      each.annualized === null ? text('none') : dollars(each.annualized),
      ...[dollars(each.required), dollars(each.credited), dollars(each.short)],
      each.pay === null ? text('past') : dollars(each.pay),
    ]),
  )
  const amounts = ['Regular', 'Annualized', 'Required', 'Credited', 'Short', 'To pay'] as const
  return sheetOf([['Year', 8], ['Whose', 10], ['Due', 12], ...amounts.map((head) => [head, 16] as const)], rows)
}
