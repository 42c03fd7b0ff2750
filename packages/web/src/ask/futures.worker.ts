/** Figures futures block by block, and the answer from all blocks. Several of these work at once; the answer is the same with any number. */
import { type Asked, holdOrSell, parseScenario, type RiskQuestion, type RiskStudy, riskStudy } from '@isoline/engine'
import { expose } from 'comlink'
import { replyOf } from './reply.ts'
import { statesIn, withStates } from './stateBook.ts'

let study: RiskStudy | null = null

const figuring = {
  /** How many blocks there are: 0 where no futures can be figured. */
  async begin(file: unknown, asked: Asked, question: RiskQuestion) {
    await withStates(statesIn(JSON.stringify(file)))
    return replyOf(() => {
      study = riskStudy(parseScenario(file), asked, question)
      return study?.blocks ?? 0
    })
  },
  block: (index: number) => replyOf(() => (study as RiskStudy).run(index)),
  answer: (file: unknown, asked: Asked, question: RiskQuestion, blocks: readonly Float64Array[]) =>
    replyOf(() => holdOrSell(parseScenario(file), asked, question, blocks)),
}

export type Figuring = typeof figuring
expose(figuring)
