/** A fingerprint of tables of law: two answers with the same one rest on the same figures, word for word. */

/**
 * Sixteen hexadecimal digits of any plain data: FNV-1a in two halves over its JSON with keys in order. It tells tables apart, and
 * is no protection against someone who wants two of them alike.
 */
export function fingerprint(data: unknown): string {
  const text = ordered(data)
  let [low, high] = [offset, offset ^ text.length]
  for (let i = 0; i < text.length; i++) {
    const letter = text.charCodeAt(i)
    low = Math.imul(low ^ letter, prime)
    // The second half reads the text under another key, so that both would have to agree by chance
    high = Math.imul(high ^ (letter + i), prime)
  }
  return [low, high].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}

/** The offset and the prime of FNV-1a with 32 bits. */
const [offset, prime] = [0x811c9dc5, 0x01000193]

/** JSON whose keys stand in alphabetical order at every depth: the order in which a table is written says nothing. */
const ordered = (data: unknown): string =>
  JSON.stringify(data, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  )
