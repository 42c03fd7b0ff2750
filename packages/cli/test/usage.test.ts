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
  for (const command of [
    'room',
    'estimate',
    'curve',
    'cost',
    'checklist',
    'lots',
    'limit',
    'sell',
    'give',
    'project',
    'credit',
    'explain',
    'return',
    'batch',
    'new',
  ])
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
  [['plane', scenario], 'Did you mean plan?'],
  [['plan'], "missing required argument 'S'"],
  [['plan', '--prove'], "missing required argument 'S'"],
  [['plan', scenario, '--through', '30'], 'four digits'],
  [['plan', scenario, '--growth', 'ten'], 'write 7%, 0.07 or -10%'],
  [['plan', scenario, '--save', '-1'], 'an amount in dollars'],
  [['plan', scenario, '--actions', '0'], 'a number of shares'],
  [['plan', scenario, '--prove', '--nodes', 'x'], 'whole number'],
  [['plan', scenario, '--year', '2026'], "unknown option '--year'"],
  [['room'], 'missing required argument'],
  [['room', scenario, 'more'], 'too many arguments'],
  [['room', scenario, '--jsn'], 'Did you mean --json?'],
  [['room', scenario, '--as-of', '2026-02-30'], 'a date as YYYY-MM-DD'],
  [['room', scenario, '--as-of', 'tomorrow'], 'a date as YYYY-MM-DD'],
  [['room', scenario, '--year', '26'], 'four digits'],
  [['room', scenario, '--margin', '100%'], 'write 5% or 0.05'],
  [['room', scenario, '--margin', '-1'], 'write 5% or 0.05'],
  [['room', scenario, '--rounding', 'cents'], 'exact, as-filed'],
  [['explain', scenario], 'missing required argument'],
  [['explain', scenario, 'amt', '--depth', 'x'], 'whole number'],
  [['sell', scenario], "required option '--on <date>' not specified"],
  [['sell', scenario, '--on', '2026-13-01'], 'a date as YYYY-MM-DD'],
  [['sell', scenario, '--on', '2026-02-01', '--price', 'ten'], 'an amount in dollars'],
  [['sell', scenario, '--on', '2026-02-01', '--fees', '-3'], 'an amount in dollars'],
  [['sell', scenario, '--on', '2026-02-01', '--shares', '0'], 'a number of shares'],
  [['sell', scenario, '--on', '2026-02-01', '--broker', 'some'], 'basis, proceeds, none'],
  [['lots', scenario, '--on', 'today'], 'a date as YYYY-MM-DD'],
  [['limit', scenario, '--year', '2026'], "unknown option '--year'"],
  [['project'], 'missing required argument'],
  [['project', scenario, '--year', '2026'], "unknown option '--year'"],
  [['credit', scenario, '--forms'], "unknown option '--forms'"],
  [['credit', scenario, '--as-of', '2026'], 'a date as YYYY-MM-DD'],
  [['batch'], '--task'],
  [['batch', '--task', 'give'], 'return, room, project, plan'],
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
  const planned = '  - { on: 2026-01-15, exercise: 10000, grant: G1, as: L1 }\n  - { on: 2026-12-01, worthless: L1 }'
  const worthless = file('worthless.yaml', joint({ '  - { on: 2026-01-15, exercise: 10000, grant: G1 }': planned }))
  const plain = await isoline('estimate', worthless)
  expect([plain.code, plain.out]).toEqual([3, ''])
  expect(plain.err).toContain('IRC §165(g); Form 6251 line 2i')
  const asJson = await isoline('lots', worthless, '--json')
  expect([asJson.code, asJson.out]).toEqual([3, ''])
  expect(JSON.parse(asJson.err).error).toMatchObject({ code: 'notModelled', rule: 'IRC §165(g)' })
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
    ...['room', 'estimate', 'curve', 'cost', 'checklist', 'lots', 'limit', 'return', 'project', 'credit'].map(
      (name) => [name, scenario],
    ),
    ['sell', scenario, '--on', '2026-06-01'],
    ...[
      ['explain', scenario, 'amt'],
      ['batch', '--task', 'room', file('none.ndjson', '')],
    ],
    ['new', '--status', 'hoh', '--wages', '1', '--shares', '1', '--strike', '1', '--value', '2', '--out', '-'],
  ]
  for (const words of commands) expect([words[0], (await isoline(...words, ...flags)).code]).toEqual([words[0], 0])
})
