import { useEffect, useState } from 'react'

/** Milliseconds without change after which a slow question is worth asking. */
const rest = 250

/**
 * A value that follows once it has rested, and stands still while what it is about (`key`) is the same: for questions that take longer than
 * a moving hand can wait.
 */
export function useRested<V>(value: V, key: string): V {
  const [held, hold] = useState({ value, key })
  useEffect(() => {
    if (held.key === key) return
    const timer = setTimeout(() => hold({ value, key }), rest)
    return () => clearTimeout(timer)
  }, [held.key, key, value])
  return held.value
}
