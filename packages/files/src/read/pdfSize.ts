/** How much the packed streams of a PDF hold, found by unpacking them without keeping anything: its own figures may lie. */
import { limits, refused } from './limits.ts'

/** The most that all streams of a return or a form may hold, unpacked. Bytes; a page of text is some thousands. */
const mostUnpacked = limits.unpacked / 2

/**
 * Refuses a PDF that unpacks to more than is bearable, and one whose streams are packed twice.
 * @throws InputError
 */
export async function checkPdfSize(bytes: Uint8Array, file: string): Promise<void> {
  let left = mostUnpacked
  for (const stream of packedStreams(bytes)) {
    const { size, twice } = await unpacked(stream, left)
    left -= size
    if (left <= 0 || twice)
      throw refused(
        file,
        'tooLarge',
        `unpacks to more than ${mostUnpacked / 1e6} MB. Print the pages with the form to a new PDF.`,
      )
  }
}

/** What stands between each `stream` and the next `endstream`, where it begins as packed data does. */
function* packedStreams(bytes: Uint8Array): Generator<Uint8Array> {
  const text = new TextDecoder('latin1').decode(bytes)
  const mark = /(?<!end)stream\r?\n?/g
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    const start = found.index + found[0].length
    const end = text.indexOf('endstream', start)
    const stop = end < 0 ? bytes.length : end
    if (looksPacked(bytes[start], bytes[start + 1])) yield bytes.subarray(start, stop)
    mark.lastIndex = stop
  }
}

/** The first two bytes of data packed with deflate. RFC 1950 2.2. */
const looksPacked = (first = 0, second = 0): boolean => (first & 15) === 8 && (first * 256 + second) % 31 === 0

/** How much comes out of a stream, up to `most`, and whether it is packed data again. Damage ends it: so it does for the reader. */
async function unpacked(stream: Uint8Array, most: number): Promise<{ size: number; twice: boolean }> {
  let size = 0
  let twice = false
  try {
    const copy = new Uint8Array(stream)
    const reader = new Blob([copy]).stream().pipeThrough(new DecompressionStream('deflate')).getReader()
    for (let part = await reader.read(); !part.done && size <= most; part = await reader.read()) {
      if (size === 0) twice = part.value[0] === 0x78 && looksPacked(part.value[0], part.value[1])
      size += part.value.length
    }
    await reader.cancel()
  } catch {
    // What came out before the damage counts
  }
  return { size, twice }
}
