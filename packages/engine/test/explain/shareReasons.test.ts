/** Explanations of what the shares bring: down to the disposition, its words and its amounts. */
import { describe, expect, test } from 'vitest'
import { explainAnswer } from '../../src/answers/explain.ts'
import type { Reason } from '../../src/explain/reason.ts'
import { caseOf, grantOf, incomeOf, lotOf, saleOf } from '../cases.ts'

// Instructions for Form 6251 (2025), line 2k: 200 shares for 20,000 when worth 200,000 on 13 March 2024, 100 sold for 75,000
// on 18 January 2025 and 100 for 60,000 on 21 April 2025
const of = caseOf({
  household: { ...caseOf().household, statuses: [{ from: 2024, status: 'single' }] },
  incomes: [2024, 2025].map((year) => incomeOf(year, { wages: 300_000 })),
  grants: [grantOf({ on: '2023-01-03', shares: 200, strike: 100, fmvAtGrant: 100, expires: '2033-01-02' })],
  lots: [lotOf({ exercised: '2024-03-13', shares: 200, fmvAtExercise: 1_000 })],
  plan: [saleOf('2025-01-18', 100, 750), saleOf('2025-04-21', 100, 600)],
})

const explained = (name: string, year = 2025) => explainAnswer(of, { asOf: '2026-01-01', year }, name).reason

/** Title and amount of every reason below, in order. */
const below = ({ from }: Reason): [string, number][] => from.map(({ title, amount }) => [title, amount])

describe('the line 2k example', () => {
  test('line 2i is followed to the exercise', () => {
    const [fact] = explained('form6251.line2i', 2024).from
    expect(fact && below(fact)).toEqual([['l1: bargain element', 180_000]])
    expect(fact?.from[0]?.words).toBe('Value of 1000 less strike of 100 a share, of the shares kept.')
  })

  test('compensation to the sale, its bargain element and its gain', () => {
    const [sale] = explained('facts.compensation').from
    expect(sale).toMatchObject({ name: 'sale.0.compensation', amount: 65_000 })
    // 100 x (1,000 - 100), and 75,000 - 10,000
    expect(sale && below(sale)).toEqual([
      ['1 if the disposition is qualifying, or not of ISO shares', 0],
      ['l1, disposed of on 2025-01-18: bargain element', 90_000],
      ['l1, disposed of on 2025-01-18: gain before compensation', 65_000],
      ['1 if a loss, were there one, would be recognized', 1],
    ])
  })

  test('the gains of each box to the sales behind it, in both systems', () => {
    expect(below(explained('facts.gains.longD'))).toEqual([
      ['l1, disposed of on 2025-04-21: regular gain or loss', 50_000],
    ])
    expect(below(explained('facts.amtGains.longD'))).toEqual([
      ['l1, disposed of on 2025-04-21: AMT gain or loss', -40_000],
    ])
    expect(below(explained('facts.amtGains.shortA'))).toEqual([
      ['l1, disposed of on 2025-01-18: AMT gain or loss', -25_000],
    ])
  })

  test('a fact that the shares bring is not called given; one of its own is', () => {
    expect(explained('form1040.line1a').words).toContain(
      'compensation from disqualifying dispositions on the Form W-2.',
    )
    expect(explained('form1040.line1a').words).toContain('wages as given')
    expect(explained('form1040.line2b').words).toContain('taxable interest as given')
  })

  test('a part of a sale by its own name, and none that is not there', () => {
    expect(explained('sale.1.block.strike')).toMatchObject({ title: 'price paid for a share', amount: 100, from: [] })
    expect(() => explained('sale.2.gain')).toThrow('there is no sale.2.gain to explain')
  })
})
