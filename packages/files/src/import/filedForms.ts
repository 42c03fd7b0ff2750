/** Forms of a return as filed: by which words a page is known to be of one, and where its year stands. */
import type { Words } from '../read/pdfWords.ts'
import type { Paper } from './found.ts'

export type FiledForm = Exclude<Paper['form'], 'form3921' | 'formW2' | 'form1099B'>

interface Known {
  /** As people call it. */
  readonly name: string
  /** The running head or foot, with the year. */
  readonly foot: RegExp
  /** The title of its first page. */
  readonly title: RegExp
  /** Its other pages number their lines from 1 again. */
  readonly firstPageOnly?: true
}

const scheduleD: Known = {
  name: 'Schedule D',
  foot: /schedule d \(form 1040\),? \(?(20\d\d)/i,
  title: /schedule d\b(?! tax| \(540)[\s\S]{0,80}form 1040\b/i,
}

/** Most particular first: titles of state forms hold words of federal ones. */
const known: { readonly [Each in Exclude<FiledForm, 'scheduleDAmt'>]: Known } = {
  scheduleP540: {
    name: 'Schedule P (540)',
    foot: /schedule p \(540\) \(?(20\d\d)/i,
    title: /alternative minimum tax and credit limitations.{0,3}residents/i,
    // Part III, credits one by one
    firstPageOnly: true,
  },
  form3510: {
    name: 'FTB 3510',
    foot: /ftb 3510 \(?(20\d\d)/i,
    title: /credit for prior year alternative minimum tax.{0,3}individuals/i,
  },
  form540: { name: 'Form 540', foot: /form 540 \(?(20\d\d)/i, title: /california resident income tax return/i },
  form6251: {
    name: 'Form 6251',
    foot: /form 6251 \((20\d\d)\)/i,
    title: /(?<!prior year )alternative minimum tax.{0,3}individuals/i,
  },
  form8801: { name: 'Form 8801', foot: /form 8801 \((20\d\d)\)/i, title: /credit for prior year minimum tax/i },
  form1040: { name: 'Form 1040', foot: /form 1040 \((20\d\d)\)/i, title: /u\.?s\.? individual income tax return/i },
  scheduleD,
}
const forms = Object.keys(known) as (keyof typeof known)[]

/** What is known of a form. */
export const filedForm = (form: FiledForm): Known =>
  form === 'scheduleDAmt' ? { ...scheduleD, name: 'Schedule D for the alternative minimum tax' } : known[form]

/** The forms of a state. */
export const stateForms: ReadonlySet<Paper['form']> = new Set(['form540', 'scheduleP540', 'form3510'])

/** The form a page is of, by its head and foot; undefined for other forms, and for worksheets that name a form. */
export function formOf(words: readonly Words[]): FiledForm | undefined {
  const top = topOf(words)
  const foot = Math.min(...words.map(({ y }) => y))
  const edges = words.filter(({ y }) => y > top - 110 || y < foot + 20)
  const text = edges.map((each) => each.text).join(' ')
  const form = forms.find((each) => known[each].foot.test(text)) ?? forms.find((each) => known[each].title.test(text))
  if (form !== 'scheduleD') return form
  if (/worksheet/i.test(text)) return undefined
  return /\bAMT\b|alternative minimum tax/i.test(text) ? 'scheduleDAmt' : form
}

/** The year of a form: of its running foot, or standing alone in its head. */
export function yearOf(form: FiledForm, words: readonly Words[]): number | undefined {
  const text = words.map((each) => each.text).join(' ')
  const head = words.find((each) => each.y > topOf(words) - 110 && /^20\d\d$/.test(each.text))?.text
  const year = filedForm(form).foot.exec(text)?.[1] ?? head
  return year === undefined ? undefined : Number(year)
}

const topOf = (words: readonly Words[]): number => Math.max(...words.map(({ y }) => y))
