/** What is read: files good and hostile. Each fault has its code and says what to do, and none of them takes long. */
import { chmodSync, mkdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { file, fileNamed, isoline, isolineIn } from './isoline.ts'
import { joint, jointFlat } from './scenarios.ts'

interface Placed {
  readonly path: string
  readonly code: string
  readonly message: string
  readonly line?: number
  readonly column?: number
}

/** The problems that `room` finds in a file. */
async function problemsOf(name: string): Promise<readonly Placed[]> {
  const { code, out, err } = await isoline('room', name, '--json')
  expect([code, out]).toEqual([1, ''])
  return JSON.parse(err).error.problems
}

test.each([
  ['YAML', joint()],
  ['YAML with a byte order mark and CRLF', `\uFEFF${joint().replaceAll('\n', '\r\n')}`],
  ['a flat case as YAML', JSON.stringify(jointFlat, null, 2).replace(/[{}",]/g, '')],
  ['JSON indented with tabs', JSON.stringify(jointFlat, null, '\t')],
])('%s', async (_, content) => {
  const { code, out } = await isoline('room', file('good', content), '--json')
  expect(code).toBe(0)
  expect(JSON.parse(out).room).toBe(36_553.85)
})

test('- is standard input', async () => {
  for (const stdin of [joint(), JSON.stringify(jointFlat)]) {
    const { out } = await isolineIn({ stdin }, 'room', '-', '--json')
    expect(JSON.parse(out).room).toBe(36_553.85)
  }
  const { code, err } = await isolineIn({ stdin: '' }, 'room', '-')
  expect(code).toBe(1)
  expect(err).toContain('standard input: is empty')
})

describe('what cannot be read', () => {
  test('a file that is not there, a folder, a file in a file', async () => {
    expect(await problemsOf(fileNamed('none.yaml'))).toMatchObject([{ code: 'noFile' }])
    mkdirSync(fileNamed('folder'))
    expect(await problemsOf(fileNamed('folder'))).toMatchObject([{ code: 'notAFile' }])
    expect(await problemsOf(`${file('plain', 'x')}/inside`)).toMatchObject([{ code: 'noFile' }])
  })

  // The superuser may read everything
  test.skipIf(process.getuid?.() === 0)('a file without permission', async () => {
    const secret = file('secret.yaml', joint())
    chmodSync(secret, 0)
    expect(await problemsOf(secret)).toMatchObject([{ code: 'notReadable' }])
  })

  test.each([
    ['empty', '', 'empty'],
    ['blank', ' \n\n', 'empty'],
    ['only comments', '# nothing\n', 'empty'],
    ['binary', Uint8Array.of(80, 75, 3, 4, 0, 0), 'notText'],
    ['UTF-16', Buffer.from('\uFEFFisoline: 1', 'utf16le'), 'notUtf8'],
    ['Latin-1', Buffer.from('isoline: 1 # caf\u00e9', 'latin1'), 'notUtf8'],
    ['6 MB', 'a: 1\n'.repeat(1_200_000), 'tooLarge'],
    ['several documents', `${joint()}---\n${joint()}`, 'manyDocuments'],
  ])('%s', async (_, content, code) => {
    const name = file('unreadable', content)
    expect(await problemsOf(name)).toMatchObject([{ path: name, code }])
  })
})

describe('what is not YAML or JSON', () => {
  test('each fault with line and column', async () => {
    const problems = await problemsOf(file('syntax.yaml', 'isoline: 1\na: b: c\nd: [1\n'))
    expect(problems[0]).toMatchObject({ code: 'badSyntax', line: 2, column: 4 })
    expect(problems.length).toBeGreaterThan(1)
    const { err } = await isoline('room', fileNamed('syntax.yaml'))
    expect(err).toContain('syntax.yaml (line 2, column 4): ')
  })

  test('broken JSON', async () => {
    expect(await problemsOf(file('broken.json', '{"isoline": 1,\n "household": {'))).toMatchObject([
      { code: 'badSyntax', line: 2 },
      {},
    ])
  })

  test('tags, and aliases of what is not there', async () => {
    expect(await problemsOf(file('tag.yaml', 'isoline: !!js/function "x"\n'))).toMatchObject([{ code: 'badSyntax' }])
    expect((await problemsOf(file('alias.yaml', 'isoline: *one\n')))[0]?.code).toMatch(/^bad(Syntax|Alias)$/)
  })

  test('a key that stands twice', async () => {
    expect(await problemsOf(file('twice.yaml', 'isoline: 1\nplan: []\nisoline: 1\n'))).toMatchObject([
      { code: 'duplicateKey', line: 3 },
    ])
    const text = '{"isoline": 1,\n"incomes": {"2026": {"wages": 1,\n"wages": 2}}, "plan": [{"on": 1}, {"on": 2}]}'
    expect(await problemsOf(file('twice.json', text))).toMatchObject([
      { path: 'incomes.2026.wages', code: 'duplicateKey', line: 3 },
    ])
  })
})

describe('what is too much', () => {
  const letters = [...'abcdefgh']
  const bomb = letters.slice(1).map((each, i) => `${each}: &${each} [${Array(9).fill(`*${letters[i]}`).join(',')}]`)
  const list = Array(9).fill('x').join(',')

  test.each([
    ['lists in lists, JSON', '['.repeat(10_000) + ']'.repeat(10_000), 'tooDeep'],
    ['objects in objects, JSON', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`, 'tooDeep'],
    ['lists in lists, YAML', `a: ${'['.repeat(10_000)}${']'.repeat(10_000)}`, 'tooDeep'],
    ['lists that never end', '['.repeat(10_000), 'tooDeep'],
    ['blocks in blocks', Array.from({ length: 1_500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), 'tooDeep'],
    ['aliases of aliases', `a: &a [${list}]\n${bomb.join('\n')}`, 'badAlias'],
    ['keys', Array.from({ length: 80_000 }, (_, i) => `k${i}: 1`).join('\n'), 'tooLarge'],
    ['rows', '- 1\n'.repeat(1_000_000), 'tooLarge'],
    ['empty objects', `{"a":[${'{},'.repeat(1_000_000)}{}]}`, 'tooLarge'],
    ['text', `isoline: "${'x'.repeat(4_000_000)}"`, 'tooLong'],
  ])('%s', async (_, content, code) => {
    const start = performance.now()
    expect((await problemsOf(file('monster', content))).map((each) => each.code)).toContain(code)
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})

describe('what is wrong in a scenario', () => {
  test('every problem, with its path, what to do and its line', async () => {
    const faulty = file('faulty.yaml', joint({ 'status: mfj': 'status: mfx', 'strike: 2.00': 'strik: 2.00' }))
    expect(await problemsOf(faulty)).toMatchObject([
      { path: 'household.status', code: 'notOneOf', line: 3 },
      // Missing on the line of its grant
      { path: 'grants[0].strike', code: 'missing', line: 14 },
      { path: 'grants[0].strik', code: 'unknownKey', line: 14 },
    ])
    const { err } = await isoline('room', faulty)
    expect(err).toMatch(/^isoline: the input has \d problems\n/)
    expect(err).toContain('household.status (line 3): is "mfx". Did you mean mfj? [notOneOf]')
  })

  test('lines in JSON too', async () => {
    const text = JSON.stringify({ ...jointFlat, itemized: { mortgageInterest: 'x', charityCash: -1 } }, null, 1)
    const line = (word: string): number => text.slice(0, text.indexOf(word)).split('\n').length
    expect(await problemsOf(file('lines.json', text))).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ path: 'itemized.mortgageInterest', line: line('"mortgageInterest"') }),
        expect.objectContaining({ path: 'itemized.charityCash', line: line('"charityCash"') }),
      ]),
    )
  })

  test('numbers that are none', async () => {
    const faulty = joint({ 'wages: 232200': 'wages: .inf', 'cash: 50000': 'cash: .nan' })
    expect(await problemsOf(file('infinite.yaml', faulty))).toMatchObject([
      { path: 'household.cash', code: 'notANumber', line: 6 },
      { path: 'incomes.2026.wages', code: 'notANumber', line: 9 },
    ])
  })

  test.each(['hello', '[1, 2]', '17', '{}', '{"__proto__": {"isoline": 1}}'])('%s is no scenario', async (content) => {
    expect((await problemsOf(file('other', content))).length).toBeGreaterThan(0)
  })
})
