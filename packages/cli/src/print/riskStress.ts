/** The plan under stress: a row for each course of events, and what can still be done in it. */
import type { StressAnswer, StressRow } from '@isoline/engine'
import { dollars, signedDollars, wholeDollars } from './money.ts'
import type { Page } from './page.ts'
import { fitting, type Optional, tableOf } from './table.ts'
import { listed, points, wrapped } from './text.ts'

/** A table of all courses, what holds in each of them, each with what can still be done, and those that do not apply with why. */
export function riskStressLines(answer: StressAnswer, page: Page): string[] {
  const rows = [answer.plan, ...answer.courses].filter(isFigured)
  const common = answer.plan.still.filter((text) => rows.every(({ still }) => still.includes(text)))
  const apart = answer.courses.filter(({ whyNot }) => whyNot !== null)
  return [
    ...wrapped(headline(answer), page.width).map(page.paint.bold),
    '',
    ...courseTable(answer, rows, page),
    '',
    ...points(readings(answer), page.width),
    '',
    ...wrapped(rows.length > 1 ? 'Whatever comes' : 'What can still be done', page.width).map(page.paint.bold),
    ...points([...common, ...answer.late], page.width),
    ...alike(rows, common).flatMap((group) => courseLines(group, page)),
    ...(apart.length === 0
      ? []
      : [
          '',
          ...wrapped('Does not apply here', page.width).map(page.paint.bold),
          ...points(notApplying(apart), page.width),
        ]),
  ]
}

type Figured = StressRow & { readonly figures: NonNullable<StressRow['figures']> }

const isFigured = (row: StressRow): row is Figured => row.figures !== null

/** The worst course, and in how many the cash does not last. */
function headline({ courses }: StressAnswer): string {
  const figured = courses.filter(isFigured)
  const [first] = figured
  if (!first) return 'No stress applies to this plan.'
  const worst = figured.reduce((low, each) => (each.figures.againstPlan < low.figures.againstPlan ? each : low), first)
  const against = worst.figures.againstPlan
  const said =
    against < -0.005
      ? `The worst of ${figured.length} courses of events is "${worst.title}": worth ${dollars(-against)} less than the plan.`
      : `Of ${figured.length} courses of events none is worth less than the plan.`
  const short = figured.filter(({ figures: { leastCash } }) => leastCash !== null && leastCash.left < 0)
  if (short.length === 0) return said
  return `${said} In ${short.length} of them the free cash does not pay strike and tax.`
}

function courseTable({ year }: StressAnswer, rows: readonly Figured[], page: Page): string[] {
  const cash = rows.some(({ figures }) => figures.leastCash !== null)
  const wide = (names: readonly Name[], title: number) => (): string[] =>
    tableOf(columns(year, cash, names, title), rows.map(cells), page)
  return fitting([wide(allNames, 30), wide(fewer, 30), wide(fewest, 22), wide(fewest, 14)], page)
}

type Name = 'course' | 'amt' | 'tax' | 'cash' | 'credit' | 'loss' | 'against'
const allNames: readonly Name[] = ['course', 'amt', 'tax', 'cash', 'credit', 'loss', 'against']
const fewer: readonly Name[] = ['course', 'tax', 'cash', 'credit', 'against']
const fewest: readonly Name[] = ['course', 'cash', 'against']

function columns(year: number, cash: boolean, names: readonly Name[], title: number): Optional[] {
  const years = `${year}, ${String(year + 1).slice(2)}`
  const right = (name: Name, head: string): Optional => ({ head, align: 'right', shown: names.includes(name) })
  return [
    { head: 'Course', width: title },
    right('amt', `AMT\n${years}`),
    right('tax', `All tax\n${years}`),
    { ...right('cash', 'Least\ncash'), shown: cash && names.includes('cash') },
    right('credit', 'Credit\nleft'),
    right('loss', 'AMT loss\nleft'),
    right('against', 'Against\nthe plan'),
  ]
}

const cells = ({ title, name, figures }: Figured): string[] => [
  title,
  wholeDollars(figures.amt),
  wholeDollars(figures.tax),
  figures.leastCash === null ? 'not known' : wholeDollars(figures.leastCash.left),
  wholeDollars(figures.creditLeft),
  wholeDollars(figures.amtLossLeft),
  name === 'plan' ? '' : signedDollars(figures.againstPlan),
]

/** How the table is to be read. */
function readings({ plan, through, asOf, discountRate }: StressAnswer): string[] {
  if (!plan.figures) return []
  const { worth, kept, leastCash, stateTaxWhole } = plan.figures
  const rate = `${+(discountRate * 100).toFixed(2)} % a year`
  const keeps =
    kept.shares > 0
      ? ` Shares still held count at their value at the end of ${through}, before tax and less ${rate}: a price that stands still falls behind money.`
      : ''
  return [
    `As planned, the shares are worth ${dollars(worth)}: what they bring and take from ${asOf} on, after the tax they add through ${through}, as of ${asOf} at ${rate}. Strike paid before is spent. What is left at the end as credit or AMT loss counts nothing.${keeps}`,
    ...(leastCash === null ? ['The file states no free cash: whether it lasts is not known.'] : []),
    ...(stateTaxWhole ? [] : ['The tax of a state that cannot be figured is not in these amounts.']),
  ]
}

/** Courses in which the same can still be done, and what of it is not common to all. */
interface Alike {
  readonly rows: readonly Figured[]
  readonly own: readonly string[]
}

function alike(rows: readonly Figured[], common: readonly string[]): Alike[] {
  const groups = new Map<string, { rows: Figured[]; own: string[] }>()
  for (const row of rows) {
    const own = row.still.filter((text) => !common.includes(text))
    const found = groups.get(own.join('\n'))
    if (found) found.rows.push(row)
    else groups.set(own.join('\n'), { rows: [row], own })
  }
  return [...groups.values()]
}

function courseLines({ rows, own }: Alike, page: Page): string[] {
  const told = rows.filter(({ name }) => name !== 'plan')
  if (own.length === 0 && told.length === 0) return []
  return [
    '',
    ...wrapped(listed(rows.map(({ title }) => title)), page.width).map(page.paint.bold),
    ...told.flatMap(({ title, what }) => wrapped(rows.length > 1 ? `${title}: ${what}` : what, page.width, '  ')),
    ...points(own, page.width),
  ]
}

/** Why each of them does not apply, the same reason once. */
function notApplying(rows: readonly StressRow[]): string[] {
  const reasons = [...new Set(rows.map(({ whyNot }) => whyNot as string))]
  return reasons.map((reason) => {
    const titles = rows.filter(({ whyNot }) => whyNot === reason).map(({ title }) => title)
    return `${titles.length > 5 ? `All ${titles.length}` : listed(titles)}: ${reason}`
  })
}
