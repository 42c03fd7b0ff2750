/** What the reader of a comparison before the market should know: how futures end, and what is not in the figures. */
import type { Case } from '../case.ts'
import { yearOf } from '../date.ts'
import type { Notice } from '../explain/notices.ts'
import { federalStanding } from '../law/federal/standing.ts'
import type { PreIpoComparison } from '../risk/preIpo.ts'
import { asPercent, listedWords } from './amountWords.ts'

const law = (message: string): Notice => ({ code: 'law', message })
const notModelled = (message: string): Notice => ({ code: 'notModelled', message })

export const preIpoNotices = (of: Case, found: PreIpoComparison): Notice[] => [
  ...howFigured(of, found),
  ...beforeItVests(found),
  ...leftOut(of, found),
]

function howFigured(of: Case, { options, source, end, nothingOn, futures, from }: PreIpoComparison): Notice[] {
  const vestLater = futures.some(({ known }) => options.lastVests > known)
  return [
    law(
      `Shares exercised early are sold on the first day on which they can be and qualify, or in a deal; options that are left, when shares can be sold${vestLater ? ', and those that vest after that, when the last of them has' : ''}. What is left in ${yearOf(end)} is taken at its value, whether or not it can be sold; options that end before go.`,
    ),
    law(
      `What is paid, what comes back and what is gone are dollars of their own days. Worth is of ${from}: later dollars count less by ${asPercent(of.assumptions.discountRate)} a year.`,
    ),
    ...(source === 'view'
      ? [
          law(
            `The outcomes are ${futures.length} equally likely prices on the day of liquidity, made of company.view. That there is a market then is assumed in all of them; the price goes on from there as company.view.growth says.`,
          ),
        ]
      : []),
    law(
      `What can be lost is figured for shares that are worth nothing from ${nothingOn} on; the loss counts when the last of them has vested, and beyond gains it lowers other income only a little each year.`,
    ),
  ]
}

function beforeItVests({ options, ways, futures, from }: PreIpoComparison): Notice[] {
  const { grant, lastVests } = options
  const inDeal = futures.some(({ outcome, known }) => outcome.kind === 'cash' && lastVests > known)
  return [
    ...(ways.some(({ way }) => way.election83b)
      ? [
          law(
            `The election under section 83(b) must be filed within ${federalStanding.election83bDays.all} days of the exercise, and no reason excuses a later one. Of an ISO it holds for AMT alone: if the shares are sold too early, ordinary income is measured when they vested.`,
          ),
        ]
      : []),
    ...(lastVests > from
      ? [
          notModelled(
            `${grant.id}: leaving the company before shares vest. It takes back the unvested ones, mostly for what was paid; tax paid on them under an election does not come back.`,
          ),
        ]
      : []),
    ...(inDeal
      ? [
          law(
            'What has not vested by a cash deal goes on vesting here, and is paid for as it does. Many deals end it instead.',
          ),
        ]
      : []),
  ]
}

function leftOut(of: Case, { others, ways, from }: PreIpoComparison): Notice[] {
  const aside = of.plan.filter(({ on }) => on >= from).length
  return [
    ...(aside > 0
      ? [
          law(
            `${aside} ${aside === 1 ? 'entry' : 'entries'} of the plan from ${from} on ${aside === 1 ? 'is' : 'are'} set aside here.`,
          ),
        ]
      : []),
    ...(others.length > 0
      ? [law(`Options of ${listedWords(others.map(({ grant: { id } }) => id))} stay as they are in every way.`)]
      : []),
    ...((of.company.tenders ?? []).some(({ on }) => on >= from)
      ? [law('Nothing is sold in company.tenders here; a tender counts as an outcome.')]
      : []),
    ...(ways.some(({ worths }) => worths.some(({ whole }) => !whole))
      ? [notModelled('State tax of some years could not be figured, and is not in these figures.')]
      : []),
  ]
}
