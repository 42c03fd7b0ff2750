/** `isoline new`: a scenario from flags or from questions, the room right away, and no file lost. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { ask } from '../src/new/ask.ts'
import { defaultsFor } from '../src/new/defaults.ts'
import { questions } from '../src/new/questions.ts'
import { fileNamed, flowing, isoline, isolineIn, json } from './isoline.ts'

const flags = ['--status', 'mfj', '--wages', '232,200', '--shares', '12000', '--strike', '2', '--value', '$20']

test('from flags: a file with comments, the room, and what to ask next', async () => {
  const out = fileNamed('flags.yaml')
  const ran = await isoline('new', ...flags, '--out', out)
  expect(ran.code).toBe(0)
  // See scenarios.ts
  expect(ran.out).toContain('You can exercise 2,030 shares of G1 in 2026 without AMT (room $36,553.85).')
  expect(ran.out).toContain(`isoline curve ${out}`)
  const text = readFileSync(out, 'utf8')
  expect(text).toContain('# not given: a state without income tax stands here')
  expect(parse(text)).toMatchObject({
    isoline: 1,
    household: { status: 'mfj', residence: [{ state: 'TX' }] },
    incomes: { 2026: { wages: 232_200 } },
    grants: [{ shares: 12_000, strike: 2, expires: '2034-12-31' }],
  })
  expect((await json('room', out)).room).toBe(36_553.85)
})

test('every flag, as JSON', async () => {
  const out = fileNamed('every.yaml')
  const more = [
    '--granted',
    '2024-02-29',
    '--state',
    'wa',
    '--cash',
    '50000',
    '--year',
    '2026',
    '--as-of',
    '2026-03-01',
  ]
  const itemized = [
    '--state-taxes',
    '20000',
    '--mortgage-interest',
    '30000',
    '--property-taxes',
    '0',
    '--charity',
    '100',
  ]
  const answer = await json('new', ...flags, ...more, ...itemized, '--out', out)
  expect(answer.file).toBe(out)
  expect(answer.room.byGrant[0].valuedOn).toBe('2026-03-01')
  expect(parse(readFileSync(out, 'utf8'))).toMatchObject({
    household: { cash: 50_000, residence: [{ state: 'WA' }] },
    incomes: { 2026: { itemized: { stateAndLocalTaxes: 20_000, mortgageInterest: 30_000, charityCash: 100 } } },
    grants: [{ on: '2024-02-29', expires: '2034-02-28' }],
  })
})

test('says which flags are missing where there is no terminal', async () => {
  const { code, out, err } = await isoline('new', '--status', 'single', '--out', fileNamed('missing.yaml'))
  expect([code, out]).toEqual([2, ''])
  for (const flag of ['--wages', '--shares', '--strike', '--value']) expect(err).toContain(flag)
  expect(err).not.toContain('--status')
  expect(existsSync(fileNamed('missing.yaml'))).toBe(false)
})

test.each([
  ['--status', 'married'],
  ['--wages', 'much'],
  ['--wages', '-5'],
  ['--shares', '10.5'],
  ['--shares', '0'],
  ['--granted', '2026-02-30'],
  ['--state', 'California'],
])('refuses %s %s', async (flag, value) => {
  const { code, err } = await isoline('new', ...flags, flag, value, '--out', fileNamed('refused.yaml'))
  expect(code).toBe(2)
  expect(err).toContain(`${flag} ${value}: Write`)
  expect(existsSync(fileNamed('refused.yaml'))).toBe(false)
})

test('what the engine refuses is not written', async () => {
  const { code, err } = await isoline('new', ...flags, '--state', 'ZZ', '--out', fileNamed('zz.yaml'))
  expect(code).toBe(1)
  expect(err).toContain('household.residence[0].state')
  expect(existsSync(fileNamed('zz.yaml'))).toBe(false)
})

test('replaces nothing without --force', async () => {
  const out = fileNamed('mine.yaml')
  writeFileSync(out, 'mine')
  const refused = await isoline('new', ...flags, '--out', out)
  expect(refused.code).toBe(1)
  expect(refused.err).toContain('[fileExists]')
  expect(readFileSync(out, 'utf8')).toBe('mine')
  expect((await isoline('new', ...flags, '--out', out, '--force')).code).toBe(0)
  expect(readFileSync(out, 'utf8')).toContain('isoline: 1')
  expect((await isoline('new', ...flags, '--out', `${out}/inside`)).err).toContain('[notWritable]')
})

test('- writes to standard output, for the next command to read', async () => {
  const { out } = await isoline('new', ...flags, '--out', '-')
  const room = await isolineIn({ stdin: out }, 'room', '-', '--json')
  expect(JSON.parse(room.out).room).toBe(36_553.85)
})

/** Types each answer when its question is shown. */
async function asked(keys: readonly string[]) {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input })
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 40 })
  const left = [...keys]
  let shown = ''
  output.on('data', (data) => {
    shown += data
    // A question is open when the foot of its frame is drawn
    if (!String(data).includes('└')) return
    const key = left.shift()
    if (key !== undefined) setTimeout(() => input.write(key), 20)
  })
  const answers = await ask(questions, defaultsFor('2026-01-15'), { stdin: input, stderr: output as never })
  return { answers, shown }
}

test('at a terminal: each question says what it changes, an empty answer is left to the default', async () => {
  const keys = ['\r', '220,000\r', '10000\r', '1.5\r', '12\r', '\r', '\r', '\r', '\r']
  const { answers, shown } = await asked(keys)
  expect(answers).toMatchObject({ status: 'single', wages: 220_000, shares: 10_000, strike: 1.5, value: 12 })
  expect(answers).not.toHaveProperty('state')
  expect(answers).not.toHaveProperty('stateTaxes')
  expect(flowing(shown)).toContain('sets the exemption and the brackets')
})
