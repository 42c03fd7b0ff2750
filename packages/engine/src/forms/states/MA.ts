/**
 * Form 1, full-year residents, with what Schedules B and D do with gains and losses. M.G.L. c. 62 §§2 to 4. Capital losses
 * lower gains of the other term, but of other income only interest and dividends, by at most 2,000.
 * Left out: the half of gains on collectibles that is deducted, interest of Massachusetts banks apart from other interest,
 * every deduction but line 11 (of one earner: a couple's second earner would have his own 2,000), the exemption for medical
 * expenses, the untaxed and limited-income status of low incomes, every credit. Losses carried in are the federal ones,
 * a refund of state tax in other income stays in it, and gain on small business stock is as on the federal return.
 */
import type { Sheet } from '../../form.ts'
import { massachusetts } from '../../law/states/MA.ts'
import { atLeastZero, part, smaller } from '../../money.ts'
import { stateForm, stateModule } from './stateForm.ts'

type Names = (typeof massachusetts)['names']

const gainWords = {
  income: 'Interest and dividends: {form1040.line2b} and {form1040.line3b}.',
  short: 'Net short-term gain or loss: {scheduleD.line7}.',
  long: 'Net long-term gain or loss: {scheduleD.line15}.',
  shortAgainstIncome:
    'Short-term loss against interest and dividends: a loss in {short}, up to {law.lossAgainstInvestment} and up to {income}.',
  shortAgainstLong:
    'Short-term loss against long-term gain: a loss in {short} less {shortAgainstIncome}, up to a gain in {long}.',
  longAgainstShort: 'Long-term loss against short-term gain: a loss in {long}, up to a gain in {short}.',
  longAgainstIncome:
    'Long-term loss against interest and dividends: a loss in {long} less {longAgainstShort}, up to {law.lossAgainstInvestment} and up to {income}, each less {shortAgainstIncome}.',
  interestAndDividends: 'Interest and dividends left: {income} less {shortAgainstIncome} and {longAgainstIncome}.',
  shortGain: 'Short-term gain left: a gain in {short} less {longAgainstShort}.',
  longGain: 'Long-term gain left: a gain in {long} less {shortAgainstLong}.',
} as const

type SchedulesBD = Sheet<typeof gainWords>

const schedulesBD = stateForm<unknown, Names, typeof gainWords>({
  ...{ id: 'schedulesBD', title: 'Schedules B and D', law: 'M.G.L. c. 62 §2(c)', words: gainWords },
  figure({ form1040, scheduleD }, law, f) {
    f.income = form1040.line2b + form1040.line3b
    f.short = scheduleD.line7
    f.long = scheduleD.line15
    f.shortAgainstIncome = smaller(atLeastZero(-f.short), smaller(law.lossAgainstInvestment, f.income))
    f.shortAgainstLong = smaller(atLeastZero(-f.short) - f.shortAgainstIncome, atLeastZero(f.long))
    f.longAgainstShort = smaller(atLeastZero(-f.long), atLeastZero(f.short))
    f.longAgainstIncome = smaller(
      atLeastZero(-f.long) - f.longAgainstShort,
      smaller(law.lossAgainstInvestment, f.income) - f.shortAgainstIncome,
    )
    f.interestAndDividends = f.income - f.shortAgainstIncome - f.longAgainstIncome
    f.shortGain = atLeastZero(f.short) - f.longAgainstShort
    f.longGain = atLeastZero(f.long) - f.shortAgainstLong
  },
})

const words = {
  line3: 'Wages, with compensation from dispositions: {form1040.line1z} and {facts.compensationUnreported}.',
  line9: 'Other income: {facts.otherIncome}.',
  line10: 'Total 5 % income: add lines 3 and 9. If zero or less, enter 0.',
  line11:
    'Social Security and Medicare tax: {law.payrollRate} of {facts.wages} and {facts.optionWages}, up to {law.payrollMost}.',
  line17: 'Subtract line 11 from line 10. If zero or less, enter 0.',
  line18:
    'Exemptions: {law.exemption}; {law.dependentExemption} for each of {state.dependents}; {law.agedExemption} for each of {state.aged}; {law.blindExemption} for each other of {state.agedOrBlind}.',
  line19: 'Subtract line 18 from line 17. If zero or less, enter 0.',
  excess: 'Exemptions left over: subtract line 17 from line 18. If zero or less, enter 0.',
  line20: 'Interest and dividends: {schedulesBD.interestAndDividends} less {excess}. If zero or less, enter 0.',
  line21: 'Taxable 5 % income: add lines 19 and 20.',
  line22: 'Multiply line 21 by {law.rate}.',
  excessOfGains:
    'Exemptions left over for gains: {excess} less {schedulesBD.interestAndDividends}. If zero or less, enter 0.',
  shortGain: 'Taxable short-term gain: {schedulesBD.shortGain} less {excessOfGains}. If zero or less, enter 0.',
  line23: 'Tax on short-term gain: {law.shortRate} of {shortGain}.',
  longGain:
    'Taxable long-term gain: {schedulesBD.longGain} less what {schedulesBD.shortGain} leaves of {excessOfGains}. If zero or less, enter 0.',
  line24: 'Tax on long-term gain: {law.longRate} of {longGain}.',
  taxable: 'All taxable income: line 21 plus {shortGain} and {longGain}.',
  surtax: 'Surtax: {law.surtaxRate} of any excess of {taxable} over {law.surtaxAbove}.',
  line28: 'Total tax: add lines 22, 23 and 24 and {surtax}.',
} as const

const form1 = stateForm<{ readonly schedulesBD: SchedulesBD }, Names, typeof words>({
  ...{ id: 'form1', title: 'Form 1', law: 'M.G.L. c. 62 §§3, 4', words },
  figure({ form1040, facts, state, schedulesBD: gains }, law, f) {
    f.line3 = form1040.line1z + facts.compensationUnreported
    f.line9 = facts.otherIncome
    f.line10 = atLeastZero(f.line3 + f.line9)
    f.line11 = smaller(part(law.payrollRate, facts.wages + facts.optionWages), law.payrollMost)
    f.line17 = atLeastZero(f.line10 - f.line11)
    f.line18 =
      law.exemption +
      law.dependentExemption * state.dependents +
      law.agedExemption * state.aged +
      law.blindExemption * (state.agedOrBlind - state.aged)
    f.line19 = atLeastZero(f.line17 - f.line18)
    f.excess = atLeastZero(f.line18 - f.line17)
    f.line20 = atLeastZero(gains.interestAndDividends - f.excess)
    f.line21 = f.line19 + f.line20
    f.line22 = part(law.rate, f.line21)
    f.excessOfGains = atLeastZero(f.excess - gains.interestAndDividends)
    f.shortGain = atLeastZero(gains.shortGain - f.excessOfGains)
    f.line23 = part(law.shortRate, f.shortGain)
    f.longGain = atLeastZero(gains.longGain - atLeastZero(f.excessOfGains - gains.shortGain))
    f.line24 = part(law.longRate, f.longGain)
    f.taxable = f.line21 + f.shortGain + f.longGain
    f.surtax = part(law.surtaxRate, atLeastZero(f.taxable - law.surtaxAbove))
    f.line28 = f.line22 + f.line23 + f.line24 + f.surtax
  },
})

export const formsMA = stateModule<{ form1: Sheet<typeof words> }, Names>({
  ...{ book: massachusetts, forms: [schedulesBD, form1], chooses: false, credit: null },
  summary: ({ form1: f }, { form1040 }) => ({
    ...{ agi: form1040.line11a, taxableIncome: f.taxable, surtax: f.surtax },
    ...{ regularTax: f.line28, amt: 0, tax: f.line28 },
  }),
})
