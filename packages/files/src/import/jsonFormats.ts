/** Formats that are JSON: Schwab Equity Awards, FDX tax papers, Open Cap Format. Each is known by its own names. */
import { RowFault } from '../read/cells.ts'
import { NamedFields } from '../read/fields.ts'
import { type Fields, fieldsOf, objectsIn } from '../read/jsonValue.ts'
import { refused } from '../read/limits.ts'
import type { Draft } from './draft.ts'
import { fdxForms, fdxPapers, takeFdx } from './fdx.ts'
import type { Imported } from './found.ts'
import { isOpenCap, takeOpenCap } from './openCap.ts'
import { takeTransaction } from './schwab.ts'

/**
 * Reads a JSON value into the draft and says what it is.
 * @throws InputError where it is none of the formats.
 */
export function readJson(value: unknown, draft: Draft): Imported['format'] {
  draft.unit = 'item'
  const top = fieldsOf(value)
  const transactions = top?.get('transactions')
  if (Array.isArray(transactions) && transactions.some((each) => fieldsOf(each)?.has('action'))) {
    for (const [i, each] of transactions.entries()) schwab(fieldsOf(each), i + 1, draft)
    return {
      name: 'Schwab Equity Awards, JSON',
      sure: 'certain',
      why: 'it is a list of Transactions with their Action',
    }
  }
  const papers = [...fdxPapers(value)]
  if (papers.length > 0) {
    for (const [i, { holder, taxYear }] of papers.entries()) takeFdx(holder, taxYear, i + 1, draft)
    return {
      name: 'FDX tax papers',
      sure: 'certain',
      why: `it has ${fdxForms.filter((form) => papers.some(({ holder }) => holder.has(form))).join(', ')}`,
    }
  }
  const objects = [...objectsIn(value)]
  if (objects.some(isOpenCap)) {
    takeOpenCap(objects, draft)
    return { name: 'Open Cap Format', sure: 'certain', why: 'its objects say their object_type' }
  }
  throw refused(
    draft.file,
    'unknownFormat',
    'is JSON of no format that is known: Schwab Equity Awards (Transactions), FDX (tax3921, taxW2, tax1099B) and Open Cap Format (object_type) were looked for.',
  )
}

function schwab(fields: Fields | undefined, row: number, draft: Draft): void {
  const own = new NamedFields(fields ?? new Map())
  draft.attempt(row, own.cells, () => {
    if (!fields) throw new RowFault('it is not an object')
    const details = own.list('transactiondetails').map((each) => new NamedFields(fieldsOf(each.get('details')) ?? each))
    takeTransaction({ own, details, row }, draft)
  })
}
