/** A reason as an indented tree: what each line says to do, its amount at the right, its authority below. */
import type { Reason } from '@isoline/engine'
import { count, dollars, percent } from './money.ts'
import type { Page } from './page.ts'
import { wrapped } from './text.ts'

/** The lines of a tree on a page. */
export function reasonLines(reason: Reason, page: Page): string[] {
  const [root = '', ...rest] = own(reason, page, '', '')
  return [page.paint.bold(root), ...rest, ...below(reason, page, '')]
}

function below(reason: Reason, page: Page, indent: string): string[] {
  const [branch, last, pass] = page.unicode ? ['├ ', '└ ', '│ '] : ['|-', '`-', '| ']
  return reason.from.flatMap((each, i) => {
    const end = i === reason.from.length - 1
    const inside = `${indent}${end ? '  ' : pass}`
    return [...own(each, page, `${indent}${end ? last : branch}`, inside), ...below(each, page, inside)]
  })
}

/** Title and amount on the first line; then the instruction, then authority and standing. */
function own(reason: Reason, page: Page, first: string, rest: string): string[] {
  const { paint, width } = page
  const amount = amountText(reason)
  const title = `${first}${reason.title}`.slice(0, width - amount.length - 2)
  const words = [reason.words, reason.note].filter((text) => text !== undefined).join(' ')
  const under = `${rest}${reason.from.length > 0 ? (page.unicode ? '│ ' : '| ') : '  '}`
  return [
    `${title}${' '.repeat(width - title.length - amount.length)}${amount}`,
    ...(words ? wrapped(words, width, under) : []),
    ...wrapped(authority(reason), width, under)
      .filter((line) => line.trim() !== under.trim())
      .map(paint.dim),
  ]
}

function authority({ name, cite, source, status, left }: Reason): string {
  const standing = status === undefined || status === 'published' ? undefined : status.toUpperCase()
  const more = left === 'deeper' ? `more: explain ${name}` : left && 'followed elsewhere in this tree'
  return [cite, source, standing, more].filter((text) => text !== undefined).join('; ')
}

function amountText({ amount, unit }: Reason): string {
  switch (unit) {
    case 'dollars':
      return dollars(amount)
    case 'rate':
      return percent(amount / 10_000)
    case 'schedule':
      return 'schedule'
    default:
      return count(amount)
  }
}
