/** Years of income that take what they do not say from another year: `{ like: 2026, wages: 335000 }`. */
import type { Draft, IncomeYear } from './schema.ts'

/** A fact of a year of `incomes`. */
export type IncomeKey = keyof IncomeYear

/** A year of income with what it takes from others. */
export interface LikeYear<Facts> {
  readonly year: number
  readonly facts: Facts
  /** The facts taken, and the year that `like` names. */
  readonly copied: readonly IncomeKey[]
  readonly like: number | undefined
  /** `like` names a year that is not there, or leads back to this one. */
  readonly fault: 'unknown' | 'cycle' | undefined
}

/** What was withheld and paid belongs to one year alone. */
const neverCopied: readonly IncomeKey[] = ['like', 'withheld', 'state', 'estimatedPaid']

/**
 * The years in order, each with the facts it does not name taken from the year it is like, nested objects whole. A year
 * may be like another that is itself like a third. A year at fault takes nothing.
 */
export function likeYears<Facts extends Draft<IncomeYear>>(incomes: { readonly [year: string]: Facts | undefined }) {
  const resolved = new Map<number, LikeYear<Facts>>()
  const years = Object.keys(incomes).map(Number)
  for (const year of years) resolve(year, incomes, resolved)
  return [...resolved.values()].sort((one, other) => one.year - other.year)
}

function resolve<Facts extends Draft<IncomeYear>>(
  year: number,
  incomes: { readonly [year: string]: Facts | undefined },
  resolved: Map<number, LikeYear<Facts>>,
): void {
  // Back along `like` until a year that stands by itself or is done, then forward again
  const chain: number[] = []
  let at: number | undefined = year
  while (at !== undefined && incomes[at] && !resolved.has(at) && !chain.includes(at)) {
    chain.push(at)
    at = incomes[at]?.like
  }
  const inCycle = at !== undefined && chain.includes(at) ? chain.slice(chain.indexOf(at)) : []
  for (const each of chain.reverse()) {
    const own = incomes[each] as Facts
    const like = own.like
    const from = like === undefined ? undefined : resolved.get(like)
    const fault = inCycle.includes(each) ? 'cycle' : like !== undefined && !incomes[like] ? 'unknown' : undefined
    const copied = fault || !from ? [] : (Object.keys(from.facts) as IncomeKey[]).filter((key) => copies(key, own))
    const taken = Object.fromEntries(copied.map((key) => [key, from?.facts[key]]))
    resolved.set(each, { year: each, facts: { ...taken, ...own }, copied, like, fault })
  }
}

const copies = (key: IncomeKey, own: Draft<IncomeYear>): boolean => !neverCopied.includes(key) && own[key] === undefined
