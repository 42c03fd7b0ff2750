import type { Sheet, Words } from './form.ts'
import type { FederalReturn } from './return.ts'

/** The figures of a federal year that people ask for first, each the line that holds it. All else is derived from this table. */
export const summaryLines = {
  agi: ['form1040', 'line11b'],
  deduction: ['form1040', 'deduction'],
  taxableIncome: ['form1040', 'line15'],
  regularTax: ['form1040', 'line16'],
  amti: ['form6251', 'line4'],
  exemption: ['form6251', 'line5'],
  tentativeMinimumTax: ['form6251', 'line9'],
  amt: ['form6251', 'line11'],
  niit: ['form8960', 'line17'],
  additionalMedicareTax: ['form8959', 'line18'],
  minimumTaxCreditUsed: ['form8801', 'line25'],
  minimumTaxCreditCarriedOut: ['form8801', 'line26'],
  totalTax: ['form1040', 'line24'],
} as const

export type SummaryName = keyof typeof summaryLines

/** A federal year in a few figures, dollars, unrounded. `deductionTaken` says which way the return was figured. */
export type Summary = { -readonly [Name in SummaryName]: number } & { deductionTaken: 'standard' | 'itemized' }

/** The summary of a figured return. */
export function summaryOf(r: FederalReturn): Summary {
  const summary = { ...blankSummary }
  for (const [name, form, line] of places) summary[name] = (r[form] as Sheet<Words>)[line] ?? Number.NaN
  summary.deductionTaken = r.election.itemizes === 1 ? 'itemized' : 'standard'
  return summary
}

/** The amounts of a summary alone, in the order of `summaryLines`. */
export const summaryAmounts = (r: FederalReturn): number[] =>
  places.map(([, form, line]) => (r[form] as Sheet<Words>)[line] ?? Number.NaN)

const names = Object.keys(summaryLines) as SummaryName[]
const places = names.map((name) => [name, ...summaryLines[name]] as const)
const blankSummary = {
  ...(Object.fromEntries(names.map((name) => [name, Number.NaN])) as Record<SummaryName, number>),
  deductionTaken: 'standard',
} as Summary
