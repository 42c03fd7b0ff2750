/** One amount in several versions of a scenario: what moves it, and by how much. */
import { type Asked, type Case, explainAnswer, parseScenario } from '@isoline/engine'

export interface AmountsQuestion {
  /** What `explain` takes: `amt`, `form6251.line11`. */
  readonly name: string
  /** The scenario with one thing changed, for each version. */
  readonly files: readonly unknown[]
}

export interface Amounts {
  readonly now: number
  /** In the order of the files; null where a version cannot be figured, or has no such amount. */
  readonly moved: readonly (number | null)[]
}

/** The amount as it is, and as it would be. */
export const amounts = (of: Case, asked: Asked, { name, files }: AmountsQuestion): Amounts => ({
  now: amountIn(of, asked, name),
  moved: files.map((file) => {
    try {
      return amountIn(parseScenario(file), asked, name)
    } catch {
      return null
    }
  }),
})

const amountIn = (of: Case, asked: Asked, name: string): number => explainAnswer(of, asked, name, 0).reason.amount
