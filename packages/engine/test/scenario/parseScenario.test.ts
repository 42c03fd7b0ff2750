import { describe, expect, test } from 'vitest'
import { parseScenario } from '../../src/scenario/parseScenario.ts'
import { small, spoiled, yaml } from './files.ts'

const whole = () => yaml('packages/engine/test/scenario/whole.yaml')

describe('a scenario that is right', () => {
  test('the whole format is read', () => {
    const of = parseScenario(whole())
    expect(of.household.statuses).toEqual([
      { from: 2026, status: 'mfj' },
      { from: 2028, status: 'mfj' },
    ])
    const [first, second] = of.incomes
    expect(first).toMatchObject({
      year: 2026,
      wages: 320_000,
      shortTermGain: -200,
      collectiblesGain: 1000,
      withheld: 61_000,
    })
    expect(first?.form6251).toMatchObject({ line2b: -1, line2t: 17 })
    expect(first?.credits).toEqual({ childTaxCredit: 2200, foreignTaxCredit: 100, amtForeignTaxCredit: 90, other: 15 })
    expect(first?.itemized).toMatchObject({ stateAndLocalTaxes: 'auto', charityPrivateStock: 70 })
    expect(first?.stateWithheld).toEqual({ CA: 21_000 })
    expect(second).toMatchObject({ year: 2027, wages: 335_000, interest: 1500, withheld: 60_000, estimatedPaid: [] })
    expect(second?.stateWithheld).toEqual({ CA: 22_000 })
    expect(of.company.view).toEqual({ growth: 0.12, volatility: 0.6, liquidityOn: '2029-06-30' })
    expect(of.company.outcomes?.[1]).toEqual({
      ...{ name: 'stays private', kind: 'nothing', probability: 0.65, price: 0, on: null, sellableFrom: null },
    })
    expect(of.grants[1]).toMatchObject({
      vesting: [
        { on: '2025-03-01', shares: 600 },
        { on: '2026-03-01', shares: 300 },
      ],
    })
    expect(of.lots[0]).toMatchObject({ id: 'L1', vestedOn: null, election83b: false })
    expect(of.carryforwards).toEqual({
      minimumTaxCredit: 12_000,
      capitalLoss: { short: 100, long: 200 },
      amtCapitalLoss: { short: 300, long: 400 },
      charity: [{ category: 'privateStock', year: 2024, amount: 900 }],
      state: { CA: { minimumTaxCredit: 1800 } },
    })
    expect(of.history[0]).toMatchObject({ year: 2025, status: 'single', totalTax: 92_000, agi: 340_000 })
    expect(of.history[0]?.form6251).toMatchObject({ line1b: 300_000, line3Exclusion: 6, line11: 3000 })
    expect(of.history[0]?.qualifiedDividendWorksheet).toEqual({ line4: 3000, line5: 297_000 })
    expect(of.plan.map((action) => action.kind)).toEqual(['exercise', 'exercise', 'exercise', 'sell', 'give', 'give'])
    expect(of.plan[0]).toMatchObject({ how: 'hold', as: 'first' })
    expect(of.plan[1]).toMatchObject({ how: 'sellToCover', as: 'G1@2026-11-20' })
    expect(of.plan[2]).toMatchObject({ how: 'sameDaySale' })
    expect(of.plan[4]).toEqual({ kind: 'give', on: '2028-12-01', cash: 20_000, shares: 0, lot: null, to: 'dafSponsor' })
    expect(of.assumptions).toMatchObject({ horizon: 2036, readings: { exclusionGainsRegular: 0 } })
  })

  test('the same value gives the same case, and is not changed', () => {
    const value = whole()
    const before = JSON.stringify(value)
    expect(JSON.stringify(parseScenario(value))).toBe(JSON.stringify(parseScenario(value)))
    expect(JSON.stringify(value)).toBe(before)
  })

  test('JSON and YAML read alike', () => {
    expect(parseScenario(JSON.parse(JSON.stringify(whole())))).toEqual(parseScenario(whole()))
  })

  test('every default taken is listed with its path', () => {
    const { assumed } = parseScenario(small())
    const at = (path: string) => assumed.find((each) => each.path === path)?.value
    expect(at('household.dependents')).toBe('0')
    expect(at('household.cash')).toBe('none')
    expect(at('household.people[0].blind')).toBe('false')
    expect(at('incomes.2026.interest')).toBe('0')
    expect(at('incomes.2026.itemized')).toBe('none')
    expect(at('incomes.2026.deductionChoice')).toBe('lowestTax')
    expect(at('company.listed')).toBe('false')
    expect(at('grants[0].earlyExercise')).toBe('false')
    expect(at('lots[0].vestedOn')).toBe('none')
    expect(at('plan[0].as')).toBe('G1@2026-01-15')
    expect(at('carryforwards.minimumTaxCredit')).toBe('0')
    expect(at('history')).toBe('none')
    expect(at('assumptions.horizon')).toBe('2026')
    // What is given is not assumed
    expect(at('incomes.2026.wages')).toBeUndefined()
    expect(at('grants[0].vesting')).toBeUndefined()
  })

  test('a whole scenario assumes nothing that it gives', () => {
    const paths = parseScenario(whole()).assumed.map(({ path }) => path)
    expect(paths.filter((path) => path.startsWith('incomes.2026'))).toEqual([])
    expect(paths.filter((path) => path.startsWith('history'))).toEqual([])
    expect(paths.filter((path) => path.startsWith('assumptions'))).toEqual([])
    expect(paths.filter((path) => path.startsWith('carryforwards'))).toEqual([])
  })

  test('no company, no grants: income alone is a scenario', () => {
    const file = spoiled({ company: undefined, grants: undefined, lots: undefined, plan: undefined })
    expect(parseScenario(file).company).toMatchObject({ name: '', listed: false, prices: [], splits: [] })
  })

  test('a capital loss not given for the AMT is zero, and assumed says what it usually is', () => {
    const of = parseScenario(spoiled({ carryforwards: { capitalLoss: { short: 5, long: 7 } } }))
    expect(of.carryforwards.amtCapitalLoss).toEqual({ short: 0, long: 0 })
    expect(of.assumed).toContainEqual({
      path: 'carryforwards.amtCapitalLoss',
      value: '0',
      message: 'not given, though a regular loss is: give it. Without earlier sales of option stock it is the same.',
    })
  })

  test('one person of a joint return, one spouse alone, two people in a single year: assumed says how it is read', () => {
    const assumed = (changes: object) => parseScenario(spoiled({ ...changes })).assumed.map((each) => each.path)
    const two = [{ born: '1990-05-05' }, { born: '1990-05-06' }]
    expect(assumed({ 'household.status': 'mfj' })).toContain('household.people[1]')
    expect(assumed({ 'household.status': 'mfs' })).toContain('household.status')
    expect(assumed({ 'household.status': { 2026: 'single', 2027: 'mfj' }, 'household.people': two })).toContain(
      'household.people',
    )
    expect(assumed({ 'household.residence': [{ from: '2026-03-01', state: 'WA' }] })).toContain(
      'household.residence[0].from',
    )
  })

  test('lines of an older Form 6251 are read as the newest calls them', () => {
    const of = parseScenario(spoiled({ history: { 2025: { form6251: { line1: 300_000, line11: 5, status: 'hoh' } } } }))
    expect(of.history[0]).toMatchObject({ status: 'hoh', form6251: { line1b: 300_000, line11: 5, line2e: 0 } })
    expect(of.assumed.map(({ path }) => path)).toContain('history.2025.form6251.line2e')
  })
})
