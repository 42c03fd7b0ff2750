/** Answers short questions, so that the page itself never waits for one. */
import { type Asked, type Case, parseScenario } from '@isoline/engine'
import { expose } from 'comlink'
import { type QuestionName, questions } from './questions.ts'
import { type Reply, replyOf } from './reply.ts'
import { statesIn, withStates } from './stateBook.ts'

/** One question of several about the same scenario. */
export interface Wanted {
  readonly name: QuestionName
  readonly detail?: unknown
}

type Ask = (of: Case, asked: Asked, detail: unknown) => unknown

/** The scenario read last: consecutive questions are mostly about the same one. */
let last: { readonly text: string; readonly of: Case } | undefined

async function caseOf(file: unknown): Promise<Reply<Case>> {
  const text = JSON.stringify(file)
  if (last?.text === text) return { answer: last.of }
  await withStates(statesIn(text))
  const of = replyOf(() => parseScenario(file))
  if ('answer' in of) last = { text, of: of.answer }
  return of
}

/** The function of each question; later ones are fetched with the law of every state, as a stress may move the household. */
async function asking(wanted: readonly Wanted[]): Promise<Ask[]> {
  const known: { readonly [name: string]: unknown } = questions
  if (wanted.every(({ name }) => name in known)) return wanted.map(({ name }) => known[name] as Ask)
  const [{ studies }] = await Promise.all([import('./studies.ts'), withStates('all')])
  const all: { readonly [name: string]: unknown } = { ...known, ...studies }
  return wanted.map(({ name }) => all[name] as Ask)
}

const answering = {
  /** One reply to each question, in their order. A question that fails leaves the others standing. */
  async askAll(file: unknown, asked: Asked, wanted: readonly Wanted[]): Promise<Reply<unknown>[]> {
    const of = await caseOf(file)
    if ('trouble' in of) return wanted.map(() => of)
    // A detail may hold another scenario, to compare with.
    const [asks] = await Promise.all([asking(wanted), withStates(statesIn(JSON.stringify(wanted)))])
    return wanted.map(({ detail }, i) => replyOf(() => (asks[i] as Ask)(of.answer, asked, detail)))
  },
}

export type Answering = typeof answering
expose(answering)
