/** The least scenario that answers the question, from what has been told so far. What was not told is left out, so that every answer lists it. */
import type { ScenarioFile } from '@isoline/engine'
import { yearOf } from '../../words/days.ts'

type Itemized = NonNullable<ScenarioFile['incomes'][string]['itemized']>
const itemizedNames = ['stateAndLocalTaxes', 'realEstateTaxes', 'mortgageInterest', 'charityCash'] as const
type ItemizedName = (typeof itemizedNames)[number]
export type Status = Extract<ScenarioFile['household']['status'], string>
type State = ScenarioFile['household']['residence'][number]['state']

/** What has been told. Dollars, and shares. */
export type Told = {
  readonly status?: Status
  readonly state?: State | undefined
  readonly itemizes?: boolean
} & { readonly [name in AmountName]?: number }
export type AmountName = 'wages' | 'strike' | 'options' | 'value' | 'cash' | ItemizedName

/** Whether there is enough for a scenario: everything else may be left open. */
export const isEnough = (told: Told): boolean => told.wages !== undefined

/** Lived in until a state is told: one without an income tax, for which nothing is figured. */
const noTaxState: State = 'TX'

/**
 * The scenario with what was told. Of the one before, what the questions do not ask stays: lots, plan, other income.
 * @param asOf the day of the value, and the year of the income
 */
export function ownFile(told: Told, asOf: string, before: ScenarioFile | null): ScenarioFile {
  const { status = 'single', cash, state } = told
  const year = yearOf(asOf)
  const people = before?.household.people ?? []
  const two = status === 'mfj'
  const residence = before?.household.residence.at(-1)
  return {
    ...before,
    isoline: 1,
    household: {
      ...without(before?.household, 'cash'),
      status,
      people: Array.from({ length: two ? 2 : 1 }, (_, i) => people[i] ?? { born: '1990-01-01' }),
      residence: [{ from: residence?.from ?? `${year}-01-01`, state: state ?? noTaxState }],
      ...(cash !== undefined && { cash }),
    },
    incomes: { ...before?.incomes, [year]: incomeOf(told, before?.incomes[year]) },
    ...(told.value === undefined
      ? { company: without(before?.company, 'prices') }
      : { company: { ...before?.company, prices: [{ on: asOf, fmv: told.value }] } }),
    ...grantsOf(told, asOf, before),
  }
}

function without<O extends object, K extends keyof O>(whole: O | undefined, name: K): Omit<O, K> | undefined {
  if (!whole) return undefined
  const { [name]: _, ...rest } = whole
  return rest
}

function incomeOf(told: Told, before: ScenarioFile['incomes'][string] | undefined) {
  const income = { ...without(before, 'itemized'), wages: told.wages ?? 0 }
  if (!told.itemizes) return income
  const amounts = itemizedNames.filter((name) => told[name] !== undefined).map((name) => [name, told[name]])
  return { ...income, itemized: { ...before?.itemized, ...(Object.fromEntries(amounts) as Itemized) } }
}

/**
 * Without a value of the shares no question about a grant can be answered, so it joins once there is one. Options that can be exercised are
 * taken to have vested over the four years until today, as most do: the limit of $100,000 counts them by the year in which they vested.
 */
function grantsOf({ strike, options, value }: Told, asOf: string, before: ScenarioFile | null) {
  const [first, ...others] = before?.grants ?? []
  if (strike === undefined || options === undefined || value === undefined) return { grants: others }
  const on = first?.on ?? yearsAway(asOf, -4)
  const grant = {
    ...{ id: 'G1', kind: 'iso' as const, on, expires: dayBefore(yearsAway(on, 10)) },
    ...(first ?? { vesting: { from: on, months: 48, cliffMonths: 12 } }),
    ...{ shares: options, strike, fmvAtGrant: strike },
  }
  return { grants: [grant, ...others] }
}

/** What the file says of the questions. */
export function toldIn(file: ScenarioFile, asOf: string): Told {
  const { household, incomes, company, grants } = file
  const income = incomes[yearOf(asOf)]
  const [grant] = grants ?? []
  const state = household.residence.at(-1)?.state
  const amounts: { [name in AmountName]?: number | undefined } = {
    ...{ wages: income?.wages, cash: household.cash, value: company?.prices?.at(-1)?.fmv },
    ...{ strike: grant?.strike, options: grant?.shares },
    ...Object.fromEntries(itemizedNames.map((name) => [name, numberIn(income?.itemized?.[name])])),
  }
  const known = Object.entries(amounts).filter(([, amount]) => amount !== undefined)
  return {
    ...(Object.fromEntries(known) as Told),
    ...(typeof household.status === 'string' && { status: household.status }),
    ...(state !== undefined && { state }),
    itemizes: income?.itemized !== undefined,
  }
}

const numberIn = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)

/** The same day in another year; 29 February becomes the 28th where there is none. */
function yearsAway(date: string, years: number): string {
  const year = yearOf(date) + years
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return `${year}${date.endsWith('-02-29') && !leap ? '-02-28' : date.slice(4)}`
}

const dayBefore = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

/** The field that a problem of the engine is about. */
export function fieldOf(path: string): keyof Told | null {
  if (path.startsWith('household.status') || path.startsWith('household.people')) return 'status'
  if (path.startsWith('household.cash')) return 'cash'
  if (path.startsWith('household.residence')) return 'state'
  if (path.startsWith('company')) return 'value'
  if (/^grants\[0]\.shares/.test(path)) return 'options'
  if (path.startsWith('grants')) return 'strike'
  const named = itemizedNames.find((name) => path.endsWith(`.itemized.${name}`))
  return named ?? (path.startsWith('incomes') ? 'wages' : null)
}
