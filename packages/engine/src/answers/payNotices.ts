/** What estimated tax rests on beside the figures: rules that decided something, readings not settled, and what is assumed. */
import type { Assumed } from '../case.ts'
import type { PlainDate } from '../date.ts'
import type { Notice } from '../explain/notices.ts'
import { fourthForgivenUntil } from '../law/federal/installments.ts'
import type { FiguredYear } from '../timeline.ts'
import type { Payer } from './payInstallments.ts'
import { requiredPayment } from './requiredPayment.ts'

const law = (message: string): Notice => ({ code: 'law', message })
const unconfirmed = (message: string): Notice => ({ code: 'unconfirmed', message })
const notModelled = (message: string): Notice => ({ code: 'notModelled', message })

/** The notices of the installments. `own` is California's payer, `others` the other states that tax the year. */
export function payNotices(
  figured: FiguredYear,
  federal: Payer,
  own: Payer | null,
  others: readonly string[],
  annualized: boolean,
): Notice[] {
  const { year, before, status } = figured
  const { exempt } = requiredPayment(federal.toPay, federal.law)
  const changed = before && before.status !== status && [before.status, status].includes('mfj')
  return [
    ...(exempt ? [] : dueNotices(year, federal)),
    ...(changed
      ? [
          unconfirmed(
            `The filing status of ${year - 1} was another one: the tax of a joint return is shared between the spouses first (Form 2210 instructions, line 8). It is taken whole here.`,
          ),
        ]
      : []),
    ...(federal.toPay.prior?.tax === 0
      ? [
          law(
            `No tax in ${year - 1} means no penalty for ${year} if that was a year of twelve months and all of it as a citizen or resident (IRC §6654(e)(2)).`,
          ),
        ]
      : []),
    ...(annualized
      ? []
      : [
          notModelled(
            'Income is not annualized: gain that section 1202 excludes cannot be parted by days. The regular method stands alone.',
          ),
        ]),
    ...lossNotices(figured),
    ...californiaNotices(own, annualized),
    ...others.map((state) =>
      notModelled(`The estimated tax of ${state} is not figured: its own rules and days apply.`),
    ),
  ]
}

/** What matters only where something has to be paid during the year. */
const dueNotices = (year: number, { toPay }: Payer): Notice[] => [
  law(
    `A return of ${year} filed and paid in full by ${fourthForgivenUntil(year)} ends the penalty on the fourth installment (IRC §6654(h)).`,
  ),
  ...(toPay.prior
    ? []
    : [
        notModelled(
          `The tax of ${year - 1} is not in the file (history.${year - 1}.totalTax and agi): 100 or 110 % of it may allow less.`,
        ),
      ]),
]

function lossNotices({ facts }: FiguredYear): Notice[] {
  const { shortCarryover, longCarryover } = facts.gains
  if (shortCarryover + longCarryover === 0) return []
  return [
    unconfirmed(
      'A capital loss beyond the gains of a period counts up to the limit of one year, after gains and losses are annualized; the instructions do not say so line by line.',
    ),
  ]
}

function californiaNotices(own: Payer | null, annualized: boolean): Notice[] {
  if (!own) return []
  const { toPay, law: rules } = own
  return [
    ...(toPay.agi >= rules.currentYearOnlyFrom
      ? [
          law(
            'At this income California looks at the tax of the year alone: that of the year before sets no harbour (R&TC §19136.3).',
          ),
        ]
      : toPay.prior
        ? []
        : [
            notModelled(
              "California's tax of the year before is not in the file (--state-tax-before): 100 or 110 % of it may allow less.",
            ),
          ]),
    ...(own.annualized
      ? [
          unconfirmed(
            'The parts of annualized tax due to California (27, 63, 63 and 90 %) follow from its installments; Form FTB 5805 was not read for them.',
          ),
        ]
      : annualized
        ? [
            notModelled(
              "California's installments are by the regular method alone: losses carried in, or a part of a year, are not annualized.",
            ),
          ]
        : []),
  ]
}

/** What is taken to be so because the file does not say. */
export const payAssumed = ({ year, income }: FiguredYear, asOf: PlainDate, state: boolean): Assumed[] => [
  {
    path: `incomes.${year}`,
    value: 'evenly over the year',
    message:
      'wages, other income and deductions, for the annualized method; shares and gifts of the plan count on their own days',
  },
  {
    path: `incomes.${year}.withheld`,
    value: 'a quarter for each installment',
    message: 'withholding counts as paid evenly unless its own days are elected, IRC §6654(g)(1)',
  },
  ...(income.estimatedPaid.some(({ on }) => on > asOf)
    ? [
        {
          path: `incomes.${year}.estimatedPaid`,
          value: 'paid on their days',
          message: `payments dated after ${asOf} count as made`,
        },
      ]
    : []),
  ...(state
    ? [
        {
          path: 'pay.states.CA.estimatedPaid',
          value: '0',
          message: 'the file names no payments of estimated tax to a state',
        },
      ]
    : []),
]
