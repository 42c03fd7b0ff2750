/** The cash of a projection: every payment by date, and what is left of the free cash. */
import type { Payment, ProjectAnswer } from '@isoline/engine'
import { count, dollars, sparseDollars } from './money.ts'
import type { Page } from './page.ts'
import { table, tableOf } from './table.ts'
import { listed, points, wrapped } from './text.ts'

type Year = ProjectAnswer['years'][number]
type Answer = Pick<ProjectAnswer, 'years' | 'assumed'>

/** Payments, free cash, and what both mean. */
export function cashLines(answer: Answer, page: Page): string[] {
  const { years } = answer
  const payments = years.flatMap(({ cash }) => cash.payments).sort(byDay)
  const known = years.some(({ cash }) => cash.lowest !== null)
  return [
    page.paint.bold('Cash'),
    ...(payments.length > 0 ? paymentTable(payments, page) : wrapped('Nothing is paid.', page.width, '  ')),
    ...freeTable(known ? years : [], page),
    '',
    ...points([...freeMeaning(years), ...withheldMeaning(answer), ...harborMeaning(answer)], page.width),
  ]
}

const byDay = (one: Payment, other: Payment): number => (one.on < other.on ? -1 : one.on === other.on ? 0 : 1)

const paymentTable = (payments: readonly Payment[], page: Page): string[] =>
  table(
    [
      { head: 'By' },
      { head: 'What', width: page.width - 44 },
      { head: 'Paid', align: 'right' },
      { head: 'Received', align: 'right' },
    ],
    payments.map(({ on, what, amount }) => [
      ...[on, what],
      ...(amount < 0 ? ['', dollars(-amount)] : [dollars(amount), '']),
    ]),
    page,
  )

/** What the plan adds to federal tax, and to state tax as far as it is known. */
const added = ({ addedTax, addedStateTax }: Year['cash']): number =>
  addedStateTax === null ? addedTax : addedTax + addedStateTax

/** The free cash of the years in which something moves it. */
function freeTable(years: readonly Year[], page: Page): string[] {
  const some = (amount: (cash: Year['cash']) => number): boolean => years.some(({ cash }) => amount(cash) !== 0)
  const moved = years.filter(
    ({ year, cash }) =>
      cash.strike !== 0 || cash.proceeds !== 0 || added(cash) !== 0 || cash.lowest?.on !== `${year}-01-01`,
  )
  if (moved.length === 0) return []
  const columns = [
    { head: '\nYear' },
    { head: '\nStrike', align: 'right' as const, shown: some(({ strike }) => strike) },
    { head: '\nProceeds', align: 'right' as const, shown: some(({ proceeds }) => proceeds) },
    { head: 'Tax the\nplan adds', align: 'right' as const, shown: some(added) },
    { head: 'Free cash\nat the end', align: 'right' as const },
    { head: '\nLowest', align: 'right' as const },
    { head: '\non' },
  ]
  const rows = moved.map(({ year, cash }) => [
    String(year),
    ...[cash.strike, cash.proceeds, added(cash), cash.left ?? 0, cash.lowest?.left ?? 0].map(sparseDollars),
    cash.lowest?.on ?? '',
  ])
  return ['', ...tableOf(columns, rows, page)]
}

function freeMeaning(years: readonly Year[]): string[] {
  const last = years.at(-1)
  if (!last || last.cash.left === null)
    return ['Whether the cash suffices is not known: the file has no household.cash.']
  const { left, dueOn } = last.cash
  const tax = added(last.cash)
  const due = tax > 0 ? ` For ${last.year} that is ${dollars(tax)} by ${dueOn}, ${leftThen(left - tax)}.` : ''
  const state = years.some(({ cash }) => cash.addedStateTax !== 0)
  return [
    `Free cash is household.cash with what the plan alone takes and brings: strike, proceeds, and the ${state ? 'federal and state' : 'federal'} tax that it adds, which is due in April of the next year.${due} The tax on other income is left to that income.`,
  ]
}

const leftThen = (amount: number): string =>
  amount < 0 ? `for which ${dollars(-amount)} is missing` : `which leaves ${dollars(amount)}`

/** Withholding taken as zero makes a balance of the whole tax, which no one should take for a bill. */
function withheldMeaning({ years, assumed }: Answer): string[] {
  const missing = years.filter(({ year, cash }) => cash.withheld !== null && withheldAssumed(year, assumed))
  const first = missing[0]
  if (!first) return []
  const which = missing.length === 1 ? `of ${first.year}` : `of ${count(missing.length)} years`
  return [
    `The withholding ${which} is not given (incomes.${first.year}.withheld) and taken as 0, so that the balance in April is the whole tax.`,
  ]
}

const withheldAssumed = (year: number, assumed: Answer['assumed']): boolean =>
  assumed.some(({ path }) => path === `incomes.${year}.withheld`)

/** What is missing of the payments that keep a penalty away, where the withholding is known. */
function harborMeaning({ years, assumed }: Answer): string[] {
  const short = years.flatMap(({ year, cash: { safeHarbor } }) =>
    safeHarbor && safeHarbor.short > 0 && !withheldAssumed(year, assumed) ? [{ year, ...safeHarbor }] : [],
  )
  if (short.length === 0) return []
  const each = short.map(
    ({ year, short: missing, required }) => `${dollars(missing)} of ${dollars(required)} for ${year}`,
  )
  const shown = each.length > 3 ? [...each.slice(0, 3), `more in ${each.length - 3} later years`] : each
  const unknown = short.some(({ priorYear }) => priorYear === null)
    ? ' The year before is not in the file: its tax may allow less.'
    : ''
  return [
    `Withholding and estimated payments fall short of what keeps the penalty for underpayment away (IRC §6654(d), Form 2210 line 9) by ${listed(shown)}.${unknown}`,
  ]
}
