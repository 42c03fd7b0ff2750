import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { InputError } from '../../src/errors.ts'
import { parseScenario } from '../../src/scenario/parseScenario.ts'
import { problemCodes } from '../../src/scenario/problems.ts'
import { small, yaml } from './files.ts'

describe('properties', () => {
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSparseArray: true,
  })
  const wholeFile = JSON.stringify(yaml('packages/engine/test/scenario/whole.yaml'))

  /** The places inside a value, each as a list of keys. */
  function places(value: unknown, at: string[] = []): string[][] {
    if (typeof value !== 'object' || value === null) return [at]
    return [at, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...at, key]))]
  }

  const everyPlace = places(JSON.parse(wholeFile)).filter((place) => place.length > 0)

  /** Puts a value in a place of a file, if the place is still there. */
  function put(file: unknown, place: readonly string[], value: unknown): unknown {
    let within = file
    for (const key of place.slice(0, -1)) within = (within as Record<string, unknown> | null | undefined)?.[key]
    if (typeof within === 'object' && within !== null) (within as Record<string, unknown>)[place.at(-1) ?? ''] = value
    return file
  }

  function everyNumber(value: unknown): number[] {
    if (typeof value === 'number') return [value]
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(everyNumber) : []
  }

  function readsOrRefuses(value: unknown): void {
    try {
      expect(everyNumber(parseScenario(value)).every(Number.isFinite)).toBe(true)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      expect(error.problems.length).toBeGreaterThan(0)
      for (const { code } of error.problems) expect(Object.keys(problemCodes)).toContain(code)
    }
  }

  test('anything at all is read or refused', () => {
    fc.assert(fc.property(anything, readsOrRefuses), { numRuns: 1000 })
  })

  test('anything at all, in any place of a whole scenario', () => {
    fc.assert(
      fc.property(fc.constantFrom(...everyPlace), anything, (place, value) =>
        readsOrRefuses(put(JSON.parse(wholeFile), place, value)),
      ),
      { numRuns: 1500 },
    )
  })

  test('likely values, in any two places of a whole scenario', () => {
    const likely = fc.oneof(
      fc.constantFrom(undefined, null, '', 'auto', 'mfj', 'single', 'G1', 'L1', 'first', {}, [], [{}], [null], true),
      fc.constantFrom('2026-01-15', '2023-02-29', '2030-01-01', 2026, 2027, 0, -1, 1e12, 1e-6, 0.5, Number.NaN, 1e300),
    )
    const place = fc.constantFrom(...everyPlace)
    fc.assert(
      fc.property(place, likely, place, likely, (one, value, other, another) =>
        readsOrRefuses(put(put(JSON.parse(wholeFile), one, value), other, another)),
      ),
      { numRuns: 2500 },
    )
  })

  test('a generated scenario that is right is read, whatever its amounts', () => {
    const dollars = fc.oneof(fc.integer({ min: 0, max: 2_000_000 }), fc.double({ min: 0, max: 1e9, noNaN: true }))
    const signed = fc.oneof(fc.integer({ min: -100_000, max: 100_000 }), dollars)
    const year = fc.record(
      {
        wages: dollars,
        interest: dollars,
        shortTermGain: signed,
        longTermGain: signed,
        otherIncome: dollars,
        withheld: dollars,
      },
      { requiredKeys: ['wages'] },
    )
    const scenario = fc
      .record({
        first: fc.integer({ min: 2023, max: 2040 }),
        years: fc.array(year, { minLength: 1, maxLength: 6 }),
        status: fc.constantFrom('single', 'mfj', 'mfs', 'hoh', 'qss'),
        shares: fc.integer({ min: 1, max: 1_000_000 }),
        strike: dollars,
        exercised: fc.double({ min: 0, max: 1, noNaN: true }),
      })
      .map(({ first, years, status, shares, strike, exercised }) => ({
        ...small(),
        household: { ...small().household, status },
        incomes: Object.fromEntries(years.map((each, i) => [first + i, each])),
        grants: [{ ...small().grants[0], shares, strike, vesting: undefined }],
        lots: [],
        plan:
          Math.floor(shares * exercised) > 0
            ? [{ on: '2026-01-15', exercise: Math.floor(shares * exercised), grant: 'G1' }]
            : [],
      }))
    fc.assert(
      fc.property(scenario, (file) => {
        const of = parseScenario(file)
        expect(of.incomes.map((income) => income.year)).toEqual(Object.keys(file.incomes).map(Number))
        for (const income of of.incomes) expect(income.wages).toBe(file.incomes[income.year]?.wages)
        expect(parseScenario(JSON.parse(JSON.stringify(file)))).toEqual(of)
      }),
      { numRuns: 300 },
    )
  })
})
