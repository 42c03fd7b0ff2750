import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { count } from '../../words/money.ts'
import { amountIn } from '../../words/typed.ts'

/** A number of one's own. While it is typed it stands as typed; every number that makes sense is taken at once. */
export function OwnAmount({
  label,
  hint,
  value,
  unit = 'dollars',
  wrong,
  take,
  focused = false,
}: {
  readonly label: string
  /** The box or the paper it is found in. */
  readonly hint: string
  readonly value: number | undefined
  readonly unit?: 'dollars' | 'shares'
  /** What the engine has against it. */
  readonly wrong: string | undefined
  readonly take: (amount: number | undefined) => void
  readonly focused?: boolean
}) {
  const [typed, type] = useState<string | null>(null)
  const shown = value === undefined ? '' : inWords(value)
  return (
    <Field
      label={label}
      hint={hint}
      inputMode="decimal"
      // The reader has just asked for these questions.
      autoFocus={focused}
      value={typed ?? shown}
      wrong={typed === null ? wrong : (faultOf(typed, unit) ?? wrong)}
      onChange={({ currentTarget }) => {
        type(currentTarget.value)
        if (currentTarget.value.trim() === '') take(undefined)
        else if (faultOf(currentTarget.value, unit) === undefined) take(amountIn(currentTarget.value) ?? undefined)
      }}
      onBlur={() => {
        if (typed !== null && faultOf(typed, unit) === undefined) type(null)
      }}
    />
  )
}

function faultOf(text: string, unit: 'dollars' | 'shares'): string | undefined {
  if (text.trim() === '') return undefined
  const amount = amountIn(text)
  if (amount === null) return unit === 'dollars' ? 'Write dollars, such as 220,000 or 2.50.' : sharesRule
  return unit === 'shares' && (!Number.isInteger(amount) || amount === 0) ? sharesRule : undefined
}

const sharesRule = 'Write a whole number of options, such as 12,000.'

const inWords = (amount: number): string => (Number.isInteger(amount) ? count(amount) : String(amount))
