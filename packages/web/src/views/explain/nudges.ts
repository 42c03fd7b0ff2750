/** The scenario with one small thing changed, to say what would move an amount. */
import type { ScenarioFile } from '@isoline/engine'
import { yearOf } from '../../words/days.ts'

export interface Nudge {
  readonly words: string
  readonly file: ScenarioFile
}

/** What can be changed in a year: a share more, wages, the value. One that does not apply is left out. */
export const nudgesOf = (file: ScenarioFile, year: number): Nudge[] => [
  ...oneShare(file, year),
  ...moreWages(file, year),
  ...moreValue(file, year),
]

const exerciseIn = ({ plan = [] }: ScenarioFile, year: number): number =>
  plan.findIndex((line) => line.exercise !== undefined && yearOf(line.on) === year)

function oneShare(file: ScenarioFile, year: number): Nudge[] {
  const at = exerciseIn(file, year)
  const plan = file.plan?.map((line, i) => (i === at ? { ...line, exercise: (line.exercise ?? 0) + 1 } : line))
  return at < 0 || !plan ? [] : [{ words: `One share of ${file.plan?.[at]?.grant} more`, file: { ...file, plan } }]
}

function moreWages(file: ScenarioFile, year: number): Nudge[] {
  const wages = wagesIn(file, year)
  const income = file.incomes[year]
  if (wages === undefined || income === undefined) return []
  const incomes = { ...file.incomes, [year]: { ...income, wages: wages + 1000 } }
  return [{ words: '$1,000 more wages', file: { ...file, incomes } }]
}

/** Wages of a year, or of the year that it is like. */
function wagesIn({ incomes }: ScenarioFile, year: number): number | undefined {
  const seen = new Set<number>()
  for (let at: number | undefined = year; at !== undefined && !seen.has(at); ) {
    seen.add(at)
    const income: ScenarioFile['incomes'][string] | undefined = incomes[at]
    if (income?.wages !== undefined) return income.wages
    at = income?.like
  }
  return undefined
}

function moreValue(file: ScenarioFile, year: number): Nudge[] {
  const exercise = file.plan?.[exerciseIn(file, year)]
  const { company } = file
  const known = (company?.prices ?? []).filter(({ on }) => exercise !== undefined && on <= exercise.on)
  const last = known.reduce((latest, each) => (each.on >= latest.on ? each : latest), known[0] ?? { on: '', fmv: 0 })
  if (!company || known.length === 0) return []
  const prices = company.prices?.map((each) => (each === last ? { ...each, fmv: each.fmv + 1 } : each))
  const what = company.listed ? 'price' : '409A value'
  return [{ words: `$1 more on the ${what} of a share`, file: { ...file, company: { ...company, prices } } }]
}
