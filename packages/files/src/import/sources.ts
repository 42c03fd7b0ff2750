/** Where a fact was read, in the words that a scenario keeps. */
import type { Provenance } from './found.ts'
import type { Entry } from './scenarioObject.ts'

/** Texts that a scenario takes are no longer than this. */
const longestText = 200

/** A place in words: file, sheet, row, and the day it was read. */
export function sourceText({ file, sheet, row, page, item, readOn }: Provenance): string {
  const place = Object.entries({ row, page, item }).map(([unit, at]) => (at === undefined ? '' : `, ${unit} ${at}`))
  const inFile = `${sheet === undefined ? '' : `, sheet ${sheet.slice(0, 40)}`}${place.join('')}`
  const rest = `${inFile}, read ${readOn}`
  return `${file.slice(-(longestText - rest.length))}${rest}`
}

/** Adds a source that an entry does not have yet. With `onceAFile`, rows of one file count as one source. */
export function addSource(entry: Entry, from: Provenance, onceAFile: boolean): void {
  const sources: readonly unknown[] = Array.isArray(entry['sources']) ? entry['sources'] : []
  // The same place read again on another day is the same source
  const ending = onceAFile ? /(, (?:row|page|item) \d+)?, read [\d-]+$/ : /, read [\d-]+$/
  const place = (text: string): string => text.replace(ending, '')
  const text = sourceText(from)
  if (!sources.some((each) => place(String(each)) === place(text))) entry['sources'] = [...sources, text]
}
