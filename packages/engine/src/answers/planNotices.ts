/** What the reader of a plan should know: what it does not hold, what was set aside, what lapses. */
import type { Case } from '../case.ts'
import { consider, type Notice } from '../explain/notices.ts'
import type { Judged } from '../schedule/actions.ts'
import type { PlanTerms } from '../schedule/terms.ts'
import { noticesFor } from './common.ts'
import { apartOf, differs, type Searched } from './planSearch.ts'
import { stateYearNotices } from './states.ts'

const law = (message: string): Notice => ({ code: 'law', message })

export function planNotices(of: Case, found: Searched, terms: PlanTerms): Notice[] {
  const { problem, parts, unbounded, shares } = found
  const later = of.plan.filter(({ on }) => on >= terms.from).length
  const notices: Notice[] = []
  if (later > 0)
    notices.push(
      law(
        `${later} ${later === 1 ? 'entry' : 'entries'} of the plan in the file from ${terms.from} on ${later === 1 ? 'is' : 'are'} what is being decided, and ${later === 1 ? 'was' : 'were'} set aside.`,
      ),
    )
  if ((of.company.outcomes ?? []).length > 0)
    notices.push(
      law(
        'The file has outcomes of the company: --objective expected, worst or riskAdjusted plans over them. This plan is for one price path.',
      ),
    )
  if (terms.growth !== 0)
    notices.push(
      law(
        'No price path is ever known: the best plan knows the one assumed, and sells at its best day. Look at the plan for a flat price beside it.',
      ),
    )
  if (found.search.rough.length > 0)
    notices.push({
      code: 'notModelled',
      message: `No bound: the tax of ${found.search.rough.join(' and ')} follows federal tax or credit, which the proof holds only roughly.`,
    })
  if (unbounded) notices.push({ code: 'notModelled', message: `No bound: ${unbounded.message}` })
  if (of.incomes.some(({ itemized }) => itemized?.stateAndLocalTaxes === 'auto'))
    notices.push(
      law(
        'The deduction for state tax depends on the plan: the search holds it still at what the plan found owes, and the bound takes the whole limit as deducted every year.',
      ),
    )
  if (differs(found))
    notices.push(
      law(
        `The whole return makes the plan worth ${signed(apartOf(found))} against the search's own count, which leaves out what no column can hold (a year with a move between states, wash sales). The value shown is that of the whole return; there is no bound on it.`,
      ),
    )
  const lapsed = problem.problem.sources.flatMap((source, s) => {
    const taken = problem.problem.columns.reduce(
      (sum, column, i) => sum + (column.source === s ? (shares[i] as number) : 0),
      0,
    )
    return source.kind === 'grant' && taken < source.shares ? [`${source.shares - taken} of ${source.name}`] : []
  })
  if (lapsed.length > 0) notices.push(law(`Left unexercised through ${terms.horizon}: ${lapsed.join(', ')}.`))
  if (!of.company.listed && parts.some(({ fate }) => fate.soldOn.startsWith(String(terms.horizon))))
    notices.push(
      law(
        `The shares are not listed: what is left in ${terms.horizon} is taken at its value then, whether or not it can be sold.`,
      ),
    )
  return notices
}

const signed = (amount: number): string =>
  `${amount < 0 ? '-' : '+'}${Math.abs(amount).toLocaleString('en-US', { style: 'currency', currency: 'USD' })}`

/** Notices of the years the plan touches: figures that are open or projected, and what states leave out. */
export function judgedNotices({ years, states }: Judged): Notice[] {
  const [year] = years.filter(({ exercises, dispositions }) => exercises.length + dispositions.length > 0)
  return [...(year ? noticesFor(consider(year.choice), year.facts) : []), ...stateYearNotices(states)]
}
