/** Colorado income tax of a full-year resident, worked from the statute on the amounts of a federal return. */
import type { Status } from '../figures.ts'

export interface FederalAmounts {
  adjustedGrossIncome: number
  /** Before it is held at zero */
  taxableIncome: number
  itemizes: boolean
  /** Standard or itemized, as taken; and the standard one, taken or not */
  deduction: number
  standardDeduction: number
  /** State, local and real estate taxes after the federal limit; real estate taxes paid */
  taxesDeducted: number
  realEstateTaxes: number
  /** What section 170 would deduct, and what a non-itemizer did deduct federally */
  gifts: number
  giftWithoutItemizing: number
  /** Alternative minimum taxable income, and the exemption */
  amti: number
  exemption: number
  /** Section 53 credit used */
  minimumTaxCredit: number
}

const rate = (year: number): number => (year === 2024 ? 0.0425 : 0.044)

/** What a federal deduction may keep above 300,000 of federal income. @see C.R.S. 39-22-104(3)(p.7) */
function kept(year: number, status: Status): number {
  if (year >= 2026) return status === 'mfj' ? 2_000 : 1_000
  return status === 'mfj' ? 16_000 : 12_000
}

/** Normal tax, AMT and credit. @see C.R.S. 39-22-104, 39-22-105 */
export function colorado(year: number, status: Status, x: FederalAmounts) {
  // (3)(d): state income tax, no further than itemizing has saved
  const stateTax = x.itemizes ? Math.max(0, x.taxesDeducted - x.realEstateTaxes) : 0
  const taxAdded = Math.min(stateTax, Math.max(0, x.deduction - x.standardDeduction))
  const high = x.adjustedGrossIncome > 300_000
  const overKept = x.deduction - kept(year, status)
  const deductionAdded = high ? Math.max(0, overKept - taxAdded) : 0
  // (4)(m)
  const gifts = x.itemizes ? 0 : Math.max(0, x.gifts - x.giftWithoutItemizing - 500)
  const taxable = x.taxableIncome + taxAdded + deductionAdded - gifts
  const normal = Math.max(0, taxable) * rate(year)
  // 105: federal income less exemption; of the deductions only what is neither taxes nor kept is still to be added
  const notTaxes = high && x.itemizes ? Math.max(0, overKept - x.taxesDeducted) : 0
  const base = x.amti - x.exemption + notTaxes - gifts
  const tentative = Math.max(0, base) * 0.0347
  const amt = Math.max(0, tentative - normal)
  const credit = Math.min(0.12 * x.minimumTaxCredit, normal + amt)
  return {
    ...{ federalTaxableIncome: x.taxableIncome, stateIncomeTaxAddback: taxAdded },
    ...{ federalDeductionAddback: deductionAdded, taxableIncome: taxable, taxBeforeCredits: normal },
    ...{ regularTax: normal, amti: x.amti + notTaxes - gifts, exemption: x.exemption },
    ...{ tentativeMinimumTax: tentative, amt, minimumTaxCreditUsed: credit, tax: normal + amt - credit },
  }
}
