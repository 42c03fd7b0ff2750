/** The prices a plan is looked at with: what the file states, and from then on the growth of its view, as the search for the best plan has it. */
import type { ScenarioFile } from '@isoline/engine'
import { daysBetween, yearOf } from '../../words/days.ts'

export interface Quote {
  readonly on: string
  readonly fmv: number
}

const daysOfYear = 365.25

const byDay = (one: Quote, other: Quote): number => (one.on < other.on ? -1 : 1)

/**
 * The price of a share on a day; null before the first that is stated. What is known holds for the year of `asOf`, as in every answer about
 * that year; later years grow.
 */
export function priceOn(company: ScenarioFile['company'], asOf: string, on: string): number | null {
  const stated = [...(company?.prices ?? [])].sort(byDay)
  const last = stated.findLast((quote) => quote.on <= on)
  if (!last) return null
  const growth = company?.view?.growth ?? 0
  const grows = last === stated.at(-1) && yearOf(on) > yearOf(asOf)
  const ratio = (company?.splits ?? []).reduce(
    (product, split) => (last.on < split.on && split.on <= on ? product * split.ratio : product),
    1,
  )
  const years = grows ? daysBetween(last.on, on) / daysOfYear : 0
  return Math.round((last.fmv / ratio) * (1 + growth) ** years * 100) / 100
}

/** The file with the prices of the path on the days of its plan, so that an exercise in a later year is taken at the value of that year. */
export function onPath(file: ScenarioFile, asOf: string): ScenarioFile {
  const last = lastStated(file)
  if (last === null || !file.company?.view?.growth) return file
  const days = [...new Set((file.plan ?? []).map(({ on }) => on))].sort()
  return withPrices(
    file,
    days.flatMap((on): Quote[] => {
      const fmv = on > last && yearOf(on) > yearOf(asOf) ? priceOn(file.company, asOf, on) : null
      return fmv === null ? [] : [{ on, fmv }]
    }),
  )
}

/** The file with prices assumed for days after those it states. */
export function withPrices(file: ScenarioFile, assumed: readonly Quote[]): ScenarioFile {
  const last = lastStated(file) ?? ''
  const later = assumed.filter(({ on }) => on > last)
  if (later.length === 0) return file
  return { ...file, company: { ...file.company, prices: [...(file.company?.prices ?? []), ...later] } }
}

const lastStated = ({ company }: ScenarioFile): string | null =>
  (company?.prices ?? []).reduce<string | null>((last, { on }) => (last === null || on > last ? on : last), null)
