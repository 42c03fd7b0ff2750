/** Forms as they are read: the number of each line, what it says to do, and its amount. */
import { type Explainable, figuredForms, linesOf, reasonFor } from '@isoline/engine'
import { dollars } from './money.ts'
import type { Page } from './page.ts'
import { wrapped } from './text.ts'

/** Every form of a return; lines of zero only with `every`. */
export function formLines(of: Explainable, every: boolean, page: Page): string[] {
  const forms = figuredForms(of.return).flatMap((form) => {
    const lines = linesOf(form).flatMap((line) => lineLines(form.id, line, of, every, page))
    return lines.length === 0 ? [] : ['', page.paint.bold(form.title), ...lines]
  })
  const left = every ? [] : ['', page.paint.dim('Lines of zero are left out; --forms shows every line.')]
  return [...forms, ...left]
}

const amountWidth = 16

/** One line with its words; nothing where it is zero, and not every line is wanted, or was not figured. */
export function lineLines(form: string, line: string, of: Explainable, every: boolean, page: Page): string[] {
  const reason = reasonFor(`${form}.${line}`, of, 0)
  if (!reason || (reason.amount === 0 && !every)) return []
  const number = /^line(\d+[a-z]{0,2})$/.exec(line)?.[1] ?? ''
  const words = reason.words ?? ''
  const [first = '', ...rest] = wrapped(words, page.width - amountWidth, `  ${number.padEnd(6)}`, ' '.repeat(8))
  const amount = reason.unit === 'switch' ? String(reason.amount) : dollars(reason.amount)
  return [`${first.padEnd(page.width - amount.length)}${amount}`, ...rest]
}
