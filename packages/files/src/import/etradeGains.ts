/** E*TRADE (Morgan Stanley at Work): `G&L_Expanded`, gains and losses of the sales of a year, both generations. */
import { dollarsIn, RowFault } from '../read/cells.ts'
import type { NamedRow } from '../read/headings.ts'
import { type Draft, optionKind } from './draft.ts'
import type { GrantReference, LotFact } from './found.ts'
import { priceAndFees } from './salePrice.ts'
import { type TableReading, tableFormat } from './tableFormat.ts'

type Key =
  | ('record' | 'plan' | 'quantity' | 'ordinary' | 'sold' | 'proceeds' | 'price' | 'gain' | 'order' | 'type')
  | ('granted' | 'grant' | 'election' | 'exercised' | 'fmv' | 'strike')

/** Totals that its Summary row may state, each with the column of the rows. */
const summed: readonly Key[] = ['quantity', 'ordinary', 'proceeds', 'gain']

/** Gains and losses, expanded. A row of Plan Type SO is a sale of shares of an option. */
export const etradeGains = tableFormat<Key>({
  name: 'E*TRADE G&L Expanded',
  columns: {
    record: ['Record Type'],
    plan: ['Plan Type'],
    quantity: ['Quantity', 'Qty.'],
    ordinary: ['Ordinary Income Recognized'],
    sold: ['Date Sold'],
    proceeds: ['Total Proceeds'],
    price: ['Proceeds Per Share'],
    gain: ['Adjusted Gain/Loss'],
    order: ['Order Type'],
    type: ['Type'],
    granted: ['Grant Date'],
    grant: ['Grant Number'],
    election: ['83(b) Election'],
    exercised: ['Exercise Date'],
    fmv: ['Exercise Date FMV'],
    strike: ['Grant Price'],
  },
  needed: ['record', 'plan', 'quantity', 'sold', 'proceeds', 'exercised', 'fmv', 'strike'],
  begin: (draft) => new GainsReading(draft),
})

interface SoldOf {
  readonly fact: LotFact
  readonly row: number
  sold: number
  /** Whether every row so far was a sale of all shares on the day of the exercise. */
  sameDay: boolean
}

class GainsReading implements TableReading<Key> {
  readonly #draft: Draft
  readonly #lots = new Map<string, SoldOf>()
  readonly #sums = new Map<Key, number>()
  #stated: NamedRow<Key> | undefined
  #rows = 0

  constructor(draft: Draft) {
    this.#draft = draft
  }

  row = (row: NamedRow<Key>): void => {
    const record = row.text('record').toLowerCase()
    if (record === 'summary') {
      this.#stated = row
      return
    }
    if (record !== 'sell')
      throw new RowFault(`Record Type ${row.text('record') || 'is empty'}: Sell or Summary is expected`)
    this.#rows++
    for (const key of summed) this.#sums.set(key, (this.#sums.get(key) ?? 0) + (row.dollars(key) ?? 0))
    const plan = row.text('plan').toUpperCase()
    if (plan === 'SO') this.#sale(row)
    else if (plan === '') throw new RowFault('"Plan Type" is empty')
    else this.#draft.leaveOut(`Plan Type ${plan}: not shares of an option; their gain belongs under incomes`, row.row)
  }

  end = (): void => {
    for (const { fact, row, sold, sameDay } of this.#lots.values())
      this.#draft.lot(
        sameDay
          ? { ...fact, shares: sold }
          : { ...fact, hints: { ...fact.hints, shares: `The file shows ${sold} of them sold` } },
        row,
      )
    for (const key of summed) {
      const stated = this.#stated?.dollars(key)
      if (stated !== undefined) this.#draft.total(totalNames[key] ?? key, stated, this.#sums.get(key) ?? 0, this.#rows)
    }
  }

  #sale(row: NamedRow<Key>): void {
    const exercised = row.needed('exercised', row.date('exercised'))
    const on = row.needed('sold', row.date('sold'))
    const shares = row.needed('quantity', row.shares('quantity'))
    const strike = row.needed('strike', row.dollars('strike') || undefined)
    const [id, granted] = [row.text('grant'), row.date('granted')]
    const grant: GrantReference = { ...(id !== '' && { id }), ...(granted !== undefined && { on: granted }), strike }
    if (on < exercised) throw new RowFault(`sold on ${on}, before the exercise of ${exercised}`)
    const sale = priceAndFees(shares, row.dollars('price'), row.needed('proceeds', row.dollars('proceeds')))
    const kind = optionKind(row.text('type'))
    const sameDay = on === exercised && /same.?day|cashless/i.test(row.text('order'))
    const value = exerciseValue(row)
    const key = [id, granted, strike, exercised, value.fmvAtExercise].join(' ')
    const known = this.#lots.get(key)
    if (known) {
      known.sold += shares
      known.sameDay &&= sameDay
    } else {
      const election = row.text('election').toUpperCase() === 'Y'
      const fact = { grant, exercised, strike, ...value, ...(election && { election83b: true }) }
      this.#lots.set(key, { fact, row: row.row, sold: shares, sameDay })
      this.#draft.grant({ ...grant, ...(kind && { kind }) }, row.row)
    }
    this.#draft.sale({ lot: { grant, exercised }, on, shares, ...sale }, row.row)
  }
}

const totalNames: { readonly [key in Key]?: string } = {
  quantity: 'Quantity',
  ordinary: 'Ordinary Income Recognized',
  proceeds: 'Total Proceeds',
  gain: 'Adjusted Gain/Loss',
}

/** The value on the day of exercise; where a spreadsheet made a date of it and lost its cents, that is asked. Zero is no value. */
function exerciseValue(row: NamedRow<Key>): Pick<LotFact, 'fmvAtExercise' | 'hints'> {
  try {
    const fmv = dollarsIn(row.cell('fmv'))
    return fmv ? { fmvAtExercise: fmv } : {}
  } catch (error) {
    if (!(error instanceof RowFault)) throw error
    return { hints: { fmvAtExercise: `The file is damaged there: ${error.message}` } }
  }
}
