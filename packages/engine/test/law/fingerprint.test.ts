/** The fingerprint tells any figure from another, and nothing else. */
import { expect, test } from 'vitest'
import { lawFingerprint } from '../../src/answers/lawFingerprint.ts'
import { federalTables } from '../../src/law/federal/tables.ts'
import { fingerprint } from '../../src/law/fingerprint.ts'

test('FNV-1a of the text, as published', () => {
  // The JSON of no data at all is `""`: two quotes, 0x22. ((0x811c9dc5 ^ 0x22) × 0x01000193 ^ 0x22) × 0x01000193, modulo 2^32
  const prime = 0x01000193n
  const byHand = [0x22n, 0x22n].reduce((hash, letter) => ((hash ^ letter) * prime) % 2n ** 32n, 0x811c9dc5n)
  expect(fingerprint('').slice(0, 8)).toBe(byHand.toString(16).padStart(8, '0'))
})

test('the order of keys says nothing, a figure everything', () => {
  expect(fingerprint({ a: 1, b: { c: 2, d: 3 } })).toBe(fingerprint({ b: { d: 3, c: 2 }, a: 1 }))
  expect(fingerprint([1, 2])).not.toBe(fingerprint([2, 1]))
  const [first] = federalTables
  const changed = { ...first, figures: { ...first?.figures, gains15Rate: { cite: '', source: '', all: 1_501 } } }
  expect(fingerprint(changed)).not.toBe(fingerprint(first))
})

test('the law has one, the same each time', () => {
  expect(lawFingerprint()).toMatch(/^[0-9a-f]{16}$/)
  expect(lawFingerprint()).toBe(lawFingerprint())
})
