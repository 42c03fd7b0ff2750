/** How the files of a broker or employer become part of the scenario: read in a worker, shown, and added in one step. */
import type { Imported } from '@isoline/files'
import type { Reply } from '../ask/reply.ts'
import { current, edit } from '../document/store.ts'
import { today } from '../words/days.ts'
import { thingsAdded } from '../words/things.ts'
import { importing, nothing, type Unreadable } from './importState.ts'
import type { Answers, Joined } from './joinFiles.ts'
import { aside } from './papers.ts'

/** Reads files, one after the other, and shows what they say. */
export async function importFiles(given: readonly File[]): Promise<void> {
  const names = given.map(({ name }) => name)
  importing.set({ ...nothing, names, busy: true })
  const files: Imported[] = []
  const unreadable: Unreadable[] = []
  for (const each of given) {
    const reply = await read(each)
    if ('answer' in reply) files.push(reply.answer)
    else unreadable.push({ name: each.name, trouble: reply.trouble })
    // Closed, or others were given in the meantime.
    if (importing.now.names !== names) return
  }
  importing.set({ files, unreadable })
  if (files.length > 0) await join({}, names)
  if (importing.now.names === names) importing.set({ busy: false })
}

/** No file of a broker is near this size. Bytes. */
const largest = 60_000_000

async function read(file: File): Promise<Reply<Imported>> {
  if (file.size > largest)
    return refused('tooLarge', 'is larger than 60 MB. No statement of a broker is: give another file.')
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await file.arrayBuffer())
  } catch {
    return refused('unreadable', 'cannot be read from the disk. Folders cannot: give the files in it.')
  }
  return aside<Imported>((papers) => papers.imported(file.name, bytes, today()))
}

const refused = (code: string, message: string): Reply<Imported> => ({
  trouble: { kind: 'input', problems: [{ path: '', code, message }] },
})

/** Adds what the files say, with the answers given; where something is still missing it says so and adds nothing. */
export async function addImported(answers: Answers): Promise<void> {
  const { names } = importing.now
  importing.set({ busy: true })
  const { id, file } = current().present
  const joined = await join(answers, names)
  if (importing.now.names !== names) return
  importing.set({ busy: false })
  // Another tab may have changed what they were joined to: then the next press joins them to that.
  const same = current().present.id === id && current().present.file === file
  if (!joined || joined.problems.length > 0 || joined.changes === 0 || !same) return
  edit('import', () => joined.file)
  const words = thingsAdded(joined.added) || 'what was missing, and where it stands'
  importing.set({ ...nothing, taken: { words: `${names.join(', ')}: ${words}`, file: joined.file } })
}

async function join(answers: Answers, names: readonly string[]): Promise<Joined | null> {
  const { file } = current().present
  const reply = await aside<Joined>((papers) => papers.joined(file, importing.now.files, answers))
  if (importing.now.names !== names) return null
  const joined = 'answer' in reply ? reply.answer : null
  importing.set({ joined, trouble: 'trouble' in reply ? reply.trouble : null })
  return joined
}
