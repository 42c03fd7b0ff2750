/** The $100,000 limit: IRC 422(d), Reg. 1.422-4. */
import { describe, expect, test } from 'vitest'
import type { Case } from '../../src/case.ts'
import type { Lot } from '../../src/equity/action.ts'
import type { Grant } from '../../src/equity/grant.ts'
import type { LimitShare } from '../../src/equity/limit.ts'
import { sharesOf } from '../../src/equity/shares.ts'
import { caseOf, exerciseOf, grantOf, lotOf, saleOf } from '../cases.ts'
import { named, workedExamples } from '../workedExamples.ts'
import { companyWith, disposals, inYear } from './ledger.ts'

/** A grant of so many shares on a day, worth 10 each unless said otherwise. */
const granted = (id: string, on: string, shares: number, x: Partial<Grant> = {}): Grant =>
  grantOf({ id, on, shares, strike: 10, fmvAtGrant: 10, expires: `${Number(on.slice(0, 4)) + 9}-12-31`, ...x })

const vests = (...steps: (readonly [on: string, shares: number])[]) => steps.map(([on, shares]) => ({ on, shares }))

/** ISO and nonstatutory shares by year and grant, in the order the limit takes them. */
const brief = (limit: readonly { readonly year: number; readonly grants: readonly LimitShare[] }[]) =>
  Object.fromEntries(
    limit.map(({ year, grants }) => [year, grants.map((each) => [each.grant, each.isoShares, each.nsoShares])]),
  )

const limitIn = (of: Case) => brief(sharesOf(of).books.prepared.limit)
/** Nothing having been exercised. */
const limitOf = (...grants: Grant[]) => limitIn(caseOf({ grants }))

describe('examples', () => {
  interface Options {
    options: { granted: string; year: number; shares: number; valueAtGrant: number }[]
  }

  test.each(workedExamples<Options>('limit').map(named))('%s', (_, { gives, expected }) => {
    const grants = gives.options.map(({ granted: on, year, shares, valueAtGrant: fmvAtGrant }, i) => {
      const vesting = on.startsWith(`${year}`) ? null : vests([`${year}-07-01`, shares])
      return granted(`g${i}`, on, shares, { fmvAtGrant, vesting })
    })
    const allotted = sharesOf(caseOf({ grants })).books.prepared.limit.flatMap((year) => year.grants)
    const iso = grants.map(({ id }) => allotted.find((each) => each.grant === id)?.isoShares)
    expect({ iso }).toEqual(expected)
  })
})

describe('Reg. 1.422-4(d) Example 3', () => {
  // 60,000, 50,000 and 40,000; the second would first be exercisable in 2006, and a change in control brings it forward
  const first = granted('first', '2004-04-01', 6_000)
  const second = granted('second', '2004-05-01', 5_000, {
    ...{ vesting: vests(['2006-07-01', 5_000]), acceleration: { on: '2004-11-01', shares: null } },
  })
  const third = granted('third', '2004-06-01', 4_000)

  test('an acceleration counts in the year it is triggered, then in the order of grant', () => {
    expect(limitOf(first, second, third)).toEqual({
      2004: [
        ['first', 6_000, 0],
        ['second', 4_000, 1_000],
        ['third', 0, 4_000],
      ],
    })
  })

  test('(b)(4): and does not undo what was exercised before it', () => {
    const lots = [lotOf({ grant: 'third', exercised: '2004-10-31', shares: 4_000, fmvAtExercise: 12 })]
    expect(limitIn(caseOf({ grants: [first, second, third], lots }))).toEqual({
      2004: [
        ['first', 6_000, 0],
        ['second', 0, 5_000],
        ['third', 4_000, 0],
      ],
    })
    // On the day of the trigger it is too late
    const late = [lotOf({ grant: 'third', exercised: '2004-11-01', shares: 4_000, fmvAtExercise: 12 })]
    expect(limitIn(caseOf({ grants: [first, second, third], lots: late }))).toEqual(limitOf(first, second, third))
  })

  test('without the trigger the second counts in 2006', () => {
    expect(limitOf(first, { ...second, acceleration: null }, third)).toEqual({
      2004: [
        ['first', 6_000, 0],
        ['third', 4_000, 0],
      ],
      2006: [['second', 5_000, 0]],
    })
  })
})

test('the room that is left to a later grant: Mike Gray, 62,500 and 37,500', () => {
  // 250,000 of value over four years, 62,500 a year; 50,000 a year of another grant
  const early = granted('early', '2021-01-02', 25_000, {
    vesting: { from: '2021-01-02', months: 48, cliffMonths: 12, everyMonths: 12 },
  })
  const later = granted('later', '2022-06-01', 20_000, {
    vesting: { from: '2022-06-01', months: 48, cliffMonths: 12, everyMonths: 12 },
  })
  const of2024 = sharesOf(caseOf({ grants: [early, later] })).books.prepared.limit.find(({ year }) => year === 2024)
  expect(of2024?.grants).toMatchObject([
    { grant: 'early', roomBefore: 100_000, isoShares: 6_250, nsoShares: 0 },
    { grant: 'later', roomBefore: 37_500, isoShares: 3_750, nsoShares: 1_250 },
  ])
})

describe('what counts', () => {
  test('the value at grant, neither the strike nor a later value', () => {
    const of = granted('g', '2024-01-02', 10_001, { strike: 1 })
    const prices = companyWith({ '2024-01-02': 10, '2024-02-02': 500 })
    expect(limitIn(caseOf({ grants: [of], company: prices }))).toEqual({ 2024: [['g', 10_000, 1]] })
  })

  test('a split after the grant changes nothing', () => {
    const company = companyWith({ '2024-01-02': 10 }, [{ on: '2024-02-01', ratio: 5 }])
    const vesting = vests(['2024-03-01', 12_000])
    expect(limitIn(caseOf({ grants: [granted('g', '2024-01-02', 12_000, { vesting })], company }))).toEqual({
      2024: [['g', 10_000, 2_000]],
    })
  })

  test('the year in which options vest, and the room of each year by itself', () => {
    const vesting = vests(['2025-12-31', 12_000], ['2026-01-01', 8_000])
    expect(limitOf(granted('g', '2024-01-02', 20_000, { vesting }))).toEqual({
      2025: [['g', 10_000, 2_000]],
      2026: [['g', 8_000, 0]],
    })
  })

  test('the order of grant and not that of vesting', () => {
    const older = granted('older', '2022-01-02', 6_000, { vesting: vests(['2025-12-01', 6_000]) })
    const newer = granted('newer', '2023-01-02', 6_000, { vesting: vests(['2025-02-01', 6_000]) })
    expect(limitOf(newer, older)).toEqual({
      2025: [
        ['older', 6_000, 0],
        ['newer', 4_000, 2_000],
      ],
    })
  })

  test('grants of one day in the order of the file', () => {
    const [one, other] = [granted('one', '2024-01-02', 6_000), granted('other', '2024-01-02', 6_000)]
    expect(limitOf(one, other)).toEqual({
      2024: [
        ['one', 6_000, 0],
        ['other', 4_000, 2_000],
      ],
    })
    expect(limitOf(other, one)[2024]?.[0]).toEqual(['other', 6_000, 0])
  })

  test('a grant that can be exercised early counts whole in the year of the grant', () => {
    const vesting = vests(['2025-01-02', 6_000], ['2026-01-02', 6_000])
    expect(limitOf(granted('g', '2024-01-02', 12_000, { vesting, earlyExercise: true }))).toEqual({
      2024: [['g', 10_000, 2_000]],
    })
  })

  test('no nonstatutory option, and none that fails for a 10 % owner; one that meets their rules does', () => {
    const nso = granted('nso', '2024-01-02', 9_000, { kind: 'nso' })
    const owner = granted('owner', '2024-01-03', 9_000, { tenPercentOwner: true })
    const held = granted('held', '2024-01-04', 6_000, { tenPercentOwner: true, strike: 11, expires: '2029-01-04' })
    const iso = granted('iso', '2024-01-05', 10_000)
    expect(limitOf(nso, owner, held, iso)).toEqual({
      2024: [
        ['held', 6_000, 0],
        ['iso', 4_000, 6_000],
      ],
    })
  })

  test('exactly 100,000 is within it', () => {
    expect(limitOf(granted('g', '2024-01-02', 10_000))).toEqual({ 2024: [['g', 10_000, 0]] })
  })

  test('the first share that does not fit closes the year, though a cheaper one would fit', () => {
    const dear = granted('dear', '2024-01-02', 3, { fmvAtGrant: 40_000 })
    const cheap = granted('cheap', '2024-01-03', 1_000, { fmvAtGrant: 1 })
    // 80,000, and 20,000 of room that the third share shuts
    expect(limitOf(dear, cheap)).toEqual({
      2024: [
        ['dear', 2, 1],
        ['cheap', 0, 1_000],
      ],
    })
  })

  test('options lost with employment until the end of the year, and not in later years', () => {
    const vesting = vests(['2025-03-01', 6_000], ['2025-11-01', 6_000], ['2026-03-01', 6_000])
    const left = granted('left', '2024-01-02', 18_000, { vesting, employmentEnds: '2025-06-30' })
    const other = granted('other', '2024-05-01', 10_000, { vesting: vests(['2025-01-05', 1], ['2026-01-05', 9_999]) })
    expect(limitOf(left, other)).toEqual({
      2025: [
        ['left', 10_000, 2_000],
        ['other', 0, 1],
      ],
      2026: [['other', 9_999, 0]],
    })
  })

  test('an acceleration that employment does not reach is none', () => {
    const vesting = vests(['2027-03-01', 6_000])
    const left = granted('left', '2024-01-02', 6_000, {
      ...{ vesting, employmentEnds: '2025-06-30', acceleration: { on: '2025-07-01', shares: null } },
    })
    expect(limitOf(left)).toEqual({})
    expect(limitOf({ ...left, acceleration: { on: '2025-06-30', shares: null } })).toEqual({
      2025: [['left', 6_000, 0]],
    })
  })

  test('a part that vests ahead of its time leaves the rest to its own year', () => {
    const vesting = vests(['2026-03-01', 6_000], ['2027-03-01', 6_000])
    const part = granted('g', '2024-01-02', 12_000, { vesting, acceleration: { on: '2025-02-01', shares: 7_000 } })
    expect(limitOf(part)).toEqual({ 2025: [['g', 7_000, 0]], 2027: [['g', 5_000, 0]] })
  })
})

describe('an acceleration protects only ISO shares exercised before it', () => {
  const early = granted('early', '2022-01-02', 10_000, {
    ...{ vesting: vests(['2028-01-02', 10_000]), acceleration: { on: '2025-06-01', shares: null } },
  })
  const late = granted('late', '2023-01-02', 21_000, {
    vesting: vests(['2024-12-31', 16_000], ['2025-03-01', 5_000]),
  })

  // 16,000 exercised in 2024 are 10,000 ISO and 6,000 nonstatutory shares of that year, none of 2025
  test('not those of the year because nonstatutory ones of an earlier year were exercised', () => {
    const exercised = { grant: 'late', exercised: '2024-12-31', shares: 16_000, nsoShares: 6_000, fmvAtExercise: 20 }
    expect(limitIn(caseOf({ grants: [early, late], lots: [lotOf(exercised)] }))).toEqual({
      2024: [['late', 10_000, 6_000]],
      2025: [
        ['early', 10_000, 0],
        ['late', 0, 5_000],
      ],
    })
  })

  // Scheduled for September they count from the start of the year: 80,000 of it, before and after the trigger
  test.each([null, 8_000, 1_000])(
    'what the year would bring anyway makes no room for others (%s accelerated)',
    (shares) => {
      const a = granted('a', '2022-01-02', 8_000, {
        vesting: vests(['2025-09-01', 8_000]),
        acceleration: shares === null ? null : { on: '2025-06-01', shares },
      })
      const b = granted('b', '2023-01-02', 10_000, { vesting: vests(['2025-01-05', 10_000]) })
      const lots = [lotOf({ grant: 'b', exercised: '2025-03-01', shares: 10_000, nsoShares: 8_000, fmvAtExercise: 20 })]
      expect(limitIn(caseOf({ grants: [a, b], lots }))).toEqual({
        2025: [
          ['a', 8_000, 0],
          ['b', 2_000, 8_000],
        ],
      })
      const plan = [exerciseOf('2025-03-01', 10_000, { grant: 'b' })]
      expect(limitIn(caseOf({ grants: [a, b], plan }))).toEqual(limitIn(caseOf({ grants: [a, b], lots })))
    },
  )

  // What the first trigger of a year made exercisable, and was exercised, the second does not undo
  test('each trigger of a year by its own day', () => {
    const second = { vesting: vests(['2028-01-02', 10_000]), acceleration: { on: '2025-03-01', shares: null } }
    const grants = [early, granted('other', '2023-01-02', 10_000, second)]
    const lots = [lotOf({ grant: 'other', exercised: '2025-04-01', shares: 10_000, fmvAtExercise: 20 })]
    expect(limitIn(caseOf({ grants, lots }))).toEqual({
      2025: [
        ['early', 0, 10_000],
        ['other', 10_000, 0],
      ],
    })
  })

  /** What the year of the trigger leaves, 10,000 of another grant coming into it. */
  const of2025 = (vesting: Grant['vesting'], lots: readonly Partial<Lot>[]) => {
    const exercised = lots.map((each, i) => lotOf({ id: `l${i}`, grant: 'late', fmvAtExercise: 20, ...each }))
    return limitIn(caseOf({ grants: [early, { ...late, vesting }], lots: exercised }))[2025]
  }

  test('each exercise takes ISO shares of earlier years first', () => {
    const vesting = vests(['2024-12-31', 5_000], ['2025-03-01', 5_000])
    const first = { exercised: '2025-01-10', shares: 5_000 }
    const second = { exercised: '2025-04-01', shares: 5_000 }
    expect(of2025(vesting, [first, second])).toEqual([
      ['early', 5_000, 5_000],
      ['late', 5_000, 0],
    ])
    expect(of2025(vesting, [first])).toEqual([
      ['early', 10_000, 0],
      ['late', 0, 5_000],
    ])
  })

  test('not what the employer treated as nonstatutory', () => {
    const lot = { exercised: '2025-02-01', shares: 8_000, nsoShares: 6_000 }
    expect(of2025(vests(['2025-01-05', 16_000]), [lot])).toEqual([
      ['early', 8_000, 2_000],
      ['late', 2_000, 14_000],
    ])
  })

  test('nor more than had vested when they were exercised', () => {
    // In February 3,000 ISO shares of the year are there, and 2,000 nonstatutory ones of 2024
    const vesting = vests(['2024-12-31', 12_000], ['2025-01-05', 3_000], ['2025-05-01', 5_000])
    const lots = [
      { exercised: '2024-12-31', shares: 10_000 },
      { exercised: '2025-02-01', shares: 4_000, nsoShares: 1_000 },
    ]
    expect(of2025(vesting, lots)).toEqual([
      ['early', 7_000, 3_000],
      ['late', 3_000, 5_000],
    ])
    const planned = [
      exerciseOf('2024-12-31', 10_000, { grant: 'late' }),
      exerciseOf('2025-02-01', 4_000, { grant: 'late' }),
    ]
    expect(limitIn(caseOf({ grants: [early, { ...late, vesting }], plan: planned }))[2025]).toEqual([
      ['early', 7_000, 3_000],
      ['late', 3_000, 5_000],
    ])
  })
})

describe('shares beyond the limit', () => {
  const grant = granted('g1', '2024-01-02', 12_000)
  const company = companyWith({ '2024-01-02': 10, '2025-01-02': 30 })
  const of = (plan: Case['plan']): Case => caseOf({ grants: [grant], company, plan })

  test('the ISO part is exercised first: Reg. 1.422-4(c)', () => {
    // 10,000 are ISO; 20 of spread a share
    expect(inYear(of([exerciseOf('2025-02-02', 10_000)]), 2025)).toMatchObject({ isoSpread: 200_000, optionWages: 0 })
    expect(inYear(of([exerciseOf('2025-02-02', 11_000)]), 2025)).toMatchObject({
      ...{ isoSpread: 200_000, optionWages: 20_000 },
    })
    const twice = [exerciseOf('2025-02-02', 9_000), exerciseOf('2025-02-03', 3_000)]
    expect(inYear(of(twice), 2025)).toMatchObject({ isoSpread: 200_000, optionWages: 40_000 })
  })

  test('their spread is wages, their basis the value in both systems, and a sale brings no more compensation', () => {
    const plan = [exerciseOf('2025-02-02', 12_000, { as: 'e' }), saleOf('2025-09-02', 12_000, 35, { lot: 'e' })]
    const [iso, nso] = disposals(of(plan))
    expect(iso).toMatchObject({ nonstatutory: false, shares: 10_000, amounts: { compensation: 200_000, gain: 50_000 } })
    expect(nso).toMatchObject({
      ...{ nonstatutory: true, shares: 2_000, acquired: '2025-02-02', amtAcquired: '2025-02-02' },
      amounts: { compensation: 0, basis: 60_000, gain: 10_000, amtBasisTotal: 60_000, amtGain: 10_000 },
    })
    const year = inYear(of(plan), 2025)
    expect(year).toMatchObject({ isoSpread: 0, optionWages: 40_000, compensation: 200_000, amtCompensation: 200_000 })
  })

  test('a disqualifying sale gives no room back: (b)(6)', () => {
    const plan = [
      exerciseOf('2025-02-02', 10_000, { as: 'e', how: 'sameDaySale' }),
      exerciseOf('2025-03-02', 1_000, { as: 'f' }),
    ]
    expect(inYear(of(plan), 2025)).toMatchObject({ isoSpread: 0, compensation: 200_000, optionWages: 20_000 })
  })

  test('a lot is what the employer reported, and says when that is more than the limit leaves', () => {
    const lots = [lotOf({ exercised: '2025-02-02', shares: 11_000, fmvAtExercise: 30 })]
    const shares = sharesOf(caseOf({ grants: [grant], company, lots }))
    expect(inYear(caseOf({ grants: [grant], company, lots }), 2025)).toMatchObject({
      isoSpread: 220_000,
      optionWages: 0,
    })
    expect(shares.books.prepared.lots[0]?.overLimit).toBe(1_000)
    const stated = { ...caseOf({ grants: [grant], company }), lots: lots.map((lot) => ({ ...lot, nsoShares: 1_000 })) }
    expect(inYear(stated, 2025)).toMatchObject({ isoSpread: 200_000, optionWages: 20_000 })
    expect(sharesOf(stated).books.prepared.lots[0]?.overLimit).toBe(0)
  })

  test('a lot takes options of its kind, and what is left can be exercised still', () => {
    const lots = [lotOf({ exercised: '2025-02-02', shares: 6_000, nsoShares: 1_500, fmvAtExercise: 30 })]
    const { segments } = sharesOf(caseOf({ grants: [grant], company, lots })).books.prepared.grants[0] ?? {}
    expect(segments?.map(({ nonstatutory, left }) => [nonstatutory, left])).toEqual([
      [false, 5_500],
      [true, 500],
    ])
  })

  test('under an early exercise they vest into wages, or are wages at exercise under an election', () => {
    const vesting = vests(['2026-01-02', 10_000], ['2027-01-02', 2_000])
    const early = granted('g1', '2024-01-02', 12_000, { vesting, earlyExercise: true })
    const values = companyWith({ '2024-01-02': 10, '2026-01-02': 30, '2027-01-02': 50 })
    const exercise = (election83b: boolean): Case =>
      caseOf({ grants: [early], company: values, plan: [exerciseOf('2024-02-02', 12_000, { election83b })] })
    // 10,000 at 30 - 10 in 2026; 2,000 at 50 - 10 in 2027
    expect(inYear(exercise(false), 2026)).toMatchObject({ isoSpread: 200_000, optionWages: 0 })
    expect(inYear(exercise(false), 2027)).toMatchObject({ isoSpread: 0, optionWages: 80_000 })
    // At exercise the shares are worth the strike
    expect(inYear(exercise(true), 2027)).toMatchObject({ isoSpread: 0, optionWages: 0 })
  })
})
