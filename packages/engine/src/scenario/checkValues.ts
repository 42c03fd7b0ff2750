/** The days on which the plan or a lot needs a value of the share. */
import { dateOf, dayNumber, type PlainDate } from '../date.ts'
import type { Problems } from './problems.ts'
import type { Draft, ScenarioFile } from './schema.ts'

/**
 * Notes the first day on which a value is needed and none is stated by then: an exercise of the plan, a sale without a
 * price, a gift of shares, and the day on which shares of a lot that was exercised earlier without an election under
 * section 83(b) are first free of risk: vested, and out of the period of section 16(b).
 */
export function checkValues(file: Draft<ScenarioFile>, problems: Problems): void {
  const { prices = [] } = file.company ?? {}
  if (problems.touch('company.prices') || problems.has('company')) return
  const stated = prices.map(({ on }) => on ?? '').sort()[0]
  let first: Need | undefined
  for (const need of needs(file)) if (!first || need.on < first.on) first = need
  if (!first || (stated !== undefined && stated <= first.on)) return
  const message = `states no value on or before ${first.on}, and ${first.path} needs one. Add { on: ${first.on}, fmv: … }.`
  problems.add('company.prices', 'missing', message)
}

interface Need {
  readonly on: PlainDate
  readonly path: string
}

function needs({ lots = [], plan = [] }: Draft<ScenarioFile>): Need[] {
  const found: Need[] = []
  for (const [i, { on, exercise, sell, price, give }] of plan.entries()) {
    const atValue = exercise !== undefined || (sell !== undefined && price === undefined) || give?.shares !== undefined
    if (atValue && on !== undefined) found.push({ on, path: `plan[${i}]` })
  }
  for (const [i, { exercised = '', vestedOn, section16bUntil, election83b }] of lots.entries()) {
    const released = section16bUntil ? dateOf(dayNumber(section16bUntil) + 1) : ''
    const free = (vestedOn ?? '') > released ? (vestedOn ?? '') : released
    if (exercised !== '' && free > exercised && !election83b) found.push({ on: free, path: `lots[${i}]` })
  }
  return found
}
