/** Schwab Equity Awards Center: one transaction with its details, whichever file it comes from. */
import { RowFault } from '../read/cells.ts'
import { NamedFields } from '../read/fields.ts'
import type { Fields } from '../read/jsonValue.ts'
import { type Draft, optionKind } from './draft.ts'
import type { GrantReference } from './found.ts'
import { tableFormat } from './tableFormat.ts'

/** A transaction: its own fields and those of its details, by name in lower case. Rows count the transactions. */
export interface Transaction {
  readonly own: NamedFields
  readonly details: readonly NamedFields[]
  readonly row: number
}

/** Takes what concerns options out of a transaction; everything else is left out by name. */
export function takeTransaction({ own, details, row }: Transaction, draft: Draft): void {
  const action = own.text('action')
  const exercises = details.filter((each) => each.text('awardid') !== '' && each.text('sharesexercised') !== '')
  if (/exercise|sell to cover/i.test(action)) {
    if (exercises.length === 0) throw new RowFault(`"${action}" has no details of the option`)
    const on = own.needed('date', own.date('date') ?? own.date('eventdate'))
    for (const each of exercises) takeExercise(each, action, on, draft, row)
  } else if (/^(sale|sell)$/i.test(action)) takeSales(own, details, draft, row)
  else draft.leaveOut(`"${action}" is no exercise or sale of an option`, row)
}

function takeExercise(details: NamedFields, action: string, exercised: string, draft: Draft, row: number): void {
  const granted = details.date('awarddate')
  const strike = details.needed('awardprice', details.dollars('awardprice'))
  const grant: GrantReference = { id: details.text('awardid'), ...(granted !== undefined && { on: granted }), strike }
  const shares = details.needed('sharesexercised', details.shares('sharesexercised'))
  const kind = optionKind(details.text('awardtype'))
  const price = details.dollars('saleprice')
  // Of a sale to cover only the part that is sold counts, and not every file says how large it is
  const sold = /exercise and sell|same.?day/i.test(action) ? shares : details.shares('sharessold')
  draft.grant({ ...grant, ...(kind && { kind }) }, row)
  draft.lot({ grant, exercised, shares, strike }, row)
  if (sold && price !== undefined) draft.sale({ lot: { grant, exercised }, on: exercised, shares: sold, price }, row)
  else if (!/hold/i.test(action))
    throw new RowFault(
      'the exercise was read, and not its sale: the file does not say how many shares were sold, or for how much',
    )
}

/** A sale names the shares by the day they were bought; only those of an option belong here. */
function takeSales(own: NamedFields, details: readonly NamedFields[], draft: Draft, row: number): void {
  const on = own.needed('date', own.date('date') ?? own.date('eventdate'))
  for (const each of details.filter((part) => part.text('shares') !== '')) {
    const type = each.text('type')
    if (optionKind(type) === undefined && !/option/i.test(type)) {
      draft.leaveOut(
        `sale of ${type || 'shares of no type given'}: not shares of an option; the gain belongs under incomes`,
        row,
      )
      continue
    }
    const exercised = each.needed('purchasedate', each.date('purchasedate') ?? each.date('exercisedate'))
    const [id, strike, fmv] = [
      each.text('grantid'),
      each.dollars('purchaseprice'),
      each.dollars('purchasefairmarketvalue'),
    ]
    const grant = { ...(id !== '' && { id }), ...(strike !== undefined && { strike }) }
    const shares = each.needed('shares', each.shares('shares'))
    const price = each.needed('saleprice', each.dollars('saleprice'))
    const kind = optionKind(type)
    draft.grant({ ...grant, ...(kind && { kind }) }, row)
    const hints = { shares: `The file shows ${shares} of them sold` }
    draft.lot(
      { grant, exercised, ...(strike !== undefined && { strike }), ...(fmv && { fmvAtExercise: fmv }), hints },
      row,
    )
    draft.sale({ lot: { grant, exercised }, on, shares, price }, row)
  }
}

const columns = {
  ...{ date: ['Date'], action: ['Action'], symbol: ['Symbol'], description: ['Description'], quantity: ['Quantity'] },
  ...{ fees: ['FeesAndCommissions', 'Fees & Comm'], disbursement: ['DisbursementElection'], amount: ['Amount'] },
  ...{ type: ['Type'], shares: ['Shares'], saleprice: ['SalePrice'], purchasedate: ['PurchaseDate'] },
  ...{ purchaseprice: ['PurchasePrice'], purchasefairmarketvalue: ['PurchaseFairMarketValue'], grantid: ['GrantId'] },
  ...{ awardid: ['AwardId'], awarddate: ['AwardDate'], awardprice: ['AwardPrice'], awardtype: ['AwardType'] },
  ...{ sharesexercised: ['SharesExercised'], sharessold: ['SharesSold'], exercisedate: ['ExerciseDate'] },
} as const
type Key = keyof typeof columns
const keys = Object.keys(columns) as Key[]

/** The CSV: a row for a transaction, its details in rows below it whose first columns are empty. */
export const schwabCsv = tableFormat<Key>({
  name: 'Schwab Equity Awards, CSV',
  columns,
  needed: ['date', 'action', 'symbol', 'description', 'quantity', 'fees', 'disbursement', 'amount'],
  begin(draft) {
    let open: { own: NamedFields; details: NamedFields[]; row: number } | undefined
    /** Headings of a block within the table, as older files have it. */
    let block: readonly string[] | undefined
    const close = (): void => {
      const whole = open
      open = undefined
      if (whole) draft.attempt(whole.row, whole.own.cells, () => takeTransaction(whole, draft))
    }
    return {
      row(row) {
        const fields: Fields = new Map(keys.map((key) => [key, row.cell(key)]))
        // A block of older files begins in the second column
        if (row.text('date') !== '') {
          close()
          block = undefined
          open = { own: new NamedFields(fields), details: [], row: row.row }
          return
        }
        if (!open) throw new RowFault('details of no transaction')
        const texts = row.cells.map((cell) =>
          String(cell ?? '')
            .toLowerCase()
            .replace(/[^a-z]/g, ''),
        )
        if (texts.includes('awardid') || texts.includes('exercisecost')) block = texts
        else if (block) open.details.push(new NamedFields(new Map(block.map((name, i) => [name, row.cells[i]]))))
        else open.details.push(new NamedFields(fields))
      },
      end: close,
    }
  },
})
