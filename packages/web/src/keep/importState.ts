/** Files of a broker or employer on their way in, as the page shows them. */
import type { ScenarioFile } from '@isoline/engine'
import type { Imported } from '@isoline/files'
import type { Trouble } from '../ask/reply.ts'
import type { Joined } from './joinFiles.ts'
import { State } from './state.ts'

/** A file that could not be read as a whole. */
export interface Unreadable {
  readonly name: string
  readonly trouble: Trouble
}

interface Importing {
  /** The names of the files; none: nothing is being imported. */
  readonly names: readonly string[]
  readonly busy: boolean
  readonly files: readonly Imported[]
  readonly unreadable: readonly Unreadable[]
  /** What the files come to in the scenario; null until they are read. */
  readonly joined: Joined | null
  /** Why they cannot be joined. */
  readonly trouble: Trouble | null
  /** What was added last, in words, and the file it made. */
  readonly taken: { readonly words: string; readonly file: ScenarioFile } | null
}

/** No import. */
export const nothing = { names: [], busy: false, files: [], unreadable: [], joined: null, trouble: null }
export const importing = new State<Importing>({ ...nothing, taken: null })

export const closeImport = (): void => importing.set(nothing)
