/** From what files say to a scenario file: what is new is added, what is known stays, what contradicts is listed. */
import type { Imported, Question } from './found.ts'
import { type Contradiction, Merge } from './merge.ts'
import { addAccountSales } from './mergeAccountSales.ts'
import { addCapitalLosses } from './mergeCapitalLoss.ts'
import { addFiled, type FiledChanges } from './mergeFiled.ts'
import { addGrants } from './mergeGrants.ts'
import { addLots } from './mergeLots.ts'
import { addPrices, addSales } from './mergeSales.ts'
import { askStateCredit } from './mergeStateCredit.ts'
import { questionsOf } from './questions.ts'
import { type Change, changed, changesBetween, type Entry, listsOf } from './scenarioObject.ts'

/** A scenario file with what the files say. */
export interface Merged {
  /** The scenario as it now is; where something is asked, it is not complete yet. */
  readonly scenario: Entry
  /** What was set, in order: for who keeps the text of the file, with its comments. */
  readonly changes: readonly Change[]
  /** How many facts are new; `filed` counts lines of returns. */
  readonly added: {
    readonly grants: number
    readonly lots: number
    readonly sales: number
    readonly prices: number
    readonly filed: number
  }
  /** How many exercises, sales and values it had already; what they lacked was filled in. */
  readonly known: number
  readonly contradictions: readonly Contradiction[]
  readonly asked: readonly Question[]
}

/**
 * The scenario with the facts of these files. Adding a file twice adds nothing; a fact of two files is one fact with two
 * sources; nothing that the scenario says is overwritten. Facts are compared by what they are, not by their names.
 * @throws InputError where the lists of the scenario cannot be added to.
 */
export function merged(scenario: unknown, imported: readonly Imported[]): Merged {
  const before = listsOf(scenario)
  const after = listsOf(scenario)
  const merge = new Merge(scenario, after)
  const filed: FiledChanges = { changes: [], asked: [] }
  const made = { ...(scenario as Entry) }
  for (const file of imported) {
    // Within one file two equal facts are two; between files they are one
    merge.beginFile()
    addGrants(file.grants, merge)
    addLots(file.lots, merge)
    addSales(file.sales, merge)
    addPrices(file.prices, merge)
    addFiled(file.papers, made, merge, filed)
  }
  // Once every exercise is known: an account names none
  for (const file of imported) {
    merge.beginFile()
    addAccountSales(file.sales, made, merge)
  }
  // Forms of one return may be in several files
  const papers = imported.flatMap((file) => file.papers)
  addCapitalLosses(papers, made, merge, filed)
  askStateCredit(papers, made, filed)
  const lots = new Map(imported.flatMap(({ lots: found }) => found.map(({ fact }) => [merge.placeOf(fact), fact])))
  return {
    scenario: changed(made, after),
    changes: [...changesBetween(before, after), ...filed.changes],
    added: {
      grants: after.grants.length - before.grants.length,
      lots: after.lots.length - before.lots.length,
      sales: after.plan.length - before.plan.length,
      prices: after.prices.length - before.prices.length,
      filed: filed.changes.length,
    },
    known: merge.known,
    contradictions: merge.contradictions,
    asked: [...questionsOf(after, lots), ...merge.asked, ...filed.asked],
  }
}
