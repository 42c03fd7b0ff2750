/** A return as filed, as a PDF: the lines of its forms, each the amount beside its number in the right column. */
import { dollarsIn, RowFault } from '../read/cells.ts'
import type { Words } from '../read/pdfWords.ts'
import type { Draft } from './draft.ts'
import { type FiledForm, filedForm, formOf, stateForms, yearOf } from './filedForms.ts'

/** Numbers of lines in the right column stand to the right of this, in points; a Letter page is 612 wide. */
const rightColumn = 340

/** The most that may lie between a line's number and its amount, and between their feet, in points. */
const [apart, uneven] = [120, 4]

/** What a form prints beside the place of an amount: a dollar sign, a mark, the cents. */
const printed = /^(\$|\u25cf|\.?\s*00)$/

/** Takes the forms of a return, one paper for each form and year. False where no page is of one. */
export function readFiledPdf(words: readonly Words[], draft: Draft): boolean {
  const pages = new Map<number, Words[]>()
  for (const each of words) pages.set(each.page, [...(pages.get(each.page) ?? []), each])
  const papers = new Map<string, { form: FiledForm; page: number; boxes: Map<string, number> }>()
  let known = false
  draft.unit = 'page'
  for (const [page, on] of pages) {
    const form = formOf(on)
    if (!form) continue
    known = true
    draft.attempt(page, [form], () => {
      const year = yearOf(form, on)
      if (year === undefined) throw new RowFault(`the year of the form on page ${page} was not found`)
      const before = papers.get(`${form} ${year}`)
      if (before && filedForm(form).firstPageOnly) return
      const paper = before ?? { form, page, boxes: new Map([['taxYear', year]]) }
      papers.set(`${form} ${year}`, paper)
      for (const [line, amount] of linesOf(on)) {
        const other = paper.boxes.get(line)
        if (other !== undefined && other !== amount)
          throw new RowFault(`${line} of ${form} stands twice, as ${other} and as ${amount}`)
        paper.boxes.set(line, amount)
      }
    })
  }
  for (const { form, page, boxes } of papers.values()) {
    draft.paper({ form, boxes: Object.fromEntries(boxes) }, page)
    if (stateForms.has(form)) draft.notes.push(asRead(form, boxes))
  }
  return known
}

/** The lines of a state form in words: a scenario has no place for most of them. */
function asRead(form: FiledForm, boxes: ReadonlyMap<string, number>): string {
  const { taxYear, ...lines } = Object.fromEntries(boxes)
  const shown = Object.entries(lines).map(([line, amount]) => `${line.slice(4)}: ${amount.toLocaleString('en-US')}`)
  return `${filedForm(form).name} of ${taxYear}, lines as read: ${shown.join('; ') || 'none'}.`
}

/** Each numbered amount of the right column. A line without an amount is left out: it is not known to be zero. */
function* linesOf(words: readonly Words[]): Generator<readonly [string, number]> {
  for (const label of words) {
    const [, number, rest] = /^(?:\u25cf\s*)?(\d{1,2}[a-z]?)\.?(?:\s+(\S.*))?$/.exec(label.text) ?? []
    if (number === undefined || label.x < rightColumn) continue
    const beside = words
      .filter(({ x, y, text }) => x >= label.right - 2 && Math.abs(y - label.y) <= uneven && !printed.test(text))
      .sort((one, other) => one.x - other.x)
    // Where only a loss may stand, its brackets are printed on the form
    const loss = rest === '(' || (rest === undefined && beside[0]?.text === '(')
    const next = beside[loss && rest === undefined ? 1 : 0]
    const text = loss || rest === undefined ? next && next.x - label.right <= apart && next.text : rest
    const amount = text ? amountIn(text) : undefined
    if (amount !== undefined) yield [`line${number}`, loss ? -Math.abs(amount) : amount]
  }
}

/** An amount as returns write it: `-0-` is zero. Anything else is no amount. */
function amountIn(text: string): number | undefined {
  if (text === '-0-') return 0
  try {
    return dollarsIn(text)
  } catch (error) {
    if (error instanceof RowFault) return undefined
    throw error
  }
}
