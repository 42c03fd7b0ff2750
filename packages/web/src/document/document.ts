/** What the page is about at one moment: a scenario file as it would be saved, and the day it is looked at. */
import type { ScenarioFile } from '@isoline/engine'

export interface Present {
  /** Names the scenario among those kept on this device. */
  readonly id: string
  readonly name: string
  /** Examples are never changed: the first edit makes a copy. */
  readonly example: boolean
  /** The name of the example it is a copy of. */
  readonly copyOf?: string
  readonly file: ScenarioFile
  /** The day questions are asked as of. */
  readonly asOf: string
}

/** A scenario with its past and the future that was undone. */
export interface History {
  readonly past: readonly Present[]
  readonly present: Present
  readonly future: readonly Present[]
}

/** As far back as undo reaches. */
const depth = 200

/**
 * The history after a change. Changes of one kind that follow each other, as a handle makes that is dragged, are one step back.
 * @param joins whether this change continues the last one
 */
export function changed({ past, present }: History, next: Present, joins: boolean): History {
  return { past: joins ? past : [...past, present].slice(-depth), present: next, future: [] }
}

export function undone(history: History): History {
  const { past, present, future } = history
  const before = past.at(-1)
  return before ? { past: past.slice(0, -1), present: before, future: [present, ...future] } : history
}

export function redone(history: History): History {
  const { past, present, future } = history
  const [after, ...later] = future
  return after ? { past: [...past, present], present: after, future: later } : history
}
