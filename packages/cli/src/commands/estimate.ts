/** `isoline estimate`: what the exercises of a year cost in tax. */
import { type Asked, type EstimateAnswer, estimateAnswer } from '@isoline/engine'
import type { Answered } from '../give.ts'
import { exercised, nonstatutory } from '../print/exercises.ts'
import { grounds } from '../print/grounds.ts'
import { mathLines } from '../print/math.ts'
import { cents, dollars } from '../print/money.ts'
import type { Page } from '../print/page.ts'
import { table } from '../print/table.ts'
import { listed, points, wrapped } from '../print/text.ts'
import type { Subject } from '../subject.ts'

/** The estimate of the year asked about. */
export function estimate({ of }: Subject, asked: Asked, show: { math?: true; forms?: true }): Answered {
  const answer = estimateAnswer(of, asked, show.forms)
  return { json: answer, lines: (page) => estimateLines(answer, page, show.math === true) }
}

function estimateLines(answer: EstimateAnswer, page: Page, math: boolean): string[] {
  return [
    ...wrapped(headline(answer), page.width).map(page.paint.bold),
    '',
    ...table(columns, [...taxRows(answer), ...answer.states.flatMap(stateRows)], page),
    '',
    ...points(meaning(answer), page.width),
    ...(math ? ['', ...mathLines(answer, page)] : []),
    ...grounds(answer, page),
  ]
}

function brought(spread: number, exercises: EstimateAnswer['exercises']): string {
  const wages = exercises.reduce((sum, each) => sum + each.wages, 0)
  const texts = [
    ...(spread > 0 || wages === 0 ? [`a spread of ${dollars(spread)}`] : []),
    ...(wages > 0 ? [`wages of ${dollars(wages)}`] : []),
  ]
  return listed(texts)
}

/** Exercises of the year itself; others enter it because their shares vest. */
const madeIn = (year: number, exercises: EstimateAnswer['exercises']): EstimateAnswer['exercises'] =>
  exercises.filter(({ on }) => on.startsWith(`${year}-`))

function headline({ year, exercises, spread, summary, added, states, totalDue, cash }: EstimateAnswer): string {
  const taxes = `the AMT is ${dollars(summary.amt)}, the federal tax ${dollars(summary.totalTax)}`
  const made = madeIn(year, exercises)
  if (made.length === 0 && exercises.length > 0)
    return `Nothing is exercised in ${year}. Shares exercised before vest and bring ${brought(spread, exercises)}: ${taxes}.`
  if (spread === 0 && made.length === 0) return `Nothing is exercised and held in ${year}: ${taxes}.`
  const bills = twoBills(summary, states, totalDue, cash)
  const what = made.length === 0 ? `A spread of ${dollars(spread)}` : `Exercising ${exercised(made)}`
  if (added.amt === 0 && added.totalTax === 0) return `${what} in ${year} adds no tax.`
  if (added.amt === added.totalTax) return `${what} in ${year} adds ${dollars(added.amt)} of AMT.${bills}`
  return `${what} in ${year} adds ${dollars(added.totalTax)} of federal tax, ${dollars(added.amt)} of it AMT.${bills}`
}

const columns = [
  { head: '' },
  { head: 'Without\nexercise', align: 'right' },
  { head: 'With\nexercise', align: 'right' },
] as const

/** The rows that hold something, in the order in which tax is figured. */
function taxRows({ summary, withoutExercise, spread, exercises, year }: EstimateAnswer): string[][] {
  const rows = [
    ['Regular tax', 'regularTax', 'always'],
    ['Tentative minimum tax', 'tentativeMinimumTax', 'always'],
    ['AMT', 'amt', 'always'],
    ['Minimum tax credit used', 'minimumTaxCreditUsed', 'filled'],
    ['Net investment income tax', 'niit', 'filled'],
    ['Additional Medicare tax', 'additionalMedicareTax', 'filled'],
    ['Federal tax', 'totalTax', 'always'],
  ] as const
  // What shares exercised before bring in as they vest is there without an exercise too
  const vesting = exercises.length > 0 && madeIn(year, exercises).length === 0
  const shown = rows.filter(([, name, when]) => when === 'always' || summary[name] !== 0 || withoutExercise[name] !== 0)
  return [
    ['Bargain element (Form 6251 line 2i)', dollars(vesting ? spread : 0), dollars(spread)],
    ...shown.map(([title, name]) => [title, dollars(withoutExercise[name]), dollars(summary[name])]),
  ]
}

function meaning(answer: EstimateAnswer): string[] {
  const { summary, room, nextDollar, phaseout, spread, year } = answer
  const over =
    spread > room ? `The spread is ${dollars(spread - room)} past it.` : `${dollars(room - spread)} of it is left.`
  const deduction = `${summary.deductionTaken === 'itemized' ? 'Itemizing' : 'The standard deduction'} gives the lower tax with the exercise.`
  const changed = answer.withoutExercise.deductionTaken === summary.deductionTaken ? [] : [deduction]
  return [
    `AMT-free room of ${year}: ${dollars(room)} of spread. ${over}`,
    `The next dollar of spread costs ${cents(nextDollar)}. ${phaseoutText(phaseout)}`,
    ...creditText(answer),
    ...changed,
    ...answer.exercises.flatMap(nonstatutory),
    ...cashText(answer),
    ...answer.states.flatMap((state) => stateText(state, answer.year)),
  ]
}

const phaseoutText = ({ begins, ends }: EstimateAnswer['phaseout']): string =>
  ends <= 0
    ? 'The income alone is past the point where the exemption is gone.'
    : begins <= 0
      ? `The exemption is phasing out already and is gone at a spread of ${dollars(ends)}.`
      : `The exemption phases out between spreads of ${dollars(begins)} and ${dollars(ends)}, where each dollar of spread costs exemption as well: slow down or split there.`

function creditText({ credit: { exclusionPart, generated }, summary: { amt }, year }: EstimateAnswer): string[] {
  if (amt === 0) return []
  const back = `Of the AMT, ${dollars(Math.max(0, generated))} becomes minimum tax credit, usable from ${year + 1} on, each year as far as regular tax is above tentative minimum tax`
  return [
    exclusionPart > 0 ? `${back}; ${dollars(exclusionPart)} is not matter of timing and never comes back.` : `${back}.`,
  ]
}

function cashText({
  cash: { strike, federalTax, withheldAndPaid, balanceDue, dueOn },
  exercises,
}: EstimateAnswer): string[] {
  // A flat case knows no payments
  if (strike === 0 && withheldAndPaid === 0 && exercises.length === 0) return []
  const due =
    balanceDue >= 0 ? `${dollars(balanceDue)} is due by ${dueOn}` : `${dollars(-balanceDue)} comes back as a refund`
  const text = `Federal tax ${dollars(federalTax)} less ${dollars(withheldAndPaid)} withheld and paid: ${due}.`
  return [strike > 0 ? `The strike of the planned exercises is ${dollars(strike)}. ${text}` : text]
}

/** Two bills, one exercise: where a state asks for AMT as well. */
function twoBills(
  summary: EstimateAnswer['summary'],
  states: EstimateAnswer['states'],
  totalDue: number | null,
  { dueOn }: EstimateAnswer['cash'],
): string {
  const [bill] = states.filter(({ added }) => added.amt > 0)
  if (!bill || summary.amt === 0) return ''
  const due =
    bill.dueOn === dueOn && totalDue !== null && totalDue > 0 ? `; ${dollars(totalDue)} in all is due by ${dueOn}` : ''
  return ` Two bills, one exercise: ${bill.state} adds ${dollars(bill.added.amt)} of its own AMT${due}.`
}

function stateRows({ state, summary, withoutExercise }: EstimateAnswer['states'][number]): string[][] {
  const amt = summary.amt !== 0 || withoutExercise.amt !== 0
  if (summary.tax === 0 && withoutExercise.tax === 0) return []
  return [
    ...(amt ? [[`${state} AMT`, dollars(withoutExercise.amt), dollars(summary.amt)]] : []),
    [`${state} tax`, dollars(withoutExercise.tax), dollars(summary.tax)],
  ]
}

function stateText(
  { state, summary, credit, withheld, balanceDue, dueOn }: EstimateAnswer['states'][number],
  year: number,
): string[] {
  if (summary.tax === 0 && withheld === 0) return []
  const due =
    balanceDue >= 0 ? `${dollars(balanceDue)} is due by ${dueOn}` : `${dollars(-balanceDue)} comes back as a refund`
  const back =
    summary.amt > 0 && credit
      ? ` Of its AMT, ${dollars(Math.max(0, credit.generated))} becomes ${state} credit, usable from ${year + 1} on in ${state} alone.`
      : summary.amt > 0
        ? ` ${state} gives no credit for AMT paid to it.`
        : ''
  return [`${state} tax ${dollars(summary.tax)} less ${dollars(withheld)} withheld: ${due}.${back}`]
}
