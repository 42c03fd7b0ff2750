/** Notices of an answer that spans many years: each said once, projected years in one sentence. */
import type { Case } from '../case.ts'
import { consider, type Notice, noticesOf } from '../explain/notices.ts'
import type { Facts } from '../forms/facts.ts'
import { figureForm8801Exclusion } from '../forms/form8801.ts'
import type { FederalLaw } from '../law/federal/law.ts'
import { figureReturn } from '../return.ts'
import { summaryAmounts } from '../summary.ts'
import { creditIntoNext, type FiguredYear } from '../timeline.ts'
import { shareNotices } from './shareNotices.ts'
import { deductionNotices } from './states.ts'

export function yearNotices(of: Case, years: readonly FiguredYear[]): Notice[] {
  const ofLaw = years.flatMap(({ choice, facts }) => noticesOf(consider(choice), amountsUnder(facts)))
  const shares = shareNotices(of, years.at(-1)?.shares ?? null)
  const settled = ofLaw.filter(({ code }) => code !== 'projected')
  return [
    ...projectedNotice(of, years),
    ...once([...settled, ...maritalNotices(years), ...deductionNotices(years), ...shares]),
  ]
}

/** What a couple carries belongs to one of them, and the file does not say to whom. */
function maritalNotices(years: readonly FiguredYear[]): Notice[] {
  return years.slice(1).flatMap((year, i): Notice[] => {
    const before = years[i] as FiguredYear
    if ((before.status === 'mfj') === (year.status === 'mfj') || !carries(before)) return []
    const message = `The filing status changes in ${year.year} while credit or losses are carried. Minimum tax credit belongs to the spouse whose exercise made it (Vichich, 146 T.C. 186), a loss to whoever had it; here all of both goes on.`
    return [{ code: 'law', message }]
  })
}

const carries = (year: FiguredYear): boolean => {
  const { capitalLoss, amtCapitalLoss } = year.carriedOut
  return (
    creditIntoNext(year) + capitalLoss.short + capitalLoss.long + amtCapitalLoss.short + amtCapitalLoss.long > 0.005
  )
}

/** The amounts of a year that an open reading could move: the return's, and the part of AMT that never comes back. */
export const amountsUnder =
  (facts: Readonly<Facts>) =>
  (law: FederalLaw): number[] => {
    const r = figureReturn(facts, law)
    return [...summaryAmounts(r), figureForm8801Exclusion(r, law).line15]
  }

const once = (notices: readonly Notice[]): Notice[] =>
  notices.filter(({ message }, i) => notices.findIndex((each) => each.message === message) === i)

function projectedNotice({ assumptions, incomes }: Case, years: readonly FiguredYear[]): Notice[] {
  const projected = years.filter(({ choice }) => choice.table.projectedFrom)
  const [first] = projected
  const last = projected.at(-1)
  if (!first || !last) return []
  const from = first.choice.table.projectedFrom?.year
  const growth = `${+(assumptions.indexing * 100).toFixed(2)} % inflation`
  const span = first === last ? `${first.year}` : `${first.year} to ${last.year}`
  const given = incomes.at(-1)?.year
  const income =
    given !== undefined && last.year > given
      ? ` Income after ${given} is that of ${given} with wages grown by ${+(assumptions.wageGrowth * 100).toFixed(2)} % a year.`
      : ''
  return [
    {
      code: 'projected',
      message: `The figures of ${span} are not published: they are projected from ${from} at ${growth} a year.${income}`,
    },
  ]
}
