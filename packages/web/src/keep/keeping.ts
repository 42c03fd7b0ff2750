/** Keeps the scenario at hand on this device as it changes, and follows what another tab makes of it. */
import type { History } from '../document/document.ts'
import { exampleOf, examples } from '../document/examples.ts'
import { current, open, resume, subscribe } from '../document/store.ts'
import { keep, kept, lastLookedAt, lookedAt, putBack, remove, type Title, titles } from './shelf.ts'
import { State } from './state.ts'

interface Keeping {
  /** Whether this device lets the page keep anything. */
  readonly refused: boolean
  /** One's own scenarios, the newest first. */
  readonly own: readonly Title[]
  /** The one taken away last, which can be put back. */
  readonly removed: Title | null
  /** Whether another tab has just changed what is looked at here. */
  readonly followed: boolean
}

export const keeping = new State<Keeping>({ refused: false, own: [], removed: null, followed: false })

/** Milliseconds of rest before a change is written. */
const rest = 400

let shown: History = current()
let timer: ReturnType<typeof setTimeout> | undefined
let takenAway: Awaited<ReturnType<typeof kept>>
const tabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('isoline')

/** Takes up what was left last time, and keeps what comes. Where nothing may be kept the page works all the same. */
export async function beginKeeping(takeUp: boolean): Promise<void> {
  subscribe(changed)
  tabs?.addEventListener('message', ({ data }) => void follow(data))
  addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && flush())
  addEventListener('pagehide', flush)
  await trying(async () => {
    const last = takeUp ? await lastLookedAt() : undefined
    if (last !== undefined) await openById(last)
    keeping.set({ own: await titles() })
  })
}

/** Opens an example, or what is kept, by its id. */
export async function openById(id: string): Promise<void> {
  const example = examples.find((each) => each.id === id)
  if (example) return open(await exampleOf(example))
  await trying(async () => {
    flush()
    const found = await kept(id)
    if (found) take(found)
  })
}

/** Takes a scenario off this device; `restore` puts it back until another is taken off. */
export async function takeAway(id: string): Promise<void> {
  await trying(async () => {
    flush()
    const history = current()
    takenAway =
      (await kept(id)) ?? (history.present.id === id ? { ...plain(history), id, savedAt: Date.now() } : undefined)
    if (history.present.id === id) {
      forget()
      const next = examples[0]
      if (next) open(await exampleOf(next))
    }
    await remove(id)
    await told(id)
    keeping.set({ removed: takenAway ? { id, name: takenAway.present.name } : null })
  })
}

export async function restore(): Promise<void> {
  const back = takenAway
  if (!back) return
  await trying(async () => {
    await putBack({ ...back, savedAt: Date.now() })
    takenAway = undefined
    keeping.set({ removed: null })
    take(back)
    await told(back.id)
  })
}

function changed(): void {
  const history = current()
  if (history.present === shown.present) return
  // What was left behind may not be written yet.
  if (history.present.id !== shown.present.id) flush()
  shown = history
  keeping.set({ followed: false })
  clearTimeout(timer)
  timer = setTimeout(flush, rest)
}

function flush(): void {
  if (timer === undefined) return
  clearTimeout(timer)
  timer = undefined
  const history = plain(shown)
  void trying(async () => {
    if (history.present.example) return lookedAt(history.present.id)
    await keep(history, Date.now())
    await told(history.present.id)
  })
}

const forget = (): void => {
  clearTimeout(timer)
  timer = undefined
}

/** Shows a history that is on the shelf already. */
function take(history: History): void {
  resume(plain(history))
  forget()
  shown = current()
  void trying(() => lookedAt(history.present.id))
}

/** Tells the menu and the other tabs. */
async function told(id: string): Promise<void> {
  tabs?.postMessage(id)
  keeping.set({ own: await titles() })
}

/** Another tab has written: what is looked at here follows, unless it has changes of its own, which are newer. */
async function follow(id: unknown): Promise<void> {
  await trying(async () => {
    keeping.set({ own: await titles() })
    if (timer !== undefined || id !== current().present.id) return
    const found = await kept(id as string)
    if (!found || timer !== undefined) return
    take(found)
    keeping.set({ followed: true })
  })
}

const plain = ({ past, present, future }: History): History => ({ past, present, future })

async function trying(write: () => Promise<unknown>): Promise<void> {
  try {
    await write()
    if (keeping.now.refused) keeping.set({ refused: false })
  } catch {
    keeping.set({ refused: true })
  }
}
