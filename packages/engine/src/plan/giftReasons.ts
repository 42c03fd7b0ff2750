/** Why a gift is worth more or less from an amount on: the year of the gift on both sides of it, line by line. */
import type { FiguredYear } from '../timeline.ts'
import type { Outcome } from './gifts.ts'

export type GiftReason =
  | 'itemizing'
  | 'standard'
  | 'nonItemizerFull'
  | 'floor'
  | 'ceiling'
  | 'overallLimitation'
  | 'amtGone'
  | 'amtBegins'
  | 'exemptionWhole'
  | 'exemptionReturns'
  | 'lowRate'
  | 'bracket'
  | 'credit'
  | 'noTax'
  | 'laterYear'
  | 'stateTax'
  | 'allShares'
  | 'evens'
  | 'cash'
  | 'planned'

/** What each reason means, in the words of a sentence about the next dollar given. */
export const giftWords: { readonly [Reason in GiftReason]: string } = {
  itemizing: 'itemizing begins to pay',
  standard: 'the standard deduction becomes the cheaper one',
  nonItemizerFull: 'the deduction without itemizing is full',
  floor: 'the floor is passed: gifts begin to count',
  ceiling: "the year's ceiling is reached: the rest is carried on",
  overallLimitation: 'the overall limitation of itemized deductions changes',
  amtGone: 'AMT is gone: regular tax decides',
  amtBegins: 'AMT begins: regular tax has fallen below tentative minimum tax',
  exemptionWhole: 'AMT income is out of the phase-out: the exemption is whole',
  exemptionReturns: 'the AMT exemption begins to come back',
  lowRate: 'the AMT rate falls from 28 % to 26 %',
  bracket: 'the regular tax bracket changes',
  credit: 'the minimum tax credit used this year changes',
  noTax: 'no tax of the year is left to save',
  laterYear: 'what a later year makes of the gift, or of the credit, changes',
  stateTax: 'the state begins or stops to count the gift, or its bracket changes',
  allShares: 'all shares of the lot',
  evens: 'over all years the gift begins to save tax',
  cash: 'all the cash that strike and tax leave',
  planned: 'what the plan gives',
}

/** Two outcomes on one side of an amount, the nearer one last. */
export type Side = readonly [far: Outcome, near: Outcome]

/** Why the worth of the next dollar changes between two amounts; the steps of both sides are `step` dollars apart. */
export function giftReasons(below: Side, above: Side, step: number): GiftReason[] {
  const [farBelow, yearBelow] = [first(below[0]), first(below[1])]
  const [farAbove, yearAbove] = [first(above[0]), first(above[1])]
  const near = changesOf(yearBelow, yearAbove)
  const bent = (line: Line): boolean => {
    const before = (line(yearBelow) - line(farBelow)) / step
    const after = (line(farAbove) - line(yearAbove)) / step
    return Math.abs(after - before) > 1e-6
  }
  const bentOf = (lines: readonly [GiftReason, Line][]): GiftReason[] =>
    lines.flatMap(([reason, line]) => (bent(line) ? [reason] : []))
  const own = near.length > 0 ? near : bentOf(deductionLines(yearAbove))
  // Tax and credit bend with the deduction: only where that goes on as before is the bend theirs
  const found = own.length > 0 ? own : bentOf(taxLines)
  return found.length > 0 ? found : [elsewhere(below, above)]
}

type Line = (year: FiguredYear) => number

const first = ({ years }: Outcome): FiguredYear => years[0] as FiguredYear

/** What is one way below and another above. */
function changesOf({ return: below, law }: FiguredYear, { return: above }: FiguredYear): GiftReason[] {
  const passes = (line: (r: FiguredYear['return']) => number, at: number): boolean =>
    line(below) > at && line(above) <= at
  const found: GiftReason[] = []
  if (below.election.itemizes !== above.election.itemizes)
    found.push(above.election.itemizes === 1 ? 'itemizing' : 'standard')
  if (below.form6251.line11 > 0 && above.form6251.line11 === 0) found.push('amtGone')
  if (below.form6251.line11 === 0 && above.form6251.line11 > 0) found.push('amtBegins')
  if (passes((r) => r.form6251.line4, law.amtPhaseoutStart)) found.push('exemptionWhole')
  if (below.form6251.line5 === 0 && above.form6251.line5 > 0) found.push('exemptionReturns')
  if (passes((r) => r.form6251.line17, law.amtBreakpoint)) found.push('lowRate')
  if (passes((r) => r.form1040.line22, 0)) found.push('noTax')
  return found
}

/** Lines of the deduction taken. */
const deductionLines = ({ return: { election } }: FiguredYear): [GiftReason, Line][] =>
  election.itemizes === 0
    ? [['nonItemizerFull', (year) => year.return.form1040.nonItemizerGift]]
    : [
        ['floor', (year) => year.return.charity.floor],
        ['ceiling', (year) => year.return.charity.allowed],
        ['overallLimitation', (year) => year.return.scheduleA.overallLimitation],
      ]

const taxLines: [GiftReason, Line][] = [
  ['bracket', (year) => year.return.form1040.line16],
  ['credit', (year) => year.return.form8801.line25],
]

/** Nothing of the year itself changed: a later year does, or a state. */
function elsewhere(below: Side, above: Side): GiftReason {
  const federal = (of: Outcome): number => of.creditLeft - of.federalTax
  const before = federal(below[1]) - federal(below[0])
  const after = federal(above[0]) - federal(above[1])
  return Math.abs(after - before) < 1e-6 ? 'stateTax' : 'laterYear'
}
