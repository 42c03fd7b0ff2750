/** The cash test in words: what is still to be paid adds up, and what follows is said. */
import type { CashTest } from '@isoline/engine'
import { expect, test } from 'vitest'
import { bodyWords, buyerWords, loanWords, sumWords, titleWords } from '../src/parts/cashTestWords.ts'

const payment = (kind: string, amount: number) => ({ kind, amount })
const test_ = (change: object) =>
  ({
    ...{
      verdict: 'passes',
      cash: 60_000,
      left: 28_738.44,
      needed: 31_261.56,
      earlierTax: 0,
      lacks: null,
      instead: null,
    },
    ...{ payments: [payment('strike', 11_734), payment('tax', 19_527.56)], withLoan: null, missing: [] },
    ...{ through: '2027-04-15', ...change },
  }) as unknown as CashTest

test('what passes says what stays', () => {
  const passes = test_({})
  // 11,734 + 19,527.56 = 31,261.56
  expect(`${titleWords(passes)} ${bodyWords(passes)}`).toBe(
    'Cash test passes. Strike $11,734 + tax $19,528 = $31,262 against $60,000; $28,738 stays yours if these shares go to zero.',
  )
})

test('what fails says by how much, and whether the shares could pay', () => {
  const fails = test_({
    ...{ verdict: 'fails', lacks: { most: { amount: 28_338 } }, instead: { days: [{ chance: 'none' }] } },
    payments: [payment('strike', 28_000), payment('tax', 60_338)],
    needed: 88_338,
  })
  expect(`${titleWords(fails)} ${bodyWords(fails)}`).toBe(
    'Cash test fails by $28,338. Strike $28,000 + tax $60,338 = $88,338 against $60,000. They have no buyer yet, so they cannot pay for themselves.',
  )
  expect(buyerWords(test_({ instead: { days: [{ chance: 'market' }] } }))).toMatch(/could be sold on the day/)
  expect(buyerWords(test_({}))).toBe('')
})

test('the sum is of what is still to be paid: one part stands alone, sales come off, old tax is called so', () => {
  expect(sumWords(test_({ payments: [payment('strike', 7200)], needed: 7200 }))).toBe('Strike $7,200')
  expect(sumWords(test_({ payments: [payment('tax', 24_017)], needed: 24_017, earlierTax: 24_017 }))).toBe(
    'Tax of earlier exercises $24,017',
  )
  // 500 + 300 − 200 = 600
  const sold = [payment('strike', 500), payment('tax', 300), payment('sale', -200)]
  expect(sumWords(test_({ payments: sold, needed: 600 }))).toBe(
    'Strike $500 + tax $300 − shares sold on the day $200 = $600',
  )
  expect(sumWords(test_({ payments: [], needed: 0 }))).toBe('Strike $0')
})

test('a missing fact is asked for, and nothing due is nothing', () => {
  const unknown = test_({
    verdict: 'unknown',
    cash: null,
    missing: [{ path: 'household.cash', message: 'what cash there is' }],
  })
  expect(bodyWords(unknown)).toBe(
    'Strike $11,734 + tax $19,528 = $31,262 by April 15, 2027. What is not known: what cash there is.',
  )
  expect(titleWords(test_({ verdict: 'nothingDue' }))).toBe('Nothing is to be paid.')
})

test('a loan says what is owed', () => {
  const loan = { enough: true, drawn: 1000, owed: 1080, due: '2027-06-30', amount: 5000 }
  expect(loanWords(test_({ withLoan: loan }))).toBe(
    ' With $1,000 borrowed it can be paid; $1,080 is owed on June 30, 2027.',
  )
  expect(loanWords(test_({ withLoan: { ...loan, enough: false } }))).toBe(
    ' Borrowing $5,000 does not pay for it either.',
  )
})
