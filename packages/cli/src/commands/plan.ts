/** `isoline plan`: the best schedule with its gap, the strategies people know beside it; instances for comparing planners. */
import {
  type Asked,
  loadSolver,
  type PlanAnswer,
  type PlannedInstance,
  type PlanQuestion,
  parsePlanInstances,
  planAnswer,
  planInstance,
} from '@isoline/engine'
import { type Answered, type Common, show } from '../give.ts'
import type { Io } from '../io.ts'
import { planInThread } from '../plan/thread.ts'
import { grounds } from '../print/grounds.ts'
import { count, dollars, percent, sparseDollars, wholeDollars } from '../print/money.ts'
import type { Page } from '../print/page.ts'
import { assumedFlags, entryLines, strategyTitle } from '../print/planParts.ts'
import { fitting, table, tableOf } from '../print/table.ts'
import { plural, points, wrapped } from '../print/text.ts'
import { readSource } from '../read.ts'
import { type Subject, scenarioOnly } from '../subject.ts'

/** The best plan of a scenario. */
export async function plan(io: Io, subject: Subject, asked: Asked, question: PlanQuestion): Promise<Answered> {
  const of = scenarioOnly(subject, 'a plan is made for a household with grants')
  const answer = question.prove
    ? await planInThread(io, of, asked, question)
    : planAnswer(of, asked, question, await loadSolver())
  return { json: answer, lines: (page) => planLines(answer, page) }
}

/** The instances of a file, one row each. */
export async function planInstances(io: Io, file: string, options: Common, prove: boolean): Promise<void> {
  const source = await readSource(file, io)
  const instances = parsePlanInstances(source.value)
  const solver = await loadSolver()
  const rows = instances.map((each) => planInstance(each, solver, prove))
  await show(io, options, { json: rows, lines: (page) => instanceTable(rows, page) })
}

const instanceTable = (rows: readonly PlannedInstance[], page: Page): string[] =>
  table(
    [
      { head: 'Instance' },
      { head: 'Value', align: 'right' },
      { head: 'Bound', align: 'right' },
      { head: 'Gap', align: 'right' },
    ],
    rows.map(({ id, value, bound, gap }) => [id, ...[value, bound, gap].map(dollars)]),
    page,
  )

function planLines(answer: PlanAnswer, page: Page): string[] {
  const { bold } = page.paint
  return [
    ...wrapped(headline(answer), page.width).map(bold),
    ...wrapped(certainty(answer), page.width),
    '',
    ...entryLines(answer.best.plan, 'Nothing is exercised or sold.', page),
    '',
    bold('Year by year'),
    ...yearTable(answer, page),
    '',
    bold('Beside the strategies people know'),
    ...strategyTable(answer, page),
    '',
    ...stagingLines(answer, page),
    ...shadowLines(answer, page),
    ...points(meaning(answer), page.width),
    ...grounds({ year: 'every', notices: answer.notices, assumed: answer.assumed }, page),
    ...assumedFlags(answer.assumed, page),
  ]
}

function headline({ best, strategies, through }: PlanAnswer): string {
  const rule = strategies.find(({ name }) => name === 'fillTheRoom')
  const against =
    rule && rule.cashShort === 0 && best.value - rule.value >= 1
      ? ` Filling the room each January costs ${wholeDollars(best.value - rule.value)} against it.`
      : ''
  return `The best plan through ${through} is worth ${wholeDollars(best.value)} after tax, in today's dollars.${against}`
}

function certainty({ best: { bound, gap, value, proved }, objective }: PlanAnswer): string {
  if (objective === 'leastAmt')
    return 'It has the least AMT that was found among plans worth nearly as much as the best.'
  if (bound === null || gap === null)
    return 'It is the best that was found; how far it may be from the best there is could not be bounded.'
  const part = value > 0 ? ` (${percent(Math.ceil((gap / value) * 1e5) / 1e5)})` : ''
  return proved
    ? `Proved within solver tolerance: no plan on these days and prices is worth more than ${dollars(gap)} above it${part}.`
    : `No plan on these days and prices is worth more than ${wholeDollars(Math.ceil(gap))} above it${part}; --prove looks for the certificate.`
}

function yearTable({ best: { years } }: PlanAnswer, page: Page): string[] {
  const some = (amount: (year: (typeof years)[number]) => number | null) => years.some((year) => amount(year) !== 0)
  const right = 'right' as const
  const columns = (money: boolean) => [
    { head: '\nYear' },
    { head: '\nExercised', align: right },
    { head: '\nSold', align: right },
    { head: '\nStrike', align: right, shown: money },
    { head: '\nProceeds', align: right, shown: money },
    { head: 'Federal\ntax', align: right },
    { head: 'of it\nAMT', align: right, shown: some(({ amt }) => amt) },
    { head: 'State\ntax', align: right, shown: some(({ stateTax }) => stateTax) },
    { head: 'Credit\nleft', align: right, shown: some(({ creditLeft }) => creditLeft) },
    { head: 'Cash at\nyear end', align: right, shown: years.some(({ cash }) => cash !== null) },
  ]
  const rows = years.map(({ year, exercised, sold, strike, proceeds, totalTax, amt, stateTax, creditLeft, cash }) => [
    ...[String(year), exercised ? count(exercised) : '', sold ? count(sold) : ''],
    ...[strike, proceeds, totalTax, amt].map(sparseDollars),
    ...[stateTax === null ? 'not known' : sparseDollars(stateTax), sparseDollars(creditLeft)],
    cash === null ? '' : sparseDollars(cash),
  ])
  return fitting(
    [true, false].map((money) => () => tableOf(columns(money), rows, page)),
    page,
  )
}

function strategyTable({ best, strategies, flat }: PlanAnswer, page: Page): string[] {
  const rows = [
    ['the best', wholeDollars(best.value), '', sparseDollars(best.amt), sparseDollars(best.creditLeft), ''],
    ...(flat?.value == null
      ? []
      : [['best for a flat price', wholeDollars(flat.value), sparseDollars(flat.value - best.value), '', '', '']]),
    ...strategies.map(({ name, value, amt, creditLeft, cashShort }) => [
      ...[strategyTitle[name], wholeDollars(value), sparseDollars(value - best.value)],
      ...[sparseDollars(amt), sparseDollars(creditLeft), cashShort > 0 ? wholeDollars(cashShort) : ''],
    ]),
  ]
  return tableOf(
    [
      { head: '\nPlan' },
      { head: '\nWorth', align: 'right' },
      { head: 'Against\nthe best', align: 'right' },
      { head: '\nAMT', align: 'right' },
      { head: 'Credit\nleft', align: 'right', shown: rows.some((row) => !['', '0'].includes(row[4] as string)) },
      { head: 'Cash\nshort', align: 'right', shown: strategies.some(({ cashShort }) => cashShort > 0) },
    ],
    rows,
    page,
  )
}

/** Staging against all now, by what the price does meanwhile. */
function stagingLines({ staging }: PlanAnswer, page: Page): string[] {
  if (!staging) return []
  const { rows, breakEvenGrowth } = staging
  return [
    page.paint.bold('Should the price climb while you wait'),
    ...table(
      [
        { head: 'Growth a year', align: 'right' },
        { head: 'Best found', align: 'right' },
        { head: 'All now', align: 'right' },
        { head: 'Fill the room', align: 'right' },
      ],
      rows.map(({ growth, best, allNow, fillTheRoom }) => [
        percent(growth),
        ...[best, allNow, fillTheRoom].map(wholeDollars),
      ]),
      page,
    ),
    ...points(
      [
        breakEvenGrowth === null
          ? 'Filling the room is worth more than exercising all now at any growth up to 100% a year.'
          : `Exercising all now is worth more than filling the room from a growth of ${percent(breakEvenGrowth)} a year on.`,
        'Both are taken as if there were the cash for them; the best found keeps within it.',
      ],
      page.width,
    ),
    '',
  ]
}

/** What a little more of each would be worth; one number where more and less agree. */
function shadowLines({ shadowPrices }: PlanAnswer, page: Page): string[] {
  if (shadowPrices.length === 0) return []
  const shown = (price: number | null): string => (price === null ? 'not to be had' : dollars(price))
  const title = { cash: 'a dollar of cash', shares: 'a share of', wages: 'a dollar of wages in' } as const
  return [
    page.paint.bold('What a little more would be worth'),
    ...table(
      [{ head: 'Of' }, { head: 'One more', align: 'right' }, { head: 'One less costs', align: 'right' }],
      shadowPrices.map(({ of, which, more, less }) => [
        which === null ? title[of] : `${title[of]} ${which}`,
        ...[more, less].map(shown),
      ]),
      page,
    ),
    '',
  ]
}

function meaning({ best, growth, flat, strategies, discountRate, windows, leastAmt }: PlanAnswer): string[] {
  const short = strategies.some(({ cashShort }) => cashShort > 0)
  return [
    `Worth: money after strike, federal and state tax, with credit and losses followed until they are home, discounted at ${percent(discountRate)} a year; ${wholeDollars(best.valueAtHorizon)} at the end.`,
    'The tax of a year is taken as paid when its return is due. What must be paid during the year, so that no penalty is due, is in `isoline project`.',
    `${plural(count(best.actions), 'action')}: shares of one grant or lot with the same days of exercise and sale are one.`,
    ...(growth === 0
      ? ['The price is taken as flat.']
      : [`The price grows by ${percent(growth)} a year from the last value stated.`]),
    ...(flat
      ? [`If the price stays flat instead, the best plan is another one, worth ${wholeDollars(flat.valueIfFlat)}.`]
      : []),
    ...windows.map(windowWords),
    ...(leastAmt ? [leastWords(leastAmt)] : []),
    ...(short
      ? [
          'Cash short: the most that a strategy would need at one time beyond the cash there is. It is not to be had as it stands.',
        ]
      : []),
  ]
}

function windowWords({ grant, because, isoUntil, until, worth }: PlanAnswer['windows'][number]): string {
  const end =
    because === 'employment'
      ? `${grant}: after employment it is an ISO until ${isoUntil}${until > isoUntil ? `, exercised later it is taxed as a nonstatutory option, and until ${until}` : ''} it can be exercised`
      : `${grant} can be exercised until ${until}`
  return `${end}. Without it the plan would be worth ${wholeDollars(worth)} less.`
}

function leastWords({ amtWorth, bound, valueAtLeast }: NonNullable<PlanAnswer['leastAmt']>): string {
  const least =
    bound === null ? '' : ` No plan worth ${wholeDollars(valueAtLeast)} or more has less than ${wholeDollars(bound)}.`
  return `AMT of this plan, in today's dollars: ${wholeDollars(amtWorth)}.${least}`
}
