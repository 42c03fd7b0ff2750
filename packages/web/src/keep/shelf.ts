/** The scenarios kept on this device, in the browser's own database. Nothing of them leaves it. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { History, Present } from '../document/document.ts'

/** A scenario of one's own with its past, as it was left. */
export interface Kept extends History {
  readonly id: string
  /** Milliseconds since 1970: the newest of two writings counts. */
  readonly savedAt: number
}

/** What the menu says of a kept scenario. */
export type Title = Pick<Present, 'id' | 'name'>

interface Shelf extends DBSchema {
  readonly scenarios: { readonly key: string; readonly value: Kept; readonly indexes: { readonly savedAt: number } }
  /** What was looked at last. */
  readonly page: { readonly key: string; readonly value: string }
}

let opened: Promise<IDBPDatabase<Shelf>> | undefined

const shelf = (): Promise<IDBPDatabase<Shelf>> => {
  opened ??= openDB<Shelf>('isoline', 1, {
    upgrade(db) {
      db.createObjectStore('scenarios', { keyPath: 'id' }).createIndex('savedAt', 'savedAt')
      db.createObjectStore('page')
    },
    // Another tab wants to change the database: let it.
    blocking: (_current, _blocked, event) => {
      opened = undefined
      ;(event.target as IDBDatabase).close()
    },
    terminated: () => {
      opened = undefined
    },
  })
  // What was refused once may be granted later.
  opened.catch(() => {
    opened = undefined
  })
  return opened
}

/** As far back as undo reaches after the page was closed. */
const depth = 50

/** Keeps a scenario, unless what is kept of it is newer. */
export async function keep(history: History, savedAt: number): Promise<void> {
  const { past, present, future } = history
  const writing = (await shelf()).transaction(['scenarios', 'page'], 'readwrite')
  const scenarios = writing.objectStore('scenarios')
  const before = await scenarios.get(present.id)
  if (!before || before.savedAt <= savedAt)
    await scenarios.put({
      ...{ id: present.id, savedAt, present },
      ...{ past: past.slice(-depth), future: future.slice(0, depth) },
    })
  await writing.objectStore('page').put(present.id, 'last')
  await writing.done
  noteUse()
}

export const kept = async (id: string): Promise<Kept | undefined> => (await shelf()).get('scenarios', id)

/** Puts back what was taken away. */
export const putBack = async (scenario: Kept): Promise<void> => {
  await (await shelf()).put('scenarios', scenario)
}

export const remove = async (id: string): Promise<void> => (await shelf()).delete('scenarios', id)

/** The kept scenarios, the one changed last first. */
export async function titles(): Promise<Title[]> {
  const all = await (await shelf()).getAllFromIndex('scenarios', 'savedAt')
  return all.reverse().map(({ id, present: { name } }) => ({ id, name }))
}

export const lookedAt = async (id: string): Promise<void> => {
  await (await shelf()).put('page', id, 'last')
  noteUse()
}

/** A first visit is told at once, where the database takes a while to say that it is empty. */
const used = 'isoline.used'

/** Whether anything may be kept here: where not, nobody need wait for it. */
export function mayHoldMore(): boolean {
  try {
    return localStorage.getItem(used) !== null
  } catch {
    return false
  }
}

function noteUse(): void {
  try {
    localStorage.setItem(used, '1')
  } catch {
    // Refused: then the database is, too.
  }
}

/** What was looked at last: the id of an example, or of a scenario that is kept. */
export const lastLookedAt = async (): Promise<string | undefined> => (await shelf()).get('page', 'last')
