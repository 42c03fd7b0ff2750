import { useEffect, useState } from 'react'
import { openFiles } from '../keep/opening.ts'
import classes from './FileDrop.module.css'

/** A file may be dropped anywhere. While one is held over the page, it says so. */
export function FileDrop() {
  const [over, isOver] = useState(false)
  useEffect(() => {
    // Every element that is entered on the way is left again, too.
    let depth = 0
    const hold = (by: number) => (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      depth = Math.max(0, depth + by)
      isOver(depth > 0)
    }
    const drop = (event: DragEvent): void => {
      depth = 0
      isOver(false)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length === 0) return
      event.preventDefault()
      void openFiles(files)
    }
    const acts = { dragenter: hold(1), dragover: hold(0), dragleave: hold(-1), drop }
    for (const [name, act] of Object.entries(acts)) addEventListener(name, act as EventListener)
    return () => {
      for (const [name, act] of Object.entries(acts)) removeEventListener(name, act as EventListener)
    }
  }, [])
  return over ? (
    <div className={classes.over}>Drop a Form 3921, a broker’s file or a scenario. It stays on this device.</div>
  ) : null
}
