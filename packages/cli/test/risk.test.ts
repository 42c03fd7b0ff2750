/** The command `risk`: what it says, the same with any number of threads, and what stopping it leaves. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { file, flowing, isoline, json } from './isoline.ts'

const minute = 60_000
const root = join(import.meta.dirname, '../../..')
const peak = 'examples/peak-and-fall.yaml'
const asked = ['risk', peak, '--as-of', '2026-11-16']

/** The example with parts of it replaced. */
const scenario = (name: string, change: (of: ReturnType<typeof parse>) => void): string => {
  const of = parse(readFileSync(join(root, peak), 'utf8'))
  change(of)
  return file(`${name}.json`, JSON.stringify(of))
}

test('says what holding does against selling, and what each part may leave', async () => {
  const { code, out } = await isoline(...asked, '--paths', '1000')
  expect(code).toBe(0)
  const said = flowing(out)
  expect(said).toMatch(/Holding pays \$[\d,]+ less on average, and less than selling in \d+ of 100 futures\./)
  for (const part of ['Hold all', 'Hold 75%, sell the rest', 'Hold 50%, sell the rest', 'Sell all now'])
    expect(said).toContain(part)
  expect(said).toContain('10,000 shares sold on 2027-03-08')
  expect(said).toContain('1,000 futures at a growth of 6% and a volatility of 65% a year')
})

test('the same with one thread and with several', async () => {
  const one = await json(...asked, '--paths', '2000', '--jobs', '1')
  expect(one.holding.futures).toBe(2_000)
  for (const jobs of ['2', '3']) expect(await json(...asked, '--paths', '2000', '--jobs', jobs)).toEqual(one)
  const other = await json(...asked, '--paths', '2000', '--jobs', '1', '--seed', '2')
  expect(other.holding.parts[0].mean).not.toBe(one.holding.parts[0].mean)
})

test('the mean of futures does not hang on how many are drawn', async () => {
  const few = (await json(...asked, '--paths', '1000')).holding.parts[0]
  const many = (await json(...asked, '--paths', '20000')).holding.parts[0]
  expect(many.standardError).toBeLessThan(few.standardError)
  expect(Math.abs(many.mean - few.mean)).toBeLessThan(4 * (few.standardError + many.standardError))
})

test('outcomes are all there are: nothing is drawn', async () => {
  const outcomes = [
    { name: 'up', kind: 'ipo', probability: 0.5, on: '2027-06-01', price: 40, sellableFrom: '2027-12-01' },
    { name: 'gone', kind: 'fails', probability: 0.5, on: '2027-06-01', price: 0 },
  ]
  const of = scenario('outcomes', ({ company }) => Object.assign(company, { outcomes, listed: false }))
  const answer = await json('risk', of, '--as-of', '2026-11-16')
  expect(answer.prices.kind).toBe('outcomes')
  const [all] = answer.holding.parts
  expect(all.outcomes.map(({ name }: { name: string }) => name)).toEqual(['up', 'gone'])
  expect(all.mean).toBeCloseTo((all.outcomes[0].value + all.outcomes[1].value) / 2, 1)
  expect(answer.holding.sellNow).toBeNull()
  expect(flowing((await isoline('risk', of, '--as-of', '2026-11-16')).out)).toContain('Nobody buys these shares today')
})

test('without a view nothing is made up: what is missing is named', async () => {
  const of = scenario('noView', ({ company }) => {
    company.view = undefined
  })
  const answer = await json('risk', of, '--as-of', '2026-11-16')
  expect(answer.holding).toBeNull()
  expect(answer.missing[0].path).toBe('company.view.volatility')
  const { code, out } = await isoline('risk', of, '--as-of', '2026-11-16')
  expect(code).toBe(0)
  expect(flowing(out)).toContain('Missing - company.view.volatility')
})

test.each([
  [['--volatility', 'wild'], 2, 'It is not a rate; write 60% or 0.6.'],
  [['--parts', '150%'], 2, 'They are not parts of a whole'],
  [['--aversions', 'high'], 2, 'They are not numbers'],
  [['--until', '2026-01-01'], 1, '--until: is 2026-01-01, before 2026-11-16'],
  [['--paths', '9000000'], 1, '--paths: is 9000000; choose a number from 1 to 1000000'],
])('%j is refused', async (flags, wanted, message) => {
  const { code, out, err } = await isoline(...asked, ...flags)
  expect(code).toBe(wanted)
  expect(out).toBe('')
  expect(stripVTControlCharacters(flowing(err))).toContain(message)
})

test('a flat case has no shares to hold', async () => {
  const flat = {
    ...{ id: 'a', year: 2026, status: 'single', age: 40, wages: 200_000, interest: 0, ordinaryDividends: 0 },
    ...{ qualifiedDividends: 0, shortTermGain: 0, longTermGain: 0, isoSpread: 0, otherAmtAdjustment: 0 },
  }
  const { code, err } = await isoline('risk', file('flat.json', JSON.stringify(flat)))
  expect(code).toBe(1)
  expect(err).toContain('risk is that of shares held over years')
})

test(
  'Ctrl-C stops with the futures so far',
  async () => {
    const child = spawn(process.execPath, [
      ...['--conditions=@isoline/source', join(root, 'packages/cli/src/main.ts'), ...asked],
      ...['--paths', '1000000', '--jobs', '2', '--json'],
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
    expect([code, err]).toEqual([0, '\nisoline: stopping with the futures so far\n'])
    const { holding, notices } = JSON.parse(out)
    expect(holding.futures).toBeGreaterThan(0)
    expect(holding.futures).toBeLessThan(1_000_000)
    expect(notices[0].message).toMatch(/^Stopped early: \d+ of 1000000 futures were figured\./)
  },
  2 * minute,
)
