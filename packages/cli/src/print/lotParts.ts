/** The parts of a lot where they differ: ISO and nonstatutory shares, vested and not. */
import type { LotRow, LotsAnswer } from '@isoline/engine'
import { count, dollars } from './money.ts'
import type { Page } from './page.ts'
import { table } from './table.ts'
import { points, wrapped } from './text.ts'

type Part = LotRow['parts'][number]

/** Lots whose parts are shown. */
const shownAtMost = 12

/** A table for each lot with shares of more than one kind. Shares that vest on several days are one row, first to last day. */
export function partLines({ lots, asOf }: LotsAnswer, page: Page): string[] {
  const some = lots.filter((lot) => hasKinds(lot, asOf))
  const tables = some.slice(0, shownAtMost).flatMap(({ id, parts }) => [
    '',
    ...wrapped(`Parts of ${id}`, page.width, '  '),
    ...table(
      columns,
      kindsOf(parts, asOf).map((kind) => cells(kind, asOf)),
      page,
    ),
  ])
  const more = some.length - shownAtMost
  return more > 0
    ? [...tables, '', ...points([`The parts of ${more} more lots are left out: --json has them.`], page.width)]
    : tables
}

/** Whether the shares of a lot are not all alike. */
export const hasKinds = ({ parts }: LotRow, asOf: string): boolean => kindsOf(parts, asOf).length > 1

const columns = [
  { head: 'Kind' },
  { head: 'Shares', align: 'right' },
  { head: 'Regular basis\na share', align: 'right', width: 13 },
  { head: 'AMT basis\na share', align: 'right', width: 13 },
  { head: 'Vests', width: 13 },
  { head: 'Long-term\nfrom', width: 13 },
] as const

/** Parts by what they are, those with shares left. */
function kindsOf(parts: readonly Part[], asOf: string): Part[][] {
  const kinds = new Map<string, Part[]>()
  for (const part of parts.filter(({ shares }) => shares > 0)) {
    const name = `${part.nonstatutory} ${part.vestsOn === null} ${isVested(part, asOf)}`
    kinds.set(name, [...(kinds.get(name) ?? []), part])
  }
  return [...kinds.values()]
}

const isVested = ({ vestsOn }: Part, asOf: string): boolean => vestsOn !== null && vestsOn <= asOf

function cells(kind: readonly Part[], asOf: string): string[] {
  const [part] = kind
  if (!part) return []
  return [
    part.nonstatutory ? 'NSO' : 'ISO',
    count(+kind.reduce((sum, { shares }) => sum + shares, 0).toFixed(6)),
    perShare(kind, 'regularBasis'),
    perShare(kind, 'amtBasis'),
    isVested(part, asOf) ? 'vested' : span(kind, 'vestsOn'),
    span(kind, 'longTermOn'),
  ]
}

/** The amount of a share, or the least and the most of it. */
function perShare(kind: readonly Part[], name: 'regularBasis' | 'amtBasis'): string {
  const each = kind.map((part) => part[name] / part.shares)
  const [least, most] = [dollars(Math.min(...each)), dollars(Math.max(...each))]
  return least === most ? least : `${least} to ${most}`
}

/** The day, or the first and the last. */
function span(kind: readonly Part[], name: 'vestsOn' | 'longTermOn'): string {
  const days = kind.map((part) => part[name] ?? 'never').sort()
  const [first = '', last = ''] = [days[0], days.at(-1)]
  return first === last ? first : `${first} to ${last}`
}
