/**
 * The twelve years worked by hand in docs/law/twelve-years.md. Its tables are the expected values: each amount is compared,
 * to the cent, with what the engine figures from examples/twelve-years.yaml. A table or row without a place in the engine fails.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lotsAnswer } from '../src/answers/lots.ts'
import type { Case } from '../src/case.ts'
import { parseScenario } from '../src/scenario/parseScenario.ts'
import { type FiguredYear, yearsTo } from '../src/timeline.ts'
import { yaml } from './scenario/files.ts'

interface Table {
  readonly section: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** An amount of the document, where it stands, and what the engine has there. */
interface Check {
  readonly where: string
  readonly written: number
  readonly figured: number | undefined
}

const document = readFileSync(new URL('../../../docs/law/twelve-years.md', import.meta.url), 'utf8')
const of = parseScenario(yaml('examples/twelve-years.yaml'))
const last = 2036
const years = yearsTo(of, last)

describe('docs/law/twelve-years.md', () => {
  const tables = tablesOf(document)
  const checks = tables.flatMap(checksOf)

  test('has two tables for each year from 2025 to 2036', () => {
    const sections = tables.filter(({ columns }) => columns[0] === 'line').map(yearOfSection)
    expect(sections).toEqual(years.flatMap(({ year }) => [year, year]))
    expect(years.map(({ year }) => year)).toEqual(Array.from({ length: 12 }, (_, index) => 2025 + index))
  })

  test.each(years.map(({ year }) => year))('%i has every line that matters', (year) => {
    const rows = tables.filter((table) => yearOfSection(table) === year).flatMap((table) => table.rows)
    const names = rows.map(([name = '']) => name.replace(/,.*/, ''))
    expect(new Set(names).size).toBe(names.length)
    expect(names).toEqual(expect.arrayContaining(linesOfEveryYear))
  })

  test.each(tables.map((table) => [`${table.section}: ${table.columns.join(', ')}`, table] as const))(
    '%s',
    (_, table) => {
      expect(wrong(checksOf(table))).toEqual([])
    },
  )

  // 728 amounts are written; those of the law are compared in every year they stand for, which makes 160 more
  test('so many amounts were compared', () => expect(checks.length).toBeGreaterThanOrEqual(880))

  test('names what is left at the end', () => {
    const { carriedOut, ...year } = years.at(-1) ?? expect.fail('no years')
    const text = sectionOf('What is left at the end')
    expect(text).toContain(`${dollars(intoNextYear(year))} of minimum tax credit`)
    expect(text).toContain(`${dollars(carriedOut.amtCapitalLoss.long)} of long-term AMT capital loss`)
    expect(text).toContain(`At ${dollars(year.return.form8801.line25)} a year`)
    expect(carriedOut.capitalLoss.short + carriedOut.capitalLoss.long).toBeCloseTo(0, 8)
    const refigured = sectionOf('By the other reading of Form 8801 lines 28 to 30')
    const other = intoNextYear(otherReading().at(-1) ?? expect.fail('no years'))
    expect(refigured).toContain(`${dollars(other)} in place of ${dollars(intoNextYear(year))}`)
    expect(refigured).toContain(`${dollars(intoNextYear(year) - other)} to this couple`)
  })
})

describe('the reader of the tables', () => {
  const table = (columns: readonly string[], ...rows: string[][]): Table => ({
    section: '2026: a plain year',
    columns,
    rows,
  })

  test('refuses a table or a row it has no place for, and an amount that is none', () => {
    expect(() => checksOf(table(['what', 'amount']))).toThrow('what, amount')
    expect(() => checksOf(table(lineColumns, ['Form 9999 line 1', '5', '']))).toThrow('Form 9999 line 1')
    expect(() => checksOf(table(lineColumns, ['Form 6251 of old', '5', '']))).toThrow('Form 6251 of old')
    expect(() => checksOf(table(lineColumns, ['Form 6251 line 4', 'some', '']))).toThrow('some')
    expect(() => checksOf(table(lawColumns, ['tax on windows', '1', '1']))).toThrow('tax on windows')
  })

  test('finds a wrong amount and a line the engine does not have', () => {
    const name = 'Form 6251 line 4, AMT income'
    expect(wrong(checksOf(table(lineColumns, [name, '300,000', ''])))).toEqual([])
    expect(wrong(checksOf(table(lineColumns, [name, '300,000.01', ''])))).toHaveLength(1)
    expect(wrong(checksOf(table(lineColumns, ['Form 6251 line 99', '0', ''])))).toHaveLength(1)
  })
})

/** Tables of a Markdown text, each with the heading it stands under. */
function tablesOf(text: string): Table[] {
  const tables: Table[] = []
  let section = ''
  let open: string[][] | undefined
  for (const line of text.split('\n')) {
    if (line.startsWith('#')) section = line.replace(/^#+ /, '')
    if (!line.startsWith('|')) {
      open = undefined
      continue
    }
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
    if (open) {
      if (!cells.every((cell) => /^:?-+:?$/.test(cell))) open.push(cells)
    } else {
      open = []
      tables.push({ section, columns: cells, rows: open })
    }
  }
  return tables
}

const sectionOf = (heading: string): string => {
  const found = document.split(/^## /m).find((section) => section.startsWith(`${heading}\n`))
  return (found ?? expect.fail(`no section ${heading}`)).replaceAll('\n', ' ')
}

const lineColumns = ['line', 'amount', 'how']
const lawColumns = ['figure', '2025', '2026 and later']
const logColumns = [
  ...['year', 'AMT', 'exclusion part', 'generated', 'used', 'carried out', 'into next year'],
  'AMT basis outstanding',
]

/** What reads a table, by its columns. */
const readers: { readonly [columns: string]: (table: Table) => Check[] } = {
  [lineColumns.join()]: (table) => table.rows.map((row) => lineCheck(row, yearNamed(yearOfSection(table)))),
  [lawColumns.join()]: ({ rows }) => rows.flatMap(lawChecks),
  [logColumns.join()]: logChecks,
  'day,what,shares,price,regular amount,AMT amount': shareChecks,
  'year,line 11,how,line 15,line 18,used,into next year': ({ rows }) => rows.flatMap(otherReadingChecks),
}

function checksOf(table: Table): Check[] {
  const read = readers[table.columns.join()] ?? expect.fail(`no reader for a table of ${table.columns.join(', ')}`)
  return read(table)
}

const amountOf = (text = ''): number =>
  /^-?\d{1,3}(,\d{3})*(\.\d\d)?$/.test(text) ? Number(text.replaceAll(',', '')) : expect.fail(`'${text}' is no amount`)

const dollars = (amount: number): string =>
  amount.toLocaleString('en-US', { minimumFractionDigits: Number.isInteger(amount) ? 0 : 2 })

const cents = (amount: number | undefined): number => Math.round((amount ?? Number.NaN) * 100) + 0

const wrong = (checks: readonly Check[]): Check[] =>
  checks.filter(({ written, figured }) => cents(written) !== cents(figured))

const yearOfSection = ({ section }: Table): number => Number(/^(\d{4}): /.exec(section)?.[1])

const yearNamed = (wanted: number, among: readonly FiguredYear[] = years): FiguredYear =>
  among.find(({ year }) => year === wanted) ?? expect.fail(`no year ${wanted}`)

type Lines = { readonly [line: string]: unknown }

/** Where the lines of a form are, by its name in the document. */
const forms: { readonly [form: string]: (year: FiguredYear) => Lines } = {
  'Form 1040': ({ return: r }) => ({ ...r.form1040 }),
  'Form 6251': ({ return: r }) => ({ ...r.form6251 }),
  'Form 8801': ({ return: r }) => ({ ...r.form8801 }),
  'Form 8801 Part I': ({ exclusion }) => ({ ...exclusion }),
  'Form 8959': ({ return: r }) => ({ ...r.form8959 }),
  'Form 8960': ({ return: r }) => ({ ...r.form8960 }),
  'Gain worksheet': ({ return: r }) => ({ ...r.qualifiedDividends }),
  'Schedule D': ({ return: r }) => ({ ...r.scheduleD }),
  'Schedule D for AMT': ({ return: r }) => ({ ...r.scheduleDAmt }),
  'Loss carryover': ({ carriedOut }) => ({ line8: carriedOut.capitalLoss.short, line13: carriedOut.capitalLoss.long }),
  'Loss carryover for AMT': ({ carriedOut: { amtCapitalLoss } }) => ({
    ...{ line8: amtCapitalLoss.short, line13: amtCapitalLoss.long },
  }),
}

const linesOfEveryYear = [
  ...['7a', '11b', '12e', '15', '16', '17', '19', '20', '24'].map((line) => `Form 1040 line ${line}`),
  ...['1b', '2a', '2i', '2k', '4', '5', '6', '7', '9', '10', '11'].map((line) => `Form 6251 line ${line}`),
  ...['4', '9', '10', '11', '14', '15', '16', '18'].map((line) => `Form 8801 Part I line ${line}`),
  ...['18', '19', '21', '22', '23', '24', '25', '26'].map((line) => `Form 8801 line ${line}`),
]

function lineCheck([name = '', amount]: readonly string[], year: FiguredYear): Check {
  const [, form = '', line] = /^(.+?) line (\d+[a-z]?)(?:,|$)/.exec(name) ?? []
  const figured = forms[form]?.(year)[`line${line}`]
  if (!forms[form]) expect.fail(`no form for '${name}'`)
  return {
    where: `${year.year} ${name}`,
    written: amountOf(amount),
    figured: typeof figured === 'number' ? figured : undefined,
  }
}

type Figure = Exclude<keyof FiguredYear['law'], 'year' | 'status'>

/** Figures of the law by their name in the document; a rate is written in percent and kept in basis points. */
const figures: { readonly [name: string]: Figure } = {
  'standard deduction, joint': 'standardDeduction',
  '10 % up to': 'rate1Top',
  '12 % up to': 'rate2Top',
  '22 % up to': 'rate3Top',
  '24 % up to': 'rate4Top',
  '32 % up to': 'rate5Top',
  '35 % up to; 37 % above': 'rate6Top',
  'gain at 0 % up to': 'gains0Ceiling',
  'gain at 15 % up to; 20 % above': 'gains15Ceiling',
  'AMT exemption': 'amtExemption',
  'exemption shrinks above': 'amtPhaseoutStart',
  'by this percentage of the excess': 'amtPhaseoutRate',
  'AMT at 26 % up to; 28 % above': 'amtBreakpoint',
  'net investment income tax of 3.8 % above': 'niitThreshold',
  'Additional Medicare Tax of 0.9 % on wages above': 'additionalMedicareThreshold',
  'capital loss against other income': 'capitalLossLimit',
}

function lawChecks([name = '', of2025, later]: readonly string[]): Check[] {
  const figure = figures[name] ?? expect.fail(`no figure for '${name}'`)
  return years.map(({ year, law }) => ({
    where: `${year} ${name}`,
    written: amountOf(year === 2025 ? of2025 : later) * (figure.endsWith('Rate') ? 100 : 1),
    figured: Number(law[figure]),
  }))
}

/** Each exercise and each sale, and no other. */
function shareChecks({ rows }: Table): Check[] {
  const happened = years.flatMap(({ exercises, dispositions }) => [
    ...exercises.map(({ on, shares, value, spread }) => ({ on, amounts: [shares, value, 0, spread] })),
    ...dispositions.map(({ on, shares, price, amounts }) => ({
      on,
      amounts: [shares, price, amounts.gain, amounts.amtGain],
    })),
  ])
  expect(rows.map(([day]) => day)).toEqual(happened.map(({ on }) => on))
  return rows.flatMap(([day, what, ...written], row) =>
    written.map((amount, column) => ({
      where: `${day} ${what}`,
      written: amountOf(amount),
      figured: happened[row]?.amounts[column],
    })),
  )
}

const intoNextYear = ({ return: r, exclusion }: Pick<FiguredYear, 'return' | 'exclusion'>): number =>
  Math.max(0, r.form8801.line26 + exclusion.line18)

const amtBasisHeld = (year: number): number =>
  lotsAnswer(of, `${year}-12-31`).lots.reduce((sum, { heldThen }) => sum + heldThen.amtBasis, 0)

function logRow(year: FiguredYear): number[] {
  const { return: r, exclusion } = year
  const { line25, line26 } = r.form8801
  return [
    ...[r.form6251.line11, exclusion.line15, exclusion.line18, line25, line26],
    ...[intoNextYear(year), amtBasisHeld(year.year)],
  ]
}

function logChecks({ rows }: Table): Check[] {
  const log = years.map(logRow)
  const sums = [0, 1, 2, 3].map((column) => log.reduce((sum, row) => sum + (row[column] ?? Number.NaN), 0))
  expect(rows.map(([name]) => name)).toEqual([...years.map(({ year }) => `${year}`), 'sum'])
  return rows.flatMap(([name, ...cells], row) =>
    cells
      .filter((cell) => cell !== '')
      .map((cell, column) => ({
        where: `credit log ${name}, ${logColumns[column + 1]}`,
        written: amountOf(cell),
        figured: (log[row] ?? sums)[column],
      })),
  )
}

function otherReading(): FiguredYear[] {
  const refigured: Case = {
    ...of,
    assumptions: { ...of.assumptions, readings: { ...of.assumptions.readings, exclusionGainsRegular: 0 } },
  }
  return yearsTo(refigured, last)
}

function otherReadingChecks([name, line11, , line15, line18, used, next]: readonly string[]): Check[] {
  const year = yearNamed(Number(name), otherReading())
  const { exclusion } = year
  const figured = [
    ...[exclusion.line11, exclusion.line15, exclusion.line18],
    ...[year.return.form8801.line25, intoNextYear(year)],
  ]
  return [line11, line15, line18, used, next].map((cell, column) => ({
    where: `other reading ${name}, column ${column}`,
    written: amountOf(cell),
    figured: figured[column],
  }))
}
