/**
 * Form CT-6251, Connecticut Alternative Minimum Tax Return (lines of 2020 and 2022), residents. C.G.S. §12-700a.
 * Only who owes federal AMT owes it. Left out: Connecticut modifications of AMT income (lines 2 and 4), with which lines 6 to
 * 9 and Part II would refigure exemption and tax, so that both are taken from the federal form; the apportionment of
 * line 18, which is 1 for a resident; the credit for AMT of other jurisdictions (line 22).
 */
import type { Sheet } from '../../../form.ts'
import { atLeastZero, part, smaller } from '../../../money.ts'
import { stateForm } from '../stateForm.ts'
import type { CT1040TCS, Names } from './ct1040.ts'

const words = {
  line1: 'Federal AMT income: {form6251.line4}.',
  line5: 'Adjusted federal AMT income: the amount from line 1.',
  line10: 'Exemption: {form6251.line5}.',
  line11: 'AMT income less exemption: {form6251.line6}.',
  line12: 'Adjusted federal tentative minimum tax before credit: {form6251.line7}.',
  line13: 'AMT foreign tax credit: {form6251.line8}.',
  line14: 'Adjusted federal tentative minimum tax: subtract line 13 from line 12.',
  line15: 'Multiply line 14 by {law.minimumTaxRate}.',
  line16:
    'Multiply line 5, which is before the exemption, by {law.minimumTaxIncomeRate}. Zero if line 11 is zero, where the form ends.',
  line17: 'Connecticut minimum tax: the smaller of line 15 or line 16.',
  line19: 'Part of it that is of Connecticut: the amount from line 17.',
  line20: 'Connecticut income tax: {ct1040TCS.line10}.',
  line21: 'Subtract line 20 from line 19. If zero or less, enter 0.',
  line23: 'Connecticut AMT: the amount from line 21, zero if {form6251.line11} is zero.',
} as const

export type CT6251 = Sheet<typeof words>

export const ct6251 = stateForm<{ ct1040TCS: CT1040TCS }, Names, typeof words>({
  ...{ id: 'ct6251', title: 'Form CT-6251', law: 'C.G.S. §12-700a', words },
  figure({ form6251, ct1040TCS }, law, f) {
    f.line1 = form6251.line4
    f.line5 = f.line1
    f.line10 = form6251.line5
    f.line11 = form6251.line6
    f.line12 = form6251.line7
    f.line13 = form6251.line8
    f.line14 = f.line12 - f.line13
    f.line15 = part(law.minimumTaxRate, f.line14)
    f.line16 = f.line11 === 0 ? 0 : part(law.minimumTaxIncomeRate, f.line5)
    f.line17 = smaller(f.line15, f.line16)
    f.line19 = f.line17
    f.line20 = ct1040TCS.line10
    f.line21 = atLeastZero(f.line19 - f.line20)
    f.line23 = form6251.line11 === 0 ? 0 : f.line21
  },
})
