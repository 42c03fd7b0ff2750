import type { ScenarioFile } from '@isoline/engine'
import { expect, test } from 'vitest'
import { nudgesOf } from '../src/views/explain/nudges.ts'

const file = {
  isoline: 1,
  incomes: { 2026: { wages: 220000 }, 2027: { like: 2026 } },
  company: {
    prices: [
      { on: '2025-01-02', fmv: 15 },
      { on: '2026-01-02', fmv: 20 },
      { on: '2026-06-01', fmv: 24 },
    ],
  },
  plan: [{ on: '2026-01-15', exercise: 100, grant: 'G1' }],
} as unknown as ScenarioFile

test('one share more, a thousand of wages, a dollar on the value of the day', () => {
  const [share, wages, value] = nudgesOf(file, 2026).map((each) => each.file)
  expect(share?.plan?.[0]?.exercise).toBe(101)
  expect(wages?.incomes[2026]?.wages).toBe(221000)
  // The value of January 15 is that of January 2; later and earlier ones stay
  expect(value?.company?.prices?.map(({ fmv }) => fmv)).toEqual([15, 21, 24])
})

test('wages of a year that is like another are those of that year', () => {
  const [wages] = nudgesOf(file, 2027).map((each) => each.file)
  expect(wages?.incomes[2027]).toEqual({ like: 2026, wages: 221000 })
})

test('what does not apply is left out', () => {
  expect(nudgesOf({ ...file, plan: [] }, 2026).map(({ words }) => words)).toEqual(['$1,000 more wages'])
  expect(nudgesOf({ ...file, plan: [] }, 2030)).toEqual([])
})
