import { Card } from '../../parts/Card.tsx'
import { Press } from '../../parts/Press.tsx'
import classes from './NoLine.module.css'
import { otherYear, sharesLeftFrom } from './noLineWords.ts'
import type { YearModel } from './useYear.ts'

/** Where the line would be, while there is none: how one comes to be, and what to do. */
export function NoLine({ model }: { readonly model: YearModel }) {
  const words = sharesLeftFrom(model)
  const other = words === '' ? undefined : otherYear(model)
  return (
    <Card title="Exercise to the line, not past it">
      <p className={classes.words}>{words}</p>
      {other !== undefined && (
        <Press onClick={() => model.want((before) => ({ ...before, year: other }))}>Look at {other}</Press>
      )}
    </Card>
  )
}
