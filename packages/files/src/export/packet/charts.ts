/** Two charts: the credit that is left, year by year, and AMT against the shares exercised. Lines and grey, so that they print. */
import { createElement } from 'react'
import { type Block, ink } from './blocks.ts'
import { Line, Polyline, Rect, Svg, Text } from './elements.ts'
import { count, printable, wholeDollars } from './printable.ts'

/** Points of the page. */
const [width, height] = [250, 130]
const [left, right, top, bottom] = [50, 8, 10, 20]

/** Places of a value within the frame. */
const across = (part: number): number => left + part * (width - left - right)
const up = (part: number): number => height - bottom - part * (height - top - bottom)

const label = (x: number, y: number, text: string, textAnchor: 'start' | 'middle' | 'end'): Block =>
  createElement(Text, { x, y, textAnchor, style: { fontSize: 7 }, fill: ink.text } as object, printable(text))

const line = (x1: number, y1: number, x2: number, y2: number, strokeWidth: number): Block =>
  createElement(Line, { x1, y1, x2, y2, strokeWidth, stroke: strokeWidth < 0.5 ? ink.line : ink.text })

/** Round amounts for an axis, at most four steps: 1, 2 or 5 times a power of ten. */
export function axisSteps(most: number): number[] {
  if (!(most > 0)) return [0, 1]
  const rough = most / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 5, 10].find((each) => each * power >= rough) ?? 10) * power
  return Array.from({ length: Math.ceil(most / step - 1e-9) + 1 }, (_, i) => i * step)
}

/** The frame with the steps of its height, and what is drawn in it. */
function framed(steps: readonly number[], drawn: readonly Block[]): Block {
  const highest = steps.at(-1) ?? 1
  return createElement(
    Svg,
    { width, height, viewBox: `0 0 ${width} ${height}` },
    ...steps.flatMap((step) => [
      line(left, up(step / highest), width - right, up(step / highest), step === 0 ? 0.8 : 0.3),
      label(left - 4, up(step / highest) + 2.5, wholeDollars(step), 'end'),
    ]),
    ...drawn,
  )
}

/** A bar for each year: the credit that goes into the next. */
export function creditChart(log: readonly { readonly year: number; readonly intoNextYear: number }[]): Block {
  const steps = axisSteps(Math.max(...log.map(({ intoNextYear }) => intoNextYear)))
  const highest = steps.at(-1) ?? 1
  // Every label needs some 22 points
  const every = Math.max(1, Math.ceil((log.length * 22) / (width - left - right)))
  const bars = log.flatMap(({ year, intoNextYear }, i) => {
    const [from, to] = [across((i + 0.15) / log.length), across((i + 0.85) / log.length)]
    const y = up(intoNextYear / highest)
    const bar = { x: from, y, width: to - from, height: Math.max(0, up(0) - y), fill: ink.fill, stroke: ink.text }
    return [
      ...(intoNextYear > 0 ? [createElement(Rect, { ...bar, strokeWidth: 0.6 })] : []),
      ...(i % every === 0 ? [label((from + to) / 2, height - 8, String(year), 'middle')] : []),
    ]
  })
  return framed(steps, bars)
}

/** AMT against the shares of a grant; a dashed line marks the shares of the plan. */
export function amtChart(
  corners: readonly { readonly shares: number | null; readonly amt: number }[],
  planned: number,
): Block {
  const known = corners.flatMap(({ shares, amt }) => (shares === null ? [] : [{ shares, amt }]))
  const most = Math.max(1, ...known.map(({ shares }) => shares))
  const steps = axisSteps(Math.max(...known.map(({ amt }) => amt)))
  const highest = steps.at(-1) ?? 1
  const drawn = known.map(({ shares, amt }) => `${across(shares / most)},${up(amt / highest)}`).join(' ')
  const mark = across(Math.min(1, planned / most))
  const marked = {
    x1: mark,
    x2: mark,
    y1: up(0),
    y2: up(1),
    stroke: ink.text,
    strokeWidth: 0.8,
    strokeDasharray: '3 2',
  }
  return framed(steps, [
    createElement(Polyline, { points: drawn, stroke: ink.text, strokeWidth: 1.4, fill: 'none' }),
    ...(planned > 0
      ? [createElement(Line, marked), label(mark + 3, top + 13, `plan: ${count(planned)}`, 'start')]
      : []),
    label(left, height - 8, '0', 'middle'),
    label(width - right, height - 8, `${count(Math.round(most))} shares`, 'end'),
  ])
}
