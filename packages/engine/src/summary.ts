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
  const amounts = Object.fromEntries(entries.map(([name, [form, line]]) => [name, (r[form] as Sheet<Words>)[line]]))
  return {
    ...(amounts as Record<SummaryName, number>),
    deductionTaken: r.election.itemizes === 1 ? 'itemized' : 'standard',
  }
}

const entries = Object.entries(summaryLines)
