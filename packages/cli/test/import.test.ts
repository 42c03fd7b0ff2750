import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { file, fileNamed, flowing, isoline, isolineIn, json } from './isoline.ts'

const words =
  'Date option granted,Date option exercised,Exercise price per share,Fair market value per share on exercise date,Number of shares transferred'
const form = `${words}\n03/01/2023,06/03/2025,$2.00,$9.50,400\n`
const scenario = `isoline: 1 # mine
household: { status: single, people: [{ born: 1990-05-05 }], residence: [{ from: 2019-01-01, state: WA }] }
incomes: { 2026: { wages: 200000 } }
company: { prices: [{ on: 2026-01-02, fmv: 20.00 }] }
grants:
  # the one grant
  - { id: G1, kind: iso, on: 2023-03-01, shares: 4000, strike: 2, fmvAtGrant: 2, expires: 2033-03-01 }
`

test('without --out nothing is written, and what is new is shown', async () => {
  const into = file('s.yaml', scenario)
  const { code, out } = await isoline('import', file('f.csv', form), '--into', into)
  expect(code).toBe(0)
  expect(flowing(out)).toContain(`New to ${into}: 1 exercise.`)
  expect(flowing(out)).toContain('f.csv: Form 3921 (likely')
  expect(flowing(out)).toContain('Nothing is written.')
  expect(readFileSync(into, 'utf8')).toBe(scenario)
})

test('the scenario written keeps its comments, stands, and has nothing new the second time', async () => {
  const [into, out] = [file('s.yaml', scenario), fileNamed('made.yaml')]
  const forms = file('f.csv', form)
  await json('import', forms, '--into', into, '--out', out)
  const text = readFileSync(out, 'utf8')
  expect(text).toContain('isoline: 1 # mine')
  expect(text).toContain('# the one grant')
  const { lots } = await json('lots', out, '--on', '2026-06-04')
  // 400 shares at 9.50; exercised on 3 June 2025, so the year is over with 3 June 2026
  expect(lots).toMatchObject([
    { id: 'L1', shares: 400, regularBasis: 800, amtBasis: 3_800, qualifyingOn: '2026-06-04' },
  ])
  const again = await json('import', forms, '--into', out)
  expect([again.changes, again.known, again.out]).toEqual([[], 1, null])
  const there = await isoline('import', forms, '--into', into, '--out', out)
  expect([there.code, there.err]).toEqual([1, expect.stringContaining('--force')])
  expect((await isoline('import', forms, '--into', out, '--out', out, '--force')).code).toBe(0)
})

test('a list that is missing, empty or JSON is made too', async () => {
  const forms = file('f.csv', form)
  for (const [name, text] of [
    ['empty.yaml', `${scenario}lots: []\n`],
    ['null.yaml', `${scenario}lots:\n`],
    ['s.json', JSON.stringify({ isoline: 1, grants: [{ id: 'G1', on: '2023-03-01', strike: 2 }] })],
  ] as const) {
    const { code, out } = await isoline('import', forms, '--into', file(name, text), '--out', '-')
    expect([name, code]).toEqual([name, 0])
    expect(flowing(out)).toMatch(/G1.*2025-06-03/)
  }
})

test('what is not read, contradicts or is asked is on the page', async () => {
  const broken = file(
    'f.csv',
    `${form}03/01/2023,06/04/2025,$2.00,soon,400\n"Prepared by nobody in particular, for no purpose"\n`,
  )
  const into = file(
    's.yaml',
    `${scenario}lots: [{ id: L1, grant: G1, exercised: 2025-06-03, shares: 400, fmvAtExercise: 9 }]\n`,
  )
  const page = flowing((await isoline('import', broken, '--into', into)).out)
  expect(page).toContain(
    'Not read, row 3: "Fair market value per share on exercise date": "soon" is not an amount in dollars.',
  )
  expect(page).toContain('Left out, 1 row (4): text below the table.')
  expect(page).toContain('lots[0].fmvAtExercise: The scenario has 9, f.csv, row 2, read 2026-01-15 has 9.5.')
  const alone = flowing((await isoline('import', file('f.csv', form))).out)
  expect(alone).toContain('New to a new scenario: 1 grant and 1 exercise.')
  expect(alone).toContain('grants[0].expires: Grant G1 of 2023-03-01: What is its last day?')
})

test('every file that cannot be read is named, and then nothing is written', async () => {
  const out = fileNamed('never.yaml')
  const { code, err } = await isoline(
    'import',
    file('f.csv', form),
    file('g.csv', 'a,b\n1,2\n'),
    fileNamed('none.csv'),
    '--out',
    out,
  )
  expect(code).toBe(1)
  expect(err).toMatch(/2 problems[\s\S]*g\.csv: .*\[unknownFormat\][\s\S]*none\.csv: there is no such file/)
  expect(() => readFileSync(out)).toThrow()
})

test('a file without end, a folder', async () => {
  const endless = await isoline('import', '/dev/zero')
  expect([endless.code, endless.err]).toEqual([1, expect.stringContaining('[tooLarge]')])
  expect((await isoline('import', fileNamed('.'))).err).toContain('is a folder')
})

test('columns by name, and standard input', async () => {
  const text = 'Datum;Anzahl;Preis\n2025-06-03;400;2\n'
  const { code, out } = await isolineIn(
    { stdin: text },
    'import',
    '-',
    '--map',
    'exercised=Datum,shares=Anzahl,strike=Preis',
    '--json',
  )
  expect(code).toBe(0)
  expect(JSON.parse(out).files[0].lots[0]).toEqual({
    fact: { grant: { strike: 2 }, exercised: '2025-06-03', shares: 400, strike: 2 },
    from: { file: 'standard input', row: 2, readOn: '2026-01-15' },
  })
  expect((await isoline('import', file('f.csv', form), '--map', 'exercised')).code).toBe(2)
})

test('a value that begins like a formula or commands the terminal stays text', async () => {
  const { out } = await isoline('import', file('f.csv', `${form}=cmd|x,\u001b[31m,2,3,4\n`))
  expect(out).not.toContain('\u001b')
  expect(flowing(out)).toContain('"=cmd|x" is not a date')
})
