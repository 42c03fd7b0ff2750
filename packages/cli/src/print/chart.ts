/** A line drawn in text: braille dots where the terminal has them, stars where it has only ASCII. */
import { count, wholeDollars } from './money.ts'
import type { Page } from './page.ts'

export interface Chart {
  readonly title: string
  /** Corners of the line, ascending in x; straight between them. */
  readonly points: readonly { readonly x: number; readonly y: number }[]
  /** Where the x axis ends, at most at the last corner. */
  readonly upTo: number
  /** A place on the x axis to point out. */
  readonly mark: { readonly x: number; readonly label: string }
}

const rows = 10

/** The chart as lines: dollars up the side, shares or dollars along the foot. */
export function chart({ title, points, upTo: right, mark }: Chart, page: Page): string[] {
  const top = Math.max(heightAt(points, right), ...points.filter(({ x }) => x <= right).map(({ y }) => y))
  if (right <= 0 || top <= 0) return []
  const scale = wholeDollars(top).length
  const width = page.width - scale - 4
  const lines = plot(points, { right, top }, width, page.unicode)
  const { paint } = page
  const [corner, side, foot, tick] = page.unicode ? ['└', '│', '─', '┴'] : ['+', '|', '-', '^']
  const label = (i: number): string => (i === 0 ? wholeDollars(top) : i === rows - 1 ? '$0' : '').padStart(scale)
  const at = Math.max(0, Math.min(width - 1, Math.round((mark.x / right) * (width - 1))))
  return [
    `  ${paint.bold(title)}`,
    ...lines.map((line, i) => `  ${paint.dim(label(i))} ${paint.dim(side as string)}${paint.cyan(line)}`.trimEnd()),
    paint.dim(`  ${' '.repeat(scale)} ${corner}${foot?.repeat(at)}${tick}${foot?.repeat(width - at - 1)}`),
    footLine(mark.label, at, count(Math.round(right)), width, scale),
  ]
}

function footLine(label: string, at: number, last: string, width: number, scale: number): string {
  const start = Math.max(0, Math.min(at - Math.floor(label.length / 2), width - last.length - label.length - 1))
  const foot = `${' '.repeat(start)}${label}`.padEnd(width - last.length)
  return `  ${' '.repeat(scale + 2)}${foot}${last}`
}

/** The dots of the line in a grid of characters. A braille character holds two by four. */
function plot(
  points: Chart['points'],
  { right, top }: { right: number; top: number },
  width: number,
  unicode: boolean,
): string[] {
  const [across, down] = unicode ? [2, 4] : [1, 1]
  const grid = Array.from({ length: rows }, () => new Uint8Array(width))
  let before: number | undefined
  for (let dot = 0; dot < width * across; dot++) {
    const y = heightAt(points, (dot / (width * across - 1)) * right)
    const at = Math.round((1 - y / top) * (rows * down - 1))
    // A steep piece is filled in, so that the line has no gaps
    for (let dots = at; dots <= Math.max(at, (before ?? at) - 1); dots++) {
      const row = grid[Math.floor(dots / down)]
      const column = Math.floor(dot / across)
      if (row) row[column] = (row[column] ?? 0) | (braille[dot % across]?.[dots % down] ?? 1)
    }
    before = at
  }
  const shown = (bits: number): string => (bits === 0 ? ' ' : unicode ? String.fromCharCode(0x2800 + bits) : '*')
  return grid.map((row) => [...row].map(shown).join('').trimEnd())
}

/** The bit of each dot: two columns of four, from the top. */
const braille = [
  [1, 2, 4, 64],
  [8, 16, 32, 128],
]

function heightAt(points: Chart['points'], x: number): number {
  const next = points.findIndex((point) => point.x >= x)
  const to = points[next === -1 ? points.length - 1 : next]
  const from = points[next - 1]
  if (!to) return 0
  if (!from || to.x === from.x) return to.y
  return from.y + ((Math.min(x, to.x) - from.x) / (to.x - from.x)) * (to.y - from.y)
}
