import { parseScenario } from '@isoline/engine'
import { expect, test } from 'vitest'
import { exportFdx } from '../../src/index.ts'
import { bare, imported, merged } from './read.ts'

const grants = [
  { id: 'G1', kind: 'iso', on: '2021-03-01', shares: 4_000, strike: 2, fmvAtGrant: 2, expires: '2031-02-28' },
  { id: 'G2', kind: 'iso', on: '2022-03-01', shares: 4_000, strike: 8, fmvAtGrant: 8, expires: '2032-02-28' },
]
const lots = [
  { id: 'spring', grant: 'G1', exercised: '2024-06-03', shares: 400, strike: 2, fmvAtExercise: 20 },
  // The split of 2024 makes a strike of 8 one of 2
  { id: 'autumn', grant: 'G2', exercised: '2025-10-01', shares: 1_200, strike: 2, fmvAtExercise: 5.25 },
]
const company = { prices: [{ on: '2024-01-01', fmv: 20 }], splits: [{ on: '2024-12-01', ratio: 4 }] }
const whole = { ...bare, company, grants, lots }

test('what FDX says of a scenario makes its lots again, and finds nothing new in it', async () => {
  const text = exportFdx(parseScenario(whole), { asOf: '2026-01-15', rounding: 'exact' })
  const read = await imported('papers.json', text)
  expect(read.unread).toEqual([])
  const again = merged({ ...bare, company, grants }, [read])
  expect([again.contradictions, again.asked, again.added]).toEqual([
    [],
    [],
    { grants: 0, lots: 2, sales: 0, prices: 0, filed: 0 },
  ])
  const plain = (again.scenario['lots'] as { sources?: unknown }[]).map(({ sources: _, ...lot }) => lot)
  expect(plain).toEqual(lots)
  const same = merged(whole, [read])
  expect([same.contradictions, same.added.lots, same.known]).toEqual([[], 0, 2])
  // Only where it was read is new
  expect(same.changes.every(({ path }) => path.at(-1) === 'sources')).toBe(true)
})
