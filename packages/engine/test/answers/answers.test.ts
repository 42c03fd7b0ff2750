import { describe, expect, test } from 'vitest'
import { costAnswer } from '../../src/answers/cost.ts'
import { curveAnswer } from '../../src/answers/curve.ts'
import { estimateAnswer } from '../../src/answers/estimate.ts'
import { everyName, explainAnswer } from '../../src/answers/explain.ts'
import { guideMath } from '../../src/answers/guideMath.ts'
import { newDesk, returnAnswer } from '../../src/answers/return.ts'
import type { Case } from '../../src/case.ts'
import { InputError } from '../../src/errors.ts'
import { figuredForms, sheetOf } from '../../src/explain/federalForms.ts'
import { noFacts } from '../../src/forms/facts.ts'
import { figureReturn } from '../../src/return.ts'
import { caseOf, exerciseOf, grantOf, incomeOf, lotOf, noItemized } from '../cases.ts'
import { lawFor } from '../laws.ts'
import type { FlatCase } from '../statute/federalYear.ts'
import { readVectors } from '../statute/vectors.ts'

const asOf = '2026-02-02'
const asked = { asOf }

/** Joint 2026, taxable income 200,000, 4,500 shares at 2 when worth 42: a spread of 180,000. */
const guide = (x: Partial<Case> = {}): Case =>
  caseOf({
    incomes: [
      incomeOf(2026, { wages: 232_200, withheld: 30_000, estimatedPaid: [{ on: '2026-06-15', amount: 1_000 }] }),
    ],
    plan: [exerciseOf('2026-03-03', 4_500)],
    ...x,
  })

describe('the estimate', () => {
  const answer = estimateAnswer(guide(), asked)

  test('the year as planned beside the year without', () => {
    expect(answer).toMatchObject({ year: 2026, spread: 180_000, added: { amt: 37_846, totalTax: 37_846 } })
    expect(answer.summary).toMatchObject({
      regularTax: 33_424,
      amti: 412_200,
      tentativeMinimumTax: 71_270,
      amt: 37_846,
      totalTax: 71_270,
    })
    expect(answer.withoutExercise).toMatchObject({ amti: 232_200, amt: 0, totalTax: 33_424 })
  })

  test('all of this AMT comes back as credit; the room; the next dollar', () => {
    expect(answer.credit).toEqual({ exclusionPart: 0, generated: 37_846 })
    expect(answer).toMatchObject({ room: 36_553.85, nextDollar: 0.28, phaseout: { begins: 767_800, ends: 1_048_200 } })
  })

  test('the cash: strike, tax, what is paid already, what is due', () => {
    expect(answer.cash).toEqual({
      strike: 9_000,
      federalTax: 71_270,
      withheldAndPaid: 31_000,
      balanceDue: 40_270,
      dueOn: '2027-04-15',
    })
  })

  test('a lot exercised this year counts in the spread and costs no strike any more', () => {
    const of = guide({ plan: [], lots: [lotOf({ exercised: '2026-01-05', shares: 4_500 })] })
    expect(estimateAnswer(of, asked)).toMatchObject({
      spread: 180_000,
      added: { amt: 37_846 },
      cash: { strike: 0 },
      room: 36_553.85,
    })
  })

  test('every line of every form needed, to the cent, when asked', () => {
    expect(answer.forms).toBeUndefined()
    const { forms } = estimateAnswer(guide(), asked, true)
    expect(forms?.['form6251']).toMatchObject({
      line2i: 180_000,
      line11: 37_846,
      line2kItems: { ordinary: 0, capital: 0 },
    })
    expect(Object.keys(forms ?? {})).not.toContain('scheduleA')
    expect(forms?.['form8801']).toEqual({
      ...{ line15: 0, line16: 0, line17: 0, line18: 0, line19: 0, line20: 0 },
      ...{ line21: 0, line22: 33_424, line23: 71_270, line24: 0, line25: 0, line26: 0 },
    })
  })

  test('a reading that moves the credit of the year is told', () => {
    // The gain of 1,100,000 with an AMT loss of 200,000 carried in: 8801 lines 28 to 30 by either reading
    const { carryforwards } = caseOf()
    const of = guide({
      plan: [],
      incomes: [incomeOf(2026, { wages: 150_000, longTermGain: 1_100_000 })],
      carryforwards: { ...carryforwards, amtCapitalLoss: { short: 0, long: 200_000 } },
    })
    const told = estimateAnswer(of, asked)
    expect(told.credit).toEqual({ exclusionPart: 19_708, generated: -19_708 })
    expect(told.notices.map(({ figure }) => figure)).toContain('exclusionGainsRegular')
  })
})

describe('the short way beside the form', () => {
  test('28,924 the short way, 37,846 on the form: the standard deduction is added back', () => {
    const { math } = estimateAnswer(guide(), asked)
    expect(math).toMatchObject({ shortAmt: 28_924, amt: 37_846 })
    expect(math.steps.map(({ line, short, form }) => [line, short, form])).toEqual([
      ['form6251.line1b', 200_000, 200_000],
      ['form6251.line2a', 0, 32_200],
      ['form6251.line2i', 180_000, 180_000],
      ['form6251.line4', 380_000, 412_200],
      ['form6251.line5', 140_200, 140_200],
      ['form6251.line6', 239_800, 272_000],
      ['form6251.line9', 62_348, 71_270],
      ['form6251.line10', 33_424, 33_424],
      ['form6251.line11', 28_924, 37_846],
    ])
    expect(math.why).toBe(
      'Starting from taxable income forgets that Form 6251 line 2a adds back your standard deduction of $32,200. Here the short way understates the AMT by $8,922.',
    )
  })

  const mathOf = (facts: object, year = 2026) => {
    const law = lawFor(year, 'mfj')
    return guideMath(figureReturn({ ...noFacts(), ...facts }, law), law)
  }

  test('an itemizer with nothing added back needs no explanation', () => {
    const math = mathOf({
      wages: 232_200,
      hasItemized: true,
      deductionChoice: 'itemized',
      mortgageInterest: 32_200,
      isoSpread: 180_000,
    })
    expect(math).toMatchObject({ shortAmt: 28_924, amt: 28_924, why: null })
  })

  test('an itemizer with taxes: 34,430', () => {
    const facts = {
      wages: 232_200,
      hasItemized: true,
      deductionChoice: 'itemized',
      stateAndLocalTaxes: 20_000,
      mortgageInterest: 12_200,
    }
    const math = mathOf({ ...facts, isoSpread: 180_000 })
    expect(math).toMatchObject({ shortAmt: 28_924, amt: 34_430 })
    expect(math.why).toContain('adds back the $20,000 of state and local taxes you deduct')
    expect(math.why).toContain('understates the AMT by $5,506.')
  })

  test('gains the short way taxes at the AMT rates', () => {
    const gains = { ...noFacts().gains, long: 400_000 }
    const math = mathOf({ wages: 100_000, gains, amtGains: gains, isoSpread: 150_000 })
    expect(math.why).toMatch(
      /gains and qualified dividends at the AMT rates, which the form does not\. Here the short way overstates/,
    )
  })

  test('other adjustments get a step of their own', () => {
    const math = mathOf({ wages: 232_200, isoSpread: 180_000, line2c: -4_000, otherAmtAdjustment: 1_000 })
    expect(math.steps.find(({ line }) => line === 'form6251.withoutSpread')).toMatchObject({ short: 0, form: -3_000 })
  })
})

describe('the cost', () => {
  test('strike on the day, tax on 15 April, against the cash there is', () => {
    const of = guide({ household: { ...caseOf().household, cash: 40_000 } })
    expect(costAnswer(of, asked)).toMatchObject({
      ...{ year: 2026, strike: 9_000, federalAmt: 37_846, otherFederalTax: 0, outlay: 46_846 },
      payments: [
        { on: '2026-03-03', what: 'strike of e2026-03-03', amount: 9_000 },
        { on: '2027-04-15', what: 'federal tax the exercise adds', amount: 37_846 },
      ],
      cash: { available: 40_000, left: -6_846, enough: false },
    })
  })

  test('enough to the cent; unknown without a figure', () => {
    const withCash = (cash: number | null) =>
      costAnswer(guide({ household: { ...caseOf().household, cash } }), asked).cash
    expect(withCash(46_846)).toEqual({ available: 46_846, left: 0, enough: true })
    expect(withCash(46_845.99)).toMatchObject({ enough: false, left: -0.01 })
    expect(withCash(null)).toEqual({ available: null, left: null, enough: null })
  })

  test('what was exercised already is not a cost of the plan, but makes it dearer', () => {
    // 1,000 shares exercised before: 40,000 of spread take the room, so the plan's 180,000 cost 26 and 28 % throughout
    const of = guide({ lots: [lotOf({ exercised: '2026-01-05', shares: 1_000 })] })
    const answer = costAnswer(of, asked)
    expect(answer.exercises.map(({ planned }) => planned)).toEqual([true])
    // AMT on 220,000 is 37,846 + 11,200, on 40,000 26 % of 3,446.15
    expect(answer.federalAmt).toBeCloseTo(49_046 - 896, 2)
  })

  test('credit that is used no more is a cost besides the AMT', () => {
    const { carryforwards } = caseOf()
    const of = guide({
      incomes: [incomeOf(2026, { wages: 300_000 })],
      plan: [exerciseOf('2026-03-03', 500)],
      carryforwards: { ...carryforwards, minimumTaxCredit: 102_724 },
    })
    // 20,000 of spread within the room of 30,461.54: no AMT, 5,200 less credit
    expect(costAnswer(of, asked)).toMatchObject({ federalAmt: 0, otherFederalTax: 5_200, outlay: 6_200 })
  })
})

describe('the curve', () => {
  test('corner by corner in dollars and shares', () => {
    const { points, ...answer } = curveAnswer(guide(), asked)
    expect(answer).toMatchObject({
      year: 2026,
      room: 36_553.85,
      grant: 'g1',
      spreadPerShare: 40,
      valuedOn: '2026-02-02',
    })
    expect(points[1]).toEqual({
      ...{ spread: 36_553.85, shares: 913.8462, amt: 0, tentativeMinimumTax: 33_424, totalTax: 33_424, creditUsed: 0 },
      ...{ amtRate: 0.26, costRate: 0.26, costPerShare: 10.4 },
      reasons: [{ code: 'crossover', words: 'tentative minimum tax passes the regular tax: AMT begins' }],
    })
    expect(points.map(({ amtRate }) => amtRate)).toEqual([0, 0.26, 0.28, 0.42, 0.28, 0.28])
  })

  test('without grants in dollars alone', () => {
    const answer = curveAnswer(guide({ grants: [], plan: [] }), asked)
    expect(answer).toMatchObject({ grant: null, spreadPerShare: null, valuedOn: null })
    expect(answer.points[1]).toMatchObject({ shares: null, costPerShare: null })
  })

  test('of the grant asked for', () => {
    const grants = [grantOf(), grantOf({ id: 'g2', strike: 22 })]
    expect(curveAnswer(guide({ grants }), asked, 'g2')).toMatchObject({ grant: 'g2', spreadPerShare: 20 })
    expect(curveAnswer(guide({ grants }), asked)).toMatchObject({ grant: 'g1' })
    expect(
      curveAnswer(guide({ grants: [grantOf({ strike: 50 }), grantOf({ id: 'g2', strike: 22 })], plan: [] }), asked),
    ).toMatchObject({ grant: 'g2' })
  })
})

describe('the explanation', () => {
  const nameOf = (name: string) => explainAnswer(guide(), asked, name).reason.name

  test('by the summary’s names, a line’s full or short name, a figure, a fact', () => {
    expect(
      [
        'amt',
        'form6251.line2i',
        '6251.2i',
        '6251.line11',
        '1040.16',
        'law.amtExemption',
        'facts.wages',
        'totalTax',
      ].map(nameOf),
    ).toEqual([
      ...['form6251.line11', 'form6251.line2i', 'form6251.line2i', 'form6251.line11', 'form1040.line16'],
      ...['law.amtExemption', 'facts.wages', 'form1040.line24'],
    ])
  })

  const problemOf = (name: string) => {
    try {
      explainAnswer(guide(), asked, name)
    } catch (error) {
      if (error instanceof InputError) return error.problems[0]
      throw error
    }
    return undefined
  }

  test('a name that is none gets a suggestion', () => {
    expect(problemOf('form6251.lin11')).toMatchObject({
      code: 'unknownName',
      message: expect.stringContaining('Did you mean form6251.line11?'),
    })
    expect(problemOf('toatlTax')?.message).toContain('Did you mean totalTax?')
    expect(problemOf('qqqqqqqqqqqqqqqqqqqqqq')?.message).toContain('Try amt, regularTax')
    expect(problemOf('constructor')?.code).toBe('unknownName')
  })

  test('a form that this return did not need is named', () => {
    expect(problemOf('scheduleA.line17')).toEqual({
      path: 'NAME',
      ...{
        code: 'notFigured',
        message: 'Schedule A was not needed for this return, so scheduleA.line17 has no amount.',
      },
    })
  })

  test('every name there is can be asked for, or is of a form not needed', () => {
    for (const name of everyName()) {
      const problem = problemOf(name)
      expect(problem === undefined || problem.code === 'notFigured').toBe(true)
    }
    expect(new Set(everyName()).size).toBe(everyName().length)
  })
})

describe('which year is asked', () => {
  const of = caseOf({ incomes: [2025, 2026, 2027].map((year) => incomeOf(year, { wages: year })) })
  const yearOf = (day: string, year?: number) =>
    estimateAnswer(of, { asOf: day, ...(year !== undefined && { year }) }).year

  test('the one named; else that of the day, or the next given, or the last', () => {
    expect([yearOf('2026-05-05'), yearOf('2024-01-01'), yearOf('2031-01-01'), yearOf('2026-05-05', 2025)]).toEqual([
      2026, 2025, 2027, 2025,
    ])
    expect(yearOf('2026-05-05', 2030)).toBe(2030)
  })

  test('one before the first, or none at all, is refused', () => {
    expect(() => yearOf('2026-05-05', 2024)).toThrow('the file begins with 2025')
    expect(() => estimateAnswer(caseOf({ incomes: [] }), asked)).toThrow(InputError)
  })
})

describe('states', () => {
  const notices = (residence: [string, string][], year = 2026) => {
    const household = { ...caseOf().household, residence: residence.map(([from, state]) => ({ from, state })) }
    const of = guide({ household, incomes: [incomeOf(2025, { wages: 1 }), incomeOf(2026, { wages: 1 })], plan: [] })
    return estimateAnswer(of, { asOf, year }).notices.map(({ message }) => message)
  }

  test('what of their figures is not settled is said; those without an income tax say nothing', () => {
    const california = notices([['2020-01-01', 'CA']])
    expect(california[0]).toBe('The figures of California for 2026 are not published: they are projected.')
    expect(california.every((message) => message.includes('California'))).toBe(true)
    expect(notices([['2020-01-01', 'TX']])).toEqual([])
  })

  test('a year that no table holds is named, and its tax is never zero', () => {
    const household = { ...caseOf().household, residence: [{ from: '2020-01-01', state: 'CA' }] }
    const of = guide({ household, incomes: [incomeOf(2023, { wages: 200_000 })], plan: [] })
    const { states, notices: said } = estimateAnswer(of, { asOf: '2023-05-01', year: 2023 })
    expect(states).toEqual([])
    expect(said.map(({ message }) => message).join()).toContain('the income tax of CA in 2023')
  })

  test('both in the year of a move', () => {
    const moved: [string, string][] = [
      ['2020-01-01', 'CA'],
      ['2026-07-01', 'NY'],
    ]
    const both = notices(moved).join()
    expect(both).toContain('CA, part of a year')
    expect(both).toContain('NY, part of a year')
    expect(notices(moved, 2025).join()).not.toContain('NY')
  })

  test('a state left on 31 December is not one of the next year', () => {
    const moved: [string, string][] = [
      ['2020-01-01', 'CA'],
      ['2026-01-01', 'TX'],
    ]
    expect(notices(moved, 2026)).toEqual([])
    expect(notices(moved, 2025).every((message) => message.includes('California 2025'))).toBe(true)
  })
})

describe('one flat case', () => {
  const rows = readVectors('federal-returns.ndjson')
    .trim()
    .split('\n')
    .slice(0, 60)
    .map((line): { input: FlatCase; exact: object } => JSON.parse(line))

  test('its summary to the cent', () => {
    for (const { input, exact } of rows) {
      const { id, summary } = returnAnswer({ ...input, deductionChoice: 'larger' })
      expect(id).toBe(input.id)
      for (const [name, amount] of Object.entries(exact)) {
        const got = summary[name as 'amt']
        if (typeof amount === 'number') expect(Math.abs(got - amount)).toBeLessThan(0.0101)
        else expect(got).toBe(amount)
      }
    }
  })

  test('the same at a desk that is used again, in either rounding', () => {
    const desk = newDesk()
    for (const { input } of rows)
      for (const rounding of ['exact', 'as-filed'] as const)
        expect(returnAnswer(input, { rounding, desk })).toEqual(returnAnswer(input, { rounding }))
    expect(desk.laws.size).toBeLessThanOrEqual(30)
  })

  test('every line of the forms it needed when asked, the row’s own rounding first', () => {
    const [{ input } = { input: {} as FlatCase }] = rows
    expect(returnAnswer(input).forms).toBeUndefined()
    const { forms, summary } = returnAnswer({ ...input, rounding: 'as-filed' }, { forms: true, rounding: 'exact' })
    expect(forms?.['form1040']?.['line16']).toBe(summary.regularTax)
    expect(returnAnswer(input, { rounding: 'as-filed' }).summary).toEqual(summary)
  })
})

test('printed forms are those of the return', () => {
  const of = guide({
    incomes: [incomeOf(2026, { wages: 232_200, itemized: { ...noItemized, mortgageInterest: 90_000 } })],
  })
  const { forms } = estimateAnswer(of, asked, true)
  const law = lawFor(2026, 'mfj')
  const r = figureReturn(
    { ...noFacts(), wages: 232_200, isoSpread: 180_000, hasItemized: true, mortgageInterest: 90_000 },
    law,
  )
  expect(Object.keys(forms ?? {}).sort()).toEqual(
    figuredForms(r)
      .map(({ id }) => id)
      .sort(),
  )
  expect(forms?.['scheduleA']?.['line17']).toBe(sheetOf(r, 'scheduleA')['line17'])
})
