/** Where the labels of breakpoints stand: in the empty corner above a rising curve, none over another. */

export interface Labelled {
  /** Of the breakpoint, in pixels. */
  readonly x: number
  readonly y: number
  /** Of its widest line of text, and the height of all. */
  readonly width: number
}

export interface Place {
  readonly x: number
  /** Baseline of the first line. */
  readonly y: number
  readonly anchor: 'start' | 'end'
  /** Lines that have room: where, what, why. */
  readonly lines: number
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const lineHeight = 15
const gap = 8

/**
 * A place for each, in their order from the left; null where there is none. Tries all lines and then fewer, beside its lead line on either
 * side, low and then higher.
 * @param curve height of the curve at an x, in pixels from the top; it only rises to the right
 */
export function placeLabels(
  labelled: readonly (readonly Labelled[])[],
  frame: Box,
  curve: (x: number) => number,
): (Place | null)[] {
  const taken: Box[] = []
  return labelled.map((variants) => {
    for (const [i, label] of variants.entries()) {
      const place = placeOf(label, variants.length - i, frame, curve, taken)
      if (place) return place
    }
    return null
  })
}

function placeOf(label: Labelled, lines: number, frame: Box, curve: (x: number) => number, taken: Box[]): Place | null {
  // Toward the middle, where the corner above the curve is
  const inLeft = label.x < (frame.left + frame.right) / 2
  for (const anchor of inLeft ? (['start', 'end'] as const) : (['end', 'start'] as const)) {
    const left = anchor === 'end' ? label.x - gap - label.width : label.x + gap
    const right = left + label.width
    if (left < frame.left || right > frame.right) continue
    // The curve is highest at the right edge of the label.
    const lowest = Math.min(curve(anchor === 'end' ? label.x : right), label.y) - 12
    for (let bottom = lowest; bottom - lines * lineHeight >= frame.top; bottom -= 6) {
      const box = { left, right, top: bottom - lines * lineHeight, bottom }
      if (taken.some((other) => overlaps(box, other))) continue
      taken.push(box)
      const x = anchor === 'end' ? label.x - gap : label.x + gap
      return { x, y: box.top + 11, anchor, lines }
    }
  }
  return null
}

const overlaps = (one: Box, other: Box): boolean =>
  one.left < other.right + gap &&
  other.left < one.right + gap &&
  one.top < other.bottom + 4 &&
  other.top < one.bottom + 4
