/** The running log of the minimum tax credit as live formulas, federal and of states. */
import type { WorkSheet } from '@e965/xlsx'
import type { Dossier } from '../dossier.ts'
import { type Cell, dollars, live, sheetOf, text, total, year } from './cells.ts'

type Project = Dossier['project']

/** Carried in + generated - used = carried on: Form 8801 year by year. IRC §53. */
export function creditSheet({ creditLog }: Project): WorkSheet {
  const rows = creditLog.map((each, i): Cell[] => {
    const row = i + 2
    const before = creditLog[i - 1]
    return [
      year(each.year),
      // Line 21 is what the year before hands on
      before ? live(each.available, `H${row - 1}`, before.intoNextYear) : dollars(each.available),
      dollars(each.used),
      live(each.carriedOut, `B${row}-C${row}`, each.available - each.used),
      dollars(each.amt),
      dollars(each.exclusionPart),
      live(each.generated, `E${row}-F${row}`, each.amt - each.exclusionPart),
      live(each.intoNextYear, `D${row}+G${row}`, each.carriedOut + each.generated),
      ...[each.gap, each.amtBasisOutstanding, each.basisDifference].map(dollars),
      text(limits[each.limitedBy]),
    ]
  })
  const sum = (column: number, amount: (each: Project['creditLog'][number]) => number) =>
    total(column, 2, creditLog.map(amount))
  const totals: Cell[] = [
    ...[text('Total'), null, sum(2, (each) => each.used), null],
    ...[sum(4, (each) => each.amt), sum(5, (each) => each.exclusionPart), sum(6, (each) => each.generated)],
  ]
  return sheetOf(creditColumns, creditLog.length === 0 ? [] : [...rows, totals])
}

const creditColumns = [
  ['Year', 8],
  ['Carried in (8801 line 21)', 24],
  ['Used (line 25)', 16],
  ['Carried out (line 26)', 20],
  ['AMT (6251 line 11)', 18],
  ['Of exclusion items (next 8801 line 15)', 34],
  ['Credit made (next line 18)', 24],
  ['Into the next year', 18],
  ['Gap (line 24)', 16],
  ['AMT basis held', 16],
  ['Above regular basis', 20],
  ['Limited by', 14],
] as const

const limits = { gap: 'gap', credit: 'credit', noCredit: 'no credit' } as const

/** The same of each state with an AMT of its own. */
export function stateCreditSheet({ stateCreditLog }: Project): WorkSheet {
  const rows = stateCreditLog.map((each, i): Cell[] => {
    const row = i + 2
    const before = stateCreditLog[i - 1]
    const follows = before?.state === each.state && before.year === each.year - 1
    return [
      ...[text(each.state), year(each.year)],
      follows ? live(each.available, `H${row - 1}`, before.intoNextYear) : dollars(each.available),
      ...[dollars(each.used), dollars(each.amt), dollars(each.exclusionPart)],
      live(each.generated, `E${row}-F${row}`, each.amt - each.exclusionPart),
      live(each.intoNextYear, `C${row}-D${row}+G${row}`, each.available - each.used + each.generated),
      dollars(each.leftBehind),
    ]
  })
  const columns = [
    ...(['State', 'Year', 'Carried in', 'Used', 'AMT', 'Of exclusion items', 'Credit made'] as const),
    ...(['Into the next year', 'Left behind'] as const),
  ]
  return sheetOf(
    columns.map((head, i) => [head, i < 2 ? 8 : 20]),
    rows,
  )
}
