/** Days that the tax sets: the year-end decision, installments, returns, and the last days to claim tax back. */
import type { Case } from '../case.ts'
import { unusedCredit } from '../credit/unused.ts'
import { type PlainDate, yearOf } from '../date.ts'
import { filedYears } from '../filed.ts'
import { claimUntil } from '../law/federal/dueDates.ts'
import { installmentDays } from '../law/federal/installments.ts'
import { stateDue } from '../law/states/dueDates.ts'
import { toCents } from '../money.ts'
import { inDollars } from './amountWords.ts'
import { type CalendarDay, dayKey } from './calendarDay.ts'
import type { Payment } from './cash.ts'
import type { ChecklistAnswer } from './checklist.ts'
import type { PayAnswer } from './pay.ts'
import type { EstimatedTax } from './payPrinted.ts'
import type { ProjectYear } from './project.ts'

type Item = ChecklistAnswer['items'][number]

/** The last day to sell in a year of exercise, with the price below which to: what the year's checklist says of it. */
export const yearEndDays = (year: number, item: Item): CalendarDay[] =>
  // No number is there where nothing is held then, and nothing to decide
  (Object.keys(item.numbers).length === 0 ? [] : item.dates).map(({ on }) => {
    const below = item.numbers['sellBelow'] ?? null
    return {
      ...{ key: dayKey('yearEnd', year), kind: 'yearEnd', on, says: item.says, amount: null },
      title: `Sell or hold the shares exercised in ${year}?${below === null ? '' : ` Sell below ${inDollars(below)}`}`,
    }
  })

/**
 * The installments of a year on which something is to be paid, federal and of California. Where the withholding is not known
 * the federal days alone, without an amount: it is a question then.
 */
export function estimatedDays({ year, asOf, federal, states }: PayAnswer, unknown: boolean): CalendarDay[] {
  if (unknown) return unknownDays(year, asOf)
  return [
    ...installmentsToPay(year, 'federal', federal),
    ...states.flatMap(({ state, ...tax }) => installmentsToPay(year, state, tax)),
  ]
}

const installmentTitle = (year: number, whose: string, i: number, all: number): string =>
  `Estimated ${whose} tax for ${year}, installment ${i + 1} of ${all}`

function unknownDays(year: number, asOf: PlainDate): CalendarDay[] {
  const days = installmentDays(year)
  const says = [`How much is not known: what is withheld in ${year} is not given (incomes.${year}.withheld).`]
  return days.flatMap((on, i): CalendarDay[] => {
    if (on < asOf) return []
    const key = dayKey('estimatedTax', year, 'federal', i + 1)
    return [
      { key, kind: 'estimatedTax', on, amount: null, says, title: installmentTitle(year, 'federal', i, days.length) },
    ]
  })
}

function installmentsToPay(year: number, whose: string, tax: EstimatedTax): CalendarDay[] {
  const { installments, required, payNow, needsAnnualized } = tax
  const says = [
    `${inDollars(required)} must be paid during the year, withholding included, so that no penalty is due.`,
    ...(payNow > 0
      ? [`${inDollars(payNow)} of earlier installments is missing: paid now, it ends the penalty on them.`]
      : []),
    ...(needsAnnualized
      ? ['It is the annualized method that allows no more than this: claim it with the return.']
      : []),
  ]
  return installments.flatMap(({ due, pay }, i): CalendarDay[] => {
    if (pay === null || pay <= 0) return []
    const title = `${installmentTitle(year, whose, i, installments.length)}: ${inDollars(pay)}`
    return [
      { key: dayKey('estimatedTax', year, whose, i + 1), kind: 'estimatedTax', on: due, amount: pay, says, title },
    ]
  })
}

/** Whether what is withheld in a year is taken as zero because the file says nothing. */
export const withheldUnknown = (of: Case, year: number): boolean =>
  of.assumed.some(({ path, message }) => path === `incomes.${year}.withheld` && message === 'not given')

/** When the returns of a year are due, federal and of states with another day, and what is paid with them. */
export function returnDays(of: Case, { year, cash, summary }: ProjectYear): CalendarDay[] {
  const { dueOn } = cash
  const unknown = withheldUnknown(of, year)
  const others = summary.states.map(({ state }) => state).filter((state) => stateDue(state, year) !== dueOn)
  const paid = (on: PlainDate): string[] =>
    cash.payments
      .filter((each) => each.on === on && !(unknown && /^(balance|refund)/.test(each.what)))
      .map(({ what, amount }: Payment) => `${sentence(what)}: ${inDollars(Math.abs(amount))}.`)
  const whole = `The withholding of ${year} is not given, so what is left to pay is not known; the whole federal tax is ${inDollars(cash.federalTax)}.`
  return [
    {
      ...{
        key: dayKey('return', year, 'federal'),
        kind: 'return',
        on: dueOn,
        amount: unknown ? null : cash.balanceDue,
      },
      title: `Return for ${year} and its tax${dueWords(unknown ? null : cash.balanceDue)}`,
      says: [
        ...(unknown ? [whole] : paid(dueOn)),
        ...(cash.balanceDue !== null && cash.balanceDue > 0
          ? ['Estimated tax that is paid and not in the scenario yet comes off it.']
          : []),
        'An extension to file is none to pay.',
      ],
    },
    ...others.map((state): CalendarDay => {
      const on = stateDue(state, year)
      return {
        ...{ key: dayKey('return', year, state), kind: 'return', on, amount: null },
        ...{ title: `Return of ${state} for ${year} and its tax`, says: unknown ? [] : paid(on) },
      }
    }),
  ]
}

const sentence = (what: string): string => `${what.charAt(0).toUpperCase()}${what.slice(1)}`

const dueWords = (balance: number | null): string =>
  balance === null ? '' : balance < 0 ? `: a refund of ${inDollars(-balance)}` : `: ${inDollars(balance)}`

/** The last safe days to amend: of the years of `history`, with what they give back, and of years figured whose return is in. */
export function claimDays(of: Case, asOf: PlainDate, figured: readonly ProjectYear[]): CalendarDay[] {
  const filed = unusedCredit(filedYears(of), asOf)?.years ?? []
  const known = new Set(filed.map(({ year }) => year))
  const past = figured.filter(({ year, cash }) => cash.dueOn < asOf && year < yearOf(asOf) && !known.has(year))
  return [
    ...filed.map(({ year, claimUntil: on, refund }) => claimDay(year, on, refund > 0 ? toCents(refund) : null)),
    ...past.map(({ year }) => claimDay(year, claimUntil(year, null, null), null)),
  ]
}

const claimDay = (year: number, on: PlainDate, refund: number | null): CalendarDay => ({
  ...{ key: dayKey('claimUntil', year), kind: 'claimUntil', on, amount: refund },
  title: `Last day to amend ${year}${refund === null ? '' : `: ${inDollars(refund)} to claim back`}`,
  says: [
    refund === null
      ? `After this day no tax of ${year} can be claimed back with Form 1040-X.`
      : `By the forms of that year ${inDollars(refund)} is still to be claimed back with Form 1040-X; after this day it is lost.`,
    'For a return and a payment made by the due date, or as the scenario states them.',
  ],
})
