/** An entry of the plan as it is written: what it does, and the name of the lot it makes. */
import type { Draft, ScenarioFile } from './schema.ts'
import { planKeys } from './schemaPlan.ts'

/** An entry of the plan in which what was at fault is left out. */
export type DraftEntry = NonNullable<Draft<ScenarioFile>['plan']>[number]

/** What an entry can do: each is a key as well. */
export type EntryKind = keyof typeof planKeys
export const entryKinds = Object.keys(planKeys) as EntryKind[]

/** The name of the lot an exercise makes: `as`, or `G1@2026-01-15`; undefined when it cannot be known. */
export const lotName = ({ as, grant, on }: DraftEntry): string | undefined =>
  as ?? (grant === undefined || on === undefined ? undefined : `${grant}@${on}`)
