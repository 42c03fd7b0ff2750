/** The document of the page, and the only way to change it. */
import type { ScenarioFile } from '@isoline/engine'
import { changed, type History, type Present, redone, undone } from './document.ts'
import { firstExample } from './examples.ts'
import { handSince } from './hand.ts'

let history: History = { past: [], present: firstExample(), future: [] }
/** What is frozen to compare with, if anything. */
let pinned: Present | null = null
let lastEdit = { kind: '', at: 0 }
const listeners = new Set<() => void>()

/** What a view is drawn from: the document, and what it is compared with. */
export interface Snapshot extends History {
  readonly pinned: Present | null
}
let snapshot: Snapshot = { ...history, pinned }

function publish(): void {
  snapshot = { ...history, pinned }
  for (const listener of listeners) listener()
}

export const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const current = (): Snapshot => snapshot

/** Edits of one kind closer together than this are one step back, and those made while a hand is down. Milliseconds. */
const oneGesture = 700

/**
 * Changes the scenario. An example becomes a copy of one's own.
 * @param kind what is edited, so that a drag is undone at once: `shares`, `wages`
 */
export function edit(kind: string, change: (file: ScenarioFile) => ScenarioFile, at = performance.now()): void {
  const { present } = history
  const file = change(present.file)
  if (file === present.file) return
  const hand = handSince()
  const held = hand !== null && lastEdit.at >= hand
  const joins = kind === lastEdit.kind && (held || at - lastEdit.at < oneGesture)
  lastEdit = { kind, at }
  const own = present.example
    ? { id: crypto.randomUUID(), name: ownName(present.name), example: false, copyOf: present.name }
    : {}
  history = changed(history, { ...present, ...own, file }, joins)
  publish()
}

/** What the copy of an example is called. */
const ownName = (example: string): string => `${example.replace(/^Example: /, '')}, changed`

/** Opens another scenario; the history begins anew. */
export const open = (present: Present): void => resume({ past: [], present, future: [] })

/** Goes on with a scenario where it was left, with its past. */
export function resume(from: History): void {
  history = from
  pinned = null
  lastEdit = { kind: '', at: 0 }
  publish()
}

/** Renames, or changes the day asked about. */
export function settle(change: Partial<Pick<Present, 'name' | 'asOf'>>): void {
  history = { ...history, present: { ...history.present, ...change } }
  publish()
}

export function undo(): void {
  history = undone(history)
  lastEdit = { kind: '', at: 0 }
  publish()
}

export function redo(): void {
  history = redone(history)
  lastEdit = { kind: '', at: 0 }
  publish()
}

/** Freezes the present to compare with, or lets it go. */
export function pin(on: boolean): void {
  pinned = on ? history.present : null
  publish()
}
