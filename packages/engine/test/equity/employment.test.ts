/** Leaving, disability, death, and the window of the plan: what is still exercised as an ISO. IRC 421(c), 422(a)(2), (c)(6). */
import { describe, expect, test } from 'vitest'
import { exercisableShares, type Grant, lastExerciseDay, lastIsoDay } from '../../src/equity/grant.ts'
import { NotModelled } from '../../src/errors.ts'
import { caseOf, exerciseOf, grantOf } from '../cases.ts'
import { companyWith, inYear } from './ledger.ts'

/** 100 shares exercised on a day at 2 when worth 42: line 2i, or wages. */
function exercisedOn(day: string, grant: Partial<Grant>) {
  const of = caseOf({
    grants: [grantOf(grant)],
    company: companyWith({ '2020-01-01': 42 }),
    plan: [exerciseOf(day, 100)],
  })
  const { isoSpread, optionWages } = inYear(of, Number(day.slice(0, 4)))
  return { isoSpread, optionWages }
}

const asIso = { isoSpread: 4_000, optionWages: 0 }
const asWages = { isoSpread: 0, optionWages: 4_000 }

describe('three months after leaving, counted in months', () => {
  test.each([
    ['2025-01-15', '2025-04-15', '2025-04-16'],
    // 92 days, and 89
    ['2025-05-10', '2025-08-10', '2025-08-11'],
    ['2025-01-31', '2025-04-30', '2025-05-01'],
    ['2025-11-30', '2026-02-28', '2026-03-01'],
    ['2023-11-29', '2024-02-29', '2024-03-01'],
    ['2025-12-01', '2026-03-01', '2026-03-02'],
  ])('left %s: an ISO on %s, nonstatutory on %s', (employmentEnds, last, after) => {
    expect(exercisedOn(last, { employmentEnds })).toEqual(asIso)
    expect(exercisedOn(after, { employmentEnds })).toEqual(asWages)
  })

  test('exercised on the last day of employment it is an ISO', () => {
    expect(exercisedOn('2025-01-15', { employmentEnds: '2025-01-15' })).toEqual(asIso)
  })
})

test('options of an early-exercise grant that have not vested end with the employment', () => {
  const vesting = { from: '2020-06-15', months: 120, cliffMonths: 0, everyMonths: 1 }
  const early = grantOf({ shares: 12_000, earlyExercise: true, vesting, employmentEnds: '2025-06-15' })
  const days = ['2025-06-15', '2025-06-16', '2025-09-15']
  expect(days.map((on) => exercisableShares(early, on))).toEqual([12_000, 6_000, 6_000])
})

test('one year after a disability ended the employment', () => {
  const disabled = { employmentEnds: '2025-01-15', employmentEndsBy: 'disability' } as const
  expect(exercisedOn('2026-01-15', disabled)).toEqual(asIso)
  expect(exercisedOn('2026-01-16', disabled)).toEqual(asWages)
  expect(exercisedOn('2025-04-16', disabled)).toEqual(asIso)
})

test('after death the options stay ISOs, and what the heirs do with them is no part of the return', () => {
  const died = { employmentEnds: '2025-01-15', employmentEndsBy: 'death' } as const
  expect(lastIsoDay(grantOf(died))).toBe('2030-06-14')
  expect(exercisedOn('2025-01-15', died)).toEqual(asIso)
  expect(() => exercisedOn('2025-01-16', died)).toThrow(NotModelled)
})

test('the window of a plan may close before the three months, or stay open after them', () => {
  const ninetyDays = grantOf({ employmentEnds: '2025-05-10', exercisableUntil: '2025-08-08' })
  expect([lastExerciseDay(ninetyDays), lastIsoDay(ninetyDays)]).toEqual(['2025-08-08', '2025-08-08'])
  const tenYears = grantOf({ employmentEnds: '2025-05-10', exercisableUntil: '2029-05-10' })
  expect([lastExerciseDay(tenYears), lastIsoDay(tenYears)]).toEqual(['2029-05-10', '2025-08-10'])
  expect(exercisedOn('2029-05-10', tenYears)).toEqual(asWages)
})

describe('a grant that is no ISO from the start: its spread is wages', () => {
  test.each<[string, Partial<Grant>, boolean]>([
    ['nonstatutory by its terms', { kind: 'nso' }, false],
    ['a term of ten years to the day', { expires: '2030-06-15' }, true],
    ['a term of a day more', { expires: '2030-06-16' }, false],
    ['a 10 % owner, five years and 110 %', { tenPercentOwner: true, expires: '2025-06-15', strike: 2.2 }, true],
    ['a 10 % owner, five years and a day', { tenPercentOwner: true, expires: '2025-06-16', strike: 2.2 }, false],
    ['a 10 % owner, less than 110 %', { tenPercentOwner: true, expires: '2025-06-15', strike: 2.19 }, false],
    // Good faith protects the price of anyone else: IRC 422(c)(1)
    ['a strike below the value at grant', { strike: 1.5 }, true],
  ])('%s', (_, grant, iso) => {
    const { isoSpread, optionWages } = exercisedOn('2025-06-02', grant)
    expect([isoSpread > 0, optionWages > 0]).toEqual([iso, !iso])
  })
})
