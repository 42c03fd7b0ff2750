/** `isoline plan --objective expected|worst|riskAdjusted`: what to do before it is known what becomes of the company. */
import { type Asked, loadSolver, type PlanTreeAnswer, type PlanTreeQuestion, planTreeAnswer } from '@isoline/engine'
import type { Answered } from '../give.ts'
import type { Io } from '../io.ts'
import { treeInThread } from '../plan/thread.ts'
import { grounds } from '../print/grounds.ts'
import { count, dollars, percent, sparseDollars, wholeDollars } from '../print/money.ts'
import type { Page } from '../print/page.ts'
import { assumedFlags, entryLines, strategyTitle } from '../print/planParts.ts'
import { table } from '../print/table.ts'
import { points, wrapped } from '../print/text.ts'
import { type Subject, scenarioOnly } from '../subject.ts'

/** The best plan over a scenario's outcomes. */
export async function planTree(io: Io, subject: Subject, asked: Asked, question: PlanTreeQuestion): Promise<Answered> {
  const of = scenarioOnly(subject, 'a plan is made for a household with grants')
  const answer = question.prove
    ? await treeInThread(io, of, asked, question)
    : planTreeAnswer(of, asked, question, await loadSolver())
  return { json: answer, lines: (page) => lines(answer, page) }
}

function lines(answer: PlanTreeAnswer, page: Page): string[] {
  const { bold } = page.paint
  const { best } = answer
  const first = best.outcomes.reduce((least, { known }) => (known < least ? known : least), '9999-12-31')
  return [
    ...wrapped(headline(answer), page.width).map(bold),
    ...wrapped(certainty(answer), page.width),
    '',
    bold(`Before ${first}, the same in every outcome`),
    ...entryLines(best.plan, 'Nothing is exercised.', page),
    ...best.outcomes.flatMap(({ name, probability, known, price, value, plan }) => [
      '',
      ...wrapped(
        `${name} (${percent(Math.round(probability * 1000) / 1000)}), known on ${known} at ${dollars(price)} a share: ${wholeDollars(value)}. From ${first} on:`,
        page.width,
      ).map(bold),
      ...entryLines(
        plan.filter(({ on }) => on >= first),
        'Nothing is exercised or sold from then on.',
        page,
      ),
    ]),
    '',
    bold('Beside the strategies people know'),
    ...strategies(answer, page),
    '',
    bold('What safety costs'),
    ...curve(answer, page),
    '',
    ...points(meaning(answer), page.width),
    ...grounds({ year: 'every', notices: answer.notices, assumed: answer.assumed }, page),
    ...assumedFlags(answer.assumed, page),
  ]
}

const aims = {
  expected: 'the most expected money',
  worst: 'the best worst outcome',
  riskAdjusted: 'the best mix of mean and worst outcomes',
} as const

const headline = ({ best, objective, through }: PlanTreeAnswer): string =>
  `The plan with ${aims[objective]} through ${through}: ${wholeDollars(best.expected)} expected after tax, ${wholeDollars(best.worst)} at worst, in today's dollars.`

function certainty({ best: { gap, proved }, objective }: PlanTreeAnswer): string {
  const of = objective === 'expected' ? 'in the mean' : objective === 'worst' ? 'at worst' : 'by that mix'
  if (gap === null)
    return 'It is the best that was found; how far it may be from the best there is could not be bounded.'
  return proved
    ? `Proved within solver tolerance: no plan is worth more than ${wholeDollars(Math.ceil(gap))} above it ${of}.`
    : `No plan is worth more than ${wholeDollars(Math.ceil(gap))} above it ${of}; --prove looks for the certificate.`
}

const strategies = ({ best, strategies: all }: PlanTreeAnswer, page: Page): string[] =>
  table(
    [
      { head: 'Plan' },
      { head: 'Expected', align: 'right' },
      { head: 'Against it', align: 'right' },
      { head: 'Worst', align: 'right' },
    ],
    [
      ['the best', wholeDollars(best.expected), '', wholeDollars(best.worst)],
      ...all.map(({ name, expected, worst }) => [
        ...[strategyTitle[name], wholeDollars(expected), sparseDollars(expected - best.expected), wholeDollars(worst)],
      ]),
    ],
    page,
  )

const curve = ({ curve: points }: PlanTreeAnswer, page: Page): string[] =>
  table(
    [
      { head: 'Weight of the worst', align: 'right' },
      { head: 'Expected', align: 'right' },
      { head: 'Worst', align: 'right' },
    ],
    points.map(({ aversion, expected, worst }) => [percent(aversion), wholeDollars(expected), wholeDollars(worst)]),
    page,
  )

function meaning({ objective, aversion, worstPart, discountRate, best }: PlanTreeAnswer): string[] {
  return [
    `Money after strike, federal and state tax, with credit and losses followed until they are home, discounted at ${percent(discountRate)} a year.`,
    ...(objective === 'riskAdjusted' && aversion !== null && worstPart !== null
      ? [
          `The mean of the worst ${percent(worstPart)} of outcomes weighs ${percent(aversion)}, the mean of all ${percent(1 - aversion)}.`,
        ]
      : []),
    `${count(best.outcomes.length)} outcomes. Each strategy does until an outcome is known what it does where that comes last, and its best from then on.`,
  ]
}
