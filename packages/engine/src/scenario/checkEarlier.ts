/** What must hold of the years before the first, and of the years looked ahead to. */
import { firstEarlierYear } from '../law/federal/earlier.ts'
import { federalTable, yearsWithLaw } from '../law/federal/tables.ts'
import { amountFor } from '../law/law.ts'
import type { Problems } from './problems.ts'
import type { Draft, ScenarioFile } from './schema.ts'

/** Notes what in `history`, `carryforwards` and `assumptions` does not fit the years of `incomes`, given ascending. */
export function checkEarlier(file: Draft<ScenarioFile>, years: readonly number[], problems: Problems): void {
  const [first, last] = [years.at(0), years.at(-1)]
  if (first === undefined || last === undefined) return
  checkHistory(file.history, first, problems)
  if (first >= yearsWithLaw.first && first <= yearsWithLaw.last) checkGifts(file, first, problems)
  const { horizon } = file.assumptions ?? {}
  if (horizon !== undefined && horizon < last)
    problems.add(
      'assumptions.horizon',
      'conflict',
      `is ${horizon}, and incomes go on to ${last}. Give ${last} or later.`,
    )
}

function checkGifts({ carryforwards }: Draft<ScenarioFile>, first: number, problems: Problems): void {
  const oldest = first - amountFor(federalTable(first).figures.charityCarryYears, 'single')
  for (const [i, { year }] of (carryforwards?.charity ?? []).entries()) {
    if (year === undefined || (year >= oldest && year < first)) continue
    const message = `is ${year}. A gift carried into ${first} was made in ${oldest} to ${first - 1}; correct the year, or remove it.`
    problems.add(`carryforwards.charity[${i}].year`, 'outOfRange', message)
  }
}

function checkHistory(history: Draft<ScenarioFile>['history'], first: number, problems: Problems): void {
  const years = Object.keys(history ?? {}).map(Number)
  for (const [key, filed] of Object.entries(history ?? {})) {
    const year = Number(key)
    const path = `history.${key}`
    if (year >= first)
      problems.add(path, 'outOfRange', `is not used: it holds years before ${first}, the first of incomes. Remove it.`)
    else if (year < first - 1 && !years.includes(year + 1))
      problems.add(
        path,
        'missing',
        `stands alone: ${year + 1} is missing, and what it used of the credit is not known. Add history.${year + 1}.`,
      )
    const next = history?.[year + 1]?.form8801
    if (year < firstEarlierYear && filed?.form6251?.line11 && next?.line15 === undefined && next?.line18 === undefined)
      problems.add(
        path,
        'missing',
        `is a year whose AMT law is not held here, so its AMT cannot be split. Give history.${year + 1}.form8801.line15.`,
      )
    const { form6251 } = filed ?? {}
    if (filed?.missedAmtBasis && year < firstEarlierYear)
      problems.add(
        `${path}.missedAmtBasis`,
        'outOfRange',
        `is of a year whose AMT law is not held here, so its Form 6251 cannot be figured again. The first is ${firstEarlierYear}.`,
      )
    if (filed?.missedAmtBasis && !form6251?.line4)
      problems.add(
        `${path}.missedAmtBasis`,
        'missing',
        `needs the AMT income of that year, to figure its Form 6251 again. Give ${path}.form6251.line4, line9, line10 and line11.`,
      )
    if (!form6251) continue
    if (form6251.line1 !== undefined && form6251.line1b !== undefined && form6251.line1 !== form6251.line1b)
      problems.add(
        `${path}.form6251.line1`,
        'conflict',
        'differs from line1b, which is the same line on a newer form. Give one.',
      )
    for (const key of ['status', 'qualifiedDividendWorksheet'] as const)
      if (form6251[key] !== undefined && filed?.[key] !== undefined)
        problems.add(`${path}.form6251.${key}`, 'duplicate', `is given in ${path} as well. Give it once.`)
  }
}
