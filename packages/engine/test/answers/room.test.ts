import { describe, expect, test } from 'vitest'
import { roomAnswer } from '../../src/answers/room.ts'
import type { Case } from '../../src/case.ts'
import { caseOf, exerciseOf, grantOf, incomeOf, lotOf } from '../cases.ts'

const asked = { asOf: '2026-02-02' }

/** Joint 2026, taxable income 200,000: a room of 36,553.85, and 20,000 shares at 2 worth 42. */
const guide = (x: Partial<Case> = {}): Case => caseOf({ incomes: [incomeOf(2026, { wages: 232_200 })], ...x })

const ofGrant = (of: Case, margin?: number, asOf = '2026-02-02') =>
  roomAnswer(of, { asOf, year: 2026 }, margin).byGrant[0]

describe('in dollars and shares', () => {
  test('36,553.85, which is 913 shares of 40 dollars; the next costs 26 % of 40', () => {
    const answer = roomAnswer(guide(), asked)
    expect(answer).toMatchObject({ year: 2026, room: 36_553.85, roomBeforeCreditShrinks: 36_553.85, margin: 0 })
    expect(answer.byGrant).toEqual([
      {
        ...{ grant: 'g1', spreadPerShare: 40, shares: 913, sharesByRoom: 913, exercisable: 20_000 },
        ...{ valuedOn: '2026-02-02', nextShareCosts: 10.4 },
      },
    ])
  })

  test('a margin keeps part of the room back: 90 % is 822 shares', () => {
    expect(ofGrant(guide(), 0.1)).toMatchObject({ shares: 822 })
    expect(ofGrant(guide(), 1)).toMatchObject({ shares: 0 })
  })

  test('a room of whole shares is not lost to a last binary digit', () => {
    // 36,553.846153... / 0.1 per share and the like: a price chosen so that exactly 1,000 fit
    const spread = 36_553.846153846156 / 1_000
    const company = { ...caseOf().company, prices: [{ on: '2025-01-01', fmv: 2 + spread }] }
    expect(ofGrant(guide({ company }))?.shares).toBe(1_000)
  })

  test('what was exercised this year takes from it, what is planned does not', () => {
    const lots = [lotOf({ exercised: '2026-01-05', shares: 500 })]
    const answer = roomAnswer(guide({ lots, plan: [exerciseOf('2026-03-03', 4_500)] }), asked)
    expect(answer).toMatchObject({ room: 16_553.85, spread: { exercised: 20_000, planned: 180_000 } })
    expect(answer.phaseout).toMatchObject({ begins: 747_800, ends: 1_028_200 })
    expect(answer.byGrant[0]).toMatchObject({ shares: 413, exercisable: 19_500 })
  })

  test('more exercised than there was room leaves none', () => {
    const answer = roomAnswer(guide({ lots: [lotOf({ exercised: '2026-01-05', shares: 1_000 })] }), asked)
    expect(answer).toMatchObject({ room: 0, roomBeforeCreditShrinks: 0 })
    expect(answer.byGrant[0]).toMatchObject({ shares: 0, nextShareCosts: 10.4 })
  })

  test('no more than can be exercised by the end of the year', () => {
    const monthly = grantOf({
      on: '2025-06-15',
      shares: 1_200,
      vesting: { from: '2025-06-15', months: 48, cliffMonths: 12, everyMonths: 1 },
      expires: '2035-06-14',
    })
    // Eighteen months by 15 December 2026: 450
    expect(ofGrant(guide({ grants: [monthly] }))).toMatchObject({ shares: 450, sharesByRoom: 913, exercisable: 450 })
    expect(
      ofGrant(guide({ grants: [monthly], lots: [lotOf({ shares: 40, exercised: '2025-12-31' })] }))?.exercisable,
    ).toBe(410)
    const earlier = exerciseOf('2025-12-31', 100)
    expect(ofGrant(caseOf({ grants: [{ ...monthly, vesting: null }], plan: [earlier] }))?.exercisable).toBe(1_100)
  })

  test('shares under water fit without limit', () => {
    expect(ofGrant(guide({ grants: [grantOf({ strike: 42, shares: 7 })] }))).toMatchObject({
      spreadPerShare: 0,
      sharesByRoom: null,
      shares: 7,
      nextShareCosts: 0,
    })
  })

  test('an option past its term, or more than three months after employment, has no shares', () => {
    expect(ofGrant(guide({ grants: [grantOf({ expires: '2025-12-31' })] }))?.exercisable).toBe(0)
    expect(ofGrant(guide({ grants: [grantOf({ employmentEnds: '2025-09-30' })] }))?.exercisable).toBe(0)
    expect(ofGrant(guide({ grants: [grantOf({ employmentEnds: '2025-10-01' })] }))?.exercisable).toBe(20_000)
  })

  test('nonstatutory options are none of it', () =>
    expect(roomAnswer(guide({ grants: [grantOf({ kind: 'nso' })] }), asked).byGrant).toEqual([]))

  test('a split makes more shares of a smaller spread', () => {
    const company = { ...caseOf().company, splits: [{ on: '2026-01-15', ratio: 4 }] }
    expect(ofGrant(guide({ company }))).toMatchObject({ spreadPerShare: 10, shares: 3_655, exercisable: 80_000 })
  })

  test('valued on the day asked, within the year, and once a value is stated', () => {
    const of = guide({
      company: {
        ...caseOf().company,
        prices: [
          { on: '2025-01-01', fmv: 42 },
          { on: '2026-06-01', fmv: 52 },
        ],
      },
    })
    expect(ofGrant(of, 0, '2025-05-05')).toMatchObject({ valuedOn: '2026-01-01', spreadPerShare: 40 })
    expect(ofGrant(of, 0, '2026-06-01')).toMatchObject({ valuedOn: '2026-06-01', spreadPerShare: 50 })
    expect(ofGrant(of, 0, '2027-06-01')).toMatchObject({ valuedOn: '2026-12-31', spreadPerShare: 50 })
    const later = guide({ company: { ...caseOf().company, prices: [{ on: '2026-06-01', fmv: 52 }] } })
    expect(ofGrant(later)).toMatchObject({ valuedOn: '2026-06-01' })
    const none = guide({ company: { ...caseOf().company, prices: [{ on: '2027-06-01', fmv: 52 }] } })
    expect(() => ofGrant(none)).toThrow('no value of the shares is stated on or before 2026-02-02')
  })
})

test('a credit at stake: filling the room of 30,461.54 uses up 7,920', () => {
  const { carryforwards } = caseOf()
  const of = guide({
    incomes: [incomeOf(2026, { wages: 300_000 })],
    carryforwards: { ...carryforwards, minimumTaxCredit: 102_724 },
  })
  expect(roomAnswer(of, asked)).toMatchObject({
    ...{ room: 30_461.54, roomBeforeCreditShrinks: 0 },
    credit: { usedWithoutExercise: 7_920, lostByFillingRoom: 7_920 },
  })
  expect(roomAnswer(guide(), asked).credit).toEqual({ usedWithoutExercise: 0, lostByFillingRoom: 0 })
})

test('the phase-out in spread, and the price of a dollar before and within it', () => {
  expect(roomAnswer(guide(), asked).phaseout).toEqual({
    begins: 767_800,
    ends: 1_048_200,
    rateBefore: 0.28,
    rateWithin: 0.42,
  })
})

test('10,000 more or less of wages, or of gain, and the room', () => {
  // Wages of 242,200: tax 35,624, reached at 137,015.38 taxed, less 102,000 without an exercise. Of 222,200: 31,224,
  // 120,092.31 less 82,000. Gain of 10,000 is taxed 1,500 in both systems
  expect(roomAnswer(guide(), asked).moves).toEqual([
    { what: 'wages', by: 10_000, room: 35_015.38 },
    { what: 'wages', by: -10_000, room: 38_092.31 },
    { what: 'longTermGain', by: 10_000, room: 36_553.85 },
  ])
})

describe('what it leaves out', () => {
  const messages = (of: Case) => roomAnswer(of, asked).notices.map(({ message }) => message)

  test('shares beyond the $100,000 limit, which are no ISO shares: 100,000 / 5.01 is 19,960', () => {
    const exercisable = (fmvAtGrant: number) =>
      roomAnswer(guide({ grants: [grantOf({ fmvAtGrant })] }), asked).byGrant.map((each) => each.exercisable)
    expect([exercisable(5), exercisable(5.01)]).toEqual([[20_000], [19_960]])
  })

  test('a grant that is called an ISO and is none', () => {
    const owner = grantOf({ id: 'g2', tenPercentOwner: true })
    const of = guide({ grants: [grantOf(), owner] })
    expect(roomAnswer(of, asked).byGrant.map(({ grant }) => grant)).toEqual(['g1'])
    expect(messages(of)).toEqual([expect.stringContaining('g2 is no ISO: an owner of more than 10 % holds it')])
  })

  test('unvested shares of a grant that may be exercised early', () => {
    expect(messages(guide({ grants: [grantOf({ earlyExercise: true })] }))).toEqual([
      expect.stringContaining('Only vested shares of g1 are counted'),
    ])
  })
})
