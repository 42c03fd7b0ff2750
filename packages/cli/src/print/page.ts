/** What an answer is printed on: how wide it is, and whether it takes color and more than ASCII. */
import pc from 'picocolors'
import type { Io } from '../io.ts'

export type Paint = ReturnType<typeof pc.createColors>

export interface Page {
  /** Characters in a line. */
  readonly width: number
  readonly paint: Paint
  /** Whether block and line characters can be shown. */
  readonly unicode: boolean
}

/** The page of an output: a terminal in its own width, anything else 80 characters wide and without color. */
export function pageFor({ stdout, env }: Pick<Io, 'stdout' | 'env'>, color = true): Page {
  const terminal = stdout.isTTY === true
  const colored = color && terminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb'
  return {
    width: Math.max(40, Math.min((terminal && stdout.columns) || 80, 100)),
    paint: pc.createColors(colored),
    unicode: isUtf8(env),
  }
}

function isUtf8(env: Io['env']): boolean {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || ''
  return /utf-?8/i.test(locale) || env['WT_SESSION'] !== undefined
}
