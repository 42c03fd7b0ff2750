import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { exclusionLawBefore, firstEarlierYear } from '../../src/law/federal/earlier.ts'
import { federalLawFor } from '../../src/law/federal/law.ts'
import { federalTable, federalYears } from '../../src/law/federal/tables.ts'
import { filingStatuses } from '../../src/law/law.ts'

interface Year {
  readonly [figure: string]: { readonly [status: string]: number }
}

/** Taken from the Revenue Procedures, and compared with parameter files of tax programs; see the file. */
const { years } = JSON.parse(readFileSync(new URL('earlier-figures.json', import.meta.url), 'utf8')) as {
  years: { readonly [year: string]: Year }
}

describe('AMT figures of years before the first whole table', () => {
  test.each(Object.keys(years))('%s', (year) => {
    for (const status of filingStatuses) {
      const law = exclusionLawBefore(Number(year), status)
      const printed = Object.entries(years[year] as Year).map(([figure, by]) => [figure, by[status]])
      expect(law).toMatchObject(Object.fromEntries(printed))
    }
  })

  test('reach from 2018 to the first whole table, without a gap', () => {
    expect(Object.keys(years).map(Number)).toEqual([2018, 2019, 2020, 2021, 2022])
    expect(firstEarlierYear).toBe(2018)
    expect(exclusionLawBefore(2017, 'single')).toBeNull()
    expect(exclusionLawBefore(federalYears.first, 'single')).toBeNull()
  })

  test('have what a whole table has: the same names, the rates of 2023', () => {
    for (const status of filingStatuses) {
      const before = exclusionLawBefore(2022, status)
      const after = federalLawFor(federalTable(2023), status)
      for (const rate of ['amtPhaseoutRate', 'amtiIncreaseRate', 'amtLowRate', 'amtHighRate', 'gains15Rate'] as const)
        expect(before?.[rate]).toBe(after[rate])
      for (const name of Object.keys(before ?? {})) expect(after).toHaveProperty(name)
    }
  })

  // OpenTaxSolver and Form 6251 line 4: separate returns begin to add at 776,100 in 2022, 718,800 in 2018
  test('the exemption of a separate return is gone where the increase begins', () => {
    expect(exclusionLawBefore(2022, 'mfs')?.amtExemptionGone).toBe(776_100)
    expect(exclusionLawBefore(2018, 'mfs')?.amtExemptionGone).toBe(718_800)
  })
})
