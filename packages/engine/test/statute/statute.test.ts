import { describe, expect, test } from 'vitest'
import { type FlatCase, figureByStatute } from './federalYear.ts'
import type { Status } from './figures.ts'
import { differences, readVectors } from './vectors.ts'

interface ConfirmedReturn {
  input: FlatCase
  exact: object
  asFiled: object
}

const returns = readVectors('federal-returns.ndjson')
  .trim()
  .split('\n')
  .map((line): ConfirmedReturn => JSON.parse(line))

describe('the working from the Code agrees to the cent with the returns other engines confirm', () => {
  test('all 900 of them', () => expect(returns).toHaveLength(900))

  test.each([
    ['exact', 'exact'],
    ['as-filed', 'asFiled'],
  ] as const)('figured %s', (rounding, expected) => {
    const off = returns.flatMap((r) =>
      differences(figureByStatute({ ...r.input, deductionChoice: 'larger', rounding }), r[expected]).map(
        (difference) => `${r.input.id} ${difference}`,
      ),
    )
    expect(off).toEqual([])
  })

  test('and the least tax is the lesser of the two deductions', () => {
    for (const { input } of returns) {
      const [least, standard, itemized] = (['lowestTax', 'standard', 'itemized'] as const).map(
        (deductionChoice) => figureByStatute({ ...input, deductionChoice }).totalTax,
      )
      expect(least).toBeCloseTo(Math.min(standard ?? Number.NaN, itemized ?? Number.NaN), 2)
    }
  })
})

test('a foreign tax credit too large for the election of 904(j) asks for that of the AMT', () => {
  const [first] = returns
  if (first === undefined) throw new Error('no returns')
  const input = { ...first.input, status: 'single', credits: { foreignTaxCredit: 301 } } as const
  expect(() => figureByStatute(input)).toThrow('amtForeignTaxCredit')
  expect(() => figureByStatute({ ...input, credits: { ...input.credits, amtForeignTaxCredit: 301 } })).not.toThrow()
})

interface Form6251Case {
  id: string
  about: string
  gives: {
    year: number
    status: Status
    wages: number
    longTermGain: number
    charityCash: number
    stateTaxRefund: number
    foreignTaxCredit: number
    deduction: 'standard' | 'itemized'
  }
  expected: object
  lines: Record<string, number>
}

const form6251Cases: { cases: Form6251Case[] } = JSON.parse(readVectors('form6251-2024.json'))

describe('Form 6251 of 2024', () => {
  test.each(form6251Cases.cases.map((c) => [c.id, c.about, c] as const))(
    '%s. %s',
    (id, _, { gives, expected, lines }) => {
      const got = figureByStatute({
        id,
        year: gives.year,
        status: gives.status,
        age: 40,
        wages: gives.wages,
        // A refund is income, and 56(b)(1)(C) takes it out again: both amounts have a place here to stand.
        interest: gives.stateTaxRefund,
        otherAmtAdjustment: -gives.stateTaxRefund,
        ordinaryDividends: 0,
        qualifiedDividends: 0,
        shortTermGain: 0,
        longTermGain: gives.longTermGain,
        isoSpread: 0,
        itemized: {
          stateAndLocalTaxes: 0,
          realEstateTaxes: 0,
          mortgageInterest: 0,
          charityCash: gives.charityCash,
          charityStock: 0,
        },
        credits: { foreignTaxCredit: gives.foreignTaxCredit },
        deductionChoice: gives.deduction,
      })
      const onForm = {
        line4: got.amti,
        line5: got.exemption,
        line6: Math.max(0, got.amti - got.exemption),
        line9: got.tentativeMinimumTax,
        line10: got.regularTax - gives.foreignTaxCredit,
        line11: got.amt,
      }
      expect(differences(got, expected)).toEqual([])
      expect(differences({ ...lines, ...onForm }, lines)).toEqual([])
    },
  )
})
