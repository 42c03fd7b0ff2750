/** What an answer rests on, at its end: notices in full, assumed defaults as a short list. */
import type { RoomAnswer } from '@isoline/engine'
import { count } from './money.ts'
import type { Page } from './page.ts'
import { points } from './text.ts'

interface Grounds extends Pick<RoomAnswer, 'notices' | 'assumed'> {
  /** The tax year answered; left out where the answer is about the shares and no year's tax. */
  readonly year?: number
}

const shownAtMost = 3

/** Notices and assumed defaults; nothing where there are none. */
export function grounds({ year, notices, assumed }: Grounds, page: Page): string[] {
  const rules = notices.filter(({ code }) => code === 'law')
  const open = notices.filter(({ code }) => code !== 'law')
  return [
    ...noticeLines('Keep in mind', rules, page),
    ...noticeLines('Not settled, or not in these figures', open, page),
    ...(year === undefined ? sharesAssumed(assumed, page) : yearAssumed(assumed, year, page)),
  ]
}

function noticeLines(title: string, notices: Grounds['notices'], page: Page): string[] {
  if (notices.length === 0) return []
  const texts = [...new Set(notices.map(({ message }) => message))]
  return ['', page.paint.yellow(title), ...points(texts, page.width)]
}

/** The defaults that say more than "zero" about this year's tax; the others only by their number. */
function yearAssumed(assumed: Grounds['assumed'], year: number, page: Page): string[] {
  const bears = [
    `incomes.${year}.itemized`,
    `incomes.${year}.withheld`,
    'history',
    'carryforwards',
    'household.people[',
  ]
  return assumedLines(assumed, bears, 'facts not given, mostly amounts taken as 0: --json lists each', page)
}

/** The same of the shares; what is assumed of income is not in the answer. */
function sharesAssumed(assumed: Grounds['assumed'], page: Page): string[] {
  const bears = ['grants[', 'lots[']
  const ours = assumed.filter(({ path }) => [...bears, 'plan[', 'company.'].some((each) => path.startsWith(each)))
  return assumedLines(ours, bears, 'facts of grants and lots not given: --json lists each', page)
}

function assumedLines(assumed: Grounds['assumed'], bears: readonly string[], rest: string, page: Page): string[] {
  if (assumed.length === 0) return []
  const { dim } = page.paint
  const telling = assumed.filter(
    ({ path, message }) => message !== 'not given' && bears.some((each) => path.startsWith(each)),
  )
  const texts = telling
    .slice(0, shownAtMost)
    .map(({ path, value, message }) => `${path}: ${value.replaceAll(',"', ', "')} (${message})`)
  const others = assumed.length - texts.length
  const more = `${texts.length > 0 ? `and ${count(others)} more` : count(others)} ${rest}`
  return ['', dim('Assumed'), ...points(others > 0 ? [...texts, more] : texts, page.width).map(dim)]
}
