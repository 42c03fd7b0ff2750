/**
 * The states of years whose prices are not known: as `stateTax` figures them, with each state's share of a year of several taken from what
 * the shares did at the prices at hand.
 */
import type { Case } from '../case.ts'
import { exercisesIn, type Shares } from '../equity/shares.ts'
import { NotModelled } from '../errors.ts'
import type { Facts } from '../forms/facts.ts'
import { stateShares, statesIn } from '../residence.ts'
import { lawIn, type StatesOfYear, type StateTaxes, stateTaxes } from '../schedule/stateTax.ts'

/** State tax over years, and why some of it is not counted. */
export interface PathStates {
  readonly taxes: StateTaxes | null
  /** Sentences. */
  readonly notices: readonly string[]
}

/**
 * @param bases facts of each year apart from the shares, the first year first
 * @param ledger the shares at the prices at hand, whenever it is asked for
 */
export function pathStates(of: Case, first: number, bases: readonly Facts[], ledger: () => Shares): PathStates {
  const notices: string[] = []
  const moves = of.household.residence.length > 1
  const lived = [...new Set(of.household.residence.map(({ state }) => state))]
  const nothingYet = ledger()
  const years = bases.map((facts, i): StatesOfYear | null => {
    const year = first + i
    const home = statesIn(of, year)
    // A state lived in before may tax wages worked for in it
    const states = (moves ? [...new Set([...home, ...lived])] : home).flatMap((state) => {
      const law = lawIn(of, state, year, facts, nothingYet)
      if (!(law instanceof NotModelled)) return [law]
      if (home.includes(state)) notices.push(`${year}: no tax of ${state} is counted, because ${law.message}`)
      return []
    })
    return states.length === 0 ? null : { states, shared: moves || null }
  })
  const taxes = stateTaxes(
    years,
    (i, federal) => {
      const [shares, year] = [ledger(), first + i]
      const dispositions = shares.dispositions.filter((each) => each.year === year)
      return stateShares(of, { year, exercises: exercisesIn(shares, year), dispositions, return: federal })
    },
    hasSmallBusinessStock(of) ? (i) => excludedIn(ledger(), first + i) : undefined,
  )
  return { taxes, notices }
}

const hasSmallBusinessStock = ({ lots, plan }: Case): boolean =>
  lots.some(({ qsbs }) => qsbs) || plan.some((action) => action.kind === 'exercise' && action.qsbs)

/** What section 1202 leaves out of a year, which some states tax. */
function excludedIn({ dispositions }: Shares, year: number) {
  const own = dispositions.filter((each) => each.year === year)
  return {
    smallBusinessStockExcluded: own.reduce((sum, { excluded }) => sum + excluded, 0),
    amtSmallBusinessStockExcluded: own.reduce((sum, { amtExcluded }) => sum + amtExcluded, 0),
  }
}
