import { IconX } from '@tabler/icons-react'
import { type KeyboardEvent, lazy, type MouseEvent, Suspense, useLayoutEffect, useRef } from 'react'
import classes from './ExplainPanel.module.css'
import type { Explained } from './useExplain.ts'

const Explanation = lazy(() => import('./Explanation.tsx').then((all) => ({ default: all.Explanation })))

/**
 * Where a number comes from. A dialog of the browser's own: what is behind it is out of reach while it is open, Escape closes it, and the
 * number that opened it has the focus again.
 */
export function ExplainPanel({ what, close }: { readonly what: Explained | null; readonly close: () => void }) {
  return what ? <Panel key={`${what.year} ${what.name}`} what={what} close={close} /> : null
}

function Panel({ what, close }: { readonly what: Explained; readonly close: () => void }) {
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
      aria-labelledby="explained"
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
      onKeyDown={keepInside}
      onClick={(event: MouseEvent) => event.target === dialog.current && isOutside(event) && close()}
    >
      <button type="button" className={classes.close} aria-label="Close" onClick={close}>
        <IconX size={18} stroke={1.6} aria-hidden />
      </button>
      <Suspense fallback={<div className={classes.waiting} id="explained" />}>
        <Explanation first={what} />
      </Suspense>
    </dialog>
  )
}

/** Tab from the last control goes to the first, not to the browser's own bars. */
function keepInside(event: KeyboardEvent<HTMLDialogElement>): void {
  if (event.key !== 'Tab') return
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('button, a[href], [tabindex="0"]')]
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
