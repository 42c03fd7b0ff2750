import type { Question } from '@isoline/files'
import type { Joined } from '../keep/joinFiles.ts'
import { Field, SelectField } from '../parts/Field.tsx'
import { readable } from '../words/days.ts'
import classes from './ImportPanel.module.css'
import { answerKind } from './importWords.ts'

type ByPath = { readonly [path: string]: string }

/** What only the person can say: a field each, with what it decides. */
export function ImportQuestions({
  joined,
  typed,
  wrong,
  type,
}: {
  readonly joined: Joined
  readonly typed: ByPath
  readonly wrong: ByPath
  readonly type: (path: string, text: string) => void
}) {
  return (
    <section>
      <h3>What only you can say</h3>
      {joined.asked.map((question) => (
        <div key={question.path} className={classes.question}>
          <p>
            {readable(question.message)} <span className={classes.small}>It decides {question.changes}.</span>
          </p>
          <Reply
            {...{ question, joined }}
            value={typed[question.path] ?? ''}
            wrong={wrong[question.path]}
            type={(text) => type(question.path, text)}
          />
        </div>
      ))}
    </section>
  )
}

function Reply({
  question,
  joined,
  value,
  wrong,
  type,
}: {
  readonly question: Question
  readonly joined: Joined
  readonly value: string
  readonly wrong: string | undefined
  readonly type: (text: string) => void
}) {
  const kind = answerKind(question)
  const shared = { label: 'Your answer', 'aria-label': `Your answer: ${question.message}`, value, wrong }
  if (kind === null) return null
  if (kind === 'amount' || kind === 'count' || kind === 'day')
    return (
      <Field
        {...shared}
        type={kind === 'day' ? 'date' : 'text'}
        inputMode={kind === 'count' ? 'numeric' : 'decimal'}
        onChange={({ currentTarget }) => type(currentTarget.value)}
      />
    )
  const choices = kind === 'isoOrNso' ? isoOrNso : joined[kind === 'grant' ? 'grants' : 'lots'].map((id) => [id, id])
  return (
    <SelectField {...shared} onChange={({ currentTarget }) => type(currentTarget.value)}>
      <option value="">Choose</option>
      {choices.map(([id, words]) => (
        <option key={id} value={id}>
          {words}
        </option>
      ))}
    </SelectField>
  )
}

const isoOrNso = [
  ['iso', 'an ISO'],
  ['nso', 'a nonstatutory option (NSO)'],
]
