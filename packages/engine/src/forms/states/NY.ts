/**
 * Form IT-201, full-year residents: tax by the rate schedule, then the supplemental tax that takes back the benefit of the
 * lower rates. Tax Law §§601, 612, 614, 616. Gains are taxed as other income, and the exercise of an ISO not at all.
 * Left out: additions and subtractions but the refund of state tax, New York's itemized deductions (the standard deduction
 * is taken), that of someone's dependent, the household credit and every other credit, and the taxes of New York City and
 * Yonkers. Tax is by the schedules, not by the tax tables.
 */
import type { Sheet } from '../../form.ts'
import { newYork } from '../../law/states/NY.ts'
import { lookUp, taxBy } from '../../law/states/state.ts'
import { atLeastZero, part, smaller } from '../../money.ts'
import { stateForm, stateModule } from './stateForm.ts'

const words = {
  line19: 'Federal adjusted gross income: {form1040.line11a}.',
  line25: 'State income tax refund in federal income: {form6251.line2b}, given there as a negative.',
  line33: 'New York adjusted gross income: subtract line 25 from line 19.',
  line34: 'Enter {law.standardDeduction}.',
  line35: 'Subtract line 34 from line 33. If zero or less, enter 0.',
  line36: 'Exemptions for dependents: {law.exemption} times {state.dependents}.',
  line37: 'Taxable income: subtract line 36 from line 35. If zero or less, enter 0.',
  line38: 'Enter the amount from line 37.',
  scheduleTax: 'Tax by the schedule: line 38 by {law.rates}.',
  base: 'Benefit taken back in full: {law.recaptureBase} at line 38.',
  begun:
    'Income over which more is being taken back: the excess of line 33 over {law.recaptureFrom} at line 38, up to {law.recaptureLength}.',
  benefit: 'Benefit being taken back: {law.recaptureBenefit} at line 38, times {begun}, over {law.recaptureLength}.',
  supplementalTax:
    'Supplemental tax: {base} plus {benefit}; but {law.flatRate} of line 38 less {scheduleTax} if line 33 is more than {law.flatAbove}.',
  line39: 'New York State tax: {scheduleTax} plus {supplementalTax}.',
} as const

type Names = (typeof newYork)['names']

const formIT201 = stateForm<unknown, Names, typeof words>({
  ...{ id: 'formIT201', title: 'Form IT-201', law: 'Tax Law §§601, 614, 616', words },
  figure({ form1040, form6251, state }, law, f) {
    f.line19 = form1040.line11a
    f.line25 = -form6251.line2b
    f.line33 = f.line19 - f.line25
    f.line34 = law.standardDeduction
    f.line35 = atLeastZero(f.line33 - f.line34)
    f.line36 = law.exemption * state.dependents
    f.line37 = atLeastZero(f.line35 - f.line36)
    f.line38 = f.line37
    f.scheduleTax = taxBy(law.rates, f.line38)
    f.base = lookUp(law.recaptureBase, f.line38)
    f.begun = smaller(atLeastZero(f.line33 - lookUp(law.recaptureFrom, f.line38)), law.recaptureLength)
    f.benefit = (lookUp(law.recaptureBenefit, f.line38) * f.begun) / law.recaptureLength
    const takenBack = f.base + f.benefit
    const atOneRate = part(law.flatRate, f.line38) - f.scheduleTax
    f.supplementalTax = f.line33 > law.flatAbove ? atOneRate : takenBack
    f.line39 = f.scheduleTax + f.supplementalTax
  },
})

export const formsNY = stateModule<{ formIT201: Sheet<typeof words> }, Names>({
  ...{ book: newYork, forms: [formIT201], chooses: false, credit: null },
  summary: ({ formIT201: f }) => ({
    ...{ agi: f.line19, taxableIncome: f.line38, scheduleTax: f.scheduleTax, supplementalTax: f.supplementalTax },
    ...{ regularTax: f.line39, amt: 0, tax: f.line39 },
  }),
})
