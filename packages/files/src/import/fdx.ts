/** Tax papers in the JSON of the Financial Data Exchange (FDX): Form 3921, W-2 and 1099-B. */
import type { Cell } from '../read/cells.ts'
import { NamedFields } from '../read/fields.ts'
import { type Fields, fieldsOf } from '../read/jsonValue.ts'
import type { Draft } from './draft.ts'
import { take3921 } from './form3921.ts'
import type { Paper } from './found.ts'

/** Keys of the papers, in lower case. */
export const fdxForms = ['tax3921', 'taxw2', 'tax1099b'] as const

/** The objects of a file that hold papers, each with the tax year that it or an object around it states. */
export function* fdxPapers(value: unknown, around?: unknown): Generator<{ holder: Fields; taxYear: unknown }> {
  const fields = fieldsOf(value)
  const taxYear = fields?.get('taxyear') ?? around
  if (fields && fdxForms.some((form) => fields.has(form))) yield { holder: fields, taxYear }
  for (const each of fields ? fields.values() : Array.isArray(value) ? value : [])
    if (typeof each === 'object' && each !== null) yield* fdxPapers(each, taxYear)
}

/** Takes the papers of an object that has some. Papers count from 1 in the order of the file. */
export function takeFdx(holder: Fields, taxYear: unknown, place: number, draft: Draft): void {
  for (const form of fdxForms) {
    const value = holder.get(form)
    for (const each of (Array.isArray(value) ? value : [value]).filter((one) => one !== undefined)) {
      const fields = fieldsOf(each)
      const named = new NamedFields(new Map([['taxyear', taxYear], ...(fields ?? [])]))
      draft.attempt(place, named.cells, () => takers[form](named, place, draft))
    }
  }
}

const takers: {
  readonly [Form in (typeof fdxForms)[number]]: (paper: NamedFields, place: number, draft: Draft) => void
} = {
  tax3921(paper, place, draft) {
    const account = paper.text('accountnumber')
    const boxes = {
      optionGrantDate: paper.needed('optionGrantDate', paper.date('optiongrantdate')),
      optionExerciseDate: paper.needed('optionExerciseDate', paper.date('optionexercisedate')),
      exercisePrice: paper.needed('exercisePrice', paper.dollars('exerciseprice')),
      exerciseMarketValue: paper.needed('exerciseMarketValue', paper.dollars('exercisemarketvalue')),
      numberOfShares: paper.needed('numberOfShares', paper.shares('numberofshares')),
      ...(account !== '' && { accountNumber: account }),
    }
    take3921(draft, boxes, place)
  },
  taxw2: (paper, place, draft) => draft.paper(kept('formW2', paper), place),
  tax1099b(paper, place, draft) {
    const sales = paper.list('securitydetails')
    if (sales.length === 0) draft.paper(kept('form1099B', paper), place)
    for (const sale of sales) draft.paper(kept('form1099B', new NamedFields(sale)), place)
  },
}

/** Every plain value of a paper; lists such as the codes of box 12 become one box each, `codes.V`. Names in lower case. */
function kept(form: Paper['form'], paper: NamedFields): Paper {
  const boxes = new Map<string, Cell>()
  for (const name of paper.fields.keys()) {
    const cell = paper.cell(name)
    if (cell !== null) boxes.set(name, cell)
    for (const each of paper.list(name).map((fields) => new NamedFields(fields))) {
      const label = each.text('code') || each.text('description')
      if (label !== '') boxes.set(`${name}.${label}`, each.cell('amount'))
    }
  }
  return { form, boxes: Object.fromEntries(boxes) }
}
