/** State returns of flat cases, put together for tests; the confirmed returns of the vectors. */
import type { StateFacts } from '../../src/forms/states/stateForm.ts'
import { figureReturn } from '../../src/return.ts'
import { parseFlatCase } from '../../src/scenario/flatCase.ts'
import { figureState, type StateReturn, stateReady } from '../../src/stateReturn.ts'
import { lawFor } from '../laws.ts'
import { readVectors } from '../statute/vectors.ts'

/** A confirmed state return: see `../vectors/README.md`. */
export interface StateVector {
  readonly input: {
    readonly id: string
    readonly state: string
    readonly year: number
    readonly [fact: string]: unknown
  }
  readonly expect: { readonly [figure: string]: number | string }
  readonly alternatives?: readonly ({ readonly basis: string; readonly taxDelta?: number } & {
    readonly [figure: string]: number | string
  })[]
  readonly asFiled?: object
  readonly status: string
  readonly note: string
}

export const stateVectors: readonly StateVector[] = readVectors('state-returns.ndjson')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))

export const vectorsOf = (state: string): StateVector[] => stateVectors.filter(({ input }) => input.state === state)

/** The least a row needs; further fields as in a flat case. */
export const rowOf = (state: string, year: number, x: object = {}): object => ({
  ...{ id: 'row', state, year, status: 'single', age: 40, wages: 0, interest: 0, ordinaryDividends: 0 },
  ...{ qualifiedDividends: 0, shortTermGain: 0, longTermGain: 0, isoSpread: 0, otherAmtAdjustment: 0 },
  ...x,
})

/** The state's return on a flat case; `own` changes the facts that only states ask for. */
export function stateOf(row: object, own: Partial<StateFacts> = {}): StateReturn {
  const flat = parseFlatCase(row)
  const { year, status, facts, state } = flat
  if (state === null) throw new Error('a row without a state')
  const federal = figureReturn(facts, lawFor(year, status))
  return figureState(stateReady({ state, year, status, inflation: 0 }), state, federal, {
    ...{ dependents: flat.dependents, filers: status === 'mfj' ? 2 : 1, separate: status === 'mfs' ? 1 : 0 },
    ...{ aged: facts.seniors, agedOrBlind: facts.agedOrBlindBoxes, minimumTaxCreditMade: 0, minimumTaxCredit: 0 },
    ...{ smallBusinessStockExcluded: 0, amtSmallBusinessStockExcluded: 0 },
    ...{ capitalLossCarriedLess: 0, amtCapitalLossCarriedLess: 0 },
    ...own,
  })
}
