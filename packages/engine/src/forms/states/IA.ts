/**
 * IA 1040, residents: federal taxable income at the state's rates, less exemption credits. Iowa Code §422.5A, 422.7, 422.12.
 * Iowa has had no minimum tax of its own since 2023.
 * Left out: modifications of Schedule 1, the election on employer stock, low-income relief, surtaxes, other credits.
 */
import type { Sheet } from '../../form.ts'
import { iowa } from '../../law/states/IA.ts'
import { taxBy } from '../../law/states/state.ts'
import { atLeastZero } from '../../money.ts'
import { stateForm, stateModule } from './stateForm.ts'

const words = {
  line1c: 'Federal adjusted gross income, for comparison: {form1040.line11a}.',
  line2: 'Federal taxable income: {form1040.line15}.',
  line4: 'Iowa taxable income: the amount from line 2.',
  line5: 'Iowa tax: on line 4 by {law.rates}.',
  line8:
    'Exemption credits: {law.personalCredit} for each of {law.personalCredits}, {law.agedOrBlindCredit} for each of {state.agedOrBlind} and {law.dependentCredit} for each of {state.dependents}.',
  line12: 'Tax after credits: subtract line 8 from line 5. If zero or less, enter 0.',
} as const

const formIA1040 = stateForm<unknown, (typeof iowa)['names'], typeof words>({
  ...{ id: 'formIA1040', title: 'IA 1040', law: 'Iowa Code §422.5A, 422.7, 422.12', words },
  figure({ form1040, state }, law, f) {
    f.line1c = form1040.line11a
    f.line2 = form1040.line15
    f.line4 = f.line2
    f.line5 = taxBy(law.rates, f.line4)
    f.line8 =
      law.personalCredit * law.personalCredits +
      law.agedOrBlindCredit * state.agedOrBlind +
      law.dependentCredit * state.dependents
    f.line12 = atLeastZero(f.line5 - f.line8)
  },
})

export const formsIA = stateModule<{ formIA1040: Sheet<typeof words> }, (typeof iowa)['names']>({
  ...{ book: iowa, forms: [formIA1040], chooses: false, credit: null },
  summary: ({ formIA1040: f }) => ({
    ...{ agi: f.line1c, taxableIncome: f.line4, taxBeforeCredits: f.line5, exemptionCredit: f.line8 },
    ...{ regularTax: f.line12, amt: 0, tax: f.line12 },
  }),
})
