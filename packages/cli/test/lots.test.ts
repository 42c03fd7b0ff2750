import { expect, test } from 'vitest'
import { file, flowing, isoline, json } from './isoline.ts'
import { joint, jointFlat, line2k, soldTwice } from './scenarios.ts'

const planned = '  - { on: 2026-01-15, exercise: 10000, grant: G1 }'
const withLots = (lots: readonly string[], plan = '  []'): string =>
  joint({ [planned]: plan, 'plan:\n': `lots:\n${lots.map((lot) => `  - ${lot}\n`).join('')}plan:\n` })
const one = '{ id: L1, grant: G1, exercised: 2025-06-02, shares: 1000, fmvAtExercise: 12 }'

test('one lot in one sentence, with both bases and both clocks', async () => {
  const { code, out } = await isoline('lots', file('one.yaml', withLots([one])), '--on', '2026-06-02')
  expect(code).toBe(0)
  // Granted on 1 March 2023 and exercised on 2 June 2025: the year is over with 2 June 2026
  expect(flowing(out)).toMatch(
    /^L1: a sale on 2026-06-02 is a disqualifying disposition; from 2026-06-03 on it qualifies\./,
  )
  expect(out).toMatch(/L1 +1,000 +\$2,000\.00 +\$2\.00 +\$12,000\.00 +\$12\.00\n/)
  expect(out).toMatch(/L1 +2025-06-02 +2026-06-03 +2026-06-03 +disqualifying\n/)
  // 1,000 shares with a spread of 10
  expect(out).toMatch(/2025 +\$10,000\.00 +L1\n/)
})

test('--on is the day of the sale, --as-of stands for it', async () => {
  const name = file('one.yaml', withLots([one]))
  const status = async (...more: string[]) => (await json('lots', name, ...more)).lots[0].status
  expect(await status('--on', '2026-06-02')).toBe('disqualifying')
  expect(await status('--on', '2026-06-03')).toBe('qualifying')
  expect(await status('--as-of', '2026-06-03')).toBe('qualifying')
  expect(await status('--as-of', '2026-06-03', '--on', '2025-06-01')).toBe('notExercised')
})

test('JSON is that of the contract', async () => {
  const { lots } = await json('lots', file('joint.yaml', joint()))
  expect(lots).toMatchObject([
    {
      ...{ id: 'G1@2026-01-15', planned: true, shares: 10_000, regularBasis: 20_000, amtBasis: 200_000, nsoShares: 0 },
      ...{ qualifyingOn: '2027-01-16', longTermOn: '2027-01-16', amtLongTermOn: '2027-01-16', parts: [] },
      inclusions: [{ year: 2026, on: '2026-01-15', amount: 180_000 }],
    },
  ])
})

test('none, several, and what the plan leaves', async () => {
  const none = await isoline('lots', file('none.yaml', joint({ [planned]: '  []' })))
  expect(none.out).toContain('There are no lots')
  const old = '{ id: old, grant: G1, exercised: 2024-06-03, shares: 400, fmvAtExercise: 12 }'
  const name = file('two.yaml', withLots([old, one], '  - { on: 2026-01-10, sell: 100, lot: old }'))
  const { out } = await isoline('lots', name)
  expect(flowing(out)).toContain(
    'On 2026-01-15 a sale of old is a qualifying disposition; the next lot to qualify does so from 2026-06-03 on.',
  )
  // Of 400 shares 300 are left: 600 and 3,600
  expect(out).toMatch(/old +400 +300 +\$600\.00 +\$2\.00 +\$3,600\.00 +\$12\.00\n/)
  expect(flowing(out)).toContain('after what the plan does until then')
  const sold = await isoline('lots', file('sold.yaml', line2k(soldTwice)), '--on', '2025-12-01')
  expect(flowing(sold.out)).toContain('L1: no share is left.')
})

/** 8,000 of 12,000 options, worth 20 each at grant, bought before they vest: 5,000 fit into 100,000, 3,000 are nonstatutory. */
const early = joint({
  'strike: 2.00, fmvAtGrant: 2.00,': 'strike: 20.00, fmvAtGrant: 20.00, earlyExercise: true,',
  'expires: 2033-03-01': 'expires: 2033-02-28, vesting: { from: 2024-03-01, months: 48 }',
  'fmv: 20.00': 'fmv: 26.00',
  'exercise: 10000, grant: G1': 'exercise: 8000, grant: G1, as: early, election83b: true',
})

test('the parts of a lot where they differ', async () => {
  const name = file('early.yaml', early)
  const { lots } = await json('lots', name)
  expect(lots[0]).toMatchObject({ shares: 8_000, nsoShares: 3_000 })
  // ISO shares cost 20 each, and 26 for AMT; nonstatutory ones were taxed at 26
  expect(lots[0]).toMatchObject({ regularBasis: 5_000 * 20 + 3_000 * 26, amtBasis: 8_000 * 26 })
  const { out } = await isoline('lots', name)
  expect(out).toContain('Parts of early')
  // From March 2024 to 15 January 2026 22 months: 5,500 of 12,000 are vested, all the 5,000 ISO shares among them
  expect(out).toMatch(/ISO +5,000 +\$20\.00 +\$26\.00 +vested +2027-01-16\n/)
  expect(out).toMatch(/NSO +500 +\$26\.00 +\$26\.00 +vested +2027-01-16\n/)
  expect(out).toMatch(/NSO +2,500 +\$26\.00 +\$26\.00 +2026-02-01 to +2027-01-16\n/)
  expect(flowing(out)).toContain('Nonstatutory (NSO) shares: 3,000 of 8,000 in early.')
})

test('two hundred lots: counted first, those with none left not listed', async () => {
  const day = (i: number): string => new Date(Date.UTC(2025, 0, 2 + 2 * i)).toISOString().slice(0, 10)
  const lots = Array.from(
    { length: 200 },
    (_, i) => `{ id: L${i + 1}, grant: G1, exercised: ${day(i)}, shares: 10, fmvAtExercise: 12 }`,
  )
  // The plan sells the first fifty lots whole, first in, first out
  const many = file('many.yaml', withLots(lots, '  - { on: 2026-06-15, sell: 500 }'))
  const { out } = await isoline('lots', many, '--on', '2026-06-30')
  // Those exercised until 29 June 2025 qualify: 90. The plan sells 50 of them before the day
  expect(flowing(out)).toMatch(/^On 2026-06-30 a sale of 40 of 200 lots is a qualifying disposition; the next lot/)
  expect(out).toMatch(/qualifying +40 +400 +\$800\.00 +\$4,800\.00\n/)
  expect(out).toMatch(/none left +50 +0 +\$0\.00 +\$0\.00\n/)
  expect(out).not.toMatch(/^ {2}L50 /m)
  expect(out).toMatch(/^ {2}L51 /m)
  expect(out).toContain('50 lots of which none is left are not listed: --json has them.')
  // Every second day: 182 of them are of 2025, with a spread of 100 each
  expect(out).toMatch(/2025 +\$18,200\.00 +182 lots\n/)
  expect(out.split('\n').filter((line) => line.length > 80)).toEqual([])
})

test('a flat case has no lots', async () => {
  const { code, err } = await isoline('lots', file('joint.json', JSON.stringify(jointFlat)))
  expect([code, err]).toEqual([1, expect.stringContaining('[needsScenario]')])
})
