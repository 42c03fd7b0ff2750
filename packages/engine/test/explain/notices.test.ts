import { describe, expect, test } from 'vitest'
import { consider, type Notice, noticesOf } from '../../src/explain/notices.ts'
import { type Facts, noFacts } from '../../src/forms/facts.ts'
import type { Readings, Rounding } from '../../src/law/federal/law.ts'
import { federalTable } from '../../src/law/federal/tables.ts'
import type { FilingStatus } from '../../src/law/law.ts'
import { figureReturn } from '../../src/return.ts'

interface Asked {
  readonly year?: number
  readonly status?: FilingStatus
  readonly rounding?: Rounding
  readonly readings?: Readings
}

/** The notices of a return's AMT and total tax. */
function noticesFor(
  facts: Partial<Facts>,
  { year = 2026, status = 'mfs', rounding = 'exact', readings = {} }: Asked = {},
): Notice[] {
  const considered = consider({ table: federalTable(year), status, rounding, readings })
  return noticesOf(considered, (law) => {
    const { form6251, form1040 } = figureReturn({ ...noFacts(), ...facts }, law)
    return [form6251.line4, form6251.line11, form1040.line24]
  })
}

const figures = (notices: readonly Notice[]) => notices.map(({ code, figure }) => figure ?? code)

describe('the increase of a separate return in 2026', () => {
  test('is told above 640,200 of AMT income, and not at it', () => {
    expect(figures(noticesFor({ wages: 640_200 }))).toEqual([])
    expect(figures(noticesFor({ wages: 640_201 }))).toEqual(['amtiIncreaseRate'])
    expect(figures(noticesFor({ wages: 400_000, isoSpread: 300_000 }))).toEqual(['amtiIncreaseRate'])
  })

  // At 50 percent the increase is full at 780,400, at 25 percent at 920,600: from there on both readings add 70,100
  test('is not told where both readings have reached the most', () => {
    expect(figures(noticesFor({ wages: 920_599 }))).toEqual(['amtiIncreaseRate'])
    expect(figures(noticesFor({ wages: 920_600 }))).toEqual([])
  })

  test('says what is open, by what law, and what the other reading is', () => {
    expect(noticesFor({ wages: 700_000 })).toEqual([
      {
        ...{ code: 'unconfirmed', figure: 'amtiIncreaseRate' },
        message: expect.stringMatching(
          /^Rate of the increase of AMT income .* \(IRC §55\(d\)\(2\), last sentence, and \(4\)\(A\)\(ii\)\): .*25 percent\.$/,
        ),
      },
    ])
  })

  test('concerns no other status and no other year', () => {
    for (const status of ['single', 'mfj', 'hoh', 'qss'] as const)
      expect(noticesFor({ wages: 3_000_000 }, { status })).toEqual([])
    for (const year of [2023, 2024, 2025]) expect(noticesFor({ wages: 3_000_000 }, { year })).toEqual([])
  })

  test('is still told under the other reading', () => {
    expect(figures(noticesFor({ wages: 700_000 }, { readings: { amtiIncreaseRate: 2_500 } }))).toEqual([
      'amtiIncreaseRate',
    ])
  })
})

describe('the overall limitation in 2026', () => {
  const itemizer = { hasItemized: true, deductionChoice: 'itemized', mortgageInterest: 74_000 } as const

  test('is told where it moves the answer: itemized deductions in the 37 % bracket', () => {
    expect(figures(noticesFor({ ...itemizer, wages: 1_000_000 }, { status: 'single' }))).toEqual([
      'overallLimitationRestored',
    ])
    // 640,600 is where the bracket starts
    expect(figures(noticesFor({ ...itemizer, wages: 640_600 }, { status: 'single' }))).toEqual([])
    expect(
      figures(noticesFor({ ...itemizer, wages: 1_000_000, deductionChoice: 'standard' }, { status: 'single' })),
    ).toEqual([])
  })
})

describe('the gift of one who does not itemize', () => {
  test('is told where there is one', () => {
    const gift = (charityCash: number, year = 2026) =>
      figures(noticesFor({ wages: 100_000, isoSpread: 200_000, charityCash }, { year, status: 'single' }))
    expect(gift(500)).toEqual(['nonItemizerGiftAllowedInAmt'])
    expect(gift(0)).toEqual([])
    expect(gift(500, 2025)).toEqual([])
  })
})

describe('the Tax Table of 2026', () => {
  test('is told as filed below 100,000, and never in exact figures', () => {
    expect(figures(noticesFor({ wages: 60_000 }, { status: 'single', rounding: 'as-filed' }))).toEqual([
      'taxTableCeiling',
    ])
    expect(figures(noticesFor({ wages: 60_000 }, { status: 'single' }))).toEqual([])
    expect(figures(noticesFor({ wages: 900_000 }, { status: 'single', rounding: 'as-filed' }))).toEqual([])
    expect(figures(noticesFor({ wages: 60_000 }, { status: 'single', rounding: 'as-filed', year: 2025 }))).toEqual([])
  })
})

describe('a projected year', () => {
  test('is told, with what was assumed', () => {
    expect(noticesFor({ wages: 60_000 }, { year: 2028, status: 'single' })).toEqual([
      {
        code: 'projected',
        message: 'The figures of 2028 are not published: they are projected from 2026 at 2.5 % inflation a year.',
      },
    ])
    expect(figures(noticesFor({ wages: 850_000 }, { year: 2028 }))).toEqual(['projected', 'amtiIncreaseRate'])
  })

  test('a published one is not', () => expect(noticesFor({ wages: 60_000 }, { year: 2025 })).toEqual([]))
})

test('a difference of less than a tenth of a cent is none', () => {
  const considered = consider({ table: federalTable(2026), status: 'mfs', rounding: 'exact', readings: {} })
  const told = (apart: number) => noticesOf(considered, (law) => [law.amtiIncreaseRate === 5_000 ? 0 : apart]).length
  expect([told(0.0009), told(0.002), told(-0.002)]).toEqual([0, 1, 1])
})

test('the laws considered are the one taken and one for each reading not taken', () => {
  const { law, otherwise, choice } = consider({
    table: federalTable(2026),
    status: 'mfs',
    rounding: 'exact',
    readings: { amtiIncreaseRate: 2_500 },
  })
  expect(law.amtiIncreaseRate).toBe(2_500)
  expect(otherwise.map(({ figure, law: other }) => [figure, other[figure]])).toEqual([
    ['amtiIncreaseRate', 5_000],
    ['overallLimitationRestored', 0],
    ['nonItemizerGiftAllowedInAmt', 0],
    ['exclusionGainsRegular', 0],
    ['creditShortfallForgiven', 0],
  ])
  for (const { figure, law: other } of otherwise) expect({ ...other, [figure]: law[figure] }).toEqual(law)
  expect(choice.status).toBe('mfs')
})
