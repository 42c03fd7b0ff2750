/** A return as filed, as a PDF: the lines of Forms 1040, 6251 and 8801, each the amount beside its number in the right column. */
import { dollarsIn, RowFault } from '../read/cells.ts'
import type { Words } from '../read/pdfWords.ts'
import type { Draft } from './draft.ts'
import type { Paper } from './found.ts'

type FiledForm = Extract<Paper['form'], 'form1040' | 'form6251' | 'form8801'>

/** By what a page is known: the title of its first page, the running head or foot of the others. Schedules are other forms. */
const titles: { readonly [Each in FiledForm]: RegExp } = {
  form6251: /alternative minimum tax.{0,3}individuals|form 6251 \(20\d\d\)/i,
  form8801: /credit for prior year minimum tax|form 8801 \(20\d\d\)/i,
  form1040: /u\.?s\.? individual income tax return|form 1040 \(20\d\d\)/i,
}
const forms = Object.keys(titles) as FiledForm[]

/** Numbers of lines in the right column stand to the right of this, in points; a Letter page is 612 wide. */
const rightColumn = 340

/** The most that may lie between a line's number and its amount, and between their feet, in points. */
const [apart, uneven] = [120, 4]

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
      const paper = papers.get(`${form} ${year}`) ?? { form, page, boxes: new Map([['taxYear', year]]) }
      papers.set(`${form} ${year}`, paper)
      for (const [line, amount] of linesOf(on)) {
        const before = paper.boxes.get(line)
        if (before !== undefined && before !== amount)
          throw new RowFault(`${line} of ${form} stands twice, as ${before} and as ${amount}`)
        paper.boxes.set(line, amount)
      }
    })
  }
  for (const { form, page, boxes } of papers.values()) draft.paper({ form, boxes: Object.fromEntries(boxes) }, page)
  return known
}

function formOf(words: readonly Words[]): FiledForm | undefined {
  const top = Math.max(...words.map(({ y }) => y))
  const foot = Math.min(...words.map(({ y }) => y))
  const edges = words.filter(({ y }) => y > top - 110 || y < foot + 20)
  const text = edges.map((each) => each.text).join(' ')
  return forms.find((form) => titles[form].test(text))
}

function yearOf(form: FiledForm, words: readonly Words[]): number | undefined {
  const text = words.map((each) => each.text).join(' ')
  const stated = new RegExp(`form ${form.slice(4)} \\((20\\d\\d)\\)`, 'i').exec(text)?.[1]
  const top = Math.max(...words.map(({ y }) => y))
  const head = words.find((each) => each.y > top - 110 && /^20\d\d$/.test(each.text))?.text
  const year = stated ?? head
  return year === undefined ? undefined : Number(year)
}

/** Each numbered amount of the right column. A line without an amount is left out: it is not known to be zero. */
function* linesOf(words: readonly Words[]): Generator<readonly [string, number]> {
  for (const label of words) {
    const [, number, rest] = /^(\d{1,2}[a-z]?)\.?(?:\s+(\S.*))?$/.exec(label.text) ?? []
    if (number === undefined || label.x < rightColumn) continue
    const beside = words
      .filter(({ x, y, text }) => x >= label.right - 2 && Math.abs(y - label.y) <= uneven && text !== '$')
      .sort((one, other) => one.x - other.x)[0]
    const text = rest ?? (beside && beside.x - label.right <= apart ? beside.text : undefined)
    const amount = text === undefined ? undefined : amountIn(text)
    if (amount !== undefined) yield [`line${number}`, amount]
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
