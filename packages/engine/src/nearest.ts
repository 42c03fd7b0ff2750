/** The known name closest to a mistyped one: at most a third of its letters wrong. Undefined when none is close. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (name.length > 60) return undefined
  let best: string | undefined
  let least = Math.max(1, Math.floor(name.length / 3)) + 1
  for (const each of known) {
    if (Math.abs(each.length - name.length) >= least) continue
    const away = distance(name.toLowerCase(), each.toLowerCase())
    if (away < least) [best, least] = [each, away]
  }
  return best
}

/** Letters to insert, drop, change or swap with their neighbour to get from one word to the other. */
function distance(from: string, to: string): number {
  let older: number[] = []
  let before = Array.from({ length: to.length + 1 }, (_, i) => i)
  for (let i = 1; i <= from.length; i++) {
    const row = [i]
    for (let j = 1; j <= to.length; j++) {
      const change = from[i - 1] === to[j - 1] ? 0 : 1
      let least = Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + change)
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        least = Math.min(least, (older[j - 2] ?? 0) + 1)
      row.push(least)
    }
    ;[older, before] = [before, row]
  }
  return before[to.length] ?? 0
}
