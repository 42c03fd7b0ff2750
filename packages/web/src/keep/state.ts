import { useSyncExternalStore } from 'react'

/** A few values outside of the tree of components, and the hook that shows them. */
export class State<V extends object> {
  now: V
  readonly #listeners = new Set<() => void>()

  constructor(first: V) {
    this.now = first
  }

  set(change: Partial<V>): void {
    const same = Object.entries(change).every(([name, value]) => this.now[name as keyof V] === value)
    if (same) return
    this.now = { ...this.now, ...change }
    for (const listener of this.#listeners) listener()
  }

  readonly #subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  use(): V {
    return useSyncExternalStore(this.#subscribe, () => this.now)
  }
}
