import { useState } from 'react'
import type { Trouble } from '../ask/reply.ts'
import { closeOpening, opening, unlockWith } from '../keep/opening.ts'
import { Field } from '../parts/Field.tsx'
import { Press } from '../parts/Press.tsx'
import { SidePanel } from '../parts/SidePanel.tsx'
import classes from './OpeningPanel.module.css'

/** A file on its way in: its passphrase, or why it cannot be opened. */
export function OpeningPanel() {
  const { name, trouble, locked } = opening.use()
  if (locked)
    return (
      <SidePanel title="This file is locked" close={closeOpening}>
        <Passphrase name={name} />
      </SidePanel>
    )
  if (!trouble) return null
  return (
    <SidePanel title="This cannot be opened" close={closeOpening}>
      <Refusal name={name} trouble={trouble} />
    </SidePanel>
  )
}

function Passphrase({ name }: { readonly name: string }) {
  const { wrong, busy } = opening.use()
  const [typed, type] = useState('')
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void unlockWith(typed)
      }}
    >
      <p>
        {name} opens with the passphrase it was saved with. It is unlocked on this device, which takes a second or two;
        nobody else can do it for you.
      </p>
      <Field
        label="Passphrase"
        type="password"
        autoFocus
        value={typed}
        wrong={wrong ?? undefined}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <Press strong type="submit" disabled={busy}>
        {busy ? 'Unlocking' : 'Unlock'}
      </Press>
    </form>
  )
}

/** As many faults as one reads before mending them. */
const most = 12

function Refusal({ name, trouble }: { readonly name: string; readonly trouble: Trouble }) {
  const problems =
    trouble.kind === 'input' ? trouble.problems : [{ path: '', message: trouble.message, code: trouble.kind }]
  const more = problems.length - most
  return (
    <div className={classes.form}>
      <p>
        <b>{name}</b> was not opened, and what you see is as it was.
      </p>
      <ul className={classes.problems}>
        {problems.slice(0, most).map(({ path, message }, i) => (
          <li key={`${i} ${path}`}>
            {/* The file itself: its name stands above. */}
            {path !== '' && path !== name && <code>{path}</code>} {path === '' || path === name ? 'It ' : ''}
            {message}
          </li>
        ))}
      </ul>
      {more > 0 && <p>And {more} more, each at its place in the file.</p>}
    </div>
  )
}
