/** How far shares go and where the room is least, asked of the engine about the first example. */
import { readFileSync } from 'node:fs'
import { parseScenario } from '@isoline/engine'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { reachOf } from '../src/ask/reach.ts'
import { sweepOf } from '../src/ask/sweep.ts'

const file = parse(readFileSync(new URL('../../../examples/robotics.yaml', import.meta.url), 'utf8'))
const of = parseScenario(file)
const asked = { asOf: '2026-01-15', year: 2026 }
const question = { grant: 'G1', year: 2026, on: '2026-01-15' }

test('shares reach as far as they are vested, as the cash goes, and as the short way says', () => {
  // 34 of 48 months since 2023-03-01 are over: 34,000 are vested, 4,000 of them exercised in 2025.
  // 9,974 × 2 + AMT of 40,046.96 = 59,994.96; one more share costs 2 + 5.04 and passes 60,000.
  // Without line 2a the headroom is 41,704 − (33,774 − 16,100 × 26 %) = 12,116: / 26 % / 18 = 2,588.9 shares.
  expect(reachOf(of, asked, question)).toEqual({ most: 30_000, payable: 9974, shortWay: 2588 })
})

test('without a plan they reach as far; without cash it is not known how far they can be paid', () => {
  const none = parseScenario({ ...file, plan: [] })
  expect(reachOf(none, asked, question)).toEqual({ most: 30_000, payable: 9974, shortWay: 2588 })
  const { cash, ...household } = file.household
  expect(cash).toBe(60_000)
  expect(reachOf(parseScenario({ ...file, household }), asked, question).payable).toBeNull()
  expect(reachOf(of, asked, { ...question, grant: 'G0' }).most).toBe(0)
})

test('the room along wages, and its lowest place to the dollar', () => {
  const at = [100_000, 150_000, 200_000, 250_000, 300_000]
  const { points, lowest } = sweepOf(of, asked, { ...question, fact: 'wages', at })
  expect(points.map(({ at: wages }) => wages)).toEqual(at)
  // Taxable income of 201,775, where the 24 % bracket of 2026 ends, and the standard deduction of 16,100
  expect(lowest?.at).toBe(201_775 + 16_100)
  expect(lowest?.shares).toBe(1667)
})

test('the shares in the room along the value of one', () => {
  const { points, lowest } = sweepOf(of, asked, { ...question, fact: 'value', at: [2, 7, 20, 32.5] })
  // 30,500 / (7 − 2), / 18 and / 30.5; at the strike nothing limits them
  expect(points.map(({ shares }) => shares)).toEqual([null, 6100, 1694, 1000])
  expect(lowest).toBeNull()
})
