/** Lines cut into chunks: nothing lost, nothing moved, whatever the pieces of the input. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chunksOf, lineByLine, withoutMark, withoutRows } from '../src/batch/chunks.ts'
import { longestRow } from '../src/batch/task.ts'

async function* inPieces(text: string, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text)
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length] ?? 1
    yield bytes.subarray(at, at + size)
    at += size
  }
}

async function gathered(chunks: AsyncIterable<Uint8Array>): Promise<string[]> {
  const texts: string[] = []
  for await (const chunk of chunks) texts.push(Buffer.from(chunk).toString('utf8'))
  return texts
}

const lines = fc.array(fc.oneof(fc.string({ maxLength: 12 }), fc.constant(''), fc.constant(' \t\r')))
const text = lines.map((all) => all.map((line) => line.replaceAll('\n', '')).join('\n'))
const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 })

test('the chunks together are the input, and each but the last ends a line', async () => {
  await fc.assert(
    fc.asyncProperty(text, sizes, async (whole, pieces) => {
      const chunks = await gathered(chunksOf(inPieces(whole, pieces)))
      expect(chunks.join('')).toBe(whole)
      for (const chunk of chunks.slice(0, -1)) expect(chunk.endsWith('\n')).toBe(true)
    }),
  )
})

test('line by line: the same bytes, each line a buffer of its own that can be handed over', async () => {
  await fc.assert(
    fc.asyncProperty(text, sizes, async (whole, pieces) => {
      const lines: Buffer[] = []
      for await (const line of lineByLine(chunksOf(inPieces(whole, pieces)))) lines.push(line)
      expect(Buffer.concat(lines).toString('utf8')).toBe(whole)
      for (const line of lines) {
        expect(line.indexOf(10) === line.length - 1 || line === lines.at(-1)).toBe(true)
        expect(line.buffer.byteLength).toBe(line.length)
      }
    }),
  )
})

test('without rows: as many lines that are not blank are gone from the front', async () => {
  await fc.assert(
    fc.asyncProperty(text, sizes, fc.nat(6), async (whole, pieces, skip) => {
      const rest = (await gathered(withoutRows(inPieces(whole, pieces), skip))).join('')
      const rows = (of: string): string[] => of.split('\n').filter((line) => !/^[ \t\r]*$/.test(line))
      expect(whole.endsWith(rest)).toBe(true)
      expect(rows(rest)).toEqual(rows(whole).slice(skip))
    }),
  )
})

test('an over-long line is cut, its neighbors are not', async () => {
  const long = 'x'.repeat(2 * longestRow)
  const chunks = await gathered(chunksOf(inPieces(`a\n${long}\nb\n${long}`, [300_000])))
  const all = chunks.join('').split('\n')
  expect(all.map((line) => line.slice(0, 1))).toEqual(['a', 'x', 'b', 'x'])
  for (const line of [all[1], all[3]]) expect(line).toHaveLength(longestRow + 1)
})

test('rows that come slowly are passed on before the input ends', async () => {
  let end: () => void = () => undefined
  async function* slowly(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('a\nhalf')
    await new Promise<void>((resolve) => {
      end = resolve
    })
    yield Buffer.from(' a row\n')
  }
  const chunks = chunksOf(slowly())
  expect(String((await chunks.next()).value)).toBe('a\n')
  const next = chunks.next()
  end()
  expect(String((await next).value)).toBe('half a row\n')
})

test('a byte order mark is taken off the front only', async () => {
  expect((await gathered(withoutMark(inPieces('\uFEFFa\uFEFF', [4])))).join('')).toBe('a\uFEFF')
})
