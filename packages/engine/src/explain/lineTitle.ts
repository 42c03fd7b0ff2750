import { type FederalFormId, formOf } from './federalForms.ts'

/**
 * Lines whose printed number in some year differs from the newest revision's, which the code uses. Forms 1040 and 6251
 * were renumbered for 2025.
 */
const printedBefore2025: { readonly [name: string]: string } = {
  'form1040.line7a': 'line 7',
  'form1040.line11a': 'line 11',
  'form1040.line11b': 'line 11',
  'form1040.line12e': 'line 12',
  'form6251.line1a': 'deductions behind line 1',
  'form6251.line1b': 'line 1',
}

/** How a line is called in front of people: `Form 6251 line 2i`, with the number printed in that year. */
export function lineTitle(id: FederalFormId, line: string, year: number): string {
  const title = formOf(id)?.title ?? id
  const old = year < 2025 ? printedBefore2025[`${id}.${line}`] : undefined
  return `${title} ${old ?? lineName(line)}`
}

/** A line's own name: `line2i` is "line 2i"; a line without a number is named by its words: `standardDeduction`, "standard deduction". */
export const lineName = (line: string): string =>
  /^line\d/.test(line)
    ? line.replace(/^line(\d+[a-z]?)(.*)$/, (_, number, rest) => `line ${number}${spaced(rest)}`)
    : spaced(line).trim()

const spaced = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
