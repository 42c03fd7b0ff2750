/** What earlier years leave: carryforwards into the first year, and the year before it as filed. */
import type * as z from 'zod/mini'
import {
  amount,
  byState,
  byYear,
  count,
  filingStatus,
  list,
  maybe,
  object,
  oneOf,
  signedAmount,
} from './schemaParts.ts'

const loss = (description: string) =>
  object(description, {
    short: maybe(amount('Short-term part, positive')),
    long: maybe(amount('Long-term part, positive')),
  })

/** What is carried into the first year of `incomes`. */
export const carryforwards = object('What earlier years carry into the first year of incomes', {
  minimumTaxCredit: maybe(amount('Minimum tax credit, Form 8801 line 26 of the year before')),
  capitalLoss: maybe(loss('Capital loss carried over')),
  amtCapitalLoss: maybe(loss('Capital loss carried over for the alternative minimum tax')),
  charity: maybe(
    list(
      'Gifts not yet deducted',
      object('A gift carried over', {
        category: oneOf(['cash', 'ordinary', 'stock', 'private', 'privateStock'], 'What was given, and to whom'),
        year: count(1900, 2200, 'Year of the gift'),
        amount: amount('Amount still to be deducted'),
      }),
    ),
  ),
  state: maybe(
    byState(
      'What states carry over',
      object('What a state carries over', { minimumTaxCredit: maybe(amount('Minimum tax credit of the state')) }),
    ),
  ),
})

/** The lines of Form 6251 that Part I of the next year's Form 8801 reads, and the exclusion items of line 3. */
export const historyLines = [
  ...(['line1', 'line1b', 'line2a', 'line2b', 'line2c', 'line2d', 'line2e', 'line2g', 'line2h'] as const),
  ...(['line3Exclusion', 'line4', 'line8', 'line9', 'line10', 'line11'] as const),
] as const

const lines = Object.fromEntries(
  historyLines.map((line) => [line, maybe(signedAmount(`Form 6251 line ${line.slice(4)}`))]),
) as { [Line in (typeof historyLines)[number]]: z.ZodMiniOptional<ReturnType<typeof signedAmount>> }

const worksheet = object('Qualified Dividends and Capital Gain Tax Worksheet', {
  line4: maybe(amount('Line 4')),
  line5: maybe(amount('Line 5')),
})

const historyStatus = filingStatus('Filing status of that year, if it differed')

/** The year before the first, as filed. */
export const history = byYear(
  'The year before the first of incomes, as filed',
  object('A year as filed', {
    totalTax: maybe(amount('Total tax, Form 1040 line 24')),
    agi: maybe(signedAmount('Adjusted gross income, Form 1040 line 11b')),
    status: maybe(historyStatus),
    qualifiedDividendWorksheet: maybe(worksheet),
    form6251: maybe(
      object('Lines of Form 6251 of that year', {
        ...lines,
        status: maybe(historyStatus),
        qualifiedDividendWorksheet: maybe(worksheet),
      }),
    ),
  }),
)
