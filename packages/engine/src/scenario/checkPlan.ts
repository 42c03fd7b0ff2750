/** What must hold of each entry of the plan by itself, and of the names of the lots it makes. */
import { checkExercise, checkForfeit, checkGift } from './checkActions.ts'
import { idsOf } from './names.ts'
import { type DraftEntry, type EntryKind, entryKinds, lotName } from './planEntry.ts'
import type { Problems } from './problems.ts'
import type { Draft, ScenarioFile } from './schema.ts'
import { planKeys } from './schemaPlan.ts'

/** Notes entries that are not one clear action, and lots of one name. */
export function checkPlan({ plan = [], lots = [] }: Draft<ScenarioFile>, problems: Problems): void {
  for (const [i, entry] of plan.entries()) checkEntry(entry, `plan[${i}]`, problems)
  checkNames(plan, new Set(idsOf(lots)), problems)
}

function checkEntry(entry: DraftEntry, path: string, problems: Problems): void {
  if (problems.has(path)) return
  const [kind, another] = entryKinds.filter((each) => entry[each] !== undefined || problems.touch(`${path}.${each}`))
  const kinds = `${entryKinds.slice(0, -1).join(', ')} or ${entryKinds.at(-1)}`
  if (kind === undefined) problems.add(path, 'missing', `says nothing to do. Give one of ${kinds}.`)
  else if (another) problems.add(path, 'conflict', `says ${kind} and ${another} at once. Make an entry of each.`)
  else checkAction(entry, kind, path, problems)
}

type PlanKey = (typeof planKeys)[EntryKind][number]
const keysOf = (kind: EntryKind): readonly PlanKey[] => planKeys[kind]

/** By key, the kinds of entry it belongs to. */
const kindsByKey: ReadonlyMap<PlanKey, readonly EntryKind[]> = new Map(
  entryKinds.flatMap(keysOf).map((key) => [key, entryKinds.filter((kind) => keysOf(kind).includes(key))]),
)

function checkAction(entry: DraftEntry, kind: EntryKind, path: string, problems: Problems): void {
  for (const [key, kinds] of kindsByKey)
    if (entry[key] !== undefined && !kinds.includes(kind)) {
      const message = `belongs to ${kinds.join(' or ')}, and this entry is to ${kind}. Remove it.`
      problems.add(`${path}.${key}`, 'conflict', message)
    }
  if (kind === 'exercise') checkExercise(entry, path, problems)
  if (kind === 'give') checkGift(entry, path, problems)
  if (kind === 'forfeit') checkForfeit(entry, path, problems)
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
