/** The basis log: every lot with both bases, and the difference that AMT already knows as income. IRC §56(b)(3). */
import type { WorkSheet } from '@e965/xlsx'
import type { Dossier } from '../dossier.ts'
import { type Cell, count, date, dollars, live, sheetOf, text, total } from './cells.ts'

type Project = Dossier['project']

/** Every lot with both bases, as acquired and as held at the end of the last year; what AMT knows beyond the regular tax. */
export function lotSheet({ lots }: Project): WorkSheet {
  const rows = lots.map(({ acquired, ...lot }, i): Cell[] => {
    const row = i + 2
    return [
      ...[text(lot.id), text(lot.grant), date(lot.exercised), text(lot.planned ? 'planned' : 'done')],
      ...[count(acquired.shares), dollars(acquired.regularBasis), dollars(acquired.amtBasis)],
      basisGap(acquired, `G${row}-F${row}`),
      ...[count(lot.shares), dollars(lot.regularBasis), dollars(lot.amtBasis)],
      basisGap(lot, `K${row}-J${row}`),
      ...[date(lot.qualifyingOn), date(lot.longTermOn), date(lot.amtLongTermOn), text(statuses[lot.status])],
    ]
  })
  type Lot = Project['lots'][number]
  const sum = (column: number, amount: (lot: Lot) => number, plain = false) => total(column, 2, lots.map(amount), plain)
  const totals: Cell[] = [
    ...[text('Total'), null, null, null, sum(4, ({ acquired }) => acquired.shares, true)],
    ...[sum(5, ({ acquired }) => acquired.regularBasis), sum(6, ({ acquired }) => acquired.amtBasis)],
    sum(7, ({ acquired }) => acquired.amtBasis - acquired.regularBasis),
    ...[sum(8, ({ shares }) => shares, true), sum(9, (lot) => lot.regularBasis), sum(10, (lot) => lot.amtBasis)],
    sum(11, (lot) => lot.amtBasis - lot.regularBasis),
  ]
  return sheetOf(lotColumns, lots.length === 0 ? [] : [...rows, totals])
}

const basisGap = ({ amtBasis, regularBasis }: { amtBasis: number; regularBasis: number }, formula: string): Cell =>
  live(amtBasis - regularBasis, formula, amtBasis - regularBasis)

const lotColumns = [
  ...([
    ['Lot', 18],
    ['Grant', 12],
    ['Exercised', 12],
    ['', 9],
    ['Shares bought', 14],
  ] as const),
  ...([
    ['Regular basis', 16],
    ['AMT basis', 16],
    ['Difference', 16],
    ['Shares left', 14],
  ] as const),
  ...([
    ['Regular basis left', 18],
    ['AMT basis left', 16],
    ['Difference left', 16],
  ] as const),
  ...([
    ['Qualifies from', 14],
    ['Long-term from', 14],
    ['For AMT from', 14],
    ['A sale would be', 18],
  ] as const),
]

const statuses: { readonly [Status in Project['lots'][number]['status']]: string } = {
  qualifying: 'qualifying',
  disqualifying: 'disqualifying',
  nonstatutory: 'nonstatutory',
  unvested: 'not vested',
  notExercised: 'not exercised yet',
  soldOut: 'sold',
}
