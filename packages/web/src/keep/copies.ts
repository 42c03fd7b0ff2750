/** Ways in which a scenario leaves the page, all of them into the reader's own hands. */

import type { Reply } from '../ask/reply.ts'
import type { Present } from '../document/document.ts'
import { atDesk } from './papers.ts'

/** Saves the scenario as a file; with a passphrase, locked. Gives what went wrong, if anything. */
export async function saveFile({ file, name, asOf }: Present, passphrase?: string): Promise<Reply<string>> {
  const text = await atDesk((papers) => papers.write(file, name, asOf))
  if ('trouble' in text) return text
  const title = `${fileName(name)}.yaml`
  if (passphrase === undefined)
    return { answer: download(new Blob([text.answer], { type: 'application/yaml' }), title) }
  const locked = await atDesk<Uint8Array<ArrayBuffer>>((papers) => papers.lock(text.answer, passphrase))
  if ('trouble' in locked) return locked
  return { answer: download(new Blob([locked.answer], { type: 'application/octet-stream' }), `${title}.age`) }
}

/** A name that every system takes for a file. */
export const fileName = (name: string): string =>
  name
    .replace(/^Example: /, '')
    .normalize('NFKD')
    .replace(/['’\p{M}]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
    .slice(0, 60) || 'scenario'

/** Hands a file to the browser, and says its name. */
export function download(blob: Blob, name: string): string {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  return name
}
