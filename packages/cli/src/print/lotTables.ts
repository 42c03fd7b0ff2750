/** The tables of lots: what they cost in each system, when they qualify, what AMT took in. */
import type { LotRow, LotsAnswer } from '@isoline/engine'
import { hasKinds } from './lotParts.ts'
import { count, dollars } from './money.ts'
import type { Page } from './page.ts'
import { table } from './table.ts'
import { listed } from './text.ts'

type LotStatus = LotRow['status']

const statusWords = {
  qualifying: 'qualifying',
  disqualifying: 'disqualifying',
  nonstatutory: 'nonstatutory',
  unvested: 'not vested',
  notExercised: 'not exercised',
  soldOut: 'none left',
} as const satisfies { readonly [Status in LotStatus]: string }

/** Lots above which a table counts them by what a sale would be, and those with none left are not listed. */
const summedAbove = 10

/** The lots that are listed. */
export const shownLots = ({ lots }: LotsAnswer): readonly LotRow[] =>
  lots.length > summedAbove ? lots.filter(({ status }) => status !== 'soldOut') : lots

/** Lots named one by one in a sentence; more are counted. */
const namedAtMost = 3

/** Lots by name, or how many of all they are. */
export const named = (some: readonly LotRow[], all: number): string =>
  some.length <= namedAtMost ? listed(some.map(({ id }) => id)) : `${some.length} of ${all} lots`

/** How many lots there are by what a sale would be; nothing where they are few. */
export function statusTable({ lots, asOf }: LotsAnswer, page: Page): string[] {
  if (lots.length <= summedAbove) return []
  const rows = (Object.keys(statusWords) as LotStatus[]).flatMap((status) => {
    const some = lots.filter((lot) => lot.status === status)
    return some.length === 0 ? [] : [[statusWords[status], count(some.length), ...sums(some)]]
  })
  const columns = [
    { head: `Sale on ${asOf}` },
    { head: 'Lots', align: 'right' },
    { head: 'Shares', align: 'right' },
    { head: 'Regular basis', align: 'right' },
    { head: 'AMT basis', align: 'right' },
  ] as const
  return ['', ...table(columns, [...rows, ['', count(lots.length), ...sums(lots)]], page)]
}

const sum = (lots: readonly LotRow[], amount: (lot: LotRow) => number): number =>
  lots.reduce((total, lot) => total + amount(lot), 0)

const sums = (lots: readonly LotRow[]): string[] => [
  count(+sum(lots, ({ shares }) => shares).toFixed(6)),
  dollars(sum(lots, ({ regularBasis }) => regularBasis)),
  dollars(sum(lots, ({ amtBasis }) => amtBasis)),
]

/** Longer names are broken: a table of lots keeps the width of the page. */
export const nameWidth = 20

/** What is held of each lot, and what it cost in each system. */
export function basisTable({ lots, heldOn, asOf }: LotsAnswer, page: Page): string[] {
  const changed = lots.some(({ shares, acquired }) => shares !== acquired.shares)
  const columns = [
    { head: 'Lot', width: nameWidth },
    ...(changed ? [{ head: 'Shares\nacquired', align: 'right' as const }] : []),
    { head: changed ? `Held on\n${heldOn}` : 'Shares', align: 'right' },
    { head: 'Regular\nbasis', align: 'right' },
    { head: '\na share', align: 'right' },
    { head: 'AMT\nbasis', align: 'right' },
    { head: '\na share', align: 'right' },
  ] as const
  const rows = lots.map((lot) => {
    const { id, shares, regularBasis, amtBasis, acquired } = lot
    const perShare = (basis: number): string => (hasKinds(lot, asOf) ? 'differs' : dollars(basis / shares))
    const bases = [dollars(regularBasis), perShare(regularBasis), dollars(amtBasis), perShare(amtBasis)]
    return [id, ...(changed ? [count(acquired.shares)] : []), count(shares), ...(shares === 0 ? [] : bases)]
  })
  return table(columns, rows, page)
}

/** When each lot qualifies and becomes long-term. */
export function clockTable({ lots, asOf }: LotsAnswer, page: Page): string[] {
  // The AMT clock runs apart from the regular one only where shares were bought before they vested
  const apart = lots.some(({ longTermOn, amtLongTermOn }) => longTermOn !== amtLongTermOn)
  const columns = [
    { head: 'Lot', width: nameWidth },
    { head: '\nExercised' },
    { head: 'Long-term\nfrom' },
    ...(apart ? [{ head: 'For AMT\nfrom' }] : []),
    { head: 'Qualifies\nfrom' },
    { head: `Sale on\n${asOf}` },
  ]
  const rows = lots.map(({ id, exercised, longTermOn, amtLongTermOn, qualifyingOn, status }) => [
    ...[id, exercised, longTermOn ?? 'never'],
    ...(apart ? [amtLongTermOn ?? 'never'] : []),
    ...[qualifyingOn ?? 'never', statusWords[status]],
  ])
  return table(columns, rows, page)
}

/** What AMT took in, or will, year by year. */
export function inclusionTable({ lots }: LotsAnswer, page: Page): string[] {
  const all = lots.flatMap(({ id, inclusions }) => inclusions.map((each) => ({ ...each, id })))
  const years = [...new Set(all.filter(({ amount }) => amount !== 0).map(({ year }) => year))].sort((a, b) => a - b)
  if (years.length === 0) return []
  const columns = [
    { head: 'Year' },
    { head: 'AMT income\n(Form 6251 line 2i)', align: 'right' },
    { head: 'From', width: page.width - 30 },
  ] as const
  const rows = years.map((year) => {
    const some = all.filter((each) => each.year === year && each.amount !== 0)
    const ids = [...new Set(some.map(({ id }) => id))]
    const from = ids.length > namedAtMost ? `${ids.length} lots` : listed(ids)
    return [String(year), dollars(some.reduce((total, { amount }) => total + amount, 0)), from]
  })
  return ['', ...table(columns, rows, page)]
}
