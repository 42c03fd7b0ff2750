/** The checklist's question about estimated tax: whether what is paid during the year keeps the penalty away. IRC §6654. */
import { installmentDays } from '../law/federal/installments.ts'
import { toCents } from '../money.ts'
import { stateYears } from '../stateYears.ts'
import { yearsTo } from '../timeline.ts'
import { inDollars } from './amountWords.ts'
import { cashOf } from './cash.ts'
import type { ChecklistItem, ListFacts } from './checklistItem.ts'

const installments = 4

/** By the safe harbours of `cashOf`; the plan of payments itself is another question. */
export function estimatedItem({ of, years, year, asked }: ListFacts): ChecklistItem {
  const own = {
    name: 'estimatedTax',
    question: 'Is enough federal tax paid during the year to keep the penalty away?',
  } as const
  const assumed = of.assumed.some(({ path, message }) => path === `incomes.${year}.withheld` && message === 'not given')
  const bare = { ...of, plan: [] }
  const without = yearsTo(bare, year, asked.rounding ?? 'exact')
  const cash = cashOf(
    of,
    { years, states: stateYears(of, years) },
    { years: without, states: stateYears(bare, without) },
  ).at(-1)
  const harbor = assumed ? null : (cash?.safeHarbor ?? null)
  if (!harbor)
    return {
      ...{ ...own, answer: 'missing', says: [], numbers: {}, dates: [] },
      missing: [{ path: `incomes.${year}.withheld`, message: 'whether withholding and estimated payments are enough' }],
    }
  const { required, priorYear, short } = harbor
  const numbers = { required, priorYear, short, withheld: cash?.withheld ?? null }
  const before = priorYear === null ? ['The year before is not in the file: its tax may allow less (history).'] : []
  if (short === 0)
    return {
      ...own,
      answer: 'yes',
      says: ['Withholding and estimated payments are enough.'],
      numbers,
      dates: [],
      missing: [],
    }
  const days = installmentDays(year)
  const ahead = days.filter((on) => on >= asked.asOf)
  const quarter = toCents(short / installments)
  const when =
    ahead.length === days.length
      ? `A quarter of it, ${inDollars(quarter)}, is due with each installment.`
      : ahead.length === 0
        ? 'All four installments are past: what is missing costs interest until it is paid.'
        : `A quarter of it was due with each installment; ${days.length - ahead.length} of ${installments} are past. Withholding raised before the year ends counts as paid evenly.`
  return {
    ...{ ...own, answer: 'no', numbers, missing: [] },
    says: [
      `${inDollars(short)} of the ${inDollars(required)} that must be paid during the year is missing.`,
      when,
      ...before,
    ],
    dates: ahead.map((on, i) => ({
      on,
      what: `estimated tax, installment ${days.length - ahead.length + i + 1} of ${installments}`,
    })),
  }
}
