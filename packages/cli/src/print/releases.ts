/** Bringing credit home with a sale: the releasing sale of each year ahead, and lots that must wait. */
import type { Case, CreditAnswer } from '@isoline/engine'
import { nameWidth } from './lotTables.ts'
import { count, dollars, sparseDollars } from './money.ts'
import type { Page } from './page.ts'
import { fitting, tableOf } from './table.ts'
import { listed, points } from './text.ts'

type Sale = CreditAnswer['faster']['sales'][number]

/** The sale of each year by itself, with what it costs and what stopped it. */
export function fasterLines({ faster: { sales, notYet } }: CreditAnswer, of: Case, page: Page): string[] {
  if (sales.length === 0 && notYet.length === 0) return []
  const none =
    'No sale of the years in the log brings back more: it would need shares with the higher AMT basis that are past both clocks, and credit to release.'
  return [
    page.paint.bold('Bring it home faster: the sale of a year that releases most'),
    ...(sales.length > 0 ? [...saleTable(sales, page), ''] : []),
    ...points(
      [...(sales.length > 0 ? meaning(sales, of) : [none]), ...strandedBy(sales), ...waiting(notYet)],
      page.width,
    ),
  ]
}

const stops = { shares: 'shares', credit: 'credit', amt: 'AMT', amtLoss: 'AMT loss', less: 'rate' } as const satisfies {
  readonly [By in Sale['stoppedBy']]: string
}

/** A line for each lot sold from; what the sale does as a whole stands on the first. */
function saleTable(sales: readonly Sale[], page: Page): string[] {
  const columns = (priced: boolean, stopped: boolean) => [
    { head: 'First\nday' },
    { head: '\nLot', width: nameWidth },
    { head: '\nShares', align: 'right' as const },
    { head: '\nPrice', align: 'right' as const, shown: priced },
    { head: '\nReleases', align: 'right' as const },
    { head: 'Cents a\ndollar', align: 'right' as const },
    { head: 'Tax it\nadds', align: 'right' as const },
    { head: 'Stopped\nby', shown: stopped },
  ]
  const rows = sales.flatMap(({ sells, released, rate, tax, stoppedBy }) =>
    sells.map(({ lot, shares, on, price }, i) => [
      ...[on, lot, count(shares), dollars(price)],
      ...(i === 0
        ? [sparseDollars(released), (rate * 100).toFixed(1), sparseDollars(tax), stops[stoppedBy]]
        : ['', '', '', '']),
    ]),
  )
  const tables = [columns(true, true), columns(false, true), columns(false, false)]
  return fitting(
    tables.map((each) => () => tableOf(each, rows, page)),
    page,
  )
}

function meaning(sales: readonly Sale[], { company, plan }: Case): string[] {
  const stopped = (by: Sale['stoppedBy']): boolean => sales.some(({ stoppedBy }) => stoppedBy === by)
  const why = [
    ...(stopped('shares') ? ['shares: no more of them are past both clocks'] : []),
    ...(stopped('credit') ? ['credit: there is no more to release'] : []),
    ...(stopped('amt') ? ['AMT: one more share makes AMT, or a part of it that never comes back'] : []),
    ...(stopped('amtLoss')
      ? ['AMT loss: one more share is sold below its AMT basis, and nothing is left to use that loss']
      : []),
  ]
  const aside = plan.some(({ kind }) => kind === 'sell') ? ' What the plan sells from then on is set aside.' : ''
  const several = sales.some(({ sells }) => sells.length > 1)
    ? ' Where several lots are sold, the amounts of all stand on the first.'
    : ''
  return [
    'A sale releases credit at the rate on the gain, as a rule 15 to 20 cents for each dollar by which the AMT basis is the higher one; the AMT on that dollar was 26 to 28 cents (42 in the phase-out). A sale gets a part of it back; the gap of plain years has to bring the rest.',
    `Each sale is a choice by itself, at the last value known on that day.${aside}${several} Tax it adds is that of its year, after the credit it releases. Where that credit would come home anyway, the sale brings it sooner and no more.`,
    `Stopped by ${why.join('; ')}.`,
    ...(company.listed ? [] : ['The shares are not listed: a sale needs a buyer, and none is assumed.']),
  ]
}

/** Sales below the AMT basis: the most part of that basis helps nobody. */
function strandedBy(sales: readonly Sale[]): string[] {
  const some = sales.filter(({ amtLossLeft }) => amtLossLeft >= 0.5)
  if (some.length === 0) return []
  const each = some.slice(0, 3).map(({ year, amtLossLeft }) => `${dollars(amtLossLeft)} by the sale of ${year}`)
  return [
    `Stranded: the price is below the AMT basis, and the loss that only AMT has is carried on, ${listed(each)}. Beyond gains it counts by 3,000 a year (1,500 filing separately). A higher price, or gains in the same year, would release more.`,
  ]
}

function waiting(notYet: CreditAnswer['faster']['notYet']): string[] {
  const later = notYet.filter(({ from }) => from !== null).map(({ lot, from }) => `from ${from} on (${lot})`)
  const never = notYet.filter(({ from }) => from === null).map(({ lot }) => lot)
  return [
    ...(later.length > 0
      ? [
          `Not yet past both clocks (two years from the grant, one from the exercise): a sale qualifies ${some(later)}. Before that it is a disqualifying disposition, another matter: \`isoline sell\`.`,
        ]
      : []),
    ...(never.length > 0 ? [`For ${some(never)} no day is known on which a sale qualifies.`] : []),
  ]
}

const some = (texts: readonly string[]): string =>
  texts.length > 5 ? listed([...texts.slice(0, 4), `${texts.length - 4} others`]) : listed(texts)
