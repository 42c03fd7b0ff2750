/** The credit log of states with an AMT of their own. */
import type { StateCreditYear } from '@isoline/engine'
import { dollars, sparseDollars } from './money.ts'
import type { Page } from './page.ts'
import { tableOf } from './table.ts'
import { points } from './text.ts'

/** One line for each state and year in which there is AMT or credit; nothing where there is none. */
export function stateCreditLines(log: readonly StateCreditYear[], page: Page): string[] {
  const rows = log.filter(({ amt, available, intoNextYear }) => amt + available + Math.abs(intoNextYear) >= 0.5)
  if (rows.length === 0) return []
  const some = (amount: (row: StateCreditYear) => number): boolean => rows.some((row) => Math.abs(amount(row)) >= 0.5)
  const columns = [
    { head: '\n\nYear' },
    { head: '\n\nState' },
    { head: '\n\nAMT', align: 'right' as const },
    { head: 'Never\ncomes\nback', align: 'right' as const, shown: some(({ exclusionPart }) => exclusionPart) },
    { head: '\nCredit\nmade', align: 'right' as const },
    { head: '\nCredit\nused', align: 'right' as const },
    { head: 'Into\nnext\nyear', align: 'right' as const },
  ]
  const cells = rows.map(({ year, state, amt, exclusionPart, generated, used, intoNextYear }) => [
    String(year),
    state,
    ...[amt, exclusionPart, generated, used, intoNextYear].map(sparseDollars),
  ])
  return ['', page.paint.bold('State credit log'), ...tableOf(columns, cells, page), ...meaning(rows, page)]
}

/** Credit of a state that one has left. */
function meaning(rows: readonly StateCreditYear[], page: Page): string[] {
  const last = new Map(rows.filter(({ leftBehind }) => leftBehind > 0).map((row) => [row.state, row]))
  const texts = [...last.values()].map(
    ({ state, leftBehind }) =>
      `${dollars(leftBehind)} of credit stays behind in ${state}: it can only be used against tax of ${state}.`,
  )
  return texts.length > 0 ? ['', ...points(texts, page.width)] : []
}
