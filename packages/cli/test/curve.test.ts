import { expect, test } from 'vitest'
import { file, isoline, isolineIn, json } from './isoline.ts'
import { joint, jointFlat } from './scenarios.ts'

const scenario = file('joint.yaml', joint())
const flat = file('joint.json', JSON.stringify(jointFlat))

test('corners with their reasons', async () => {
  const { points, grant } = await json('curve', scenario)
  expect(grant).toBe('G1')
  // The 26 % band is full at 244,500 + 140,200 - 232,200 = 152,500: 63,570 - 33,424 = 30,146 of AMT.
  // The phase-out begins at 767,800: 30,146 + 28 % of 615,300 = 202,430
  const corners = points.map(({ spread, amt, amtRate }: { spread: number; amt: number; amtRate: number }) => [
    spread,
    amt,
    amtRate,
  ])
  expect(corners.slice(0, 5)).toEqual([
    [0, 0, 0],
    [36_553.85, 0, 0.26],
    [152_500, 30_146, 0.28],
    [767_800, 202_430, 0.42],
    [1_048_200, 320_198, 0.28],
  ])
  expect(points[1].reasons[0].code).toBe('crossover')
})

test('is drawn in braille, or in ASCII where there is no UTF-8', async () => {
  const drawn = await isoline('curve', scenario)
  expect(drawn.out).toMatch(/[\u2801-\u28ff]{5}/)
  const plain = await isolineIn({ env: { LANG: 'C' } }, 'curve', scenario)
  expect(plain.out).toMatch(/\*{5}/)
  expect(plain.out.slice(0, plain.out.indexOf('From here'))).not.toMatch(/[^\p{ASCII}]/u)
})

test('of a flat case counts dollars', async () => {
  const { out } = await isoline('curve', flat)
  expect(out).toContain('AMT against spread in dollars')
})

test('refuses a grant that is not there', async () => {
  const { code, err } = await isoline('curve', scenario, '--grant', 'g1')
  expect(code).toBe(1)
  expect(err).toContain('Did you mean G1?')
})
