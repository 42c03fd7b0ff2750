import { IconArrowBackUp, IconRefresh } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { undo } from '../document/store.ts'
import { useDocument } from '../document/useDocument.ts'
import { importing } from '../keep/importState.ts'
import { keeping, restore } from '../keep/keeping.ts'
import { version } from '../offline.ts'
import { Press } from '../parts/Press.tsx'
import classes from './Notes.module.css'

const line = { size: 16, stroke: 1.6, 'aria-hidden': true } as const

/** Quiet notes below the bar: what happened elsewhere, and one thing to do about it. */
export function Notes() {
  const { removed, followed } = keeping.use()
  const { takeNewer } = version.use()
  const { taken } = importing.use()
  const { present } = useDocument()
  return (
    <div className={classes.notes} aria-live="polite">
      {removed && (
        <Note
          action={
            <Press small onClick={() => void restore()}>
              <IconArrowBackUp {...line} />
              Put it back
            </Press>
          }
          close={() => keeping.set({ removed: null })}
        >
          “{removed.name}” is deleted from this device.
        </Note>
      )}
      {taken && taken.file === present.file && (
        <Note
          action={
            <Press small onClick={undo}>
              <IconArrowBackUp {...line} />
              Take it back
            </Press>
          }
          close={() => importing.set({ taken: null })}
        >
          Added from {taken.words}.
        </Note>
      )}
      {followed && (
        <Note close={() => keeping.set({ followed: false })}>
          Another tab changed this scenario; this is its newest state.
        </Note>
      )}
      {takeNewer && (
        <Note
          action={
            <Press small onClick={takeNewer}>
              <IconRefresh {...line} />
              Reload
            </Press>
          }
          close={() => version.set({ takeNewer: null })}
        >
          A newer version of Isoline is ready.
        </Note>
      )}
    </div>
  )
}

const Note = ({
  action,
  close,
  children,
}: {
  readonly action?: ReactNode
  readonly close: () => void
  readonly children: ReactNode
}) => (
  <div className={classes.note}>
    <p>{children}</p>
    {action}
    <Press small onClick={close}>
      Dismiss
    </Press>
  </div>
)
