import { useRef } from 'react'
import { useDocument } from '../../document/useDocument.ts'

/** Names the scenario that was opened: it stays the same while that is edited, even where the first edit makes a copy. */
export function useOpened(): string {
  const { present, past, future } = useDocument()
  const opened = useRef(present.id)
  if (past.length === 0 && future.length === 0) opened.current = present.id
  return opened.current
}
