import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { vestedShares } from '../../src/equity/grant.ts'
import { parseFlatCase } from '../../src/scenario/flatCase.ts'
import { parseScenario } from '../../src/scenario/parseScenario.ts'
import { yearsTo } from '../../src/timeline.ts'
import { problemsOf, yaml } from './files.ts'

const folder = new URL('../../../../examples/', import.meta.url)
const example = (name: string) => parseScenario(yaml(`examples/${name}`))

describe('the examples', () => {
  const scenarios = readdirSync(folder).filter((name) => name.endsWith('.yaml'))

  test('are there', () => {
    expect(scenarios).toContain('first-exercise.yaml')
    expect(scenarios.length).toBeGreaterThanOrEqual(5)
  })

  test.each(scenarios)('%s is read, from YAML and from JSON', (name) => {
    const of = example(name)
    expect(parseScenario(JSON.parse(JSON.stringify(yaml(`examples/${name}`))))).toEqual(of)
    expect(of.plan.length + of.lots.length + of.grants.length).toBeGreaterThan(0)
  })

  test('the first exercise: what its comments say', () => {
    const of = example('first-exercise.yaml')
    const [grant] = of.grants
    expect(grant && vestedShares(grant, '2026-01-15')).toBe(28_333)
    const { form1040, form6251 } = yearsTo(of, 2026)[0]?.return ?? {}
    expect(form1040?.line15).toBe(200_000)
    // 10 % of 24,800, 12 % of the next 76,000 and 22 % of the next 99,200
    expect(form6251?.line10).toBe(33_424)
    // 200,000 + the standard deduction of 32,200 + the spread of 180,000, less the exemption of 140,200, is 272,000:
    // 26 % of 244,500 and 28 % of 27,500 are 71,270, and 71,270 - 33,424 = 37,846
    expect(form6251?.line11).toBe(37_846)
  })

  test('the trough: 3,000 shares stay below the line, and two more do not', () => {
    const of = example('single-2026-trough.yaml')
    const amt = (shares: number) => {
      const plan = of.plan.map((action) => ({ ...action, shares }))
      return yearsTo({ ...of, plan }, 2026)[0]?.return.form6251.line11
    }
    expect(amt(3000)).toBe(0)
    expect(amt(3002)).toBeGreaterThan(0)
  })

  test('the flat cases: one row is wrong, the others are read', () => {
    const lines = readFileSync(new URL('flat-cases.ndjson', folder), 'utf8').trim().split('\n')
    const rows = lines.map((line) => JSON.parse(line))
    const wrong = rows.filter((row) => problemsOf(row, parseFlatCase).length > 0)
    expect(wrong.map((row) => row.id)).toEqual(['a slip of the pen'])
    expect(rows.length).toBe(7)
  })
})
