/** `isoline batch`: rows in, answers out, in order, whatever a row holds. Amounts are those of the vectors, which two other programs agree on. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { file, fileNamed, isoline, isolineIn, json } from './isoline.ts'
import { joint, jointFlat, recovering } from './scenarios.ts'

/** The answers to a text of rows. */
async function answersTo(stdin: string | Uint8Array, ...words: string[]) {
  const { code, out, err } = await isolineIn({ stdin }, 'batch', '--task', 'return', ...words)
  const answers = out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line))
  return { code, out, err, answers }
}

const row = (changes: object = {}): string => JSON.stringify({ ...jointFlat, ...changes })

const vectors = readFileSync(join(import.meta.dirname, '../../engine/test/vectors/federal-returns.ndjson'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))
const vectorRows = vectors.map(({ input }) => JSON.stringify({ ...input, deductionChoice: 'larger' })).join('\n')

test.each([
  ['exact', 'exact'],
  ['as-filed', 'asFiled'],
])('900 returns, %s: in order, to the cent', async (rounding, field) => {
  // Half a cent goes up here and to the even cent there
  const { code, answers, err } = await answersTo(vectorRows, '--rounding', rounding)
  expect([code, err]).toEqual([0, 'isoline: 900 rows answered\n'])
  expect(answers.map(({ id }) => id)).toEqual(vectors.map(({ input }) => input.id))
  for (const [i, { summary }] of answers.entries())
    for (const [name, amount] of Object.entries(vectors[i][field]))
      if (typeof amount === 'number') expect(Math.abs(summary[name] - amount), `${i} ${name}`).toBeLessThan(0.011)
      else expect(summary[name]).toBe(amount)
})

test('a bad row has an error in its place, and the rest go on', async () => {
  const rows = [
    row({ id: 'first' }),
    row({ id: 'bad', wages: -1 }),
    'not JSON',
    '[1, 2]',
    '17',
    'null',
    row({ id: undefined }),
    row({ id: 'two faults', wages: 'x', status: 'mfx' }),
    row({ id: 'form 1116', credits: { foreignTaxCredit: 5_000 } }),
    row({ id: 'last' }),
  ]
  const { code, answers, err } = await answersTo(rows.join('\n'))
  expect(code).toBe(0)
  expect(err).toBe('isoline: 10 rows read, 8 bad: each bad row has an error in its place\n')
  expect(answers).toMatchObject([
    { id: 'first', summary: { amt: 37_846 } },
    { id: 'bad', error: { code: 'negative', path: 'wages', message: expect.any(String) } },
    { id: null, error: { code: 'notJson', path: '' } },
    { id: null, error: { code: 'notAnObject' } },
    { id: null, error: { code: 'notAnObject' } },
    { id: null, error: { code: 'notAnObject' } },
    { id: null, error: { code: 'missing', path: 'id' } },
    { id: 'two faults', error: { problems: [{}, {}] } },
    { id: 'form 1116', error: { code: 'notModelled', rule: expect.stringContaining('IRC §') } },
    { id: 'last', summary: { amt: 37_846 } },
  ])
})

test('blank lines, CRLF, a byte order mark and a last line without end', async () => {
  const { answers } = await answersTo(`\uFEFF\r\n${row({ id: 'a' })}\r\n\n  \t\n${row({ id: 'b' })}`)
  expect(answers.map(({ id, summary }) => [id, summary.amt])).toEqual([
    ['a', 37_846],
    ['b', 37_846],
  ])
  expect((await answersTo('')).answers).toEqual([])
})

test('text that is not UTF-8 spoils its own row only', async () => {
  const bytes = Buffer.concat([
    Buffer.from(`${row({ id: 'é' })}\n{"id": "`),
    Buffer.of(0xff),
    Buffer.from(`"}\n${row()}\n`),
  ])
  const { answers } = await answersTo(bytes)
  expect(answers).toMatchObject([{ id: 'é' }, { id: null, error: { code: 'notUtf8' } }, { id: 'joint' }])
})

test('a row longer than a megabyte, and rows that nest without end', async () => {
  const long = row({ id: 'x'.repeat(3_000_000) })
  const deep = `{"id":"deep","itemized":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
  const { answers } = await answersTo([row(), long, deep, long, row()].join('\n'))
  expect(answers).toMatchObject([
    ...[{ id: 'joint' }, { id: null, error: { code: 'tooLong' } }],
    ...[{ id: 'deep', error: {} }, { id: null, error: { code: 'tooLong' } }, { id: 'joint' }],
  ])
})

test("a row's rounding beats the flag", async () => {
  // Wages alone, single 2026: exactly 5,752, by the table 5,755 (see return.test.ts)
  const small = { ...jointFlat, spouseAge: undefined, status: 'single', wages: 66_100, isoSpread: 0 }
  const rows = [JSON.stringify(small), JSON.stringify({ ...small, rounding: 'exact' })].join('\n')
  const { answers } = await answersTo(rows, '--rounding', 'as-filed')
  expect(answers.map(({ summary }) => summary.regularTax)).toEqual([5_755, 5_752])
})

test('--forms adds every line', async () => {
  const { answers } = await answersTo(row(), '--forms')
  expect(answers[0].forms.form6251.line2a).toBe(32_200)
})

test('--skip goes on where a stopped run ended: rows are skipped, blank lines are none', async () => {
  const rows = `${row({ id: 'a' })}\n\n\r\n${row({ id: 'b' })}\n  \nbad\n${row({ id: 'c' })}\n`
  const whole = (await answersTo(rows)).out.split('\n')
  for (const skip of [0, 1, 2, 3, 4, 99])
    expect((await answersTo(rows, '--skip', String(skip))).out).toBe(whole.slice(Math.min(skip, 4)).join('\n'))
})

test('--task room: a flat case in short, a scenario in full', async () => {
  const { parse } = await import('yaml')
  const scenario = JSON.stringify({ id: 'S', ...parse(joint()) })
  const rows = [row(), JSON.stringify(recovering), scenario, '{"id": "empty", "isoline": 1}'].join('\n')
  const { out } = await isolineIn({ stdin: rows }, 'batch', '--task', 'room')
  const answers = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(answers[0]).toEqual({
    id: 'joint',
    year: 2026,
    room: 36_553.85,
    roomBeforeCreditShrinks: 36_553.85,
    notices: [],
  })
  expect(answers[1]).toMatchObject({ id: 'recovering', room: 30_461.54, roomBeforeCreditShrinks: 0 })
  expect(answers[2]).toMatchObject({ id: 'S', year: 2026, room: 36_553.85, byGrant: [{ grant: 'G1', shares: 2_030 }] })
  expect(answers[3]).toMatchObject({ id: 'empty', error: { code: 'missing' } })
})

test('--task project: all years of each scenario; a flat case has none', async () => {
  const { parse } = await import('yaml')
  const twelve = parse(readFileSync('examples/twelve-years.yaml', 'utf8'))
  const rows = [{ id: 12, ...twelve }, jointFlat, { id: 'empty', isoline: 1 }, [], { ...parse(joint()) }]
  const stdin = rows.map((each) => JSON.stringify(each)).join('\n')
  const ask = (...more: string[]) => isolineIn({ stdin }, 'batch', '--task', 'project', ...more)
  const { code, out, err } = await ask()
  expect([code, err]).toEqual([0, 'isoline: 5 rows read, 3 bad: each bad row has an error in its place\n'])
  const answers = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  // docs/law/twelve-years.md
  expect(answers[0].id).toBe(12)
  expect(answers[0].years).toHaveLength(12)
  expect(answers[0].creditLog.at(-1)).toMatchObject({ year: 2036, used: 7_772, intoNextYear: 186_476.5 })
  expect(answers.slice(1)).toMatchObject([
    { id: 'joint', error: { code: 'needsScenario', message: expect.stringContaining('isoline: 1') } },
    { id: 'empty', error: { code: 'missing' } },
    { id: null, error: { code: 'notAnObject' } },
    { id: null, years: [{ year: 2026, summary: { amt: 37_846 } }] },
  ])
  expect(answers[0].years[0]).not.toHaveProperty('forms')
  expect(JSON.parse((await ask('--forms')).out.split('\n')[0] ?? '').years[0].forms.form6251.line11).toBe(158_724)
})

test('--task plan: the best plan of each scenario, in order, in this thread and in others', async () => {
  const { parse } = await import('yaml')
  const flatPrice = parse(joint())
  const rows = [
    { id: 'S', ...flatPrice },
    jointFlat,
    { id: 'empty', isoline: 1 },
    { id: 'nothing to decide', ...flatPrice, grants: [], plan: [] },
    [],
    'not JSON',
    { id: 'twelve', ...parse(readFileSync('examples/twelve-years.yaml', 'utf8')) },
    { ...flatPrice },
  ]
  const stdin = rows.map((each) => (each === 'not JSON' ? each : JSON.stringify(each))).join('\n')
  const ask = (jobs: string) => isolineIn({ stdin }, 'batch', '--task', 'plan', '--jobs', jobs)
  const [one, two] = [await ask('1'), await ask('2')]
  expect([one.code, one.err]).toEqual([0, 'isoline: 8 rows read, 5 bad: each bad row has an error in its place\n'])
  expect(two).toEqual(one)
  const answers = one.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(answers).toMatchObject([
    { id: 'S', from: '2026-01-15', best: { plan: expect.any(Array), value: expect.any(Number) } },
    { id: 'joint', error: { code: 'needsScenario', message: expect.stringContaining('isoline: 1') } },
    { id: 'empty', error: { code: 'missing' } },
    { id: 'nothing to decide', error: { code: 'outOfRange', path: 'grants' } },
    { id: null, error: { code: 'notAnObject' } },
    { id: null, error: { code: 'notJson' } },
    { id: 'twelve', strategies: { length: 8 } },
    { id: null, from: '2026-01-15' },
  ])
  const { id: _, ...planned } = answers[0]
  expect(planned).toEqual(await json('plan', file('joint.yaml', joint())))
}, 60_000)

test.each(['return', 'room', 'project'] as const)('the solver is loaded for plans, not for --task %s', async (task) => {
  const load = vi.fn()
  vi.resetModules()
  vi.doMock('@isoline/engine', async (actual) => ({ ...(await actual<object>()), loadSolver: load }))
  const { rowAnswerer } = await import('../src/batch/answerRows.ts')
  await rowAnswerer({ task, forms: false, rounding: 'exact', asOf: '2026-01-15' })
  expect(load).not.toHaveBeenCalled()
  await rowAnswerer({ task: 'plan', forms: false, rounding: 'exact', asOf: '2026-01-15' })
  expect(load).toHaveBeenCalledOnce()
  vi.doUnmock('@isoline/engine')
})

test('rows from a file; a file that is not there', async () => {
  const { out } = await isoline('batch', '--task', 'return', file('rows.ndjson', `${row()}\n`))
  expect(JSON.parse(out).summary.amt).toBe(37_846)
  const { code, err } = await isoline('batch', '--task', 'return', fileNamed('none.ndjson'))
  expect(code).toBe(1)
  expect(err).toContain('[noFile]')
})
