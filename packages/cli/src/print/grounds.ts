/** What an answer rests on, at its end: notices in full, assumed defaults as a short list. */
import type { RoomAnswer } from '@isoline/engine'
import type { Page } from './page.ts'
import { points } from './text.ts'

type Grounds = Pick<RoomAnswer, 'year' | 'notices' | 'assumed'>

const shownAtMost = 3

/** Notices and assumed defaults; nothing where there are none. */
export function grounds({ year, notices, assumed }: Grounds, page: Page): string[] {
  return [...noticeLines(notices, page), ...assumedLines(assumed, year, page)]
}

function noticeLines(notices: Grounds['notices'], page: Page): string[] {
  if (notices.length === 0) return []
  const texts = [...new Set(notices.map(({ message }) => message))]
  return ['', page.paint.yellow('Not settled, or not in these figures'), ...points(texts, page.width)]
}

/** The defaults that say more than "zero" about this year's tax; the others only by their number. */
function assumedLines(assumed: Grounds['assumed'], year: number, page: Page): string[] {
  if (assumed.length === 0) return []
  const { dim } = page.paint
  const bears = [
    `incomes.${year}.itemized`,
    `incomes.${year}.withheld`,
    'history',
    'carryforwards',
    'household.people[',
  ]
  const telling = assumed.filter(
    ({ path, message }) => message !== 'not given' && bears.some((each) => path.startsWith(each)),
  )
  const texts = telling.slice(0, shownAtMost).map(({ path, value, message }) => `${path}: ${value} (${message})`)
  const others = assumed.length - texts.length
  const rest = `${texts.length > 0 ? `and ${others} more` : others} facts not given, mostly amounts taken as 0: --json lists each`
  return ['', dim('Assumed'), ...points(others > 0 ? [...texts, rest] : texts, page.width).map(dim)]
}
