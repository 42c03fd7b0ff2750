/** `isoline curve`: AMT against shares, corner by corner. */
import { type Asked, type CurveAnswer, curveAnswer } from '@isoline/engine'
import type { Answered } from '../give.ts'
import { chart } from '../print/chart.ts'
import { grounds } from '../print/grounds.ts'
import { cents, count, dollars, wholeShares } from '../print/money.ts'
import type { Page } from '../print/page.ts'
import { table } from '../print/table.ts'
import { plural, wrapped } from '../print/text.ts'
import type { Subject } from '../subject.ts'

/** The curve of the year asked about, in shares of `grant` where there is one. */
export function curve({ of }: Subject, asked: Asked, grant?: string): Answered {
  const answer = curveAnswer(of, asked, grant)
  return { json: answer, lines: (page) => curveLines(answer, page) }
}

function curveLines(answer: CurveAnswer, page: Page): string[] {
  const { grant, spreadPerShare, exercisable, room } = answer
  const counted: Counted | null =
    grant !== null && spreadPerShare !== null && exercisable !== null ? { grant, spreadPerShare, exercisable } : null
  const shares = counted ? ` (${wholeShares(room, counted.spreadPerShare)} shares of ${grant})` : ''
  const headline =
    room === 0
      ? `In ${answer.year} tax begins with the first dollar of spread.`
      : `In ${answer.year} AMT begins at a spread of ${dollars(room)}${shares}.`
  return [
    ...wrapped(headline, page.width).map(page.paint.bold),
    '',
    ...amtChart(answer, counted, page),
    '',
    ...(counted ? sharesTable(answer, counted, page) : spreadTable(answer, page)),
    ...grounds(answer, page),
  ]
}

/** The grant whose shares are counted. */
interface Counted {
  readonly grant: string
  readonly spreadPerShare: number
  readonly exercisable: number
}

/** As far as shares can be exercised this year, and at least past the room, so that the bend can be seen. */
function amtChart({ points, room }: CurveAnswer, counted: Counted | null, page: Page): string[] {
  const per = counted?.spreadPerShare ?? 1
  const all = points.at(-1)?.spread ?? 0
  const upTo = counted ? Math.min(all, Math.max(counted.exercisable * per, 2 * room)) : all
  return chart(
    {
      title: `AMT against ${counted ? `shares of ${counted.grant}` : 'spread in dollars'}`,
      points: points.map(({ spread, amt }) => ({ x: spread / per, y: amt })),
      upTo: upTo / per,
      mark: { x: room / per, label: 'room' },
    },
    page,
  )
}

function sharesTable({ points }: CurveAnswer, { grant, exercisable }: Counted, page: Page): string[] {
  const columns = [
    { head: 'Shares', align: 'right' },
    { head: 'Spread', align: 'right' },
    { head: 'AMT', align: 'right' },
    { head: 'A share\nmore costs', align: 'right' },
    { head: 'From here', width: page.width - 56 },
  ] as const
  const rows = points.map((point, i) => [
    count(Math.floor((point.shares ?? 0) + 1e-9)),
    dollars(point.spread),
    dollars(point.amt),
    dollars(point.costPerShare ?? 0),
    reasonText(points, i),
  ])
  const reach = `${plural(count(exercisable), 'share')} of ${grant} can be exercised by the end of the year.`
  return [...table(columns, rows, page), '', ...wrapped(reach, page.width)]
}

function spreadTable({ points }: CurveAnswer, page: Page): string[] {
  const columns = [
    { head: 'Spread', align: 'right' },
    { head: 'AMT', align: 'right' },
    { head: 'Federal tax', align: 'right' },
    { head: 'A dollar\nmore costs', align: 'right' },
    { head: 'From here', width: page.width - 61 },
  ] as const
  const rows = points.map((point, i) => [
    dollars(point.spread),
    dollars(point.amt),
    dollars(point.totalTax),
    cents(point.costRate),
    reasonText(points, i),
  ])
  return table(columns, rows, page)
}

const reasonText = (points: CurveAnswer['points'], i: number): string => {
  if (i === points.length - 1) return 'as far as the curve was followed'
  return points[i]?.reasons.map(({ words }) => words).join('; ') || 'nothing exercised'
}
