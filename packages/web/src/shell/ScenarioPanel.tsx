import { IconCopy, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { open, settle } from '../document/store.ts'
import { useDocument } from '../document/useDocument.ts'
import { keeping, takeAway } from '../keep/keeping.ts'
import { Field } from '../parts/Field.tsx'
import { Press } from '../parts/Press.tsx'
import { SidePanel } from '../parts/SidePanel.tsx'
import { ExportParts } from './ExportParts.tsx'
import { LinkPart } from './LinkPart.tsx'
import { SaveParts } from './SaveParts.tsx'
import classes from './ScenarioPanel.module.css'

const line = { size: 16, stroke: 1.6, 'aria-hidden': true } as const

/** What can be done with the scenario at hand: its name and day, and the ways in which it is kept and given away. */
export function ScenarioPanel({ close }: { readonly close: () => void }) {
  const { present } = useDocument()
  const { refused } = keeping.use()
  const copy = (): void => {
    const name = present.example ? present.name.replace(/^Example: /, '') : `${present.name}, copy`
    open({ ...present, id: crypto.randomUUID(), name, example: false })
  }
  return (
    <SidePanel title="This scenario" close={close}>
      <div className={classes.parts}>
        <section>
          {present.example ? (
            <p>“{present.name}” is an example: the first change makes a copy that is yours.</p>
          ) : (
            <NameField />
          )}
          <DayField />
          <div className={classes.row}>
            <Press onClick={copy}>
              <IconCopy {...line} />
              {present.example ? 'Make it mine' : 'Duplicate'}
            </Press>
            {!present.example && (
              <Press
                onClick={() => {
                  close()
                  void takeAway(present.id)
                }}
              >
                <IconTrash {...line} />
                Delete
              </Press>
            )}
          </div>
          <p className={classes.small}>
            {refused
              ? 'Not saved: this browser lets no page keep anything, as private windows do. Save it as a file before you leave.'
              : 'Your own scenarios are kept in this browser, on this device only, with the last 50 steps of undo.'}
          </p>
        </section>
        <SaveParts />
        <ExportParts />
        <LinkPart key={present.id} />
      </div>
    </SidePanel>
  )
}

function NameField() {
  const { present } = useDocument()
  const [typed, type] = useState<string | null>(null)
  const wrong = typed !== null && typed.trim() === '' ? 'A scenario needs a name to be found again.' : undefined
  return (
    <Field
      label="Name"
      maxLength={100}
      value={typed ?? present.name}
      wrong={wrong}
      onChange={({ currentTarget: { value } }) => {
        type(value)
        if (value.trim() !== '') settle({ name: value.trim() })
      }}
      onBlur={() => type(null)}
    />
  )
}

function DayField() {
  const { present } = useDocument()
  const [typed, type] = useState<string | null>(null)
  const wrong = typed !== null && !isDay(typed) ? 'A day between 1990 and 2199, such as 01/15/2026.' : undefined
  return (
    <Field
      label="As of"
      hint="the day the questions are asked on"
      type="date"
      min="1990-01-01"
      max="2199-12-31"
      value={typed ?? present.asOf}
      wrong={wrong}
      onChange={({ currentTarget: { value } }) => {
        type(value)
        if (isDay(value)) settle({ asOf: value })
      }}
      onBlur={() => type(null)}
    />
  )
}

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && text >= '1990-01-01' && text < '2200-01-01'
