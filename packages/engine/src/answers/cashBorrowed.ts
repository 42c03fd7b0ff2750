/** The cash test with borrowed money: how much is drawn, what is owed for it, and what is still owed if the shares go to zero. */
import type { Loan } from '../case.ts'
import type { PlainDate } from '../date.ts'
import { NotModelled } from '../errors.ts'
import type { Notice } from '../explain/notices.ts'
import { toCents } from '../money.ts'
import { type Flow, type Lack, owedOn, reachOf } from '../risk/loan.ts'
import type { CashBills } from './cashBills.ts'

/** Dollars. Null where the file does not say what cash there is. */
export interface BorrowedTest {
  readonly amount: number
  /** A fraction a year. */
  readonly rate: number
  readonly due: PlainDate
  /** Whether the loan, with one's own money, pays everything. */
  readonly enough: boolean | null
  readonly lacks: Lack | null
  readonly draws: readonly Flow[]
  readonly drawn: number | null
  /** On `due`: what was drawn, with interest. */
  readonly owed: number | null
  readonly interest: number | null
  /** One's own money that is left then, and what of the debt it does not pay, the shares being worth nothing. */
  readonly moneyLeft: number | null
  readonly owedIfWorthless: number | null
  readonly notices: readonly Notice[]
}

/** @throws NotModelled where money is drawn for which the shares alone answer. */
export function borrowedTest(loan: Loan, cash: number | null, { payments }: CashBills): BorrowedTest {
  const { amount, rate, due } = loan
  const terms = { amount, rate, due }
  if (cash === null) return { ...terms, ...unknown, draws: [], notices: [] }
  const { draws, left, first } = reachOf(cash, payments, loan)
  const drawn = draws.reduce((sum, each) => sum + each.amount, 0)
  if (drawn > 0 && !loan.recourse)
    throw new NotModelled(
      'Reg. §1.83-3(a)(2)',
      'Form 6251 line 2i',
      'buying shares with a loan that the shares alone answer for, which is an option in substance,',
    )
  const owed = toCents(owedOn(loan, draws))
  // Money that is missing elsewhere pays no debt
  const moneyLeft = toCents(Math.max(0, left))
  return {
    ...terms,
    enough: first === null,
    lacks: first && { on: first.on, amount: toCents(first.amount) },
    draws: draws.map((each) => ({ on: each.on, amount: toCents(each.amount) })),
    ...{ drawn: toCents(drawn), owed, interest: toCents(owed - drawn), moneyLeft },
    owedIfWorthless: toCents(Math.max(0, owed - moneyLeft)),
    notices: drawn > 0 ? [interestNotice] : [],
  }
}

const unknown = {
  ...{ enough: null, lacks: null, drawn: null, owed: null, interest: null, moneyLeft: null, owedIfWorthless: null },
} as const

const interestNotice: Notice = {
  code: 'notModelled',
  message:
    'Interest on money borrowed for shares is investment interest, deductible by those who itemize up to their net investment income (IRC §163(d), Form 4952). No deduction for it is in these figures.',
}
