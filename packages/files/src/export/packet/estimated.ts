/** Estimated tax: what must be paid during each year, installment by installment, with the lines of Form 2210. */
import type { EstimatedTax } from '@isoline/engine'
import type { Dossier } from '../dossier.ts'
import { type Block, heading, note, subheading, table } from './blocks.ts'
import { dollars } from './printable.ts'

/** Nothing where no year states its withholding. */
export function estimatedBlocks({ estimated }: Dossier): Block[] {
  if (estimated.length === 0) return []
  return [
    heading('Estimated tax'),
    ...estimated.flatMap(({ year, federal, states, forms }) => [
      ...authority(`${year}, federal`, federal),
      note(`Form 2210, Part I: ${linesOf(forms.form2210)}.`),
      ...states.flatMap(({ state, ...tax }) => authority(`${year}, ${state}`, tax)),
    ]),
    note(
      'Required: Form 2210 line 9, the smaller of 90 % of the tax of the year (line 5) and what the tax of the year before asks (line 8), or the lines of the state. An installment is the less of the regular and the annualized one; the annualized method is claimed with the return (Schedule AI).',
    ),
  ]
}

/** Lines of a short form in a sentence. */
const linesOf = (form: { readonly [line: string]: number }): string =>
  Object.entries(form)
    .map(([line, amount]) => `${line.replace('line', 'line ')} ${dollars(amount)}`)
    .join(', ')

const right = true as const

const authority = (title: string, tax: EstimatedTax): Block[] => [
  subheading(
    `${title}: ${dollars(tax.required)} required, ${dollars(tax.withheld)} withheld, ${dollars(tax.estimatedPaid)} paid`,
  ),
  ...table(
    [
      { head: 'Due', width: 14 },
      ...['Regular', 'Annualized', 'Required', 'Credited', 'Short', 'To pay'].map((head) => ({
        head,
        width: 14,
        right,
      })),
    ],
    tax.installments.map(({ due, regular, annualized, required, credited, short, pay }) => [
      ...[due, dollars(regular), annualized === null ? 'none' : dollars(annualized), dollars(required)],
      ...[dollars(credited), dollars(short), pay === null ? 'past' : dollars(pay)],
    ]),
  ),
  ...(tax.priorYear === null
    ? [note('The tax of the year before is not known, or does not count: it may allow less where it is.')]
    : []),
]
