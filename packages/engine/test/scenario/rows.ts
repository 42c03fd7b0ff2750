/** A flat case that is right, for tests to add to. */
export const row = {
  id: 'a',
  year: 2026,
  status: 'single',
  age: 40,
  wages: 200_000,
  interest: 10,
  ordinaryDividends: 20,
  qualifiedDividends: 15,
  shortTermGain: -30,
  longTermGain: 40,
  isoSpread: 50,
  otherAmtAdjustment: -60,
}
export const itemized = {
  stateAndLocalTaxes: 1,
  realEstateTaxes: 2,
  mortgageInterest: 3,
  charityCash: 4,
  charityStock: 5,
}
