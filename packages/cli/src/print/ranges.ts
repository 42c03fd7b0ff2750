/** Ranges of futures on one scale, one line each: thin from edge to edge, heavy where half of them lie, a dot in the middle. */
import { wholeDollars } from './money.ts'
import type { Page } from './page.ts'

export interface Range {
  readonly name: string
  /** Results that 5, 25, 50, 75 and 95 of a hundred futures do not exceed. */
  readonly at: readonly [number, number, number, number, number]
}

/** @param yardstick a result to compare with, drawn through all lines; null: none */
export function ranges(list: readonly Range[], yardstick: number | null, page: Page): string[] {
  const all = [...list.flatMap(({ at }) => at), ...(yardstick === null ? [] : [yardstick])]
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const names = Math.max(...list.map(({ name }) => name.length))
  const width = Math.min(60, page.width - names - 6)
  if (width < 20 || high - low < 1) return []
  const place = (value: number): number => Math.round(((value - low) / (high - low)) * (width - 1))
  const [thin, heavy, dot, line] = page.unicode ? ['─', '━', '●', '┊'] : ['-', '=', 'o', ':']
  const lines = list.map(({ name, at }) => {
    const [first, lower, middle, upper, last] = at.map(place) as [number, number, number, number, number]
    const cells = Array.from({ length: width }, (_, i) => {
      if (i === middle) return dot
      if (i >= lower && i <= upper) return heavy
      if (i >= first && i <= last) return thin
      return yardstick !== null && i === place(yardstick) ? line : ' '
    })
    return `  ${name.padEnd(names)}  ${page.paint.cyan(cells.join('').trimEnd())}`
  })
  const [left, right] = [wholeDollars(low), wholeDollars(high)]
  const room = Math.max(1, width - left.length - right.length)
  return [...lines, page.paint.dim(`  ${' '.repeat(names)}  ${left}${' '.repeat(room)}${right}`)]
}
