import { InputError, reconcileAnswer } from '@isoline/engine'
import { expect, test } from 'vitest'
import { exportFdx } from '../../src/export/fdx.ts'
import type { Found, Paper } from '../../src/import/found.ts'
import { importFile } from '../../src/import/importFile.ts'
import { papersOf } from '../../src/import/papersOf.ts'
import { joint } from '../export/households.ts'

const found = (form: Paper['form'], boxes: Paper['boxes'], row = 1): Found<Paper> => ({
  fact: { form, boxes },
  from: { file: 'papers', row, readOn: '2027-01-31' },
})
const sale = { dateofsale: '2026-11-02', salesprice: '25,000.00', costbasis: 2_000 }
const reported = (boxes: Paper['boxes']) =>
  papersOf([found('form1099B', { ...sale, ...boxes })]).sales[0]?.basisReported

test('boxes become numbers and days, whatever they were written as', () => {
  const papers = papersOf([
    found('form3921', {
      ...{ optionGrantDate: '2023-03-01', optionExerciseDate: '2026-01-15', exercisePrice: 2 },
      ...{ exerciseMarketValue: 20, numberOfShares: 100 },
    }),
    found('formW2', { taxyear: 2026, wages: '$250,200.00', 'codes.V': 18_000, 'other.ISO DD': 5 }),
    found('form1099B', { ...sale, saledescription: '100 sh.', numberofshares: 100, dateacquired: 'Various' }),
  ])
  expect(papers).toEqual({
    forms3921: [{ granted: '2023-03-01', exercised: '2026-01-15', strike: 2, value: 20, shares: 100 }],
    formsW2: [{ year: 2026, wages: 250_200, box12V: 18_000, box14: [{ label: 'ISO DD', amount: 5 }] }],
    sales: [
      {
        ...{ description: '100 sh.', shares: 100, acquired: null, sold: '2026-11-02', proceeds: 25_000, basis: 2_000 },
        ...{ washSaleLoss: null, basisReported: true },
      },
    ],
    filed: [],
  })
})

test('box 14 as one text', () => {
  const [w2] = papersOf([
    found('formW2', { taxyear: '2026', wages: 1, other: 'ISO DD: $10,000.00; CASDI 1,200.5' }),
  ]).formsW2
  expect(w2?.box14).toEqual([
    { label: 'ISO DD', amount: 10_000 },
    { label: 'CASDI', amount: 1_200.5 },
  ])
})

test('whether the basis was reported: box 12, else box 5, else it counts as reported', () => {
  expect([reported({ basisreported: true }), reported({ basisreported: 'No' })]).toEqual([true, false])
  expect([reported({ noncoveredsecurity: true }), reported({ noncoveredsecurity: false })]).toEqual([false, true])
  expect([reported({ noncoveredsecurity: 'Noncovered' }), reported({ noncoveredsecurity: 'Covered' })]).toEqual([
    false,
    true,
  ])
  expect(reported({})).toBe(true)
})

test('every box that is needed and empty, or no such thing, is told with its place', () => {
  const wrong = () => papersOf([found('formW2', { wages: 1 }, 2), found('form1099B', { dateofsale: '2026-11-02' }, 3)])
  expect(wrong).toThrow(InputError)
  expect(wrong).toThrow(/papers, 2: "" is no tax year.*\npapers, 3: box 1d is empty/)
  expect(() => papersOf([found('form1099B', { ...sale, costbasis: '=1+1' })])).toThrow(/not an amount/)
})

test('papers exported as FDX agree with their scenario, but for the basis that brokers report without compensation', async () => {
  const of = joint({
    company: { name: 'Example', listed: true, prices: [{ on: '2026-01-01', fmv: 20 }] },
    plan: [
      { on: '2026-01-15', exercise: 10_000, grant: 'G1', as: 'new' },
      { on: '2026-11-02', sell: 1_000, lot: 'new', price: 25 },
    ],
  })
  const day = { asOf: '2027-05-01' }
  const bytes = new TextEncoder().encode(exportFdx(of, day))
  const { papers } = await importFile('fdx.json', bytes, { readOn: day.asOf })
  const { compared, findings } = reconcileAnswer(of, papersOf(papers), day)
  expect(compared).toEqual({ forms3921: 1, formsW2: 0, sales: 1, filed: 0 })
  // 1,000 shares at 2 paid, and 18 of compensation on each
  expect(findings).toMatchObject([{ code: 'basisWithoutCompensation', stated: 2_000, right: 20_000 }])
})
