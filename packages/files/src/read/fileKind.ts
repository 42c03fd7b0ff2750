/** What a file is, by its first bytes: its name may say anything. */
import { limits, refused } from './limits.ts'

/** The kinds of file that can be read. */
export type FileKind = 'workbook' | 'pdf' | 'text'

/** First bytes, in hexadecimal, of what cannot be read, with what to do. */
const foreign: readonly (readonly [string, string, string])[] = [
  ['fffe', 'notUtf8', 'is UTF-16 text. Save it as "CSV UTF-8".'],
  ['feff', 'notUtf8', 'is UTF-16 text. Save it as "CSV UTF-8".'],
  [
    'd0cf11e0a1b11ae1',
    'oldWorkbook',
    'is a workbook of the old kind (.xls), or one with a password. Save it as .xlsx or CSV.',
  ],
  ['1f8b', 'packed', 'is compressed. Unpack it first.'],
  ['89504e47', 'picture', 'is a picture. Type its figures instead, or give a file with text.'],
  ['ffd8ff', 'picture', 'is a picture. Type its figures instead, or give a file with text.'],
]

/**
 * The kind of a file.
 * @throws InputError for an empty file, one that is too large, and one of a kind that cannot be read.
 */
export function fileKind(bytes: Uint8Array, file: string): FileKind {
  if (bytes.length === 0) throw refused(file, 'empty', 'is empty.')
  if (bytes.length > limits.bytes)
    throw refused(file, 'tooLarge', `is larger than ${limits.bytes / 1e6} MB. No statement is: give another file.`)
  const first = [...bytes.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  for (const [mark, code, message] of foreign) if (first.startsWith(mark)) throw refused(file, code, message)
  if (first.startsWith('504b')) return 'workbook'
  // PDF readers accept a few bytes before the mark
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-')) return 'pdf'
  return 'text'
}

/**
 * The text of a file, without a byte order mark.
 * @throws InputError where it is not UTF-8, or not text at all.
 */
export function textOf(bytes: Uint8Array, file: string): string {
  if (bytes.includes(0))
    throw refused(file, 'notText', 'is not a text file. Give CSV, JSON, an .xlsx workbook or a PDF.')
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw refused(file, 'notUtf8', 'is not UTF-8 text. Save it as "CSV UTF-8".')
  }
  if (text.trim() === '') throw refused(file, 'empty', 'holds nothing but blanks.')
  return text
}
