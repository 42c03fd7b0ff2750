import { useEffect, useSyncExternalStore } from 'react'
import { useDocument } from '../document/useDocument.ts'
import { look, type SearchState, searched, subscribe } from './search.ts'

/** A hand that moves something asks for a new search only when it rests. Milliseconds. */
const rest = 400

/** The best plan of the scenario at hand, looked for again whenever something else than the plan changes. */
export function useSearch(): SearchState {
  const { present } = useDocument()
  const state = useSyncExternalStore(subscribe, searched)
  useEffect(() => {
    const begin = () => look({ file: present.file, asOf: present.asOf })
    if (searched().answer === undefined && searched().doing === null) {
      begin()
      return
    }
    const timer = setTimeout(begin, rest)
    return () => clearTimeout(timer)
  }, [present.file, present.asOf])
  return state
}
