/** FDX papers out, and what the importer reads in them again. Expected: the boxes of the forms, by hand. */
import { parseScenario } from '@isoline/engine'
import { expect, test } from 'vitest'
import { exportFdx } from '../../src/export/fdx.ts'
import { importFile } from '../../src/import/importFile.ts'
import { jointScenario } from './households.ts'

/** A split of four for one after the first exercise; a sale that the broker reports with its basis; an exercise still ahead. */
const of = parseScenario({
  ...jointScenario,
  incomes: { 2025: { wages: 200_000 }, 2026: { like: 2025 } },
  company: {
    ...{ name: 'Example', listed: true, prices: [{ on: '2024-03-13', fmv: 40 }] },
    splits: [{ on: '2024-06-03', ratio: 4 }],
  },
  grants: [
    { id: 'G1', kind: 'iso', on: '2023-01-03', shares: 2_000, strike: 8, fmvAtGrant: 8, expires: '2033-01-02' },
    { id: 'N1', kind: 'nso', on: '2023-01-03', shares: 500, strike: 8, fmvAtGrant: 8, expires: '2033-01-02' },
  ],
  lots: [
    { id: 'L1', grant: 'G1', exercised: '2024-03-13', shares: 100, fmvAtExercise: 40 },
    { id: 'L2', grant: 'G1', exercised: '2024-09-03', shares: 60, fmvAtExercise: 11.25 },
    { id: 'N', grant: 'N1', exercised: '2024-09-03', shares: 20, fmvAtExercise: 11.25 },
  ],
  plan: [
    { on: '2025-02-03', sell: 50, lot: 'L1', price: 12 },
    { on: '2026-11-02', exercise: 40, grant: 'G1', as: 'later' },
  ],
})
const asked = { asOf: '2026-01-15' }
const { statements } = JSON.parse(exportFdx(of, asked))

test('a Form 3921 for each exercise of ISO shares that was made, in the figures of its day', () => {
  expect(statements.map(({ taxYear }: { taxYear: number }) => taxYear)).toEqual([2024, 2025])
  const boxes = { taxYear: 2024, taxFormType: 'Tax3921', optionGrantDate: '2023-01-03' }
  expect(statements[0].forms).toEqual([
    {
      tax3921: {
        ...{ ...boxes, accountNumber: 'L1', optionExerciseDate: '2024-03-13', exercisePrice: 8 },
        ...{ exerciseMarketValue: 40, numberOfShares: 100 },
      },
    },
    {
      tax3921: {
        // 8 before the split of four for one is 2 after it
        ...{ ...boxes, accountNumber: 'L2', optionExerciseDate: '2024-09-03', exercisePrice: 2 },
        ...{ exerciseMarketValue: 11.25, numberOfShares: 60 },
      },
    },
  ])
})

test('a Form 1099-B of what the broker reports: the basis is the price paid', () => {
  expect(statements[1].forms).toEqual([
    {
      tax1099B: {
        ...{ taxYear: 2025, taxFormType: 'Tax1099B' },
        securityDetails: [
          {
            ...{ checkboxOnForm8949: 'A', securityName: 'Example', numberOfShares: 50 },
            ...{ saleDescription: '50 sh. Example', dateAcquired: '2024-03-13', dateOfSale: '2025-02-03' },
            // 50 shares at 12; paid 2 each after the split
            ...{
              salesPrice: 600,
              costBasis: 100,
              longOrShort: 'SHORT',
              noncoveredSecurity: false,
              basisReported: true,
            },
          },
        ],
      },
    },
  ])
})

test('read in again: the same lots, grants and sales', async () => {
  const bytes = new TextEncoder().encode(exportFdx(of, asked))
  const { lots, grants, papers, unread } = await importFile('fdx.json', bytes, { readOn: '2026-01-15' })
  expect(unread).toEqual([])
  expect(lots.map(({ fact: { exercised, shares, fmvAtExercise } }) => ({ exercised, shares, fmvAtExercise }))).toEqual(
    of.lots
      .filter(({ grant }) => grant === 'G1')
      .map(({ exercised, shares, fmvAtExercise }) => ({ exercised, shares, fmvAtExercise })),
  )
  expect(new Set(grants.map(({ fact }) => `${fact.kind} ${fact.on}`))).toEqual(new Set(['iso 2023-01-03']))
  const sale = papers.find(({ fact }) => fact.form === 'form1099B')?.fact.boxes
  expect(sale).toMatchObject({ salesprice: 600, costbasis: 100, dateofsale: '2025-02-03' })
})

test('nothing has happened, nothing is reported', () => {
  expect(JSON.parse(exportFdx(parseScenario(jointScenario), { asOf: '2026-01-01' }))).toEqual({ statements: [] })
})
