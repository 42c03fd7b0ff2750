/** What papers and scenario do not agree on, year by year: what is wrong, what to do, what it costs, until when. */
import type { AmendableYear, CorrectedRow, Finding, ReconcileAnswer } from '@isoline/engine'
import type { UnreadRow } from '../commands/reconcile.ts'
import { grounds } from './grounds.ts'
import { count, dollars } from './money.ts'
import type { Page } from './page.ts'
import { listed, plural, wrapped } from './text.ts'

/** The answer on a page; rows that could not be read come last, so that none is lost without a word. */
export function findingLines(answer: ReconcileAnswer, unread: readonly UnreadRow[], page: Page): string[] {
  const { findings, years, notices, assumed } = answer
  const { paint, width } = page
  const color = findings.some(({ kind }) => kind === 'wrong') ? paint.red : paint.bold
  return [
    ...wrapped(headline(answer), width).map(color),
    ...years.flatMap((year) => [
      '',
      ...wrapped(`${year.year}: ${amendWords(year)}`, width).map(paint.bold),
      ...findings.filter((each) => each.year === year.year).flatMap((each) => findingText(each, width)),
    ]),
    ...(unread.length > 0 ? ['', paint.yellow('Not read'), ...unread.flatMap((row) => unreadText(row, width))] : []),
    ...grounds({ notices, assumed }, page),
  ]
}

function headline({ findings, compared }: ReconcileAnswer): string {
  const of = listed([
    `${count(compared.forms3921)} ${compared.forms3921 === 1 ? 'Form' : 'Forms'} 3921`,
    `${count(compared.formsW2)} ${compared.formsW2 === 1 ? 'Form' : 'Forms'} W-2`,
    `${plural(count(compared.sales), 'line')} of Form 1099-B`,
    `${plural(count(compared.filed), 'year')} as filed`,
  ])
  const wrong = findings.filter(({ kind }) => kind !== 'question').length
  const asked = findings.length - wrong
  if (findings.length === 0) return `The papers agree with the scenario: ${of}.`
  const faults = wrong === 0 ? 'Nothing is known to be wrong' : `${plural(count(wrong), 'thing')} to put right`
  return `${faults}${asked > 0 ? `, ${plural(count(asked), 'question')}` : ''}, of ${of}.`
}

function amendWords({ returnDue, past, claimUntil, open }: AmendableYear): string {
  if (!past) return `put it right on the return, due by ${returnDue}.`
  return open
    ? `the return was due by ${returnDue}; an amended one can claim tax back until ${claimUntil}.`
    : `closed: tax could be claimed back until ${claimUntil}. Credit carried forward can still be put right.`
}

function findingText(of: Finding, width: number): string[] {
  const { paper, box, says, todo, row, lot } = of
  const about = `${paper}, ${box}${lot && !says.includes(lot) ? ` (${lot})` : ''}: `
  return [
    ...wrapped(`${about}${says}${costWords(of)}`, width, '  - ', '    '),
    ...wrapped(todo, width, '    To do: ', '    '),
    ...(row && row.code !== '' ? wrapped(rowWords(row), width, '    ') : []),
  ]
}

const rowWords = ({ box, proceeds, basis, code, adjustment, gain }: CorrectedRow): string =>
  `Box ${box}: (d) ${dollars(proceeds)}, (e) ${dollars(basis)}, (f) ${code}, (g) ${dollars(adjustment)}, (h) ${dollars(gain)}.`

function costWords({ cost, creditLost }: Finding): string {
  const tax =
    cost === null || cost === 0
      ? ''
      : cost > 0
        ? ` Left so, the year's federal tax is ${dollars(cost)} too high.`
        : ` Left so, the year's federal tax is ${dollars(-cost)} too low.`
  return creditLost === null ? tax : `${tax} Left so, ${dollars(creditLost)} of credit is lost.`
}

const unreadText = ({ file, row, reason }: UnreadRow, width: number): string[] =>
  wrapped(`${file}${row === null ? '' : `, row ${row}`}: ${reason}`, width, '  - ', '    ')
