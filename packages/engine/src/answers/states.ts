/** A state's return for output: amounts to the cent, its forms, and what of its figures is not settled. */

import type { Notice } from '../explain/notices.ts'
import type { StateSummary } from '../forms/states/stateForm.ts'
import { toCents } from '../money.ts'
import type { StateReturn } from '../stateReturn.ts'
import type { StateYear, StateYearReturn } from '../stateYears.ts'
import { creditIntoNext, deductsAsFigured, type FiguredYear, figureYear } from '../timeline.ts'

/** A summary with every amount rounded to the cent; a decimal factor keeps its digits. */
export const printedState = (summary: StateSummary): StateSummary =>
  Object.fromEntries(
    Object.entries(summary).map(([name, value]) => [name, typeof value === 'number' ? toCents(value) : value]),
  ) as unknown as StateSummary

/** Its forms under its postal code, lines that were figured to the cent. */
export const printedStateForms = ({ state, sheets }: StateReturn): Record<string, Record<string, object>> => ({
  ...(Object.keys(sheets).length > 0 && {
    [state]: Object.fromEntries(
      Object.entries(sheets).map(([form, sheet]) => [
        form,
        Object.fromEntries(
          Object.entries(sheet)
            .filter(([, amount]) => !Number.isNaN(amount))
            .map(([line, amount]) => [line, toCents(amount)]),
        ),
      ]),
    ),
  }),
})

/** What of the state's figures is projected, or open. */
export function stateNotices({ ready, summary }: StateReturn): Notice[] {
  if (!ready || (ready.module.gainsAlone && summary.tax === 0)) return []
  const { table, module, choice } = ready
  const { name } = module.book
  const from = table.projectedFrom
  return [
    ...(from
      ? [
          {
            code: 'projected' as const,
            message: `The figures of ${name} for ${choice.year} are not published: they are projected from ${from.year} at ${+(from.inflation * 100).toFixed(2)} % inflation a year.`,
          },
        ]
      : table.status === 'projected'
        ? [
            {
              code: 'projected' as const,
              message: `The figures of ${name} for ${choice.year} are not published: they are projected.`,
            },
          ]
        : []),
    ...table.open.map((message) => ({ code: 'unconfirmed' as const, message: `${name} ${choice.year}: ${message}` })),
    ...(table.leftOut ?? []).map((message) => ({
      code: 'notModelled' as const,
      message: `${name} ${choice.year}: ${message}`,
    })),
  ]
}

/** The states of a year for output: their summaries, and their forms. */
export const printedStates = ({ returns }: StateYear): StateSummary[] =>
  returns.map(({ summary }) => printedState(summary))

/** What a return of a part of a year, or from elsewhere, rests on. */
function partNotices({ state, residency }: StateYearReturn): Notice[] {
  if (residency === 'resident') return []
  const message =
    residency === 'partYear'
      ? `${state}, part of a year: the tax of a resident of all of it times the part of income that belongs to it. Wages and other income go by days, gains by the day of sale, the spread of an exercise by the day AMT takes it in. No form of ${state} for a part of a year was worked line by line.`
      : `${state} taxes wages from shares by the part of the days from grant to exercise on which one lived there; they stand for the days worked there. The state lived in gives a credit for it.`
  return [{ code: 'unconfirmed', message }]
}

/** Where a year deducts its state's tax as figured: how much that is, and what it does to both taxes and the credit. */
export function deductionNotices(years: readonly FiguredYear[]): Notice[] {
  return years
    .filter(({ income, return: r }) => deductsAsFigured(income) && r.election.itemizes === 1)
    .map((year) => ({
      code: 'law' as const,
      message: `The deduction for state income tax of ${year.year} is the state's tax as figured, ${money(year.facts.stateAndLocalTaxes)}, as if all of it was paid in the year. ${effectOf(year)}`,
    }))
}

/** The year beside itself without that deduction: what it takes off the regular tax AMT may ask for again. IRC §56(b)(1)(A)(ii). */
function effectOf(year: FiguredYear): string {
  const without = figureYear({ ...year, facts: { ...year.facts, stateAndLocalTaxes: 0 } }, year.before)
  const [regular, amt, credit] = [
    without.return.form1040.line16 - year.return.form1040.line16,
    year.return.form6251.line11 - without.return.form6251.line11,
    creditIntoNext(year) - creditIntoNext(without),
  ]
  const more = amt >= 0.005 ? `, and AMT, which does not allow it, is ${money(amt)} higher` : ''
  const left = `${money(Math.abs(credit))} ${credit < 0 ? 'less' : 'more'} minimum tax credit goes into ${year.year + 1}`
  return `It lowers the regular tax by ${money(regular)}${more}; ${Math.abs(credit) < 0.005 ? 'the minimum tax credit stays as it is' : left}.`
}

const money = (amount: number): string => amount.toLocaleString('en-US', { style: 'currency', currency: 'USD' })

/** Notices of the states of many years: what is not settled, each said once; and what is refused. */
export function stateYearNotices(years: readonly StateYear[]): Notice[] {
  const all = years.flatMap(({ returns, refused }): Notice[] => [
    ...returns.flatMap(stateNotices),
    ...returns.flatMap(partNotices),
    ...refused.map(({ message }) => ({
      code: 'notModelled' as const,
      message: `Not in these figures: ${message}.`,
    })),
  ])
  return all.filter(({ message }, i) => all.findIndex((each) => each.message === message) === i)
}
