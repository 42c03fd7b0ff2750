/**
 * Qualified small business stock: what of the gain section 1202 excludes. ISO shares are acquired when exercised, nonstatutory ones when they are taxed (IRC §83(f)). Figured when
 * a year is over, because the limit of ten times basis counts all that was sold in the year.
 */
import { dayNumber, periodEndsDay } from '../date.ts'
import { NotModelled } from '../errors.ts'
import { federalDays, federalStanding } from '../law/federal/standing.ts'
import { amountFor } from '../law/law.ts'
import { atLeastZero, larger, part, smaller } from '../money.ts'
import { type Books, type SmallBusinessGain, yearIn } from './books.ts'
import type { HeldLot, Step } from './prepared.ts'
import { addGain } from './yearShares.ts'

/** The gain of the disposition just figured, to be looked at when the year is over. */
export function smallBusinessGain(
  { terms, sale, amounts, subject }: Books,
  step: Step,
  lot: HeldLot,
  long: boolean,
  amtLong: boolean,
): SmallBusinessGain {
  const { block } = subject
  const acquiredDay = block.nonstatutory === 1 ? block.inclusionDay : block.exerciseDay
  if (acquiredDay < firstFullDay)
    throw new NotModelled(
      'IRC §§57(a)(7), 1202(a)',
      'Form 6251 line 2h',
      `small business stock of ${lot.id}, acquired before 28 September 2010,`,
    )
  return {
    ...{ year: step.year, day: terms.day, acquiredDay, reported: terms.reported, long, amtLong },
    // What nonstatutory shares brought in wages is basis from the beginning
    cost: sale.shares * (block.nonstatutory === 1 ? larger(block.amtValue, block.strike) : block.strike),
    ...{ gain: atLeastZero(amounts.gain), amtGain: atLeastZero(amounts.amtGain), excluded: 0, amtExcluded: 0 },
  }
}

const lastOldDay = dayNumber(federalDays.qsbsOldRulesUntil.day)
const firstFullDay = dayNumber(federalDays.qsbsWithoutPreferenceFrom.day)

/** Takes what section 1202 excludes out of the gains of each year. */
export function applySmallBusinessStock(books: Books): void {
  const before = { regular: 0, amt: 0 }
  for (const year of new Set(books.smallBusiness.map((gain) => gain.year))) {
    const sales = books.smallBusiness.filter((gain) => gain.year === year)
    const regular = exclude(books, year, sales, 'gain', before.regular)
    const amt = exclude(books, year, sales, 'amtGain', before.amt)
    before.regular += regular
    before.amt += amt
  }
}

/** The part of a gain that is excluded, in basis points; 0 for stock not held long enough. IRC §1202(a)(1), (4), (5). */
function exclusionRate({ acquiredDay, day }: Pick<SmallBusinessGain, 'acquiredDay' | 'day'>): number {
  const law = federalStanding
  if (acquiredDay <= lastOldDay)
    return day > periodEndsDay(acquiredDay, law.qsbsHoldYearsBefore.all) ? law.qsbsExclusionBefore.all : 0
  if (day >= periodEndsDay(acquiredDay, law.qsbsYearsWhole.all)) return law.qsbsExclusionAfter5Years.all
  if (day >= periodEndsDay(acquiredDay, law.qsbsYearsMost.all)) return law.qsbsExclusionAfter4Years.all
  return day >= periodEndsDay(acquiredDay, law.qsbsYearsHalf.all) ? law.qsbsExclusionAfter3Years.all : 0
}

/** Excludes gain of one year in one system, older stock first, and gives the gain that counted against the limit. IRC §1202(b)(1), (4). */
function exclude(
  books: Books,
  year: number,
  sales: readonly SmallBusinessGain[],
  which: 'gain' | 'amtGain',
  before: number,
): number {
  const law = federalStanding
  const status = books.prepared.statusIn(year)
  // What was disposed of counts whether or not it was held long enough
  const tenTimes = sales.reduce((sum, { cost }) => sum + cost * law.qsbsBasisMultiple.all, 0)
  const into = which === 'gain' ? yearIn(books, year).gains : yearIn(books, year).amtGains
  const held = sales.filter((sale) => exclusionRate(sale) > 0)
  const old = held.filter(({ acquiredDay }) => acquiredDay <= lastOldDay)
  const recent = held.filter(({ acquiredDay }) => acquiredDay > lastOldDay)
  let counted = 0
  for (const [group, cap] of [
    [old, amountFor(law.qsbsCapBefore, status)],
    [recent, amountFor(law.qsbsCapAfter, status)],
  ] as const) {
    let room = larger(atLeastZero(cap - before - counted), atLeastZero(tenTimes - counted))
    for (const sale of group) {
      const eligible = smaller(sale[which], room)
      const excluded = part(exclusionRate(sale), eligible)
      room -= eligible
      counted += eligible
      if (which === 'gain') sale.excluded = excluded
      else sale.amtExcluded = excluded
      const long = which === 'gain' ? sale.long : sale.amtLong
      addGain(into, -excluded, long, sale.reported)
      if (long) into.collectibles += eligible - excluded
    }
  }
  return counted
}
