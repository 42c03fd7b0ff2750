/** The cash test in words: what is needed, against what, and what follows. */
import type { CashTest } from '@isoline/engine'
import { longDay } from '../words/days.ts'
import { money } from '../words/money.ts'
import { listed } from '../words/states.ts'

/** `Strike $11,734 + tax $19,528 = $31,262`: what is still to be paid; what was paid before is in none of it. */
export function sumWords({ payments, earlierTax, needed }: CashTest): string {
  const sum = (kind: string): number =>
    payments.reduce((total, each) => (each.kind === kind ? total + each.amount : total), 0)
  const earlier = Math.abs(earlierTax - sum('tax')) < 0.5
  const parts: readonly (readonly [string, number])[] = [
    ['strike', sum('strike')],
    [earlier ? 'tax of earlier exercises' : 'tax', sum('tax')],
    ['shares sold on the day', sum('sale')],
  ]
  const said = parts.filter(([, amount]) => Math.abs(amount) >= 0.5)
  const words = said
    .map(([what, amount], i) => `${amount < 0 ? ' − ' : i > 0 ? ' + ' : ''}${what} ${money(Math.abs(amount))}`)
    .join('')
    .trim()
  const whole = said.length === 1 ? words : `${words} = ${money(needed)}`
  return said.length === 0 ? 'Strike $0' : whole.charAt(0).toUpperCase() + whole.slice(1)
}

/** Whether the shares could pay for themselves on the day, where the cash does not. */
export function buyerWords({ instead }: CashTest): string {
  const chances = new Set(instead?.days.map(({ chance }) => chance) ?? [])
  if (chances.size === 0) return ''
  if (chances.has('none')) return ' They have no buyer yet, so they cannot pay for themselves.'
  if (chances.has('blackout')) return ' They may not be sold on that day, so they cannot pay for themselves.'
  return ' Some of them could be sold on the day to pay for the rest.'
}

/** What a loan would do, where the file has one. */
export function loanWords({ withLoan }: CashTest): string {
  if (!withLoan) return ''
  const { enough, drawn, owed, due, amount } = withLoan
  return enough && drawn !== null && owed !== null
    ? ` With ${money(drawn)} borrowed it can be paid; ${money(owed)} is owed on ${longDay(due)}.`
    : ` Borrowing ${money(amount)} does not pay for it either.`
}

/** The one statement of the banner. */
export function titleWords(test: CashTest): string {
  if (test.verdict === 'passes') return 'Cash test passes.'
  if (test.verdict === 'nothingDue') return 'Nothing is to be paid.'
  if (test.verdict === 'unknown') return 'Cash test: one more fact is needed.'
  return `Cash test fails by ${money(test.lacks?.most.amount ?? 0)}.`
}

export function bodyWords(test: CashTest): string {
  const { verdict, cash, left, missing, through } = test
  if (verdict === 'nothingDue') return 'The plan exercises nothing in these years.'
  if (verdict === 'unknown')
    return `${sumWords(test)} by ${longDay(through)}. What is not known: ${listed(missing.map(({ message }) => message))}.`
  const against = `${sumWords(test)} against ${money(cash ?? 0)}`
  if (verdict === 'passes') return `${against}; ${money(left ?? 0)} stays yours if these shares go to zero.`
  return `${against}.${buyerWords(test)}${loanWords(test)}`
}
