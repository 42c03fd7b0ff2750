import { describe, expect, test } from 'vitest'
import { problemCodes } from '../../src/scenario/problems.ts'
import { found, problemsOf, spoiled } from './files.ts'
import { wrongPlan } from './wrongPlan.ts'
import { wrongSense } from './wrongSense.ts'
import { wrongShapes } from './wrongShapes.ts'

const cases = [...wrongShapes, ...wrongSense, ...wrongPlan]

describe('a scenario that is wrong', () => {
  test.each(cases)('%s', (_, changes, problem) => {
    expect(found(spoiled(changes))).toEqual([problem])
  })

  test.each<[string, { readonly [path: string]: unknown }]>([
    ['a cliff as long as all', { 'grants[0].vesting.cliffMonths': 48, lots: [], plan: [] }],
    ['steps as long as all', { 'grants[0].vesting.everyMonths': 48, plan: [] }],
    [
      'a cliff within a step',
      { 'grants[0].vesting': { from: '2023-03-01', months: 48, cliffMonths: 7, everyMonths: 12 } },
    ],
    ['accelerated in full on the day of the grant', { 'grants[0].acceleration': { on: '2023-03-01', shares: 4800 } }],
    ['employment that ends on the day of the grant', { 'grants[0].employmentEnds': '2023-03-01', plan: [] }],
    [
      'exercisable on the last day of employment alone',
      { 'grants[0].employmentEnds': '2026-01-15', 'grants[0].exercisableUntil': '2026-01-15' },
    ],
    [
      'a lot of the last day',
      { 'grants[0].employmentEnds': '2025-01-01', 'grants[0].exercisableUntil': '2025-03-10', plan: [] },
    ],
    ['a lot of the day of the grant', { 'lots[0].exercised': '2023-03-01' }],
    ['a lot of the day of expiry', { 'grants[0].expires': '2025-03-10', plan: [] }],
    ['a lot that is all nonstatutory', { 'lots[0].nsoShares': 1000 }],
    ['a period of one day', { 'lots[0].section16bUntil': '2025-03-10', 'company.prices[0].on': '2025-03-11' }],
    ['a period of one day in the plan', { 'plan[0].section16bUntil': '2026-01-15' }],
    ['a blackout of one day', { 'company.blackouts': [{ from: '2026-02-01', to: '2026-02-01' }] }],
  ])('is right at its edge: %s', (_, changes) => {
    expect(found(spoiled(changes))).toEqual([])
  })

  test.each<[string, { readonly [path: string]: unknown }, string]>([
    ['a way to pay', { 'plan[0].sellToCover': 'yes', 'plan[0].price': 5 }, 'plan[0].sellToCover notTrueOrFalse'],
    ['another', { 'plan[0].sameDaySale': 'yes', 'plan[0].fees': 5 }, 'plan[0].sameDaySale notTrueOrFalse'],
    [
      'a gift',
      { 'plan[1]': { on: '2026-02-01', give: { shares: 'one', lot: 'L1' }, to: 'Red Cross' } },
      'plan[1].give.shares notANumber',
    ],
    [
      'the end of employment',
      {
        ...{ 'grants[0].employmentEnds': 'soon', 'grants[0].employmentEndsBy': 'leaving' },
        'grants[0].exercisableUntil': '2026-12-31',
      },
      'grants[0].employmentEnds notADate',
    ],
    [
      'the window of a grant with a lot after it',
      {
        ...{ 'grants[0].employmentEnds': '2025-02-01', 'grants[0].exercisableUntil': '2025-01-31' },
        plan: [],
      },
      'grants[0].exercisableUntil conflict',
    ],
    [
      'all lots',
      { lots: {}, 'plan[1]': { on: '2026-02-01', sell: 500 }, 'plan[2]': { on: '2026-02-01', sell: 1, lot: 'L1' } },
      'lots notAList',
    ],
    ['the company', { company: 'Acme', 'plan[1]': { on: '2026-02-01', sell: 5000, lot: 'L1' } }, 'company notAnObject'],
    ['the kind of a grant', { 'grants[0].kind': 'ISO', 'lots[0].nsoShares': 5 }, 'grants[0].kind notOneOf'],
  ])('nothing is said of what hangs on a fact at fault: %s', (_, changes, problem) => {
    expect(found(spoiled(changes))).toEqual([problem])
  })

  test('every code of the table is given by some file', () => {
    const deep = { household: [[[[[[[[[[[[[]]]]]]]]]]]]] }
    const circle = { incomes: { 2026: { like: 2026 } } }
    const large = { plan: new Array(400_000) }
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
