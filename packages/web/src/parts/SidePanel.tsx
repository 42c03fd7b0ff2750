import { IconX } from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'
import { IconPress } from './IconPress.tsx'
import { SideDialog } from './SideDialog.tsx'
import classes from './SidePanel.module.css'

/** A panel at the side with a title. */
export function SidePanel({
  title,
  close,
  children,
}: {
  readonly title: string
  readonly close: () => void
  readonly children: ReactNode
}) {
  const id = useId()
  return (
    <SideDialog labelledBy={id} close={close}>
      <header className={classes.head}>
        <h2 id={id}>{title}</h2>
        <IconPress label="Close" onClick={close}>
          <IconX size={18} stroke={1.6} aria-hidden />
        </IconPress>
      </header>
      {children}
    </SideDialog>
  )
}
