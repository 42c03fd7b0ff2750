/** Connecticut: its forms in the order in which the money flows, and what a summary takes from them. */
import { connecticut } from '../../law/states/CT.ts'
import { type CT1040, type CT1040TCS, ct1040, ct1040TCS, type Names } from './CT/ct1040.ts'
import { type CT6251, ct6251 } from './CT/ct6251.ts'
import { type CT8801, type CT8801Next, ct8801, ct8801Next } from './CT/ct8801.ts'
import { stateModule } from './stateForm.ts'

interface Sheets {
  readonly ct1040TCS: CT1040TCS
  readonly ct6251: CT6251
  readonly ct8801: CT8801
  readonly ct1040: CT1040
  readonly ct8801Next: CT8801Next
}

export const formsCT = stateModule<Sheets, Names>({
  book: connecticut,
  forms: [ct1040TCS, ct6251, ct8801, ct1040, ct8801Next],
  chooses: false,
  summary: (sheets, { form6251 }) => ({
    personalExemption: sheets.ct1040TCS.line2,
    taxableIncome: sheets.ct1040TCS.line3,
    tableB: sheets.ct1040TCS.line4,
    addBack: sheets.ct1040TCS.line5,
    recapture: sheets.ct1040TCS.line6,
    personalCreditDecimal: sheets.ct1040TCS.line8,
    taxBeforeCredits: sheets.ct1040TCS.line7,
    regularTax: sheets.ct1040TCS.line10,
    amti: sheets.ct6251.line5,
    exemption: sheets.ct6251.line10,
    federalTentativeMinimumTax: sheets.ct6251.line12,
    federalAmt: form6251.line11,
    tentativeMinimumTax: form6251.line11 === 0 ? 0 : sheets.ct6251.line17,
    amt: sheets.ct6251.line23,
    minimumTaxCreditUsed: sheets.ct8801.line30,
    minimumTaxCreditCarriedOut: sheets.ct8801.line31,
    tax: sheets.ct1040.line14,
  }),
  credit: ({ ct8801: { line30, line31 }, ct8801Next: { line21, line24 } }) => ({
    ...{ used: line30, carriedOut: line31, made: line24, exclusionPart: line21 - line24 },
  }),
})
