/** Sentences about files that were read, and the answers a person gives to them. */
import type { ScenarioFile } from '@isoline/engine'
import type { Imported, Provenance, Question } from '@isoline/files'
import type { Answers, Joined } from '../keep/joinFiles.ts'
import { amountIn } from '../words/typed.ts'

/** What a file was taken for: `Form 3921, a row each. Certain: it has 5 of the 5 columns…` */
export const formatWords = ({ format: { name, sure, why } }: Imported): string =>
  `${name}. ${{ certain: 'Certain', likely: 'Likely', mapped: 'As you mapped it' }[sure]}: ${why}.`

/** A row of what was found: how much the files have of it, and how much of that is new. */
export interface FoundRow {
  readonly what: string
  readonly found: number
  readonly added: number
}

/** What the files have, and what of it is new to the scenario. */
export function foundRows(files: readonly Imported[], { added }: Pick<Joined, 'added'>): FoundRow[] {
  const many = (list: 'grants' | 'lots' | 'sales' | 'prices'): number =>
    files.reduce((sum, file) => sum + file[list].length, 0)
  const rows = [
    { what: 'Grants', found: many('grants'), added: added.grants },
    { what: 'Exercises', found: many('lots'), added: added.lots },
    { what: 'Sales', found: many('sales'), added: added.sales },
    { what: 'Share values', found: many('prices'), added: added.prices },
  ]
  return rows.filter(({ found, added: fresh }) => found > 0 || fresh > 0)
}

/** Papers other than Form 3921, which is an exercise: a return gives lines, the rest is there to be compared. */
export const otherPapers = (files: readonly Imported[]): number =>
  files.reduce((sum, { papers }) => sum + papers.filter(({ fact }) => fact.form !== 'form3921').length, 0)

/** `sheet Sales, row 4`. */
export const placeWords = ({ sheet, row, page, item }: Provenance): string =>
  [
    sheet !== undefined && `sheet ${sheet}`,
    row !== undefined && `row ${row}`,
    page !== undefined && `page ${page}`,
    item !== undefined && `item ${item}`,
  ]
    .filter(Boolean)
    .join(', ')

/** A place in the scenario by the name of what stands there: `L2, fmvAtExercise`; the path itself where that has none. */
export function entryWords(path: string, file: ScenarioFile): string {
  const [, list, place, key] = /^(grants|lots)\[(\d+)\]\.(\w+)$/.exec(path) ?? []
  const entry = file[list === 'grants' ? 'grants' : 'lots']?.[Number(place)]
  return list === undefined || entry?.id === undefined ? path : `${entry.id}, ${key}`
}

/** How a question is answered; null where nothing can be said to it, which is then told. */
export type AnswerKind = 'amount' | 'count' | 'day' | 'isoOrNso' | 'grant' | 'lot' | null

/** By the key that the answer is for. */
export function answerKind({ path }: Question): AnswerKind {
  const key = path.split('.').at(-1) ?? ''
  // A year's return is compared; a capital loss is two amounts, and goes into the file.
  if (/^\d{4}$|capitalLoss$/i.test(key)) return null
  const kinds: { readonly [key: string]: AnswerKind } = {
    ...{ kind: 'isoOrNso', on: 'day', expires: 'day', exercised: 'day' },
    ...{ shares: 'count', grant: 'grant', lot: 'lot' },
  }
  return Object.hasOwn(kinds, key) ? (kinds[key] ?? null) : 'amount'
}

/** What was typed, as answers; and what is wrong with it, at its question. */
export function answersIn(
  asked: readonly Question[],
  typed: { readonly [path: string]: string },
): { readonly answers: Answers; readonly wrong: { readonly [path: string]: string } } {
  const answers: { [path: string]: string | number } = {}
  const wrong: { [path: string]: string } = {}
  for (const question of asked) {
    const kind = answerKind(question)
    const text = (typed[question.path] ?? '').trim()
    // What is left open is told by whoever reads the scenario, if it is needed.
    if (kind === null || text === '') continue
    if (kind === 'amount' || kind === 'count') {
      const amount = amountIn(text)
      const fits = amount !== null && (kind === 'amount' || Number.isInteger(amount))
      if (fits) answers[question.path] = amount
      else wrong[question.path] = kind === 'count' ? 'Write a whole number.' : 'Write an amount, such as 12.50.'
    } else answers[question.path] = text
  }
  return { answers, wrong }
}
