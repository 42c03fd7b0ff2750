/** The credit log of each state with an AMT and a credit of its own, beside the federal one. */
import type { StateYear } from '../stateYears.ts'

/** One state in one year. Dollars. */
export interface StateCreditYear {
  readonly year: number
  readonly state: string
  readonly amt: number
  /** The part of its AMT that never comes back, and the credit that the rest makes. */
  readonly exclusionPart: number
  readonly generated: number
  /** Credit there was, and what of it came back. */
  readonly available: number
  readonly used: number
  /** What the next year begins with. */
  readonly intoNextYear: number
  /** Of that, what cannot be used because one no longer lives in the state. */
  readonly leftBehind: number
}

/** The rows of every year, state by state; states that never had AMT or credit are left out. */
export function stateCreditLog(years: readonly StateYear[]): StateCreditYear[] {
  const rows = years.flatMap((year) => [...ofReturns(year), ...ofStatesLeft(year)])
  const some = new Set(
    rows.filter((row) => row.amt > 0 || row.available !== 0 || row.generated !== 0).map(({ state }) => state),
  )
  return rows.filter(({ state }) => some.has(state))
}

const ofReturns = ({ year, returns, creditsIn }: StateYear): StateCreditYear[] =>
  returns.map(({ state, summary: { amt }, credit }) => {
    const { made, carried } = creditsIn.get(state) ?? { made: 0, carried: 0 }
    // A state without a credit gives nothing back
    const {
      exclusionPart,
      made: generated,
      used,
      carriedOut,
    } = credit ?? {
      ...{ exclusionPart: amt, made: 0, used: 0, carriedOut: 0 },
    }
    return {
      ...{ year, state, amt, exclusionPart, generated, available: Math.max(0, made + carried), used },
      ...{ intoNextYear: Math.max(0, generated + carriedOut), leftBehind: 0 },
    }
  })

/** Credit of states that the year has no return of: it waits there. */
const ofStatesLeft = ({ year, returns, creditsIn }: StateYear): StateCreditYear[] =>
  [...creditsIn]
    .filter(([state, { made, carried }]) => made + carried > 0.005 && returns.every((each) => each.state !== state))
    .map(([state, { made, carried }]) => ({
      ...{ year, state, amt: 0, exclusionPart: 0, generated: 0, available: made + carried, used: 0 },
      ...{ intoNextYear: made + carried, leftBehind: made + carried },
    }))
