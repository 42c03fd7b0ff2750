/** What must hold of each entry of the plan by itself, and of the names of the lots it makes. */
import { idsOf } from './checkEquity.ts'
import type { Problems } from './problems.ts'
import type { Draft, ScenarioFile } from './schema.ts'
import { planKeys } from './schemaPlan.ts'

type File = Draft<ScenarioFile>

/** An entry of the plan in which what was at fault is left out. */
export type DraftEntry = NonNullable<File['plan']>[number]

/** Notes entries that are not one clear action, and lots of one name. */
export function checkPlan({ plan = [], lots = [] }: File, problems: Problems): void {
  for (const [i, entry] of plan.entries()) checkEntry(entry, `plan[${i}]`, problems)
  checkNames(plan, new Set(idsOf(lots)), problems)
}

/** The name of the lot an exercise makes: `as`, or `G1@2026-01-15`; undefined when it cannot be known. */
export const lotName = ({ as, grant, on }: DraftEntry): string | undefined =>
  as ?? (grant === undefined || on === undefined ? undefined : `${grant}@${on}`)

type Kind = keyof typeof planKeys
const kinds = Object.keys(planKeys) as Kind[]

function checkEntry(entry: DraftEntry, path: string, problems: Problems): void {
  if (problems.has(path)) return
  const [kind, another] = kinds.filter((each) => entry[each] !== undefined || problems.touch(`${path}.${each}`))
  if (kind === undefined) problems.add(path, 'missing', 'says nothing to do. Give one of exercise, sell or give.')
  else if (another) problems.add(path, 'conflict', `says ${kind} and ${another} at once. Make an entry of each.`)
  else checkAction(entry, kind, path, problems)
}

function checkAction(entry: DraftEntry, kind: Kind, path: string, problems: Problems): void {
  for (const [other, keys] of Object.entries(planKeys))
    for (const key of keys)
      if (other !== kind && entry[key] !== undefined)
        problems.add(`${path}.${key}`, 'conflict', `belongs to ${other}, and this entry is to ${kind}. Remove it.`)
  if (kind === 'exercise') checkExercise(entry, path, problems)
  if (kind === 'give') checkGift(entry.give, path, problems)
}

function checkExercise(entry: DraftEntry, path: string, problems: Problems): void {
  if (entry.grant === undefined)
    problems.add(`${path}.grant`, 'missing', 'is missing. Name the grant that is exercised.')
  const ways = (['hold', 'sellToCover', 'sameDaySale'] as const).filter((way) => entry[way])
  if (ways.length > 1) problems.add(path, 'conflict', `says ${ways.join(' and ')} at once. Give one of them.`)
}

function checkGift(give: DraftEntry['give'], path: string, problems: Problems): void {
  if (!give || problems.touch(`${path}.give`)) return
  if (!give.cash && give.shares === undefined)
    problems.add(`${path}.give`, 'missing', 'gives nothing. Give cash: an amount, or shares: a number.')
  if (give.lot !== undefined && give.shares === undefined)
    problems.add(`${path}.give.shares`, 'missing', 'is missing. Say how many shares of the lot are given.')
}

function checkNames(plan: readonly DraftEntry[], taken: Set<string>, problems: Problems): void {
  for (const [i, entry] of plan.entries()) {
    const name = entry.exercise === undefined ? undefined : lotName(entry)
    if (name === undefined) continue
    const message = `makes a lot named ${name}, and there is one already. Name it apart with as: another name.`
    if (taken.has(name)) problems.add(`plan[${i}].as`, 'duplicate', message)
    taken.add(name)
  }
}
