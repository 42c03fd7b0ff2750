/** What opens or closes the gap that lets credit back: the years ahead with one fact changed. */
import type { CreditAnswer, CreditYear } from '@isoline/engine'
import { count, signedDollars, sparseDollars } from './money.ts'
import type { Page } from './page.ts'
import { table } from './table.ts'
import { listed, points } from './text.ts'

type Answer = Pick<CreditAnswer, 'moves' | 'creditLog'>
type Move = CreditAnswer['moves'][number]['moves'][number]

/** The years shown, and the width of what a move is called. */
const shownAtMost = 5
const labelWidth = 27

/** Credit by which each move changes what comes back, in the first years in which any does. */
export function gapLines({ moves, creditLog }: Answer, page: Page): string[] {
  const logOf = (year: number): CreditYear | undefined => creditLog.find((each) => each.year === year)
  const years = moves.filter((each) => each.moves.some(({ used }) => Math.abs(used) >= 0.5)).slice(0, shownAtMost)
  const last = years.at(-1)
  if (!last) return []
  const names = moveNames.filter((what) => years.some((each) => Math.abs(usedBy(each.moves, what) ?? 0) >= 0.5))
  const columns = [
    { head: 'Credit used', width: labelWidth },
    ...years.map(({ year }) => ({ head: String(year), align: 'right' as const })),
  ]
  const rows = [
    ['as it is', ...years.map(({ year }) => sparseDollars(logOf(year)?.used ?? 0))],
    ...names.map((what) => [
      words(what, years.flatMap((each) => each.moves).find((move) => move.what === what)?.by ?? 0),
      ...years.map((each) => changed(usedBy(each.moves, what))),
    ]),
  ]
  const between = moves.filter(({ year }) => year < last.year && years.every((each) => each.year !== year))
  const texts = [...closedYears(between, logOf), ...narrowing(years), ...leaving(years)]
  return [
    page.paint.bold('What opens or closes the gap, in dollars of credit'),
    ...table(columns, rows, page),
    ...(texts.length > 0 ? ['', ...points(texts, page.width)] : []),
  ]
}

const usedBy = (moves: readonly Move[], what: Move['what']): number | undefined =>
  moves.find((move) => move.what === what)?.used

/** Blank where the move is not one of that year: no shares to sell, no state tax to lose. */
const changed = (used: number | undefined): string => (used === undefined ? '' : signedDollars(used))

const moveNames = [
  ...(['wages', 'bonus', 'sabbatical', 'exercise', 'sale', 'stateTaxAtCap', 'noStateTax'] as const),
] as const satisfies readonly Move['what'][]

function words(what: Move['what'], by: number): string {
  switch (what) {
    case 'wages':
      return `${count(by)} more of wages`
    case 'bonus':
      return `a bonus of ${count(by)}`
    case 'sabbatical':
      return 'half the year unpaid (sabbatical)'
    case 'exercise':
      return `another exercise, with ${count(by)} of spread`
    case 'sale':
      return `a sale of shares with ${count(by)} of basis difference`
    case 'stateTaxAtCap':
      return 'a move to a state whose tax fills the deduction cap'
    case 'noStateTax':
      return 'a move to a state without income tax'
  }
}

/** Years left out of the table because nothing in it lets credit back. */
function closedYears(between: Answer['moves'], logOf: (year: number) => CreditYear | undefined): string[] {
  const withCredit = between.filter(({ year }) => (logOf(year)?.available ?? 0) > 0)
  if (withCredit.length === 0) return []
  const named = listed(withCredit.map(({ year }) => String(year)))
  return [`In ${named} none of these lets credit back: tentative minimum tax is too far above regular tax.`]
}

/** Where more wages let less credit back, which few expect. */
function narrowing(years: Answer['moves']): string[] {
  if (!years.some((each) => (usedBy(each.moves, 'wages') ?? 0) <= -0.5)) return []
  return [
    'More wages let less credit back where tentative minimum tax takes more of the next dollar (26 or 28 cents, more in the phase-out of the exemption) than regular tax does. Only wages in the brackets above it open the gap.',
  ]
}

/** What a leave does depends on where it leads: it can open the gap, or close it. */
function leaving(years: Answer['moves']): string[] {
  const used = years.map((each) => usedBy(each.moves, 'sabbatical') ?? 0)
  if (!used.some((each) => each <= -0.5)) return []
  return ['A year with little pay can shut the credit in: regular tax falls towards tentative minimum tax, or to it.']
}
