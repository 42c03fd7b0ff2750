/** The answer of the risk view in sentences. */
import type { HoldOrSell, RiskPart } from '@isoline/engine'
import { longDay } from '../../words/days.ts'
import { chance, money } from '../../words/money.ts'

/** Parts of a sentence; what is marked is the amount it is about. */
export type Sentence = readonly (string | { readonly marked: string })[]

const part = (answer: HoldOrSell, held: number): RiskPart | undefined =>
  answer.holding?.parts.find((each) => each.held === held)

export const percentile = ({ percentiles }: RiskPart, percent: number): number =>
  percentiles.find((each) => each.percent === percent)?.value ?? Number.NaN

/** One sentence that says what holding does against selling. */
export function riskSentence(answer: HoldOrSell): Sentence {
  const all = part(answer, 1)
  const { holding, prices } = answer
  if (!holding || !all)
    return [
      prices
        ? 'There are no shares to hold or sell.'
        : 'How much the price swings decides, and the file does not say it.',
    ]
  const { sellNow } = holding
  if (sellNow === null || all.worseThanSelling === null)
    return [
      'Nobody buys these shares today. Holding leaves less than nothing in ',
      { marked: futures(all.lessThanNothing) },
      '.',
    ]
  const more = all.mean - sellNow
  const average =
    Math.abs(more) < 1 ? 'Holding pays as much on average' : `Holding pays ${more > 0 ? 'more' : 'less'} on average`
  const joined = all.worseThanSelling > 0.5 ? (more < 0 ? 'and less' : 'and yet less') : 'and less'
  return [`${average}, ${joined} in `, { marked: futures(all.worseThanSelling) }, '.']
}

/** What stands behind the sentence, in two at most. */
export function riskLede(answer: HoldOrSell): string {
  const all = part(answer, 1)
  const { holding } = answer
  if (!holding || !all) return ''
  const until = holding.held[0]?.until
  const when = until ? ` until ${longDay(until)}` : ''
  const middle = `the average is ${money(all.mean)}, the middle outcome ${money(percentile(all, 50))}`
  if (holding.sellNow === null)
    return `Held${when}, ${middle}. One in twenty leaves less than ${money(percentile(all, 5))}.`
  return `Sell now and you keep ${money(holding.sellNow)}. Hold${when} and ${middle}; in ${futures(all.lessThanNothing)} you end with less than you put in.`
}

const futures = (share: number): string => {
  const words = chance(share)
  if (words === 'none') return 'no future'
  return words === 'all' || words === 'nearly all' ? `${words} futures` : `${words} futures`
}

/** How a part is called. */
export const partName = (held: number, sellable: boolean): string => {
  if (held === 1) return 'Hold all'
  if (held === 0) return sellable ? 'Sell all now' : 'Exercise nothing'
  const share = held === 0.5 ? 'half' : `${Math.round(held * 100)}%`
  return sellable ? `Hold ${share}, sell the rest now` : `Exercise ${share}`
}
