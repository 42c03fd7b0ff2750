import type { ScenarioFile } from '@isoline/engine'
import { createContext, useContext } from 'react'

/** A number whose reasons are looked at: what `explain` takes, and its tax year. */
export interface Explained {
  readonly name: string
  readonly year?: number
  /** Another scenario than the one at hand, where the number is of one: the best plan. */
  readonly file?: ScenarioFile
}

export interface Explaining {
  readonly open: (what: Explained) => void
}

export const ExplainContext = createContext<Explaining>({ open: () => undefined })

/** Opens the panel that says where a number comes from. */
export const useExplain = (): Explaining => useContext(ExplainContext)
