/** The memo: what is planned, what it costs and brings, and what to watch, on one page. */
import type { CalendarDay, CurveAnswer } from '@isoline/engine'
import { createElement } from 'react'
import type { Dossier } from '../dossier.ts'
import { type Block, heading, note, paragraph, points, section, title } from './blocks.ts'
import { amtChart, creditChart } from './charts.ts'
import { Text, View } from './elements.ts'
import { dollars, printable } from './printable.ts'

/** What the memo is made from. */
export interface MemoFacts {
  readonly dossier: Dossier
  readonly days: readonly CalendarDay[]
  /** AMT against shares of the first grant with a spread; null where there is none. */
  readonly curve: CurveAnswer | null
  /** Shares of that grant which the plan exercises in the curve's year. */
  readonly planned: number
}

/** Dates shown on the memo; the calendar has all of them. */
const datesShown = 6

/** The first page: short enough to be read at once, and to be all that is read. */
export function memo({ dossier, days, curve, planned }: MemoFacts): Block[] {
  const { company, asOf, project } = dossier
  const { years, notices } = project
  const [first, last] = [years[0]?.year ?? 0, years.at(-1)?.year ?? 0]
  const dated = days
    .filter(({ kind }) => !['grantClock', 'exerciseClock', 'form3921'].includes(kind))
    .slice(0, datesShown)
  return section([
    title(`Incentive stock options${company === '' ? '' : `: ${company}`}`),
    note(`Memo for the preparer of the return, as of ${asOf}. Federal tax years ${first} to ${last}.`),
    heading('In short'),
    ...points(inShort(dossier)),
    charts(dossier, curve, planned),
    heading('Next dates'),
    ...points(dated.map(({ on, title: what }) => `${on}  ${what}`)),
    heading('To decide, and to check'),
    paragraph(
      `${notices.length} ${notices.length === 1 ? 'notice says' : 'notices say'} what these figures rest on, and ${project.assumed.length} ${project.assumed.length === 1 ? 'fact was' : 'facts were'} not given and taken as assumed; both are listed at the end. The first:`,
    ),
    ...points(notices.slice(0, 3).map(({ message }) => message)),
  ])
}

function inShort({ project }: Dossier): string[] {
  const { years, creditLog, lots } = project
  const amts = years.filter(({ summary }) => summary.amt > 0)
  const sum = (amount: (each: (typeof creditLog)[number]) => number): number =>
    creditLog.reduce((all, each) => all + amount(each), 0)
  const end = creditLog.at(-1)
  const short = years.flatMap(({ cash }) => (cash.lowest && cash.lowest.left < 0 ? [cash.lowest] : []))
  const held = lots.filter(({ shares }) => shares > 0).length
  const cash = (of: 'strike' | 'proceeds'): number => years.reduce((all, year) => all + year.cash[of], 0)
  return [
    `The plan takes ${dollars(cash('strike'))} of strike and brings ${dollars(cash('proceeds'))} from sales, over all years.`,
    amts.length === 0
      ? 'There is no AMT in any year.'
      : `AMT: ${amts.map(({ year, summary }) => `${dollars(summary.amt)} in ${year}`).join(', ')} (Form 6251 line 11).`,
    `Minimum tax credit: ${dollars(sum(({ generated }) => generated))} is made, ${dollars(sum(({ used }) => used))} comes back by ${end?.year ?? ''}, and ${dollars(end?.intoNextYear ?? 0)} is carried on (Form 8801).`,
    years.some(({ cash }) => cash.left === null)
      ? 'Whether the cash suffices is not known: the scenario states none.'
      : short[0] === undefined
        ? 'The cash stated pays strike and tax of the plan in every year.'
        : `The cash stated does not pay for the plan: ${dollars(-short[0].left)} is missing on ${short[0].on}.`,
    held === 0
      ? 'No lot is held at the end of the last year.'
      : `${held} of ${lots.length} lots ${held === 1 ? 'is' : 'are'} held at the end of the last year, with one basis for the regular tax and one for AMT.`,
  ]
}

function charts({ project }: Dossier, curve: CurveAnswer | null, planned: number): Block {
  const some = project.creditLog.some(({ intoNextYear }) => intoNextYear > 0)
  const drawn = curve?.points.some(({ amt, shares }) => amt > 0 && shares !== null)
  const shown: Block[] = [
    ...(some ? [captioned('Minimum tax credit at the end of each year', creditChart(project.creditLog))] : []),
    ...(curve && drawn
      ? [captioned(`AMT of ${curve.year} by shares of ${curve.grant ?? ''} exercised`, amtChart(curve.points, planned))]
      : []),
  ]
  return createElement(View, { style: { flexDirection: 'row', gap: 14, marginTop: 8 }, wrap: false }, ...shown)
}

const captioned = (caption: string, chart: Block): Block =>
  createElement(View, {}, createElement(Text, { style: { fontSize: 8, marginBottom: 3 } }, printable(caption)), chart)
