/** The checklist's questions about holding: the cash test, whether the money can stay in, both bases, and what is set aside for the tax. */

import { toCents } from '../money.ts'
import { counted, inDollars, listedWords, lotWords } from './amountWords.ts'
import type { CashTest } from './cashTest.ts'
import { type ChecklistItem, type ListFacts, nothingPlanned } from './checklistItem.ts'
import type { LotRow } from './lots.ts'
import { exitWords } from './threeQuestions.ts'

const answered: { readonly [Verdict in CashTest['verdict']]: ChecklistItem['answer'] } = {
  ...{ passes: 'yes', fails: 'no', unknown: 'missing', nothingDue: 'missing' },
}

/** First of all. */
export function cashItem({ test }: ListFacts): ChecklistItem {
  const { verdict, needed, cash, left, lacks, through, payable } = test
  const most = (payable ?? []).map(
    ({ grant, shares, planned }) => `${counted(shares)} of ${counted(planned)} of ${grant}`,
  )
  const says = {
    passes: [
      `They take ${inDollars(needed)} by ${through}; ${inDollars(left ?? Number.NaN)} of ${inDollars(cash ?? Number.NaN)} is left.`,
    ],
    fails: [
      `No. They take ${inDollars(needed)}, and ${inDollars(lacks?.first.amount ?? Number.NaN)} is missing on ${lacks?.first.on}. Do not exercise and hold as planned.`,
      ...(most.length > 0 ? [`What the cash pays for is ${listedWords(most)}.`] : []),
    ],
    unknown: [`They take ${inDollars(needed)} by ${through}, as far as is known.`],
    nothingDue: [
      cash === null
        ? 'Nothing is planned that would have to be paid.'
        : `Nothing is planned that would have to be paid from the ${inDollars(cash)} there is.`,
    ],
  }[verdict]
  return {
    ...{
      name: 'cashTest',
      question: 'Can strike and tax be paid from money that is not these shares?',
      answer: answered[verdict],
    },
    says,
    numbers: { needed, cash, left, lacks: lacks?.first.amount ?? null },
    dates: lacks ? [{ on: lacks.first.on, what: `${inDollars(lacks.first.amount)} is missing` }] : [],
    missing: verdict === 'nothingDue' ? [nothingPlanned('what would have to be paid')] : test.missing,
  }
}

/** Whether the money can stay in the shares until they qualify. */
export function holdItem({ test, lots, year, of, asked }: ListFacts): ChecklistItem {
  const question = 'Can you hold the shares until they qualify, and do without that money?'
  const { verdict, payments, left, ifWorthless, withLoan } = test
  const own = { name: 'holdAndPay', question, answer: answered[verdict] } as const
  if (lots.length === 0)
    return {
      ...{ ...own, answer: 'missing', says: [], numbers: {}, dates: [] },
      missing: [nothingPlanned('how long the money is bound')],
    }
  const bound = toCents(payments.reduce((sum, each) => (each.year === year ? sum + each.amount : sum), 0))
  const days = lots.map(({ qualifyingOn }) => qualifyingOn).filter((on) => on !== null)
  const last = days.sort().at(-1)
  const until = last
    ? [`${inDollars(bound)} is bound until ${last} at least: a sale before that disqualifies, even by a day.`]
    : []
  const gone = ifWorthless
    ? [
        `If the shares of the plan go to zero, ${inDollars(ifWorthless.spent)} is spent, and ${inDollars(ifWorthless.comesBack)} of it comes back in less tax through ${ifWorthless.through}. Put in no money you need.`,
      ]
    : []
  const early =
    withLoan?.drawn && last && withLoan.due < last
      ? [`The loan is due on ${withLoan.due}, before they qualify: it must be paid from something else.`]
      : []
  return {
    ...{ ...own, says: [...until, exitWords(of, asked.asOf), ...gone, ...early] },
    numbers: { bound, left, spent: ifWorthless?.spent ?? null, comesBack: ifWorthless?.comesBack ?? null },
    dates: last ? [{ on: last, what: 'first day on which all of these shares qualify' }] : [],
    missing: test.missing,
  }
}

/** Both bases, to write down on the day of exercise: no broker's statement has the second. */
export function basesItem({ lots }: ListFacts): ChecklistItem {
  const sum = (amount: (lot: LotRow) => number): number => toCents(lots.reduce((total, lot) => total + amount(lot), 0))
  const own = {
    name: 'bothBases',
    question: 'Are both cost bases known, to write down on the day of exercise?',
    dates: [],
  } as const
  if (lots.length === 0)
    return {
      ...own,
      answer: 'missing',
      says: [],
      numbers: {},
      missing: [nothingPlanned('what the shares cost in each system')],
    }
  return {
    ...{ ...own, answer: 'yes', missing: [] },
    says: [
      ...lots.map(basisWords),
      'The AMT basis stands on no broker statement: keep this line with Form 3921, for the sale.',
    ],
    numbers: { regularBasis: sum((lot) => lot.acquired.regularBasis), amtBasis: sum((lot) => lot.acquired.amtBasis) },
  }
}

function basisWords({ id, acquired, exercised, inclusions, nsoShares }: LotRow): string {
  const { shares, regularBasis, amtBasis } = acquired
  const mixed = nsoShares > 0 && nsoShares < shares
  const each = (basis: number): string =>
    mixed ? inDollars(basis) : `${inDollars(basis)} (${inDollars(basis / shares)} a share)`
  const parts = mixed ? ' ISO and nonstatutory shares differ: `isoline lots` has each part.' : ''
  const later = inclusions.filter(({ on }) => on > exercised)
  const rises =
    later.length > 0
      ? ` The AMT basis rises by ${inDollars(later.reduce((sum, { amount }) => sum + amount, 0))} as shares vest.`
      : ''
  return `${lotWords(id, exercised)}, ${counted(shares)}: regular basis ${each(regularBasis)}, AMT basis ${each(amtBasis)}.${parts}${rises}`
}

/** The tax of the exercises, kept from the day of exercise until it is due: nothing is withheld for it. */
export function setAsideItem({ test, year, of, lots }: ListFacts): ChecklistItem {
  const question = 'Is there cash for the tax, to set aside on the day of exercise?'
  const tax = test.payments.filter((each) => each.kind === 'tax' && each.year === year)
  const amount = toCents(tax.reduce((sum, each) => sum + each.amount, 0))
  const own = {
    name: 'taxSetAside',
    question,
    numbers: { setAside: amount, left: test.left },
    dates: tax.map(({ on, what, amount: due }) => ({ on, what: `${inDollars(due)} of ${what}` })),
  } as const
  if (lots.length === 0 && tax.length === 0)
    return { ...own, answer: 'missing', says: [], missing: [nothingPlanned('how much tax there will be')] }
  if (amount <= 0)
    return { ...own, answer: 'yes', says: ['The exercises add no tax that would have to be set aside.'], missing: [] }
  const until = [...new Set(tax.map(({ on }) => on))].join(' and ')
  const says = [
    `Put ${inDollars(amount)} aside on the day of exercise and leave it there until ${until}: nothing is withheld for it.`,
  ]
  const short = test.lacks ? [`${inDollars(test.lacks.most.amount)} of what is needed in all is not there.`] : []
  return {
    ...own,
    answer: answered[test.verdict],
    says: [...says, ...short],
    missing: of.household.cash === null ? test.missing : [],
  }
}
