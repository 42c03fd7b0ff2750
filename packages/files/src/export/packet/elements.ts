/**
 * The elements that pages are made of. To the library each is its name alone, so that pages can be put together before the
 * library is there: it is large, and loaded when a packet is asked for.
 */
import type * as pages from '@react-pdf/renderer'

const element = <Name extends 'Text' | 'View' | 'Svg' | 'Line' | 'Polyline' | 'Rect' | 'Document' | 'Page'>(
  name: Name,
) => name.toUpperCase() as unknown as (typeof pages)[Name]

/** Running text. */
export const Text = element('Text')
/** A box, in which others stand. */
export const View = element('View')
/** A drawing, and what is in it. */
export const Svg = element('Svg')
export const Line = element('Line')
export const Polyline = element('Polyline')
export const Rect = element('Rect')
/** All pages, and one stretch of them. */
export const Document = element('Document')
export const Page = element('Page')
