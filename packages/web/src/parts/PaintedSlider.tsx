import { useMediaQuery } from '@mantine/hooks'
import { type ScaleLinear, scaleLinear } from 'd3-scale'
import type { ReactNode } from 'react'
import { useId } from 'react'
import { useWidth } from '../charts/useWidth.ts'
import classes from './PaintedSlider.module.css'

/** What a track is painted on. */
export interface Ground {
  readonly x: ScaleLinear<number, number>
  readonly width: number
  readonly top: number
  readonly height: number
}

/** A slider whose track shows what comes of each value. The number beside the label can be typed as well. */
export function PaintedSlider({
  label,
  field,
  value,
  range: [from, to],
  step,
  words,
  thick = false,
  unknown = false,
  paint,
  under: [left, right],
  onChange,
}: {
  readonly label: string
  /** Stands at the right of the label. */
  readonly field: ReactNode
  readonly value: number
  readonly range: readonly [from: number, to: number]
  readonly step: number
  /** Says the value to whoever cannot see it. */
  readonly words: string
  /** A track as high as a small picture. */
  readonly thick?: boolean
  /** There is no value yet: no thumb says one, and `value` is where the hand begins. */
  readonly unknown?: boolean
  readonly paint: (ground: Ground) => ReactNode
  readonly under: readonly [left: ReactNode, right: ReactNode]
  readonly onChange: (value: number) => void
}) {
  const id = useId()
  const [ref, width] = useWidth<HTMLDivElement>()
  const narrow = useMediaQuery('(max-width: 760px)', undefined, { getInitialValueInEffect: false })
  // The middle of the thumb is on the value, and the thumb stays inside the track
  const inset = narrow ? 13 : 9
  const x = scaleLinear([from, to], [inset, Math.max(width - inset, inset)]).clamp(true)
  const height = thick ? 20 : 12
  const top = (narrow ? 44 : 24) / 2 - height / 2
  return (
    <div className={classes.slider}>
      <div className={classes.row}>
        <label htmlFor={id}>{label}</label>
        <span>{field}</span>
      </div>
      <div className={classes.track} ref={ref}>
        <svg aria-hidden="true">
          <clipPath id={`${id}-clip`}>
            <rect x="0" y={top} width={width} height={height} rx="4" />
          </clipPath>
          <g clipPath={`url(#${id}-clip)`}>{width > 0 && paint({ x, width, top, height })}</g>
          <rect
            x="0.5"
            y={top + 0.5}
            width={Math.max(width - 1, 0)}
            height={height - 1}
            rx="3.5"
            fill="none"
            stroke="var(--control)"
            opacity="0.7"
            strokeDasharray={unknown ? '4 3' : undefined}
          />
        </svg>
        <input
          id={id}
          className={unknown ? classes.unknown : undefined}
          type="range"
          min={from}
          max={to}
          step={step}
          value={value}
          disabled={to <= from}
          aria-valuetext={words}
          onChange={(event) => onChange(Number(event.currentTarget.value))}
        />
      </div>
      <p className={classes.under}>
        <span>{left}</span>
        <span>{right}</span>
      </p>
    </div>
  )
}
