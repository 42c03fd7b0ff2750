/** The defaults an answer took, in the order in which they matter: the year asked, what was before, the shares, other years. */
import type { EstimateAnswer } from '@isoline/engine'

type Assumed = EstimateAnswer['assumed'][number]

export interface FactSection {
  readonly title: string
  readonly facts: readonly Assumed[]
}

/** @param year the year asked about */
export function factsBySection(assumed: readonly Assumed[], year: number): FactSection[] {
  const sectionOf = ({ path }: Assumed): string => {
    if (path.startsWith(`incomes.${year}.`)) return `Assumed for ${year}`
    if (path.startsWith('incomes.')) return 'Assumed for other years'
    if (path.startsWith('carryforwards') || path.startsWith('history')) return 'Assumed for the years before'
    if (/^(grants|lots|plan)/.test(path)) return 'Assumed for the shares'
    return 'Assumed for the rest'
  }
  const order = [
    `Assumed for ${year}`,
    'Assumed for the years before',
    'Assumed for the rest',
    'Assumed for the shares',
    'Assumed for other years',
  ]
  return order
    .map((title) => ({ title, facts: assumed.filter((each) => sectionOf(each) === title) }))
    .filter(({ facts }) => facts.length > 0)
}

const incomeAmounts = new Set([
  ...['interest', 'ordinaryDividends', 'qualifiedDividends', 'shortTermGain', 'longTermGain', 'collectiblesGain'],
  ...['unrecaptured1250Gain', 'otherIncome', 'otherAmtAdjustment', 'otherAmtExclusion', 'withheld'],
])
const carriedAmounts = new Set([
  ...['capitalLoss.short', 'capitalLoss.long', 'amtCapitalLoss.short', 'amtCapitalLoss.long'],
  ...['minimumTaxCredit', 'vehicleCreditUnallowed'],
])

/** Whether a fact is one plain amount, which can be typed where it is listed. */
export function isAmount(path: string): boolean {
  const [part, ...rest] = path.split('.')
  if (part === 'incomes') return rest.length === 2 && incomeAmounts.has(rest[1] ?? '')
  return part === 'carryforwards' && carriedAmounts.has(rest.join('.'))
}
