/** Form 2210 and Schedule AI: their words say what they read, and their arithmetic is that of IRC §6654(b), (d). */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mentions, type Sheet, type Words } from '../../src/form.ts'
import { form1040Words } from '../../src/forms/form1040.ts'
import { figureForm2210, figureForm2210Column, form2210ColumnWords, form2210Words } from '../../src/forms/form2210.ts'
import {
  figureScheduleAIInstallment,
  figureScheduleAITax,
  scheduleAIInstallmentWords,
  scheduleAITaxWords,
} from '../../src/forms/scheduleAI.ts'
import { annualizedPeriods, federalEstimated } from '../../src/law/federal/estimated.ts'
import { watch } from '../annotated.ts'
import { check } from '../arbitraries.ts'

const money = fc.integer({ min: 0, max: 100_000 })
const law = federalEstimated('single')

/** What the forms are figured from, whatever of it each reads. */
const draws = fc.sample(
  fc.record({
    tax: fc.record({ afterCredits: money, other: money }),
    paid: fc.record({ withheld: money }),
    prior: fc.record({ tax: money, rate: fc.constantFrom(10_000, 11_000, Number.NaN) }),
    installment: fc.record({ required: money, paid: money }),
    before: fc.record({ overpaid: money, owed: money, installments: money, saved: money }),
    annualized: fc.record({ tax: money, applicable: fc.constantFrom(2_250, 9_000) }),
    regular: fc.record({ share: fc.constant(2_500) }),
    period: fc.record({ factor: fc.constantFrom(4, 2.4) }),
    form2210: fc.record({ line9: money }),
    form1040: fc
      .array(money, { minLength: 60, maxLength: 60 })
      .map(
        (amounts) =>
          Object.fromEntries(Object.keys(form1040Words).map((line, i) => [line, amounts[i] as number])) as Sheet<
            typeof form1040Words
          >,
      ),
  }),
  { seed: 6654, numRuns: 60 },
)
type From = (typeof draws)[number]

const forms: [string, Words, (from: From, l: typeof law, f: never) => unknown][] = [
  ['form2210', form2210Words, figureForm2210],
  ['form2210 column', form2210ColumnWords, (from, _, f) => figureForm2210Column(from, f)],
  ['scheduleAI tax', scheduleAITaxWords, (from, _, f) => figureScheduleAITax(from, f)],
  ['scheduleAI installment', scheduleAIInstallmentWords, (from, _, f) => figureScheduleAIInstallment(from, f)],
]

describe.each(forms)('%s', (_, words, figure) => {
  test('reads what its words mention, every line once and in order', () => {
    const reads = new Map<string, Set<string>>(Object.keys(words).map((line) => [line, new Set()]))
    for (const from of draws) {
      const { assignments } = watch(words, [figure as never], from, law)
      expect(assignments.map(({ line }) => line)).toEqual(Object.keys(words))
      for (const { line, reads: found } of assignments) for (const name of found) reads.get(line)?.add(name)
    }
    for (const [line, text] of Object.entries(words))
      expect({ line, reads: reads.get(line) }).toEqual({ line, reads: mentions(text) })
  })
})

test('periods end with March, May, August and December, times 4, 2.4, 1.5 and 1', () => {
  expect(annualizedPeriods(2028)).toEqual([
    { through: '2028-03-31', factor: 4 },
    { through: '2028-05-31', factor: 2.4 },
    { through: '2028-08-31', factor: 1.5 },
    { through: '2028-12-31', factor: 1 },
  ])
})

// §6654(b)(1): an underpayment is what is missing of an installment after all payments and installments before; as running sums
test('Part III agrees with running sums of installments and payments', () => {
  const four = fc.array(money, { minLength: 4, maxLength: 4 })
  check(
    fc.property(four, four, (required, paid) => {
      let before = { overpaid: 0, owed: 0 }
      let [due, got] = [0, 0]
      for (const [i, amount] of required.entries()) {
        const column = figureForm2210Column({ installment: { required: amount, paid: paid[i] as number }, before })
        due += amount
        got += paid[i] as number
        expect(column.line16 + column.line17).toBeCloseTo(Math.max(0, due - got), 6)
        expect(column.line18).toBeCloseTo(Math.max(0, got - due), 6)
        before = { overpaid: column.line18, owed: column.line16 + column.line17 }
      }
    }),
  )
})

// §6654(d)(2)(A): the less of both for each, and what is saved is made up: by any day the sum is the less of both sums so far
test('Schedule AI never asks for more by any day than either method alone', () => {
  check(
    fc.property(fc.array(money, { minLength: 4, maxLength: 4 }), money, (taxes, line9) => {
      let before = { installments: 0, saved: 0 }
      for (const [i, tax] of taxes.entries()) {
        const annualized = { tax, applicable: law.applicable[i] as number }
        const f = figureScheduleAIInstallment({ annualized, regular: { share: 2_500 }, form2210: { line9 }, before })
        const sum = before.installments + f.line27
        const regular = (line9 * (i + 1)) / 4
        expect(sum).toBeLessThanOrEqual(regular + 1e-6)
        expect(sum).toBeCloseTo(Math.max(before.installments, Math.min(regular, f.line21)), 6)
        before = { installments: sum, saved: f.line26 - f.line27 }
      }
    }),
  )
})
