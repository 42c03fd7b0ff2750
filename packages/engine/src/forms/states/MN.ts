/** Minnesota: its own deductions, its own alternative minimum tax, and the credit for it. */
import { minnesota } from '../../law/states/MN.ts'
import {
  type DeductionLimit,
  type DependentExemption,
  deductionLimit,
  dependentExemption,
  giftsM1,
  type ScheduleM1M,
  type ScheduleM1SA,
  scheduleM1M,
  scheduleM1SA,
} from './MN/deductions.ts'
import { type FormM1, type FormM1Total, formM1, formM1Total } from './MN/M1.ts'
import { type ScheduleM1MT, scheduleM1MT } from './MN/M1MT.ts'
import { type ScheduleM1MTC, scheduleM1MTC } from './MN/M1MTC.ts'
import type { MinnesotaNames } from './MN/names.ts'
import { stateModule } from './stateForm.ts'

interface Sheets {
  readonly scheduleM1SA: ScheduleM1SA
  readonly deductionLimit: DeductionLimit
  readonly dependentExemption: DependentExemption
  readonly scheduleM1M: ScheduleM1M
  readonly formM1: FormM1
  readonly scheduleM1MT: ScheduleM1MT
  readonly scheduleM1MTC: ScheduleM1MTC
  readonly formM1Total: FormM1Total
}

export const formsMN = stateModule<Sheets, MinnesotaNames>({
  book: minnesota,
  forms: [
    ...[giftsM1, scheduleM1SA, deductionLimit, dependentExemption, scheduleM1M],
    ...[formM1, scheduleM1MT, scheduleM1MTC, formM1Total],
  ],
  chooses: true,
  deduction: (sheets) => sheets.formM1.line4,
  summary: (sheets, { state }) => ({
    deduction: sheets.formM1.line4,
    deductionTaken: state.itemizes === 1 ? 'itemized' : 'standard',
    charitySubtraction: sheets.scheduleM1M.charitySubtraction,
    taxableIncome: sheets.formM1.line9,
    regularTax: sheets.formM1.line10,
    taxBeforeCredits: sheets.formM1.line10,
    amti: sheets.scheduleM1MT.line20,
    exemption: sheets.scheduleM1MT.line25,
    tentativeMinimumTax: sheets.scheduleM1MT.line27,
    amt: sheets.scheduleM1MT.line29,
    netInvestmentIncomeTax: sheets.formM1Total.line14,
    minimumTaxCreditUsed: sheets.scheduleM1MTC.used,
    minimumTaxCreditCarriedOut: sheets.scheduleM1MTC.carriedOut,
    tax: sheets.formM1Total.line17,
  }),
  credit: ({ scheduleM1MTC: { used, carriedOut, made, lost } }) => ({ used, carriedOut, made, exclusionPart: lost }),
})
