/** Sales as a broker lists them: shares of one lot, day, price and term together. */
import { type PlainDate, yearOf } from '../date.ts'
import type { DispositionRecord } from '../equity/shares.ts'
import type { BrokerSale } from '../papers.ts'
import type { FiguredYear } from '../timeline.ts'
import { taxChange } from './reconcileFinding.ts'

/** What one line of Form 1099-B is about. Dollars for all the shares; shares as of the sale. */
export interface Sold {
  readonly records: readonly DispositionRecord[]
  readonly lot: string
  readonly on: PlainDate
  readonly shares: number
  readonly proceeds: number
  readonly fees: number
  readonly cashPaid: number
  readonly compensation: number
  readonly basis: number
  readonly amtBasis: number
}

/** Sales by lot, day, price and term; gifts are no sales. */
export function soldOf(dispositions: readonly DispositionRecord[]): Sold[] {
  const groups = new Map<string, DispositionRecord[]>()
  for (const each of dispositions.filter(({ sale }) => sale.sold === 1)) {
    const key = [each.lot, each.on, each.long, each.price].join(' ')
    groups.set(key, [...(groups.get(key) ?? []), each])
  }
  return [...groups.values()].map((records) => {
    const sum = (amount: (each: DispositionRecord) => number) => records.reduce((all, each) => all + amount(each), 0)
    const { lot, on } = records[0] as DispositionRecord
    return {
      ...{ records, lot, on, shares: sum((each) => each.shares), proceeds: sum((each) => each.sale.proceeds) },
      ...{ fees: sum((each) => each.fees * each.shares), cashPaid: sum((each) => each.cashPaid) },
      compensation: sum((each) => each.amounts.compensation),
      ...{ basis: sum((each) => each.amounts.basis), amtBasis: sum((each) => each.amounts.amtBasisTotal) },
    }
  })
}

/** Where a finding of a line belongs. */
export const about = (line: BrokerSale, sold: Sold) => ({
  ...{ year: yearOf(line.sold), paper: 'Form 1099-B' as const, lot: sold.lot },
})

/**
 * The year's tax with other gain of these shares. Sold too early in the year AMT would have taken them in, they have the same gain for
 * AMT (IRC §56(b)(3)); else AMT has its own, which papers do not move unless `both`.
 */
export function gainChange(
  figured: FiguredYear | undefined,
  { records }: Sold,
  more: number,
  both = false,
): number | null {
  const { long, amtLong, sale } = records[0] as DispositionRecord
  return taxChange(figured, ({ gains, amtGains }) => {
    gains[long ? 'longD' : 'shortA'] += more
    if (both || sale.sameYear === 1) amtGains[amtLong ? 'longD' : 'shortA'] += more
  })
}
