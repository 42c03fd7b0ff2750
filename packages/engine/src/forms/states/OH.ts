/**
 * Ohio Form IT 1040, residents, nonbusiness income. R.C. 5747.02(A)(3), 5747.025. The tax of a bracket starts with an amount
 * that is charged whole, so tax jumps where the brackets start.
 * Left out: additions and deductions, business income and its own tax, credits (the joint filing credit among them), city
 * and school district income taxes.
 */
import type { Sheet } from '../../form.ts'
import { ohio } from '../../law/states/OH.ts'
import { lookUp } from '../../law/states/state.ts'
import { atLeastZero, part } from '../../money.ts'
import { stateForm, stateModule } from './stateForm.ts'

const words = {
  line1: 'Federal adjusted gross income: {form1040.line11a}.',
  line3: 'Ohio adjusted gross income: the amount from line 1.',
  perPerson: 'Exemption for each person: by {law.exemption} from line 3.',
  line4: 'Exemptions: {perPerson} for each of {state.filers} and {state.dependents}.',
  line7: 'Taxable nonbusiness income: subtract line 4 from line 3. If zero or less, enter 0.',
  line8a: 'Tax: {law.bracketTax} for line 7, plus {law.bracketRate} of line 7 beyond {law.bracketStart}.',
} as const

const formIT1040 = stateForm<unknown, (typeof ohio)['names'], typeof words>({
  ...{ id: 'formIT1040', title: 'Form IT 1040', law: 'R.C. 5747.02(A)(3), 5747.025', words },
  figure({ form1040, state }, law, f) {
    f.line1 = form1040.line11a
    f.line3 = f.line1
    f.perPerson = lookUp(law.exemption, f.line3)
    f.line4 = f.perPerson * (state.filers + state.dependents)
    f.line7 = atLeastZero(f.line3 - f.line4)
    f.line8a =
      lookUp(law.bracketTax, f.line7) +
      part(lookUp(law.bracketRate, f.line7), f.line7 - lookUp(law.bracketStart, f.line7))
  },
})

export const formsOH = stateModule<{ formIT1040: Sheet<typeof words> }, (typeof ohio)['names']>({
  ...{ book: ohio, forms: [formIT1040], chooses: false, credit: null },
  summary: ({ formIT1040: f }) => ({
    ...{ agi: f.line1, exemption: f.line4, taxableIncome: f.line7, regularTax: f.line8a, amt: 0, tax: f.line8a },
  }),
})
