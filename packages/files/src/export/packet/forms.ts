/** The forms of the years in which something happens, line by line, and every sale on Form 8949 in both systems. */
import { type Case, form8949Boxes, form8949Codes } from '@isoline/engine'
import type { Dossier, FormPage, SaleRow } from '../dossier.ts'
import { type Block, heading, note, paragraph, section, subheading, table } from './blocks.ts'
import { count, dollars } from './printable.ts'

const right = true as const

/** Years whose forms are printed: those with given income, with entries of the plan, or with AMT. */
function yearsPrinted(of: Case, { project }: Dossier): Set<number> {
  const planned = of.plan.map(({ on }) => Number(on.slice(0, 4)))
  const taxed = project.years.filter(({ summary }) => summary.amt > 0).map(({ year }) => year)
  return new Set([...of.incomes.map(({ year }) => year), ...planned, ...taxed])
}

/** The blocks of each of those years; every year begins a page. */
export function formPages(of: Case, dossier: Dossier): Block[][] {
  const printed = yearsPrinted(of, dossier)
  const years = dossier.project.years.map(({ year }) => year)
  const left = years.filter((year) => !printed.has(year))
  const intro = [
    heading('Forms, line by line'),
    paragraph(
      `Lines of zero are left out.${left.length === 0 ? '' : ` So are years in which nothing is planned and no AMT arises: ${left.join(', ')}.`} The workbook has every line of every year.`,
    ),
  ]
  return years
    .filter((year) => printed.has(year))
    .map((year, i) =>
      section([
        ...(i === 0 ? intro : []),
        heading(`Forms of ${year}`),
        ...dossier.pages.filter((page) => page.year === year).flatMap(formBlocks),
        ...saleBlocks(dossier.sales.filter((sale) => sale.year === year)),
      ]),
    )
}

function formBlocks({ title, lines }: FormPage): Block[] {
  const shown = lines.filter(({ amount, dollars: money }) => money && amount !== 0)
  if (shown.length === 0) return []
  return [
    subheading(title),
    ...table(
      [
        { head: 'Line', width: 6 },
        { head: 'What it says', width: 72 },
        { head: 'Amount', width: 16, right },
      ],
      shown.map(({ number, words, name, amount }) => [number, words === '' ? name : words, dollars(amount)]),
    ),
  ]
}

function saleBlocks(sales: readonly SaleRow[]): Block[] {
  if (sales.length === 0) return []
  const of = (system: SaleRow['system']): Block[] => saleTable(sales.filter((sale) => sale.system === system))
  return [
    subheading('Form 8949, for the regular tax'),
    ...of('regular'),
    subheading('Form 8949 for AMT, kept and not filed'),
    ...of('amt'),
    note(legend(sales)),
  ]
}

const saleTable = (sales: readonly SaleRow[]): Block[] =>
  table(
    [
      { head: 'Box', width: 5 },
      { head: '(a) Description', width: 26 },
      { head: '(b) Acquired', width: 13 },
      { head: '(c) Sold', width: 13 },
      ...['(d) Proceeds', '(e) Basis'].map((head) => ({ head, width: 16, right })),
      { head: '(f)', width: 4 },
      ...['(g) Adjustment', '(h) Gain'].map((head) => ({ head, width: 16, right })),
    ],
    sales.map((sale) => [
      ...[sale.box, `${sale.description || count(sale.shares)} (${sale.lot})`, sale.acquired, sale.sold],
      ...[dollars(sale.proceeds), dollars(sale.basis), sale.code],
      ...[sale.adjustment === 0 ? '' : dollars(sale.adjustment), dollars(sale.gain)],
    ]),
  )

/** What the boxes and codes in use stand for. */
function legend(sales: readonly SaleRow[]): string {
  const boxes = Object.entries(form8949Boxes).filter(([box]) => sales.some((sale) => sale.box === box))
  const codes = Object.entries(form8949Codes).filter(([code]) => sales.some((sale) => sale.code.includes(code)))
  return [
    ...boxes.map(([box, words]) => `Box ${box}: ${words}.`),
    ...codes.map(([code, words]) => `Code ${code}: ${words}.`),
  ].join(' ')
}
