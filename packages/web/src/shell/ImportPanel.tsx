import { useEffect, useRef, useState } from 'react'
import { useDocument } from '../document/useDocument.ts'
import { addImported } from '../keep/importing.ts'
import { closeImport, importing } from '../keep/importState.ts'
import type { Answers, Joined } from '../keep/joinFiles.ts'
import { Press } from '../parts/Press.tsx'
import { SidePanel } from '../parts/SidePanel.tsx'
import { Table } from '../parts/Table.tsx'
import { TroubleNote } from '../parts/TroubleNote.tsx'
import { readable } from '../words/days.ts'
import { count } from '../words/money.ts'
import { things, thingsAdded } from '../words/things.ts'
import { FileRead, FileUnread } from './FileRead.tsx'
import classes from './ImportPanel.module.css'
import { ImportQuestions } from './ImportQuestions.tsx'
import { answersIn, entryWords, foundRows, otherPapers } from './importWords.ts'

/** Files on their way into the scenario: what they say, what only the person can say, and the step that adds it. */
export function ImportPanel() {
  const { names, files, unreadable, joined, trouble, busy } = importing.use()
  const read = files.length > 0 || unreadable.length > 0
  return (
    <SidePanel title={names.length === 1 ? 'What this file says' : 'What these files say'} close={closeImport}>
      <div className={classes.parts} aria-busy={busy}>
        {!read && <p aria-live="polite">Reading {names.join(', ')}, on this device.</p>}
        {unreadable.map(({ name, trouble: why }) => (
          <FileUnread key={name} name={name} trouble={why} />
        ))}
        {files.map((file, i) => (
          <FileRead key={`${i} ${file.file}`} file={file} />
        ))}
        {trouble && <TroubleNote trouble={trouble} />}
        {joined && <Adding joined={joined} />}
      </div>
    </SidePanel>
  )
}

/** What the files come to in the scenario. */
function Adding({ joined }: { readonly joined: Joined }) {
  const { present } = useDocument()
  const { files, busy } = importing.use()
  const [typed, type] = useState<{ readonly [path: string]: string }>({})
  const [pressed, press] = useState(0)
  const { asked, contradictions, changes, problems, known, added } = joined
  const { answers, wrong } = answersIn(asked, typed)
  const place = useRef<HTMLDivElement>(null)
  // Where something is missing, that is where one goes on.
  useEffect(() => {
    if (pressed > 0) place.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [pressed, joined])
  const add = (): void => {
    press(pressed + 1)
    if (Object.keys(wrong).length === 0) void addImported(answers)
  }
  const elsewhere = problems.filter(({ path }) => !asked.some((question) => question.path === path))
  return (
    <div ref={place} className={classes.parts}>
      <section>
        <h3>In “{present.name}”</h3>
        <Found joined={joined} />
        <p aria-live="polite">{addedSentence(thingsAdded(added), known, changes)}</p>
        {otherPapers(files) > 0 && (
          <p className={classes.small}>
            {things([[otherPapers(files), 'tax paper']])} more {otherPapers(files) === 1 ? 'is' : 'are'} in the file. A
            return of an earlier year gives lines; Forms W-2 and 1099-B are compared and not added, by{' '}
            <code>isoline reconcile</code>.
          </p>
        )}
      </section>
      {contradictions.length > 0 && (
        <section>
          <h3>Where the two do not agree</h3>
          <ul className={classes.points}>
            {contradictions.map(({ path, message }) => (
              <li key={`${path} ${message}`}>
                <code>{entryWords(path, joined.file)}</code>: {readable(message)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {changes > 0 && asked.length > 0 && (
        <ImportQuestions
          {...{ joined, typed }}
          wrong={pressed > 0 ? { ...missing(joined, answers), ...wrong } : {}}
          type={(path, text) => type({ ...typed, [path]: text })}
        />
      )}
      {pressed > 0 && !busy && Object.keys(wrong).length === 0 && elsewhere.length > 0 && (
        <TroubleNote trouble={{ kind: 'input', problems: elsewhere }} />
      )}
      <div className={classes.acts}>
        {changes > 0 && (
          <Press strong disabled={busy} onClick={add}>
            {busy ? 'Adding' : 'Add to this scenario'}
          </Press>
        )}
        <Press onClick={closeImport}>{changes > 0 ? 'Add nothing' : 'Close'}</Press>
        {changes > 0 && present.example && (
          <p className={classes.small}>
            This is an example: adding makes a copy that is yours. One undo takes it back.
          </p>
        )}
      </div>
    </div>
  )
}

/** What the scenario cannot do without, at its question. */
const missing = ({ problems }: Joined, answers: Answers): { readonly [path: string]: string } =>
  Object.fromEntries(
    problems.map(({ path, message }) => [
      path,
      Object.hasOwn(answers, path) ? message : 'Say this first: nothing is put in its place.',
    ]),
  )

function Found({ joined }: { readonly joined: Joined }) {
  const { files } = importing.use()
  const rows = foundRows(files, joined)
  if (rows.length === 0) return null
  return (
    <Table
      caption="What was read, and what of it is new"
      rows={rows}
      keyOf={({ what }) => what}
      columns={[
        { key: 'what', head: 'Read', text: true, cell: ({ what }) => what },
        { key: 'found', head: files.length === 1 ? 'In the file' : 'In the files', cell: ({ found }) => count(found) },
        { key: 'added', head: 'New here', cell: ({ added }) => count(added) },
      ]}
    />
  )
}

function addedSentence(fresh: string, known: number, changes: number): string {
  const there = known === 0 ? '' : ` ${things([[known, 'fact']])} ${known === 1 ? 'was' : 'were'} there already.`
  if (fresh !== '') return `New to it: ${fresh}.${there}`
  if (changes === 0) return `Nothing is new, so there is nothing to add.${there}`
  return `No new grant, exercise or sale.${there} Adding fills in what they lack, and notes this file as a source.`
}
