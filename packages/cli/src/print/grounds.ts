/** What an answer rests on, at its end: notices in full, assumed defaults as a short list. */
import type { RoomAnswer } from '@isoline/engine'
import { count } from './money.ts'
import type { Page } from './page.ts'
import { points } from './text.ts'

interface Grounds extends Pick<RoomAnswer, 'notices' | 'assumed'> {
  /** The tax year answered, or every year; left out where the answer is about the shares and no year's tax. */
  readonly year?: number | 'every'
}

const shownAtMost = 3

/** Notices and assumed defaults; nothing where there are none. */
export function grounds({ year, notices, assumed }: Grounds, page: Page): string[] {
  const rules = notices.filter(({ code }) => code === 'law')
  const open = notices.filter(({ code }) => code !== 'law')
  return [
    ...noticeLines('Keep in mind', rules, page),
    ...noticeLines('Not settled, or not in these figures', open, page),
    ...(year === undefined ? sharesAssumed(assumed, page) : yearAssumed(together(assumed, year), year, page)),
  ]
}

function noticeLines(title: string, notices: Grounds['notices'], page: Page): string[] {
  if (notices.length === 0) return []
  const texts = [...new Set(notices.map(({ message }) => message))]
  return ['', page.paint.yellow(title), ...points(texts, page.width)]
}

/** A default of one year, or the same one of several. */
interface Default extends Assumed {
  readonly times?: number
}

type Assumed = Grounds['assumed'][number]

const yearOfIncomes = /^incomes\.(\d{4})\./

/** Where every year is answered, a default that several years share is said once, with the first and the last of them. */
function together(assumed: Grounds['assumed'], year: Grounds['year']): readonly Default[] {
  if (year !== 'every') return assumed
  const same = new Map<string, Assumed[]>()
  for (const each of assumed) {
    const name = `${each.path.replace(yearOfIncomes, 'incomes.')} ${each.value} ${each.message}`
    same.set(name, [...(same.get(name) ?? []), each])
  }
  return [...same.values()].map((all) => {
    const [first, last] = [all[0] as Assumed, all.at(-1) as Assumed]
    const [from, to] = [first, last].map(({ path }) => yearOfIncomes.exec(path)?.[1])
    if (all.length === 1 || !from) return first
    const years = Number(to) - Number(from) === all.length - 1 ? `${from} to ${to}` : `${all.length} years`
    return { ...first, path: first.path.replace(from, years), times: all.length }
  })
}

/** The defaults that say more than "zero" about the tax of the year; the others only by their number. */
function yearAssumed(assumed: readonly Default[], year: number | 'every', page: Page): string[] {
  const ofYear = year === 'every' ? '[^.]*' : year
  const bears = new RegExp(`^(incomes\\.${ofYear}\\.(itemized|withheld)|history|carryforwards|household\\.people\\[)`)
  return assumedLines(assumed, bears, 'facts not given, mostly amounts taken as 0: --json lists each', page)
}

/** The same of the shares; what is assumed of income is not in the answer. */
function sharesAssumed(assumed: Grounds['assumed'], page: Page): string[] {
  const ours = assumed.filter(({ path }) => /^(grants\[|lots\[|plan\[|company\.)/.test(path))
  return assumedLines(ours, /^(grants|lots)\[/, 'facts of grants and lots not given: --json lists each', page)
}

function assumedLines(assumed: readonly Default[], bears: RegExp, rest: string, page: Page): string[] {
  if (assumed.length === 0) return []
  const { dim } = page.paint
  const telling = assumed.filter(({ path, message }) => message !== 'not given' && bears.test(path))
  const shown = telling.slice(0, shownAtMost)
  const texts = shown.map(({ path, value, message }) => `${path}: ${value.replaceAll(',"', ', "')} (${message})`)
  const others = facts(assumed) - facts(shown)
  const more = `${texts.length > 0 ? `and ${count(others)} more` : count(others)} ${rest}`
  return ['', dim('Assumed'), ...points(others > 0 ? [...texts, more] : texts, page.width).map(dim)]
}

const facts = (of: readonly Default[]): number => of.reduce((sum, { times = 1 }) => sum + times, 0)
