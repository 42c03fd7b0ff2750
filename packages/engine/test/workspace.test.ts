/** Sheets before anything is figured on them, and a return that needs only some of them. */
import { expect, test } from 'vitest'
import { federalForms, sheetOf } from '../src/explain/federalForms.ts'
import { noFacts } from '../src/forms/facts.ts'
import { figureReturn, workspace } from '../src/return.ts'
import { lawFor } from './laws.ts'

test('every line of every form is blank, which is not zero', () => {
  for (const r of Object.values(workspace()))
    for (const { id, words } of federalForms) {
      const sheet = sheetOf(r, id)
      expect([id, ...Object.keys(sheet)]).toEqual([id, ...Object.keys(words)])
      for (const amount of Object.values(sheet)) expect(amount).toBeNaN()
    }
})

test('two workspaces share no sheet, and the two returns of one share those that the election does not touch', () => {
  const [one, other] = [workspace(), workspace()]
  for (const { id } of federalForms) {
    expect(one.standard[id]).not.toBe(other.standard[id])
    const shared = ['scheduleD', 'scheduleDAmt', 'schedule1A', 'charity', 'scheduleA', 'form8959', 'form8960']
    expect([id, one.standard[id] === one.itemized[id]]).toEqual([id, shared.includes(id)])
  }
  expect([one.standard.election.itemizes, one.itemized.election.itemizes]).toEqual([0, 1])
})

test('a form that the return did not need stays blank', () => {
  const r = figureReturn({ ...noFacts(), wages: 100_000 }, lawFor(2026, 'single'))
  expect(r.scheduleA.line17).toBeNaN()
  expect(r.charity.deduction).toBeNaN()
  expect(r.scheduleDTax.line47).toBeNaN()
})
