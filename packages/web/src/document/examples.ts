/** The examples of the repository, as the page offers them. The first is in the page; the others are fetched when they are opened. */
import type { ScenarioFile } from '@isoline/engine'
import robotics from '../../../../examples/robotics.yaml?scenario'
import type { Present } from './document.ts'

export interface Example {
  readonly id: string
  readonly name: string
  /** The day it is told from: that of the commands in its file, where they have one. */
  readonly asOf: string
}

const files = import.meta.glob<ScenarioFile>(['../../../../examples/*.yaml', '!**/robotics.yaml'], {
  query: '?scenario',
  import: 'default',
})

/** Each by its file, the best to begin with first. */
const told: readonly (readonly [file: string, name: string, asOf: string])[] = [
  ['robotics', 'Robotics, single', '2026-01-15'],
  ['first-exercise', 'A first exercise, a couple', '2026-01-02'],
  ['early-exercise', 'Exercised early, private', '2026-02-02'],
  ['before-the-ipo', 'Before the IPO', '2026-01-02'],
  ['staging', 'Two grants, staged', '2026-01-02'],
  ['single-2026-trough', 'Least room of 2026', '2026-01-02'],
  ['itemizer', 'Itemizing in California', '2026-01-20'],
  ['mfs', 'Filing separately, Minnesota', '2026-01-02'],
  ['leaving-california', 'Leaving California', '2025-06-02'],
  ['over-the-limit', 'Over the $100,000 limit', '2026-01-02'],
  ['sell-or-wait', 'Sell or wait', '2026-12-01'],
  ['peak-and-fall', 'AMT at the peak', '2026-11-16'],
  ['credit-carried-in', 'Credit coming back', '2026-01-05'],
  ['credit-left-behind', 'Credit left behind', '2026-01-05'],
  ['twelve-years', 'Twelve years', '2025-03-03'],
]

export const examples: readonly Example[] = told.map(([file, name, asOf]) => ({ id: `example:${file}`, name, asOf }))

/** An example as a document. It names itself one, wherever its name is shown. */
export async function exampleOf({ id, name, asOf }: Example): Promise<Present> {
  if (id === examples[0]?.id) return firstExample()
  const load = files[`../../../../examples/${id.slice('example:'.length)}.yaml`]
  if (!load) throw new Error(`no ${id}`)
  return { id, name: `Example: ${name}`, example: true, file: await load(), asOf }
}

export const firstExample = (): Present => {
  const { id, name, asOf } = examples[0] as Example
  return { id, name: `Example: ${name}`, example: true, file: robotics, asOf }
}
