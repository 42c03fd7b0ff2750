import type { ScenarioFile } from '@isoline/engine'
import { type FormEvent, useEffect, useState } from 'react'
import { useAnswers } from '../../ask/useAnswers.ts'
import { edit } from '../../document/store.ts'
import { useDocument } from '../../document/useDocument.ts'
import { Card } from '../../parts/Card.tsx'
import { Field } from '../../parts/Field.tsx'
import { Press } from '../../parts/Press.tsx'
import { TroubleNote } from '../../parts/TroubleNote.tsx'
import classes from './AddForm3921.module.css'
import { type Box, boxes, type Form3921, withLot, wrongIn } from './form3921.ts'

const blank: Form3921 = { granted: '', exercised: '', strike: '', value: '', shares: '' }

/** Enters a Form 3921 by hand, a box each; the lot is added once the scenario can be read with it. */
export function AddForm3921({ close }: { readonly close: () => void }) {
  const { file, asOf } = useDocument().present
  const [form, setForm] = useState(blank)
  // Errors are said once the lot was asked for, and then follow the typing; nothing is added before the next press.
  const [pressed, press] = useState(false)
  const [made, make] = useState<ScenarioFile | null>(null)
  const wrong = pressed ? wrongIn(form, asOf) : {}
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    press(true)
    if (Object.keys(wrongIn(form, asOf)).length === 0) make(withLot(file, form))
  }
  return (
    <div className={classes.place}>
      <Card title="Add a Form 3921" note="as it stands on the paper">
        <form onSubmit={submit} noValidate>
          <div className={classes.form}>
            {(Object.keys(boxes) as Box[]).map((box, i) => (
              <Field
                key={box}
                label={boxes[box].words}
                hint={`box ${boxes[box].number}`}
                type={box === 'granted' || box === 'exercised' ? 'date' : 'text'}
                inputMode={box === 'shares' ? 'numeric' : 'decimal'}
                // The form was asked for: its first box is where one goes on.
                autoFocus={i === 0}
                wrong={wrong[box]}
                value={form[box]}
                onChange={({ currentTarget }) => {
                  setForm({ ...form, [box]: currentTarget.value })
                  make(null)
                }}
              />
            ))}
          </div>
          <div className={classes.acts}>
            <Press strong type="submit">
              Add the lot
            </Press>
            <Press onClick={() => close()}>Cancel</Press>
            <p className={classes.note}>
              A grant of that day is made if there is none, with the exercise price as its value at grant.
            </p>
          </div>
        </form>
        {made && <Trial file={made} close={close} />}
      </Card>
    </div>
  )
}

/** Asks whether the scenario can be read with the lot: then it is added, otherwise what is wrong is said. */
function Trial({ file, close }: { readonly file: ScenarioFile; readonly close: () => void }) {
  const { answers, troubles, working } = useAnswers({ lots: true }, undefined, file)
  const fits = !working && answers.lots !== undefined
  useEffect(() => {
    if (!fits) return
    edit('lot', () => file)
    close()
  }, [fits, file, close])
  return troubles.lots ? <TroubleNote trouble={troubles.lots} /> : null
}
