/** A hand that drags, and someone who answers slowly. */
import { expect, test } from 'vitest'
import { Latest } from '../src/ask/latest.ts'

/** Answers one by one, when told to. */
function slow() {
  const open: { question: string; answer: () => void }[] = []
  const taken: string[] = []
  const asker = new Latest<string, string>(
    (question) => new Promise((resolve) => open.push({ question, answer: () => resolve(`answer to ${question}`) })),
    (answer) => taken.push(answer),
    (error) => taken.push(String(error)),
  )
  const answer = async (): Promise<void> => {
    open.shift()?.answer()
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
  return { asker, open, taken, answer }
}

test('one question at a time; of those that wait only the newest is asked', async () => {
  const { asker, open, taken, answer } = slow()
  for (const question of ['a', 'b', 'c', 'd']) asker.put(question)
  expect(open.map(({ question }) => question)).toEqual(['a'])
  await answer()
  expect(open.map(({ question }) => question)).toEqual(['d'])
  await answer()
  expect(taken).toEqual(['answer to a', 'answer to d'])
})

test('what was asked before another scenario was opened is not taken', async () => {
  const { asker, open, taken, answer } = slow()
  asker.put('old')
  asker.put('old, waiting')
  asker.drop()
  asker.put('new')
  await answer()
  expect(open.map(({ question }) => question)).toEqual(['new'])
  await answer()
  expect(taken).toEqual(['answer to new'])
})

test('a failure does not stop what follows', async () => {
  const taken: string[] = []
  const asker = new Latest<string, string>(
    (question) => (question === 'bad' ? Promise.reject(new Error('no')) : Promise.resolve(question)),
    (answer) => taken.push(answer),
    (error, question) => taken.push(`${question}: ${error}`),
  )
  asker.put('bad')
  asker.put('good')
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(taken).toEqual(['bad: Error: no', 'good'])
})
