/** Why the line is where it is: the headroom between the taxes, and the spread that fills it. Checked, so that nothing is said that does not add up. */
import type { CurveAnswer, EstimateAnswer, RoomAnswer } from '@isoline/engine'
import { count, money } from '../../words/money.ts'

/** One amount of a line of arithmetic, with the sign before it. */
export interface Term {
  readonly sign: '' | '−' | '÷' | '='
  readonly amount: number
  readonly words: string
  readonly kind: 'tax' | 'rate' | 'money' | 'perShare' | 'shares'
  /** What `explain` calls it. */
  readonly name?: string
}

const term = (sign: Term['sign'], amount: number, words: string, kind: Term['kind'], name?: string): Term => ({
  ...{ sign, amount, words, kind },
  ...(name !== undefined && { name }),
})

/**
 * The arithmetic of the room: regular tax less tentative minimum tax without an exercise; that by the rate of the minimum tax is spread, and
 * by the spread of a share it is shares. Null where it is not that simple: several rates below the line, gains, other deductions.
 */
export function roomTerms(
  estimate: EstimateAnswer,
  curve: CurveAnswer,
  room: RoomAnswer,
  spreadPerShare: number,
  shares: number | null,
): readonly (readonly Term[])[] | null {
  const { regularTax, tentativeMinimumTax } = estimate.withoutExercise
  const [first, second] = curve.points
  if (!first || !second || curve.room <= 0 || shares === null) return null
  const rate = (second.tentativeMinimumTax - first.tentativeMinimumTax) / (second.spread - first.spread)
  const headroom = regularTax - tentativeMinimumTax
  if (Math.abs(rate * curve.room - headroom) > 1) return null
  const { exercised } = room.spread
  const left: Term[] = exercised > 0.5 ? [term('−', exercised, 'exercised before', 'money')] : []
  return [
    [
      term('', regularTax, 'regular tax', 'tax'),
      term('−', tentativeMinimumTax, 'minimum tax', 'tax'),
      term('=', headroom, 'headroom', 'tax'),
    ],
    [
      term('', headroom, 'headroom', 'tax'),
      term('÷', rate, 'AMT rate', 'rate'),
      term('=', curve.room, 'of spread', 'money'),
      ...left,
      term('÷', spreadPerShare, 'a share', 'perShare'),
      term('=', shares, 'shares', 'shares'),
    ],
  ]
}

/** What the short way leaves out, in its own words; null where it leaves out nothing. */
export function shortWaySentences(
  estimate: EstimateAnswer,
  shortWay: number | null,
  shares: number | null,
): { readonly first: string; readonly rest: string } | null {
  const back = estimate.math.steps.find(({ line }) => line === 'form6251.line2a')?.form ?? 0
  if (shortWay === null || shares === null || shortWay === shares || back < 0.5) return null
  const itemizes = estimate.summary.deductionTaken === 'itemized'
  const leftOut = itemizes
    ? `the ${money(back)} of taxes you deduct is added back for AMT. It would be right only for someone who deducts no taxes. You do`
    : `the ${money(back)} standard deduction is added back for AMT. It would be right only for someone who itemizes the same amount with nothing added back. You take the standard deduction`
  return {
    first: `The other answer you may see is ${count(shortWay)}.`,
    rest: ` It leaves out line 2a: ${leftOut}, so ${count(shares)} is yours.`,
  }
}
