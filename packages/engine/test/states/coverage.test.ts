import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { coverageAnswer, coverageMarkdown } from '../../src/answers/coverage.ts'
import { stateModules } from '../../src/forms/states/modules.ts'
import { statesWithoutIncomeTax } from '../../src/forms/states/withoutTax.ts'
import { stateNames } from '../../src/law/states/names.ts'
import { usStates } from '../../src/scenario/states.ts'

test('fifty states and the District of Columbia, each once', () => {
  const { states } = coverageAnswer()
  expect(states.map(({ state }) => state)).toEqual([...usStates].sort())
  expect(Object.keys(stateNames).sort()).toEqual([...usStates].sort())
})

test('a state modelled has a table for each year from 2024 on, and its name', () => {
  for (const { book } of stateModules) {
    expect(book.tables.map(({ year }) => year)).toEqual([2024, 2025, 2026])
    expect(book.name).toBe(stateNames[book.state])
    expect(statesWithoutIncomeTax).not.toContain(book.state)
  }
})

test('the page is up to date', () => {
  const page = readFileSync(new URL('../../../../docs/states.md', import.meta.url), 'utf8')
  expect(page, 'run: npm run states').toBe(coverageMarkdown())
})

test('every figure says its authority and its source', () => {
  for (const { book } of stateModules)
    for (const { figures, schedules } of book.tables)
      for (const each of [...Object.values(figures), ...Object.values(schedules)]) {
        expect(each.cite.length).toBeGreaterThan(3)
        expect(each.source.length).toBeGreaterThan(3)
      }
})
