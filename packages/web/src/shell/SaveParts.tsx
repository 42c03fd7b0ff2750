import { IconDownload, IconLock } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import type { Trouble } from '../ask/reply.ts'
import { useDocument } from '../document/useDocument.ts'
import { saveFile } from '../keep/copies.ts'
import { Field } from '../parts/Field.tsx'
import { Press } from '../parts/Press.tsx'
import { TroubleNote } from '../parts/TroubleNote.tsx'
import classes from './ScenarioPanel.module.css'

const line = { size: 16, stroke: 1.6, 'aria-hidden': true } as const

/** Saving as a file: as text that the command line reads, or locked with a passphrase. */
export function SaveParts() {
  const { present } = useDocument()
  const [said, say] = useState('')
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [busy, setBusy] = useState(false)
  const save = async (passphrase?: string): Promise<void> => {
    setBusy(true)
    say('')
    const reply = await saveFile(present, passphrase)
    setBusy(false)
    setTrouble('trouble' in reply ? reply.trouble : null)
    if ('answer' in reply) say(`Saved as ${reply.answer}.`)
  }
  return (
    <section>
      <h3>Save as a file</h3>
      <p>
        A text file in YAML, which the command line reads too. It holds the facts and the plan; comments of a file that
        was opened are not kept.
      </p>
      <div className={classes.row}>
        <Press disabled={busy} onClick={() => void save()}>
          <IconDownload {...line} />
          Save as YAML
        </Press>
      </div>
      <Locking busy={busy} save={save} />
      <p aria-live="polite" className={classes.said}>
        {said}
      </p>
      {trouble && <TroubleNote trouble={trouble} />}
    </section>
  )
}

/** Letters; a shorter passphrase is guessed in a day. */
const fewest = 12

function Locking({ busy, save }: { readonly busy: boolean; readonly save: (passphrase: string) => Promise<void> }) {
  const [typed, type] = useState('')
  const [wrong, setWrong] = useState<string>()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const short = typed.length < fewest
    setWrong(short ? `At least ${fewest} letters: four or five words are easy to keep and hard to guess.` : undefined)
    if (!short) void save(typed)
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      <p>
        Or locked with a passphrase, in the age format. Whoever has the file and not the passphrase reads nothing; if
        you lose it, nobody can open the file.
      </p>
      <Field
        label="Passphrase"
        autoComplete="new-password"
        value={typed}
        wrong={wrong}
        onChange={({ currentTarget: { value } }) => {
          type(value)
          setWrong(undefined)
        }}
      />
      <Press type="submit" disabled={busy}>
        <IconLock {...line} />
        {busy ? 'Working' : 'Save locked'}
      </Press>
    </form>
  )
}
