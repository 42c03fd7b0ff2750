/** The plan as it is written down, and every year with both taxes, the credit and the cash. */
import type { Action, Case } from '@isoline/engine'
import type { Dossier } from '../dossier.ts'
import { type Block, heading, note, paragraph, section, table } from './blocks.ts'
import { estimatedBlocks } from './estimated.ts'
import { count, dollars, wholeDollars } from './printable.ts'

/** What is to be done, what every year then comes to, and what is paid when. */
export function planPages(of: Case, dossier: Dossier): Block[] {
  const { project } = dossier
  return section([
    heading('The plan'),
    of.plan.length === 0
      ? paragraph('Nothing is planned.')
      : table(
          [
            { head: 'On', width: 12 },
            { head: 'What', width: 60 },
            { head: 'Shares', width: 14, right: true },
          ],
          of.plan.map((action) => [action.on, actionWords(action), sharesOf(action)]),
        ),
    heading('Year by year'),
    yearTable(project.years),
    note(
      'Total tax is federal: regular tax, AMT, net investment income tax and additional Medicare tax, less credits. Projected: figures of the law, or income, that are not known yet.',
    ),
    heading('Cash by date'),
    cashTable(project.years),
    ...estimatedBlocks(dossier),
  ])
}

function actionWords(action: Action): string {
  switch (action.kind) {
    case 'exercise': {
      const how = { hold: 'and hold', sellToCover: 'and sell to cover', sameDaySale: 'and sell the same day' }[
        action.how
      ]
      const election = action.election83b ? ', with an election under section 83(b)' : ''
      return `Exercise options of ${action.grant} ${how} as ${action.as}${election}`
    }
    case 'sell': {
      const price = action.price === null ? '' : ` at ${dollars(action.price)}`
      return `Sell from ${action.lot ?? 'the lots, first in, first out'}${price}`
    }
    case 'give':
      return action.cash > 0
        ? `Give ${dollars(action.cash)} of cash`
        : `Give shares of ${action.lot ?? 'the first lots'}`
    case 'worthless':
      return `${action.lot} is worthless`
    case 'forfeit':
      return `Unvested shares of ${action.lot} go back`
  }
}

const sharesOf = (action: Action): string => ('shares' in action && action.shares > 0 ? count(action.shares) : '')

type Year = Dossier['project']['years'][number]

const right = true as const

function yearTable(years: readonly Year[]): Block[] {
  const columns = [
    { head: 'Year', width: 7 },
    { head: 'Projected', width: 13 },
    ...['AGI', 'Regular tax', 'Tentative min. tax', 'AMT', 'Credit used', 'Total tax', 'State tax'].map((head) => ({
      ...{ head, width: 13, right },
    })),
  ]
  const rows = years.map(({ year, summary: s, cash, projected }) => [
    String(year),
    [...(projected.law ? ['law'] : []), ...(projected.income ? ['income'] : [])].join(', '),
    ...[s.agi, s.regularTax, s.tentativeMinimumTax, s.amt, s.minimumTaxCreditUsed, s.totalTax].map(wholeDollars),
    cash.stateTax === null ? 'not known' : wholeDollars(cash.stateTax),
  ])
  return table(columns, rows)
}

function cashTable(years: readonly Year[]): Block[] {
  const payments = years
    .flatMap(({ cash }) => cash.payments)
    .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
  if (payments.length === 0) return [paragraph('Nothing is paid.')]
  return table(
    [
      { head: 'On', width: 12 },
      { head: 'What', width: 50 },
      { head: 'Paid', width: 18, right },
      { head: 'Received', width: 18, right },
    ],
    payments.map(({ on, what, amount }) => [
      on,
      what,
      ...(amount < 0 ? ['', dollars(-amount)] : [dollars(amount), '']),
    ]),
  )
}
