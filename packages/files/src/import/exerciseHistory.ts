/** A list of exercises, one a row, as Carta and other systems give it, or by columns that the person names. */
import { RowFault } from '../read/cells.ts'
import type { NamedRow, Synonyms } from '../read/headings.ts'
import { type Draft, dollarsOnly, optionKind } from './draft.ts'
import { priceAndFees } from './salePrice.ts'
import { type TableFormat, tableFormat } from './tableFormat.ts'

/** What a column of a list of exercises can hold: the words for `--map`. */
export const mapKeys = [
  ...(['grant', 'granted', 'kind', 'exercised', 'shares', 'strike', 'fmvAtExercise'] as const),
  ...(['expires', 'grantShares', 'fmvAtGrant', 'soldOn', 'soldShares', 'salePrice', 'proceeds', 'currency'] as const),
] as const
type Key = (typeof mapKeys)[number]

const columns: Synonyms<Key> = {
  grant: [
    'Grant ID',
    'Grant',
    'Grant Number',
    'Grant Name',
    'Option ID',
    'Security ID',
    'Security',
    'Award ID',
    'Certificate',
  ],
  granted: ['Grant Date', 'Date Granted', 'Issue Date', 'Option Grant Date'],
  kind: ['Grant Type', 'Type', 'Option Type', 'Award Type', 'Tax Type', 'Plan Type'],
  exercised: ['Exercise Date', 'Date Exercised', 'Date of Exercise', 'Exercised On', 'Transaction Date'],
  shares: [
    'Shares Exercised',
    'Quantity Exercised',
    'Options Exercised',
    'Number of Options Exercised',
    'Number of Shares Exercised',
    'Exercised Quantity',
    'Number of Shares',
    'Exercised',
    'Shares',
    'Quantity',
  ],
  strike: ['Exercise Price', 'Strike Price', 'Grant Price', 'Option Price', 'Exercise Price Per Share', 'Strike'],
  fmvAtExercise: [
    'Fair market value on exercise date',
    'FMV on exercise date',
    'FMV at exercise',
    'Exercise Date FMV',
    'Fair Market Value at Exercise',
    'Market Value at Exercise',
    'Market Price at Exercise',
    'Fair Market Value',
    'FMV',
    'Market Price',
    'FMV Per Share',
  ],
  expires: ['Expiration Date', 'Expires', 'Expiry Date'],
  grantShares: ['Options Granted', 'Shares Granted', 'Quantity Granted', 'Granted'],
  fmvAtGrant: ['Fair market value on grant date', 'FMV on grant date', 'FMV at grant', 'Grant Date FMV'],
  soldOn: ['Date Sold', 'Sale Date', 'Sold On'],
  soldShares: ['Shares Sold', 'Quantity Sold', 'Sold'],
  salePrice: ['Sale Price', 'Price Per Share Sold', 'Sale Price Per Share'],
  proceeds: ['Gross Proceeds', 'Sale Proceeds', 'Total Proceeds'],
  currency: ['Currency'],
}

const readings = (draft: Draft) => ({ row: (row: NamedRow<Key>) => exercise(row, draft) })

/** Exercise history, by the names that systems are known to use. */
export const exerciseHistory = tableFormat<Key>({
  name: 'Exercise history (Carta and others)',
  columns,
  needed: ['exercised', 'shares', 'strike'],
  begin: readings,
})

/** The same list under the headings that the person gave for it: `{ exercised: 'Datum', … }`. Other columns go by their usual names. */
export const mappedHistory = (map: { readonly [key in Key]?: string }): TableFormat => {
  const own = Object.entries(map).map(([key, heading]) => [key, [heading]])
  const needed = [...new Set<Key>(['exercised', 'shares', 'strike', ...(Object.keys(map) as Key[])])]
  return tableFormat<Key>({
    name: 'Columns as mapped',
    columns: { ...columns, ...Object.fromEntries(own) },
    needed,
    begin: readings,
  })
}

function exercise(row: NamedRow<Key>, draft: Draft): void {
  dollarsOnly(row.text('currency'))
  const exercised = row.needed('exercised', row.date('exercised'))
  const shares = row.needed('shares', row.shares('shares'))
  if (!(Number.isInteger(shares) && shares > 0)) throw new RowFault(`${shares} is not a whole number of shares`)
  const strike = row.needed('strike', row.dollars('strike'))
  const [id, on] = [row.text('grant'), row.date('granted')]
  const [kind, fmv] = [optionKind(row.text('kind')), row.dollars('fmvAtExercise')]
  const grant = { ...(id !== '' && { id }), ...(on !== undefined && { on }), strike }
  const rest = {
    shares: row.shares('grantShares'),
    fmvAtGrant: row.dollars('fmvAtGrant'),
    expires: row.date('expires'),
  }
  const known = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  const sale = saleIn(row, exercised)
  draft.grant({ ...grant, ...(kind && { kind }), ...known }, row.row)
  draft.lot({ grant, exercised, shares, strike, ...(fmv !== undefined && { fmvAtExercise: fmv }) }, row.row)
  if (sale) draft.sale({ lot: { grant, exercised }, ...sale }, row.row)
}

function saleIn(row: NamedRow<Key>, exercised: string) {
  const [on, shares, price] = [row.date('soldOn'), row.shares('soldShares'), row.dollars('salePrice')]
  const proceeds = row.dollars('proceeds')
  if (on === undefined && !shares) return undefined
  if (on === undefined || !shares) throw new RowFault('of the sale its day or its shares are missing')
  if (on < exercised) throw new RowFault(`sold on ${on}, before the exercise of ${exercised}`)
  if (proceeds !== undefined) return { on, shares, ...priceAndFees(shares, price, proceeds) }
  return { on, shares, price: row.needed('salePrice', price) }
}
