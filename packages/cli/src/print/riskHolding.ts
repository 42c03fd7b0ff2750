/** Hold or sell, as lines: what each part held may leave after tax. */
import type { RiskAnswer, RiskHolding, RiskPart } from '@isoline/engine'
import { count, dollars, percent, wholeDollars } from './money.ts'
import type { Page } from './page.ts'
import { type Range, ranges } from './ranges.ts'
import { fitting, tableOf } from './table.ts'
import { listed, plural, points } from './text.ts'

/** One sentence that says what holding does against selling. */
export function riskHeadline({ holding, prices }: RiskAnswer): string {
  if (!holding)
    return prices
      ? 'There are no shares to hold or sell.'
      : 'Without a view of the price nothing can be said of futures.'
  const all = allOf(holding)
  const { sellNow } = holding
  if (sellNow === null || all.worseThanSelling === null)
    return `Nobody buys these shares today. Holding them is worth ${wholeDollars(all.mean)} after tax on average, and leaves less than nothing in ${inHundred(all.lessThanNothing)} futures.`
  const more = all.mean - sellNow
  const average =
    Math.abs(more) < 1
      ? 'Holding pays as much on average'
      : `Holding pays ${wholeDollars(Math.abs(more))} ${more > 0 ? 'more' : 'less'} on average`
  const often = all.worseThanSelling > 0.5
  const joined = often === more < 0 ? 'and' : 'but'
  return `${average}, ${joined} less than selling in ${inHundred(all.worseThanSelling)} futures.`
}

const allOf = ({ parts }: RiskHolding): RiskPart => parts[0] as RiskPart

/** A part of all futures in words. */
const inHundred = (part: number): string => {
  const hundredth = Math.round(part * 100)
  if (part > 0 && hundredth === 0) return 'fewer than 1 of 100'
  if (part < 1 && hundredth === 100) return 'more than 99 of 100'
  return `${hundredth} of 100`
}

export function holdingLines(answer: RiskAnswer, page: Page): string[] {
  const { holding } = answer
  if (!holding) return []
  return [
    page.paint.bold("After tax, in today's dollars"),
    ...partTable(holding, page),
    '',
    ...rangeLines(holding, page),
    ...outcomeTable(holding, page),
    ...points(meaning(answer, holding), page.width),
  ]
}

const partName = (held: number, sellable: boolean): string => {
  if (held === 1) return 'Hold all'
  if (held === 0) return sellable ? 'Sell all now' : 'Exercise nothing'
  return sellable ? `Hold ${percent(held)}, sell the rest` : `Exercise ${percent(held)}`
}

function partTable({ parts, sellNow }: RiskHolding, page: Page): string[] {
  const right = 'right' as const
  const sellable = sellNow !== null
  const at = (part: RiskPart, wanted: number): string =>
    wholeDollars(part.percentiles.find(({ percent: each }) => each === wanted)?.value ?? Number.NaN)
  const columns = (wide: boolean, narrow: boolean) => [
    { head: '\n' },
    { head: '\nMean', align: right },
    { head: '5 of 100\nbelow', align: right, shown: !narrow },
    { head: '25 of 100\nbelow', align: right, shown: wide },
    { head: '\nMiddle', align: right },
    { head: '75 of 100\nbelow', align: right, shown: wide },
    { head: '95 of 100\nbelow', align: right, shown: !narrow },
    { head: 'Less than\nselling', align: right, shown: sellable },
    { head: 'Less than\nnothing', align: right },
  ]
  const rows = (whole: boolean) =>
    parts.map((part) => [
      ...[
        whole ? partName(part.held, sellable) : partName(part.held, sellable).replace(/,.*/, ''),
        wholeDollars(part.mean),
        at(part, 5),
        at(part, 25),
        at(part, 50),
      ],
      ...[at(part, 75), at(part, 95)],
      part.worseThanSelling === null || part.held === 0 ? '' : percent(Math.round(part.worseThanSelling * 1e3) / 1e3),
      percent(Math.round(part.lessThanNothing * 1e3) / 1e3),
    ])
  // First go the quarters, then the words, then the edges
  return fitting(
    [
      () => tableOf(columns(true, false), rows(true), page),
      () => tableOf(columns(false, false), rows(true), page),
      () => tableOf(columns(false, false), rows(false), page),
      () => tableOf(columns(false, true), rows(false), page),
    ],
    page,
  )
}

/** All parts on one scale. */
function rangeLines({ parts, sellNow }: RiskHolding, page: Page): string[] {
  if (parts[0]?.outcomes.length) return []
  const list = parts.map(({ held, percentiles }): Range => {
    const at = (wanted: number): number => percentiles.find(({ percent: each }) => each === wanted)?.value ?? 0
    return { name: partName(held, sellNow !== null), at: [at(5), at(25), at(50), at(75), at(95)] }
  })
  const drawn = ranges(list, sellNow, page)
  if (drawn.length === 0) return []
  const [thin, heavy, dot] = page.unicode ? ['─', '━', '●'] : ['-', '=', 'o']
  return [...drawn, page.paint.dim(`  ${thin} 90 of 100 futures   ${heavy} 50 of 100   ${dot} the middle one`), '']
}

/** Each named outcome, for holding all, part and none. */
function outcomeTable({ parts, sellNow }: RiskHolding, page: Page): string[] {
  const [all] = parts
  if (!all || all.outcomes.length === 0) return []
  const shown = parts.filter(({ held }) => held === 1 || held === 0.5 || held === 0)
  return [
    '',
    page.paint.bold('Outcome by outcome'),
    ...tableOf(
      [
        { head: 'Outcome' },
        { head: 'Chance', align: 'right' },
        ...shown.map(({ held }) => ({ head: partName(held, sellNow !== null), align: 'right' as const })),
      ],
      all.outcomes.map(({ name, probability }, i) => [
        ...[name, percent(probability)],
        ...shown.map(({ outcomes }) => wholeDollars(outcomes[i]?.value ?? Number.NaN)),
      ]),
      page,
    ),
  ]
}

function meaning(answer: RiskAnswer, holding: RiskHolding): string[] {
  return [
    ...heldWords(holding),
    ...breakEvenWords(answer, holding),
    ...cautionWords(holding),
    ...edgeWords(holding),
    ...drawnWords(answer, holding),
  ]
}

function heldWords({ held, now, through }: RiskHolding): string[] {
  const days = [...new Set(held.map(({ until }) => until))].sort()
  const shares = held.reduce((sum, each) => sum + each.shares, 0)
  const last = days.length > 1 ? `from ${days[0]} to ${days.at(-1)}` : `on ${days[0]}`
  const early = held.filter(({ qualifies }) => !qualifies)
  const disqualified =
    early.length > 0
      ? [
          `The sale of ${listed(early.map(({ lot, until }) => `${lot} on ${until}`).slice(0, 3))} is a disqualifying disposition.`,
        ]
      : []
  return [
    `Holding all means ${plural(count(shares), 'share')} sold ${last}; ${now ? `selling now means on ${now.on}` : 'nobody buys any of them now'}. Tax, AMT credit and losses are counted in every year through ${through}.`,
    ...disqualified,
  ]
}

function breakEvenWords({ price }: RiskAnswer, { breakEven, sellNow }: RiskHolding): string[] {
  if (!breakEven) return ['No later price makes up for holding.']
  if (breakEven.price === 0) return ['Holding is worth more at any later price.']
  const against = sellNow === null ? 'holding leaves less than doing nothing' : 'holding is the worse choice'
  const far = percent(Math.round(Math.abs(breakEven.fall) * 1e3) / 1e3)
  return breakEven.price <= price
    ? [`If the price falls by more than ${far}, below ${dollars(breakEven.price)}, and stays there, ${against}.`]
    : [`Unless the price rises by ${far}, to ${dollars(breakEven.price)}, ${against}.`]
}

/** What a cautious person would rather do. */
function cautionWords({ preferred, parts, sellNow }: RiskHolding): string[] {
  const known = preferred.filter(({ aversion }) => aversion > 0)
  if (known.length === 0) return []
  const name = (held: number): string => {
    const text = partName(held, sellNow !== null)
    return `${text.charAt(0).toLowerCase()}${text.slice(1)}`
  }
  const all = parts[0] as RiskPart
  const sure = all.certaintyEquivalents
    .filter(({ value }) => value !== null)
    .map(({ aversion, value }) => `${wholeDollars(value as number)} at ${aversion}`)
  const none = all.certaintyEquivalents.every(({ value }) => value === null)
  const [first] = preferred
  const alike = first && preferred.every(({ held }) => held === first.held)
  const choice = alike
    ? `Of these, ${name(first.held)} is best by the mean and at every risk aversion looked at (${listed(known.map(({ aversion }) => String(aversion)))}).`
    : `Best by risk aversion: ${listed(preferred.map(({ aversion, held }) => `${name(held)} ${aversion === 0 ? 'by the mean alone' : `at ${aversion}`}`))}.`
  return [
    `${choice} An aversion of 1 weighs a doubling of all you own against its halving; 6 is very cautious.`,
    none
      ? 'Holding all may leave you with nothing at all: no sure amount is too small to prefer.'
      : `Holding all is worth a sure ${listed(sure)}.`,
  ]
}

function edgeWords({ parts }: RiskHolding): string[] {
  const all = parts[0] as RiskPart
  return [
    `The worst 5 of 100 futures of holding all leave ${wholeDollars(all.worstMean)} on average; the very worst ${wholeDollars(all.least)}, the very best ${wholeDollars(all.most)}.`,
  ]
}

function drawnWords({ prices }: RiskAnswer, { futures, parts }: RiskHolding): string[] {
  if (!prices || prices.kind === 'outcomes') return []
  const all = parts[0] as RiskPart
  const jumps = prices.jumps ? `, with sudden moves ${count(prices.jumps.perYear)} times a year` : ''
  const failure = prices.failure ? `, and a chance of ${percent(prices.failure)} a year that the company fails` : ''
  return [
    `${count(futures)} futures at a growth of ${percent(prices.growth)} and a volatility of ${percent(prices.volatility ?? 0)} a year${jumps}${failure}; the mean may be off by ${wholeDollars(2 * all.standardError)} by the luck of the draw.`,
  ]
}
