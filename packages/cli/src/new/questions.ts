/** The least that answers "how much can I exercise": each question with what it changes, most valuable first. */
import { filingStatuses } from '@isoline/engine'
import { dateOf, dollarsOf } from '../typed.ts'

/** The facts asked for, checked. Dollars; `null` is not known. */
export interface Answers {
  readonly status: string
  readonly wages: number
  readonly shares: number
  readonly strike: number
  readonly value: number
  readonly granted: string
  readonly stateTaxes: number
  readonly propertyTaxes: number
  readonly mortgageInterest: number
  readonly charity: number
  readonly state: string
  readonly cash: number | null
  readonly credit: number
  readonly lastAmt: number
  readonly lastIncome: number
  readonly lastExclusions: number
  readonly lastRegularTax: number
  readonly lastTax: number
  readonly lastAgi: number
}

export type Name = keyof Answers

/** A question: how it is asked, what its answer changes, and how a text becomes the answer. */
export interface Question {
  readonly name: Name
  readonly flag: string
  readonly ask: string
  readonly changes: string
  /** Whether there is no sensible answer but the person's own. */
  readonly needed: boolean
  readonly choices?: readonly { readonly value: string; readonly label: string }[]
  /** Asked only of those who itemize, or whose last return had AMT or credit. */
  readonly only?: Gate
  /** Asked only where the last return had AMT: it says how much of it is credit. */
  readonly ofAmt?: true
  /** @throws RangeError with what to write instead. */
  readonly read: (text: string) => string | number | null
}

/** What is asked once before the questions that depend on it. */
export type Gate = 'itemizing' | 'earlier'

const statusLabels: { readonly [status: string]: string } = {
  single: 'Single',
  mfj: 'Married filing jointly',
  mfs: 'Married filing separately',
  hoh: 'Head of household',
  qss: 'Qualifying surviving spouse',
}

/** All questions, in the order in which they are asked. */
export const questions: readonly Question[] = [
  {
    name: 'status',
    flag: '--status',
    ask: 'How do you file?',
    changes: 'sets the exemption and the brackets',
    needed: true,
    choices: filingStatuses.map((value) => ({ value, label: statusLabels[value] ?? value })),
    read: statusOf,
  },
  {
    name: 'wages',
    flag: '--wages',
    ask: 'Wages of the year, in dollars',
    changes: 'regular tax on them is what makes the room',
    needed: true,
    read: dollarsOf,
  },
  {
    name: 'shares',
    flag: '--shares',
    ask: 'Shares in the grant',
    changes: 'how many there are to exercise',
    needed: true,
    read: sharesOf,
  },
  {
    name: 'strike',
    flag: '--strike',
    ask: 'Strike of a share',
    changes: 'value less strike is the spread, which the AMT counts',
    needed: true,
    read: dollarsOf,
  },
  {
    name: 'value',
    flag: '--value',
    ask: 'Value of a share today',
    changes: '409A or market price; it turns the room into shares',
    needed: true,
    read: dollarsOf,
  },
  {
    name: 'granted',
    flag: '--granted',
    ask: 'Grant date, YYYY-MM-DD',
    changes: 'starts the two years of a qualifying sale',
    needed: false,
    read: dateOf,
  },
  ...itemizing(),
  {
    name: 'state',
    flag: '--state',
    ask: 'State you live in, such as CA',
    changes: 'its bill comes on top and is not modelled',
    needed: false,
    read: stateOf,
  },
  {
    name: 'cash',
    flag: '--cash',
    ask: 'Cash for strike and tax, or nothing',
    changes: 'whether you can hold every share',
    needed: false,
    read: (text) => (text.trim() === '' ? null : dollarsOf(text)),
  },
  ...earlier(),
]

function itemizing(): Question[] {
  const rows = [
    ['stateTaxes', '--state-taxes', 'State and local income taxes paid', 'the AMT takes this deduction back'],
    ['propertyTaxes', '--property-taxes', 'Real estate taxes paid', 'the AMT takes this deduction back too'],
    ['mortgageInterest', '--mortgage-interest', 'Mortgage interest paid', 'counts in both systems'],
    ['charity', '--charity', 'Cash given to charity', 'counts in both systems'],
  ] as const
  return rows.map(([name, flag, ask, changes]) => ({
    ...{ name, flag, ask: `${ask}, in dollars`, changes },
    ...{ needed: false, only: 'itemizing', read: dollarsOf },
  }))
}

/** What the last return hands on, each a line of a form. */
function earlier(): Question[] {
  const rows = [
    ['credit', '--credit', 'Minimum tax credit carried forward, Form 8801 line 26', 'it comes back over the years'],
    ['lastAmt', '--last-amt', 'AMT, Form 6251 line 11', 'most of it becomes credit'],
    ['lastIncome', '--last-income', 'Form 6251 line 1b (line 1 before 2025)', 'what of the AMT never comes back'],
    ['lastExclusions', '--last-exclusions', 'Form 6251 lines 2a to 2d, 2g and 2h in sum', 'the same'],
    ['lastRegularTax', '--last-regular-tax', 'Form 6251 line 10', 'the same'],
    ['lastTax', '--last-tax', 'Total tax, Form 1040 line 24', 'what to pay in the year without a penalty'],
    ['lastAgi', '--last-agi', 'Adjusted gross income, Form 1040 line 11', 'the same'],
  ] as const
  const ofAmt = ['lastIncome', 'lastExclusions', 'lastRegularTax']
  return rows.map(([name, flag, ask, changes]) => ({
    ...{ name, flag, ask: `Last year: ${ask}`, changes, needed: false, only: 'earlier', read: dollarsOf },
    ...(ofAmt.includes(name) && { ofAmt: true }),
  }))
}

function statusOf(text: string): string {
  const status = text.trim().toLowerCase()
  if ((filingStatuses as readonly string[]).includes(status)) return status
  throw new RangeError(`Write one of ${filingStatuses.join(', ')}.`)
}

function sharesOf(text: string): number {
  const digits = text.trim().replace(/,(?=\d{3})/g, '')
  if (/^\d{1,12}$/.test(digits) && Number(digits) > 0) return Number(digits)
  throw new RangeError('Write a whole number of shares, such as 10000.')
}

function stateOf(text: string): string {
  const state = text.trim().toUpperCase()
  if (/^[A-Z]{2}$/.test(state)) return state
  throw new RangeError('Write two letters, such as CA.')
}
