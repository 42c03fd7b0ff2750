import type { ReactNode } from 'react'
import type { Present } from '../../document/document.ts'
import { Choice } from '../../parts/Choice.tsx'
import { SelectField } from '../../parts/Field.tsx'
import { stateCodes, stateName } from '../../words/states.ts'
import type { QuestionOf } from './alternatives.ts'
import { OwnAmount } from './OwnAmount.tsx'
import classes from './OwnNumbers.module.css'
import type { AmountName, Status, Told } from './ownFile.ts'
import { movesWords, whyWords } from './ownWords.ts'
import { useMoves } from './useMoves.ts'

interface Asking {
  readonly told: Told
  readonly tell: (change: Told) => void
  readonly wrong: { readonly [field in keyof Told]?: string }
}

const statuses: readonly (readonly [Status, string])[] = [
  ['single', 'Single'],
  ['mfj', 'Married filing jointly'],
  ['mfs', 'Married filing separately'],
  ['hoh', 'Head of household'],
  ['qss', 'Qualifying surviving spouse'],
]

/** The questions in their order, each with what it moves. */
export function Questions({ example, ...asking }: Asking & { readonly example: Present }) {
  const moves = useMoves(example)
  const { told, tell, wrong } = asking
  const amount = (name: AmountName, label: string, hint: string, more: object = {}): ReactNode => (
    <OwnAmount
      key={name}
      {...{ label, hint }}
      value={told[name]}
      wrong={wrong[name]}
      take={(amount) => tell({ [name]: amount } as Told)}
      {...more}
    />
  )
  const part = (question: QuestionOf, title: string, fields: ReactNode): ReactNode => (
    <li key={question} className={classes.question}>
      <h3>{title}</h3>
      <p className={classes.moves}>
        {whyWords(question)} <span>{movesWords(question, moves[question])}</span>
      </p>
      <div className={classes.fields}>{fields}</div>
    </li>
  )
  return (
    <ol className={classes.questions}>
      {part(
        'income',
        'How do you file, and what do you earn this year?',
        <>
          <SelectField
            label="Filing status"
            hint="Form 1040, top"
            value={told.status ?? 'single'}
            wrong={wrong.status}
            onChange={({ currentTarget }) => tell({ status: currentTarget.value as Status })}
          >
            {statuses.map(([status, words]) => (
              <option key={status} value={status}>
                {words}
              </option>
            ))}
          </SelectField>
          {amount('wages', 'Wages', 'Form W-2, box 1; both of you if joint', { focused: true })}
        </>,
      )}
      {part(
        'grant',
        'What does an option cost, and how many can you exercise?',
        <>
          {amount('strike', 'Strike of a share', 'grant agreement')}
          {amount('options', 'Options you can exercise', 'vested, not exercised', { unit: 'shares' })}
        </>,
      )}
      {part(
        'value',
        'What is a share worth today?',
        amount('value', 'Value of a share', '409A notice, or market price'),
      )}
      {part(
        'cash',
        'How much can you spend on strike and tax?',
        amount('cash', 'Cash', 'without selling these shares'),
      )}
      {part('deduction', 'Where do you live, and do you itemize?', <Deduction {...asking} amount={amount} />)}
    </ol>
  )
}

function Deduction({
  told,
  tell,
  wrong,
  amount,
}: Asking & { readonly amount: (name: AmountName, label: string, hint: string) => ReactNode }) {
  return (
    <>
      <SelectField
        label="State"
        hint="lived in all year"
        value={told.state ?? ''}
        wrong={wrong.state}
        onChange={({ currentTarget }) => tell({ state: (currentTarget.value || undefined) as Told['state'] } as Told)}
      >
        <option value="">Not said</option>
        {stateCodes.map((code) => (
          <option key={code} value={code}>
            {stateName(code)}
          </option>
        ))}
      </SelectField>
      <div className={classes.choice}>
        <span>Deduction</span>
        <Choice
          label="Deduction"
          value={told.itemizes ? 'itemized' : 'standard'}
          options={[
            { value: 'standard', words: 'Standard' },
            { value: 'itemized', words: 'Itemized' },
          ]}
          onChange={(value) => tell({ itemizes: value === 'itemized' })}
        />
      </div>
      {told.itemizes && (
        <>
          {amount('stateAndLocalTaxes', 'State and local income taxes', 'Schedule A, line 5a')}
          {amount('realEstateTaxes', 'Real estate taxes', 'Schedule A, line 5b')}
          {amount('mortgageInterest', 'Mortgage interest', 'Form 1098, box 1')}
          {amount('charityCash', 'Cash given to charity', 'Schedule A, line 11')}
        </>
      )}
    </>
  )
}
