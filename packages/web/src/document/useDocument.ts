import { useSyncExternalStore } from 'react'
import { current, type Snapshot, subscribe } from './store.ts'

/** The scenario at hand, its history, and what it is compared with. */
export const useDocument = (): Snapshot => useSyncExternalStore(subscribe, current)
