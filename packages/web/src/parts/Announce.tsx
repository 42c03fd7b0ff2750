import { useEffect, useState } from 'react'

/** Milliseconds of rest before a result is read out: a hand that moves passes many. */
const rest = 400

/** Reads a result to whoever cannot see it, once it has settled; nothing at first, since the page itself is read then. */
export function Announce({ words, urgent = false }: { readonly words: string; readonly urgent?: boolean }) {
  const [first] = useState(words)
  const [said, say] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => say((before) => (before === '' && words === first ? '' : words)), rest)
    return () => clearTimeout(timer)
  }, [words, first])
  return (
    <p className="sr" aria-live={urgent ? 'assertive' : 'polite'}>
      {said}
    </p>
  )
}
