/** California's minimum tax credit: what a return as filed tells of it, and what is asked. */
import type { Found, Paper } from './found.ts'
import { type FiledChanges, firstYear } from './mergeFiled.ts'
import type { Entry } from './scenarioObject.ts'

/**
 * Asks for the credit where the last return has California's AMT or its credit: a scenario wants what FTB 3510 of the first
 * year begins with, and part of that is made by the AMT of the year before, on that form alone.
 */
export function askStateCredit(found: readonly Found<Paper>[], scenario: Entry, { asked }: FiledChanges): void {
  const first = firstYear(scenario)
  if (first === undefined || stated(scenario)) return
  const line = (form: Paper['form'], name: string): number => {
    const paper = found.find(({ fact }) => fact.form === form && fact.boxes['taxYear'] === first - 1)
    const cell = paper?.fact.boxes[name]
    return typeof cell === 'number' ? cell : 0
  }
  const [amt, carried] = [line('scheduleP540', 'line26'), line('form3510', 'line31')]
  if (amt === 0 && carried === 0) return
  const known = [
    amt === 0 ? '' : `Schedule P (540) of ${first - 1}, line 26, has AMT of ${amt}`,
    carried === 0 ? '' : `FTB 3510 of ${first - 1}, line 31, has ${carried} carried over from before`,
  ].filter(Boolean)
  asked.push({
    path: 'carryforwards.state.CA.minimumTaxCredit',
    message: `What minimum tax credit does California carry into ${first}? ${known.join('; ')}. FTB 3510 of ${first} begins with what is left of the one and what Part I makes of the other.`,
    changes: 'California tax of the years in which the credit is used',
  })
}

/** Whether the scenario states the credit, down a path of own keys. */
function stated(scenario: Entry): boolean {
  let inside: unknown = scenario
  for (const key of ['carryforwards', 'state', 'CA', 'minimumTaxCredit']) {
    if (typeof inside !== 'object' || inside === null || !Object.hasOwn(inside, key)) return false
    inside = (inside as Entry)[key]
  }
  return true
}
