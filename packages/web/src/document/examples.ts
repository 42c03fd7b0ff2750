/** The examples of the repository, as the page offers them. The first is in the page; the others are fetched when they are opened. */
import type { ScenarioFile } from '@isoline/engine'
import robotics from '../../../../examples/robotics.yaml?scenario'
import type { Present } from './document.ts'
import { told } from './exampleList.ts'

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
