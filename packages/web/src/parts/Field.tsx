import { IconAlertTriangle } from '@tabler/icons-react'
import { type ComponentPropsWithoutRef, type ReactNode, useId } from 'react'
import classes from './Field.module.css'

type Shared = {
  readonly label: string
  /** Where the value is found: the box of a form. */
  readonly hint?: string
  /** What is wrong with it, said at the field. */
  readonly wrong?: string | undefined
}

/** A labelled field; an error stands below it, where it is. */
export function Field({ label, hint, wrong, ...rest }: Shared & ComponentPropsWithoutRef<'input'>) {
  const id = useId()
  return (
    <Frame id={id} label={label} hint={hint} wrong={wrong}>
      <input {...invalid(id, wrong)} className={classes.input} autoComplete="off" {...rest} />
    </Frame>
  )
}

/** A labelled choice of a few. */
export function SelectField({ label, hint, wrong, ...rest }: Shared & ComponentPropsWithoutRef<'select'>) {
  const id = useId()
  return (
    <Frame id={id} label={label} hint={hint} wrong={wrong}>
      <select {...invalid(id, wrong)} className={classes.input} {...rest} />
    </Frame>
  )
}

const invalid = (id: string, wrong: string | undefined) => ({
  id,
  ...(wrong !== undefined && { 'aria-invalid': true, 'aria-describedby': `${id}-wrong` }),
})

function Frame({
  id,
  label,
  hint,
  wrong,
  children,
}: {
  readonly id: string
  readonly label: string
  readonly hint: string | undefined
  readonly wrong: string | undefined
  readonly children: ReactNode
}) {
  return (
    <div className={classes.field}>
      <label className={classes.label} htmlFor={id}>
        {label} {hint && <span className={classes.hint}>{hint}</span>}
      </label>
      {children}
      {wrong !== undefined && (
        <p className={classes.wrong} id={`${id}-wrong`}>
          <IconAlertTriangle size={16} stroke={1.6} aria-hidden />
          {wrong}
        </p>
      )}
    </div>
  )
}
