/** Form W-2 against the wages that options bring: compensation of early sales, and the spread of nonstatutory options. Pub. 525. */
import { sharesIn } from '../equity/shares.ts'
import { toCents } from '../money.ts'
import type { FormW2 } from '../papers.ts'
import type { FiguredYear } from '../timeline.ts'
import { inDollars } from './amountWords.ts'
import { type Finding, finding, same, taxChange } from './reconcileFinding.ts'

/** The forms of each year that is figured, all employers together; a form of another year is asked about. */
export const reconcileWages = (forms: readonly FormW2[], years: readonly FiguredYear[]): Finding[] =>
  [...new Set(forms.map(({ year }) => year))].flatMap((year) => {
    const figured = years.find((each) => each.year === year)
    return figured
      ? ofYear(
          forms.filter((form) => form.year === year),
          figured,
        )
      : [outsideScenario(year)]
  })

const outsideScenario = (year: number): Finding =>
  finding({
    ...{ code: 'yearNotInScenario', kind: 'question', year, paper: 'Form W-2', box: 'all' },
    says: `The scenario has no income for ${year}, so that its wages are not compared.`,
    todo: `Begin incomes with ${year} to compare them.`,
  })

/** What a year's options ought to bring into box 1, and what of it is visible. Dollars. */
interface OptionWages {
  /** Of disqualifying dispositions that box 1 should hold, as the law has it, and without the cap of section 422(c)(2). */
  readonly compensation: number
  readonly wholeSpread: number
  /** The same of sales whose compensation the scenario says box 1 lacks: Schedule 1 line 8k. */
  readonly elsewhere: number
  /** Of nonstatutory options: box 12 code V. */
  readonly nonstatutory: number
}

function optionWages({ year, shares, dispositions }: FiguredYear): OptionWages {
  const early = dispositions.filter(({ nonstatutory }) => !nonstatutory)
  const sum = (inBox1: boolean, amount: (each: (typeof early)[number]) => number) =>
    early.filter(({ inW2 }) => inW2 === inBox1).reduce((all, each) => all + amount(each), 0)
  return {
    compensation: sum(true, ({ amounts }) => amounts.compensation),
    wholeSpread: sum(true, ({ amounts, qualifying }) => (qualifying ? 0 : amounts.spread)),
    elsewhere: sum(false, ({ amounts }) => amounts.compensation),
    nonstatutory: shares ? sharesIn(shares, year).optionWages : 0,
  }
}

function ofYear(forms: readonly FormW2[], figured: FiguredYear): Finding[] {
  const wages = optionWages(figured)
  const box1 = forms.reduce((sum, form) => sum + form.wages, 0)
  const box12V = forms.reduce((sum, form) => sum + (form.box12V ?? 0), 0)
  const box14 = forms.flatMap((form) => form.box14).filter(({ label }) => stockWords.test(label))
  return [
    ...(wages.compensation > 0 ? compensationFindings(wages, box1, box14, figured) : []),
    ...twiceFindings(wages, box1, figured),
    ...codeVFindings(wages, box12V, figured.year),
  ]
}

/** How employers label income from stock in box 14; the box has no codes of its own. */
const stockWords = /\b(iso|disq\w*|dd|dqd|stock|option\w*|esop)\b/i

type Box14 = FormW2['box14']

/** Whether box 1 holds the compensation: by the wages of the scenario, which are without it, or by box 14. */
function compensationFindings(wages: OptionWages, box1: number, box14: Box14, figured: FiguredYear): Finding[] {
  const { compensation, wholeSpread, nonstatutory } = wages
  const { year, income } = figured
  const without = income.wages + nonstatutory
  const own = { year, paper: 'Form W-2' as const, box: 'box 1' }
  const right = toCents(without + compensation)
  if (same(box1, right)) return []
  const labelled = box14.reduce((sum, { amount }) => sum + amount, 0)
  if (wholeSpread - compensation > 1 && (same(box1, without + wholeSpread) || same(labelled, wholeSpread)))
    return [wholeSpreadFinding(own, wages, box1, figured)]
  if (same(labelled, compensation)) return []
  if (same(box1, without))
    return [
      finding({
        ...{ ...own, code: 'compensationNotInW2', kind: 'wrong', stated: box1, right },
        says: `Box 1 lacks the ${inDollars(compensation)} of compensation from shares sold too early. The law taxes it all the same (IRC §421(b)), and nothing is withheld on it.`,
        todo: `Report it on Schedule 1 line 8k, and set inW2: false on the sale; or ask the employer for a Form W-2c. Leave the basis of the shares with the ${inDollars(compensation)} in it.`,
        cost: taxChange(figured, (facts) => {
          facts.compensation = 0
          facts.compensationUnreported = 0
          facts.amtCompensation = 0
        }),
      }),
    ]
  return [
    finding({
      ...{ ...own, code: 'compensationNotVisible', kind: 'question', stated: box1, right },
      says: `Box 1 should hold ${inDollars(compensation)} of compensation from shares sold too early. It is ${inDollars(box1)}; the scenario's wages are ${inDollars(without)} without it and ${inDollars(right)} with it.`,
      todo: 'Look at the last pay statement of the year, or ask payroll, whether it is in box 1. Add the forms of all employers.',
    }),
  ]
}

/** Compensation reported on Schedule 1 though box 1 holds it is taxed twice. */
function twiceFindings(wages: OptionWages, box1: number, figured: FiguredYear): Finding[] {
  const { compensation, elsewhere, nonstatutory } = wages
  const right = figured.income.wages + nonstatutory + compensation
  if (elsewhere <= 1 || !same(box1, right + elsewhere)) return []
  return [
    finding({
      ...{ year: figured.year, paper: 'Form W-2', box: 'box 1', code: 'compensationTwice', kind: 'wrong' },
      ...{ stated: box1, right: toCents(right) },
      says: `Box 1 holds the ${inDollars(elsewhere)} of compensation that the scenario has outside it (inW2: false): it would be taxed twice.`,
      todo: 'Leave it off Schedule 1 line 8k, and take inW2: false off the sale.',
      cost: taxChange(figured, (facts) => {
        facts.compensation += elsewhere
      }),
    }),
  ]
}

/** A sale below the value at exercise: compensation is the gain alone. IRC §422(c)(2). */
function wholeSpreadFinding(
  own: Pick<Finding, 'year' | 'paper' | 'box'>,
  { compensation, wholeSpread }: OptionWages,
  box1: number,
  figured: FiguredYear,
): Finding {
  const more = wholeSpread - compensation
  return finding({
    ...{ ...own, code: 'wholeSpreadInW2', kind: 'wrong', stated: toCents(wholeSpread), right: toCents(compensation) },
    says: `Box 1 (${inDollars(box1)}) holds the whole spread of ${inDollars(wholeSpread)}. The shares were sold for less than their value at exercise, so that compensation is the gain alone, ${inDollars(compensation)} (IRC §422(c)(2)).`,
    todo: 'Ask the employer for a Form W-2c. Until it comes, the basis of the shares is what was paid and what box 1 holds.',
    cost: taxChange(figured, (facts) => {
      facts.compensation += more
    }),
  })
}

function codeVFindings({ compensation, nonstatutory }: OptionWages, box12V: number, year: number): Finding[] {
  if (same(box12V, nonstatutory)) return []
  const own = {
    ...{
      year,
      paper: 'Form W-2' as const,
      box: 'box 12 code V',
      stated: toCents(box12V),
      right: toCents(nonstatutory),
    },
  }
  if (compensation > 0 && same(box12V, nonstatutory + compensation))
    return [
      finding({
        ...{ ...own, code: 'compensationUnderCodeV', kind: 'wrong' },
        says: `Code V holds the ${inDollars(compensation)} from shares sold too early. It is for nonstatutory options alone; social security and Medicare tax are not due on the sale of ISO shares (IRC §3121(a)(22)).`,
        todo: 'See whether boxes 3 and 5 hold it too, and ask the employer for a Form W-2c and the tax withheld on it.',
      }),
    ]
  return [
    finding({
      ...{ ...own, code: 'codeVDiffers', kind: 'question' },
      says: `Code V shows ${inDollars(box12V)}, and by the scenario nonstatutory options brought ${inDollars(nonstatutory)}.`,
      todo: 'Compare with the confirmations of exercises of nonstatutory options, those over the $100,000 limit among them.',
    }),
  ]
}
