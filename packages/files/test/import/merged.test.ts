import { parseScenario } from '@isoline/engine'
import { expect, test } from 'vitest'
import { classicGains, gains, soldOption } from '../fixtures/etrade.ts'
import { csv } from '../fixtures/tables.ts'
import { bare, imported, merged } from './read.ts'

const words = [
  'Date option granted',
  'Date option exercised',
  'Exercise price per share',
  'Fair market value per share on exercise date',
  'Number of shares transferred',
]
const form = (...cells: string[]) => csv([words, cells])
const one = ['03/01/2021', '06/03/2024', '$2.00', '$20.00', '400']
const grant = { id: 'G', kind: 'iso', on: '2021-03-01', shares: 4_000, strike: 2, fmvAtGrant: 2, expires: '2031-02-28' }
const held = { ...bare, grants: [grant] }
const lot = { id: 'old', grant: 'G', exercised: '2024-06-03', shares: 400, fmvAtExercise: 20 }
const read = (text: string, file = 'form.csv') => imported(file, text)

test('a lot of a grant that is known makes a scenario that stands', async () => {
  const { scenario, added, asked, contradictions } = merged(held, [await read(form(...one))])
  expect(added).toEqual({ grants: 0, lots: 1, sales: 0, prices: 0, filed: 0 })
  expect([asked, contradictions]).toEqual([[], []])
  expect(scenario['lots']).toEqual([
    {
      id: 'L1',
      grant: 'G',
      exercised: '2024-06-03',
      shares: 400,
      strike: 2,
      fmvAtExercise: 20,
      sources: ['form.csv, row 2, read 2026-01-15'],
    },
  ])
  // 400 shares with a spread of 18 each
  expect(parseScenario(scenario).lots).toMatchObject([{ shares: 400, fmvAtExercise: 20, strike: 2 }])
  expect(held).not.toHaveProperty('lots')
})

test('the same file twice adds nothing, at once or later', async () => {
  const file = await read(form(...one))
  const once = merged(held, [file])
  const twice = merged(once.scenario, [file, file])
  expect(twice.changes).toEqual([])
  expect(twice.scenario).toEqual(once.scenario)
  expect(merged(held, [file, file]).scenario).toEqual(once.scenario)
  expect(twice.known).toBe(2)
})

test('one fact of two files is one fact with two sources', async () => {
  const files = [await read(form(...one)), await read(form(...one), 'copy.csv')]
  const { scenario, added } = merged(held, files)
  expect(added.lots).toBe(1)
  expect(scenario['lots']).toMatchObject([
    { sources: ['form.csv, row 2, read 2026-01-15', 'copy.csv, row 2, read 2026-01-15'] },
  ])
})

test('two equal rows of one file are two exercises', async () => {
  const file = await read(csv([words, one, one]))
  const once = merged(held, [file])
  expect(once.added.lots).toBe(2)
  // The grant is that of both rows, and the file one source of it
  expect(once.scenario['grants']).toMatchObject([{ sources: ['form.csv, row 2, read 2026-01-15'] }])
  expect(merged(once.scenario, [file]).changes).toEqual([])
})

test('what contradicts is listed, and the scenario stays as it is', async () => {
  const before = { ...held, lots: [{ ...lot, fmvAtExercise: 19 }] }
  const value = merged(before, [await read(form(...one))])
  expect(value.contradictions).toMatchObject([{ path: 'lots[0].fmvAtExercise', scenario: 19, found: 20 }])
  expect(value.scenario['lots']).toMatchObject([{ fmvAtExercise: 19 }])
  const shares = merged({ ...held, lots: [{ ...lot, shares: 399 }] }, [await read(form(...one))])
  expect(shares.contradictions).toMatchObject([{ path: 'lots[0].shares', scenario: 399, found: 400 }])
  expect([shares.added.lots, shares.scenario['lots']]).toMatchObject([0, [{ shares: 399 }]])
  // Half a cent is rounding of twenty dollars, and much of five cents
  const valued = async (scenarioValue: number, fileValue: string) =>
    merged({ ...held, lots: [{ ...lot, fmvAtExercise: scenarioValue }] }, [
      await read(form(...one.slice(0, 3), fileValue, '400')),
    ]).contradictions.length
  expect([await valued(20.004, '20.00'), await valued(20.01, '20.00'), await valued(0.054, '0.05')]).toEqual([0, 1, 1])
  // The exercise that agrees is found first, whatever their order
  const both = await read(csv([words, [...one.slice(0, 4), '700'], one]))
  expect(merged({ ...held, lots: [lot] }, [both])).toMatchObject({ contradictions: [], added: { lots: 1 } })
})

test('a price restated for a split is that of the same grant', async () => {
  // 4 new for 1 old in 2023: the strike of 8 at grant is 2 at the exercise
  const split = {
    ...bare,
    company: { splits: [{ on: '2023-01-01', ratio: 4 }] },
    grants: [{ ...grant, strike: 8, fmvAtGrant: 8 }],
  }
  const { added, contradictions, scenario } = merged(split, [await read(form(...one))])
  expect([added.grants, added.lots, contradictions]).toEqual([0, 1, []])
  expect(scenario['grants']).toMatchObject([{ strike: 8 }])
  // A split after the exercise restates the shares too, which are not those of the day
  const later = merged({ ...split, company: { splits: [{ on: '2025-01-01', ratio: 4 }] } }, [
    await read(csv([gains, soldOption(gains, { Quantity: 100 })]), 'gains.csv'),
  ])
  expect(later.added).toEqual({ grants: 0, lots: 0, sales: 0, prices: 0, filed: 0 })
  expect(later.contradictions).toMatchObject([
    { path: 'grants[0].strike', scenario: 8, found: 2, message: expect.stringContaining('a split after that day') },
  ])
  // Without the split it is another grant of that day
  expect(merged({ ...split, company: {} }, [await read(form(...one))]).added.grants).toBe(1)
})

test('what no file says is asked, with its place and what it changes', async () => {
  const { asked, scenario } = merged({ ...bare, company: { prices: [{ on: '2024-05-01', fmv: 19 }] } }, [
    await read(
      csv([
        ['Grant Date', 'Exercise Date', 'Shares Exercised', 'Exercise Price'],
        ['03/01/2021', '06/03/2024', '400', '2'],
      ]),
    ),
  ])
  expect(asked.map(({ path }) => path)).toEqual([
    ...['grants[0].kind', 'grants[0].shares', 'grants[0].fmvAtGrant', 'grants[0].expires'],
    'lots[0].fmvAtExercise',
  ])
  const last = asked.at(-1)
  expect(last?.message).toMatch(
    /^The exercise of 2024-06-03 \(L1\): What was a share worth .* company.prices has 19 from 2024-05-01 on\.$/,
  )
  expect(last?.changes).toContain('line 2i')
  // A guess would let it pass
  expect(() => parseScenario(scenario)).toThrow(/lots\[0\]\.fmvAtExercise/)
})

test('a sale of a year, then the form of its exercise: one lot, filled in', async () => {
  const sales = await read(csv([gains, soldOption(gains, { Quantity: 100 })]), 'gains.csv')
  const first = merged(held, [sales])
  expect(first.asked).toMatchObject([
    { path: 'lots[0].shares', message: expect.stringContaining('The file shows 100 of them sold.') },
  ])
  const { scenario, asked, added, changes } = merged(first.scenario, [await read(form(...one))])
  expect([asked, added.lots]).toEqual([[], 0])
  expect(changes.map(({ path }) => path.join('.'))).toEqual(['grants.0.sources', 'lots.0.sources', 'lots.0.shares'])
  expect(parseScenario(scenario).plan).toMatchObject([
    { kind: 'sell', on: '2025-07-08', lot: 'L1', shares: 100, price: 30 },
  ])
  // Both generations of the file tell the same sale
  const classic = await read(csv([classicGains, soldOption(classicGains, { 'Qty.': 100 })]), 'classic.csv')
  expect(merged(scenario, [classic]).added).toEqual({ grants: 0, lots: 0, sales: 0, prices: 0, filed: 0 })
})

test('an exercise that the plan has is not a second one', async () => {
  const company = { prices: [{ on: '2023-01-01', fmv: 80 }], splits: [{ on: '2024-01-01', ratio: 4 }] }
  const planned = (on: string, exercise: number) => ({ ...held, company, plan: [{ on, exercise, grant: 'G' }] })
  const same = merged(planned('2024-06-03', 400), [await read(form(...one))])
  expect([same.added.lots, same.known, same.asked, same.contradictions]).toEqual([0, 1, [], []])
  expect(merged(same.scenario, [await read(form(...one))]).changes).toEqual([])
  // 80 before the split of four for one is 20 after it
  const dearer = merged(planned('2024-06-03', 400), [await read(form(...one.slice(0, 3), '$21.00', '400'))])
  expect(dearer.contradictions).toMatchObject([{ path: 'company.prices', scenario: 20, found: 21 }])
  // Its sales are those of the lot it makes
  const sold = await read(csv([gains, soldOption(gains, { Quantity: 100 })]), 'gains.csv')
  expect(merged(planned('2024-06-03', 400), [sold]).scenario['plan']).toMatchObject([
    {},
    { sell: 100, lot: 'G@2024-06-03' },
  ])
  const fewer = merged(planned('2024-06-03', 300), [await read(form(...one))])
  expect([fewer.added.lots, fewer.contradictions]).toMatchObject([
    0,
    [{ path: 'plan[0].exercise', scenario: 300, found: 400 }],
  ])
  // On another day of the year it may be the same, which only the person knows
  const other = merged(planned('2024-05-02', 400), [await read(form(...one))])
  expect([other.added.lots, other.asked]).toMatchObject([
    1,
    [{ path: 'plan[0]', message: expect.stringContaining('now both count') }],
  ])
  expect(merged(planned('2025-05-02', 400), [await read(form(...one))]).asked).toEqual([])
})

test('a sale that the plan has for another day is asked about', async () => {
  const planned = { ...held, lots: [lot], plan: [{ on: '2025-03-03', sell: 100, lot: 'old', price: 30 }] }
  const sold = await read(csv([gains, soldOption(gains, { Quantity: 100 })]), 'gains.csv')
  const { asked, added, scenario } = merged(planned, [sold])
  expect([asked, added.sales]).toMatchObject([
    [{ path: 'plan[0]', message: expect.stringMatching(/^The plan sells 100 of old/) }],
    1,
  ])
  expect(merged(scenario, [sold]).asked).toEqual([])
})

test('equal sales of one day are as many as the file has; another price contradicts', async () => {
  const sold = soldOption(gains, { Quantity: 100 })
  const file = await read(csv([gains, sold, sold]), 'gains.csv')
  const { scenario, added } = merged({ ...held, lots: [lot] }, [file])
  expect(added.sales).toBe(2)
  expect(merged(scenario, [file]).changes).toEqual([])
  const planned = { ...held, lots: [lot], plan: [{ on: '2025-07-08', sell: 100, lot: 'old', price: 28 }] }
  const other = merged(planned, [await read(csv([gains, sold]), 'gains.csv')])
  expect(other.contradictions).toMatchObject([
    { path: 'plan[0]', scenario: { sell: 100, price: 28 }, found: { sell: 100, price: 30 } },
  ])
  expect(other.scenario['plan']).toEqual(planned.plan)
})

test('a value of a day is one fact, and another value of that day contradicts', async () => {
  const valued = (amount: string) =>
    imported(
      'v.json',
      JSON.stringify({
        items: [
          { object_type: 'VALUATION', effective_date: '2024-01-01', price_per_share: { amount, currency: 'USD' } },
        ],
      }),
    )
  const once = merged(bare, [await valued('19.50')])
  expect(once.scenario['company']).toEqual({
    prices: [{ on: '2024-01-01', fmv: 19.5, sources: ['v.json, item 2, read 2026-01-15'] }],
  })
  expect(merged(once.scenario, [await valued('19.50')]).changes).toEqual([])
  const other = merged(once.scenario, [await valued('21')])
  expect([other.contradictions.map(({ path }) => path), other.added.prices]).toEqual([['company.prices[0].fmv'], 0])
})

test('a scenario whose lists are no lists is refused, and nothing reaches a prototype', async () => {
  const file = await read(form(...one))
  for (const bad of [7, null, [], { lots: 7 }, { grants: [1] }, { company: [] }])
    expect(() => merged(bad, [file])).toThrow(/Correct the scenario/)
  const hostile = JSON.parse('{ "tax3921": { "__proto__": { "polluted": 1 }, "constructor": 2 } }')
  await imported('a.json', JSON.stringify(hostile))
  await imported('a.json', '{ "taxW2": { "wages": 1, "__proto__": 5 } }')
  expect(({} as { polluted?: number }).polluted).toBeUndefined()
})
