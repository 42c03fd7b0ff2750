/** `isoline pay`: estimated tax, by date. */
import { type Asked, type PayAnswer, type PayQuestion, payAnswer } from '@isoline/engine'
import type { Answered, Common } from '../give.ts'
import { grounds } from '../print/grounds.ts'
import { estimatedTaxLines } from '../print/pay.ts'
import { type Subject, scenarioOnly } from '../subject.ts'

/** The flags of the command. */
export interface PayFlags extends Common, PayQuestion {}

/** What must be paid during the year, by each method, federal and of California. */
export function pay(subject: Subject, asked: Asked, flags: PayFlags): Answered {
  const of = scenarioOnly(subject, 'estimated tax is that of withholding and payments by date')
  const answer = payAnswer(of, asked, questionOf(flags))
  const unknown = of.assumed.some(
    ({ path, message }) => path === `incomes.${answer.year}.withheld` && message === 'not given',
  )
  return {
    json: answer,
    lines: (page) => [
      ...estimatedTaxLines('Federal', answer, answer.federal, page, unknown ? withheldUnknown(answer) : []),
      ...answer.states.flatMap((own) => ['', ...estimatedTaxLines(own.state, answer, own, page)]),
      ...grounds(answer, page),
    ],
  }
}

const questionOf = ({ rate, stateRate, paydays, stateTaxBefore }: PayFlags): PayQuestion => ({
  ...(rate !== undefined && { rate }),
  ...(stateRate !== undefined && { stateRate }),
  ...(paydays !== undefined && { paydays }),
  ...(stateTaxBefore !== undefined && { stateTaxBefore }),
})

/** Withholding taken as zero asks for the whole tax, which no one should take for a bill. */
const withheldUnknown = ({ year }: PayAnswer): string[] => [
  `The withholding is not given (incomes.${year}.withheld) and taken as 0: with it there is less to pay, or nothing.`,
]
