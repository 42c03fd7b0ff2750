/** Outcomes made of a view: their mean is the price that growth alone leads to, and their market that of the view. */
import { describe, expect, test } from 'vitest'
import type { Case } from '../../src/case.ts'
import { outcomeCounts, outcomesOfView } from '../../src/risk/outcomesOfView.ts'
import { caseOf } from '../cases.ts'

const model = { growth: 0.08, volatility: 0.5, jumps: null, failure: 0 }
const company = (x: Partial<Case['company']> = {}): Case =>
  caseOf({ company: { ...caseOf().company, prices: [{ on: '2026-01-01', fmv: 40 }], ...x } })
const days = { from: '2026-03-01', known: '2027-01-01', growth: 0.08 }

describe('outcomes of a view', () => {
  test('are equally likely, in the order of their prices, and their mean is what growth alone makes of the last value', () => {
    for (const count of outcomeCounts) {
      const made = outcomesOfView(company(), model, count, days)
      expect(made.length).toBe(count)
      expect(made.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 12)
      // 365 days of growth from the value stated on 1 January 2026, with years of 365.25 days
      const mean = made.reduce((sum, { probability, price }) => sum + probability * price, 0)
      expect(mean).toBeCloseTo(40 * 1.08 ** (365 / 365.25), 9)
      expect(new Set(made.map(({ name }) => name)).size).toBe(count)
    }
  })

  test('are of a listed company with the market it has, of another from the day of liquidity on, or without', () => {
    const [listed] = outcomesOfView(company(), model, 3, days)
    expect(listed).toMatchObject({ name: 'low third', kind: 'nothing', on: '2027-01-01', sellableFrom: null })
    const view = { growth: null, volatility: 0.5, liquidityOn: '2029-06-29' }
    const [liquid] = outcomesOfView(company({ listed: false, view }), model, 3, days)
    expect(liquid).toMatchObject({ kind: 'ipo', sellableFrom: '2029-06-29' })
    const [closed] = outcomesOfView(company({ listed: false }), model, 3, days)
    expect(closed).toMatchObject({ kind: 'nothing', sellableFrom: null })
  })

  test('follow a value that the file states for the day', () => {
    const prices = [
      { on: '2026-01-01', fmv: 40 },
      { on: '2026-12-01', fmv: 25 },
    ]
    const made = outcomesOfView(company({ prices }), model, 3, { ...days, growth: 0 })
    expect(made.reduce((sum, { price }) => sum + price / 3, 0)).toBeCloseTo(25, 9)
  })
})
