/**
 * Form CT-1040 and its Tax Calculation Schedule, residents. C.G.S. §§12-700, 12-702, 12-703.
 * All tables are looked up by Connecticut adjusted gross income, which is the federal one here. Left out: Schedule 1
 * (modifications of income), credits for taxes of other jurisdictions and for property tax, the earned income credit, use tax.
 */
import type { Sheet } from '../../../form.ts'
import type { connecticut } from '../../../law/states/CT.ts'
import { lookUp, taxBy } from '../../../law/states/state.ts'
import { atLeastZero, part } from '../../../money.ts'
import { stateForm } from '../stateForm.ts'
import type { CT6251 } from './ct6251.ts'
import type { CT8801 } from './ct8801.ts'

export type Names = (typeof connecticut)['names']

const scheduleWords = {
  line1: 'Connecticut adjusted gross income: {form1040.line11a}.',
  line2: 'Personal exemption: {law.tableA} by line 1.',
  line3: 'Connecticut taxable income: subtract line 2 from line 1. If zero or less, enter 0.',
  line4: 'Tax: {law.tableB} on line 3.',
  line5: 'Lowest rate taken back: {law.tableC} by line 1.',
  line6: 'Recapture: {law.tableD} by line 1.',
  line7: 'Add lines 4, 5, and 6.',
  line8: 'Decimal of the personal tax credit: {law.tableE} by line 1.',
  line9: 'Personal tax credit: multiply line 7 by line 8.',
  line10: 'Connecticut income tax: subtract line 9 from line 7.',
} as const

export type CT1040TCS = Sheet<typeof scheduleWords>

export const ct1040TCS = stateForm<unknown, Names, typeof scheduleWords>({
  ...{ id: 'ct1040TCS', title: 'Form CT-1040, Tax Calculation Schedule', law: 'C.G.S. §§12-700, 12-702, 12-703' },
  words: scheduleWords,
  figure({ form1040 }, law, f) {
    f.line1 = form1040.line11a
    f.line2 = lookUp(law.tableA, f.line1)
    f.line3 = atLeastZero(f.line1 - f.line2)
    f.line4 = taxBy(law.tableB, f.line3)
    f.line5 = lookUp(law.tableC, f.line1)
    f.line6 = lookUp(law.tableD, f.line1)
    f.line7 = f.line4 + f.line5 + f.line6
    f.line8 = part(lookUp(law.tableE, f.line1), 1)
    f.line9 = f.line7 * f.line8
    f.line10 = f.line7 - f.line9
  },
})

const returnWords = {
  line6: 'Income tax: {ct1040TCS.line10}.',
  line9: 'Connecticut AMT: {ct6251.line23}.',
  line10: 'Add lines 6 and 9.',
  line13: 'Minimum tax credit of earlier years: {ct8801.line30}.',
  line14: 'Connecticut income tax: subtract line 13 from line 10.',
} as const

export type CT1040 = Sheet<typeof returnWords>

export const ct1040 = stateForm<{ ct1040TCS: CT1040TCS; ct6251: CT6251; ct8801: CT8801 }, Names, typeof returnWords>({
  ...{ id: 'ct1040', title: 'Form CT-1040', law: 'C.G.S. §12-700', words: returnWords },
  figure({ ct1040TCS: schedule, ct6251, ct8801 }, _, f) {
    f.line6 = schedule.line10
    f.line9 = ct6251.line23
    f.line10 = f.line6 + f.line9
    f.line13 = ct8801.line30
    f.line14 = f.line10 - f.line13
  },
})
