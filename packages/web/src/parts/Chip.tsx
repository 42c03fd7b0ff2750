import type { ReactNode } from 'react'
import classes from './Chip.module.css'

export type ChipTone = 'plain' | 'good' | 'warn' | 'bad' | 'missing'

/** A short state in words, with its icon. With `onClick` it opens what it counts. */
export function Chip({
  tone = 'plain',
  icon,
  onClick,
  children,
}: {
  readonly tone?: ChipTone
  readonly icon?: ReactNode
  readonly onClick?: () => void
  readonly children: ReactNode
}) {
  const inside = (
    <>
      {icon}
      {children}
    </>
  )
  if (!onClick) return <span className={`${classes.chip} ${classes[tone]}`}>{inside}</span>
  return (
    <button type="button" className={`${classes.chip} ${classes[tone]}`} onClick={onClick}>
      {inside}
    </button>
  )
}
