/**
 * One disposition of shares of one block, for both tax systems: its words and its amounts. IRC §§421(b), 422(c)(2), 56(b)(3),
 * 1001, 1091. Amounts are dollars for all the shares disposed of.
 */
import { blank, type Sheet } from '../form.ts'
import { atLeastZero, smaller } from '../money.ts'
import type { Block } from './block.ts'

/** The facts of one disposition. Switches are 1 or 0. */
export interface Sale {
  /** Shares disposed of, as of the exercise. */
  shares: number
  /** Amount realized after fees; 0 for a gift. */
  proceeds: number
  /** 1: sold or exchanged, so that there is gain or loss; 0: given. */
  sold: 0 | 1
  /** 1: both holding periods are over, or the shares are not ISO shares: no compensation. */
  qualifies: 0 | 1
  /** 1: a loss, if there were one, would be recognized: not to a related buyer, not a wash sale, not a gift. IRC §422(c)(2). */
  lossRecognized: 0 | 1
  /** 1: too early, and in the year of the AMT inclusion, so that AMT follows the regular tax. IRC §56(b)(3). */
  sameYear: 0 | 1
}

/** What the words call a fact of the sale or of the block. */
export const saleWords = {
  shares: 'shares disposed of, as of the exercise',
  proceeds: 'amount realized after fees',
  sold: '1 if sold',
  qualifies: '1 if the disposition is qualifying, or not of ISO shares',
  lossRecognized: '1 if a loss, were there one, would be recognized',
  sameYear: '1 if disposed of too early, and in the year of the AMT inclusion',
} as const satisfies { readonly [Name in keyof Sale]: string }

export const blockWords = {
  strike: 'price paid for a share',
  value: 'value of a share at exercise, or when first free of risk',
  basis: 'regular basis of a share',
  amtBasis: 'AMT basis of a share',
  amtDifference: 'AMT basis of a share beyond the regular one and its own inclusion, by a wash sale or stock swap',
} as const satisfies { readonly [Name in keyof Block]?: string }

export const dispositionWords = {
  basisBefore: 'Regular basis before the disposition: {sale.shares} times {block.basis}.',
  spread: 'Bargain element: {sale.shares} times the excess of {block.value} over {block.strike}.',
  gainBefore: 'Gain before compensation: {sale.proceeds} less {basisBefore}.',
  compensation:
    'Ordinary income: zero if {sale.qualifies}; otherwise {spread}, but not more than {gainBefore} if {sale.lossRecognized}.',
  basis: 'Regular basis: {basisBefore} and {compensation}.',
  realized: 'Regular gain or loss realized: {sale.proceeds} less {basis}, if {sale.sold}; otherwise zero.',
  disallowed: 'Regular loss not allowed: a loss in {realized}, unless {sale.lossRecognized}.',
  gain: 'Regular gain or loss: {realized} and {disallowed}.',
  amtCompensation: 'Ordinary income that AMT counts in this year: {compensation} if {sale.sameYear}, otherwise zero.',
  amtBasisTotal:
    'AMT basis: {basis} with {sale.shares} times {block.amtDifference} if {sale.sameYear}, otherwise {sale.shares} times {block.amtBasis}.',
  amtRealized: 'AMT gain or loss realized: {sale.proceeds} less {amtBasisTotal}, if {sale.sold}; otherwise zero.',
  amtDisallowed: 'AMT loss not allowed: a loss in {amtRealized}, unless {sale.lossRecognized}.',
  amtGain: 'AMT gain or loss: {amtRealized} and {amtDisallowed}.',
} as const

export type Disposition = Sheet<typeof dispositionWords>

export interface DispositionFrom {
  readonly sale: Readonly<Sale>
  readonly block: Readonly<Pick<Block, 'strike' | 'value' | 'basis' | 'amtBasis' | 'amtDifference'>>
}

/** The amounts of a disposition in both systems. */
export function figureDisposition(
  { sale, block }: DispositionFrom,
  f: Disposition = blank(dispositionWords),
): Disposition {
  f.basisBefore = sale.shares * block.basis
  f.spread = sale.shares * atLeastZero(block.value - block.strike)
  f.gainBefore = sale.proceeds - f.basisBefore
  f.compensation =
    sale.qualifies === 1 ? 0 : sale.lossRecognized === 1 ? atLeastZero(smaller(f.spread, f.gainBefore)) : f.spread
  f.basis = f.basisBefore + f.compensation
  f.realized = sale.sold === 1 ? sale.proceeds - f.basis : 0
  f.disallowed = sale.lossRecognized === 1 ? 0 : atLeastZero(-f.realized)
  f.gain = f.realized + f.disallowed
  f.amtCompensation = sale.sameYear === 1 ? f.compensation : 0
  f.amtBasisTotal = sale.sameYear === 1 ? f.basis + sale.shares * block.amtDifference : sale.shares * block.amtBasis
  f.amtRealized = sale.sold === 1 ? sale.proceeds - f.amtBasisTotal : 0
  f.amtDisallowed = sale.lossRecognized === 1 ? 0 : atLeastZero(-f.amtRealized)
  f.amtGain = f.amtRealized + f.amtDisallowed
  return f
}
