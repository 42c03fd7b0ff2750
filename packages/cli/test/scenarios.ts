/** The households of the tests. What is expected of them is worked out by hand beside each. */

/**
 * Joint return of 2026 with wages of 232,200 and the standard deduction of 32,200: taxable income 200,000, regular tax
 * 10 % of 24,800 + 12 % of 76,000 + 22 % of 99,200 = 2,480 + 9,120 + 21,824 = 33,424.
 * AMT income without an exercise 232,200 (the standard deduction is added back). The exemption is 140,200.
 * Room: 33,424 / 26 % + 140,200 - 232,200 = 128,553.85 - 92,000 = 36,553.85.
 * 10,000 shares with a spread of 18: AMT income 412,200, less 140,200 is 272,000; 26 % of 244,500 is 63,570 and 28 % of
 * 27,500 is 7,700, together 71,270; less 33,424 is an AMT of 37,846.
 */
export const joint = (changes: { readonly [from: string]: string } = {}): string =>
  Object.entries(changes).reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the scenario has no ${from}`)
    return text.replace(from, to)
  }, jointText)

const jointText = `isoline: 1
household:
  status: mfj
  people: [{ born: 1988-04-02 }, { born: 1990-09-15 }]
  residence: [{ from: 2019-06-01, state: TX }]
  cash: 50000
incomes:
  2026:
    wages: 232200
    withheld: 30000
company:
  prices: [{ on: 2026-01-01, fmv: 20.00 }]
grants:
  - { id: G1, kind: iso, on: 2023-03-01, shares: 12000, strike: 2.00, fmvAtGrant: 2.00, expires: 2033-03-01 }
plan:
  - { on: 2026-01-15, exercise: 10000, grant: G1 }
`

/** The same year as a flat case. */
export const jointFlat = {
  ...{ id: 'joint', year: 2026, status: 'mfj', age: 38, spouseAge: 36, wages: 232_200, interest: 0 },
  ...{ ordinaryDividends: 0, qualifiedDividends: 0, shortTermGain: 0, longTermGain: 0 },
  ...{ isoSpread: 180_000, otherAmtAdjustment: 0 },
}

/**
 * Joint return of 2026, wages 300,000 and a minimum tax credit of 102,724 from earlier years: regular tax 33,424 on
 * 200,000 + 22 % of 11,400 + 24 % of 56,400 = 33,424 + 2,508 + 13,536 = 49,468 on 267,800; tentative minimum tax 26 % of
 * 159,800 = 41,548. So 7,920 of the credit is used, and each dollar of spread takes 26 cents of it until, at
 * 7,920 / 26 % = 30,461.54, both the credit used and the room are gone.
 */
export const recovering = {
  ...jointFlat,
  ...{ id: 'recovering', wages: 300_000, isoSpread: 0, minimumTaxCreditCarriedIn: 102_724 },
}

/**
 * The IRS's own example of Form 6251 line 2k (Instructions, 2025): an option granted on 3 January 2023; on 13 March 2024 200
 * shares worth 200,000 bought for 20,000; 100 of them sold on 18 January 2025 for 75,000, the others on 21 April 2025 for
 * 60,000. The first sale is too early: 65,000 of compensation, no gain for the regular tax, and for AMT 75,000 less 100,000, a
 * short-term loss of 25,000. The second qualifies: a long-term gain of 50,000, and for AMT 60,000 less 100,000, a loss of
 * 40,000.
 */
export const line2k = (plan = '[]'): string => `isoline: 1
household:
  status: single
  people: [{ born: 1985-01-01 }]
  residence: [{ from: 2019-06-01, state: TX }]
incomes:
  2025: { wages: 150000 }
company:
  name: Example
  listed: true
  prices: [{ on: 2024-03-13, fmv: 1000 }]
grants:
  - { id: G1, kind: iso, on: 2023-01-03, shares: 200, strike: 100, fmvAtGrant: 100, expires: 2033-01-02 }
lots:
  - { id: L1, grant: G1, exercised: 2024-03-13, shares: 200, fmvAtExercise: 1000 }
plan: ${plan}
`

/** The first sale of that example, and both. */
export const soldOnce = '[{ on: 2025-01-18, sell: 100, lot: L1, price: 750 }]'
export const soldTwice =
  '[{ on: 2025-01-18, sell: 100, lot: L1, price: 750 }, { on: 2025-04-21, sell: 100, lot: L1, price: 600 }]'
