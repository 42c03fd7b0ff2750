/** Form 8949 as it is filled in: once for the regular tax, as filed, and once for AMT, which is kept and not filed. */
import { form8949Boxes, form8949Codes, type SellAnswer } from '@isoline/engine'
import { count } from './money.ts'
import type { Page } from './page.ts'
import { table } from './table.ts'
import { wrapped } from './text.ts'

type Forms = SellAnswer['forms']
type Form = Forms['form8949']

/** Whether a sheet among the forms of a year is Form 8949, which has rows and not lines. */
export const isForm8949 = (sheet: object | undefined): sheet is Form => sheet !== undefined && 'rows' in sheet

/** Both versions, and what their letters mean. */
export function form8949Lines({ form8949, form8949Amt }: Forms, page: Page): string[] {
  return [
    page.paint.bold('Form 8949, for the regular tax'),
    ...version(form8949, page),
    '',
    page.paint.bold('Form 8949 once more, for AMT (kept, not filed)'),
    ...version(form8949Amt, page),
    '',
    ...wrapped(letters([...form8949.rows, ...form8949Amt.rows]), page.width, '  ').map(page.paint.dim),
  ]
}

const columns = [
  { head: 'Box' },
  { head: '(b)\nAcquired' },
  { head: '(d)\nProceeds', align: 'right' },
  { head: '(e)\nBasis', align: 'right' },
  { head: '(f)\nCode' },
  { head: '(g)\nAdjustment', align: 'right' },
  { head: '(h)\nGain', align: 'right' },
] as const

/** Each row below its description, columns (a) and (c), which leaves the amounts the width of the page. */
function version({ rows, totals }: Form, page: Page): string[] {
  const sums = Object.entries(totals).filter(([box]) => rows.filter((row) => row.box === box).length > 1)
  const cells = [
    ...rows.map((row) => [row.box, row.acquired, ...amounts(row, row.code)]),
    ...sums.map(([box, total]) => [box, 'Total', ...amounts(total, '')]),
  ]
  const [first = '', second = '', ...lines] = table(columns, cells, page)
  return [
    first,
    second,
    ...lines.flatMap((line, i) => {
      const row = rows[i]
      if (!row) return [line]
      const of = `(a) ${count(row.shares)} sh. ${row.description.replace(/^\S+ sh\. /, '')} (lot ${row.lot}), (c) sold ${row.sold}`
      return [...wrapped(of, page.width, '  ', '    '), line]
    }),
  ]
}

type Amounts = Pick<Form['rows'][number], 'proceeds' | 'basis' | 'adjustment' | 'gain'>

const amounts = ({ proceeds, basis, adjustment, gain }: Amounts, code: string): string[] => [
  plain(proceeds),
  plain(basis),
  code,
  adjustment === 0 ? '' : plain(adjustment),
  plain(gain),
]

/** An amount as it is written on a form: without a dollar sign. */
const plain = (amount: number): string => {
  const [whole = '', fraction = ''] = Math.abs(amount).toFixed(2).split('.')
  return `${amount <= -0.005 ? '-' : ''}${count(Number(whole))}.${fraction}`
}

/** What the boxes and codes in use stand for. */
function letters(rows: Form['rows']): string {
  const used = (letter: string, of: 'box' | 'code') => rows.some((row) => row[of].includes(letter))
  const texts = [
    ...Object.entries(form8949Boxes).flatMap(([box, words]) => (used(box, 'box') ? [`Box ${box}: ${words}.`] : [])),
    ...Object.entries(form8949Codes).flatMap(([code, words]) =>
      used(code, 'code') ? [`Code ${code}: ${words}.`] : [],
    ),
  ]
  return texts.join(' ')
}
