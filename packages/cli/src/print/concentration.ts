/** How large the position is, and the three questions that decide the hold, on a page. */
import type { Concentration } from '@isoline/engine'
import { count, dollars } from './money.ts'
import type { Page } from './page.ts'
import { tableOf } from './table.ts'
import { points, wrapped } from './text.ts'

/** The positions side by side, then each question with its answer. */
export function concentrationLines({ positions, questions }: Concentration, page: Page): string[] {
  return [
    page.paint.bold('How much of everything you own'),
    ...(positions.length > 0
      ? positionTable(positions, page)
      : wrapped('Not known: the file has no value of a share.', page.width, '  ')),
    ...questions.flatMap((each) => ['', ...questionLines(each, page)]),
  ]
}

const names = { now: 'Now', afterExercises: 'After the\nexercises' } as const

const whenUnknown = 'not known'
const inPercent = (part: number | null): string => (part === null ? whenUnknown : `${(part * 100).toFixed(1)}%`)

function positionTable(positions: Concentration['positions'], page: Page): string[] {
  type Row = Concentration['positions'][number]
  const row = (title: string, cell: (each: Row) => string): string[] => [title, ...positions.map(cell)]
  const some = (amount: (each: Row) => number): boolean => positions.some((each) => amount(each) !== 0)
  const rows = [
    row('On', ({ on }) => on),
    row('Shares', ({ shares, unvested }) => count(shares + unvested)),
    ...(some(({ unvested }) => unvested) ? [row('  not vested', ({ unvested }) => count(unvested))] : []),
    row('Value before tax', ({ value }) => dollars(value)),
    ...(some(({ taxDue }) => taxDue) ? [row('Tax still due for them', ({ taxDue }) => dollars(taxDue))] : []),
    row(some(({ taxDue }) => taxDue) ? 'Net worth less that tax' : 'Net worth', ({ netWorth }) =>
      netWorth === null ? whenUnknown : dollars(netWorth),
    ),
    row('  these shares', ({ part }) => inPercent(part)),
    ...(some(({ options }) => options.value)
      ? [
          row('Vested options over strike', ({ options }) => dollars(options.value)),
          row('  with the shares', ({ partWithOptions }) => inPercent(partWithOptions)),
        ]
      : []),
    ...(positions.some(({ afterTax }) => afterTax)
      ? [
          row(
            some(({ unvested }) => unvested) ? 'Vested ones sold, after tax' : 'All sold, after tax',
            ({ afterTax }) => (afterTax ? dollars(afterTax.value) : ''),
          ),
          row('  of net worth after it', ({ afterTax }) => (afterTax ? inPercent(afterTax.part) : '')),
        ]
      : []),
  ]
  const columns = [{ head: '' }, ...positions.map(({ name }) => ({ head: names[name], align: 'right' as const }))]
  return tableOf(columns, rows, page)
}

const sides = {
  for: 'speaks for holding',
  against: 'speaks against holding',
  open: 'decides neither way',
  missing: 'a fact is missing',
} as const

function questionLines({ question, speaks, says, missing }: Concentration['questions'][number], page: Page): string[] {
  const facts = missing.map(({ path, message }) => `${path} would tell ${message}.`)
  return [
    ...wrapped(`${question} It ${speaks === 'missing' ? 'is open: ' : ''}${sides[speaks]}.`, page.width).map(
      page.paint.bold,
    ),
    ...points([...says, ...facts], page.width),
  ]
}
