/** Estimated tax on a page: what to pay and when, the installments by both methods, and what it costs not to. */
import type { EstimatedTax, PayAnswer, PayInstallment } from '@isoline/engine'
import { count, dollars, percent, wholeDollars } from './money.ts'
import type { Page } from './page.ts'
import { tableOf } from './table.ts'
import { points, wrapped } from './text.ts'

type When = Pick<PayAnswer, 'year' | 'asOf'>

/** The estimated tax of one authority; `first` are points that come before all others. */
export function estimatedTaxLines(
  name: string,
  when: When,
  tax: EstimatedTax,
  page: Page,
  first: readonly string[] = [],
): string[] {
  const says = [
    ...first,
    ...harborWords(when, tax),
    ...methodWords(name, tax),
    ...penaltyWords(tax),
    ...withholdingWords(name, tax),
  ]
  return [
    ...wrapped(`${name}: ${headline(when, tax)}`, page.width).map(page.paint.bold),
    ...(tax.exempt ? [] : ['', ...installmentTable(when, tax, page)]),
    '',
    ...points(says, page.width),
  ]
}

function headline({ year, asOf }: When, { exempt, installments, payNow, required, penalty }: EstimatedTax): string {
  if (exempt === 'littleLeft')
    return `nothing need be paid during ${year}: withholding leaves too little for a penalty.`
  if (exempt === 'noTaxBefore') return `nothing need be paid during ${year}: there was no tax in ${year - 1}.`
  const next = installments.find(({ pay }) => pay !== null && pay > 0)
  if (payNow > 0) return `pay ${dollars(payNow)} now (${asOf}): installments of ${year} that are past are short.`
  if (next) return `pay ${dollars(next.pay ?? 0)} by ${next.due} to keep the penalty for ${year} away.`
  if (asOf > penalty.until && installments.some(({ short }) => short > 0))
    return `installments of ${year} were short; the penalty ran until ${penalty.until}, when the return was due.`
  return `nothing more need be paid during ${year}: the ${dollars(required)} that must be paid by then are covered.`
}

function installmentTable({ asOf }: When, { installments, payNow }: EstimatedTax, page: Page): string[] {
  const right = 'right' as const
  const columns = [
    { head: '\nDue' },
    { head: 'Regular\nmethod', align: right },
    { head: 'Annualized\nmethod', align: right, shown: installments.some(({ annualized }) => annualized !== null) },
    { head: 'Withheld\nand paid', align: right },
    { head: 'Short\nso far', align: right },
    { head: '\nPay', align: right },
  ]
  const past = installments.filter(({ due }) => due < asOf).length
  const rows = installments.map(rowOf)
  const now = payNow > 0 ? [[`${asOf} now`, '', '', '', '', dollars(payNow)]] : []
  return tableOf(columns, [...rows.slice(0, past), ...now, ...rows.slice(past)], page)
}

const rowOf = ({ due, regular, annualized, credited, short, pay }: PayInstallment): string[] => [
  due,
  dollars(regular),
  annualized === null ? '' : dollars(annualized),
  dollars(credited),
  dollars(short),
  pay === null ? 'past' : dollars(pay),
]

function harborWords(
  { year }: When,
  { tax, currentYear, priorYear, required, exempt, withheld }: EstimatedTax,
): string[] {
  const left = `The tax of ${year} is ${dollars(tax)}, of which ${dollars(withheld)} is withheld.`
  if (exempt) return [left]
  const prior = priorYear === null ? '' : ` and what the tax of ${year - 1} asks, ${dollars(priorYear)}`
  const least = priorYear === null ? '' : 'the smaller of '
  return [
    left,
    `${dollars(required)} must be paid during the year: ${least}90 % of the tax of ${year}, ${dollars(currentYear)}${prior}. The rest is due with the return, without penalty.`,
  ]
}

function methodWords(name: string, { needsAnnualized, exempt }: EstimatedTax): string[] {
  if (exempt || !needsAnnualized) return []
  return [
    `The annualized method asks for less at first, because income of later periods is not in it yet; each later installment makes up for it. It takes income as coming evenly over the year, but for shares and gifts of the plan, which count on their days; it must be claimed with the return, for all four installments (${name === 'Federal' ? 'Form 2210, Schedule AI' : 'Form FTB 5805, Part III'}).`,
  ]
}

function penaltyWords({ penalty: { rate, ifUnpaid, ifPaid, perPoint, until }, exempt }: EstimatedTax): string[] {
  if (exempt || perPoint === 0) return []
  if (rate === null || ifUnpaid === null || ifPaid === null)
    return [
      `If nothing more is paid until ${until}, the penalty is ${dollars(perPoint)} for each percentage point of the interest rate on underpayments, which changes every quarter: give it with --rate (--state-rate for a state).`,
    ]
  const still =
    ifPaid > 0 ? ` Of it ${dollars(ifPaid)} is due even with these payments, for the days that are past.` : ''
  return [
    `If nothing more is paid until ${until}, the penalty at ${percent(rate)} a year is about ${dollars(ifUnpaid)}.${still}`,
  ]
}

function withholdingWords(name: string, { withholding, exempt }: EstimatedTax): string[] {
  if (exempt || withholding === null || withholding.extra === 0) return []
  const { extra, paydays, each } = withholding
  const per =
    each === null
      ? ' With --paydays it is divided among the days of pay that are left.'
      : ` On ${count(paydays ?? 0)} days of pay that is ${dollars(each)} each.`
  return [
    `Instead of all these payments, ${wholeDollars(Math.ceil(extra))} more withheld before the year ends is enough (${name === 'Federal' ? 'Form W-4 step 4(c)' : 'Form DE 4'}): withholding counts as paid evenly, for past installments too.${per}`,
  ]
}
