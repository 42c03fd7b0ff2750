/**
 * Form OR-40, full-year residents. ORS 316.037, 316.085, 316.680, 316.695. Federal income tax is subtracted up to an amount
 * that falls with income, and federal alternative minimum tax is part of it; beyond that the exercise of an ISO has no
 * effect.
 * Left out: additions and subtractions but two, Oregon's itemized deductions (the standard deduction is taken), that of
 * someone's dependent, exemptions for the severely disabled, federal refundable credits and recaptured taxes in the federal
 * tax, every credit but the one for exemptions, the kicker, and the taxes of Metro and Multnomah County. Tax is by the
 * schedules, not by the tax tables.
 */
import type { Sheet } from '../../form.ts'
import { oregon } from '../../law/states/OR.ts'
import { type RateTable, taxBy } from '../../law/states/state.ts'
import { atLeastZero, smaller } from '../../money.ts'
import { stateForm, stateModule } from './stateForm.ts'

const words = {
  line7: 'Federal adjusted gross income: {form1040.line11a}.',
  line9: 'Income after additions: the amount from line 7.',
  line10: 'Federal tax subtraction: {form1040.line22}, up to {law.federalTaxMost} at line 7.',
  line12: 'Oregon income tax refund in federal income: {form6251.line2b}, given there as a negative.',
  line14: 'Subtractions: add lines 10 and 12.',
  line15: 'Income after subtractions: subtract line 14 from line 9.',
  line17:
    'Standard deduction: {law.standardDeduction} plus {law.additionalStandardDeduction} times {state.agedOrBlind}.',
  line18: 'Deduction: the amount from line 17.',
  line19: 'Taxable income: subtract line 18 from line 15. If zero or less, enter 0.',
  line20: 'Tax: line 19 by {law.rates}.',
  exemptionCredit:
    'Exemption credit: {law.exemptionCredit} for each of {state.filers} and {state.dependents}, up to line 20; none if line 7 is more than {law.creditLostAbove}.',
  tax: 'Tax after credits: line 20 less {exemptionCredit}.',
} as const

type Names = (typeof oregon)['names']

const formOR40 = stateForm<unknown, Names, typeof words>({
  ...{ id: 'formOR40', title: 'Form OR-40', law: 'ORS 316.037, 316.085, 316.680, 316.695', words },
  figure({ form1040, form6251, state }, law, f) {
    f.line7 = form1040.line11a
    f.line9 = f.line7
    f.line10 = smaller(form1040.line22, amountFrom(law.federalTaxMost, f.line7))
    f.line12 = -form6251.line2b
    f.line14 = f.line10 + f.line12
    f.line15 = f.line9 - f.line14
    f.line17 = law.standardDeduction + law.additionalStandardDeduction * state.agedOrBlind
    f.line18 = f.line17
    f.line19 = atLeastZero(f.line15 - f.line18)
    f.line20 = taxBy(law.rates, f.line19)
    f.exemptionCredit =
      f.line7 > law.creditLostAbove ? 0 : smaller(law.exemptionCredit * (state.filers + state.dependents), f.line20)
    f.tax = f.line20 - f.exemptionCredit
  },
})

/** What a table gives that reads "at least … but less than": the entry of the last income that is not more than this one. */
function amountFrom({ over, rates }: RateTable, income: number): number {
  let i = over.length - 1
  while (i > 0 && income < (over[i] as number)) i--
  return Number.isNaN(income) ? Number.NaN : (rates[i] as number)
}

export const formsOR = stateModule<{ formOR40: Sheet<typeof words> }, Names>({
  ...{ book: oregon, forms: [formOR40], chooses: false, credit: null },
  summary: ({ formOR40: f }) => ({
    ...{ agi: f.line7, federalTaxSubtraction: f.line10, taxableIncome: f.line19, taxBeforeCredits: f.line20 },
    ...{ exemptionCredit: f.exemptionCredit, regularTax: f.tax, amt: 0, tax: f.tax },
  }),
})
