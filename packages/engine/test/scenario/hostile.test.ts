import { describe, expect, test } from 'vitest'
import { parseScenario } from '../../src/scenario/parseScenario.ts'
import { found, problemsOf, small, spoiled } from './files.ts'

const nested = (depth: number): unknown => {
  let value: unknown = {}
  for (let i = 0; i < depth; i++) value = i % 2 === 0 ? [value] : { like: value }
  return value
}

describe('a value that nobody meant', () => {
  test.each<[string, unknown, string]>([
    ['nothing', undefined, ' missing'],
    ['null', null, ' notAnObject'],
    ['a number', 1, ' notAnObject'],
    ['a text', 'isoline: 1', ' notAnObject'],
    ['a list', [], ' notAnObject'],
    ['a function', () => 1, ' notPlain'],
    ['a date', new Date(0), ' notPlain'],
    ['a map', new Map([['isoline', 1]]), ' notPlain'],
  ])('%s', (_, value, problem) => {
    expect(found(value)).toEqual([problem])
  })

  test.each<[string, unknown, string]>([
    ['ten thousand deep', spoiled({ 'incomes.2026': nested(10_001) }), 'incomes.2026 notAnObject'],
    ['deep where it is known', spoiled({ 'incomes.2026.like': nested(10_000) }), 'incomes.2026.like notANumber'],
  ])('%s', (_, value, problem) => {
    const all = found(value)
    expect(all).toContain(problem)
    expect(all.some((each) => each.endsWith('tooDeep'))).toBe(true)
  })

  test('a circle', () => {
    const file = small() as unknown as { incomes: unknown }
    file.incomes = { 2026: file }
    expect(found(file).length).toBeGreaterThan(0)
  })

  test('a million values, or very many faults, are refused at once, and quickly', () => {
    const start = performance.now()
    expect(found(spoiled({ plan: Array.from({ length: 1_000_000 }, () => ({})) }))).toEqual([' tooLarge'])
    expect(found(spoiled({ plan: new Array(4e9) }))).toEqual([' tooLarge'])
    expect(found(spoiled({ plan: new Array(100_001) }))).toEqual([' tooLarge'])
    const broad = Object.fromEntries(Array.from({ length: 99_000 }, (_, i) => [`unknown${i}`, i]))
    expect(found(spoiled({ household: broad })).length).toBeGreaterThan(90_000)
    expect(performance.now() - start).toBeLessThan(5000)
  })

  test('a text of ten megabytes, as value and as key, is cut in what is told', () => {
    const long = 'x'.repeat(10_000_000)
    for (const file of [
      spoiled({ 'household.status': long }),
      spoiled({ [long]: 1 }),
      spoiled({ 'grants[0].on': long }),
    ]) {
      const [problem] = problemsOf(file)
      expect(problem?.path.length).toBeLessThan(100)
      expect(problem?.message.length).toBeLessThan(300)
    }
  })

  test('keys of the prototype', () => {
    const file = (text: string) => JSON.parse(JSON.stringify(small()).replace('"isoline":1', `"isoline":1,${text}`))
    expect(found(file('"__proto__": {"plan": 5}'))).toEqual(['__proto__ unknownKey'])
    expect(found(file('"constructor": {"prototype": {}}'))).toEqual(['constructor unknownKey'])
    expect(found(spoiled({ 'incomes.constructor': { wages: 1 } }))).toEqual(['incomes.constructor notAYear'])
    expect(found(spoiled({ 'incomes.toString': 5 }))).toEqual(['incomes.toString notAYear'])
    expect(found(spoiled({ 'plan[0].grant': 'constructor' }))).toEqual(['plan[0].grant unknownReference'])
    expect(found(spoiled({ 'plan[1]': { on: '2026-02-01', sell: 1, lot: '__proto__' } }))).toEqual([
      'plan[1].lot unknownReference',
    ])
    expect(({} as { plan?: unknown }).plan).toBeUndefined()
  })

  test('objects without a prototype are as good as others', () => {
    const bare = Object.assign(Object.create(null), small())
    expect(parseScenario(bare)).toEqual(parseScenario(small()))
  })
})
