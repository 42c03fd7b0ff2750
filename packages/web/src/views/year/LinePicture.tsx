import { useMemo } from 'react'
import { LineGround, type LinePictured } from './LineGround.tsx'
import { LineHandle, type LineHeld, LineStem } from './LineHandle.tsx'
import { LineOver } from './LineOver.tsx'
import { lineLayout } from './lineLayout.ts'

/** The picture of the line. While the handle moves only the handle is drawn anew. */
export function LinePicture({
  width,
  line,
  end,
  year,
  payable,
  cash,
  before,
  shares,
  amt,
  most,
  words,
  gesture,
}: Omit<LinePictured, 'layout'> &
  Omit<LineHeld, 'layout'> & {
    readonly width: number
    /** Shares at the right edge. */
    readonly end: number
    readonly words: string
    readonly gesture: { readonly begin: () => void; readonly move: (shares: number) => void }
  }) {
  const layout = useMemo(() => lineLayout(line, width, end), [line, width, end])
  const pictured = { line, layout, year, payable, cash, before }
  const held = { line, layout, shares, amt, most }
  return (
    <>
      <LineGround {...pictured} />
      <LineStem {...held} />
      <LineOver {...pictured} />
      <LineHandle {...held} words={words} {...gesture} />
    </>
  )
}
