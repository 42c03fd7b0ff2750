/** California: its forms in the order in which the money flows, and what a summary takes from them. */
import { california } from '../../law/states/CA.ts'
import { smaller } from '../../money.ts'
import { type ScheduleD540, scheduleD540 } from './CA/capitalGain.ts'
import { type Form540, type Form540Total, form540, form540Total } from './CA/form540.ts'
import { type Form3510, type Form3510Exclusion, form3510, form3510Exclusion } from './CA/form3510.ts'
import { gifts540, type ScheduleCA, scheduleCA } from './CA/scheduleCA.ts'
import { type ScheduleP, scheduleP } from './CA/scheduleP.ts'
import { stateModule } from './stateForm.ts'

interface Sheets {
  readonly scheduleD540: ScheduleD540
  readonly scheduleCA: ScheduleCA
  readonly form540: Form540
  readonly scheduleP: ScheduleP
  readonly form3510: Form3510
  readonly form3510Exclusion: Form3510Exclusion
  readonly form540Total: Form540Total
}

export const formsCA = stateModule<Sheets, (typeof california)['names']>({
  book: california,
  forms: [scheduleD540, gifts540, scheduleCA, form540, scheduleP, form3510, form540Total, form3510Exclusion],
  chooses: true,
  summary: (sheets, { state }) => ({
    deduction: sheets.form540.line18,
    deductionTaken: state.itemizes === 1 ? 'itemized' : 'standard',
    itemizedLimitation: state.itemizes === 1 ? sheets.scheduleCA.limitation : 0,
    taxableIncome: sheets.form540.line19,
    taxBeforeCredits: sheets.form540.line31,
    regularTax: sheets.form540.line31,
    exemptionCredits: smaller(sheets.form540.line32, sheets.form540.line31),
    amti: sheets.scheduleP.line21,
    exemption: sheets.scheduleP.line22,
    tentativeMinimumTax: sheets.scheduleP.line24,
    amt: sheets.scheduleP.line26,
    behavioralHealthServicesTax: sheets.form540Total.line62,
    minimumTaxCreditUsed: sheets.form3510.credit,
    minimumTaxCreditCarriedOut: sheets.form3510.carriedOut,
    tax: sheets.form540Total.line64,
  }),
  deduction: ({ form540: { line18 } }) => line18,
  losses: ({ scheduleD540, scheduleP }) => ({ regular: scheduleD540.carriedOut, amt: scheduleP.amtLossCarriedOut }),
  credit: ({ form3510: { credit, carriedOut }, form3510Exclusion: { made, minimumTax } }) => ({
    ...{ used: credit, carriedOut, made, exclusionPart: minimumTax - made },
  }),
})
