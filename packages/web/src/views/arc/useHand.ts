/** An action in one's hand: moved and resized as a draft, which becomes the plan when it is put down and is forgotten on Escape. */
import type { PlanAnswer, ScenarioFile } from '@isoline/engine'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { edit } from '../../document/store.ts'
import { useDocument } from '../../document/useDocument.ts'
import type { Act } from './acts.ts'
import { adopted, moved, removed, resized, settled } from './edits.ts'
import { useOpened } from './useOpened.ts'

/** Which plan is looked at: the file's own, or the best there is. */
export type Shown = 'own' | 'best'

export interface Held {
  /** Lines of the plan in `base`. */
  readonly lines: readonly number[]
  /** The plan as it was when the action was taken up. */
  readonly base: ScenarioFile
  readonly year: number | null
  readonly by: number
  /** The plan as it would be. */
  readonly file: ScenarioFile
}

export interface Handling {
  readonly shown: Shown
  readonly show: (shown: Shown) => void
  readonly held: Held | null
  readonly lift: (act: Act) => void
  readonly toYear: (year: number) => void
  readonly resize: (by: number) => void
  /** Makes the draft the plan. */
  readonly put: () => void
  /** Leaves the plan as it was. */
  readonly drop: () => void
  readonly remove: (act?: Act) => void
  /** Changes the plan that is shown at once; the best becomes one's own. */
  readonly change: (with_: (file: ScenarioFile) => ScenarioFile) => void
  /** Makes the best plan one's own. */
  readonly adopt: () => void
}

export function useHand(answer: PlanAnswer | undefined): Handling {
  const { present } = useDocument()
  const { file, asOf } = present
  const [chosen, choose] = useState<Shown | null>(null)
  const [held, hold] = useState<Held | null>(null)
  const shown: Shown = held || !answer ? 'own' : (chosen ?? 'best')
  const base = useMemo(() => (shown === 'best' && answer ? adopted(answer)(file) : file), [shown, answer, file])
  const opened = useOpened()
  // What is in one's hand is of the scenario that was open
  useEffect(() => hold(null), [opened])
  const now = useRef<Held | null>(null)
  now.current = held
  const commit = useCallback((next: ScenarioFile) => {
    edit('plan', () => settled(next))
    choose('own')
    hold(null)
  }, [])
  const put = useCallback(() => {
    const at = now.current
    if (!at) return
    if (at.by === 0 && at.year === null) hold(null)
    else commit(at.file)
  }, [commit])
  // Whoever leaves the view with an action in hand meant what they saw
  useEffect(
    () => () => {
      const at = now.current
      if (at && (at.by !== 0 || at.year !== null)) edit('plan', () => settled(at.file))
    },
    [],
  )
  const redraw = (at: Held, change: Partial<Pick<Held, 'year' | 'by'>>): void => {
    const next = { ...at, ...change }
    const there = next.year === null ? at.base : moved(at.lines, next.year, asOf)(at.base)
    hold({ ...next, file: next.by === 0 ? there : resized(at.lines, next.by)(there) })
  }
  return {
    ...{ shown, show: choose, held, put },
    lift: ({ lines, past }) => {
      if (past) return
      put()
      const from = now.current?.file ?? base
      hold({ lines, base: from, year: null, by: 0, file: from })
    },
    toYear: (year) => {
      if (held) redraw(held, { year })
    },
    resize: (by) => {
      if (held) redraw(held, { by: held.by + by })
    },
    drop: () => hold(null),
    remove: (act) => {
      const lines = act?.lines ?? held?.lines
      if (lines && !act?.past) commit(removed(lines)(held?.base ?? base))
    },
    change: (with_) => commit(with_(base)),
    adopt: () => {
      if (answer) commit(adopted(answer)(file))
    },
  }
}
