import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { NotModelled } from '../../src/errors.ts'
import { parseFlatCase } from '../../src/scenario/flatCase.ts'
import { found } from './files.ts'
import { itemized, row } from './rows.ts'

const facts = (more: object) => parseFlatCase({ ...row, ...more }).facts

describe('a row that is right', () => {
  test('becomes facts', () => {
    const flat = parseFlatCase(row)
    expect(flat).toMatchObject({
      id: 'a',
      year: 2026,
      status: 'single',
      state: null,
      dependents: 0,
      rounding: null,
      readings: {},
    })
    expect(flat.facts).toMatchObject({
      wages: 200_000,
      interest: 10,
      ordinaryDividends: 20,
      qualifiedDividends: 15,
      isoSpread: 50,
      otherAmtAdjustment: -60,
      hasItemized: false,
      deductionChoice: 'lowestTax',
      agedOrBlindBoxes: 0,
      seniors: 0,
      childTaxCredit: 0,
      otherCredits: 0,
    })
    expect(flat.facts.gains).toMatchObject({ short: -30, long: 40 })
    expect(flat.facts.amtGains).toEqual(flat.facts.gains)
  })

  test('with everything that may be added', () => {
    const flat = parseFlatCase({
      ...row,
      state: 'CA',
      dependents: 3,
      rounding: 'as-filed',
      readings: { exclusionGainsRegular: 0 },
      itemized: { ...itemized, charityOrdinary: 6, charityPrivate: 7, charityPrivateStock: 8 },
      credits: {
        childTaxCredit: 1,
        foreignTaxCredit: 2,
        amtForeignTaxCredit: 3,
        other: 4,
        education: 5,
        residentialEnergy: 6,
      },
      minimumTaxCreditCarriedIn: 70,
      deductionChoice: 'itemized',
      amtGainDifference: -25,
      collectiblesGain: 30,
      unrecaptured1250Gain: 5,
      otherIncome: 6,
      otherAmtExclusion: -7,
      form6251: { line2b: -8, line2t: 9 },
      blind: true,
    })
    expect(flat).toMatchObject({
      state: 'CA',
      dependents: 3,
      rounding: 'as-filed',
      readings: { exclusionGainsRegular: 0 },
    })
    expect(flat.facts).toMatchObject({
      hasItemized: true,
      stateAndLocalTaxes: 1,
      charityStock: 5,
      charityPrivateStock: 8,
      childTaxCredit: 1,
      foreignTaxCredit: 2,
      amtForeignTaxCredit: 3,
      otherCredits: 15,
      minimumTaxCredit: 70,
      deductionChoice: 'itemized',
      otherIncome: 6,
      otherAmtExclusion: -7,
      line2b: -8,
      line2t: 9,
      agedOrBlindBoxes: 1,
      seniors: 0,
    })
    expect(flat.facts.amtGains).toMatchObject({ long: 15, collectibles: 30, unrecaptured1250: 5 })
  })

  test('boxes and seniors by age, blindness and status', () => {
    const boxes = (more: object) => [facts(more).agedOrBlindBoxes, facts(more).seniors]
    expect(boxes({ age: 64 })).toEqual([0, 0])
    expect(boxes({ age: 65 })).toEqual([1, 1])
    expect(boxes({ age: 65, blind: true })).toEqual([2, 1])
    const joint = { status: 'mfj', age: 70 }
    expect(boxes(joint)).toEqual([1, 1])
    expect(boxes({ ...joint, spouseAge: 64 })).toEqual([1, 1])
    expect(boxes({ ...joint, spouseAge: 65 })).toEqual([2, 2])
    expect(boxes({ ...joint, spouseAge: 65, spouseBlind: true, blind: false })).toEqual([3, 2])
  })

  test('losses carried in are the same for the AMT unless given', () => {
    const carried = (more: object) => {
      const { gains, amtGains } = facts(more)
      return [gains.shortCarryover, gains.longCarryover, amtGains.shortCarryover, amtGains.longCarryover]
    }
    expect(carried({ capitalLoss: { short: 1, long: 2 } })).toEqual([1, 2, 1, 2])
    expect(carried({ capitalLoss: { short: 1, long: 2 }, amtCapitalLoss: { short: 0, long: 9 } })).toEqual([1, 2, 0, 9])
    expect(carried({ amtCapitalLoss: { short: 0, long: 9 } })).toEqual([0, 0, 0, 9])
  })

  test('dependents never make a credit', () => {
    expect(facts({ dependents: 4 }).childTaxCredit).toBe(0)
  })

  test('a foreign tax credit stands for the AMT up to 300, 600 on a joint return, and is not modelled beyond', () => {
    const joint = { status: 'mfj' }
    expect(facts({ credits: { foreignTaxCredit: 300 } }).amtForeignTaxCredit).toBe(300)
    expect(facts({ ...joint, credits: { foreignTaxCredit: 600 } }).amtForeignTaxCredit).toBe(600)
    expect(facts({ year: 2080, credits: { foreignTaxCredit: 300 } }).amtForeignTaxCredit).toBe(300)
    expect(() => facts({ credits: { foreignTaxCredit: 301 } })).toThrow(NotModelled)
    expect(facts({ credits: { foreignTaxCredit: 301, amtForeignTaxCredit: 0 } }).amtForeignTaxCredit).toBe(0)
    // A row that is wrong besides is told so first
    expect(found({ ...row, age: -1, credits: { foreignTaxCredit: 301 } }, parseFlatCase)).toEqual(['age negative'])
  })

  test('minus nothing is nothing', () => {
    expect(Object.is(facts({ longTermGain: -0 }).gains.long, 0)).toBe(true)
    expect(Object.is(facts({ wages: -0 }).wages, 0)).toBe(true)
  })

  test('every vector is read', () => {
    const file = new URL('../vectors/federal-returns.ndjson', import.meta.url)
    const lines = readFileSync(file, 'utf8').trim().split('\n')
    for (const line of lines) expect(parseFlatCase(JSON.parse(line).input).id).toMatch(/./)
    expect(lines.length).toBe(900)
  })
})

test('a thousand rows are read in a few milliseconds', () => {
  const rows = Array.from({ length: 1000 }, (_, i) => ({ ...row, wages: i, itemized }))
  for (let warm = 0; warm < 20; warm++) rows.forEach(parseFlatCase)
  const start = performance.now()
  for (let i = 0; i < 20; i++) rows.forEach(parseFlatCase)
  const rowsPerSecond = 20_000_000 / (performance.now() - start)
  // A floor far below what is measured (over two million), for machines that are busy
  expect(rowsPerSecond).toBeGreaterThan(100_000)
})
