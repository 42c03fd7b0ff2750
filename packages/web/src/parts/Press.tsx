import type { ComponentPropsWithoutRef } from 'react'
import classes from './Press.module.css'

/** A button in ink. `strong`: the one thing a place offers. */
export function Press({
  strong = false,
  small = false,
  className = '',
  ...rest
}: ComponentPropsWithoutRef<'button'> & {
  readonly strong?: boolean
  readonly small?: boolean
}) {
  const kind = `${classes.press} ${strong ? classes.strong : ''} ${small ? classes.small : ''} ${className}`
  return <button type="button" className={kind} {...rest} />
}
