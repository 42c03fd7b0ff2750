/** The fork in words: what its branches are called, which rows they have, and what waiting is worth. */
import type { SellAnswer, SellBranch } from '@isoline/engine'
import { day, daysBetween } from '../../words/days.ts'
import { delta, exactMoney, money, percent } from '../../words/money.ts'

export interface ForkRow {
  readonly words: string
  /** One for each branch; null where it is not known. */
  readonly amounts: readonly (number | null)[]
  readonly signed: boolean
  readonly total?: boolean
}

/** The rows of all branches: one is there if any branch has an amount in it. */
export function forkRows({ branches, through }: SellAnswer): ForkRow[] {
  const row = (words: string, signed: boolean, of: (branch: SellBranch) => number | null, total = false): ForkRow => ({
    ...{ words, signed, amounts: branches.map(of) },
    ...(total && { total }),
  })
  const rows = [
    row('Ordinary income', false, (each) => each.compensation),
    row('Short-term gain', false, (each) => each.shortTermGain),
    row('Long-term gain', false, (each) => each.longTermGain),
    row('Gain for AMT', false, (each) => each.amtGain),
    row('AMT', true, (each) => each.amt),
    row('Other federal tax', true, (each) => each.tax - each.amt),
    row('State tax', true, (each) => each.stateTax),
  ]
  const said = (each: ForkRow): boolean => each.amounts.some((amount) => amount === null || Math.abs(amount) >= 0.005)
  return [
    row('Proceeds', false, (each) => each.proceeds),
    ...rows.filter(said),
    row(`Tax through ${through}`, true, (each) => each.tax + (each.stateTax ?? 0), true),
    row('After tax', false, (each) => each.afterTax),
    ...[row('Credit left, beyond that of holding', true, (each) => each.creditLeft)].filter(said),
  ]
}

export const forkAmount = (amount: number, signed: boolean): string => (signed ? delta(amount) : money(amount))

export const kindWords: { readonly [Kind in SellBranch['kind']]: string } = {
  qualifying: 'Qualifying',
  disqualifying: 'Disqualifying',
  nonstatutory: 'Not an ISO',
  mixed: 'Several kinds',
}

/** When a branch sells: on its day, or from it on. */
export const soldWords = ({ on, name }: SellBranch): string =>
  name === 'now' ? `Sold ${day(on)}` : `Sold ${day(on)} or later`

/** What waiting for a branch comes to, in sentences. */
export function waitingWords(now: SellBranch, later: SellBranch): { readonly figure: string; readonly words: string } {
  const days = daysBetween(now.on, later.on)
  const wait = `Waiting ${days} ${days === 1 ? 'day' : 'days'}`
  const { breakEvenPrice: even, priceFall } = later
  if (even === null)
    return { figure: 'Never', words: `${wait} pays at no price: selling on ${day(now.on)} leaves more.` }
  const figure = exactMoney(even)
  if (even === 0) return { figure, words: `${wait} pays whatever the price does.` }
  if (Math.abs(even - later.price) < 0.005)
    return { figure, words: `${wait} changes nothing at ${figure}: it pays if the price rises from there.` }
  if (even > later.price)
    return {
      figure,
      words: `${wait} pays only if the price rises above ${figure}. At ${exactMoney(later.price)}, selling on ${day(now.on)} leaves more.`,
    }
  return {
    figure,
    words: `${wait} pays unless the price falls below ${figure}, a drop of ${percent(priceFall ?? 0)}. Below it, selling at ${exactMoney(now.price)} on ${day(now.on)} was better, even at the higher tax.`,
  }
}
