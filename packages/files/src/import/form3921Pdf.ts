/** Form 3921 as a PDF: each box is the value below its printed label, or beside it. */
import { dateIn, dollarsIn, RowFault, sharesIn } from '../read/cells.ts'
import { refused } from '../read/limits.ts'
import type { Words } from '../read/pdfWords.ts'
import type { Draft } from './draft.ts'
import { type Boxes3921, take3921 } from './form3921.ts'

type Box = Exclude<keyof Boxes3921, 'accountNumber'>

/** The printed words of each box, without its number: revisions shorten them and break their lines in other places. */
const labels: { readonly [Each in Box]: RegExp } = {
  optionGrantDate: /date option granted/i,
  optionExerciseDate: /date option exercised/i,
  exercisePrice: /exercise price (paid )?per/i,
  exerciseMarketValue: /(fair market value|fmv)( of stock)? per|fair market value$/i,
  numberOfShares: /(no\.?|number) of shares/i,
}

const read: { readonly [Each in Box]: (text: string) => Boxes3921[Each] | undefined } = {
  optionGrantDate: dateIn,
  optionExerciseDate: dateIn,
  exercisePrice: dollarsIn,
  exerciseMarketValue: dollarsIn,
  numberOfShares: sharesIn,
}

const boxNames = Object.keys(labels) as Box[]

/** How far below its label a value may stand, and how far to the left of it, in points: a box is two or three lines high. */
const [below, leftOf] = [42, 14]

/**
 * Every Form 3921 of a PDF. Copies of one form, which the IRS asks for, count once.
 * @throws InputError where the text is that of no Form 3921.
 */
export function read3921Pdf(words: readonly Words[], draft: Draft): void {
  draft.unit = 'page'
  const pages = new Map<number, Words[]>()
  for (const each of words) pages.set(each.page, [...(pages.get(each.page) ?? []), each])
  const seen = new Set<string>()
  let found: number | undefined
  for (const [page, on] of pages) {
    const labelled = boxNames.map((box) => ({ box, at: on.filter(({ text }) => labels[box].test(text)) }))
    // Instructions name some of the boxes, a form all of them
    if (labelled.filter(({ at }) => at.length > 0).length < 4) continue
    found ??= page
    for (const values of formsOn(labelled, on)) takeForm(values, page, seen, draft)
  }
  if (found === undefined)
    throw refused(
      draft.file,
      'unknownFormat',
      'is neither a Form 3921 nor a return as filed: Form 1040, Schedule D, Form 6251 or 8801, or of California Form 540, Schedule P or FTB 3510. Boxes were looked for by their words, "Date option granted" to "No. of shares transferred", forms by their titles. Type the figures of other PDFs.',
    )
  if (draft.lots.length === 0 && draft.unread.length === 0)
    draft.cannotRead(found, [], 'no box of the form is filled in')
}

type Values = readonly (readonly [Box, string | number | undefined])[]

/** The values of each form of a page, from the top down; one without any value is a blank copy. */
function formsOn(labelled: readonly { box: Box; at: readonly Words[] }[], on: readonly Words[]): Values[] {
  const all = new Set(labelled.flatMap(({ at }) => at))
  const count = Math.max(...labelled.map(({ at }) => at.length))
  const forms = Array.from({ length: count }, (_, form): Values => {
    const value = (box: Box, label: Words | undefined) => label && printedValue(box, label, on, all)
    return labelled.map(({ box, at }) => [box, value(box, at[form])] as const)
  })
  return forms.filter((values) => values.some(([, value]) => value !== undefined))
}

function takeForm(values: Values, page: number, seen: Set<string>, draft: Draft): void {
  const cells = values.map(([, value]) => value ?? null)
  draft.attempt(page, cells, () => {
    const lacking = values.filter(([, value]) => value === undefined).map(([box]) => boxNames.indexOf(box) + 1)
    if (lacking.length > 0) throw new RowFault(`box ${lacking.join(' and ')} of the form on page ${page} was not found`)
    const key = JSON.stringify(cells)
    if (seen.has(key)) draft.notes.push(`Page ${page} repeats a form that was read already: a copy counts once.`)
    else take3921(draft, Object.fromEntries(values) as unknown as Boxes3921, page)
    seen.add(key)
  })
}

/** The value of a box: after the label on its line, else the nearest text below it that reads as what the box holds. */
function printedValue(
  box: Box,
  label: Words,
  words: readonly Words[],
  allLabels: ReadonlySet<Words>,
): string | number | undefined {
  const after = label.text
    .slice(label.text.search(labels[box]))
    .replace(labels[box], '')
    .replace(/^[^:$\d]*[:\s]\s*/, '')
  const inLabel = attempt(box, after)
  if (inLabel !== undefined) return inLabel
  // The next label to the right ends the column
  const edge = Math.min(
    ...[...allLabels]
      .filter((each) => each.page === label.page && Math.abs(each.y - label.y) < 20 && each.x > label.x + 20)
      .map(({ x }) => x),
    label.x + 220,
  )
  const near = words
    .filter((each) => each.page === label.page && each.x >= label.x - leftOf && each.x < edge)
    .filter(({ y }) => y <= label.y + 2 && y >= label.y - below)
    .sort((one, other) => other.y - one.y || one.x - other.x)
  return near.map(({ text }) => attempt(box, text)).find((value) => value !== undefined)
}

function attempt(box: Box, text: string): string | number | undefined {
  try {
    return read[box](text)
  } catch (error) {
    if (error instanceof RowFault) return undefined
    throw error
  }
}
