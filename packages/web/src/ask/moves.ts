/** How far each fact can move the answer: the same question about a scenario told otherwise. */
import { type Asked, type Case, InputError, NotModelled, parseScenario, roomAnswer } from '@isoline/engine'
import { reachOf } from './reach.ts'

export interface MovesQuestion {
  /** The day the scenario is told from, which need not be that of the document. */
  readonly asOf: string
  readonly year: number
  /** The grant whose shares are counted. */
  readonly grant: string
  /** By the name of a fact, the scenario with other values of it. */
  readonly others: { readonly [fact: string]: readonly unknown[] }
  /** Facts that move what can be paid for, and not what is free. */
  readonly payable: readonly string[]
}

/** By the name of a fact, the most shares by which it moves the answer; null where that cannot be told. */
export type Moves = { readonly [fact: string]: number | null }

export function movesOf(of: Case, _asked: Asked, question: MovesQuestion): Moves {
  const { year, grant, asOf } = question
  const free = (of: Case): number | null =>
    roomAnswer(of, { asOf, year }).byGrant.find((each) => each.grant === grant)?.sharesByRoom ?? null
  const payable = (of: Case): number | null => reachOf(of, { asOf, year }, { grant, year, on: asOf }).payable
  return Object.fromEntries(
    Object.entries(question.others).map(([fact, files]) => {
      const count = question.payable.includes(fact) ? payable : free
      const now = told(() => count(of))
      const shares = files.map((file) => told(() => count(parseScenario(file)))).filter((each) => each !== null)
      return [
        fact,
        now === null || shares.length === 0 ? null : Math.max(...shares.map((each) => Math.abs(each - now))),
      ]
    }),
  )
}

/** A scenario that cannot be told so moves nothing: two who file jointly and are one person, a strike above the value. */
function told<A>(ask: () => A): A | null {
  try {
    return ask()
  } catch (error) {
    if (error instanceof InputError || error instanceof NotModelled) return null
    throw error
  }
}
