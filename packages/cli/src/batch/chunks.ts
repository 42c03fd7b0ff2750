/** Cuts a stream of bytes into chunks that end at the end of a line, in constant memory whatever the lines hold. */
import { longestRow } from './task.ts'

const newline = 10

/** Large enough to keep a thread busy for some milliseconds, small enough to keep few in memory. Bytes. */
const chunkSize = 256 * 1024

/** How long a chunk is kept open for more rows when none arrive. Milliseconds. */
const patience = 20

/**
 * Whole lines of the input in chunks. A line longer than `longestRow` is cut short, but stays longer than that; the last
 * line may lack its end. Rows that come one at a time are passed on as they come.
 */
export async function* chunksOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const pieces = input[Symbol.asyncIterator]()
  const lines = new Lines()
  for (;;) {
    const coming = pieces.next()
    if (lines.whole > 0 && (await isLate(coming))) yield lines.take()
    const { value, done } = await coming
    if (done) break
    lines.add(value)
    if (lines.whole >= chunkSize) yield lines.take()
  }
  lines.end()
  if (lines.whole > 0) yield lines.take()
}

async function isLate(coming: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<true>((resolve) => {
    timer = setTimeout(resolve, patience, true)
  })
  const first = await Promise.race([coming.then(() => false), late])
  clearTimeout(timer)
  return first
}

/** Pieces gathered into whole lines, and the beginning of the line that has not ended yet. */
class Lines {
  #parts: Uint8Array[] = []
  #open: Uint8Array[] = []
  #openLength = 0
  /** Bytes of whole lines gathered. */
  whole = 0

  add(piece: Uint8Array): void {
    const first = piece.indexOf(newline)
    if (first === -1) {
      this.#keep(piece)
      return
    }
    this.#keep(piece.subarray(0, first + 1))
    this.end()
    const last = piece.lastIndexOf(newline)
    this.#push(piece.subarray(first + 1, last + 1))
    this.#keep(piece.subarray(last + 1))
  }

  /** Ends the open line. */
  end(): void {
    for (const part of this.#open) this.#push(part)
    this.#open = []
    this.#openLength = 0
  }

  take(): Buffer {
    const chunk = Buffer.allocUnsafeSlow(this.whole)
    let at = 0
    for (const part of this.#parts) {
      chunk.set(part, at)
      at += part.length
    }
    this.#parts = []
    this.whole = 0
    return chunk
  }

  #push(part: Uint8Array): void {
    if (part.length === 0) return
    this.#parts.push(part)
    this.whole += part.length
  }

  /** Adds to the open line; of an over-long line only as much as shows that it is one, and its end. */
  #keep(part: Uint8Array): void {
    const left = longestRow + 1 - this.#openLength
    const kept = part.length > left ? part.subarray(0, left) : part
    if (kept.length > 0) this.#open.push(kept)
    this.#openLength += kept.length
    if (kept !== part && part.at(-1) === newline) this.#open.push(Uint8Array.of(newline))
  }
}

/** The same chunks cut into their lines, for rows that each take long: threads then share them evenly. */
export async function* lineByLine(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks)
    for (let start = 0; start < chunk.length; ) {
      const end = chunk.indexOf(newline, start)
      const after = end === -1 ? chunk.length : end + 1
      // A chunk of its own, because it is handed over to a thread
      const line = Buffer.allocUnsafeSlow(after - start)
      chunk.copy(line, 0, start, after)
      yield line
      start = after
    }
}

/** The input without its first `count` rows. Blank lines are no rows. */
export async function* withoutRows(input: AsyncIterable<Uint8Array>, count: number): AsyncGenerator<Uint8Array> {
  let left = count
  let blank = true
  for await (const piece of input) {
    let at = 0
    for (; left > 0 && at < piece.length; at++) {
      const byte = piece[at]
      if (byte === newline) {
        if (!blank) left--
        blank = true
      } else if (byte !== 32 && byte !== 9 && byte !== 13) blank = false
    }
    if (at < piece.length) yield piece.subarray(at)
  }
}

/** The input without the byte order mark that some programs put first. */
export async function* withoutMark(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let first = true
  for await (const piece of input) {
    const marked = first && piece[0] === 0xef && piece[1] === 0xbb && piece[2] === 0xbf
    yield marked ? piece.subarray(3) : piece
    first = false
  }
}
