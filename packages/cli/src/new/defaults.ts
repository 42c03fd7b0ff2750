/** What stands in a new scenario for a question that was not answered. Each is marked in the file. */
import type { Answers } from './questions.ts'

/** Answers taken where the person gave none. The state is one without an income tax: nothing is figured for it. */
export const defaultsFor = (asOf: string): Pick<Answers, Exclude<keyof Answers, Needed>> => ({
  granted: `${Number(asOf.slice(0, 4)) - 1}-01-01`,
  stateTaxes: 0,
  propertyTaxes: 0,
  mortgageInterest: 0,
  charity: 0,
  state: 'TX',
  cash: null,
  ...{ credit: 0, lastAmt: 0, lastIncome: 0, lastExclusions: 0, lastRegularTax: 0, lastTax: 0, lastAgi: 0 },
})

type Needed = 'status' | 'wages' | 'shares' | 'strike' | 'value'
