/** Tables that people have and that say nothing of an option: they are known by name, so that it can be said what to give instead. */
import { type TableFormat, tableFormat } from './tableFormat.ts'

const instead =
  'they do not say which exercise the shares came from. Form 3921 has the exercises, Form 1099-B or a list of gains and losses the sales'

const history = (name: string, columns: { readonly [key: string]: readonly string[] }): TableFormat =>
  tableFormat({
    name,
    columns,
    needed: Object.keys(columns),
    begin: (draft) => ({ row: ({ row }) => draft.leaveOut(`entries of an account: ${instead}`, row) }),
  })

/** Histories of accounts, and of restricted stock. Each needs all of its columns to be known. */
export const accountHistories: readonly TableFormat[] = [
  history('Schwab brokerage history', {
    ...{ date: ['Date'], action: ['Action'], symbol: ['Symbol'], quantity: ['Quantity'], price: ['Price'] },
    ...{ fees: ['Fees & Comm'], amount: ['Amount'] },
  }),
  history('Morgan Stanley StockPlan Connect, releases or withdrawals', {
    ...{ date: ['Vest Date', 'Execution Date'], order: ['Order Number'], plan: ['Plan'], type: ['Type'] },
    ...{ status: ['Status', 'Order Status'], price: ['Price'], tax: ['Tax Payment Method'] },
  }),
]
