/** The $100,000 limit of the grants of a case, with every number explained. */
import type { Case } from '../case.ts'
import { nonstatutoryBecause } from '../equity/grant.ts'
import type { LimitShare } from '../equity/limit.ts'
import { sharesOf } from '../equity/shares.ts'
import { federalStanding } from '../law/federal/standing.ts'
import { toCents } from '../money.ts'
import type { Grounds } from './common.ts'
import { shareNotices } from './shareNotices.ts'

/** One grant in one year. Shares and dollars as of the grant; `why` says how the split came about. */
export interface LimitRow extends LimitShare {
  /** Value at grant of the shares first exercisable in the year. */
  readonly value: number
  readonly why: string
}

export interface LimitAnswer extends Omit<Grounds, 'year'> {
  readonly limit: number
  readonly years: readonly { readonly year: number; readonly value: number; readonly grants: readonly LimitRow[] }[]
  /** Grants that are left out, because they are nonstatutory from the start. */
  readonly leftOut: readonly { readonly grant: string; readonly why: string }[]
}

/** The limit year by year; years and grants with nothing are left out. */
export function limitAnswer(of: Case): LimitAnswer {
  const shares = sharesOf(of)
  const years = shares.books.prepared.limit.map(({ year, grants }) => {
    const rows = grants.map(limitRow)
    return { year, value: toCents(rows.reduce((sum, row) => sum + row.value, 0)), grants: rows }
  })
  return {
    limit: federalStanding.isoAnnualLimit.all,
    years,
    leftOut: of.grants.flatMap((grant) => {
      const reason = nonstatutoryBecause(grant)
      return reason ? [{ grant: grant.id, why: `${reason.why} (${reason.rule})` }] : []
    }),
    notices: shareNotices(of, shares),
    assumed: of.assumed,
  }
}

const counted = (shares: number): string => (+shares.toFixed(4)).toLocaleString('en-US')
const dollars = (amount: number): string =>
  `$${toCents(amount).toLocaleString('en-US', { minimumFractionDigits: Number.isInteger(toCents(amount)) ? 0 : 2 })}`

function limitRow(share: LimitShare): LimitRow {
  const { shares, valuePerShare, roomBefore, isoShares, nsoShares, exercisedBefore, forfeited } = share
  const value = shares * valuePerShare
  const of = `${counted(shares)} shares worth ${dollars(valuePerShare)} each at grant are ${dollars(value)}`
  const room = `${dollars(roomBefore)} of the year's limit is left for them`
  const kept =
    exercisedBefore > 0 ? ` ${counted(exercisedBefore)} were exercised before an acceleration and stay ISO shares.` : ''
  const lost = forfeited > 0 ? ` ${counted(forfeited)} of them never vest, and count until the year ends.` : ''
  const result =
    nsoShares === 0
      ? 'all are ISO shares.'
      : `${counted(isoShares)} fit whole and are ISO shares; the next one and all after it, ${counted(nsoShares)}, are nonstatutory.`
  return {
    ...share,
    roomBefore: toCents(roomBefore),
    value: toCents(value),
    why: `${of}; ${room}: ${result}${kept}${lost}`,
  }
}
