/** Answers short questions, so that the page itself never waits for one. */
import { type Asked, type Case, parseScenario } from '@isoline/engine'
import { expose } from 'comlink'
import { type QuestionName, questions } from './questions.ts'
import { type Reply, replyOf } from './reply.ts'

/** One question of several about the same scenario. */
export interface Wanted {
  readonly name: QuestionName
  readonly detail?: unknown
}

/** The scenario read last: consecutive questions are mostly about the same one. */
let last: { readonly text: string; readonly of: Case } | undefined

function caseOf(file: unknown): Case {
  const text = JSON.stringify(file)
  if (last?.text !== text) last = { text, of: parseScenario(file) }
  return last.of
}

const answering = {
  /** One reply to each question, in their order. A question that fails leaves the others standing. */
  askAll(file: unknown, asked: Asked, wanted: readonly Wanted[]): Reply<unknown>[] {
    const of = replyOf(() => caseOf(file))
    if ('trouble' in of) return wanted.map(() => of)
    return wanted.map(({ name, detail }) =>
      replyOf(() =>
        (questions[name] as (of: Case, asked: Asked, detail: unknown) => unknown)(of.answer, asked, detail),
      ),
    )
  },
}

export type Answering = typeof answering
expose(answering)
