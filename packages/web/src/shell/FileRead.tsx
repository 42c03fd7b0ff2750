import type { Imported } from '@isoline/files'
import type { Trouble } from '../ask/reply.ts'
import { readable } from '../words/days.ts'
import { count, exactMoney } from '../words/money.ts'
import classes from './ImportPanel.module.css'
import { formatWords, placeWords } from './importWords.ts'

/** Rows shown one by one, before the rest is counted. */
const most = 20

/** One file: what it was taken for, and every row that is not in what was read, with its reason. */
export function FileRead({ file }: { readonly file: Imported }) {
  const { totals, notes, unread, leftOut } = file
  const off = totals.filter(({ agrees }) => !agrees)
  return (
    <section>
      <p>
        <b>{file.file}</b>: {formatWords(file)}
      </p>
      {totals.length > 0 && off.length === 0 && <p>The totals it states are the sums of its rows.</p>}
      <ul className={classes.points}>
        {off.map(({ what, stated, ours }) => (
          <li key={what}>
            Its total of {what} is {exactMoney(stated).replace('$', '')}, and its rows make{' '}
            {exactMoney(ours).replace('$', '')}. Is a row missing?
          </li>
        ))}
        {notes.slice(0, most).map((note) => (
          <li key={note}>{readable(note)}</li>
        ))}
        {leftOut.map(({ reason, rows, count: many }) => (
          <li key={reason}>
            Left out, {many === 1 ? `row ${rows[0]}` : `${count(many)} rows`}: {reason}.
          </li>
        ))}
      </ul>
      {unread.length > 0 && (
        <>
          <h3>Rows that could not be read</h3>
          <ul className={classes.points}>
            {unread.slice(0, most).map(({ from, reason, cells }, i) => (
              <li key={i}>
                <b>{placeWords(from)}</b>: {reason}. It holds{' '}
                <code>{cells.filter(Boolean).join(' | ').slice(0, 160)}</code>
              </li>
            ))}
            {unread.length > most && <li>And {count(unread.length - most)} more.</li>}
          </ul>
        </>
      )}
    </section>
  )
}

/** A file that could not be read as a whole. */
export function FileUnread({ name, trouble }: { readonly name: string; readonly trouble: Trouble }) {
  const problems = trouble.kind === 'input' ? trouble.problems : [{ path: '', message: trouble.message, code: 'fault' }]
  return (
    <section role="alert">
      <p>
        <b>{name}</b> was not read, and nothing of it is added.
      </p>
      <ul className={classes.points}>
        {problems.map(({ path, message, code }) => (
          <li key={`${path} ${message}`}>
            {path !== '' && path !== name && <code>{path}</code>} {path === '' || path === name ? 'It ' : ''}
            {message}
            {code === 'unknownFormat' && ' (Columns are named on the command line: isoline import.)'}
          </li>
        ))}
      </ul>
    </section>
  )
}
