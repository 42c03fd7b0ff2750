/** What tests of the ledger share: a company with values over time, and what its shares come to in a year. */
import type { Case } from '../../src/case.ts'
import type { Split } from '../../src/equity/grant.ts'
import { type DispositionRecord, sharesIn, sharesOf } from '../../src/equity/shares.ts'
import type { BoxGains, YearShares } from '../../src/equity/yearShares.ts'
import { caseOf } from '../cases.ts'

/** A listed company; values by day, each until the next. */
export const companyWith = (
  values: { readonly [day: string]: number },
  splits: readonly Split[] = [],
  listed = true,
): Case['company'] => ({
  ...{ name: 'Co', listed, splits },
  prices: Object.entries(values).map(([on, fmv]) => ({ on, fmv })),
})

/** Single filers from 2024 on: no transfer to a spouse stays on the return. */
export const single: Case['household'] = { ...caseOf().household, statuses: [{ from: 2020, status: 'single' }] }

/** What the shares bring into a year. */
export const inYear = (of: Case, year: number): Readonly<YearShares> => sharesIn(sharesOf(of), year)

export const disposals = (of: Case): readonly DispositionRecord[] => sharesOf(of).dispositions

/** The one disposition there is. */
export function only(of: Case): DispositionRecord {
  const [first, ...others] = disposals(of)
  if (!first || others.length > 0) throw new Error(`${others.length + (first ? 1 : 0)} dispositions, expected one`)
  return first
}

/** Gains and losses by term, whatever their box. */
export const terms = (gains: Readonly<BoxGains>): { short: number; long: number } => ({
  short: gains.shortA + gains.shortB + gains.shortC,
  long: gains.longD + gains.longE + gains.longF,
})

/** What a year comes to before the loss limits, in few words. */
export const figures = (year: Readonly<YearShares>) => ({
  line2i: year.isoSpread,
  compensation: year.compensation + year.compensationUnreported,
  amtCompensation: year.amtCompensation,
  regular: terms(year.gains),
  amt: terms(year.amtGains),
})

/** Shares held at the end by lot, as of each exercise. */
export const heldOf = (of: Case): { readonly [lot: string]: number } =>
  Object.fromEntries(
    sharesOf(of).books.prepared.lots.map((lot) => [
      lot.id,
      lot.blocks.slice(0, lot.used).reduce((sum, block) => sum + block.left, 0),
    ]),
  )
