/** Fidelity's history of an account: what was sold, without a word on which exercise the shares came from. */
import { dateIn, RowFault } from '../read/cells.ts'
import type { NamedRow } from '../read/headings.ts'
import type { Draft } from './draft.ts'
import { tableFormat } from './tableFormat.ts'

type Key =
  | ('date' | 'action' | 'symbol' | 'description' | 'price' | 'quantity')
  | ('commission' | 'fees' | 'amount' | 'settled')

/** The history as CSV. Rows `YOU SOLD …` are sales; whether of the company's shares is seen when they meet a scenario. */
export const fidelityHistory = tableFormat<Key>({
  name: 'Fidelity account history',
  columns: {
    date: ['Run Date'],
    action: ['Action'],
    symbol: ['Symbol'],
    description: ['Description', 'Security Description'],
    price: ['Price ($)', 'Price'],
    quantity: ['Quantity'],
    commission: ['Commission ($)', 'Commission'],
    fees: ['Fees ($)', 'Fees'],
    amount: ['Amount ($)', 'Amount'],
    settled: ['Settlement Date'],
  },
  needed: ['date', 'action', 'symbol', 'quantity', 'amount', 'settled'],
  begin(draft) {
    // By symbol: the person sees which securities the account sold
    const sold = new Map<string, number>()
    return {
      row(row) {
        if (!/^you sold\b/i.test(row.text('action')))
          draft.leaveOut('entries of the account that are no sales', row.row)
        else {
          const symbol = takeSale(row, draft)
          sold.set(symbol, (sold.get(symbol) ?? 0) + 1)
        }
      },
      end() {
        const each = [...sold].slice(0, 20).map(([symbol, times]) => `${symbol} (${times})`)
        if (each.length > 0)
          draft.notes.push(
            `Sold: ${each.join(', ')}. Only sales of the company that the scenario names are taken over, each from the exercise before it; where several fit, it is asked.`,
          )
      },
    }
  },
})

/** Takes a sale; gives its symbol. Cents that do not fit together are a fault: some files have price and quantity changed over. */
function takeSale(row: NamedRow<Key>, draft: Draft): string {
  const symbol = row.text('symbol')
  if (symbol === '') throw new RowFault('"Symbol" is empty')
  const shares = Math.abs(row.needed('quantity', row.dollars('quantity')))
  const price = row.needed('price', row.dollars('price'))
  const amount = row.needed('amount', row.dollars('amount'))
  const fees = Math.abs(row.dollars('commission') ?? 0) + Math.abs(row.dollars('fees') ?? 0)
  if (!(shares > 0 && price >= 0)) throw new RowFault('no shares are sold')
  // The price of a share is rounded
  if (Math.abs(shares * price - fees - amount) > 0.0051 * (1 + shares))
    throw new RowFault(`${shares} shares at ${price}, less fees of ${fees}, are not the amount of ${amount}`)
  // An entry made later carries the day of the trade in its words
  const later = /\bas of\s+([\w/-]+)/i.exec(row.text('action'))?.[1]
  const on = row.needed('date', later === undefined ? row.date('date') : dateIn(later))
  const security = { symbol, description: row.text('description') }
  draft.sale({ security, on, shares, price, ...(fees > 0 && { fees }) }, row.row)
  return symbol
}
