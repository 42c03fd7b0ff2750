/** "Show the math": the short way of the guides beside the form's own way, step by step. */
import { type EstimateAnswer, lineName } from '@isoline/engine'
import { dollars } from './money.ts'
import type { Page } from './page.ts'
import { table } from './table.ts'
import { wrapped } from './text.ts'

/** Both workings in two columns, and why they differ. */
export function mathLines({ math, year }: EstimateAnswer, page: Page): string[] {
  const { paint, width } = page
  const columns = [
    { head: 'Step' },
    { head: 'Form 6251' },
    { head: 'The short way', align: 'right' },
    { head: 'The form', align: 'right' },
  ] as const
  const rows = math.steps.map(({ words, line, short, form }) => [
    words,
    line === 'form6251.withoutSpread' ? 'lines 2b-3' : lineName('form6251', line.slice('form6251.'.length), year),
    dollars(short),
    dollars(form),
  ])
  const why = math.why ?? 'Here the short way and the form agree.'
  return [paint.bold('The math'), ...table(columns, rows, page), '', ...wrapped(why, width)]
}
