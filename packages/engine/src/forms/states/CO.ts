/**
 * Colorado, residents: DR 0104, DR 0104AMT and line 36 of DR 0104CR (2025 revisions). C.R.S. 39-22-104, 39-22-105.
 * Everything starts from the federal return as it was chosen: its deduction, its AMT income, its AMT exemption.
 *
 * There is no credit to carry (`credit` is null): what Colorado gives back is 12 % of the federal minimum tax credit that the
 * same year uses. It asks neither whether Colorado AMT was ever paid nor what is left from earlier years, and what exceeds
 * the year's tax is lost.
 *
 * Left out: DR 0104 lines 3 and 5 to 9 (business income deduction, overtime deduction of 2026, bond interest of other states
 * and so on), of DR 0104AD everything but gifts, the tax table below $50,000, recapture (line 15), other credits, the sales
 * tax refund. State and local income taxes deducted federally are all taken as state income tax. A married person filing
 * separately who itemizes is taken to have had the standard deduction open, as on the federal return; with a spouse who
 * itemizes the limit of line 2 would start from zero.
 */
import type { Sheet } from '../../form.ts'
import { colorado } from '../../law/states/CO.ts'
import { atLeastZero, part, smaller } from '../../money.ts'
import { stateForm, stateModule } from './stateForm.ts'

type Names = (typeof colorado)['names']

const dr0104Words = {
  line1: 'Federal taxable income, also below zero: {form1040.beforeFloor}.',
  stateTaxDeducted:
    'State income tax in the federal deduction: zero unless {election.itemizes}; {scheduleA.line5e} less {scheduleA.line5b}, not below zero.',
  line2:
    'State income tax added back: {stateTaxDeducted}, up to the excess of {form1040.line12e} over {form1040.standardDeduction}.',
  line4:
    'Federal deduction added back: zero unless {form1040.line11a} is more than {law.highIncome}; {form1040.line12e} less {law.deductionKept} and line 2, not below zero.',
  line10: 'Add lines 1, 2, and 4.',
  giftsMade:
    'Gifts to charity made or carried in: add {facts.charityCash}, {facts.charityOrdinary}, {facts.charityStock}, {facts.charityPrivate}, {facts.charityPrivateStock}, {facts.charityCashCarried}, {facts.charityOrdinaryCarried}, {facts.charityStockCarried}, {facts.charityPrivateCarried} and {facts.charityPrivateStockCarried}.',
  gifts:
    'Gifts of a non-itemizer subtracted on DR 0104AD: zero if {election.itemizes} or without {giftsMade}; {charity.deduction}, which itemizing would have deducted, less {law.giftsNotCounted} and less {form1040.nonItemizerGift} times {law.federalGiftLeftOut}, not below zero.',
  line11: 'Subtractions: {gifts}.',
  line12: 'Colorado taxable income: subtract line 11 from line 10. May be negative.',
  line13: 'Colorado tax: multiply line 12 by {law.rate}, zero if line 12 is negative.',
} as const

type DR0104 = Sheet<typeof dr0104Words>

const dr0104 = stateForm<unknown, Names, typeof dr0104Words>({
  ...{ id: 'dr0104', title: 'DR 0104, income to line 13', law: 'C.R.S. 39-22-104', words: dr0104Words },
  figure({ form1040, scheduleA, election, facts, charity }, law, f) {
    f.line1 = form1040.beforeFloor
    f.stateTaxDeducted = election.itemizes === 1 ? atLeastZero(scheduleA.line5e - scheduleA.line5b) : 0
    f.line2 = smaller(f.stateTaxDeducted, atLeastZero(form1040.line12e - form1040.standardDeduction))
    f.line4 = form1040.line11a > law.highIncome ? atLeastZero(form1040.line12e - law.deductionKept - f.line2) : 0
    f.line10 = f.line1 + f.line2 + f.line4
    f.giftsMade =
      facts.charityCash +
      facts.charityOrdinary +
      facts.charityStock +
      facts.charityPrivate +
      facts.charityPrivateStock +
      facts.charityCashCarried +
      facts.charityOrdinaryCarried +
      facts.charityStockCarried +
      facts.charityPrivateCarried +
      facts.charityPrivateStockCarried
    // Without gifts the federal return figures no gift worksheet
    f.gifts =
      election.itemizes === 1 || f.giftsMade === 0
        ? 0
        : atLeastZero(charity.deduction - law.giftsNotCounted - form1040.nonItemizerGift * law.federalGiftLeftOut)
    f.line11 = f.gifts
    f.line12 = f.line10 - f.line11
    f.line13 = part(law.rate, atLeastZero(f.line12))
  },
})

const dr0104AmtWords = {
  line1: 'Federal AMT income less exemption, also below zero: {form6251.line4} less {form6251.line5}.',
  taxesCounted:
    'Taxes deducted that the federal AMT has added back and DR 0104 has not: zero unless {election.itemizes}; {scheduleA.line7} less {dr0104.line2}.',
  line2:
    'Additions not in the federal amount yet: zero unless {election.itemizes}; {dr0104.line4} less {taxesCounted}, not below zero.',
  line3: 'Add lines 1 and 2.',
  line4: 'Subtractions: {dr0104.line11}.',
  line5: 'Colorado AMT income: subtract line 4 from line 3.',
  line6: 'Tentative minimum tax: multiply line 5 by {law.minimumTaxRate}, zero if line 5 is negative.',
  line7: 'Colorado tax: {dr0104.line13}.',
  line8: 'Colorado AMT: subtract line 7 from line 6. If zero or less, enter 0.',
} as const

type DR0104Amt = Sheet<typeof dr0104AmtWords>

/** A standard deduction is added back in the federal AMT whole, so that nothing of it is left for line 2. */
const dr0104Amt = stateForm<{ dr0104: DR0104 }, Names, typeof dr0104AmtWords>({
  ...{ id: 'dr0104Amt', title: 'DR 0104AMT', law: 'C.R.S. 39-22-105', words: dr0104AmtWords },
  figure({ form6251, scheduleA, election, dr0104: regular }, law, f) {
    f.line1 = form6251.line4 - form6251.line5
    f.taxesCounted = election.itemizes === 1 ? scheduleA.line7 - regular.line2 : 0
    f.line2 = election.itemizes === 1 ? atLeastZero(regular.line4 - f.taxesCounted) : 0
    f.line3 = f.line1 + f.line2
    f.line4 = regular.line11
    f.line5 = f.line3 - f.line4
    f.line6 = part(law.minimumTaxRate, atLeastZero(f.line5))
    f.line7 = regular.line13
    f.line8 = atLeastZero(f.line6 - f.line7)
  },
})

const dr0104NetWords = {
  line14: 'Alternative minimum tax: {dr0104Amt.line8}.',
  line16: 'Tax before credits: add {dr0104.line13} and line 14.',
  minimumTaxCredit: 'Minimum tax credit of DR 0104CR: {law.minimumTaxCreditRate} of {form8801.line25}, up to line 16.',
  line17: 'Nonrefundable credits: {minimumTaxCredit}.',
  line21: 'Net income tax: subtract line 17 from line 16.',
} as const

type DR0104Net = Sheet<typeof dr0104NetWords>

const dr0104Net = stateForm<{ dr0104: DR0104; dr0104Amt: DR0104Amt }, Names, typeof dr0104NetWords>({
  ...{ id: 'dr0104Net', title: 'DR 0104 from line 14, with DR 0104CR', law: 'C.R.S. 39-22-105', words: dr0104NetWords },
  figure({ form8801, dr0104: regular, dr0104Amt: amt }, law, f) {
    f.line14 = amt.line8
    f.line16 = regular.line13 + f.line14
    f.minimumTaxCredit = smaller(part(law.minimumTaxCreditRate, form8801.line25), f.line16)
    f.line17 = f.minimumTaxCredit
    f.line21 = f.line16 - f.line17
  },
})

export const formsCO = stateModule<{ dr0104: DR0104; dr0104Amt: DR0104Amt; dr0104Net: DR0104Net }, Names>({
  ...{ book: colorado, forms: [dr0104, dr0104Amt, dr0104Net], chooses: false, credit: null },
  summary: ({ dr0104: regular, dr0104Amt: amt, dr0104Net: net }, { form6251 }) => ({
    federalTaxableIncome: regular.line1,
    stateIncomeTaxAddback: regular.line2,
    federalDeductionAddback: regular.line4,
    taxableIncome: regular.line12,
    taxBeforeCredits: regular.line13,
    regularTax: regular.line13,
    amti: form6251.line4 + amt.line2 - amt.line4,
    exemption: form6251.line5,
    tentativeMinimumTax: amt.line6,
    amt: amt.line8,
    minimumTaxCreditUsed: net.minimumTaxCredit,
    tax: net.line21,
  }),
})
