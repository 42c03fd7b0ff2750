/** The exercise-year checklist: its order, its marks, and the numbers and dates of each step, by hand from the law. */
import { describe, expect, test } from 'vitest'
import { checklistAnswer } from '../../src/answers/checklist.ts'
import type { ItemName } from '../../src/answers/checklistItem.ts'
import type { Case } from '../../src/case.ts'
import { InputError } from '../../src/errors.ts'
import { exerciseOf, grantOf, historyOf, incomeOf, saleOf } from '../cases.ts'
import { asked, household } from './tested.ts'

const ask = (of: Case, x: object = {}) => checklistAnswer(of, { ...asked, ...x })
const item = (of: Case, name: ItemName, x: object = {}) => {
  const found = ask(of, x).items.find((each) => each.name === name)
  if (!found) throw new Error(`no ${name}`)
  return found
}
const said = (of: Case, name: ItemName, x: object = {}): string => item(of, name, x).says.join(' ')

const usual: ItemName[] = [
  ...(['cashTest', 'bargainElement', 'amtAndRoom', 'annualLimit', 'holdAndPay', 'bothBases'] as const),
  ...(['taxSetAside', 'bothClocks', 'yearEnd', 'estimatedTax', 'deadlines', 'forms'] as const),
]

describe('a year with an exercise', () => {
  const of = household()

  test('the cash test first, then step by step', () => {
    const { items, cashTest, year } = ask(of)
    expect(items.map(({ name }) => name)).toEqual(usual)
    expect(year).toBe(2026)
    expect(cashTest.verdict).toBe('fails')
    expect(items.filter(({ answer }) => answer === 'no').map(({ name }) => name)).toEqual([
      ...['cashTest', 'amtAndRoom', 'holdAndPay', 'taxSetAside', 'yearEnd', 'estimatedTax'],
    ])
  })

  test('bargain element, room and AMT', () => {
    expect(item(of, 'bargainElement').numbers).toEqual({ spread: 180_000, wages: 0 })
    // The room ends where 26 % of 92,000 and the spread is 33,424: at 36,553.85
    const { numbers } = item(of, 'amtAndRoom')
    expect(numbers).toMatchObject({ room: 36_553.85, spread: 180_000, amt: 37_846, creditMade: 37_846 })
    expect(numbers['past']).toBeCloseTo(143_446.15, 2)
    expect(numbers['nextDollar']).toBeCloseTo(0.28, 9)
    const within = household({ plan: [exerciseOf('2026-01-15', 2_000)] })
    expect(item(within, 'amtAndRoom')).toMatchObject({ answer: 'yes', numbers: { past: 0, amt: 0 } })
  })

  test('both bases, in total and a share', () => {
    expect(item(of, 'bothBases').numbers).toEqual({ regularBasis: 20_000, amtBasis: 200_000 })
    expect(said(of, 'bothBases')).toContain(
      'regular basis $20,000.00 ($2.00 a share), AMT basis $200,000.00 ($20.00 a share)',
    )
  })

  test('the tax is set aside until the return is due, and 2,154 is left of 60,000', () => {
    expect(item(of, 'taxSetAside')).toMatchObject({
      numbers: { setAside: 37_846 },
      dates: [{ on: '2027-04-15' }],
    })
    expect(item(household({}, { cash: 60_000 }), 'taxSetAside')).toMatchObject({
      ...{ answer: 'yes', numbers: { left: 2_154 } },
    })
  })

  test('both clocks: two years from the grant, one from the exercise, and the first day after both', () => {
    // Granted 15 June 2020, so past 15 June 2022; exercised 15 January 2026, so past 15 January 2027
    expect(item(of, 'bothClocks').dates.map(({ on }) => on)).toEqual(['2022-06-16', '2027-01-16', '2027-01-16'])
  })

  test('a loan that is due before the shares qualify is named', () => {
    const borrowed = { amount: 30_000, rate: 0.08, due: '2026-12-31', recourse: true }
    expect(said(household({}, { cash: 1_000, borrowed }), 'holdAndPay')).toContain(
      'due on 2026-12-31, before they qualify',
    )
  })

  test('estimated tax: 90 % of 71,270 and nothing paid; four days, and fewer as the year goes on', () => {
    const { numbers, dates, says } = item(of, 'estimatedTax')
    expect(numbers).toMatchObject({ required: 64_143, short: 64_143, withheld: 0 })
    expect(dates.map(({ on }) => on)).toEqual(['2026-04-15', '2026-06-15', '2026-09-15', '2027-01-15'])
    expect(says.join()).toContain('$16,035.75')
    expect(item(of, 'estimatedTax', { asOf: '2026-06-16' }).dates.map(({ on }) => on)).toEqual([
      '2026-09-15',
      '2027-01-15',
    ])
    const paid = household({ incomes: [incomeOf(2026, { wages: 232_200, withheld: 64_143 })] })
    expect(item(paid, 'estimatedTax').answer).toBe('yes')
    // 110 % of the tax of a year whose AGI was past 150,000 is enough too
    const history = [historyOf(2025, { totalTax: 33_000, agi: 230_000, status: 'mfj' })]
    expect(item(household({ history }), 'estimatedTax').numbers).toMatchObject({ priorYear: 36_300, required: 36_300 })
  })

  test('the ends: the return, and the last day of the options that are left', () => {
    expect(item(of, 'deadlines').dates.map(({ on }) => on)).toEqual(['2027-04-15', '2030-06-14'])
    expect(said(of, 'deadlines')).toContain('10,000 options')
    // Three months after the last day of employment options are ISOs no more. IRC §422(a)(2)
    const left = grantOf({ employmentEnds: '2026-02-27', exercisableUntil: '2028-02-28' })
    const ends = item(household({ grants: [left] }), 'deadlines').dates.map(({ on }) => on)
    expect(ends).toEqual(['2026-05-27', '2027-04-15', '2028-02-28'])
  })

  test('the forms that come and go', () => {
    expect(said(of, 'forms')).toMatch(
      /Form 3921 for new.*2027-02-01.*Form 6251.*2026.*Form 8801 with the return for 2027/,
    )
    expect(said(household({ plan: [exerciseOf('2026-01-15', 100)] }), 'forms')).not.toContain('Form 8801')
  })
})

describe('the day on which holding on is decided', () => {
  const listed = { ...household().company, listed: true }

  test('a free choice, and holding leaves more', () => {
    // 42,972 less 33,163.60: worked out in the test of the price
    const found = item(household({ company: listed }), 'yearEnd')
    expect(found).toMatchObject({ answer: 'yes', numbers: { value: 20, sellBelow: null } })
    expect(found.numbers['holdingAdds']).toBeCloseTo(9_808.4, 2)
    expect(found.dates.map(({ on }) => on)).toEqual(['2026-12-31'])
  })

  test('the price has fallen: sell', () => {
    const prices = [
      { on: '2026-01-01', fmv: 80 },
      { on: '2026-12-01', fmv: 10 },
    ]
    const fallen = household({ company: { ...listed, prices } })
    expect(item(fallen, 'yearEnd').answer).toBe('no')
    expect(said(fallen, 'yearEnd')).toMatch(/selling on 2026-12-31 leaves \$[\d,.]+ more/)
  })

  test('nobody buys, a blackout, only outcomes, or nothing left', () => {
    expect(said(household(), 'yearEnd')).toContain('Nobody is known to buy')
    const blackouts = [{ from: '2026-12-15', to: '2027-02-10' }]
    expect(said(household({ company: { ...listed, blackouts } }), 'yearEnd')).toContain('2026-12-31 lies in a blackout')
    const outcomes = [
      { name: 'ipo', kind: 'ipo' as const, probability: 1, on: '2026-06-01', price: 30 },
      { name: 'late', kind: 'ipo' as const, probability: 0, on: '2028-06-01', price: 30 },
    ].map((each) => ({ ...each, sellableFrom: null, maxShares: null }))
    expect(said(household({ company: { ...household().company, outcomes } }), 'yearEnd')).toContain(
      'from 2026-06-01 on',
    )
    const plan = [...household().plan, saleOf('2026-09-01', 10_000, 20, { lot: 'new' })]
    expect(item(household({ plan }), 'yearEnd')).toEqual(expect.objectContaining({ answer: 'yes', numbers: {} }))
    // What is planned for the day itself is what is to be decided
    const onTheDay = [...household().plan, saleOf('2026-12-31', 10_000, 20, { lot: 'new' })]
    expect(item(household({ plan: onTheDay }), 'yearEnd').numbers['value']).toBe(20)
  })
})

describe('shares bought before they vest, and past the limit', () => {
  const vesting = { from: '2025-06-16', months: 24, cliffMonths: 12, everyMonths: 1 }
  const unvested = grantOf({ on: '2025-06-16', expires: '2035-06-15', shares: 1_000, vesting, earlyExercise: true })
  const early = (election83b: boolean) =>
    household({ grants: [unvested], plan: [exerciseOf('2026-01-15', 1_000, { election83b })] })

  test('thirty days for the election', () => {
    // 15 January and 30 days. IRC §83(b)(2)
    expect(item(early(false), 'election83b')).toMatchObject({ answer: 'no', dates: [{ on: '2026-02-14' }] })
    expect(item(early(true), 'election83b').answer).toBe('yes')
    expect(ask(household()).items.map(({ name }) => name)).not.toContain('election83b')
  })

  test('50,000 worth of options, at 10 each, past the 100,000 of one year', () => {
    // 15,000 options worth 10 at grant, exercisable at once: 10,000 are ISOs, and 5,000 of the exercise of all are not
    const big = grantOf({ shares: 15_000, strike: 10, fmvAtGrant: 10 })
    const all = household({ grants: [big], plan: [exerciseOf('2026-01-15', 15_000)] })
    expect(item(all, 'annualLimit')).toMatchObject({ answer: 'no', numbers: { isoShares: 10_000, nsoShares: 5_000 } })
    // 5,000 at a spread of 10 are wages, and 10,000 the bargain element
    expect(item(all, 'bargainElement').numbers).toEqual({ spread: 100_000, wages: 50_000 })
    expect(item(household(), 'annualLimit')).toMatchObject({ answer: 'yes', numbers: { nsoShares: 0 } })
  })
})

describe('a year without', () => {
  const idle = household({ plan: [] })

  test('says what is missing, and answers what it can', () => {
    const { items } = ask(idle)
    expect(items.map(({ name }) => name)).toEqual(usual)
    const open = items.filter(({ missing }) => missing.some(({ path }) => path === 'plan')).map(({ name }) => name)
    expect(open).toEqual([
      ...[
        'cashTest',
        'bargainElement',
        'amtAndRoom',
        'holdAndPay',
        'bothBases',
        'taxSetAside',
        'bothClocks',
        'yearEnd',
      ],
    ])
    expect(item(idle, 'amtAndRoom').numbers).toMatchObject({ room: 36_553.85, spread: 0, past: 0 })
    // 36,553.85 / 18
    expect(said(idle, 'amtAndRoom')).toContain('2,030 shares of g1')
  })

  test('a year the file does not reach is an error', () => {
    expect(() => ask(idle, { year: 2019 })).toThrow(InputError)
  })
})

test('withholding that is only assumed is a missing fact', () => {
  const assumed = [{ path: 'incomes.2026.withheld', value: '0', message: 'not given' }]
  const { answer, missing } = item(household({ assumed }), 'estimatedTax')
  expect(answer).toBe('missing')
  expect(missing.map(({ path }) => path)).toEqual(['incomes.2026.withheld'])
})
