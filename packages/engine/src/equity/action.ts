/** What happens to shares: lots that exist, and what a plan does day by day. Shares and dollars per share are as of their own day. */
import type { PlainDate } from '../date.ts'

/** Shares already exercised: one Form 3921, or one exercise of a nonstatutory option. */
export interface Lot {
  readonly id: string
  readonly grant: string
  /** Form 3921 box 2. */
  readonly exercised: PlainDate
  /** Form 3921 box 5. */
  readonly shares: number
  /** Form 3921 box 3; null: the strike of the grant, restated for splits. */
  readonly strike: number | null
  /** Form 3921 box 4. */
  readonly fmvAtExercise: number
  /** The day on which shares bought before they vested did vest; null: vested when exercised. */
  readonly vestedOn: PlainDate | null
  readonly election83b: boolean
  /** Shares of the lot that were nonstatutory by the employer's own statement. */
  readonly nsoShares: number
  /** The last day of a period in which a sale at a profit would be recovered under section 16(b). IRC §83(c)(3). */
  readonly section16bUntil: PlainDate | null
  /** Whether the shares were qualified small business stock when issued, at exercise. IRC §1202(c). */
  readonly qsbs: boolean
}

/** What becomes of the shares on the day of an exercise. */
export type ExerciseWay = 'hold' | 'sellToCover' | 'sameDaySale'

/** An exercise. Exercises hold unless they say otherwise. */
export interface ExerciseAction {
  readonly kind: 'exercise'
  readonly on: PlainDate
  readonly grant: string
  readonly shares: number
  readonly how: ExerciseWay
  /** Name of the lot it makes. */
  readonly as: string
  readonly election83b: boolean
  readonly section16bUntil: PlainDate | null
  readonly qsbs: boolean
  /** Price of the shares sold on the day; null: the value of the day. */
  readonly price: number | null
  readonly fees: number
  /** The lot whose shares pay the strike in place of cash; null: cash. */
  readonly payWith: string | null
  readonly inW2: boolean
  readonly reported: BrokerReport
}

/** What the broker's Form 1099-B tells the IRS of a sale: proceeds and basis, proceeds only, or there is none. */
export type BrokerReport = 'basis' | 'proceeds' | 'none'

/** A sale: of the lot named, or first in, first out. */
export interface SellAction {
  readonly kind: 'sell'
  readonly on: PlainDate
  readonly lot: string | null
  readonly shares: number
  /** null: the value of the day. */
  readonly price: number | null
  readonly fees: number
  /** Whether the buyer is related, so that no loss could be recognized. IRC §267(b). */
  readonly relatedBuyer: boolean
  /** Whether the employer's Form W-2 holds the compensation, where this is a disqualifying disposition. */
  readonly inW2: boolean
  readonly reported: BrokerReport
}

/** Who a gift goes to. `heirs` is a transfer at death, `spouse` also one incident to divorce. */
export const recipients = ['publicCharity', 'dafSponsor', 'privateFoundation', 'person', 'spouse', 'heirs'] as const
export type Recipient = (typeof recipients)[number]

/** A gift of cash or shares. */
export interface GiveAction {
  readonly kind: 'give'
  readonly on: PlainDate
  readonly cash: number
  readonly shares: number
  readonly lot: string | null
  readonly to: Recipient
  readonly inW2: boolean
}

/** Shares of a lot that became worthless; all that is held of it. IRC §165(g). */
export interface WorthlessAction {
  readonly kind: 'worthless'
  readonly on: PlainDate
  readonly lot: string
}

/** Unvested shares that go back to the company; `price` null: for what was paid. */
export interface ForfeitAction {
  readonly kind: 'forfeit'
  readonly on: PlainDate
  readonly lot: string
  readonly shares: number
  readonly price: number | null
}

/** One thing the plan does on a day. */
export type Action = ExerciseAction | SellAction | GiveAction | WorthlessAction | ForfeitAction
