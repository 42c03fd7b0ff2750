/** The branches of a sale: now, and when each holding period is over. */
import type { SellBranch } from '@isoline/engine'
import { dollars } from './money.ts'
import type { Page } from './page.ts'
import { table } from './table.ts'

/** Side by side up to three branches, one below the other when there are more. */
export const branchTable = (branches: readonly SellBranch[], page: Page): string[] =>
  branches.length <= 3 ? sideBySide(branches, page) : dayByDay(branches, page)

const names = { now: 'Now', longTerm: 'Long-term', qualifying: 'Qualifying' } as const

function sideBySide(branches: readonly SellBranch[], page: Page): string[] {
  const columns = [
    { head: '' },
    ...branches.map(({ name, on }) => ({ head: `${names[name]}\n${on}`, align: 'right' as const })),
  ]
  const row = (title: string, cell: (branch: SellBranch) => string): string[] => [title, ...branches.map(cell)]
  const amount = (title: string, name: Amount): string[] => row(title, (branch) => known(branch[name]))
  const filled = (title: string, name: Amount): string[][] =>
    branches.some((branch) => branch[name] !== 0) ? [amount(title, name)] : []
  const credit = hasCredit(branches)
  const rows = [
    row('Disposition', ({ kind }) => kind),
    ...(branches.some(({ price }) => price !== branches[0]?.price) ? [amount('Price of a share', 'price')] : []),
    amount('Proceeds', 'proceeds'),
    amount('Ordinary income', 'compensation'),
    ...filled('Short-term gain', 'shortTermGain'),
    ...filled('Long-term gain', 'longTermGain'),
    amount('Gain for AMT', 'amtGain'),
    amount('Federal tax it adds', 'tax'),
    amount('  AMT in it', 'amt'),
    ...filled('State tax it adds', 'stateTax'),
    amount('After tax', 'afterTax'),
    amount('  a share', 'perShare'),
    ...(credit
      ? [
          amount('Minimum tax credit left', 'creditLeft'),
          amount('Worth', 'worth'),
          amount('  a share', 'worthPerShare'),
        ]
      : []),
    ...(branches.length > 1 ? [row('Worse than now below', breakEven)] : []),
  ]
  return table(columns, rows, page)
}

/** An amount of a state that cannot be figured is not known. */
const known = (amount: number | null): string => (amount === null ? 'not known' : dollars(amount))

type Amount = Exclude<keyof SellBranch, 'on' | 'name' | 'kind' | 'breakEvenPrice' | 'priceFall'>

/** Whether minimum tax credit has a part in any of them. */
export const hasCredit = (branches: readonly SellBranch[]): boolean =>
  branches.some(({ creditLeft }) => creditLeft !== 0)

const breakEven = ({ name, breakEvenPrice }: SellBranch): string =>
  name === 'now' ? '' : breakEvenPrice === null ? 'any price' : dollars(breakEvenPrice)

function dayByDay(branches: readonly SellBranch[], page: Page): string[] {
  const taxed = branches.some(({ stateTax }) => stateTax !== 0)
  const columns = [
    { head: 'Sold on' },
    { head: 'Disposition' },
    { head: 'Federal tax\nit adds', align: 'right' as const },
    ...(taxed ? [{ head: 'State tax\nit adds', align: 'right' as const }] : []),
    { head: 'After tax', align: 'right' as const },
    { head: 'Worth', align: 'right' as const },
    { head: 'Worse than\nnow below', align: 'right' as const },
  ]
  const rows = branches.map((branch) => [
    branch.on,
    branch.kind,
    dollars(branch.tax),
    ...(taxed ? [known(branch.stateTax)] : []),
    dollars(branch.afterTax),
    dollars(branch.worth),
    breakEven(branch),
  ])
  return table(columns, rows, page)
}
