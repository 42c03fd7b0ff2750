/** Edits of single facts in a scenario file. Each gives the same file back where nothing changes. */
import type { ScenarioFile } from '@isoline/engine'

type Year = ScenarioFile['incomes'][string]

/** Wages of one year alone; years that are `like` it without wages of their own follow, as the file says. */
export function withWages(file: ScenarioFile, year: number, wages: number): ScenarioFile {
  const income = file.incomes[year]
  if (!income || income.wages === wages) return file
  return { ...file, incomes: { ...file.incomes, [year]: { ...income, wages } as Year } }
}

/** Wages of a year as the file gives them, through `like`. */
export function wagesOf(file: ScenarioFile, year: number): number | null {
  const income = file.incomes[year]
  if (!income) return null
  if (income.wages !== undefined) return income.wages
  return income.like === undefined || income.like >= year ? null : wagesOf(file, income.like)
}

type Quote = NonNullable<ScenarioFile['company']>['prices'] extends infer P ? NonNullable<P> : never

const quoteAt = (prices: Quote, on: string): number => {
  const days = prices.map((quote, i) => ({ on: quote.on, i })).filter((quote) => quote.on <= on)
  return days.sort((one, other) => (one.on < other.on ? -1 : 1)).at(-1)?.i ?? -1
}

/** The value of a share that holds on a day; null where none is stated by then. */
export function valueAt({ company }: ScenarioFile, on: string): number | null {
  const prices = company?.prices ?? []
  return prices[quoteAt(prices, on)]?.fmv ?? null
}

/** Another value of a share from the day on which the value of `on` was stated. */
export function withValue(file: ScenarioFile, on: string, fmv: number): ScenarioFile {
  const { company } = file
  const prices = company?.prices ?? []
  const at = quoteAt(prices, on)
  if (!company || at < 0 || prices[at]?.fmv === fmv) return file
  return { ...file, company: { ...company, prices: prices.map((quote, i) => (i === at ? { ...quote, fmv } : quote)) } }
}

export const withCash = (file: ScenarioFile, cash: number): ScenarioFile =>
  file.household.cash === cash ? file : { ...file, household: { ...file.household, cash } }

/** An amount at a path of names, `incomes.2026.interest`; what the file does not have on the way is made. */
export function withAmount(file: ScenarioFile, path: string, amount: number): ScenarioFile {
  const set = (part: unknown, [name, ...rest]: readonly string[]): unknown => {
    if (name === undefined) return amount
    const object = (part ?? {}) as Record<string, unknown>
    return { ...object, [name]: set(object[name], rest) }
  }
  return set(file, path.split('.')) as ScenarioFile
}
