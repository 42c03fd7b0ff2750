/** The words of a disposition name exactly what the code reads, as those of a form do. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block } from '../../src/equity/block.ts'
import { dispositionWords, figureDisposition, type Sale } from '../../src/equity/disposition.ts'
import { mentions } from '../../src/form.ts'
import { watch } from '../annotated.ts'

const flag = fc.constantFrom<0 | 1>(0, 1)
const subject = fc.record({
  sale: fc.record({
    ...{ shares: fc.integer({ min: 1, max: 500 }), proceeds: fc.integer({ min: 0, max: 90_000 }) },
    ...{ sold: flag, qualifies: flag, lossRecognized: flag, sameYear: flag },
  }) as fc.Arbitrary<Sale>,
  block: fc.record({
    ...{ strike: fc.integer({ min: 0, max: 90 }), value: fc.integer({ min: 0, max: 200 }) },
    ...{ basis: fc.integer({ min: 0, max: 90 }), amtBasis: fc.integer({ min: 0, max: 200 }) },
    amtDifference: fc.integer({ min: -9, max: 9 }),
  }) as fc.Arbitrary<Block>,
})

test('every line of a disposition reads what its words mention', () => {
  const reads = new Map<string, Set<string>>(Object.keys(dispositionWords).map((line) => [line, new Set()]))
  for (const from of fc.sample(subject, { seed: 6251, numRuns: 200 })) {
    const { assignments } = watch(dispositionWords, [(of: typeof from, _law, f) => figureDisposition(of, f)], from, {})
    for (const { line, reads: found } of assignments) for (const name of found) reads.get(line)?.add(name)
  }
  const read = Object.fromEntries([...reads].map(([line, names]) => [line, [...names].sort()]))
  const mentioned = Object.fromEntries(
    Object.entries(dispositionWords).map(([line, words]) => [line, [...mentions(words)].sort()]),
  )
  expect(read).toEqual(mentioned)
})
