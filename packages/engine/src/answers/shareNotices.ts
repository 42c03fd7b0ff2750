/** What the reader should know of how the shares were treated: rules that decided, and points of law that are not settled. */
import type { Case } from '../case.ts'
import { dateOf, dayNumber, periodEndsDay, yearOfDay } from '../date.ts'
import { type Block, never } from '../equity/block.ts'
import { nonstatutoryBecause } from '../equity/grant.ts'
import type { HeldLot } from '../equity/prepared.ts'
import { blocksOf, type Shares } from '../equity/shares.ts'
import type { Notice } from '../explain/notices.ts'
import { federalStanding } from '../law/federal/standing.ts'

/** Notices on the shares of a case; of a year only, where one is given. None for a flat case, which has no shares. */
export function shareNotices(of: Case, shares: Shares | null, year?: number): Notice[] {
  if (!shares) return []
  return [...grantNotices(of), ...limitNotices(of, shares), ...lotNotices(shares, year), ...saleNotices(shares, year)]
}

/** Grants that are called ISOs and are none, or may be none. */
function grantNotices(of: Case): Notice[] {
  return of.grants.flatMap((grant) => {
    if (grant.kind === 'nso') return []
    const reason = nonstatutoryBecause(grant)
    if (reason) return [law(`${grant.id} is no ISO: ${reason.why} (${reason.rule}).`)]
    if (grant.strike < grant.fmvAtGrant - 1e-9)
      return [
        law(
          `The strike of ${grant.id} is below the value at grant. It is taken as an ISO, which it is only if the price was set in good faith as the value (IRC §422(b)(4), (c)(1)).`,
        ),
      ]
    return []
  })
}

function limitNotices(of: Case, { books }: Shares): Notice[] {
  const over = books.prepared.lots.filter((lot) => lot.overLimit > 1e-6).map((lot) => lot.id)
  const forfeited = books.prepared.limit.some(({ grants }) =>
    grants.some((each, i) => each.forfeited > 0 && grants.slice(i + 1).some((later) => later.nsoShares > 0)),
  )
  return [
    ...(over.length > 0
      ? [
          law(
            `${over.join(', ')} hold more ISO shares than the $100,000 limit leaves their grants (IRC §422(d)). They are taken as the employer reported them; see isoline limit.`,
          ),
        ]
      : []),
    ...(forfeited
      ? [
          unconfirmed(
            'Options lost with employment count against the $100,000 limit until that year ends (Reg. §1.422-4(b)(5), not read verbatim).',
          ),
        ]
      : []),
    ...(of.company.splits.some((split) => split.kind === 'substitution')
      ? [
          law(
            'Substituted options keep their dates and the $100,000 limit only if they are worth no more than those they replace, in sum and share by share (IRC §424(a)).',
          ),
        ]
      : []),
  ]
}

function lotNotices({ books }: Shares, year: number | undefined): Notice[] {
  const early = books.prepared.lots.filter((lot) =>
    blocksOf(lot).some(
      (block) => block.freeDay > block.exerciseDay && (year === undefined || block.inclusionYear === year),
    ),
  )
  const late = books.prepared.lots.filter(
    (lot) => lot.grant.nonstatutory === null && lot.day > lot.grant.lastIsoDay && isOf(lot.day, year),
  )
  const lateNotices = late.map((lot) =>
    law(
      `${lot.id} is taxed as a nonstatutory option: it is exercised after ${dateOf(lot.grant.lastIsoDay)}, the last day on which ${lot.grant.grant.id} is an ISO (IRC §422(a)(2)).`,
    ),
  )
  const waged = books.prepared.lots.filter((lot) =>
    blocksOf(lot).some((block) => block.nonstatutory === 1 && block.inclusionYear === (year ?? block.inclusionYear)),
  )
  if (year !== undefined && waged.length > 0)
    lateNotices.push(
      law(
        `${waged.map((lot) => lot.id).join(', ')}: the spread of nonstatutory shares is wages, from which the employer also withholds Social Security and Medicare tax. Of these only the Additional Medicare Tax is figured.`,
      ),
    )
  if (early.length === 0) return lateNotices
  const names = early.map((lot) => lot.id).join(', ')
  return [
    ...lateNotices,
    unconfirmed(
      `${names}: bought before vesting. Compensation of a sale too early is measured by the value at vesting (Reg. §1.422-1(b)(3), read through secondary sources), and without an election the AMT holding period begins then (IRC §83(f)).`,
    ),
  ]
}

const isOf = (day: number, year: number | undefined): boolean => year === undefined || yearOfDay(day) === year

function saleNotices({ books, dispositions }: Shares, year: number | undefined): Notice[] {
  const ours = dispositions.filter((each) => year === undefined || each.year === year)
  const washed = ours.filter((each) => each.washed)
  const lots = new Map(books.prepared.lots.map((lot) => [lot.id, lot]))
  const onMonthEnd = ours.filter((each) => isClose(each.on, lots.get(each.lot)))
  const excluded = ours.filter((each) => each.excluded > 0)
  const notices: Notice[] = []
  if (washed.length > 0)
    notices.push(
      unconfirmed(
        `${[...new Set(washed.map((each) => each.lot))].join(', ')}: sold within 30 days of another exercise. That the exercise replaces the shares, so that the loss waits and the whole bargain element is income, is reasoned from IRC §§1091 and 422(c)(2); take advice.`,
      ),
    )
  if (onMonthEnd.length > 0)
    notices.push(
      unconfirmed(
        `${[...new Set(onMonthEnd.map((each) => each.lot))].join(', ')}: sold within a day of the end of a holding period that runs from the last day of a month or 29 February. How such periods end is not settled; a day later is safe.`,
      ),
    )
  if (excluded.length > 0)
    notices.push(
      unconfirmed(
        'Small business stock: that gain left in at the 50 and 75 percent tiers is taxed at up to 28 %, and that the limit of ten times basis uses the price paid for AMT too, no form shows yet (IRC §§1(h)(7), 1202(b)). The limit of 15 million is not raised for prices, which it will be from 2027.',
      ),
    )
  return notices
}

/** Whether a sale lies on the first good day of a clock, or the day before, that runs from the end of a month. */
function isClose(on: string, held: HeldLot | undefined): boolean {
  if (!held) return false
  const day = dayNumber(on)
  return blocksOf(held).some((block) =>
    clocksOf(held, block).some(
      ([from, good]) => (day === good || day === good - 1) && from < never && isMonthEnd(dateOf(from)),
    ),
  )
}

/** The clocks of a block: the day each runs from, and its first good day. The ISO has two, of which the later one counts. */
function clocksOf({ grant, day }: HeldLot, block: Block): (readonly [from: number, good: number])[] {
  const { isoGrantHoldYears, isoExerciseHoldYears } = federalStanding
  return [
    [grant.day, periodEndsDay(grant.day, isoGrantHoldYears.all) + 1] as const,
    [day, periodEndsDay(day, isoExerciseHoldYears.all) + 1] as const,
  ]
    .filter(([, good]) => block.nonstatutory === 0 && good === block.qualifyingDay)
    .concat([
      [block.acquiredDay, block.longTermDay],
      [block.amtAcquiredDay, block.amtLongTermDay],
    ])
}

const isMonthEnd = (date: string): boolean => date.endsWith('-02-29') || /-(02-28|(0[469]|11)-30|\d\d-31)$/.test(date)

const law = (message: string): Notice => ({ code: 'law', message })
const unconfirmed = (message: string): Notice => ({ code: 'unconfirmed', message })
