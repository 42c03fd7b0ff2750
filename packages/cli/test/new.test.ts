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

/**
 * Example B, last year's return: wages of 300,000 and a spread of 400,000 in 2025. Form 6251 line 1b 268,500, 2a 31,500, line 9
 * 152,858, line 10 50,134, AMT 102,724. Exclusion items alone make 26 % of 163,000 = 42,380, less than the regular tax: all of
 * it is credit, and 7,920 of it comes back in 2026.
 */
const lastReturn = [
  ...['--credit', '0', '--last-amt', '102,724', '--last-income', '268500', '--last-exclusions', '31500'],
  ...['--last-regular-tax', '50134', '--last-tax', '152858', '--last-agi', '300000'],
]

test("last year's AMT and credit: as history and carryforwards, and the next question", async () => {
  const out = fileNamed('last.yaml')
  const wages = flags.map((each) => (each === '232,200' ? '300000' : each))
  const ran = await isoline('new', ...wages, ...lastReturn, '--out', out)
  expect([ran.code, ran.err]).toEqual([0, ''])
  expect(ran.out).toContain(`isoline credit ${out}`)
  const text = readFileSync(out, 'utf8')
  expect(text).toContain('minimumTaxCredit: 0  # Form 8801 line 26 of 2025')
  expect(parse(text)).toMatchObject({
    history: {
      2025: {
        ...{ totalTax: 152_858, agi: 300_000 },
        form6251: { line1b: 268_500, line2a: 31_500, line9: 152_858, line10: 50_134, line11: 102_724 },
      },
    },
  })
  const { creditLog } = await json('credit', out)
  expect(creditLog).toMatchObject([{ year: 2026, available: 102_724, used: 7_920, intoNextYear: 94_804 }])
  // 110 % of 152,858 is more than 90 % of the tax of 2026
  expect((await json('project', out)).years[0].cash.safeHarbor.required).toBeLessThan(152_858)
})

test.each([
  [['--credit', '46000'], { carryforwards: { minimumTaxCredit: 46_000 } }],
  [['--last-amt', '3000.5'], { history: { 2025: { form6251: { line11: 3_000.5 } } } }],
  [['--last-tax', '40000', '--last-agi', '1'], { history: { 2025: { totalTax: 40_000, agi: 1 } } }],
  [
    ['--as-of', '2025-06-01', '--last-amt', '1', '--last-income', '2', '--last-regular-tax', '3'],
    { history: { 2024: { form6251: { line1: 2, line9: 4 } } } },
  ],
])('any of them alone parses: %j', async (more, expected) => {
  const { out, code } = await isoline('new', ...flags, ...more, '--out', '-')
  expect(code).toBe(0)
  expect(parse(out)).toMatchObject(expected)
  const asked = await isolineIn({ stdin: out }, 'credit', '-', '--json')
  expect(asked.code).toBe(0)
})

test('no AMT, no credit: no word of it among the next questions; half a split is refused', async () => {
  const { out } = await isoline('new', ...flags, '--out', fileNamed('nothing.yaml'))
  expect(out).not.toContain('isoline credit')
  const { code, err } = await isoline('new', ...flags, '--last-amt', '5', '--last-income', '9', '--out', '-')
  expect([code, err]).toEqual([2, expect.stringContaining('--last-regular-tax belong together')])
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
  const keys = ['\r', '220,000\r', '10000\r', '1.5\r', '12\r', '\r', '\r', '\r', '\r', '\r']
  const { answers, shown } = await asked(keys)
  expect(answers).toMatchObject({ status: 'single', wages: 220_000, shares: 10_000, strike: 1.5, value: 12 })
  expect(answers).not.toHaveProperty('state')
  expect(answers).not.toHaveProperty('stateTaxes')
  expect(flowing(shown)).toContain('sets the exemption and the brackets')
  expect(answers).not.toHaveProperty('credit')
})

test('at a terminal: the lines of Form 6251 only where there was AMT', async () => {
  const before = ['\r', '220,000\r', '10000\r', '1.5\r', '12\r', '\r', '\r', '\r', '\r']
  const yes = '\u001b[B\r'
  const { answers } = await asked([...before, yes, '46,000\r', '\r', '40000\r', '220000\r'])
  expect(answers).toMatchObject({ credit: 46_000, lastTax: 40_000, lastAgi: 220_000 })
  expect(answers).not.toHaveProperty('lastIncome')
  const withAmt = await asked([...before, yes, '\r', '3000\r', '300000\r', '31500\r', '58000\r', '\r', '\r'])
  expect(withAmt.answers).toMatchObject({
    lastAmt: 3_000,
    lastIncome: 300_000,
    lastExclusions: 31_500,
    lastRegularTax: 58_000,
  })
})
