/** The minimum tax credit of a case: its log, how long it takes to come home, what moves it, what was left behind. */
import type { Case } from '../case.ts'
import { type CreditYear, creditLog } from '../credit/creditLog.ts'
import { type Drain, drainOf } from '../credit/drain.ts'
import { type GapMove, type GapMoves, gapMoves } from '../credit/gapMoves.ts'
import { type StateCreditYear, stateCreditLog } from '../credit/stateCreditLog.ts'
import { type Unused, unusedCredit } from '../credit/unused.ts'
import { type PlainDate, yearOf } from '../date.ts'
import type { Notice } from '../explain/notices.ts'
import { filedYears } from '../filed.ts'
import type { Rounding } from '../law/federal/law.ts'
import { toCents } from '../money.ts'
import { type NotYet, notYetBy, type Release, releaseIn } from '../plan/release.ts'
import { stateYears } from '../stateYears.ts'
import { yearsTo } from '../timeline.ts'
import type { Grounds } from './common.ts'
import { lastYear, printedCreditYear, printedStateCreditYear } from './project.ts'
import { stateYearNotices } from './states.ts'
import { yearNotices } from './yearNotices.ts'

/** What becomes of the credit. Dollars. */
export interface CreditAhead extends Drain {
  /** Years from the year of today to the one that uses the last of it; null where some is left. */
  readonly yearsToDrain: number | null
  /** What a dollar of the credit that comes home, or is still out at the end, is worth today. */
  readonly worthOfADollar: number | null
}

export interface CreditAnswer extends Omit<Grounds, 'year'> {
  readonly asOf: PlainDate
  readonly creditLog: readonly CreditYear[]
  /** The log of each state with an AMT of its own. */
  readonly stateCreditLog: readonly StateCreditYear[]
  readonly ahead: CreditAhead
  /** Each year ahead with one fact changed. */
  readonly moves: readonly GapMoves[]
  /** The sale of each year ahead that releases most credit without making AMT; and lots that must wait. */
  readonly faster: { readonly sales: readonly Release[]; readonly notYet: readonly NotYet[] }
  /** The years before the first, rebuilt from their forms; null where the file has none. */
  readonly unused: Unused | null
}

/**
 * The credit of a case through its horizon, and past it until it is home.
 * @throws NotModelled, InputError where a year cannot be figured.
 */
export function creditAnswer(of: Case, asOf: PlainDate, rounding: Rounding = 'exact'): CreditAnswer {
  const last = lastYear(of)
  const reaching = { ...of, assumptions: { ...of.assumptions, horizon: last } }
  const years = yearsTo(reaching, last, rounding)
  const ahead = years.filter(({ year }) => year >= yearOf(asOf))
  const drain = drainOf(reaching, asOf, rounding, of.assumptions.discountRate)
  const unused = unusedCredit(filedYears(of), asOf)
  const states = stateYears(of, years)
  return {
    asOf,
    creditLog: creditLog(of, years).map(printedCreditYear),
    stateCreditLog: stateCreditLog(states).map(printedStateCreditYear),
    ahead: aheadOf(drain, asOf),
    moves: gapMoves(of, ahead).map(({ year, moves }) => ({ year, moves: moves.map(printedMove) })),
    faster: {
      sales: ahead.flatMap(({ year }) => {
        const from = year === yearOf(asOf) ? asOf : `${year}-01-01`
        const sale = releaseIn(reaching, year, from, last, rounding)
        return sale ? [printedRelease(sale)] : []
      }),
      notYet: notYetBy(of, yearOf(asOf)),
    },
    unused: unused && printedUnused(unused),
    notices: [
      ...marketNotice(of),
      ...historyNotices(of, unused),
      ...yearNotices(of, years),
      ...stateYearNotices(states),
    ],
    assumed: of.assumed,
  }
}

function aheadOf(drain: Drain, asOf: PlainDate): CreditAhead {
  const { balance, toCome, presentValue, left, uses, drainedIn } = drain
  // Dollars that come home, and those still out at the end
  const whole = uses.reduce((sum, { used }) => sum + used, 0) + Math.max(0, left)
  return {
    ...drain,
    ...{ balance: toCents(balance), toCome: toCents(toCome), left: toCents(left), presentValue: toCents(presentValue) },
    uses: uses.map(({ year, used }) => ({ year, used: toCents(used) })),
    yearsToDrain: drainedIn === null ? null : drainedIn - yearOf(asOf) + 1,
    worthOfADollar: whole > 0 ? Math.round((presentValue / whole) * 1e4) / 1e4 : null,
  }
}

const printedMove = ({ what, by, gap, used }: GapMove): GapMove => ({
  ...{ what, by: toCents(by), gap: toCents(gap), used: toCents(used) },
})

const printedRelease = (of: Release): Release => ({
  ...of,
  ...{ proceeds: toCents(of.proceeds), difference: toCents(of.difference), released: toCents(of.released) },
  rate: Math.round(of.rate * 1e4) / 1e4,
  ...{ tax: toCents(of.tax), taxToEnd: toCents(of.taxToEnd), creditLeftToEnd: toCents(of.creditLeftToEnd) },
  amtLossLeft: toCents(of.amtLossLeft),
})

const printedUnused = (of: Unused): Unused => ({
  years: of.years.map((each) => ({
    ...each,
    ...{ amt: toCents(each.amt), amtDue: toCents(each.amtDue), exclusionPart: toCents(each.exclusionPart) },
    ...{ generated: toCents(each.generated), available: toCents(each.available) },
    gap: each.gap === null ? null : toCents(each.gap),
    ...{ allowable: toCents(each.allowable), carriedOut: toCents(each.carriedOut), refund: toCents(each.refund) },
    amtLossCarriedOut: toCents(each.amtLossCarriedOut),
  })),
  ...{ claimable: toCents(of.claimable), lost: toCents(of.lost) },
  ...{ carriedOut: toCents(of.carriedOut), made: toCents(of.made) },
})

const money = (amount: number): string => amount.toLocaleString('en-US', { style: 'currency', currency: 'USD' })

const differs = (year: number, line: string, filed: number, due: number): Notice => ({
  code: 'law',
  message: `Form 8801 of ${year} has ${money(filed)} on ${line}, and the years of history give ${money(due)}, which is used. Find out which is right.`,
})

/** No sale of unlisted shares is assumed. */
function marketNotice({ company, lots, plan }: Case): Notice[] {
  if (company.listed || lots.length + plan.length === 0) return []
  const some = (company.tenders ?? []).length > 0 || (company.view?.liquidityOn ?? null) !== null
  const message = some
    ? 'The shares are not listed: a sale that releases credit is looked for only in a tender of the file, or from company.view.liquidityOn on.'
    : 'The shares are not listed, and the file names no tender and no company.view.liquidityOn: no sale that releases credit is assumed.'
  return [{ code: 'law', message }]
}

/** Where the forms as filed do not say what their figures give, and what rests on a reading of section 53(b). */
function historyNotices(of: Case, unused: Unused | null): Notice[] {
  if (!unused) return []
  const notices: Notice[] = []
  const stated = of.carryforwards.minimumTaxCredit
  if (stated !== null && of.history.length > 1 && Math.abs(stated - unused.carriedOut) > 1)
    notices.push({
      code: 'law',
      message: `carryforwards.minimumTaxCredit is ${money(stated)}, and the years of history leave ${money(unused.carriedOut)}. The file's amount is used; find out which is right.`,
    })
  for (const [i, filed] of of.history.entries()) {
    const before = unused.years[i - 1]
    const due = unused.years[i]
    const { line15, line21, line26 } = filed.form8801 ?? {}
    if (due && i > 0 && line21 !== undefined && Math.abs(line21 - due.available) > 1)
      notices.push(differs(filed.year, 'line 21', line21, due.available))
    if (due && line26 !== undefined && Math.abs(line26 - due.carriedOut) > 1)
      notices.push(differs(filed.year, 'line 26', line26, due.carriedOut))
    if (before && line15 !== undefined && Math.abs(line15 - before.exclusionPart) > 1)
      notices.push({
        code: 'law',
        message: `Form 8801 of ${filed.year} has ${money(line15)} on line 15, and the lines of ${before.year} give ${money(before.exclusionPart)}: was the bargain element put among the exclusion items? That would cost ${money(Math.max(0, line15 - before.exclusionPart))} of credit.`,
      })
  }
  const { amtLossCarriedOut: loss } = unused.years.at(-1) as Unused['years'][number]
  const { short, long } = of.carryforwards.amtCapitalLoss
  if (loss > 0.005 && Math.abs(loss - short - long) > 1)
    notices.push({
      code: 'law',
      message: `The AMT basis missed at a sale leaves an AMT loss of ${money(loss)}, and carryforwards.amtCapitalLoss holds ${money(short + long)}. Add what is missing, as a long-term loss; the file's amount is used.`,
    })
  if (unused.years.some(({ refund }) => refund > 0.005))
    notices.push({
      code: 'unconfirmed',
      message:
        'Credit that a year could have used is gone from the credit even if nobody claimed it: IRC §53(b)(2) counts what was allowable. A closed year is lost then; no ruling on the credit of an individual was found.',
    })
  return notices
}
