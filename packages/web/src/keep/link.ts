/** A scenario inside a link: in its fragment, which a browser never sends to a server. */
import type { Present } from '../document/document.ts'

const mark = '#s='

/** Letters of the whole link. Some mail programs cut longer lines; browsers go far beyond the other. */
export const linkLimits = { careful: 2_000, most: 32_000 }

/** What unpacks to more is no scenario: a small link may hold a bomb. Bytes. */
const largest = 5_000_000

export const isLink = (hash: string): boolean => hash.startsWith(mark)

/** The fragment that carries a scenario, its name and its day. */
export async function linkOf({ file, name, asOf }: Pick<Present, 'file' | 'name' | 'asOf'>): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify({ name, asOf, file }))
  const packed = await drained(new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw')), largest)
  let letters = ''
  for (const byte of packed) letters += String.fromCharCode(byte)
  return mark + btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** What a link carries, not yet checked. */
export interface Carried {
  readonly file: unknown
  readonly name: string
  readonly asOf: string
}

/** What a fragment carries; null where it is none of ours, is cut off, or unpacks to too much. */
export async function carriedBy(hash: string): Promise<Carried | null> {
  if (!isLink(hash) || hash.length > linkLimits.most * 4) return null
  try {
    const letters = atob(hash.slice(mark.length).replaceAll('-', '+').replaceAll('_', '/'))
    const packed = Uint8Array.from(letters, (letter) => letter.charCodeAt(0))
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
    const told = JSON.parse(new TextDecoder().decode(await drained(stream, largest))) as Partial<Carried> | null
    const { file, name, asOf } = told ?? {}
    if (typeof file !== 'object' || typeof name !== 'string') return null
    if (typeof asOf !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(asOf)) return null
    return { file, name: name.slice(0, 100), asOf }
  } catch {
    return null
  }
}

async function drained(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = stream.getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    chunks.push(part.value)
    size += part.value.length
    if (size > most) {
      await reader.cancel()
      throw new RangeError('too large')
    }
  }
  const all = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}
