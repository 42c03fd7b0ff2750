/** The escape hatch in sentences: what it is worth, and what is behind its tables. */
import type { EscapeMonthView, RiskEscape } from '@isoline/engine'
import { count, dollars, percent, wholeDollars } from './money.ts'
import { listed, plural } from './text.ts'

const noMarkets = {
  notListed: 'nobody is known to buy these shares before the end of',
  closed: 'a blackout closes every weekday that is left of',
  yearOver: 'no weekday to sell on is left of',
} as const

/** What is found, in one sentence; without a buyer that comes before anything else. */
export function escapeHeadline(answer: RiskEscape): string {
  const { year, watched, noMarket, views, even } = answer
  if (!watched) return `There are no ISO shares to watch in ${year}.`
  if (noMarket) return `The escape hatch is worth nothing: ${noMarkets[noMarket]} ${year}.`
  const [first] = answer.months.filter(({ on }) => on !== null)
  if (!first) return `No shares of ${watched.grant} that are exercised in ${year} can be sold in it.`
  if (views.length === 0)
    return even
      ? 'Without a view of the price it cannot be said what the escape hatch is worth, only where it begins to pay.'
      : 'Without a view of the price it cannot be said what the escape hatch is worth.'
  const [month] = views[0]?.months ?? []
  if (!month || month.hatch === null)
    return 'Everything may be lost: no sure amount is worth as much as that, and none says what the hatch adds.'
  if (watched.kind === 'held')
    return `That these ${plural(count(watched.shares), 'share')} can still be sold in ${year} is worth ${wholeDollars(month.hatch)}.`
  return exercisedHeadline(answer, month, month.hatch)
}

function exercisedHeadline({ year, months }: RiskEscape, { overDecember }: EscapeMonthView, hatch: number): string {
  const on = months.find((each) => each.on !== null)?.on
  const early = `Exercised on ${on}, shares can be sold in ${year} if they fall: that is worth ${wholeDollars(hatch)}`
  if (overDecember === null || months.filter((each) => each.on !== null).length < 2) return `${early}.`
  if (Math.abs(overDecember) < 0.5) return `${early}, as much as if they are exercised in December.`
  return `${early}, ${wholeDollars(Math.abs(overDecember))} ${overDecember > 0 ? 'more' : 'less'} than if they are exercised in December.`
}

/** How the tables are to be read, what else is found, and what is left out. */
export function escapeWords(answer: RiskEscape): string[] {
  return [
    ...readings(answer),
    ...evenWords(answer),
    ...partWords(answer),
    ...movingWords(answer),
    ...leftMonths(answer),
    ...answer.leftOut,
  ]
}

function readings({ year, watched, noMarket, views, months, growth, discountRate }: RiskEscape): string[] {
  if (!watched) return ['The hatch belongs to ISOs that are exercised and held in the year that is looked at.']
  const stands = `From 1 January ${year + 1} on the AMT of ${year} stands, whatever the price does.`
  if (noMarket) return [`Only a sale in ${year} takes the spread out of AMT again. ${stands}`]
  const [main] = views
  const hatches = main?.months.map(({ hatch }) => hatch ?? 0) ?? []
  const grows = hatches.some((hatch, i) => i > 0 && hatch > (hatches[i - 1] as number) + 0.5)
  const alone = months.length > 1 ? ' Every month is looked at with the same price, so that only time differs.' : ''
  const first = main?.months[0]
  return [
    ...(watched.kind === 'supposed'
      ? [
          `No exercise that is held is planned or made in ${year}: ${plural(count(watched.shares), 'option')} of ${watched.grant} are looked at as if they were exercised.`,
        ]
      : []),
    `Sold in ${year}, the shares are a disqualifying disposition: ordinary income on the gain, but on no more than the spread at exercise, and nothing in AMT. ${stands}`,
    ...(first
      ? [
          `The hatch is what watching ${plural(count(watched.shares), 'share')} worth ${dollars(watched.value)} each, and selling all of them where that leaves more, adds to keeping them in any case. Amounts are after all tax, in dollars of ${watched.on}.${alone}`,
          ...lastDayWords(first),
        ]
      : []),
    ...(grows
      ? [
          'The hatch does not only shrink: the later the exercise, the longer kept shares wait for the day on which they qualify.',
        ]
      : []),
    ...(growth !== null && growth < discountRate
      ? [
          `The price is taken to grow by ${percent(growth)} a year, and later money is discounted by ${percent(discountRate)}: on average keeping costs by that alone, and the hatch saves it.`,
        ]
      : []),
    ...(views.some(({ aversion }) => aversion > 0)
      ? [
          'At an aversion to risk, amounts are sure ones that count as much, by all that is owned: to be able to sell then also spares risk, in every month.',
        ]
      : []),
  ]
}

/** Watching against one look on the last day. */
function lastDayWords({ hatch, kept, lastDayAlone, within }: EscapeMonthView): string[] {
  if (hatch === null || kept === null || lastDayAlone === null || hatch < 0.5) return []
  const off = within !== null && within >= 0.5 ? ` The grid of prices leaves ${wholeDollars(within)} of doubt.` : ''
  return [`Looking once, on the last of the days, gives ${wholeDollars(lastDayAlone - kept)} of it.${off}`]
}

function evenWords({ even, watched }: RiskEscape): string[] {
  if (!even || !watched) return []
  const { on, keptUntil, sell, offered } = even
  const [low] = sell
  const taking = offered === null ? 'selling' : `taking the offer of ${dollars(offered)}`
  const against = `keeping the shares and selling them on ${keptUntil} at the same price`
  if (!low || (low.to !== null && low.to < 0.01))
    return [`On ${on}, ${taking} leaves less than ${against}, at every price.`]
  const until = low.to === null ? 'at every price' : `at ${dollars(low.to)} or less`
  const at =
    low.from === null
      ? until
      : low.to === null
        ? `at ${dollars(low.from)} or more`
        : `from ${dollars(low.from)} to ${dollars(low.to)}`
  return [`Whatever is thought of the price: on ${on}, ${taking} leaves no less than ${against}, ${at}.`]
}

function partWords({ views }: RiskEscape): string[] {
  const [main] = views
  if (!main?.part) return []
  const { on, price, shares, part, whole, none } = main.part
  if (shares === null || part === null) return []
  const more = part - Math.max(whole, none)
  const same = `At ${dollars(price)} on ${on}, selling all and keeping all come to the same`
  const fewest = `selling ${plural(count(shares), 'share')}, the fewest that leave no AMT of the exercise, and keeping the rest`
  return [
    more > 0.5
      ? `${same}; ${fewest} is worth ${wholeDollars(more)} more than either.`
      : `${same}; ${fewest} is worth no more than that.`,
  ]
}

function movingWords({ months }: RiskEscape): string[] {
  const moved = months.filter(({ moving }) => moving !== null)
  const [first, last] = [moved[0], moved.at(-1)]
  if (!first || !last || first === last) return []
  const best = moved.reduce((most, each) => ((each.moving ?? 0) > (most.moving ?? 0) ? each : most))
  return [
    `If the price moves by the view until the exercise, and options at or below their strike are left alone, exercising on ${first.on} is worth ${wholeDollars(first.moving ?? 0)} on average, on ${last.on} ${wholeDollars(last.moving ?? 0)}${best === first || best === last ? '' : `, and the most on ${best.on}, ${wholeDollars(best.moving ?? 0)}`}. What options that are left alone may bring later is not counted.`,
  ]
}

const whyLeft = {
  gone: 'gone',
  noShares: 'without these shares to exercise',
  notVested: 'too early to sell: the shares are not vested then',
} as const

/** Months that are not looked at, by why. */
function leftMonths({ months }: RiskEscape): string[] {
  const left = months.filter(({ leftOut }) => leftOut !== null)
  if (left.length === 0) return []
  const whys = [...new Set(left.map(({ leftOut }) => leftOut as keyof typeof whyLeft))]
  const said = whys.map((why) => {
    const of = left.filter(({ leftOut }) => leftOut === why)
    return `${of.length > 1 ? `${of[0]?.month} to ${of.at(-1)?.month} are` : `${of[0]?.month} is`} ${whyLeft[why]}`
  })
  return [`Not looked at: ${listed(said)}.`]
}
