import { describe, expect, test } from 'vitest'
import { parseScenario } from '../../src/scenario/parseScenario.ts'
import { found, spoiled } from './files.ts'

const many = 10_000

/** `many` lots of ten shares, and a plan, on a grant that is large enough for both. */
const large = (entry: (i: number) => object, lot: object = {}, changes = {}) =>
  spoiled({
    'grants[0].shares': 10_000_000,
    'grants[0].vesting': undefined,
    lots: Array.from({ length: many }, (_, i) => ({
      ...{ id: `L${i}`, grant: 'G1', exercised: '2025-03-10', shares: 10, fmvAtExercise: 9.5 },
      ...lot,
    })),
    plan: Array.from({ length: many }, (_, i) => entry(i)),
    ...changes,
  })

/** One of a thousand days. */
const dayOf = (i: number) => new Date(Date.UTC(2025, 5, 1 + (i % 1000))).toISOString().slice(0, 10)

// No time is measured here: with a look at every lot for every entry these would take minutes
describe('ten thousand lots and as many entries of the plan', () => {
  test('exercises that sell to cover', () => {
    const entry = (i: number) => ({ on: '2026-02-01', exercise: 10, grant: 'G1', as: `E${i}`, sellToCover: true })
    const of = parseScenario(large(entry))
    expect([of.lots.length, of.plan.length]).toEqual([many, many])
  })

  test('sales first in, first out, up to the last share', () => {
    expect(found(large(() => ({ on: '2026-02-01', sell: 10 })))).toEqual([])
    const splits = { 'company.splits': [{ on: '2025-12-01', ratio: 1.1 }] }
    expect(found(large((i) => ({ on: '2026-02-01', sell: i === many - 1 ? 12 : 11 }), {}, splits))).toEqual([
      `plan[${many - 1}].sell tooManyShares`,
    ])
  })

  test('sales of named lots', () => {
    expect(found(large((i) => ({ on: '2026-02-01', sell: 10, lot: `L${many - 1 - i}` })))).toEqual([])
  })

  test('sales on many days, of lots that are not vested', () => {
    const problems = found(large((i) => ({ on: dayOf(i), sell: 1 }), { vestedOn: '2060-01-01', election83b: true }))
    expect(problems.length).toBe(many)
  })

  test('sales of shares exercised before they vest', () => {
    const vesting = { from: '2023-03-01', months: 480 }
    const early = {
      ...{ 'grants[0].earlyExercise': true, 'grants[0].vesting': vesting, 'grants[0].expires': '2060-01-01' },
      ...{ lots: [], 'company.prices[0].on': '2025-05-01' },
    }
    const entry = (i: number) =>
      i % 2 === 0 ? { on: dayOf(i), exercise: 10, grant: 'G1', as: `E${i}` } : { on: dayOf(i), sell: 1 }
    expect(found(large(entry, {}, early))).toEqual([])
  })

  test('names that are wrong, and numbers that are', () => {
    expect(found(large(() => ({ on: '2026-02-01', sell: 1, lot: 'Lot' }))).length).toBe(many)
    expect(found(large(() => ({ on: '2026-02-01', sell: 1 }), { grant: 'G2' })).length).toBe(many)
    expect(found(large(() => ({ on: '2026-02-01', sell: 1 }), { shares: 'ten' })).length).toBe(many)
  })
})
