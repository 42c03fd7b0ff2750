/** Whether answers are on their way anywhere on the page. */
import { useSyncExternalStore } from 'react'

let open = 0
const listeners = new Set<() => void>()

const tell = (change: number): void => {
  const before = open > 0
  open += change
  if (before !== open > 0) for (const listener of listeners) listener()
}

/** Counts a question until the function it returns is called, once. */
export function asking(): () => void {
  tell(1)
  let ended = false
  return () => {
    if (!ended) tell(-1)
    ended = true
  }
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useBusy = (): boolean => useSyncExternalStore(subscribe, () => open > 0)
