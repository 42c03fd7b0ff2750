import type { ComponentPropsWithRef } from 'react'
import classes from './IconPress.module.css'

/** A button that is an icon alone, named for who does not see it. */
export function IconPress({
  label,
  className = '',
  ...rest
}: { readonly label: string } & ComponentPropsWithRef<'button'>) {
  return <button type="button" className={`${classes.press} ${className}`} aria-label={label} {...rest} />
}
