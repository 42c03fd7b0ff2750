/** Back and forth over a document. */
import { expect, test } from 'vitest'
import { changed, type History, type Present, redone, undone } from '../src/document/document.ts'

const at = (name: string): Present => ({
  id: 'a',
  name,
  example: false,
  asOf: '2026-01-15',
  file: { isoline: 1 } as unknown as Present['file'],
})
const begun: History = { past: [], present: at('first'), future: [] }

test('a change can be taken back, and made again', () => {
  const after = changed(begun, at('second'), false)
  expect(undone(after)).toEqual({ past: [], present: at('first'), future: [at('second')] })
  expect(redone(undone(after))).toEqual(after)
})

test('a gesture is one step, however many changes it makes', () => {
  const dragged = ['b', 'c', 'd'].reduce((history, name) => changed(history, at(name), history.past.length > 0), begun)
  expect(dragged.present.name).toBe('d')
  expect(undone(dragged).present.name).toBe('first')
})

test('what was undone is gone after another change', () => {
  const other = changed(undone(changed(begun, at('second'), false)), at('other'), false)
  expect(other.future).toEqual([])
  expect(redone(other)).toBe(other)
})

test('nothing lies before the beginning', () => {
  expect(undone(begun)).toBe(begun)
})

test('two hundred steps are kept', () => {
  let history = begun
  for (let i = 0; i < 250; i++) history = changed(history, at(String(i)), false)
  expect(history.past).toHaveLength(200)
  // 251 documents in all, the last at hand: the oldest kept is the 51st, made by the change numbered 49.
  expect(history.past[0]?.name).toBe('49')
})
