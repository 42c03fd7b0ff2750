/**
 * The problem of the schedule: which shares to exercise when, and when to sell them. Each column is one whole fate of a share
 * (this grant, exercised then, sold then), so that every column has constant amounts per share and a plan is a count of shares
 * for each. A year then depends on the sums of what its columns bring and on what the year before carries out; nothing else
 * ties years together but cash and the number of shares there are.
 */
import type { Facts } from '../forms/facts.ts'
import type { FederalLaw } from '../law/federal/law.ts'
import type { CarriedIn } from '../taxYear.ts'
import type { YearState } from './stateTax.ts'

/** What a share may bring into a tax year, in the order in which `Touch.kind` counts them. Dollars. */
export const sumNames = [
  'spread',
  'optionWages',
  'compensation',
  'amtCompensation',
  'short',
  'long',
  'amtShort',
  'amtLong',
] as const
export type SumName = (typeof sumNames)[number]
export const sumCount = sumNames.length

/** Dollars that one share brings into one sum of one year (0 is the first). */
export interface Touch {
  readonly year: number
  readonly kind: number
  readonly amount: number
}

/** Cash that one share brings in a year; negative for what is paid. */
export interface Flow {
  readonly year: number
  readonly amount: number
}

/** One whole fate of a share. */
export interface Column {
  /** Index of the source it comes from. */
  readonly source: number
  /** Which of its source's days of exercise; -1 for shares that are held already. */
  readonly exercised: number
  /** Index of the year of sale. */
  readonly sold: number
  /** Whether the shares are sold on the day they are exercised, so that the sale pays the strike. */
  readonly atOnce: boolean
  readonly touches: readonly Touch[]
  readonly flows: readonly Flow[]
  /** Present value of the flows. */
  readonly worth: number
}

/** Shares of one grant or lot that are alike. */
export interface Source {
  readonly name: string
  readonly kind: 'grant' | 'lot'
  readonly shares: number
  /** Of a grant: shares that may have been exercised by each of its days of exercise. All of a lot must be sold, and this is empty. */
  readonly vested: readonly number[]
}

/** One tax year of the problem. */
export interface ScheduleYear {
  readonly year: number
  readonly law: FederalLaw
  /** What neither the shares nor earlier years bring. */
  readonly facts: Facts
  /** Present value of a dollar of this year's tax. */
  readonly taxWorth: number
  /** Tax of the year, federal and state, without any shares, credit or losses. */
  readonly baseTax: number
  /** The states whose tax counts; none where it is absent or null. */
  readonly state?: YearState | null
  /** Whether the year lies before the first decision, so that its tax is what it is. */
  readonly past?: boolean
  /** AMT that the year may have at most; left out: any. */
  readonly amtMost?: number
  /** Cash set aside in the year, beside the shares. */
  readonly saved: number
}

/** Money for strike and tax: what there is, and the rate it earns. A year may not end below zero. */
export interface Cash {
  /** Index of the first year that it pays for. */
  readonly from: number
  readonly start: number
  readonly rate: number
  /** Whether the year before must have left the strike of the year, because exercises come before sales. */
  readonly strikeFirst: boolean
}

/** Columns of which only so many shares may be taken together. */
export interface Cap {
  readonly name: string
  readonly columns: readonly { readonly column: number; readonly weight: number }[]
  readonly most: number
}

/** Least AMT, in present value, among the plans that are worth so much. */
export interface LeastAmt {
  readonly valueAtLeast: number
}

export interface Problem {
  /** What is wanted most; left out: the most money after tax. */
  readonly aim?: LeastAmt
  /** Years with decisions first, then the tail that brings the credit home. */
  readonly years: readonly ScheduleYear[]
  readonly sources: readonly Source[]
  readonly columns: readonly Column[]
  readonly begins: CarriedIn
  readonly cash: Cash | null
  readonly caps: readonly Cap[]
}

/** Shares taken of each column, in the order of the columns. */
export type Shares = Float64Array<ArrayBufferLike>

/** The plan that leaves grants alone and sells each lot in its last column: always there, though cash may not allow it. */
export function nothingDone({ columns, sources }: Problem): Shares {
  const shares = new Float64Array(columns.length)
  sources.forEach((source, s) => {
    if (source.kind !== 'lot') return
    const last = columns.findLastIndex((column) => column.source === s)
    if (last >= 0) shares[last] = source.shares
  })
  return shares
}
