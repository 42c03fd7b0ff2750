/** How large a packed workbook says it is, read from its table of contents before anything is unpacked. */
import { limits, refused } from './limits.ts'

/**
 * Refuses a packed file that would unpack to more than is bearable, or whose table of contents cannot be read.
 * @throws InputError
 */
export function checkUnpackedSize(bytes: Uint8Array, file: string): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endRecord(view)
  if (end === undefined) throw refused(file, 'damaged', 'ends too early to be a workbook. Download it again.')
  const parts = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  let size = 0
  for (let part = 0; part < parts; part++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50)
      throw refused(file, 'damaged', 'has a table of contents that cannot be read. Download it again.')
    size += view.getUint32(at + 24, true)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  // 0xFFFFFFFF stands for a size beyond four bytes, and is beyond the limit too
  if (size > limits.unpacked || parts > limits.parts)
    throw refused(
      file,
      'tooLarge',
      `unpacks to more than ${limits.unpacked / 1e6} MB or ${limits.parts} parts. Save the sheet as CSV, or give another file.`,
    )
}

/** Where the end record of a packed file begins: within the last 64 kB, after which only a comment may stand. */
function endRecord(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_558); at--)
    if (view.getUint32(at, true) === 0x06054b50) return at
  return undefined
}
