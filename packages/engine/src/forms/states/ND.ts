/**
 * North Dakota Form ND-1, residents: federal taxable income less two fifths of net long-term gain and of qualified
 * dividends. N.D.C.C. 57-38-30.3. Left out: other additions and subtractions, the marriage penalty credit, other credits.
 */
import type { Sheet } from '../../form.ts'
import { northDakota } from '../../law/states/ND.ts'
import { taxBy } from '../../law/states/state.ts'
import { atLeastZero, part } from '../../money.ts'
import { stateForm, stateModule } from './stateForm.ts'

const words = {
  line1b: 'Federal taxable income: {form1040.line15}.',
  line6: 'Net long-term gain that is not taxed: multiply {scheduleD.netCapitalGain} by {law.gainSubtraction}.',
  line13: 'Qualified dividends that are not taxed: multiply {form1040.line3a} by {law.dividendSubtraction}.',
  line18: 'North Dakota taxable income: subtract lines 6 and 13 from line 1b. If zero or less, enter 0.',
  line20: 'Tax: on line 18 by {law.rates}.',
} as const

const formND1 = stateForm<unknown, (typeof northDakota)['names'], typeof words>({
  ...{ id: 'formND1', title: 'Form ND-1', law: 'N.D.C.C. 57-38-30.3', words },
  figure({ form1040, scheduleD }, law, f) {
    f.line1b = form1040.line15
    f.line6 = part(law.gainSubtraction, scheduleD.netCapitalGain)
    f.line13 = part(law.dividendSubtraction, form1040.line3a)
    f.line18 = atLeastZero(f.line1b - f.line6 - f.line13)
    f.line20 = taxBy(law.rates, f.line18)
  },
})

export const formsND = stateModule<{ formND1: Sheet<typeof words> }, (typeof northDakota)['names']>({
  ...{ book: northDakota, forms: [formND1], chooses: false, credit: null },
  summary: ({ formND1: f }, { form1040 }) => ({
    ...{ agi: form1040.line11a, federalTaxableIncome: f.line1b, longTermGainSubtraction: f.line6 },
    ...{ taxableIncome: f.line18, regularTax: f.line20, amt: 0, tax: f.line20 },
  }),
})
