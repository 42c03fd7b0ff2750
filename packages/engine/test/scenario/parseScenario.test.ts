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
    expect(of.company.view).toEqual({
      ...{ growth: 0.12, volatility: 0.6, liquidityOn: '2029-06-30' },
      jumps: { perYear: 0.3, mean: -0.4, volatility: 0.25 },
      failure: 0.05,
    })
    expect(of.company.outcomes?.[1]).toEqual({
      ...{ name: 'stays private', kind: 'nothing', probability: 0.65, price: 0, on: null, sellableFrom: null },
      maxShares: null,
    })
    expect(of.grants[1]).toMatchObject({
      vesting: [
        { on: '2025-03-01', shares: 600 },
        { on: '2026-03-01', shares: 300 },
      ],
    })
    expect(of.carryforwards).toEqual({
      minimumTaxCredit: 12_000,
      vehicleCreditUnallowed: 40,
      capitalLoss: { short: 100, long: 200 },
      amtCapitalLoss: { short: 300, long: 400 },
      charity: [{ category: 'privateStock', year: 2024, amount: 900 }],
      state: { CA: { minimumTaxCredit: 1800 } },
    })
    expect(of.history[0]).toMatchObject({ year: 2025, status: 'single', totalTax: 92_000, agi: 340_000 })
    expect(of.history[0]?.form6251).toMatchObject({ line1b: 300_000, line3Exclusion: 6, line11: 3000 })
    expect(of.history[0]?.qualifiedDividendWorksheet).toEqual({ line4: 3000, line5: 297_000 })
    expect(of.history[0]).toMatchObject({
      form8801: { line15: 100, line18: 2900, line19: 12_000, line20: 9, line21: 14_909, line25: 10, line26: 14_899 },
      ...{ credits: 2000, filedOn: '2026-04-10', paidOn: '2026-04-15' },
      missedAmtBasis: { difference: 40_000, netGain: 50_000 },
    })
    expect(of.assumptions).toMatchObject({ horizon: 2036, readings: { exclusionGainsRegular: 0 } })
  })

  test('grants and lots of the whole format', () => {
    const { company, grants, lots } = parseScenario(whole())
    expect(company.splits).toEqual([{ on: '2027-05-01', ratio: 4, kind: 'substitution' }])
    expect(grants[0]).toMatchObject({ vesting: { from: '2023-03-01', months: 48, cliffMonths: 12, everyMonths: 3 } })
    expect(grants[0]).toMatchObject({ acceleration: null, employmentEnds: null, exercisableUntil: null })
    expect(grants[2]).toMatchObject({
      earlyExercise: true,
      acceleration: { on: '2027-01-04', shares: 100 },
      employmentEnds: '2027-06-30',
      employmentEndsBy: 'disability',
      exercisableUntil: '2028-06-30',
      tenPercentOwner: true,
    })
    expect(lots[0]).toEqual({
      ...{ id: 'L1', grant: 'G1', exercised: '2025-03-10', shares: 4000, strike: 2, fmvAtExercise: 9.5 },
      ...{ vestedOn: null, election83b: false, nsoShares: 100, section16bUntil: null, qsbs: false },
    })
    // All shares of a nonstatutory option are nonstatutory
    expect(lots[1]).toMatchObject({ strike: null, nsoShares: 300, section16bUntil: '2025-09-30', qsbs: true })
  })

  test('the plan of the whole format', () => {
    const { plan } = parseScenario(whole())
    const kept = { election83b: false, section16bUntil: null, qsbs: false, payWith: null }
    const unsold = { price: null, fees: 0, inW2: true, reported: 'none' }
    const exercise = (on: string, shares: number, as: string) => ({ kind: 'exercise', on, grant: 'G1', shares, as })
    expect(plan).toEqual([
      {
        ...{ ...exercise('2026-01-15', 5000, 'first'), ...kept, ...unsold, how: 'hold' },
        ...{ section16bUntil: '2026-07-15', qsbs: true },
      },
      {
        ...{ ...exercise('2026-11-20', 500, 'G1@2026-11-20'), ...kept, how: 'sellToCover' },
        ...{ price: 21, fees: 5, inW2: false, reported: 'proceeds' },
      },
      { ...exercise('2026-11-21', 500, 'G1@2026-11-21'), ...kept, ...unsold, how: 'sameDaySale' },
      { ...exercise('2026-11-22', 1600, 'early'), ...kept, ...unsold, how: 'hold', grant: 'G3', election83b: true },
      { ...exercise('2026-12-01', 100, 'swapped'), ...kept, ...unsold, how: 'hold', payWith: 'L1' },
      { kind: 'forfeit', on: '2027-07-01', lot: 'early', shares: 400, price: 1 },
      {
        ...{ kind: 'sell', on: '2028-03-02', lot: 'L1', shares: 4000, price: 30, fees: 12 },
        ...{ relatedBuyer: true, inW2: false, reported: 'basis' },
      },
      { kind: 'give', on: '2028-12-01', cash: 20_000, shares: 0, lot: null, to: 'dafSponsor', inW2: true },
      { kind: 'give', on: '2028-12-01', cash: 0, shares: 100, lot: 'first', to: 'person', inW2: false },
      { kind: 'give', on: '2028-12-02', cash: 0, shares: 50, lot: 'first', to: 'spouse', inW2: true },
      { kind: 'worthless', on: '2029-01-02', lot: 'swapped' },
    ])
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
