/**
 * Maryland Form 502, residents, without county tax. Tax-General §10-105, 10-211, 10-217. From 2025 net capital gain is taxed
 * 2 % further if federal adjusted gross income is more than $350,000. The spread of an ISO is no preference of Form 502TP.
 * Left out: county tax, additions and subtractions (the one of two-income couples among them), itemized deductions,
 * exemptions for dependents of 65 or older, gain that the further tax spares (a home, retirement accounts), credits.
 */
import type { Sheet } from '../../form.ts'
import { maryland } from '../../law/states/MD.ts'
import { lookUp, taxBy } from '../../law/states/state.ts'
import { atLeastZero, larger, part, smaller } from '../../money.ts'
import { stateForm, stateModule } from './stateForm.ts'

const words = {
  line1: 'Federal adjusted gross income: {form1040.line11a}.',
  line16: 'Maryland adjusted gross income: the amount from line 1.',
  line17:
    'Standard deduction: {law.standardDeductionRate} of line 16, at most {law.standardDeductionMost}, at least {law.standardDeductionLeast}.',
  line18: 'Net income: subtract line 17 from line 16. If zero or less, enter 0.',
  perPerson: 'Exemption for each person: by {law.exemption} from line 1.',
  line19:
    'Exemptions: {perPerson} for each of {state.filers} and {state.dependents}, and {law.agedOrBlindExemption} for each of {state.agedOrBlind}.',
  line20: 'Taxable net income: subtract line 19 from line 18. If zero or less, enter 0.',
  line21: 'Maryland tax: on line 20 by {law.rates}.',
  line20a: 'Net capital gain, as far as Maryland income includes it: {scheduleD.netCapitalGain}.',
  line21b:
    'Further tax on gain: multiply line 20a by {law.surtaxRate} if line 1 is more than {law.surtaxAbove}, otherwise 0.',
  tax: 'State tax: add lines 21 and 21b.',
} as const

const form502 = stateForm<unknown, (typeof maryland)['names'], typeof words>({
  ...{ id: 'form502', title: 'Form 502', law: 'Tax-General §10-105, 10-211, 10-217', words },
  figure({ form1040, scheduleD, state }, law, f) {
    f.line1 = form1040.line11a
    f.line16 = f.line1
    f.line17 = larger(
      law.standardDeductionLeast,
      smaller(law.standardDeductionMost, part(law.standardDeductionRate, f.line16)),
    )
    f.line18 = atLeastZero(f.line16 - f.line17)
    f.perPerson = lookUp(law.exemption, f.line1)
    f.line19 = f.perPerson * (state.filers + state.dependents) + law.agedOrBlindExemption * state.agedOrBlind
    f.line20 = atLeastZero(f.line18 - f.line19)
    f.line21 = taxBy(law.rates, f.line20)
    f.line20a = scheduleD.netCapitalGain
    f.line21b = f.line1 > law.surtaxAbove ? part(law.surtaxRate, f.line20a) : 0
    f.tax = f.line21 + f.line21b
  },
})

export const formsMD = stateModule<{ form502: Sheet<typeof words> }, (typeof maryland)['names']>({
  ...{ book: maryland, forms: [form502], chooses: false, credit: null },
  summary: ({ form502: f }) => ({
    ...{ agi: f.line1, deduction: f.line17, exemption: f.line19, taxableIncome: f.line20, scheduleTax: f.line21 },
    ...{ surtax: f.line21b, regularTax: f.tax, amt: 0, tax: f.tax },
  }),
})
