import { form8949Boxes, form8949Codes, type SellAnswer } from '@isoline/engine'
import { Table } from '../../parts/Table.tsx'
import { day } from '../../words/days.ts'
import { money } from '../../words/money.ts'
import { FaceOfForm } from './FaceOfForm.tsx'
import classes from './Facsimile.module.css'
import { faceOf } from './faces.ts'
import own from './Sales.module.css'

export type SalesForm = SellAnswer['forms']['form8949']
type Row = SalesForm['rows'][number]

/** Form 8949 as it is filed, and below it the copy for AMT that is kept. */
export function Sales({
  regular,
  amt,
  year,
}: {
  readonly regular: SalesForm
  readonly amt: SalesForm | undefined
  readonly year: number
}) {
  const codes = [...new Set([...regular.rows, ...(amt?.rows ?? [])].flatMap(({ code }) => [...code]))]
  return (
    <section className={classes.sheet} aria-label={`Form 8949 for ${year}`}>
      <FaceOfForm face={faceOf('form8949', '')} year={year} />
      <Copy title="As filed" of={regular} />
      {amt && <Copy title="AMT twin, kept with your papers" of={amt} />}
      {codes.length > 0 && (
        <p className={classes.note}>
          {codes.map((code) => `${code}: ${form8949Codes[code as keyof typeof form8949Codes] ?? ''}.`).join(' ')}
        </p>
      )}
    </section>
  )
}

function Copy({ title, of }: { readonly title: string; readonly of: SalesForm }) {
  const boxes = [...new Set(of.rows.map(({ box }) => box))].sort()
  return (
    <>
      <h3 className={classes.part}>{title}</h3>
      {boxes.map((box) => (
        <div key={box} className={own.box}>
          <h4>
            <span>{box}</span> {form8949Boxes[box]}
          </h4>
          <Table
            caption={`${title}, box ${box}`}
            columns={columns}
            rows={[...of.rows.filter((row) => row.box === box), totalOf(of, box)]}
            keyOf={(row) => `${row.lot} ${row.acquired} ${row.sold} ${row.gain} ${row.description}`}
            chosen={(row) => row.lot === ''}
          />
        </div>
      ))}
    </>
  )
}

/** The totals of a box, as a last row. */
function totalOf({ totals }: SalesForm, box: Row['box']): Row {
  const { proceeds = 0, basis = 0, adjustment = 0, gain = 0 } = totals[box] ?? {}
  return {
    ...{ box, lot: '', shares: 0, description: 'To Schedule D', acquired: '', sold: '', code: '' },
    ...{ proceeds, basis, adjustment, gain },
  }
}

const columns = [
  { key: 'a', head: '(a) Property', text: true, cell: (row: Row) => row.description },
  { key: 'b', head: '(b) Acquired', text: true, cell: (row: Row) => row.acquired && day(row.acquired) },
  { key: 'c', head: '(c) Sold', text: true, cell: (row: Row) => row.sold && day(row.sold) },
  { key: 'd', head: '(d) Proceeds', cell: (row: Row) => money(row.proceeds) },
  { key: 'e', head: '(e) Basis', cell: (row: Row) => money(row.basis) },
  { key: 'f', head: '(f) Code', text: true, cell: (row: Row) => row.code },
  { key: 'g', head: '(g) Adjustment', cell: (row: Row) => money(row.adjustment) },
  { key: 'h', head: '(h) Gain', cell: (row: Row) => money(row.gain) },
] as const
