/** How a file or a link becomes the document: read in a worker, asked for its passphrase, refused with a reason. */
import type { Problem, ScenarioFile } from '@isoline/engine'
import type { Reply, Trouble } from '../ask/reply.ts'
import { open } from '../document/store.ts'
import { today } from '../words/days.ts'
import { type FileKind, fileKind } from './fileKind.ts'
import { carriedBy } from './link.ts'
import { atDesk } from './papers.ts'
import type { Read } from './readScenario.ts'
import { State } from './state.ts'

interface Opening {
  readonly name: string
  /** What is wrong with the file. */
  readonly trouble: Trouble | null
  /** A locked file that waits for its passphrase. */
  readonly locked: Uint8Array | null
  /** What is wrong with the passphrase. */
  readonly wrong: string | null
  readonly busy: boolean
}

const nothing: Opening = { name: '', trouble: null, locked: null, wrong: null, busy: false }
export const opening = new State<Opening>(nothing)

export const closeOpening = (): void => opening.set(nothing)

/** No scenario is near this size. Bytes. */
const largest = 5_000_000

/** Files that were chosen or dropped: one scenario, or any number of those that brokers and employers give. */
export async function openFiles(given: readonly File[]): Promise<void> {
  const kinds = await Promise.all(given.map(kindOf))
  const [first] = given
  if (!first) return
  closeOpening()
  if (kinds.every((kind) => kind === 'other')) return (await import('./importing.ts')).importFiles(given)
  if (given.length > 1)
    return refuse(first.name, 'severalFiles', 'came with others, and one of them is a scenario. Open a scenario alone.')
  await openScenario(first, kinds[0] === 'locked')
}

/** The text of a file says what it is where its name does not; one that is too large for a scenario, or no file, is none. */
async function kindOf(file: File): Promise<FileKind> {
  const text = file.size > largest ? '' : await file.text().catch(() => '')
  return fileKind(file.name, text)
}

async function openScenario(given: File, locked: boolean): Promise<void> {
  const { name } = given
  opening.set({ ...nothing, name, busy: true })
  if (given.size > largest) return refuse(name, 'tooLarge', 'is larger than 5 MB. No scenario is: give another file.')
  if (locked) return opening.set({ ...nothing, name, locked: new Uint8Array(await given.arrayBuffer()) })
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await given.arrayBuffer())
  } catch {
    return refuse(name, 'notUtf8', 'is not UTF-8 text. Save it as UTF-8.')
  }
  await openText(text, name)
}

/** The locked file, with the passphrase typed for it. */
export async function unlockWith(passphrase: string): Promise<void> {
  const { name, locked } = opening.now
  if (!locked) return
  if (passphrase === '') return opening.set({ wrong: 'Type the passphrase it was locked with.' })
  opening.set({ busy: true, wrong: null })
  const reply = await atDesk<string>((papers) => papers.unlock(locked, passphrase, name))
  if (opening.now.locked !== locked) return
  if ('answer' in reply) return openText(reply.answer, name)
  const wrong = problemsOf(reply.trouble).find(({ code }) => code === 'wrongPassphrase')
  opening.set(wrong ? { busy: false, wrong: wrong.message } : { ...nothing, name, trouble: reply.trouble })
}

/** A link that carries a scenario; the address goes back to the first view. */
export async function openLink(hash: string): Promise<void> {
  history.replaceState(null, '', '#/')
  const carried = await carriedBy(hash)
  if (!carried)
    return refuse('The link', 'badLink', 'is cut off, or not one of Isoline. Ask for it again, or for the file.')
  const reply = await atDesk((papers) => papers.read(JSON.stringify(carried.file), carried.name))
  if ('trouble' in reply) return opening.set({ ...nothing, name: 'The link', trouble: reply.trouble })
  take(reply.answer.file, carried.name, carried.asOf)
}

async function openText(text: string, name: string): Promise<void> {
  const reply: Reply<Read> = await atDesk((papers) => papers.read(text, name))
  if ('trouble' in reply) return opening.set({ ...nothing, name, trouble: reply.trouble })
  const { file, asOf, name: saved } = reply.answer
  take(file, saved ?? name.replace(/\.(ya?ml|json)?(\.age)?$/i, ''), asOf ?? today())
}

function take(file: ScenarioFile, name: string, asOf: string): void {
  closeOpening()
  open({ id: crypto.randomUUID(), name, example: false, file, asOf })
}

function refuse(name: string, code: string, message: string): void {
  opening.set({ ...nothing, name, trouble: { kind: 'input', problems: [{ path: '', code, message }] } })
}

const problemsOf = (trouble: Trouble): readonly Problem[] => (trouble.kind === 'input' ? trouble.problems : [])
