import { area } from 'd3-shape'
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { count, money } from '../../words/money.ts'
import classes from './LineHandle.module.css'
import { drawn, type Line, lastBreak, nextBreak } from './line.ts'
import { type LineLayout, lineHeight } from './lineLayout.ts'

export interface LineHeld {
  readonly line: Line
  readonly layout: LineLayout
  readonly shares: number
  /** AMT as figured, or from the curve while the answer is on its way. */
  readonly amt: number
  readonly most: number
}

/** Below the curve: the part that is exercised, and the stem through all lanes. */
export function LineStem({ line, layout, shares, amt }: LineHeld) {
  const { x, y, curve, cash, end } = layout
  const at = x(Math.min(shares, end))
  const under = area<readonly [number, number]>()
    .x(([share]) => x(share))
    .y0(y(0))
    .y1(([, each]) => y(each))
  return (
    <g>
      {shares > 0 && <path d={under(drawn(line, Math.min(shares, end))) ?? ''} fill="var(--amt)" opacity="0.2" />}
      <line x1={at} x2={at} y1={curve[0] - 4} y2={y(amt)} stroke="var(--ink)" opacity="0.4" />
      <line x1={at} x2={at} y1={y(amt)} y2={cash[1]} stroke="var(--ink)" strokeWidth="1.5" />
    </g>
  )
}

/**
 * The handle, and the whole picture as the place to drag it. Arrows move by one share, with Shift by 100, Page keys by 1,000, brackets to
 * the breakpoint before and after.
 * @param words what the handle stands for, to whoever cannot see it
 * @param begin called as a drag begins
 */
export function LineHandle({
  line,
  layout,
  shares,
  amt,
  most,
  words,
  begin,
  move,
}: LineHeld & { readonly words: string; readonly begin: () => void; readonly move: (shares: number) => void }) {
  const { x, y, left, width, narrow, end } = layout
  const knob = useRef<SVGGElement>(null)
  const at = x(Math.min(shares, end))
  const height = y(Math.min(amt, y.domain()[1] ?? amt))
  const label = `${count(shares)} shares · ${money(amt)}`
  const wide = label.length * 7.1 + 20
  const pill = Math.min(Math.max(at - wide / 2, narrow ? 84 : 92), Math.max(width - wide, 0))
  const set = (wanted: number): void => move(Math.max(0, Math.min(most, Math.round(wanted))))
  const toPointer = (event: PointerEvent<SVGRectElement>): void => {
    const box = event.currentTarget.ownerSVGElement?.getBoundingClientRect()
    if (box) set(Math.max(0, Math.min(end, x.invert(event.clientX - box.left))))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const wanted = byKey(event, line, shares, most)
    if (wanted === null) return
    event.preventDefault()
    begin()
    set(wanted)
  }
  return (
    <g>
      <rect
        className={classes.ground}
        x={left - 12}
        y="0"
        width={Math.max(width - left + 12, 0)}
        height={lineHeight[narrow ? 'narrow' : 'wide'] - 34}
        fill="transparent"
        onPointerDown={(event) => {
          if (event.button !== 0) return
          event.currentTarget.setPointerCapture(event.pointerId)
          knob.current?.focus({ preventScroll: true })
          begin()
          toPointer(event)
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) toPointer(event)
        }}
      />
      <g
        ref={knob}
        className={classes.handle}
        tabIndex={0}
        role="slider"
        aria-label="Shares to exercise and hold"
        aria-valuemin={0}
        aria-valuemax={most}
        aria-valuenow={shares}
        aria-valuetext={words}
        onKeyDown={onKeyDown}
      >
        <circle
          className={classes.ring}
          cx={at}
          cy={height}
          r="14"
          fill="none"
          stroke="var(--focus)"
          strokeWidth="2.5"
        />
        <circle cx={at} cy={height} r="8.5" fill="var(--ink)" stroke="var(--surface)" strokeWidth="2.5" />
        <path
          d={`M${at - 2.2} ${height - 3}l-2.3 3 2.3 3M${at + 2.2} ${height - 3}l2.3 3-2.3 3`}
          stroke="var(--surface)"
          strokeWidth="1.3"
          fill="none"
        />
        <rect x={pill} y="4" width={wide} height="24" rx="12" fill="var(--ink)" />
        <text x={pill + wide / 2} y="20" textAnchor="middle" fill="var(--bg)" fontSize="12.5" fontWeight="600">
          {label}
        </text>
      </g>
    </g>
  )
}

/** Where a key moves the handle; null for a key that is none of its. */
function byKey({ key, shiftKey }: KeyboardEvent, line: Line, shares: number, most: number): number | null {
  const step = shiftKey ? 100 : 1
  const steps: { readonly [key: string]: number } = {
    ...{ ArrowRight: step, ArrowUp: step, ArrowLeft: -step, ArrowDown: -step },
    ...{ PageUp: 1_000, PageDown: -1_000 },
  }
  const by = steps[key]
  if (by !== undefined) return shares + by
  if (key === 'Home') return 0
  if (key === 'End') return most
  if (key === ']') return nextBreak(line, shares)?.shares ?? most
  if (key === '[') return lastBreak(line, shares)?.shares ?? 0
  return null
}
