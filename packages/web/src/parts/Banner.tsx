import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './Banner.module.css'

const icons = { good: IconCircleCheck, warn: IconAlertTriangle, bad: IconCircleX }

/** One statement of state with its consequence, and at most one thing to do. */
export function Banner({
  tone,
  title,
  action,
  children,
}: {
  readonly tone: keyof typeof icons
  readonly title: string
  readonly action?: ReactNode
  readonly children: ReactNode
}) {
  const Icon = icons[tone]
  return (
    <div className={`${classes.banner} ${classes[tone]}`}>
      <Icon size={18} stroke={1.6} aria-hidden />
      <p>
        <b>{title}</b> {children}
      </p>
      {action && <div className={classes.action}>{action}</div>}
    </div>
  )
}
