/** Before there is a market: the ways to act on a grant side by side, what each can lose, and what each is worth in every outcome. */
import type { PreIpoAnswer, PreIpoWayAnswer } from '@isoline/engine'
import { count, dollars, percent, signedDollars, sparseDollars, wholeDollars } from './money.ts'
import type { Page } from './page.ts'
import { fitting, type Optional, tableOf } from './table.ts'
import { listed, points, wrapped } from './text.ts'

/** The section of one answer; its last lines are what to keep in mind. */
export function riskPreIpoLines(answer: PreIpoAnswer, page: Page): string[] {
  const { bold } = page.paint
  if (!answer.grant) return missingLines(answer, page)
  return [
    ...wrapped(headline(answer), page.width).map(bold),
    '',
    ...wayTable(answer, page),
    '',
    ...points(
      answer.ways.filter(({ name }) => name !== 'nothing').map((way) => wayWords(way)),
      page.width,
    ),
    '',
    ...wrapped('Worth in each outcome', page.width).map(bold),
    ...outcomeTable(answer, page),
    '',
    ...points(
      answer.notices.map(({ message }) => message),
      page.width,
    ),
  ]
}

function missingLines({ missing }: PreIpoAnswer, page: Page): string[] {
  return [
    ...wrapped('To compare exercising now with waiting, the file has to say:', page.width).map(page.paint.bold),
    ...points(
      missing.map(({ path, message }) => `${path}: ${message}`),
      page.width,
    ),
  ]
}

/** The way that is worth most on average, against waiting; and what it puts at risk. */
function headline({ ways, grant }: PreIpoAnswer): string {
  const best = ways.reduce(
    (most, each) => (each.mean > most.mean + 0.5 ? each : most),
    ways.find(isWaiting) as PreIpoWayAnswer,
  )
  if (best.cost.outlay <= 0)
    return `${grant?.id}: waiting for a market is worth the most on average, ${wholeDollars(best.mean)}, and nothing is paid before.`
  const cash =
    best.cash.enough === null
      ? ''
      : best.cash.enough
        ? ' The cash there is pays it.'
        : ` The cash there is lacks ${wholeDollars(-(best.cash.left ?? 0))} of it.`
  return `${grant?.id}: ${titleOf(best)} is worth the most on average, ${wholeDollars(best.againstWaiting)} more than waiting. It takes ${wholeDollars(best.cost.outlay)} before any share can be sold; if the company ends, ${wholeDollars(best.lost.gone)} is gone.${cash}`
}

const isWaiting = ({ name }: PreIpoWayAnswer): boolean => name === 'atLiquidity'

const titles = {
  earlyExercise: 'exercising all, by 83(b)',
  vestedNow: 'exercising what has vested',
  withinRoom: 'filling the AMT-free room',
  atLiquidity: 'waiting, then selling',
  atLiquidityHold: 'waiting, then holding',
  nothing: 'exercising nothing',
} as const

const titleOf = ({ name, on }: PreIpoWayAnswer): string => (name === 'later' ? `exercising on ${on}` : titles[name])

/** The same at the head of a row or column. */
const heads = {
  earlyExercise: 'All, 83(b)',
  vestedNow: 'Vested',
  withinRoom: 'In the room',
  atLiquidity: 'Wait, sell',
  atLiquidityHold: 'Wait, hold',
  nothing: 'Nothing',
} as const

const headOf = ({ name, on }: PreIpoWayAnswer): string => (name === 'later' ? `Jan ${on?.slice(0, 4)}` : heads[name])

/** How much of the table a page takes, from all of it to what can be lost and the mean. */
const fullness = ['all', 'noShares', 'noWaiting', 'noChance', 'noWorst', 'leastWide'] as const
type Fullness = (typeof fullness)[number]

function wayTable({ ways }: PreIpoAnswer, page: Page): string[] {
  const right = 'right' as const
  const columns = (short: boolean, full: Fullness): Optional[] => {
    const upTo = (most: Fullness): boolean => fullness.indexOf(full) <= fullness.indexOf(most)
    return [
      { head: '\nWay' },
      { head: '\nShares', align: right, shown: upTo('all') },
      { head: short ? 'Paid\nbefore' : 'Paid before\na market', align: right, shown: upTo('noWorst') },
      { head: short ? 'Gone if\nit ends' : 'Gone if the\ncompany ends', align: right },
      { head: '\nMean', align: right },
      { head: 'Against\nwaiting', align: right, shown: upTo('noShares') },
      { head: '\nWorst', align: right, shown: upTo('noChance') },
      { head: short ? 'Below\n0' : 'Below\nnothing', align: right, shown: upTo('noWaiting') },
      { head: 'Cash\nleft', align: right, shown: upTo('all') && ways.some(({ cash }) => cash.left !== null) },
    ]
  }
  const rows = ways.map((way) => [
    ...[headOf(way), way.shares > 0 ? count(way.shares) : ''],
    ...[sparseDollars(way.cost.outlay), sparseDollars(way.lost.gone), sparseDollars(way.mean)],
    ...[
      isWaiting(way) ? '' : signedDollars(way.againstWaiting),
      sparseDollars(way.worst),
      percent(rounded(way.belowNothing)),
    ],
    way.cash.left === null || way.on === null ? '' : sparseDollars(way.cash.left),
  ])
  return fitting(
    [columns(false, 'all'), ...fullness.map((full) => columns(true, full))].map(
      (each) => () => tableOf(each, rows, page),
    ),
    page,
  )
}

const rounded = (part: number): number => Math.round(part * 1000) / 1000

/** What a way does, and the money it moves by date. */
function wayWords({ what, cost, lost, qualifiesOn, cash, on }: PreIpoWayAnswer): string {
  if (on === null) return what
  const paid = listed(cost.payments.map((each) => `${each.what} ${dollars(each.amount)} on ${each.on}`))
  const back =
    lost.back > 0.005 && lost.backBy !== null
      ? ` If it is all lost, ${wholeDollars(lost.back)} comes back through later returns, the last for ${lost.backBy}.`
      : ''
  const left = lost.creditLeft > 0.005 ? ` ${wholeDollars(lost.creditLeft)} of credit is then still unused.` : ''
  const short = cash.enough === false ? ` The cash there is lacks ${dollars(-(cash.left ?? 0))}.` : ''
  const qualifies = qualifiesOn === null ? '' : ` The shares qualify from ${qualifiesOn} on.`
  return `${what} ${paid === '' ? 'It takes no money.' : `It takes ${paid}.`}${qualifies}${back}${left}${short}`
}

/**
 * Outcomes down, ways across; the page takes as many ways as it has room for: waiting, and those worth the most. Equal chances go before a way does.
 */
function outcomeTable({ outcomes, ways, source }: PreIpoAnswer, page: Page): string[] {
  const shown = ways.filter(({ name }) => name !== 'nothing')
  const ranked = [...shown].sort(
    (one, other) => Number(isWaiting(other)) - Number(isWaiting(one)) || other.mean - one.mean,
  )
  const made = (most: number, dates: boolean, chances: boolean) => () => {
    const kept = shown.filter((way) => ranked.indexOf(way) < most)
    return tableOf(
      [
        { head: 'Outcome' },
        { head: 'Chance', align: 'right', shown: chances },
        { head: 'Known', shown: dates },
        { head: 'Price', align: 'right' },
        ...kept.map((way) => ({ head: headOf(way), align: 'right' as const })),
      ],
      outcomes.map(({ name, probability, known, price }, i) => [
        ...[name, percent(rounded(probability)), known, dollars(price)],
        ...kept.map(({ worth }) => sparseDollars(worth[i] as number)),
      ]),
      page,
    )
  }
  return fitting(
    ranked.flatMap((_, fewer) => {
      const most = ranked.length - fewer
      return [
        ...(most > 2 && source !== 'view' ? [made(most, true, true)] : []),
        made(most, false, true),
        ...(source === 'view' ? [made(most, false, false)] : []),
      ]
    }),
    page,
  )
}
