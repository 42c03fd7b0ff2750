/** Both bills in the answers: what states add to exercises, sales, cash and credit. */
import { describe, expect, test } from 'vitest'
import { costAnswer } from '../../src/answers/cost.ts'
import { creditAnswer } from '../../src/answers/credit.ts'
import { estimateAnswer } from '../../src/answers/estimate.ts'
import { explainAnswer } from '../../src/answers/explain.ts'
import { projectAnswer } from '../../src/answers/project.ts'
import { roomAnswer } from '../../src/answers/room.ts'
import { sellAnswer } from '../../src/answers/sell.ts'
import type { Case, Income } from '../../src/case.ts'
import { mentions } from '../../src/form.ts'
import { stateModules } from '../../src/forms/states/modules.ts'
import { stateDue } from '../../src/law/states/dueDates.ts'
import { parseScenario } from '../../src/scenario/parseScenario.ts'
import { caseOf, exerciseOf, incomeOf, noItemized } from '../cases.ts'

const minimal = {
  isoline: 1,
  household: {
    ...{ status: 'single', people: [{ born: '1988-03-09', blind: false }], dependents: 0 },
    residence: [{ from: '2015-01-01', state: 'CA' }],
  },
}

const asked = { asOf: '2025-02-01', year: 2025 }

/** Single, wages 200,000, 10,000 shares at 2 exercised when worth 20: a spread of 180,000 in 2025. */
const resident = (
  residence: Case['household']['residence'],
  x: Partial<Case> = {},
  income: Partial<Income> = {},
): Case =>
  caseOf({
    household: { ...caseOf().household, statuses: [{ from: 2025, status: 'single' }], residence },
    company: { ...caseOf().company, prices: [{ on: '2025-01-01', fmv: 20 }] },
    incomes: [incomeOf(2025, { wages: 200_000, ...income }), incomeOf(2026, { wages: 200_000, ...income })],
    plan: [exerciseOf('2025-03-03', 10_000)],
    assumptions: { ...caseOf().assumptions, horizon: 2026 },
    ...x,
  })
const california = resident([{ from: '2015-01-01', state: 'CA' }])

describe('cost', () => {
  // California AMT of 6,162.95 (test/stateYears.test.ts); strike 10,000 x 2
  test('counts the AMT of the state, due with its return', () => {
    const { states, strike, federalAmt, otherFederalTax, outlay, payments } = costAnswer(california, asked)
    expect(states).toEqual([{ state: 'CA', amt: 6_162.95, otherTax: 0, dueOn: '2026-04-15' }])
    expect(outlay).toBeCloseTo(strike + federalAmt + otherFederalTax + 6_162.95, 2)
    expect(payments.at(-1)).toEqual({ on: '2026-04-15', what: 'CA tax the exercise adds', amount: 6_162.95 })
  })

  // Sold on the day, 180,000 is wages: Illinois takes 4.95 % of it, and the exemption of 2,850 goes above 250,000
  test('compares with the state tax of each way', () => {
    const { compare } = costAnswer(resident([{ from: '2015-01-01', state: 'IL' }]), asked, true)
    expect(compare?.map(({ how, stateTax }) => [how, stateTax])).toContainEqual(['hold', 0])
    const sold = compare?.find(({ how }) => how === 'sameDaySale')
    expect(sold?.stateTax).toBeCloseTo(0.0495 * (180_000 + 2_850), 2)
    expect(sold?.outlay).toBeCloseTo(
      (sold?.strike ?? 0) -
        (sold?.proceeds ?? 0) +
        (sold?.federalAmt ?? 0) +
        (sold?.otherFederalTax ?? 0) +
        (sold?.stateTax ?? 0),
      2,
    )
  })
})

describe('room', () => {
  // 14,507.98 of regular tax on 194,294 is 7 % of 207,256.86, which is 200,000 + s - 92,749 at s = 100,005.86
  test('of California ends where 7 % of its AMT income less the exemption meets its regular tax', () => {
    expect(roomAnswer(california, asked).states).toEqual([{ state: 'CA', room: 100_005.86 }])
  })

  test('is of states with an AMT of their own, lived in all year', () => {
    expect(roomAnswer(resident([{ from: '2015-01-01', state: 'NY' }]), asked).states).toEqual([])
    const moved = resident([
      { from: '2015-01-01', state: 'CA' },
      { from: '2025-07-01', state: 'TX' },
    ])
    expect(roomAnswer(moved, asked).states).toEqual([])
  })
})

describe('sell', () => {
  // 10,000 shares bought at 2 and sold at 20 within the year: 180,000 of wages instead of a spread
  test('leaves what the state takes too', () => {
    const of = resident([{ from: '2015-01-01', state: 'IL' }], {
      plan: [exerciseOf('2025-03-03', 10_000, { as: 'a' })],
    })
    const [now] = sellAnswer(of, asked, { on: '2025-06-02', price: 20 }).branches
    expect(now?.stateTax).toBeCloseTo(0.0495 * (180_000 + 2_850), 2)
    expect(now?.afterTax).toBeCloseTo(200_000 - (now?.tax ?? 0) - (now?.stateTax ?? 0), 2)
  })
})

describe('project and credit', () => {
  const moves = resident([
    { from: '2015-01-01', state: 'CA' },
    { from: '2026-01-01', state: 'TX' },
  ])

  test('the log of the state; what is left behind when one moves', () => {
    const { stateCreditLog } = projectAnswer(moves, asked.asOf)
    expect(stateCreditLog).toEqual([
      {
        ...{ year: 2025, state: 'CA', amt: 6_162.95, exclusionPart: 0, generated: 6_162.95, available: 0, used: 0 },
        ...{ intoNextYear: 6_162.95, leftBehind: 0 },
      },
      {
        ...{ year: 2026, state: 'CA', amt: 0, exclusionPart: 0, generated: 0, available: 6_162.95, used: 0 },
        ...{ intoNextYear: 6_162.95, leftBehind: 6_162.95 },
      },
    ])
    expect(creditAnswer(moves, asked.asOf).stateCreditLog).toEqual(stateCreditLog)
  })

  test('what one year leaves the next begins with', () => {
    const log = projectAnswer(california, asked.asOf).stateCreditLog
    expect(log[1]?.available).toBe(log[0]?.intoNextYear)
    expect(log[1]?.used).toBeGreaterThan(0)
  })

  // 20,517.93 of tax (test/stateYears.test.ts), 14,000 of it withheld
  test('cash has the balance of the state, and what the plan adds to it', () => {
    const of = resident([{ from: '2015-01-01', state: 'CA' }], {}, { stateWithheld: { CA: 14_000 } })
    const [cash] = projectAnswer(of, asked.asOf).years.map((year) => year.cash)
    expect(cash?.payments).toContainEqual({ on: '2026-04-15', what: 'balance of CA tax', amount: 6_517.93 })
    expect(cash?.payments).toContainEqual({ on: '2025-12-31', what: 'withheld for CA', amount: 14_000 })
    expect([cash?.stateTax, cash?.addedStateTax]).toEqual([20_517.93, 6_162.95])
  })
})

describe('the deduction for state tax as figured', () => {
  const itemized = { ...noItemized, stateAndLocalTaxes: 'auto' as const, mortgageInterest: 30_000 }
  const said = (of: Case): string =>
    estimateAnswer(of, asked)
      .notices.map(({ message }) => message)
      .find((message) => message.startsWith('The deduction for state income tax')) ?? ''

  // Illinois: 4.95 % of 197,150 is 9,758.93. With an exercise AMT asks for all that it takes off the regular tax (24 and 32 %);
  // AMT on it never comes back as credit, unless regular tax stays above the tax on exclusion items, as it does here
  test('lowers the regular tax, and AMT takes that away again', () => {
    const message = said(resident([{ from: '2015-01-01', state: 'IL' }], {}, { itemized }))
    const [, deduction, regular, amt, credit] =
      /figured, \$([\d,.]+),.* regular tax by \$([\d,.]+), and AMT, .* is \$([\d,.]+) higher; \$([\d,.]+) more/.exec(
        message,
      ) ?? []
    expect(deduction).toBe('9,758.93')
    expect(amt).toBe(regular)
    expect(credit).toBe(amt)
  })

  test('without AMT lowers the regular tax alone', () => {
    const message = said(resident([{ from: '2015-01-01', state: 'IL' }], { plan: [] }, { itemized }))
    expect(message).toMatch(/It lowers the regular tax by \$[\d,.]+; the minimum tax credit stays as it is\.$/)
  })
})

describe('what is not known', () => {
  // No table of a state reaches back to 2023
  const of = resident([{ from: '2015-01-01', state: 'CA' }], {
    incomes: [incomeOf(2023, { wages: 200_000 })],
    plan: [exerciseOf('2025-03-03', 10_000)],
  })

  test('is null and never zero', () => {
    const [first, second] = projectAnswer(of, '2023-06-01').years.map(({ cash }) => cash)
    expect([first?.stateTax, first?.addedStateTax]).toEqual([null, null])
    expect(second?.stateTax).toBeGreaterThan(0)
    expect(estimateAnswer(of, { asOf: '2023-06-01', year: 2023 }).totalDue).toBeNull()
  })

  test('withholding of a state lived in is listed when it is taken as none', () => {
    const text = { ...minimal, incomes: { 2025: { wages: 1, state: { OR: 5 } } } }
    const paths = parseScenario(text).assumed.map(({ path }) => path)
    expect(paths).toContain('incomes.2025.state.CA')
    expect(paths).not.toContain('incomes.2025.state.OR')
  })
})

// 15 April 2028 is a Saturday and the Monday after it is Emancipation Day as observed; 1 May 2027 a Saturday, 30 April a Friday
test('days on which returns are due', () => {
  expect(estimateAnswer(california, { asOf: '2027-02-01', year: 2026 }).cash.dueOn).toBe('2027-04-15')
  const of = resident([{ from: '2015-01-01', state: 'CA' }], {
    assumptions: { ...caseOf().assumptions, horizon: 2027 },
  })
  expect(estimateAnswer(of, { asOf: '2027-02-01', year: 2027 }).cash.dueOn).toBe('2028-04-18')
  expect(['CA', 'VA', 'DE', 'HI', 'LA'].map((state) => stateDue(state, 2026))).toEqual([
    ...['2027-04-15', '2027-05-03', '2027-04-30', '2027-04-20', '2027-05-17'],
  ])
})

describe('explain', () => {
  test('a line of a state from its words, down to the law and the federal return', () => {
    const { reason, notices } = explainAnswer(california, asked, 'CA.scheduleP.line26')
    expect([reason.title, reason.amount]).toEqual(['CA Schedule P (540) line 26', expect.closeTo(6_162.95, 2)])
    expect(JSON.stringify(reason)).toContain('R&TC §17062')
    expect(JSON.stringify(reason)).toContain('form1040.line11a')
    expect(notices.map(({ message }) => message).join()).toContain('California')
  })

  test('every line of every state, and every name its words mention', () => {
    for (const { book, forms } of stateModules) {
      const of = resident([{ from: '2015-01-01', state: book.state }])
      for (const { id, words } of forms)
        for (const line of Object.keys(words)) {
          const name = `${book.state}.${id}.${line}`
          let explained: ReturnType<typeof explainAnswer>['reason']
          try {
            explained = explainAnswer(of, asked, name, 1).reason
          } catch {
            continue
          }
          expect(explained.words, name).not.toMatch(/[{}]/)
          expect(explained.from.length, name).toBeLessThanOrEqual(mentions(words[line] ?? '').size)
        }
    }
  })

  test('a name that is none is answered with one that is', () => {
    expect(() => explainAnswer(california, asked, 'CA.scheduleP.line99')).toThrow('Did you mean CA.scheduleP.line')
  })
})
