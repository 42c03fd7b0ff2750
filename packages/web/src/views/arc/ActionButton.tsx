import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import type { Act } from './acts.ts'
import { actLabel, actRest } from './actWords.ts'
import type { Handling } from './useHand.ts'
import classes from './Years.module.css'

/** Pixels that a hand may tremble before a press becomes a drag. */
const tremble = 4
const step = { large: 100, small: 1 }

/** One action. Dragged to another year, or taken up with Enter and moved with the arrows. */
export function ActionButton({
  act,
  several,
  held,
  place,
  size,
  stacked,
  years,
  column,
  hand,
  over,
}: {
  readonly act: Act
  /** Whether there are several grants to tell apart. */
  readonly several: boolean
  readonly held: boolean
  readonly place: { readonly left: number; readonly top: number }
  readonly size: { readonly width: number; readonly height: number }
  /** Whether its words stand on lines of their own. */
  readonly stacked: boolean
  readonly years: readonly number[]
  readonly column: number
  readonly hand: Handling
  /** Told which column the hand is over. */
  readonly over: (column: number | null) => void
}) {
  const start = useRef<{ readonly x: number; readonly left: number; readonly from: number } | null>(null)
  const [left, setLeft] = useState<number | null>(null)
  const words = actLabel(act, several, stacked)
  const shift = (by: number): void => {
    const to = years[years.indexOf(act.year) + by]
    if (to !== undefined) hand.toYear(to)
  }
  const onMove = (event: PointerEvent): void => {
    const at = start.current
    if (!at) return
    const dx = event.clientX - at.x
    if (left === null && Math.abs(dx) < tremble) return
    if (left === null && !held) hand.lift(act)
    setLeft(at.left + dx)
    const to = Math.max(0, Math.min(years.length - 1, Math.floor((at.left + dx + size.width / 2) / column)))
    over(to)
    if (left !== null && years[to] !== act.year) hand.toYear(years[to] as number)
  }
  const end = (put: boolean): void => {
    if (!start.current) return
    start.current = null
    over(null)
    if (left === null) return
    setLeft(null)
    if (put) hand.put()
    else hand.drop()
  }
  const onKey = (event: KeyboardEvent): void => {
    const taken = keyed(event, held, { hand, act, shift })
    if (taken) event.preventDefault()
  }
  return (
    <button
      type="button"
      className={`${classes.act} ${classes[act.kind] ?? ''} ${held ? classes.held : ''} ${left === null ? '' : classes.dragged} ${stacked ? classes.stacked : ''}`}
      style={{ left: left ?? place.left, top: place.top, ...size }}
      disabled={act.past}
      aria-pressed={held}
      aria-describedby="arc-hint"
      onPointerDown={(event) => {
        if (act.past || event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        start.current = { x: event.clientX, left: place.left, from: act.year }
      }}
      onPointerMove={onMove}
      onPointerUp={() => {
        const dragged = left !== null
        end(true)
        if (!dragged && !held) hand.lift(act)
      }}
      onPointerCancel={() => end(false)}
      onKeyDown={onKey}
    >
      {/* A long name may be cut, a number never. */}
      {(stacked ? words : [words.slice(0, -1).join(' '), words.at(-1)]).map((line, i) => (
        <span key={i}>{`${line} `}</span>
      ))}
      <span className="sr">{`${actRest(act, several)}${held ? ', taken up' : ''}`}</span>
    </button>
  )
}

/** What a key does with an action; whether it does anything. */
function keyed(
  { key, shiftKey }: KeyboardEvent,
  held: boolean,
  { hand, act, shift }: { readonly hand: Handling; readonly act: Act; readonly shift: (by: number) => void },
): boolean {
  if (key === 'Delete' || key === 'Backspace') {
    hand.remove(act)
    return true
  }
  if (key === 'Enter' || key === ' ') {
    if (held) hand.put()
    else hand.lift(act)
    return true
  }
  if (!held) return false
  const by = shiftKey ? step.small : step.large
  const does: { readonly [key: string]: () => void } = {
    Escape: hand.drop,
    ArrowLeft: () => shift(-1),
    ArrowRight: () => shift(1),
    ArrowUp: () => hand.resize(by),
    ArrowDown: () => hand.resize(-by),
    // A plus needs the shift key on many keyboards
    '+': () => hand.resize(step.large),
    '=': () => hand.resize(step.large),
    '-': () => hand.resize(-step.large),
    _: () => hand.resize(-step.small),
  }
  const doing = does[key]
  doing?.()
  return doing !== undefined
}
