/** Tax papers as they were read, made into the boxes that are compared with a scenario. */
import {
  type BrokerSale,
  type FiledForms,
  type Form3921,
  type FormW2,
  InputError,
  type Papers,
  type Problem,
} from '@isoline/engine'
import { type Cell, dateIn, dollarsIn, quoted, RowFault, sharesIn, shownText } from '../read/cells.ts'
import type { Found, Paper } from './found.ts'

type Boxes = Paper['boxes']

/**
 * The papers by form. Of returns as filed, Forms 6251 and 8801.
 * @throws InputError for every box that is needed and cannot be read, with the place of its paper.
 */
export function papersOf(found: readonly Found<Paper>[]): Papers {
  const forms3921: Form3921[] = []
  const formsW2: FormW2[] = []
  const sales: BrokerSale[] = []
  const problems: Problem[] = []
  for (const { fact, from } of found) {
    try {
      if (fact.form === 'form3921') forms3921.push(form3921(fact.boxes))
      else if (fact.form === 'formW2') formsW2.push(formW2(fact.boxes))
      else if (fact.form === 'form1099B') sales.push(brokerSale(fact.boxes))
    } catch (error) {
      if (!(error instanceof RowFault)) throw error
      const place = from.row === undefined ? '' : `, ${from.row}`
      problems.push({
        path: `${from.file}${place}`,
        code: 'unreadable',
        message: `${error.message}. Correct it in the file.`,
      })
    }
  }
  if (problems.length > 0) throw new InputError(problems)
  return { forms3921, formsW2, sales, filed: filedIn(found) }
}

/** Forms 6251 and 8801 of returns as filed, by year. */
function filedIn(found: readonly Found<Paper>[]): FiledForms[] {
  const years = new Map<number, FiledForms>()
  for (const { fact } of found) {
    const { taxYear: year, ...lines } = fact.boxes
    if ((fact.form !== 'form6251' && fact.form !== 'form8801') || typeof year !== 'number') continue
    years.set(year, { year, ...years.get(year), [fact.form]: lines })
  }
  return [...years.values()]
}

const form3921 = (boxes: Boxes): Form3921 => ({
  granted: needed('box 1', dateIn(boxes['optionGrantDate'])),
  exercised: needed('box 2', dateIn(boxes['optionExerciseDate'])),
  strike: needed('box 3', dollarsIn(boxes['exercisePrice'])),
  value: needed('box 4', dollarsIn(boxes['exerciseMarketValue'])),
  shares: needed('box 5', sharesIn(boxes['numberOfShares'])),
})

const formW2 = (boxes: Boxes): FormW2 => ({
  year: yearIn(boxes['taxyear']),
  wages: needed('box 1', dollarsIn(boxes['wages'])),
  box12V: dollarsIn(boxes['codes.V'] ?? boxes['codes.v']) ?? null,
  box14: [...listed(boxes), ...written(shownText(boxes['other']))],
})

/** Without a word on it, basis that is shown counts as reported to the IRS, as of shares acquired since 2011 it is. */
const brokerSale = (boxes: Boxes): BrokerSale => ({
  description: shownText(boxes['saledescription']),
  shares: sharesIn(boxes['numberofshares']) ?? null,
  acquired: /^various$/i.test(shownText(boxes['dateacquired'])) ? null : (dateIn(boxes['dateacquired']) ?? null),
  sold: needed('box 1c', dateIn(boxes['dateofsale'])),
  proceeds: needed('box 1d', dollarsIn(boxes['salesprice'])),
  basis: dollarsIn(boxes['costbasis']) ?? null,
  washSaleLoss: dollarsIn(boxes['washsalelossdisallowed']) ?? null,
  basisReported:
    saysYes(boxes['basisreported']) ??
    !(saysYes(boxes['noncoveredsecurity']) ?? /^non/i.test(shownText(boxes['noncoveredsecurity']))),
})

/** A box to tick: undefined where it says neither. */
function saysYes(cell: Cell | undefined): boolean | undefined {
  const text = shownText(cell)
  if (/^(true|yes|y|x|1|checked)$/i.test(text)) return true
  return /^(false|no|n|0)$/i.test(text) ? false : undefined
}

function needed<Value>(box: string, value: Value | undefined): Value {
  if (value === undefined) throw new RowFault(`${box} is empty`)
  return value
}

function yearIn(cell: Cell | undefined): number {
  const text = shownText(cell)
  if (!/^(19|20)\d{2}$/.test(text)) throw new RowFault(`${quoted(text)} is no tax year`)
  return Number(text)
}

/** Box 14 as FDX lists it, one box each: `other.LABEL`. */
const listed = (boxes: Boxes): FormW2['box14'] =>
  Object.entries(boxes)
    .filter(([name]) => name.startsWith('other.'))
    .map(([name, cell]) => ({ label: name.slice('other.'.length), amount: needed('box 14', dollarsIn(cell)) }))

/** Box 14 as one text: `ISO DD 10,000.00; CASDI 1,200.50`. */
const written = (text: string): FormW2['box14'] =>
  text.split(/[;\n]/).flatMap((part) => {
    const [, label, amount] = /^\s*(.*?\S)[\s:=]+\$?([\d,]+(?:\.\d+)?)\s*$/.exec(part) ?? []
    return label === undefined ? [] : [{ label, amount: needed('box 14', dollarsIn(amount)) }]
  })
