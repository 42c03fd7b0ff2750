import type { ComponentPropsWithRef } from 'react'
import classes from './TextPress.module.css'

/** A button that reads as the words of its row, and opens what stands behind them. */
export const TextPress = (props: ComponentPropsWithRef<'button'>) => (
  <button type="button" className={classes.press} {...props} />
)
