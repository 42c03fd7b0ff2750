/** `isoline export` writes files, never over others, and keeps standard output for the result. */
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { file, fileNamed, flowing, isoline, isolineIn, json } from './isoline.ts'
import { joint, jointFlat } from './scenarios.ts'

const scenario = file('export.yaml', joint())

test('text goes to standard output, or into a file', async () => {
  const { code, out } = await isoline('export', 'calendar', scenario)
  expect(code).toBe(0)
  expect(out).toMatch(/^BEGIN:VCALENDAR\r\n/)
  const to = fileNamed('days.ics')
  const written = await isoline('export', 'calendar', scenario, '--out', to)
  expect(flowing(written.out)).toMatch(/^Wrote .*days\.ics: [\d,]+ bytes\. - Import it/)
  expect(readFileSync(to, 'utf8')).toBe(out)
})

test.each([
  ['packet', '%PDF-'],
  ['workbook', 'PK'],
  ['fdx', '{'],
] as const)('%s', async (what, start) => {
  const out = fileNamed(`out.${what}`)
  const answer = await json('export', what, scenario, '--out', out)
  const bytes = readFileSync(out)
  expect(answer).toEqual({ what, out, bytes: bytes.byteLength })
  expect(bytes.toString('latin1', 0, start.length)).toBe(start)
})

test('a file that is there stays, unless told', async () => {
  const out = file('mine.ics', 'mine')
  const kept = await isoline('export', 'calendar', scenario, '--out', out)
  expect([kept.code, kept.err]).toEqual([1, expect.stringContaining('[fileExists]')])
  expect(readFileSync(out, 'utf8')).toBe('mine')
  expect((await isoline('export', 'calendar', scenario, '--out', out, '--force')).code).toBe(0)
  expect(readFileSync(out, 'utf8')).not.toBe('mine')
})

test('what cannot be written', async () => {
  expect((await isoline('export', 'calendar', scenario, '--json')).code).toBe(2)
  expect((await isoline('export', 'poem', scenario)).code).toBe(2)
  const terminal = await isolineIn({ columns: 80 }, 'export', 'workbook', scenario)
  expect([terminal.code, terminal.out]).toEqual([2, ''])
  const flat = await isoline('export', 'fdx', file('flat.json', JSON.stringify(jointFlat)), '--out', fileNamed('no'))
  expect([flat.code, flat.err]).toEqual([1, expect.stringContaining('[needsScenario]')])
  expect(existsSync(fileNamed('no'))).toBe(false)
  const folder = await isoline('export', 'fdx', scenario, '--out', fileNamed('not/there.json'))
  expect([folder.code, folder.err]).toEqual([1, expect.stringContaining('[notWritable]')])
})
