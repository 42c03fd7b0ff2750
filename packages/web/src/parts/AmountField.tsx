import { useState } from 'react'
import { amountIn } from '../words/typed.ts'
import classes from './AmountField.module.css'

/** A number that reads as text until it is typed over. Enter and leaving take it, Escape gives it up. */
export function AmountField({
  label,
  value,
  words,
  placeholder,
  onChange,
}: {
  readonly label: string
  /** Null: not known. */
  readonly value: number | null
  readonly words: (value: number) => string
  readonly placeholder?: string
  readonly onChange: (value: number) => void
}) {
  const [typed, type] = useState<string | null>(null)
  const wrong = typed !== null && typed !== '' && amountIn(typed) === null
  const take = (): void => {
    if (typed === null) return
    const amount = amountIn(typed ?? '')
    if (amount !== null && amount !== value) onChange(amount)
    type(null)
  }
  return (
    <input
      className={classes.field}
      aria-label={label}
      aria-invalid={wrong}
      inputMode="decimal"
      size={Math.max(4, (typed ?? (value === null ? '' : words(value))).length)}
      autoComplete="off"
      placeholder={placeholder}
      value={typed ?? (value === null ? '' : words(value))}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') type(null)
      }}
    />
  )
}
