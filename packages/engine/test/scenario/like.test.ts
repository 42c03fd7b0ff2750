import { describe, expect, test } from 'vitest'
import { parseScenario } from '../../src/scenario/parseScenario.ts'
import { found, spoiled } from './files.ts'

describe('a year like another', () => {
  const years = (incomes: unknown) => parseScenario(spoiled({ incomes })).incomes

  test('takes every fact it does not name, nested objects whole, and not what was withheld or paid', () => {
    const [, second] = years({
      2026: {
        wages: 100,
        interest: 5,
        itemized: { charityCash: 1, mortgageInterest: 2 },
        withheld: 9,
        state: { WA: 1 },
        estimatedPaid: [{ on: '2026-04-15', amount: 3 }],
      },
      2027: { like: 2026, itemized: { charityCash: 7 } },
    })
    expect(second).toMatchObject({ wages: 100, interest: 5, withheld: 0, stateWithheld: {}, estimatedPaid: [] })
    expect(second?.itemized).toMatchObject({ charityCash: 7, mortgageInterest: 0 })
  })

  test('may be like a year that is like a third, whatever their order', () => {
    const all = years({
      2026: { like: 2027, interest: 1 },
      2027: { like: 2028, wages: 2 },
      2028: { wages: 3, otherIncome: 4 },
    })
    expect(all).toMatchObject([
      { wages: 2, interest: 1, otherIncome: 4 },
      { wages: 2, interest: 0, otherIncome: 4 },
      { wages: 3, interest: 0, otherIncome: 4 },
    ])
  })

  test('lists each fact taken', () => {
    const { assumed } = parseScenario(spoiled({ incomes: { 2026: { wages: 1, interest: 5 }, 2027: { like: 2026 } } }))
    expect(assumed).toContainEqual({ path: 'incomes.2027.interest', value: '5', message: 'as in 2026' })
    expect(assumed).toContainEqual({ path: 'incomes.2027.wages', value: '1', message: 'as in 2026' })
  })

  test('is refused when it leads nowhere or back to itself', () => {
    expect(found(spoiled({ incomes: { 2026: { like: 2030 } } }))).toEqual(['incomes.2026.like unknownReference'])
    expect(found(spoiled({ incomes: { 2026: { like: 2026, wages: 1 } } }))).toEqual(['incomes.2026.like cycle'])
    const circle = { 2026: { like: 2028 }, 2027: { like: 2026 }, 2028: { like: 2027 }, 2029: { like: 2028 } }
    expect(found(spoiled({ incomes: circle }))).toEqual([
      'incomes.2026.like cycle',
      'incomes.2027.like cycle',
      'incomes.2028.like cycle',
    ])
  })
})
