/** What was exported, in a line, and what to do with it. */
import type { ExportKind } from '../commands/export.ts'
import { count } from './money.ts'
import type { Page } from './page.ts'
import { points, wrapped } from './text.ts'

/** A file as it was written. */
export interface Exported {
  readonly what: ExportKind
  readonly out: string
  readonly bytes: number
}

/** Which file, how large, and what it is good for. */
export const exportLines = ({ what, out, bytes }: Exported, page: Page): string[] => [
  ...wrapped(`Wrote ${out}: ${count(bytes)} bytes.`, page.width).map(page.paint.bold),
  ...points([uses[what]], page.width),
]

const uses: { readonly [Kind in ExportKind]: string } = {
  packet: 'For whoever prepares the return: memo, plan, logs, forms line by line, and what all of it rests on.',
  workbook: 'The running logs are live formulas; each form has a sheet with a column for every year.',
  fdx: 'What happened by the day asked: Forms 3921, and Forms 1099-B of sales that a broker reports. Plans are no papers.',
  calendar:
    'Import it into a calendar. Exported again and imported again, the days that moved are moved, and none is there twice.',
}
