/** The lines of a form as a facsimile shows them: parts, lines with their amounts, and runs of lines without an entry as one row. */
import type { Reason } from '@isoline/engine'
import type { FormSheet } from '../../ask/formSheets.ts'
import { count } from '../../words/money.ts'
import { lineOf } from '../explain/story.ts'
import type { Face } from './faces.ts'

export type FacsimileRow =
  | { readonly kind: 'part'; readonly number: string; readonly title: string }
  | { readonly kind: 'line'; readonly line: string; readonly reason: Reason; readonly twin: Reason | undefined }
  | { readonly kind: 'note'; readonly words: string }
  | { readonly kind: 'empty'; readonly lines: string; readonly words: string }

/** @param twin the same form for AMT, whose amounts stand beside */
export function facsimileOf(sheet: FormSheet, { parts = [], spared }: Face, twin?: FormSheet): FacsimileRow[] {
  const rows: FacsimileRow[] = []
  let run: Line[] = []
  const endRun = (): void => {
    rows.push(...emptyRow(run))
    run = []
  }
  const lines = linesIn(sheet, twin)
  const left = spared && lines.find(({ line }) => line === spared.without)?.reason.amount === 0 ? spared : undefined
  for (const each of lines) {
    if (left?.from === each.line) break
    const part = parts.findIndex(({ from }) => from === each.line)
    if (part >= 0) {
      endRun()
      rows.push({ kind: 'part', number: roman[part] ?? '', title: parts[part]?.title ?? '' })
    }
    if (isEmpty(each)) run.push(each)
    else {
      endRun()
      rows.push({ kind: 'line', ...each })
    }
  }
  endRun()
  if (left) rows.push({ kind: 'note', words: left.because })
  return rows
}

const roman = ['Part I', 'Part II', 'Part III', 'Part IV']

interface Line {
  readonly line: string
  readonly reason: Reason
  readonly twin: Reason | undefined
}

/**
 * Lines with their twins. A line that the form does not number is shown only where it has an amount of its own: one that a numbered line
 * repeats is not.
 */
function linesIn({ lines }: FormSheet, twin: FormSheet | undefined): Line[] {
  const keyOf = ({ name }: Reason): string => name.slice(name.lastIndexOf('.'))
  const twins = new Map(twin?.lines.map((each) => [keyOf(each), each]))
  const numbered = new Set(lines.filter((each) => lineOf(each) !== '').map(({ amount }) => amount))
  return lines
    .map((reason) => ({ line: lineOf(reason), reason, twin: twins.get(keyOf(reason)) }))
    .filter((each) => each.line !== '' || (!isEmpty(each) && !numbered.has(each.reason.amount)))
}

const isEmpty = ({ reason, twin }: Line): boolean => reason.amount === 0 && (twin === undefined || twin.amount === 0)

function emptyRow(run: readonly Line[]): FacsimileRow[] {
  const [first] = run
  const last = run.at(-1)
  if (!first || !last) return []
  if (first === last) return [{ kind: 'line', ...first }]
  return [
    { kind: 'empty', lines: `${first.line}–${last.line}`, words: `${numberWord(run.length)} lines with no entry` },
  ]
}

const words = ['Zero', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten']
const numberWord = (of: number): string => words[of] ?? count(of)

/** Whether a form has an entry at all. */
export const hasEntry = ({ lines }: FormSheet): boolean =>
  lines.some(({ amount, unit }) => unit === 'dollars' && amount !== 0)
