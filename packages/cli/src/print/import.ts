/** What files say, on a page: what was read, what was not and why, what contradicts, what is still asked. */
import type { Imported } from '@isoline/files'
import type { ImportAnswer } from '../commands/import.ts'
import { count } from './money.ts'
import type { Page } from './page.ts'
import { listed, plural, points, wrapped } from './text.ts'

/** Rows and questions shown one by one; --json has all. */
const shownAtMost = 20

/** The files, then what they come to. */
export function importLines(answer: ImportAnswer, page: Page): string[] {
  const { bold } = page.paint
  return [
    ...wrapped(headline(answer), page.width).map(bold),
    ...answer.files.flatMap((file) => ['', ...fileLines(file, page)]),
    ...section('Contradictions: the scenario stays as it is', contradictions(answer), page),
    ...section('Still to say, in the scenario file', questions(answer), page),
    ...section('Next', next(answer), page, page.paint.dim),
  ]
}

const things = (parts: readonly (readonly [number, string])[]): string =>
  listed(parts.filter(([many]) => many > 0).map(([many, what]) => plural(count(many), what)))

function headline({ added, known, into, out }: ImportAnswer): string {
  const { grants, lots, sales, prices, filed } = added
  const fresh = things([
    [grants, 'grant'],
    [lots, 'exercise'],
    [sales, 'sale'],
    [prices, 'value'],
    [filed, 'return line'],
  ])
  const where = into === null ? 'a new scenario' : into
  const had =
    known > 0
      ? ` ${plural(count(known), 'fact')} of exercises, sales and values ${known === 1 ? 'was' : 'were'} there already.`
      : ''
  if (fresh === '') return `Nothing is new to ${where}.${had}`
  return `${out === null ? 'New to' : `Wrote ${out}: new to`} ${where}: ${fresh}.${had}`
}

function fileLines(read: Imported, page: Page): string[] {
  const { file, format, grants, lots, sales, prices, papers, unread, leftOut, totals, notes } = read
  const { red, yellow } = page.paint
  const found = things([
    [lots.length, 'exercise'],
    [sales.length, 'sale'],
    [prices.length, 'value'],
    [papers.length, 'tax paper'],
  ])
  const certainty = { certain: 'certain', likely: 'likely', mapped: 'as you mapped it' }[format.sure]
  const off = totals.filter(({ agrees }) => !agrees)
  const right = totals.length > 0 && off.length === 0 ? ['The totals of the file are the sums of its rows.'] : []
  return [
    ...wrapped(`${file}: ${format.name} (${certainty}: ${format.why}).`, page.width),
    ...points(
      [
        `It has ${found || (grants.length > 0 ? things([[grants.length, 'grant']]) : 'nothing about options')}.`,
        ...right,
      ],
      page.width,
    ),
    ...points(
      off.map(
        ({ what, stated, ours }) => `Its total of ${what} is ${stated}, and its rows make ${ours}. Is a row missing?`,
      ),
      page.width,
    ).map(red),
    ...points(unreadRows(read), page.width).map(unread.length > 0 ? red : (line) => line),
    ...points(
      leftOut.map(
        ({ reason, count: rows, rows: first }) =>
          `Left out, ${plural(count(rows), 'row')} (${first.slice(0, 5).join(', ')}${rows > 5 ? ', …' : ''}): ${reason}.`,
      ),
      page.width,
    ),
    ...points(notes.slice(0, shownAtMost), page.width).map(yellow),
  ]
}

function unreadRows({ unread }: Imported): string[] {
  const rows = unread.slice(0, shownAtMost).map(({ from: { row, page: leaf, item, sheet }, reason, cells }) => {
    const place = [sheet && `sheet ${sheet}`, row && `row ${row}`, leaf && `page ${leaf}`, item && `item ${item}`]
    return `Not read, ${place.filter(Boolean).join(', ')}: ${reason}. It holds: ${cells.filter(Boolean).join(' | ').slice(0, 160)}`
  })
  return unread.length > shownAtMost
    ? [...rows, `And ${count(unread.length - shownAtMost)} more rows that could not be read: --json has all.`]
    : rows
}

const contradictions = ({ contradictions: all }: ImportAnswer): string[] =>
  atMost(all.map(({ path, message }) => `${path}: ${message}`))

const questions = ({ asked }: ImportAnswer): string[] =>
  atMost(asked.map(({ path, message, changes }) => `${path}: ${message} It decides ${changes}.`))

const atMost = (texts: readonly string[]): string[] =>
  texts.length > shownAtMost
    ? [...texts.slice(0, shownAtMost), `and ${count(texts.length - shownAtMost)} more: --json has all.`]
    : [...texts]

function next({ into, out, changes }: ImportAnswer): string[] {
  if (out !== null || changes.length === 0) return []
  if (into === null) return ['Nothing is written. --into FILE shows what a scenario lacks of it; --out FILE writes it.']
  return [`Nothing is written. --out FILE writes the scenario with it, --out ${into} --force in its own place.`]
}

function section(
  title: string,
  texts: readonly string[],
  page: Page,
  paint: (text: string) => string = page.paint.yellow,
): string[] {
  return texts.length === 0 ? [] : ['', paint(title), ...points(texts, page.width)]
}
