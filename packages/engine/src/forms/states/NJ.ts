/**
 * Form NJ-1040, residents. N.J.S.A. 54A:2-1, 54A:3-1, 54A:5-1, 54A:5-2. Income stands in categories: a loss in one lowers
 * no other and is not carried to another year, so that net gains are those of the year alone. The exercise of an ISO whose
 * shares are held is no income (one source).
 * Left out: pensions, businesses, partnerships and rents; the exemptions for veterans and for dependents in college; the
 * deductions for property tax, medical expenses and alimony; every credit. A refund of state tax in other income stays in
 * it, and gain on small business stock is as on the federal return. Tax is by the schedules, not by the tax table.
 */
import type { Sheet } from '../../form.ts'
import { newJersey } from '../../law/states/NJ.ts'
import { taxBy } from '../../law/states/state.ts'
import { atLeastZero } from '../../money.ts'
import { stateForm, stateModule } from './stateForm.ts'

const words = {
  line15: 'Wages, with compensation from dispositions: {form1040.line1z} and {facts.compensationUnreported}.',
  line16a: 'Taxable interest: {form1040.line2b}.',
  line17: 'Dividends: {form1040.line3b}.',
  line19:
    'Net gains of the year: {scheduleD.line16} without the losses of earlier years in {scheduleD.line6} and {scheduleD.line14}. If zero or less, enter 0.',
  line26: 'Other income: {facts.otherIncome}. If zero or less, enter 0.',
  line27: 'Total income: add lines 15, 16a, 17, 19 and 26.',
  line29: 'Gross income: the amount from line 27.',
  line30:
    'Exemptions: {law.exemption}, {law.agedOrBlindExemption} for each of {state.agedOrBlind} and {law.dependentExemption} for each of {state.dependents}.',
  line42: 'Taxable income: subtract line 30 from line 29. If zero or less, enter 0.',
  line43: 'Tax: line 42 by {law.rates}; none if line 29 is {law.untaxedUpTo} or less.',
} as const

type Names = (typeof newJersey)['names']

const formNJ1040 = stateForm<unknown, Names, typeof words>({
  ...{ id: 'formNJ1040', title: 'Form NJ-1040', law: 'N.J.S.A. 54A:2-1, 54A:3-1, 54A:5-1', words },
  figure({ form1040, scheduleD, facts, state }, law, f) {
    f.line15 = form1040.line1z + facts.compensationUnreported
    f.line16a = form1040.line2b
    f.line17 = form1040.line3b
    f.line19 = atLeastZero(scheduleD.line16 - scheduleD.line6 - scheduleD.line14)
    f.line26 = atLeastZero(facts.otherIncome)
    f.line27 = f.line15 + f.line16a + f.line17 + f.line19 + f.line26
    f.line29 = f.line27
    f.line30 = law.exemption + law.agedOrBlindExemption * state.agedOrBlind + law.dependentExemption * state.dependents
    f.line42 = atLeastZero(f.line29 - f.line30)
    f.line43 = f.line29 > law.untaxedUpTo ? taxBy(law.rates, f.line42) : 0
  },
})

export const formsNJ = stateModule<{ formNJ1040: Sheet<typeof words> }, Names>({
  ...{ book: newJersey, forms: [formNJ1040], chooses: false, credit: null },
  summary: ({ formNJ1040: f }) => ({
    ...{ agi: f.line29, taxableIncome: f.line42, regularTax: f.line43, amt: 0, tax: f.line43 },
  }),
})
