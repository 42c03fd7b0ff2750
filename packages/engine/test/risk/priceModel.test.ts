/** From the scenario's view of the price to a model, and what is assumed on the way. */
import { describe, expect, test } from 'vitest'
import type { PriceView } from '../../src/case.ts'
import { assumedOf, modelOf } from '../../src/risk/priceModel.ts'

const silent: PriceView = { growth: null, volatility: null, liquidityOn: null }
const jumps = { perYear: 0.5, mean: -0.3, volatility: 0.2 }

describe('a view', () => {
  test('without any risk has no model, and assumes nothing', () => {
    expect(modelOf(silent)).toBeNull()
    expect(modelOf({ ...silent, growth: 0.1, liquidityOn: '2027-01-01' })).toBeNull()
    expect(assumedOf({ ...silent, growth: 0.1 })).toEqual([])
  })

  test('that says all is taken as it is', () => {
    const view = { ...silent, growth: 0.12, volatility: 0.6, jumps, failure: 0.05 }
    expect(modelOf(view)).toEqual({ growth: 0.12, volatility: 0.6, jumps, failure: 0.05 })
    expect(assumedOf(view)).toEqual([])
  })

  test.each([
    ['volatility', { volatility: 0.6 }, ['growth: 0', 'jumps: none', 'failure: 0'], { volatility: 0.6 }],
    ['no volatility', { volatility: 0 }, ['growth: 0', 'jumps: none', 'failure: 0'], {}],
    ['failure', { failure: 0.2 }, ['growth: 0', 'volatility: 0', 'jumps: none'], { failure: 0.2 }],
    ['no failure', { failure: 0 }, ['growth: 0', 'volatility: 0', 'jumps: none'], {}],
    ['jumps', { jumps }, ['growth: 0', 'volatility: 0', 'failure: 0'], { jumps }],
  ])('that says only %s has the rest as none, and lists it', (_, said, assumed, model) => {
    const view = { ...silent, ...said }
    expect(modelOf(view)).toEqual({ ...{ growth: 0, volatility: 0, jumps: null, failure: 0 }, ...model })
    expect(assumedOf(view).map(({ path, value }) => `${path}: ${value}`)).toEqual(
      assumed.map((each) => `company.view.${each}`),
    )
    for (const { message } of assumedOf(view)) expect(message).toMatch(/^not given: /)
  })
})
