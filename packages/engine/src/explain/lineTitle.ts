import { type AnyFormId, formOf } from './federalForms.ts'

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
export const lineTitle = (id: AnyFormId, line: string, year: number): string =>
  `${formOf(id)?.title ?? id}${/^line\d/.test(line) ? ' ' : ': '}${lineName(id, line, year)}`

/**
 * A line's own name: `line2i` is "line 2i"; a line that the form does not number is called what its words begin with,
 * "taxable income before its floor".
 */
export function lineName(id: AnyFormId, line: string, year: number): string {
  const old = year < 2025 ? printedBefore2025[`${id}.${line}`] : undefined
  if (old) return old
  const [, number] = /^line(\d+[a-z]?)$/.exec(line) ?? []
  if (number) return `line ${number}`
  const [label = line] = (formOf(id)?.words[line] ?? line).split(':')
  return /^[A-Z][a-z ]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
}
