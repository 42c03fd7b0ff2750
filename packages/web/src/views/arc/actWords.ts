/** What an action is called: short on its button, in full to whoever cannot see it. */
import { count, shares } from '../../words/money.ts'
import type { Act, ActKind } from './acts.ts'

const verb: { readonly [Kind in ActKind]: string } = {
  exercise: 'Exercise',
  exerciseSell: 'Exercise, sell',
  sellToCover: 'Sell to cover',
  sell: 'Sell',
  give: 'Give',
  other: 'Change',
}

/** The words of a button, one line each where it is narrow; the grant where there are several to tell apart. */
export const actLabel = ({ kind, shares: amount, grant }: Act, several: boolean, narrow: boolean): string[] => [
  narrow && kind === 'exerciseSell' ? 'Ex & sell' : verb[kind],
  ...(several && grant !== null ? [grant] : []),
  amount === null ? (kind === 'give' ? 'cash' : '') : count(amount),
]

/** What a button does not show of its sentence: `shares of G1 in 2026`. */
export function actRest({ shares: amount, grant, year }: Act, several: boolean): string {
  const unit = amount === null ? '' : amount === 1 ? 'share ' : 'shares '
  return `${unit}${grant === null || several ? '' : `of ${grant} `}in ${year}`
}

/** `Exercise 1,694 shares of G1 in 2026`. */
export function actSentence({ kind, shares: amount, grant, year }: Act): string {
  const what = amount === null ? (kind === 'give' ? ' cash' : '') : ` ${shares(amount)}`
  return `${verb[kind]}${what}${grant === null ? '' : ` of ${grant}`} in ${year}`
}
