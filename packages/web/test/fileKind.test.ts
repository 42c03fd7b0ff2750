import { expect, test } from 'vitest'
import { fileKind } from '../src/keep/fileKind.ts'

test('a name of YAML or age says what a file is', () => {
  expect(fileKind('mine.YAML', '')).toBe('scenario')
  expect(fileKind('mine.yml', 'anything')).toBe('scenario')
  expect(fileKind('mine.yaml.age', '')).toBe('locked')
})

test('otherwise the key of a scenario does', () => {
  expect(fileKind('mine.json', '{"household": {}, "isoline": 1}')).toBe('scenario')
  expect(fileKind('fdx.json', '{"statements": []}')).toBe('other')
  expect(fileKind('fdx.json', '{"software": "isoline"}')).toBe('other')
  expect(fileKind('mine.txt', '# Told on a day\n\nisoline: 1\n')).toBe('scenario')
  // A cell that holds the word is no key.
  expect(fileKind('sales.csv', 'Symbol,Note\nACME,isoline: 1\n')).toBe('other')
  expect(fileKind('form3921.pdf', '%PDF-1.7')).toBe('other')
})
