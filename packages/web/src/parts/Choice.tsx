import { type ReactNode, useId } from 'react'
import classes from './Choice.module.css'

/** A few ways to look at the same thing: a group of radio buttons in one track. */
export function Choice<V extends string>({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string
  readonly value: V
  readonly options: readonly { readonly value: V; readonly words: ReactNode }[]
  readonly onChange: (value: V) => void
}) {
  const name = useId()
  return (
    <fieldset className={classes.group}>
      <legend className="sr">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={classes.option}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.words}</span>
        </label>
      ))}
    </fieldset>
  )
}
