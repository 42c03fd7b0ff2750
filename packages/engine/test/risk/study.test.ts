import { describe, expect, test } from 'vitest'
import type { Case, Outcome } from '../../src/case.ts'
import { dateOf, dayNumber } from '../../src/date.ts'
import { pathPrices } from '../../src/risk/pathPrices.ts'
import { pathYears } from '../../src/risk/pathYears.ts'
import { pathsPerBlock, type StudyTerms, studyOf } from '../../src/risk/study.ts'
import { decidedBefore, wholeYears, worthOf } from '../../src/risk/worth.ts'
import { yearsBetween } from '../../src/schedule/terms.ts'
import { caseOf, exerciseOf, grantOf, lotOf } from '../cases.ts'

const from = '2026-02-02'
const model = { growth: 0.06, volatility: 0.55, jumps: null, failure: 0.02 }
const terms: StudyTerms = {
  ...{ from, until: null, discount: 0.05, through: 2030, parts: [1, 0.5, 0], model },
  ...{ seed: 11, paths: 500, growth: 0 },
}

/** Shares held, and more to be exercised; one state with an AMT of its own. */
const household = (x: Partial<Case> = {}): Case => ({
  ...caseOf({
    grants: [grantOf(), grantOf({ id: 'g2', on: '2024-09-02', strike: 20, shares: 9_000, expires: '2034-09-01' })],
    lots: [lotOf({ shares: 4_000 })],
    plan: [exerciseOf('2026-06-15', 1_200, { as: 'b', grant: 'g2' })],
    ...x,
  }),
  household: { ...caseOf().household, residence: [{ from: '2015-01-01', state: 'CA' }] },
})

/** A case with the prices of one future written into it. */
const priced = (of: Case, days: readonly number[], prices: Readonly<Float64Array>): Case => ({
  ...of,
  company: {
    ...of.company,
    prices: [...of.company.prices, ...days.map((day, i) => ({ on: dateOf(day), fmv: prices[i] as number }))],
  },
})

/** Exercises that are not worth their strike are not made. */
const wise = (of: Case): Case => {
  const value = (on: string) => of.company.prices.findLast((quote) => quote.on <= on)?.fmv as number
  const gone = new Set(
    of.plan.flatMap((each) =>
      each.kind === 'exercise' && each.on > from && value(each.on) <= (each.grant === 'g2' ? 20 : 2) ? [each.as] : [],
    ),
  )
  return {
    ...of,
    plan: of.plan.filter(
      (each) =>
        !((each.kind === 'exercise' && gone.has(each.as)) || (each.kind === 'sell' && gone.has(each.lot ?? ''))),
    ),
  }
}

/** What a course is worth by whole returns of every year. */
function whole(of: Case, course: Case, last: number): number {
  const weighed = { from, discount: 0.05, last }
  return worthOf(wholeYears(wise(course), last), wholeYears(decidedBefore(of, from), last), weighed).value
}

describe('futures that are drawn', () => {
  const of = household()
  const study = studyOf(of, terms)

  test('every one of them is taxed as whole returns tax it', () => {
    const results = study.run(1)
    const days = [
      ...new Set(
        study.courses.flatMap(({ of: each }) => pathYears(each, { from, discount: 0.05, last: study.last }).days),
      ),
    ].sort((one, other) => one - other)
    const draw = pathPrices(
      model,
      42,
      days.map((day) => yearsBetween(from, dateOf(day))),
      terms.seed,
      pathsPerBlock,
    )
    const prices = new Float64Array(days.length)
    for (const path of [0, 17, 101, 249])
      for (const [p, course] of study.courses.entries()) {
        draw.fill(1, path, prices)
        const value = results[p * pathsPerBlock + path] as number
        expect(value).toBeCloseTo(whole(of, priced(course.of, days, prices), study.last), 3)
      }
  })

  test('the same numbers whatever was figured before, and wherever', () => {
    const one = studyOf(of, terms)
    const other = studyOf(of, terms)
    const forward = [one.run(0), one.run(1)]
    const backward = [other.run(1), other.run(0)]
    expect(forward[0]).toEqual(backward[1])
    expect(forward[1]).toEqual(backward[0])
    expect(forward[0]).not.toEqual(forward[1])
    expect(studyOf(of, { ...terms, seed: 12 }).run(0)).not.toEqual(forward[0])
  })

  test('blocks for at least as many futures as are wanted', () => {
    expect(study.blocks).toBe(2)
    expect(studyOf(of, { ...terms, paths: 501 }).blocks).toBe(3)
    expect(studyOf(of, { ...terms, paths: 1 }).blocks).toBe(1)
  })

  test('holding is worth more the higher the price of all later days', () => {
    const worths = [0, 1, 5, 20, 42, 60, 200].map((price) => study.worthAt(1, price))
    for (const [i, worth] of worths.entries()) if (i > 0) expect(worth).toBeGreaterThan(worths[i - 1] as number)
  })
})

describe('the outcomes of a file', () => {
  const outcome = (x: Partial<Outcome> & Pick<Outcome, 'name' | 'kind' | 'probability' | 'price'>): Outcome => ({
    ...{ on: null, sellableFrom: null, maxShares: null },
    ...x,
  })
  const outcomes = [
    outcome({ name: 'IPO', kind: 'ipo', probability: 0.35, on: '2028-06-29', price: 90, sellableFrom: '2028-12-27' }),
    outcome({ name: 'deal', kind: 'cash', probability: 0.25, on: '2027-03-01', price: 60 }),
    outcome({ name: 'closes', kind: 'fails', probability: 0.4, on: '2029-03-29', price: 0 }),
  ]
  const of = household({ company: { ...caseOf().company, listed: false, outcomes } })
  const study = studyOf(of, { ...terms, model: null, growth: 0.1 })

  test('are all there are, each with its chance', () => {
    expect([study.blocks, study.perBlock, study.names]).toEqual([1, 3, ['IPO', 'deal', 'closes']])
    expect([...(study.weights ?? [])]).toEqual([0.35, 0.25, 0.4])
  })

  test('each is taxed as whole returns tax it', () => {
    const [ipo, deal, closes] = study.run(0)
    // 15 June 2026 is 133 days on: 42 × 1.1^(133/365.25)
    const june = 42 * 1.1 ** ((dayNumber('2026-06-15') - dayNumber(from)) / 365.25)
    const exercise = exerciseOf('2026-06-15', 1_200, { as: 'b', grant: 'g2' })
    const ending = (on: string, price: number): Case => ({
      ...of,
      company: { ...of.company, prices: [...of.company.prices, { on: '2026-06-15', fmv: june }] },
      plan: [
        exercise,
        ...['l1', 'b'].map((lot) => ({
          ...{ kind: 'sell' as const, on, lot, shares: lot === 'b' ? 1_200 : 4_000, price, fees: 0 },
          ...{ relatedBuyer: false, inW2: true, reported: 'basis' as const },
        })),
      ],
    })
    expect(ipo).toBeCloseTo(whole(of, ending('2028-12-27', 90), study.last), 3)
    expect(deal).toBeCloseTo(whole(of, ending('2027-03-01', 60), study.last), 3)
    expect(closes).toBeCloseTo(whole(of, ending('2030-12-31', 0), study.last), 3)
  })
})
