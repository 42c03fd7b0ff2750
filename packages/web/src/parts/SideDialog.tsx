import { type KeyboardEvent, type MouseEvent, type ReactNode, useLayoutEffect, useRef } from 'react'
import classes from './SideDialog.module.css'

/**
 * A dialog at the side, on phones from below; the browser's own, so that what is behind it is out of reach. Escape and a click outside close
 * it, and what opened it has the focus again.
 */
export function SideDialog({
  labelledBy,
  close,
  children,
}: {
  readonly labelledBy: string
  readonly close: () => void
  readonly children: ReactNode
}) {
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
    <dialog
      ref={dialog}
      className={classes.panel}
      aria-labelledby={labelledBy}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
      onKeyDown={keepInside}
      onClick={(event: MouseEvent) => event.target === dialog.current && isOutside(event) && close()}
    >
      {children}
    </dialog>
  )
}

/** Tab from the last control goes to the first, not to the browser's own bars. */
function keepInside(event: KeyboardEvent<HTMLDialogElement>): void {
  if (event.key !== 'Tab') return
  const stops = [
    ...event.currentTarget.querySelectorAll<HTMLElement>(
      'button:enabled, input:enabled, select:enabled, textarea:enabled, a[href], summary, [tabindex="0"]',
    ),
  ].filter((stop) => stop.offsetParent !== null)
  const [first, last] = [stops[0], stops.at(-1)]
  const leaving = event.shiftKey ? first : last
  if (document.activeElement !== leaving) return
  event.preventDefault()
  const to = event.shiftKey ? last : first
  to?.focus()
}

/** A click on the backdrop is one on the dialog, outside its box. */
function isOutside({ clientX, clientY, currentTarget }: MouseEvent): boolean {
  const { left, top, right, bottom } = currentTarget.getBoundingClientRect()
  return clientX < left || clientX > right || clientY < top || clientY > bottom
}
