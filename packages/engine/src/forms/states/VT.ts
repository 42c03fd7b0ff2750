/**
 * Vermont Form IN-111, residents: federal adjusted gross income less an exclusion of gain, a standard deduction and
 * exemptions, at least 3 % of high incomes. 32 V.S.A. §5811(21), 5822(a). The spread of an ISO has no part in it, nor in the
 * minimum tax.
 * Left out: of Schedule IN-112 everything but the exclusion of gain, and of that the 40 % of gain on other assets; interest
 * on federal bonds, the tax table below $75,000 and the whole dollars of the rate schedules, credits.
 */
import type { Sheet } from '../../form.ts'
import { taxBy } from '../../law/states/state.ts'
import { vermont } from '../../law/states/VT.ts'
import { atLeastZero, larger, part, smaller } from '../../money.ts'
import { stateForm, stateModule } from './stateForm.ts'

const words = {
  line1: 'Federal adjusted gross income: {form1040.line11a}.',
  flat: 'Net capital gain that may be excluded: {scheduleD.netCapitalGain}, up to {law.gainExclusion}.',
  line2: 'Exclusion of gain: {flat}, at most {law.gainExclusionLimit} of federal taxable income, {form1040.line15}.',
  line3: 'Subtract line 2 from line 1.',
  line4: 'Standard deduction: {law.standardDeduction} and {law.agedOrBlindDeduction} for each of {state.agedOrBlind}.',
  line5e: 'Exemptions: {law.exemption} for each of {state.filers} and {state.dependents}.',
  line6: 'Add lines 4 and 5e.',
  line7: 'Vermont taxable income: subtract line 6 from line 3. If zero or less, enter 0.',
  scheduleTax: 'Tax by the rate schedule: on line 7 by {law.rates}.',
  minimumTax: 'Minimum tax: {law.minimumTaxRate} of line 1 if that is more than {law.minimumTaxAbove}, otherwise 0.',
  line8: 'Vermont tax: the larger of {scheduleTax} and {minimumTax}.',
} as const

const in111 = stateForm<unknown, (typeof vermont)['names'], typeof words>({
  ...{ id: 'in111', title: 'Form IN-111', law: '32 V.S.A. §5811(21), 5822', words },
  figure({ form1040, scheduleD, state }, law, f) {
    f.line1 = form1040.line11a
    f.flat = smaller(scheduleD.netCapitalGain, law.gainExclusion)
    f.line2 = smaller(f.flat, part(law.gainExclusionLimit, form1040.line15))
    f.line3 = f.line1 - f.line2
    f.line4 = law.standardDeduction + law.agedOrBlindDeduction * state.agedOrBlind
    f.line5e = law.exemption * (state.filers + state.dependents)
    f.line6 = f.line4 + f.line5e
    f.line7 = atLeastZero(f.line3 - f.line6)
    f.scheduleTax = taxBy(law.rates, f.line7)
    f.minimumTax = f.line1 > law.minimumTaxAbove ? part(law.minimumTaxRate, f.line1) : 0
    f.line8 = larger(f.scheduleTax, f.minimumTax)
  },
})

export const formsVT = stateModule<{ in111: Sheet<typeof words> }, (typeof vermont)['names']>({
  ...{ book: vermont, forms: [in111], chooses: false, credit: null },
  summary: ({ in111: f }) => ({
    ...{ agi: f.line1, gainExclusion: f.line2, deduction: f.line4, exemption: f.line5e },
    ...{ taxableIncome: f.line7, minimumTax: f.minimumTax, regularTax: f.scheduleTax, amt: 0, tax: f.line8 },
  }),
})
