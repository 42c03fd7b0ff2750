/** The words of every line of every state form name exactly what the code reads, as for the federal forms. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mentions } from '../../src/form.ts'
import { stateModules } from '../../src/forms/states/modules.ts'
import type { StateForm, StateFrom } from '../../src/forms/states/stateForm.ts'
import { figureForms } from '../../src/forms/states/stateForm.ts'
import { stateLaw } from '../../src/law/states/state.ts'
import { figureReturn, workspace } from '../../src/return.ts'
import { watch } from '../annotated.ts'
import { household } from '../arbitraries.ts'
import { lawFor } from '../laws.ts'

const households = fc.sample(household, { seed: 540, numRuns: 400 })

/** Every form of every state, with returns that reach its branches. */
function disagreements(form: StateForm, state: string): object[] {
  const module = stateModules.find(({ book }) => book.state === state)
  if (!module) return [{ state }]
  const reads = new Map<string, Set<string>>(Object.keys(form.words).map((line) => [line, new Set()]))
  for (const [i, { year, status, facts }] of households.entries()) {
    const table = module.book.tables[i % module.book.tables.length]
    if (!table) continue
    const law = stateLaw(module.book, table, status)
    const work = workspace()
    figureReturn({ ...facts, hasItemized: true, deductionChoice: 'lowestTax' }, lawFor(year, status), work)
    const federal = i % 2 ? work.standard : work.itemized
    const from: StateFrom = {
      ...federal,
      state: {
        ...{ dependents: i % 4, filers: status === 'mfj' ? 2 : 1, aged: i % 3, agedOrBlind: i % 5 },
        ...{ separate: status === 'mfs' ? 1 : 0, itemizes: i % 3 === 0 ? 1 : 0 },
        ...{ minimumTaxCreditMade: (i % 7) * 500 - 800, minimumTaxCredit: (i % 5) * 900 },
        ...{ smallBusinessStockExcluded: (i % 6) * 1_000, amtSmallBusinessStockExcluded: (i % 6) * 1_100 },
        ...{ capitalLossCarriedLess: (i % 8) * 700, amtCapitalLossCarriedLess: (i % 9) * 800 },
      },
    }
    const sheets = figureForms(module, from, law)
    const { assignments } = watch(form.words, [form.figure], { ...from, ...sheets } as never, law)
    for (const { line, reads: found } of assignments) for (const name of found) reads.get(line)?.add(name)
  }
  return Object.entries(form.words).flatMap(([line, words]) => {
    const read = [...(reads.get(line) ?? [])]
    const mentioned = mentions(words)
    const unmentioned = read.filter((name) => !mentioned.has(name))
    const unread = [...mentioned].filter((name) => !read.includes(name))
    return unmentioned.length + unread.length > 0
      ? [{ line, readButNotMentioned: unmentioned, mentionedButNotRead: unread }]
      : []
  })
}

const forms = stateModules.flatMap(({ book, forms: all }) => all.map((form) => [book.state, form.id, form] as const))

describe.each(forms)('%s %s', (state, _, form) => {
  test('reads what its words mention, line by line', () => expect(disagreements(form, state)).toEqual([]))
})
