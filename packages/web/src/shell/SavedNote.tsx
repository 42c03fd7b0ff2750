import { IconAlertTriangle, IconLock } from '@tabler/icons-react'
import { keeping } from '../keep/keeping.ts'
import classes from './SavedNote.module.css'

/** Where the scenario is kept, or that it is not. */
export function SavedNote() {
  const { refused } = keeping.use()
  if (refused)
    return (
      <span className={`${classes.note} ${classes.refused}`}>
        <IconAlertTriangle size={16} stroke={1.6} aria-hidden />
        <span>
          Not saved<span className={classes.why}>: the browser keeps nothing here</span>
        </span>
      </span>
    )
  return (
    <span className={classes.note}>
      <IconLock size={16} stroke={1.6} aria-hidden />
      <span className={classes.words}>Saved on this device only</span>
    </span>
  )
}
