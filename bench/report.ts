/** The table every benchmark prints: a name, what was measured, the target beside it, and whether it was met. */

export interface Row {
  readonly name: string
  readonly measured: number
  readonly unit?: string
  readonly target?: string
  readonly met?: boolean
}

/** A row with its target, which the measured figure must reach or keep to. */
export function rowOf(name: string, measured: number, must: 'at least' | 'at most', target: number, unit = ''): Row {
  const met = must === 'at least' ? measured >= target : measured <= target
  return { name, measured, unit, target: `${must} ${written(target)} ${unit}`, met }
}

/** A heading, with the columns of the rows below it. */
export function heading(title: string): void {
  console.log(`${title.padEnd(44)}${'measured'.padStart(14)}   target`)
}

/** Prints one row. Without a target it is there for comparison. */
export function row({ name, measured, unit = '', target = '', met }: Row): void {
  const verdict = met === undefined ? '' : met ? 'met' : 'missed'
  console.log(
    `${name.padEnd(44)}${`${written(measured)} ${unit}`.trim().padStart(14)}   ${target.padEnd(24)}${verdict}`,
  )
}

/** The middle one of some figures, or the mean of the two middle ones. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return ((low as number) + (high as number)) / 2
}

const written = (figure: number): string =>
  figure.toLocaleString('en-US', { maximumFractionDigits: figure < 10 ? 2 : figure < 1_000 ? 1 : 0 })
