import { describe, expect, test } from 'vitest'
import { parseScenario } from '../../src/scenario/parseScenario.ts'
import { spoiled } from './files.ts'
import { exercise, sell, withPlan } from './plans.ts'

/** What is assumed under a path, as `key: value`. */
const under = (path: string, file: unknown): string[] =>
  parseScenario(file)
    .assumed.filter((each) => each.path.startsWith(`${path}.`))
    .map((each) => `${each.path.slice(path.length + 1)}: ${each.value}`)

const message = (path: string, file: unknown): string | undefined =>
  parseScenario(file).assumed.find((each) => each.path === path)?.message

describe('what is assumed of a grant', () => {
  test('that says little', () => {
    expect(under('grants[0]', spoiled({ 'grants[0].vesting.cliffMonths': undefined }))).toEqual([
      'employmentEnds: none',
      'vesting.cliffMonths: 0',
      'vesting.everyMonths: 1',
      'earlyExercise: false',
      'acceleration: none',
      'tenPercentOwner: false',
    ])
  })

  test('that says nothing of vesting, or not when all of it does', () => {
    expect(message('grants[0].vesting', spoiled({ 'grants[0].vesting': undefined }))).toBe(
      'not given: vested on the day of the grant',
    )
    expect(message('grants[0].vesting', spoiled({ 'grants[0].vesting': null }))).toBeUndefined()
    const steps = (...shares: number[]) =>
      spoiled({ 'grants[0].vesting': shares.map((each, i) => ({ on: `2024-0${i + 1}-01`, shares: each })) })
    expect(message('grants[0].vesting', steps(4000, 700))).toBe('the other 100 shares of the grant never vest')
    expect(message('grants[0].vesting', steps(4000, 800))).toBeUndefined()
  })

  test('when employment ends', () => {
    const left = spoiled({ 'grants[0].employmentEnds': '2026-06-30' })
    expect(under('grants[0]', left)).toContain('employmentEndsBy: leaving')
    expect(under('grants[0]', left)).toContain('exercisableUntil: none')
    expect(message('grants[0].exercisableUntil', left)).toBe(
      'not given: the options stay exercisable until they expire, after three months as nonstatutory ones',
    )
    expect(parseScenario(left).grants[0]).toMatchObject({ employmentEndsBy: 'leaving', exercisableUntil: null })
  })

  test('nothing of an acceleration or an end that is ruled out; all shares, where none are counted', () => {
    const none = { 'grants[0].acceleration': null, 'grants[0].employmentEnds': null }
    expect(under('grants[0]', spoiled(none))).toEqual([
      'vesting.everyMonths: 1',
      'earlyExercise: false',
      'tenPercentOwner: false',
    ])
    const all = spoiled({ 'grants[0].acceleration': { on: '2026-06-30' } })
    expect(under('grants[0]', all)).toContain('acceleration.shares: all')
    expect(parseScenario(all).grants[0]?.acceleration).toEqual({ on: '2026-06-30', shares: null })
  })
})

test('what is assumed of a lot: less of one of a nonstatutory option', () => {
  const rest = ['vestedOn: none', 'election83b: false']
  expect(under('lots[0]', spoiled({}))).toEqual([
    'strike: none',
    ...rest,
    ...['nsoShares: 0', 'section16bUntil: none', 'qsbs: false'],
  ])
  const nonstatutory = spoiled({ 'grants[0].kind': 'nso' })
  expect(under('lots[0]', nonstatutory)).toEqual(['strike: none', ...rest, 'section16bUntil: none', 'qsbs: false'])
  expect(parseScenario(nonstatutory).lots[0]?.nsoShares).toBe(1000)
  expect(parseScenario(spoiled({})).lots[0]).toMatchObject({ strike: null, nsoShares: 0 })
})

test('a split is one, without a word', () => {
  const split = spoiled({ 'company.splits': [{ on: '2025-12-01', ratio: 2 }] })
  expect(parseScenario(split).company.splits).toEqual([{ on: '2025-12-01', ratio: 2, kind: 'split' }])
  expect(under('company.splits[0]', split)).toEqual([])
})

describe('what is assumed of an exercise', () => {
  const made = ['as: G1@2026-02-01']
  const kept = ['election83b: false', 'section16bUntil: none', 'qsbs: false']
  const of = (more: object, changes = {}) => under('plan[0]', withPlan([exercise('2026-02-01', 10, more)], changes))

  test('that holds: nothing of a sale', () => {
    expect(of({})).toEqual([...made, 'hold: true', ...kept, 'payWith: none'])
    expect(of({ hold: true })).toEqual([...made, ...kept, 'payWith: none'])
    const [held] = parseScenario(withPlan([exercise('2026-02-01', 10)])).plan
    expect(held).toMatchObject({ price: null, fees: 0, payWith: null, inW2: true, reported: 'none' })
  })

  test('that sells: nothing of another payment', () => {
    const sale = ['price: none', 'fees: 0', 'inW2: true', 'reported: none']
    expect(of({ sellToCover: true })).toEqual([...made, ...kept, ...sale])
    expect(of({ sameDaySale: true }, { 'company.listed': true })).toEqual([
      ...[...made, ...kept, ...sale.slice(0, 3)],
      'reported: basis',
    ])
  })

  test('that is paid with shares, which are disposed of', () => {
    expect(of({ payWith: 'L1' })).toEqual([...made, 'hold: true', ...kept, 'inW2: true'])
  })

  test('nothing that it says, sold or not', () => {
    const says = { as: 'E', hold: true, election83b: true, section16bUntil: '2026-03-01', qsbs: true, payWith: 'L1' }
    const more = { ...says, inW2: false, reported: 'proceeds' }
    expect(of(more)).toEqual([])
    const { hold, ...rest } = more
    const [built] = parseScenario(withPlan([exercise('2026-02-01', 10, more)])).plan
    expect(built).toMatchObject({ ...rest, how: hold ? 'hold' : '' })
  })
})

test('what is assumed of a sale, of shares listed and not', () => {
  const sold = withPlan([sell('2026-02-01', 1)])
  expect(parseScenario(sold).plan[0]).toEqual({
    ...{ kind: 'sell', on: '2026-02-01', lot: null, shares: 1, price: null, fees: 0 },
    ...{ relatedBuyer: false, inW2: true, reported: 'none' },
  })
  const assumed = ['lot: none', 'price: none', 'fees: 0', 'relatedBuyer: false', 'inW2: true', 'reported: none']
  expect(under('plan[0]', sold)).toEqual(assumed)
  expect(message('plan[0].reported', sold)).toBe('not given: the company is not listed')
  const listed = withPlan([sell('2026-02-01', 1)], { 'company.listed': true })
  expect(parseScenario(listed).plan[0]).toMatchObject({ reported: 'basis' })
  expect(message('plan[0].reported', listed)).toBe('not given: the company is listed')
})

describe('what is assumed of a gift', () => {
  const gift = (give: object, to?: string) => withPlan([{ on: '2026-02-01', give, ...(to ? { to } : {}) }])

  test('of cash and of shares', () => {
    expect(under('plan[0]', gift({ cash: 5 }))).toEqual(['to: publicCharity'])
    expect(under('plan[0]', gift({ shares: 5 }))).toEqual(['give.lot: none', 'to: publicCharity', 'inW2: true'])
    expect(under('plan[0]', gift({ cash: 5 }, 'heirs'))).toEqual([])
  })

  test('of cash to a charity by its own name, as older files have it', () => {
    const old = gift({ cash: 5 }, 'Red Cross')
    expect(parseScenario(old).plan[0]).toMatchObject({ cash: 5, to: 'publicCharity' })
    expect(under('plan[0]', old)).toEqual(['to: publicCharity'])
    expect(message('plan[0].to', old)).toBe('"Red Cross" is taken to be a public charity')
  })

  test('to everyone known, of cash and of shares', () => {
    for (const to of ['publicCharity', 'dafSponsor', 'privateFoundation', 'person', 'spouse', 'heirs'])
      for (const give of [{ cash: 5 }, { shares: 5 }])
        expect(parseScenario(gift(give, to)).plan[0]).toMatchObject({ ...give, to })
  })
})

test('what is assumed of shares that go back, and nothing of those that are worthless', () => {
  const entry = { on: '2026-02-01', forfeit: 5, lot: 'L1' }
  const back = withPlan([entry, { on: '2026-02-02', worthless: 'L1' }], { 'lots[0].vestedOn': '2026-06-01' })
  expect(parseScenario(back).plan).toEqual([
    { kind: 'forfeit', on: '2026-02-01', lot: 'L1', shares: 5, price: null },
    { kind: 'worthless', on: '2026-02-02', lot: 'L1' },
  ])
  expect(under('plan[0]', back)).toEqual(['price: none'])
  expect(message('plan[0].price', back)).toBe('not given: what was paid for them')
  expect(under('plan[1]', back)).toEqual([])
})
