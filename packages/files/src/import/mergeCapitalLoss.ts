/** Capital losses that the last return as filed carries into the first year, regular and AMT, by the worksheet of Schedule D. */
import { figureCapitalLossCarryover } from '@isoline/engine'
import type { Found, Paper } from './found.ts'
import type { Merge } from './merge.ts'
import { type FiledChanges, firstYear, setOnce } from './mergeFiled.ts'
import type { Entry } from './scenarioObject.ts'

/** Line 1 of the worksheet, dollars, or what the return lacks for it: part of the question to the person. */
type Income = { readonly amount: number } | { readonly lacks: string }
type Lines = { readonly [line: string]: number | undefined }

/**
 * Sets both losses from the Schedule D of the year before the first of `incomes`, and asks for what the return does not say.
 * A scenario that states a loss is only compared with it.
 */
export function addCapitalLosses(
  found: readonly Found<Paper>[],
  scenario: Entry,
  merge: Merge,
  made: FiledChanges,
): void {
  const first = firstYear(scenario)
  const of = (form: Paper['form']) =>
    found.find(({ fact }) => fact.form === form && first !== undefined && fact.boxes['taxYear'] === first - 1)
  const [regular, amt] = [of('scheduleD'), of('scheduleDAmt')]
  const tax = linesOf(of('form1040'))
  const minimum = linesOf(of('form6251'))
  if (regular) addLoss('capitalLoss', regular, taxableIncome(tax), scenario, merge, made)
  if (amt) addLoss('amtCapitalLoss', amt, amtIncome(minimum), scenario, merge, made)
  if (!regular || amt || states(scenario, 'amtCapitalLoss')) return
  // Without a loss, and without a difference of basis, the two systems are at one
  const loss = linesOf(regular)['line16']
  if ((loss === undefined || loss >= 0) && (minimum['line2k'] ?? 0) === 0) return
  made.asked.push({
    path: 'carryforwards.amtCapitalLoss',
    message: `Which capital loss does the return of ${regular.fact.boxes['taxYear']} carry on for the AMT? Its Schedule D for the AMT, which is kept with the return and often not filed, is not in the files. Without sales of option stock so far it is the same as the regular loss.`,
    changes: 'AMT income of the years in which the loss is used (Form 6251 line 2k)',
  })
}

function addLoss(
  key: 'capitalLoss' | 'amtCapitalLoss',
  { fact, from }: Found<Paper>,
  income: Income,
  scenario: Entry,
  merge: Merge,
  made: FiledChanges,
): void {
  const loss = lossOn(linesOf({ fact, from }), income)
  if ('lacks' in loss) {
    if (states(scenario, key)) return
    made.asked.push({
      path: `carryforwards.${key}`,
      message: `Which capital loss, short-term and long-term, does the return of ${fact.boxes['taxYear']} carry on${key === 'amtCapitalLoss' ? ' for the AMT' : ''}? ${loss.lacks}. The Capital Loss Carryover Worksheet has it in lines 8 and 13.`,
      changes: 'how much of later gains is taxed',
    })
    return
  }
  for (const [term, amount] of Object.entries(loss))
    setOnce(scenario, ['carryforwards', key, term], amount, from, merge, made)
}

/** The loss carried on, or what the return lacks for it. Dollars, positive. */
function lossOn(lines: Lines, income: Income): { short: number; long: number } | { lacks: string } {
  const { line7, line15, line16, line21 } = lines
  if (line7 === undefined || line15 === undefined || line16 === undefined)
    return { lacks: 'Of lines 7, 15 and 16 of its Schedule D not all were found' }
  // Whole dollars may be off by one
  if (Math.abs(line7 + line15 - line16) > 1.01)
    return { lacks: `Lines 7 and 15 of its Schedule D, ${line7} and ${line15}, do not make line 16, ${line16}` }
  if (line16 < 0 && line21 === undefined) return { lacks: 'Line 21 of its Schedule D was not found' }
  if (line16 < 0 && 'lacks' in income) return income
  const amount = 'amount' in income ? income.amount : 0
  const allowed = line16 < 0 ? Math.abs(line21 ?? 0) : 0
  const { line8, line13 } = figureCapitalLossCarryover({
    scheduleD: { line7, line15, line21: allowed },
    income: { amount },
  })
  return { short: line8, long: line13 }
}

/** Taxable income before its floor of zero. The deduction for seniors would have to be added back, and is not on Form 1040. */
function taxableIncome(lines: Lines): Income {
  const { line14, line15, line13b } = lines
  if (line15 !== undefined && line15 > 0) return { amount: line15 }
  const agi = lines['line11b'] ?? lines['line11a'] ?? lines['line11']
  if (agi === undefined || line14 === undefined) return { lacks: 'Its Form 1040, lines 11 and 14, was not found' }
  if (agi < line14 && (line13b ?? 0) !== 0)
    return { lacks: 'Its deductions are more than its income, and Schedule 1-A may hold one for seniors' }
  return { amount: agi - line14 }
}

/** AMT income; the increase for separate returns, which comes on top of it, never meets a small one. */
const amtIncome = ({ line4 }: Lines): Income =>
  line4 === undefined ? { lacks: 'Line 4 of its Form 6251 was not found' } : { amount: line4 }

function linesOf(paper: Found<Paper> | undefined): Lines {
  const numbers = Object.entries(paper?.fact.boxes ?? {}).filter(([, cell]) => typeof cell === 'number')
  return Object.fromEntries(numbers) as Lines
}

/** Whether the scenario says something of a loss itself. */
function states(scenario: Entry, key: string): boolean {
  const carried = Object.hasOwn(scenario, 'carryforwards') ? scenario['carryforwards'] : undefined
  return typeof carried === 'object' && carried !== null && Object.hasOwn(carried, key)
}
