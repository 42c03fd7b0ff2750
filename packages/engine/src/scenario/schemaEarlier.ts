/** What earlier years leave: carryforwards into the first year, and the year before it as filed. */
import type * as z from 'zod/mini'
import {
  amount,
  byState,
  byYear,
  count,
  date,
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
  vehicleCreditUnallowed: maybe(
    amount('Qualified electric vehicle credit not allowed the year before, Form 8801 line 20'),
  ),
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
  ...(['line3Exclusion', 'line4', 'line8', 'line9', 'line10', 'line11', 'minimumTaxCreditNol'] as const),
] as const

/** What to call an amount that is not a whole line of Form 6251. */
const otherThanLine: { readonly [name: string]: string } = {
  line3Exclusion: 'Form 6251 line 3, the part that never comes back as credit',
  minimumTaxCreditNol: 'Form 8801 line 3 of the following year, zero or negative',
}

const lines = Object.fromEntries(
  historyLines.map((line) => [line, maybe(signedAmount(otherThanLine[line] ?? `Form 6251 line ${line.slice(4)}`))]),
) as { [Line in (typeof historyLines)[number]]: z.ZodMiniOptional<ReturnType<typeof signedAmount>> }

const worksheet = object('Qualified Dividends and Capital Gain Tax Worksheet', {
  line4: maybe(amount('Line 4')),
  line5: maybe(amount('Line 5')),
})

const historyStatus = filingStatus('Filing status of that year, if it differed')

const form8801 = object('Lines of Form 8801 as filed for that year; leave it out if none was filed', {
  line15: maybe(amount('Form 8801 line 15: tax on exclusion items of the year before')),
  line18: maybe(signedAmount('Form 8801 line 18: what the year before made of credit')),
  line19: maybe(amount('Form 8801 line 19: credit carried forward to the year')),
  line20: maybe(amount('Form 8801 line 20: qualified electric vehicle credit not allowed')),
  line21: maybe(signedAmount('Form 8801 line 21: credit available')),
  line25: maybe(amount('Form 8801 line 25: credit used')),
  line26: maybe(amount('Form 8801 line 26: credit carried forward from the year')),
})

/** Years before the first, as filed: the one before it, and any before that without a gap. */
export const history = byYear(
  'Years before the first of incomes, as filed',
  object('A year as filed', {
    totalTax: maybe(amount('Total tax, Form 1040 line 24')),
    agi: maybe(signedAmount('Adjusted gross income, Form 1040 line 11b')),
    status: maybe(historyStatus),
    qualifiedDividendWorksheet: maybe(worksheet),
    credits: maybe(amount('Nonrefundable credits of that year that come before the minimum tax credit')),
    form8801: maybe(form8801),
    filedOn: maybe(date('Day the return was filed')),
    paidOn: maybe(date('Day its tax was paid')),
    missedAmtBasis: maybe(
      object('A sale of option stock for which Form 6251 line 2k was left out', {
        difference: amount('AMT basis less regular basis of the shares sold'),
        netGain: signedAmount('Net long-term gain or loss of that year, Schedule D line 16 as filed'),
      }),
    ),
    form6251: maybe(
      object('Lines of Form 6251 of that year', {
        ...lines,
        status: maybe(historyStatus),
        qualifiedDividendWorksheet: maybe(worksheet),
      }),
    ),
  }),
)
