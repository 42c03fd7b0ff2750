import type { Reason } from '@isoline/engine'
import type { FormSheet } from '../../ask/formSheets.ts'
import { Figure } from '../../parts/Figure.tsx'
import { entry } from '../../words/money.ts'
import { amountText, wordsOf } from '../explain/sentence.ts'
import { labelOf } from '../explain/story.ts'
import { FaceOfForm } from './FaceOfForm.tsx'
import classes from './Facsimile.module.css'
import { type Face, faceOf } from './faces.ts'
import { type FacsimileRow, facsimileOf } from './facsimile.ts'

/** A form as it is printed, line by line; every amount opens. With a twin, the amounts of the AMT copy stand beside. */
export function Facsimile({
  sheet,
  twin,
  year,
}: {
  readonly sheet: FormSheet
  readonly twin?: FormSheet | undefined
  readonly year: number
}) {
  const face = faceOf(sheet.id, sheet.title)
  return (
    <section className={`${classes.sheet} ${twin ? classes.twins : ''}`} aria-label={`${sheet.title} for ${year}`}>
      <FaceOfForm face={face} year={year} />
      {twin && (
        <div className={`${classes.line} ${classes.head}`}>
          <span />
          <span />
          <span className={classes.box} />
          <span className={classes.amount}>Regular tax</span>
          <span className={classes.amount}>AMT twin</span>
        </div>
      )}
      {facsimileOf(sheet, face, twin).map((row, i) => (
        <Row key={i} row={row} face={face} twins={twin !== undefined} year={year} />
      ))}
    </section>
  )
}

function Row({
  row,
  face,
  twins,
  year,
}: {
  readonly row: FacsimileRow
  readonly face: Face
  readonly twins: boolean
  readonly year: number
}) {
  if (row.kind === 'note') return <p className={classes.note}>{row.words}.</p>
  if (row.kind === 'part')
    return (
      <h3 className={classes.part}>
        <span>{row.number}</span> {row.title}
      </h3>
    )
  if (row.kind === 'empty')
    return (
      <div className={`${classes.line} ${classes.empty}`}>
        <span className={classes.no}>{row.lines}</span>
        <span>{row.words}</span>
        <span className={classes.box} />
        <span className={classes.amount}>0</span>
        {twins && <span className={classes.amount}>0</span>}
      </div>
    )
  const key = row.line !== '' && (row.line === face.result || face.key?.includes(row.line) === true)
  return (
    <div
      className={`${classes.line} ${key ? classes.key : ''} ${row.reason.amount === 0 && !key ? classes.empty : ''}`}
    >
      <span className={classes.no}>{row.line}</span>
      <Words reason={row.reason} />
      <span className={classes.box}>{row.line}</span>
      <Amount reason={row.reason} year={year} />
      {twins && (row.twin ? <Amount reason={row.twin} year={year} /> : <span className={classes.amount} />)}
    </div>
  )
}

/** The line's words; what it is called stands out in lines that matter. */
function Words({ reason }: { readonly reason: Reason }) {
  const words = wordsOf(reason)
  const label = labelOf(reason) ?? ''
  return (
    <span>
      <b className={classes.label}>{label}</b>
      {words.slice(label.length)}
    </span>
  )
}

const Amount = ({ reason, year }: { readonly reason: Reason; readonly year: number }) => (
  <span className={classes.amount}>
    <Figure name={reason.name} year={year}>
      {reason.unit === 'dollars' ? entry(reason.amount) : amountText(reason)}
    </Figure>
  </span>
)
