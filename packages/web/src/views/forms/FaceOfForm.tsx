import classes from './Facsimile.module.css'
import { type Face, layoutOf } from './faces.ts'

/** The head of a form: its number, its title, its year. */
export function FaceOfForm({ face, year }: { readonly face: Face; readonly year: number }) {
  return (
    <header className={classes.face}>
      <div>
        <small>{face.kind || (/^[A-Z]{2} /.test(face.title) ? 'State form' : 'Worksheet')}</small>
        {face.number && <b className={classes.number}>{face.number}</b>}
        {face.number && <small>Layout: {layoutOf(year)} form</small>}
        <small>Amounts: {year} law</small>
      </div>
      <div className={classes.title}>
        <h2>{face.title}</h2>
        <small>Facsimile for checking, not for filing.</small>
      </div>
      <div className={classes.year}>
        <b className={classes.number}>{year}</b>
        {face.sequence && <small>Sequence {face.sequence}</small>}
      </div>
    </header>
  )
}
