/** `isoline plan`: what it prints, what it gives as JSON, what it refuses, and a search that is stopped. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { file, flowing, isoline, isolineIn, json } from './isoline.ts'
import { joint, jointFlat } from './scenarios.ts'

const scenario = file('joint.yaml', joint())
const staging = 'examples/staging.yaml'
const minute = 60_000

/** Two years, nothing discounted: all 12,000 held until they qualify. See `plan.test.ts` of the engine for the working. */
const twoYears = file(
  'two-years.yaml',
  joint({
    '  cash: 50000\n': '',
    '    withheld: 30000\n': '    withheld: 30000\n  2027: { wages: 232200 }\n',
    'company:': 'assumptions: { discountRate: 0, indexing: 0, wageGrowth: 0 }\ncompany:\n  listed: true',
  }),
)

describe('what it prints', () => {
  test('the answer first: worth, what the rule costs, and how far the best can be above it', async () => {
    const { code, out, err } = await isoline('plan', twoYears, '--through', '2027')
    expect([code, err]).toEqual([0, ''])
    // 216,000 less 15 % of it and 3.8 % of 198,200
    expect(flowing(out)).toContain("The best plan through 2027 is worth $176,068 after tax, in today's dollars.")
    expect(flowing(out)).toMatch(
      /No plan on these days and prices is worth more than \$1 above it \(0\.001%\); --prove/,
    )
    expect(out).toMatch(/^ {2}2026-01-15 {2}exercise {2}12,000 {2}G1 /m)
    expect(out).toMatch(/^ {2}2027-\d\d-\d\d {2}sell {6}12,000 /m)
    expect(out).toContain('Beside the strategies people know')
    expect(out).toMatch(/^ {2}all now +\$176,068/m)
    expect(flowing(out)).toContain('household.cash any amount: not given')
  })

  test.each([scenario, staging, 'examples/before-the-ipo.yaml', 'examples/twelve-years.yaml', 'examples/mfs.yaml'])(
    '%s fits 80 columns but for its table of years',
    async (name) => {
      const { code, out } = await isoline('plan', name, '--as-of', '2026-01-02')
      expect(code).toBe(0)
      for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(100)
      const words = out.split('\n').filter((line) => !/ {2,}\S.* {2,}\S/.test(line))
      for (const line of words) expect(line.length, line).toBeLessThanOrEqual(80)
    },
  )

  test('nothing but the answer on standard output, no progress off a terminal', async () => {
    const { code, out, err } = await isoline('plan', twoYears, '--through', '2027', '--prove')
    expect([code, err]).toEqual([0, ''])
    expect(flowing(out)).toContain('Proved within solver tolerance')
    expect(out).not.toContain('\r')
  })
})

describe('as JSON', () => {
  test('is that of the contract', async () => {
    const { best, strategies } = await json('plan', staging, '--as-of', '2026-01-02')
    expect(best).toMatchObject({ value: expect.any(Number), bound: expect.any(Number), gap: expect.any(Number) })
    expect(best.bound).toBeGreaterThanOrEqual(best.value)
    expect(strategies.map(({ name }: { name: string }) => name)).toEqual([
      ...['nothing', 'allNow', 'evenSplit', 'fillTheRoom', 'beforeCreditShrinks', 'waitForLiquidity'],
      ...['exerciseAndSell', 'disqualifyAtYearEnd'],
    ])
    for (const each of strategies)
      expect(each).toMatchObject({ value: expect.any(Number), amt: expect.any(Number), creditLeft: expect.any(Number) })
  })

  test('its plan can stand in a scenario file, and project then has its taxes', async () => {
    const { parse, stringify } = await import('yaml')
    const answer = await json('plan', twoYears, '--through', '2027')
    const of = parse(readFileSync(twoYears, 'utf8'))
    const filed = file('filed.yaml', stringify({ ...of, plan: answer.best.plan }))
    const { years } = await json('project', filed)
    const taxes = years.map(({ year, summary }: { year: number; summary: { totalTax: number } }) => [
      year,
      summary.totalTax,
    ])
    expect(taxes).toEqual(
      answer.best.years.slice(0, 2).map(({ year, totalTax }: { year: number; totalTax: number }) => [year, totalTax]),
    )
  })

  test('--prove in its thread gives what the engine gives', async () => {
    const words = ['plan', twoYears, '--through', '2027']
    const [proved, quick] = [await json(...words, '--prove'), await json(...words)]
    expect(proved.best.proved).toBe(true)
    expect(quick.best.proved).toBe(false)
    expect(proved.best.value).toBeCloseTo(quick.best.value, 0)
  })

  test('--actions, --save, --growth and --december change what they say', async () => {
    const base = ['plan', staging, '--as-of', '2026-01-02', '--through', '2028']
    const free = await json(...base)
    const two = await json(...base, '--actions', '2')
    expect(two.best.actions).toBeLessThanOrEqual(2)
    expect(two.best.value).toBeLessThanOrEqual(free.best.bound)
    const saving = await json(...base, '--save', '50000')
    expect(saving.best.value).toBeGreaterThanOrEqual(free.best.value - 1)
    const flat = await json(...base, '--growth', '0')
    expect([flat.growth, flat.flat]).toEqual([0, null])
    const december = await json(...base, '--december')
    expect(december.best.bound).toBeGreaterThanOrEqual(free.best.value)
  })
})

describe('what it refuses', () => {
  test('no scenario', async () => {
    const { code, out, err } = await isoline('plan')
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain("missing required argument 'S'")
  })

  test('a flat case, and a household with nothing to decide', async () => {
    const flat = await isoline('plan', file('flat.json', JSON.stringify(jointFlat)))
    expect([flat.code, flat.out]).toEqual([1, ''])
    expect(flat.err).toContain('a plan is made for a household with grants')
    const none = joint({ 'fmv: 20.00': 'fmv: 1.50' })
    const dear = await isoline('plan', file('none.yaml', none), '--json')
    expect([dear.code, dear.out]).toEqual([1, ''])
    expect(JSON.parse(dear.err).error.problems).toMatchObject([{ path: 'grants', code: 'outOfRange' }])
  })

  test('errors in the thread of --prove come back as what they are', async () => {
    const none = file('none.yaml', joint({ 'fmv: 20.00': 'fmv: 1.50' }))
    const { code, err } = await isoline('plan', none, '--prove', '--json')
    expect(code).toBe(1)
    expect(JSON.parse(err).error.problems).toMatchObject([{ path: 'grants', code: 'outOfRange' }])
  })

  test('an instance file with faults: every one of them, each with its path', async () => {
    const instance = { T: 0, tail: 2, status: 'hoh', wages: [], price: [20], grants: [{ K: -1, shares: 1, qual: 0 }] }
    const bad = file('bad.json', JSON.stringify({ instances: [{ id: 'a', instance }, { id: 1 }] }))
    const { code, out, err } = await isoline('plan', '--instances', bad, '--json')
    expect([code, out]).toEqual([1, ''])
    const paths = JSON.parse(err).error.problems.map(({ path }: { path: string }) => path)
    const one = 'instances[0].instance'
    expect(paths).toEqual(
      expect.arrayContaining([
        ...[`${one}.T`, `${one}.status`, `${one}.wages`, `${one}.grants[0].K`, `${one}.lots`, `${one}.r`],
        ...['instances[1].id', 'instances[1].instance'],
      ]),
    )
    expect((await isoline('plan', '--instances', file('no.json', '[]'))).code).toBe(1)
  })
})

test('instances from a file: one row each, in order, and from standard input', async () => {
  const instance = {
    ...{ T: 1, tail: 1, status: 'single', wages: [100_000], price: [20], r: 0, indexing: 0, credit0: 0 },
    ...{ grants: [{ K: 10, shares: 1_000, qual: 1 }], lots: [] },
  }
  const stdin = JSON.stringify({
    instances: [
      { id: 'a', instance },
      { id: 'b', instance },
    ],
  })
  const { code, out } = await isolineIn({ stdin }, 'plan', '--instances', '-', '--json')
  expect(code).toBe(0)
  // 10,000 of wages on taxable income of 83,900: 22 %
  const row = { value: 7_800, plan: [{ grant: 0, exerciseYear: 0, sellYear: 0, shares: 1_000 }] }
  expect(JSON.parse(out)).toMatchObject([
    { id: 'a', ...row },
    { id: 'b', ...row },
  ])
  const table = await isolineIn({ stdin }, 'plan', '--instances', '-')
  expect(table.out).toMatch(/^ {2}a +\$7,800\.00/m)
})

test(
  'Ctrl-C stops a long search with the best plan so far and its gap',
  async () => {
    const root = join(import.meta.dirname, '../../..')
    const { parse } = await import('yaml')
    const of = parse(readFileSync(join(root, staging), 'utf8'))
    const grants = Array.from({ length: 8 }, (_, i) => ({
      ...{
        ...of.grants[i % 2],
        id: `g${i}`,
        strike: 3 + 2.5 * i,
        on: `202${i % 5}-0${i + 1}-15`,
        expires: `203${i % 5}-0${i + 1}-14`,
      },
      vesting: { from: `202${i % 5}-0${i + 1}-15`, months: 48 },
    }))
    const long = file('long.json', JSON.stringify({ ...of, grants, lots: [] }))
    const words = ['plan', long, '--as-of', '2026-01-02', '--through', '2046', '--december']
    const child = spawn(process.execPath, [
      ...['--conditions=@isoline/source', join(root, 'packages/cli/src/main.ts'), ...words],
      ...['--prove', '--gap', '0', '--nodes', '100000000', '--json'],
    ])
    let [out, err] = ['', '']
    child.stdout.on('data', (data) => {
      out += data
    })
    child.stderr.on('data', (data) => {
      err += data
    })
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
    const stop = setTimeout(() => child.kill('SIGINT'), 4_000)
    const code = await ended
    clearTimeout(stop)
    expect([code, err]).toEqual([0, '\nisoline: stopping with the best plan so far\n'])
    const { best } = JSON.parse(out)
    expect(best.proved).toBe(false)
    expect(best.gap).toBeGreaterThan(0)
    expect(best.plan.length).toBeGreaterThan(0)
  },
  2 * minute,
)
