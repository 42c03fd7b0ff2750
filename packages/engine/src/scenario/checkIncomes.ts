/** What must hold among the years of income. */
import { yearsWithLaw } from '../law/federal/tables.ts'
import { type LikeYear, likeYears } from './like.ts'
import type { Problems } from './problems.ts'
import type { Draft, IncomeYear, ScenarioFile } from './schema.ts'

type DraftYear = LikeYear<Draft<IncomeYear>>

/** Notes years without law, gaps, circles of `like` and amounts that contradict each other; gives the years, ascending. */
export function checkIncomes(incomes: Draft<ScenarioFile>['incomes'], problems: Problems): number[] {
  if (!incomes) return []
  const years = likeYears(incomes)
  if (years.length === 0 && !problems.touch('incomes'))
    problems.add('incomes', 'missing', 'has no year. Give at least one: incomes: { 2026: { wages: 200000 } }.')
  for (const year of years) {
    checkLaw(year, problems)
    checkLike(year, problems)
    checkAmounts(year, problems)
  }
  checkGaps(years, problems)
  return years.map(({ year }) => year)
}

function checkLaw({ year }: DraftYear, problems: Problems): void {
  const { first, last } = yearsWithLaw
  if (year < first || year > last)
    problems.add(`incomes.${year}`, 'outOfRange', `is a year without law here. Give years from ${first} to ${last}.`)
}

function checkLike({ year, like, fault, facts }: DraftYear, problems: Problems): void {
  const path = `incomes.${year}`
  if (fault === 'unknown') checkUnknown(path, like, problems)
  else if (fault === 'cycle')
    problems.add(
      `${path}.like`,
      'cycle',
      `is ${like}, which leads back to ${year}. Give one of these years its own facts.`,
    )
  else if (facts.wages === undefined && like === undefined && !problems.has(`${path}.like`))
    problems.add(
      `${path}.wages`,
      'missing',
      'is missing. Give the wages of the year (0 if none), or like: another year.',
    )
}

function checkUnknown(path: string, like: number | undefined, problems: Problems): void {
  // A year of the wrong shape is there, and at fault itself
  if (problems.has(`incomes.${like}`)) return
  const message = `is ${like}, a year that incomes does not have. Name one that it has.`
  problems.add(`${path}.like`, 'unknownReference', message)
}

function checkAmounts({ year, facts }: DraftYear, problems: Problems): void {
  const path = `incomes.${year}`
  const { ordinaryDividends = 0, qualifiedDividends = 0, longTermGain = 0, itemized, deductionChoice } = facts
  if (qualifiedDividends > ordinaryDividends && !problems.has(`${path}.ordinaryDividends`))
    problems.add(
      `${path}.qualifiedDividends`,
      'conflict',
      `is ${qualifiedDividends}, more than the ${ordinaryDividends} of ordinaryDividends that it is a part of. Correct one of them.`,
    )
  for (const key of ['collectiblesGain', 'unrecaptured1250Gain'] as const)
    if (longTermGain > 0 && (facts[key] ?? 0) > longTermGain)
      problems.add(
        `${path}.${key}`,
        'conflict',
        `is ${facts[key]}, more than the longTermGain of ${longTermGain} that it is a part of. Correct one of them.`,
      )
  if (deductionChoice === 'itemized' && !itemized && !problems.touch(`${path}.itemized`))
    problems.add(
      `${path}.deductionChoice`,
      'conflict',
      'is itemized, and no itemized deductions are given. Give itemized: { … }.',
    )
  if (facts.state && typeof facts.withheld === 'object' && facts.withheld.state)
    problems.add(
      `${path}.state`,
      'conflict',
      'gives the state tax withheld a second time. Give it here or under withheld.',
    )
}

function checkGaps(years: readonly DraftYear[], problems: Problems): void {
  for (const [i, { year }] of years.entries()) {
    const before = years[i - 1]?.year ?? year - 1
    if (before >= year - 1 || before < yearsWithLaw.first || year > yearsWithLaw.last) continue
    const gap = before === year - 2 ? `${year - 1} is` : `${before + 1} to ${year - 1} are`
    problems.add(
      `incomes.${before + 1}`,
      'missing',
      `${gap} missing between ${before} and ${year}. Give each year, if only as { like: ${before} }.`,
    )
  }
}
