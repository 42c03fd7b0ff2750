/** The instances of `vectors/planner-instances.json` with their proved optima. */
import type { Problem, Shares } from '../../src/schedule/problem.ts'
import type { Instance } from '../../src/schedule/simplified.ts'
import { readVectors } from '../statute/vectors.ts'

interface Part {
  readonly grant?: number
  readonly lot?: number
  readonly exerciseYear?: number
  readonly sellYear: number
  readonly shares: number
}

export interface Stored {
  readonly id: string
  readonly instance: Instance
  readonly best: { readonly value: number; readonly plan: readonly Part[] }
}

export const stored: readonly Stored[] = JSON.parse(readVectors('planner-instances.json')).instances

export function storedInstance(id: string): Instance {
  const found = stored.find((each) => each.id === id)
  if (!found) throw new Error(`no stored instance ${id}`)
  return found.instance
}

/** A stored plan as shares of columns. Grants are the first sources, lots those after them. */
export function sharesOf(of: Problem, { instance, best }: Stored): Shares {
  const shares = new Float64Array(of.columns.length)
  for (const { grant, lot, exerciseYear = -1, sellYear, shares: count } of best.plan) {
    const source = grant ?? instance.grants.length + (lot as number)
    const at = of.columns.findIndex(
      (each) => each.source === source && each.exercised === exerciseYear && each.sold === sellYear,
    )
    if (at < 0) throw new Error(`no column for ${source}, ${exerciseYear}, ${sellYear}`)
    shares[at] = count
  }
  return shares
}
