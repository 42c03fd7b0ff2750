/** The parts a page is made of: headings, paragraphs, points and tables. Black on white, so that it prints and copies. */
import { createElement, type ReactElement } from 'react'
import { Text, View } from './elements.ts'
import { printable } from './printable.ts'

/** Something on a page. */
export type Block = ReactElement

type Style = (typeof styles)[keyof typeof styles] | Record<string, never>

/** Black and greys: nothing is said by color alone, as packets are printed and copied. */
export const ink = { text: '#000000', dim: '#444444', line: '#777777', fill: '#d9d9d9' } as const

const styles = {
  title: { fontSize: 18, fontFamily: 'Helvetica-Bold', marginBottom: 2 },
  heading: { fontSize: 13, fontFamily: 'Helvetica-Bold', marginTop: 14, marginBottom: 5 },
  subheading: { fontSize: 10, fontFamily: 'Helvetica-Bold', marginTop: 10, marginBottom: 3 },
  paragraph: { fontSize: 9.5, lineHeight: 1.35, marginBottom: 4 },
  note: { fontSize: 8, lineHeight: 1.3, color: ink.dim, marginTop: 4 },
  point: { flexDirection: 'row', fontSize: 9.5, lineHeight: 1.35, marginBottom: 2.5 },
  mark: { width: 10 },
  said: { flex: 1 },
  row: { flexDirection: 'row', borderBottomWidth: 0.4, borderBottomColor: ink.line, paddingVertical: 1.6 },
  head: { fontFamily: 'Helvetica-Bold', borderBottomWidth: 1, borderBottomColor: ink.text },
  cell: { paddingHorizontal: 3, fontSize: 8 },
} as const

type TextStyle = 'title' | 'heading' | 'subheading' | 'paragraph' | 'note'

const written = (style: TextStyle, text: string, more: object = {}): Block =>
  createElement(Text, { style: styles[style], ...more }, printable(text))

/** The title of the first page. */
export const title = (text: string): Block => written('title', text)
/** Room enough below it that it never stands alone at the foot of a page. */
export const heading = (text: string): Block => written('heading', text, { minPresenceAhead: 60 })
/** The title of one form or table, which stays with it. */
export const subheading = (text: string): Block => written('subheading', text, { minPresenceAhead: 40 })
/** Running text. */
export const paragraph = (text: string): Block => written('paragraph', text)
/** What a table means, in small print below it. */
export const note = (text: string): Block => written('note', text)

/** Each text as a point of a list, never cut by the end of a page. */
export const points = (texts: readonly string[]): Block[] =>
  texts.map((text) =>
    createElement(
      View,
      { style: styles.point, wrap: false },
      createElement(Text, { style: styles.mark }, '\u2022'),
      createElement(Text, { style: styles.said }, printable(text)),
    ),
  )

/** The blocks of a section, one below the other. */
export const section = (blocks: readonly (Block | readonly Block[])[]): Block[] => blocks.flat()

/** A column of a table. */
export interface Column {
  readonly head: string
  /** Parts of the width. */
  readonly width: number
  readonly right?: true
}

/** Rows of a table that are laid out together. */
const rowsTogether = 150

/** A table whose head is repeated on every page. A long one is cut into several, each of which may begin a page of its own. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): Block[] {
  const lineOf = (texts: readonly string[], style: Style, more: object): Block =>
    createElement(
      View,
      { style: [styles.row, style], wrap: false, ...more },
      ...columns.map(({ width, right }, i) =>
        createElement(
          Text,
          { style: [styles.cell, { flexGrow: width, flexBasis: 0, textAlign: right ? 'right' : 'left' }] },
          printable(texts[i] ?? ''),
        ),
      ),
    )
  const heads = columns.map(({ head }) => head)
  const parts = Math.max(1, Math.ceil(rows.length / rowsTogether))
  return Array.from({ length: parts }, (_, i) => rows.slice(i * rowsTogether, (i + 1) * rowsTogether)).map((part) =>
    // No margin below: one that does not fit would take the whole table to the next page
    createElement(View, {}, lineOf(heads, styles.head, { fixed: true }), ...part.map((row) => lineOf(row, {}, {}))),
  )
}

/** Rows that are laid out as one stretch of pages: the library looks at all that is left for every page it fills. */
const rowsOfStretch = 250

/** The blocks of a section in stretches of pages; all of it in one, unless it is long. */
export function stretches(blocks: readonly Block[]): Block[][] {
  const all: Block[][] = [[]]
  let rows = 0
  for (const block of blocks) {
    const own = rowsIn(block)
    if (rows > 0 && own > 1 && rows + own > rowsOfStretch) {
      // A heading goes with the table below it
      const heads = takeHeadings(all.at(-1) as Block[])
      all.push(heads)
      rows = heads.length
    }
    all.at(-1)?.push(block)
    rows += own
  }
  return all
}

const rowsIn = ({ props }: Block): number => {
  const { children } = props as { readonly children?: unknown }
  return Array.isArray(children) ? children.length : 1
}

/** Takes the headings off the end of a stretch. */
function takeHeadings(stretch: Block[]): Block[] {
  let from = stretch.length
  while (from > 1 && isHeading(stretch[from - 1])) from--
  return stretch.splice(from)
}

const isHeading = (block: Block | undefined): boolean => 'minPresenceAhead' in ((block?.props ?? {}) as object)
