/** A state's return on random households against a second working of its law. */
import fc from 'fast-check'
import { expect } from 'vitest'
import type { Facts, Gains } from '../../src/forms/facts.ts'
import { figureReturn } from '../../src/return.ts'
import { figureState, type StateReturn, stateReady } from '../../src/stateReturn.ts'
import { check, household } from '../arbitraries.ts'
import { lawFor } from '../laws.ts'
import { gainIncluded, type Resident } from '../statute/states/resident.ts'

const owns = (thresholds: readonly number[]) =>
  fc.record({
    dependents: fc.integer({ min: 0, max: 5 }),
    aged: fc.integer({ min: 0, max: 2 }),
    blind: fc.integer({ min: 0, max: 2 }),
    creditMade: fc.integer({ min: -9_000, max: 20_000 }),
    credit: fc.integer({ min: 0, max: 60_000 }),
    itemizes: fc.boolean(),
    // Half of the time wages alone, at a threshold of the state or beside it
    wages: fc.option(
      fc
        .tuple(fc.constantFrom(...thresholds), fc.integer({ min: -2, max: 2 }), fc.boolean())
        .map(([threshold, beside, alone]) => ({ amount: Math.max(0, threshold + beside), alone })),
      { nil: undefined },
    ),
  })

const stated = [
  ...(['line2c', 'line2e', 'line2f', 'line2h', 'line2j', 'line2kForm4797', 'line2kCasualty', 'line2l'] as const),
  ...(['line2m', 'line2n', 'line2o', 'line2p', 'line2q', 'line2r', 'line2s', 'line2t'] as const),
] as const

const shortOf = (gains: Gains): number => gains.short + gains.shortA + gains.shortB + gains.shortC
const longOf = (gains: Gains): number => gains.long + gains.longD + gains.longE + gains.longF
const netOf = (gains: Gains): number => shortOf(gains) + longOf(gains) - gains.shortCarryover - gains.longCarryover

const nothing = { short: 0, long: 0, shortA: 0, shortB: 0, shortC: 0, longD: 0, longE: 0, longF: 0 }
const noCarryover = { shortCarryover: 0, longCarryover: 0, collectibles: 0, unrecaptured1250: 0 }

/** A household of wages alone keeps its deductions and credits; any other amount of income goes. */
const wagesAlone = (facts: Facts): Facts => ({
  ...facts,
  ...{ optionWages: 0, compensation: 0, compensationUnreported: 0, amtCompensation: 0, otherIncome: 0 },
  ...{ interest: 0, ordinaryDividends: 0, qualifiedDividends: 0 },
  ...{ gains: { ...nothing, ...noCarryover }, amtGains: { ...nothing, ...noCarryover } },
})

/** A resident under 65 of wages alone who takes the standard deduction. */
export const onWages = (year: number, status: Resident['status'], wages: number, dependents: number): Resident => ({
  ...{ year, status, itemizes: false, dependents, filers: status === 'mfj' ? 2 : 1, aged: 0, blind: 0 },
  ...{ wages, payrollWages: wages, interest: 0, dividends: 0, otherIncome: 0 },
  ...{ short: 0, long: 0, shortCarried: 0, longCarried: 0, realEstateTax: 0, mortgageInterest: 0 },
  gifts: { cash: 0, property: 0, stock: 0, others: 0, othersStock: 0 },
  ...{ refund: 0, spread: 0, depletion: 0, bonds: 0, adjustments: 0, federalTax: 0, creditIn: 0 },
})

/** Checks every figure that the working gives, on some hundred households of 2024 to 2026. */
export function agrees(
  state: string,
  thresholds: readonly number[],
  working: (x: Resident, got: StateReturn) => { readonly [figure: string]: number | string },
  numRuns = 500,
): void {
  check(
    fc.property(household, owns(thresholds), ({ year: drawn, status, facts: all }, own) => {
      const year = Math.max(2024, drawn)
      const kept = own.wages?.alone ? wagesAlone(all) : all
      const facts: Facts = { ...kept, hasItemized: true, wages: own.wages?.amount ?? kept.wages }
      const federal = figureReturn(facts, lawFor(year, status))
      const { gains, amtGains } = facts
      const resident: Resident = {
        ...{ year, status, itemizes: own.itemizes, dependents: own.dependents, filers: status === 'mfj' ? 2 : 1 },
        ...{ aged: own.aged, blind: own.blind },
        wages: facts.wages + facts.optionWages + facts.compensation + facts.compensationUnreported,
        payrollWages: facts.wages + facts.optionWages,
        ...{ interest: facts.interest, dividends: facts.ordinaryDividends, otherIncome: facts.otherIncome },
        ...{ short: shortOf(gains), long: longOf(gains) },
        ...{ shortCarried: gains.shortCarryover, longCarried: gains.longCarryover },
        ...{ realEstateTax: facts.realEstateTaxes, mortgageInterest: facts.mortgageInterest },
        gifts: {
          cash: facts.charityCash + facts.charityCashCarried,
          property: facts.charityOrdinary + facts.charityOrdinaryCarried,
          stock: facts.charityStock + facts.charityStockCarried,
          others: facts.charityPrivate + facts.charityPrivateCarried,
          othersStock: facts.charityPrivateStock + facts.charityPrivateStockCarried,
        },
        ...{ refund: -facts.line2b, spread: facts.isoSpread, depletion: facts.line2d, bonds: facts.line2g },
        adjustments:
          stated.reduce((sum, line) => sum + facts[line], facts.otherAmtAdjustment + facts.otherAmtExclusion) +
          facts.amtCompensation -
          facts.compensation -
          facts.compensationUnreported +
          gainIncluded(status, netOf(amtGains)) -
          gainIncluded(status, netOf(gains)),
        federalTax: federal.form1040.line22,
        creditIn: own.credit + own.creditMade,
      }
      const got = figureState(
        stateReady({ state, year, status, inflation: 0 }),
        state,
        federal,
        {
          ...{ dependents: own.dependents, filers: resident.filers, separate: status === 'mfs' ? 1 : 0 },
          ...{ aged: own.aged, agedOrBlind: own.aged + own.blind },
          ...{ minimumTaxCredit: own.credit, minimumTaxCreditMade: own.creditMade },
          ...{ smallBusinessStockExcluded: 0, amtSmallBusinessStockExcluded: 0 },
          ...{ capitalLossCarriedLess: 0, amtCapitalLossCarriedLess: 0 },
        },
        own.itemizes ? 'itemized' : 'standard',
      )
      for (const [name, amount] of Object.entries(working(resident, got))) {
        const mine = got.summary[name]
        if (typeof amount === 'string') expect(mine, name).toBe(amount)
        else expect(Math.abs(Number(mine) - amount), name).toBeLessThanOrEqual(1e-6)
      }
    }),
    numRuns,
  )
}
