import { describe, expect, test } from 'vitest'
import { problemCodes } from '../../src/scenario/problems.ts'
import { found, problemsOf, spoiled } from './files.ts'
import { wrongSense } from './wrongSense.ts'
import { wrongShapes } from './wrongShapes.ts'

const cases = [...wrongShapes, ...wrongSense]

describe('a scenario that is wrong', () => {
  test.each(cases)('%s', (_, changes, problem) => {
    expect(found(spoiled(changes))).toEqual([problem])
  })

  test('every code of the table is given by some file', () => {
    const deep = { household: [[[[[[[[[[[[[]]]]]]]]]]]]] }
    const circle = { incomes: { 2026: { like: 2026 } } }
    const large = { plan: new Array(200_000) }
    const spoils = [...cases.map(([, changes]) => changes), deep, circle, large]
    const seen = spoils.flatMap((changes) => problemsOf(spoiled(changes)).map(({ code }) => code))
    expect(new Set(seen)).toEqual(new Set(Object.keys(problemCodes)))
  })

  test('every message says what to do and is one line', () => {
    for (const [, changes] of cases)
      for (const { message } of problemsOf(spoiled(changes))) {
        expect(message).toMatch(/[.?]$/)
        expect(message).not.toContain('\n')
        expect(message.length).toBeLessThan(400)
      }
  })

  test('all problems are told at once, and none that only follows from another', () => {
    const file = spoiled({
      'household.status': 'marryd',
      'household.poeple': [],
      'incomes.2026.wages': '1',
      'incomes.2027': { like: 2025 },
      'grants[0].strike': 'two',
      'grants[0].expires': '2023-01-01',
      'lots[0].exercised': '2025-02-30',
      'lots[0].grant': 'G7',
      'plan[0].exercise': 'five',
      'plan[1]': { on: '2026-02-01', sell: 100, lot: 'G1@2026-01-15' },
      'plan[2]': { on: '2026-02-01', sell: 100 },
      'plan[3]': { on: '2026-02-01', sell: 100, lot: 'L9' },
    })
    expect(found(file).sort()).toEqual(
      [
        'household.status notOneOf',
        'household.poeple unknownKey',
        'incomes.2026.wages notANumber',
        'incomes.2027.like unknownReference',
        'grants[0].strike notANumber',
        'grants[0].expires conflict',
        'lots[0].exercised impossibleDate',
        'lots[0].grant unknownReference',
        'plan[0].exercise notANumber',
        'plan[3].lot unknownReference',
      ].sort(),
    )
  })

  test('a year at fault is not missing as well', () => {
    expect(found(spoiled({ incomes: { 2025: { wages: 1 }, 2026: 5, 2027: { like: 2026 } } }))).toEqual([
      'incomes.2026 notAnObject',
    ])
  })

  test('a year is four digits without a zero before them', () => {
    expect(found(spoiled({ 'incomes.0026': { wages: 1 } }))).toEqual(['incomes.0026 notAYear'])
  })

  test('a slip of the pen is answered with the word meant', () => {
    const message = (changes: { readonly [path: string]: unknown }) => problemsOf(spoiled(changes))[0]?.message
    expect(message({ 'incomes.2026.wagse': 1 })).toContain('Did you mean wages?')
    expect(message({ 'household.residnece': [] })).toContain('Did you mean residence?')
    expect(message({ 'grants[0].strikePrice': 1 })).toContain('known are')
    expect(message({ 'grants[0].fmvAtgrant': 1 })).toContain('Did you mean fmvAtGrant?')
    expect(message({ 'household.status': 'hho' })).toContain('Did you mean hoh?')
    expect(message({ 'plan[0].grant': 'G11' })).toContain('Did you mean G1?')
    expect(message({ 'plan[1]': { on: '2026-02-01', sell: 1, lot: 'G1@2026-1-15' } })).toContain(
      'Did you mean G1@2026-01-15?',
    )
    expect(message({ 'incomes.2026.itemized': { charityCsah: 1 } })).toContain('Did you mean charityCash?')
    expect(message({ 'grants[0].vesting': { from: '2023-01-01', months: 4, clifMonths: 1 } })).toContain('cliffMonths')
  })
})
