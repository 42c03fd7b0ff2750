/** Exit codes, usage errors, help and version: what is said where, and what standard output never holds. */
import { expect, test } from 'vitest'
import about from '../package.json' with { type: 'json' }
import { file, isoline, json } from './isoline.ts'
import { joint } from './scenarios.ts'

const scenario = file('joint.yaml', joint())

test('--version and --help end well', async () => {
  expect(await isoline('--version')).toEqual({ code: 0, out: `${about.version}\n`, err: '' })
  const { code, out, err } = await isoline('--help')
  expect([code, err]).toEqual([0, ''])
  for (const command of ['room', 'estimate', 'curve', 'cost', 'explain', 'return', 'batch', 'new'])
    expect(out).toMatch(new RegExp(`^ {2}${command} `, 'm'))
  expect((await isoline('help', 'room')).out).toContain('--margin')
  expect((await isoline('room', '--help')).out).toContain('--margin')
})

test('no command is wrong usage, with the help', async () => {
  const { code, out, err } = await isoline()
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain('Commands:')
})

test.each([
  [['roon', scenario], 'Did you mean room?'],
  [['project', scenario], "unknown command 'project'"],
  [['room'], 'missing required argument'],
  [['room', scenario, 'more'], 'too many arguments'],
  [['room', scenario, '--jsn'], 'Did you mean --json?'],
  [['room', scenario, '--as-of', '2026-02-30'], 'write YYYY-MM-DD'],
  [['room', scenario, '--as-of', 'tomorrow'], 'write YYYY-MM-DD'],
  [['room', scenario, '--year', '26'], 'four digits'],
  [['room', scenario, '--margin', '100%'], 'write 5% or 0.05'],
  [['room', scenario, '--margin', '-1'], 'write 5% or 0.05'],
  [['room', scenario, '--rounding', 'cents'], 'exact, as-filed'],
  [['explain', scenario], 'missing required argument'],
  [['explain', scenario, 'amt', '--depth', 'x'], 'whole number'],
  [['batch'], '--task'],
  [['batch', '--task', 'plan'], 'return, room'],
  [['batch', '--task', 'return', '--jobs', '0'], '1 to 64'],
])('wrong usage: %j', async (words, said) => {
  const { code, out, err } = await isoline(...words)
  expect([code, out]).toEqual([2, ''])
  expect(err).toMatch(/^isoline: /)
  expect(err).toContain(said)
  expect(err).not.toContain('    at ')
})

test('with --json errors are JSON, on standard error', async () => {
  const usage = await isoline('room', scenario, '--jsn', '--json')
  expect(JSON.parse(usage.err).error).toMatchObject({ code: 'usage' })
  const input = await isoline('room', scenario, '--year', '2020', '--json')
  expect([input.code, input.out]).toEqual([1, ''])
  expect(JSON.parse(input.err).error.problems).toMatchObject([{ path: 'incomes.2020', code: 'missing' }])
})

test('what is not modelled names the rule and the form', async () => {
  const plain = await isoline('cost', scenario, '--compare')
  expect([plain.code, plain.out]).toEqual([3, ''])
  expect(plain.err).toContain('IRC §421(b); Form 8949')
  const asJson = await isoline('cost', scenario, '--compare', '--json')
  expect(JSON.parse(asJson.err).error).toMatchObject({ code: 'notModelled', rule: 'IRC §421(b)', form: 'Form 8949' })
  const sale = joint({ 'exercise: 10000, grant: G1': 'exercise: 10000, grant: G1, sellToCover: true' })
  expect((await isoline('estimate', file('sale.yaml', sale))).code).toBe(3)
})

test('a defect is one line and a request, the stack only when asked for', async () => {
  const { report } = await import('../src/failure.ts')
  const said: string[] = []
  const io = (env: object) => ({ stderr: { write: (text: string) => said.push(text) }, env }) as never
  expect(report(new TypeError('x is not a function\nat all'), io({}), false)).toBe(70)
  expect(said).toHaveLength(1)
  expect(said[0]).toMatch(/^isoline: a defect in Isoline .*: x is not a function\. Please report it\.\n$/)
  report(new TypeError('x'), io({ ISOLINE_DEBUG: '1' }), false)
  expect(said.at(-1)).toContain('    at ')
})

test('the day asked decides the value and the year', async () => {
  const later = joint({ 'fmv: 20.00 }': 'fmv: 20.00 }, { on: 2026-06-01, fmv: 38 }' })
  const priced = file('priced.yaml', later)
  expect((await json('room', priced)).byGrant[0].valuedOn).toBe('2026-01-15')
  const june = await json('room', priced, '--as-of', '2026-06-01')
  // 36,553.85 / 36 = 1,015.4
  expect(june.byGrant[0]).toMatchObject({ valuedOn: '2026-06-01', spreadPerShare: 36, shares: 1_015 })
})

test('every command takes the common flags', async () => {
  const flags = ['--json', '--as-of', '2026-01-15', '--rounding', 'as-filed', '--no-color']
  const commands = [
    ...[['room'], ['estimate'], ['curve'], ['cost'], ['return']].map(([name = '']) => [name, scenario]),
    ...[
      ['explain', scenario, 'amt'],
      ['batch', '--task', 'room', file('none.ndjson', '')],
    ],
    ['new', '--status', 'hoh', '--wages', '1', '--shares', '1', '--strike', '1', '--value', '2', '--out', '-'],
  ]
  for (const words of commands) expect([words[0], (await isoline(...words, ...flags)).code]).toEqual([words[0], 0])
})
