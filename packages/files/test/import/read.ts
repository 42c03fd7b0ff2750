/** A file read on the day of all these tests. */
import { type Imported, importFile, merged } from '../../src/index.ts'
import { bytesOf } from '../fixtures/tables.ts'

export const readOn = '2026-01-15'

export const imported = (
  file: string,
  content: string | Uint8Array,
  map?: { [key: string]: string },
): Promise<Imported> =>
  importFile(file, typeof content === 'string' ? bytesOf(content) : content, { readOn, ...(map && { map }) })

/** The facts alone, without their places. */
export const facts = (all: readonly { readonly fact: unknown }[]): unknown[] => all.map(({ fact }) => fact)

/** The codes of what is wrong with a file as a whole. */
export async function codes(reading: Promise<unknown>): Promise<string[]> {
  try {
    await reading
    return []
  } catch (error) {
    return (error as { problems: { code: string }[] }).problems.map(({ code }) => code)
  }
}

/** A scenario of one person with nothing but what files add. */
export const bare = {
  isoline: 1,
  household: { status: 'single', people: [{ born: '1990-05-05' }], residence: [{ from: '2019-01-01', state: 'WA' }] },
  incomes: { 2026: { wages: 200_000 } },
}

export { merged }
