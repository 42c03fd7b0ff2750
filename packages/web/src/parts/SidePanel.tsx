import { IconX } from '@tabler/icons-react'
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import classes from './SidePanel.module.css'

/** A panel at the side, on phones from below. A dialog of the browser's own: Escape closes it, and the focus goes back to what opened it. */
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
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const opener = document.activeElement
    const panel = dialog.current
    panel?.showModal()
    return () => {
      panel?.close()
      if (opener instanceof HTMLElement) opener.focus()
    }
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it
    <dialog
      ref={dialog}
      className={classes.panel}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <div className={classes.inside}>
        <header className={classes.head}>
          <h2 id={id}>{title}</h2>
          <button type="button" className={classes.close} aria-label="Close" onClick={close}>
            <IconX size={18} stroke={1.6} aria-hidden />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  )
}
