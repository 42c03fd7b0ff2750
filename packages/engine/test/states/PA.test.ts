/** Pennsylvania: one rate on classes of income; the open reading of the spread; a second working. */
import { describe, expect, test } from 'vitest'
import { stateNotices } from '../../src/answers/states.ts'
import { type Facts, noGains } from '../../src/forms/facts.ts'
import { formsPA } from '../../src/forms/states/PA.ts'
import { figureForms } from '../../src/forms/states/stateForm.ts'
import { pennsylvania as book } from '../../src/law/states/PA.ts'
import { stateLaw } from '../../src/law/states/state.ts'
import { figureReturn } from '../../src/return.ts'
import { parseFlatCase } from '../../src/scenario/flatCase.ts'
import { lawFor } from '../laws.ts'
import { pennsylvania } from '../statute/states/PA.ts'
import { rowOf, stateOf } from './states.ts'
import { agreesWith } from './taxpayers.ts'

const taxOf = (year: number, x: object): number => stateOf(rowOf('PA', year, x)).summary.tax

/** Tax if the spread is compensation when an option is exercised; `more` is what a flat case cannot say. */
function taxedAtExercise(x: object, more: Partial<Facts> = {}): number {
  const { year, status, ...flat } = parseFlatCase(rowOf('PA', 2025, x))
  const facts = { ...flat.facts, ...more }
  const federal = figureReturn(facts, lawFor(year, status))
  const state = {
    ...({ dependents: 0, filers: 1, aged: 0, agedOrBlind: 0, separate: 0, itemizes: 0 } as const),
    ...{ minimumTaxCreditMade: 0, minimumTaxCredit: 0 },
    ...{ smallBusinessStockExcluded: 0, amtSmallBusinessStockExcluded: 0 },
    ...{ capitalLossCarriedLess: 0, amtCapitalLossCarriedLess: 0 },
  } as const
  const table = book.tables.find((each) => each.year === year)
  if (!table) throw new Error('no table')
  const law = { ...stateLaw(book, table, status), isoSpreadTaxedAtExercise: 1 } as never
  return formsPA.summary(figureForms(formsPA, { ...federal, state }, law), { ...federal, state }).tax
}

describe('Pennsylvania', () => {
  test.each([2024, 2025, 2026])('%i: 3.07 % from the first dollar, whatever the status', (year) => {
    for (const status of ['single', 'mfj', 'mfs', 'hoh', 'qss']) {
      expect(taxOf(year, { status })).toBe(0)
      expect(taxOf(year, { status, wages: 1 })).toBeCloseTo(0.0307, 10)
      expect(taxOf(year, { status, wages: 100_000, dependents: 3, age: 70 })).toBeCloseTo(3_070, 8)
    }
  })

  test('a loss reduces no other class, and is not carried', () => {
    expect(taxOf(2025, { wages: 100_000, shortTermGain: -50_000 })).toBeCloseTo(3_070, 8)
    expect(taxOf(2025, { wages: 100_000, shortTermGain: -50_000, longTermGain: 60_000 })).toBeCloseTo(3_377, 8)
    const carried = { wages: 100_000, longTermGain: 60_000, capitalLoss: { short: 50_000, long: 0 } }
    expect(taxOf(2025, carried)).toBeCloseTo(4_912, 8)
  })

  test('the spread is not taxed at exercise, and the answer says that this is open', () => {
    const spread = stateOf(rowOf('PA', 2025, { wages: 100_000, isoSpread: 500_000 }))
    expect(spread.summary.tax).toBeCloseTo(3_070, 8)
    expect(stateNotices(spread).map(({ message }) => message)).toContainEqual(
      expect.stringContaining('The spread of an ISO is not taxed at exercise here.'),
    )
    expect(book.tables.map(({ figures }) => figures.isoSpreadTaxedAtExercise.status)).toEqual([
      ...['unconfirmed', 'unconfirmed', 'unconfirmed'],
    ])
  })

  test('read the other way, a spread of 500,000 costs 15,350 at exercise and saves it at sale', () => {
    expect(taxedAtExercise({ wages: 100_000, isoSpread: 500_000 })).toBeCloseTo(3_070 + 15_350, 8)
    // Sold later for 700,000 more than was paid: 200,000 more than the value at exercise
    const sale = { wages: 100_000, longTermGain: 700_000, amtGainDifference: -500_000 }
    expect(taxedAtExercise(sale)).toBeCloseTo(3_070 + 6_140, 8)
    expect(taxOf(2025, sale)).toBeCloseTo(3_070 + 21_490, 8)
  })

  // Shares of the year's own exercises sold too soon: 20,000 of spread, all of it taxed then. The 30,000 of earlier
  // exercises was taxed in their year. AMT gains without carryovers: 5,000 + 9,000 = 14,000
  test('read the other way, compensation and gains are those of the AMT', () => {
    const more = {
      ...{ compensation: 50_000, compensationUnreported: 1_000, amtCompensation: 20_000, isoSpread: 7_000 },
      amtGains: { ...noGains, short: 5_000, long: 9_000, shortCarryover: 2_000, longCarryover: 4_000 },
    }
    expect(taxedAtExercise({ wages: 100_000, longTermGain: 60_000 }, more)).toBeCloseTo(0.0307 * 141_000, 8)
  })

  test('a second working agrees', () => agreesWith('PA', pennsylvania))
})
