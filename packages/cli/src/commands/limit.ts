/** `isoline limit`: the $100,000 limit, year by year and grant by grant. */
import { type LimitAnswer, limitAnswer } from '@isoline/engine'
import type { Answered } from '../give.ts'
import { grounds } from '../print/grounds.ts'
import { count, dollars, wholeDollars } from '../print/money.ts'
import type { Page } from '../print/page.ts'
import { table } from '../print/table.ts'
import { listed, plural, points, wrapped } from '../print/text.ts'
import { type Subject, scenarioOnly } from '../subject.ts'

/** The limit of every grant of a scenario. */
export function limit(subject: Subject): Answered {
  const answer = limitAnswer(scenarioOnly(subject, 'the limit is that of grants'))
  return { json: answer, lines: (page) => limitLines(answer, page) }
}

function limitLines(answer: LimitAnswer, page: Page): string[] {
  return [
    ...wrapped(headline(answer), page.width).map(page.paint.bold),
    ...(answer.years.length === 0 ? [] : ['', ...table(columns, rows(answer), page)]),
    '',
    ...points(meaning(answer), page.width),
    ...grounds(answer, page),
  ]
}

/** What one grant has in one year. */
type Row = LimitAnswer['years'][number]['grants'][number] & { readonly year: number }

const everyRow = ({ years }: LimitAnswer): Row[] =>
  years.flatMap(({ year, grants }) => grants.map((each) => ({ ...each, year })))

const over = (answer: LimitAnswer): Row[] => everyRow(answer).filter(({ nsoShares }) => nsoShares > 0)

function headline(answer: LimitAnswer): string {
  const name = `the ${wholeDollars(answer.limit)} limit`
  const all = everyRow(answer)
  if (all.length === 0) return `No grant here is under ${name}: none is an incentive stock option.`
  const past = over(answer)
  if (past.length === 0) return `Every grant stays within ${name}: all shares are ISO shares.`
  const shares = past.reduce((sum, { nsoShares }) => sum + nsoShares, 0)
  const grants = [...new Set(past.map(({ grant }) => grant))]
  const of = grants.length > 3 ? `${grants.length} grants` : listed(grants)
  const years = listed([...new Set(past.map(({ year }) => String(year)))])
  return `${plural(count(shares), 'share')} of ${of} ${shares === 1 ? 'is' : 'are'} past ${name} of ${years} and nonstatutory (NSO), not ISO shares.`
}

const columns = [
  { head: 'Year' },
  { head: 'Grant' },
  { head: 'Shares first\nexercisable', align: 'right' },
  { head: 'Value\nat grant', align: 'right' },
  { head: 'Room\nbefore', align: 'right' },
  { head: 'ISO\nshares', align: 'right' },
  { head: 'NSO\nshares', align: 'right' },
] as const

/** Year by year in the order of grant; the year stands at its first grant. */
const rows = ({ years }: LimitAnswer): string[][] =>
  years.flatMap(({ year, grants }) =>
    grants.map(({ grant, shares, value, roomBefore, isoShares, nsoShares }, i) => [
      ...[i === 0 ? String(year) : '', grant, count(shares), dollars(value), dollars(roomBefore)],
      ...[count(isoShares), count(nsoShares)],
    ]),
  )

function meaning(answer: LimitAnswer): string[] {
  const past = over(answer)
  const whys = past.map(({ grant, year, why }) => `${grant} in ${year}: ${why}`)
  const nso =
    'What NSO means for you: at exercise the spread (value less strike) of these shares is wages, with income and payroll tax withheld, and the value is then their basis in both systems. AMT takes nothing in, and there is no qualifying disposition to wait for: only gain after the exercise is capital gain.'
  const rule = `The limit (IRC §422(d)) is on shares that can be exercised for the first time in a calendar year, at their value on the day of the grant; whether they are exercised then does not matter. Options of the employer, its parents and its subsidiaries count together, so that none may be missing here. An earlier grant comes first. A grant that can be exercised before it vests counts whole in the year of the grant.`
  return [
    ...whys,
    ...(past.length > 0 ? [nso] : []),
    ...(answer.years.length > 0 ? [rule] : []),
    ...answer.leftOut.map(({ grant, why }) => `${grant} is left out: ${why}.`),
  ]
}
