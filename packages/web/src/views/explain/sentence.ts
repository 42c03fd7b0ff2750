/** What the panel says first: the amount, and why it is that much. */
import type { Reason } from '@isoline/engine'
import { count, exactMoney, money, percent } from '../../words/money.ts'
import { capital, isFigure, labelOf, lineOf, type Story, type StoryRow, shortLabel, titleCase } from './story.ts'

/** What people call a line that is asked about often. */
const called: { readonly [name: string]: string } = {
  'form6251.line11': 'AMT',
  'form1040.line24': 'Total tax',
  'form8801.line25': 'Credit that comes back',
  'form8801.line26': 'Credit carried on',
}

/** What an amount is called, without its form where it has a name of its own. */
export const nameOf = (reason: Reason): string =>
  titleCase(called[reason.name] ?? shortLabel(labelOf(reason) ?? reason.title), reason)

/** An amount in its unit, whole dollars unless `exact`. */
export function amountText({ amount, unit }: Pick<Reason, 'amount' | 'unit'>, exact = false): string {
  if (unit === 'dollars') return exact ? exactMoney(amount) : money(amount)
  if (unit === 'rate') return percent(amount / 10_000)
  if (unit === 'switch') return amount === 1 ? 'yes' : 'no'
  if (unit === 'schedule') return 'a schedule'
  return count(amount)
}

/** The words of a line; of one that is yes or no, the question it answers. */
export const wordsOf = ({ words, title, unit }: Reason): string =>
  unit === 'switch' ? (words ?? title).replace(/^1 if (.*), otherwise 0\.?$/, 'Whether $1.') : (words ?? title)

/** How a line is figured: its words after what it is called. */
export const figuredBy = (reason: Reason): string =>
  capital(
    wordsOf(reason)
      .slice((labelOf(reason)?.length ?? -1) + 1)
      .trim(),
  )

/** Where the amount stands: the year, the form, the line. */
export function placeOf(reason: Reason, year: number): string[] {
  const line = lineOf(reason)
  if (line === '') return [String(year), reason.title]
  const form = reason.title.replace(/ line \d.*$/, '')
  return [String(year), form, `line ${line}`]
}

/** Why it is that much, in one sentence: of what it is made, or the words of its line. */
export function becauseOf(reason: Reason, { parts, rows }: Story): string {
  if (reason.name === 'form6251.line11') return becauseOfAmt(reason, parts, rows)
  if (isFigure(reason)) return `A figure that the law sets${reason.cite ? `: ${reason.cite}` : ''}.`
  if (parts.length === 0) return reason.words ? figuredBy(reason) : 'You gave this amount: it is a fact of your file.'
  const sum = parts.reduce((total, { reason: part, sign }) => total + sign * part.amount, 0)
  if (Math.abs(sum - reason.amount) >= 0.01 || Math.abs(reason.amount) < 0.005) return figuredBy(reason)
  const [first, second, third] = parts as [StoryRow, StoryRow?, StoryRow?]
  if (!second) return reason.words ? figuredBy(reason) : `It comes from ${said(first)}.`
  if (!third) {
    const [one, other] = [apart(first, second), apart(second, first)]
    const [whole, off] = first.sign < 0 ? [other, one] : [one, other]
    return off.sign < 0 ? `That is ${said(whole)}, less ${said(off)}.` : `That is ${said(whole)}, and ${said(off)}.`
  }
  return parts.length === 3
    ? `That is ${said(first)}, ${said(second)}, and ${said(third)}.`
    : `That is the sum of ${parts.length} amounts.`
}

function becauseOfAmt(reason: Reason, parts: readonly StoryRow[], rows: readonly StoryRow[]): string {
  const [tentative, regular] = parts
  const spread = rows.find(({ name }) => name === 'form6251.line2i')
  if (!tentative || !regular) return figuredBy(reason)
  if (reason.amount < 0.005)
    return `The tax figured the other way, ${money(tentative.reason.amount)}, does not pass your regular tax of ${money(regular.reason.amount)}.`
  const adds = spread ? `Your exercises add ${money(spread.reason.amount)} to AMT income, and the` : 'The'
  return `${adds} tax figured that way passes your regular tax by this much.`
}

const said = ({ title, label, lines, reason }: StoryRow): string =>
  `${label || lines === '' ? lowered(title) : `line ${lines.split(', ').at(-1)}`} (${amountText(reason)})`

/** Two forms call their lines alike: then each by its form. */
const apart = (row: StoryRow, other: StoryRow): StoryRow =>
  row.title === other.title ? { ...row, title: row.reason.title } : row

/** A title within a sentence; one that begins with a name or an abbreviation stays as it is. */
const lowered = (title: string): string =>
  /^(Form|Schedule|AMT|Qualified Dividends|[A-Z]{2}\b|[A-Z]\w*\d)/.test(title)
    ? title
    : title.charAt(0).toLowerCase() + title.slice(1)
