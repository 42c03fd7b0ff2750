/** A reason as an indented tree: what each line says to do, its amount at the right, its authority below. */
import type { Reason } from '@isoline/engine'
import { count, dollars, percent } from './money.ts'
import type { Page } from './page.ts'
import { wrapped } from './text.ts'

/** A reason in which every name is followed once: where it comes up again, or the depth ends, `from` is empty and says so. */
export interface OnceReason extends Omit<Reason, 'from'> {
  readonly from: readonly OnceReason[]
  readonly left?: 'elsewhere' | 'deeper'
}

/**
 * The tree of a reason, `depth` levels down, with each name followed where it stands highest: followed everywhere, the
 * tree of an itemizer has more branches than memory holds. `look` gives the reason for a name with those just below it.
 */
export function once(root: Reason, depth: number, look: (name: string) => Reason | undefined): OnceReason {
  const whole: { -readonly [Key in keyof OnceReason]: OnceReason[Key] } = { ...root, from: [] }
  const followed = new Set([root.name])
  let level = [{ node: whole, reason: root }]
  for (let at = 0; at < depth && level.length > 0; at++) {
    const next: typeof level = []
    for (const { node, reason } of level) {
      node.from = reason.from.map((each) => {
        const below: typeof whole = { ...each, from: [] }
        const its = look(each.name)
        if (!its || its.from.length === 0) return below
        if (followed.has(each.name)) return { ...below, left: 'elsewhere' }
        followed.add(each.name)
        next.push({ node: below, reason: its })
        return below
      })
    }
    level = next
  }
  for (const { node, reason } of level) if (reason.from.length > 0) node.left = 'deeper'
  return whole
}

/** The lines of a tree on a page. */
export function reasonLines(reason: OnceReason, page: Page): string[] {
  const [root = '', ...rest] = own(reason, page, '', '')
  return [page.paint.bold(root), ...rest, ...below(reason, page, '')]
}

function below(reason: OnceReason, page: Page, indent: string): string[] {
  const [branch, last, pass] = page.unicode ? ['├ ', '└ ', '│ '] : ['|-', '`-', '| ']
  return reason.from.flatMap((each, i) => {
    const end = i === reason.from.length - 1
    const inside = `${indent}${end ? '  ' : pass}`
    return [...own(each, page, `${indent}${end ? last : branch}`, inside), ...below(each, page, inside)]
  })
}

/** Title and amount on the first line; then the instruction, then authority and standing. */
function own(reason: OnceReason, page: Page, first: string, rest: string): string[] {
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

function authority({ name, cite, source, status, left }: OnceReason): string {
  const standing = status === undefined || status === 'published' ? undefined : status.toUpperCase()
  const more = left === 'deeper' ? `more: explain ${name}` : left && 'followed elsewhere in this tree'
  return [cite, source, standing, more].filter((text) => text !== undefined).join('; ')
}

function amountText({ amount, unit }: OnceReason): string {
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
