/** The state of adding facts to a scenario: its lists, and what in the files contradicts them. */
import { EntryIndex } from './entryIndex.ts'
import type { Found, GrantReference, Provenance, Question } from './found.ts'
import type { Entry, Lists } from './scenarioObject.ts'
import { addSource, sourceText } from './sources.ts'

/** A fact of a file that is not what the scenario says, which stays as it is. */
export interface Contradiction {
  /** Where the scenario says otherwise. */
  readonly path: string
  readonly scenario: unknown
  readonly found: unknown
  readonly from: Provenance
  readonly message: string
}

/** Files round a price to the cent, or a small one to four places. Dollars a share. */
const [cent, tenThousandth] = [0.0051, 0.00006]

/** Whether two values are the same fact: of small prices half a percent counts, of others half a cent. */
export function agree(one: unknown, other: unknown): boolean {
  if (typeof one !== 'number' || typeof other !== 'number') return JSON.stringify(one) === JSON.stringify(other)
  return Math.abs(one - other) < Math.min(cent, Math.max(tenThousandth, 0.005 * Math.abs(one)))
}

/** The key of what belongs to one thing on one day. */
export const keyOf = (what: unknown, on: unknown): string => `${what} on ${on}`

const yearKey = (what: unknown, on: unknown): string => `${what} in ${String(on).slice(0, 4)}`

export class Merge {
  readonly grants: EntryIndex
  readonly lots: EntryIndex
  readonly plan: EntryIndex
  /** The exercises of the plan: one that was carried out is no second one. */
  readonly exercises: EntryIndex
  readonly prices: EntryIndex
  readonly contradictions: Contradiction[] = []
  readonly asked: Question[] = []
  /** Exercises, sales and values that the scenario had, or a file before. */
  known = 0
  readonly #splits: readonly { on: string; ratio: number }[]
  readonly #places = new Map<object, Entry>()
  readonly #said = new Set<string>()

  constructor(scenario: unknown, lists: Lists) {
    this.#splits = splitsOf(scenario)
    this.grants = new EntryIndex(lists.grants, ({ id, on }) => [`id ${id}`, keyOf('granted', on)])
    this.lots = new EntryIndex(lists.lots, ({ grant, exercised }) => [keyOf(grant, exercised)])
    // A planned exercise names the lot it makes
    for (const { as } of lists.plan) this.lots.reserve(as)
    // By year only what the person wrote: sales from files are found by their day
    this.plan = new EntryIndex(lists.plan, ({ sell, lot, on, sources }) =>
      sell === undefined ? [] : [keyOf(lot, on), ...(sources === undefined ? [yearKey(lot, on)] : [])],
    )
    this.exercises = new EntryIndex(lists.plan, ({ exercise, grant, on }) =>
      exercise === undefined ? [] : [keyOf(grant, on), yearKey(grant, on)],
    )
    this.prices = new EntryIndex(lists.prices, ({ on }) => [keyOf('value', on)])
  }

  beginFile(): void {
    for (const index of [this.grants, this.lots, this.plan, this.exercises, this.prices]) index.beginFile()
  }

  /** Notes that a fact is this entry, adds its source, and fills in what the entry lacks. */
  join({ fact, from }: Found<object>, index: EntryIndex, entry: Entry, values: Entry, path: string): void {
    this.#places.set(fact, entry)
    for (const [key, value] of Object.entries(values)) {
      if (value === undefined) continue
      if (entry[key] === undefined) entry[key] = value
      else if (!agree(entry[key], value))
        this.contradict(`${path}[${index.placeOf(entry)}].${key}`, entry[key], value, from)
    }
    index.changed(entry)
    addSource(entry, from, index === this.grants)
    if (index === this.grants) return
    index.take(entry)
    this.known++
  }

  /** Adds a fact as a new entry of a list. */
  add({ fact, from }: Found<object>, index: EntryIndex, values: Entry): void {
    const entry: Entry = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
    addSource(entry, from, false)
    index.add(entry)
    this.#places.set(fact, entry)
  }

  contradict(path: string, scenario: unknown, found: unknown, from: Provenance, why = asItIs): void {
    const message = `The scenario has ${shown(scenario)}, ${sourceText(from)} has ${shown(found)}. ${why}`
    if (this.#said.has(`${path} ${message}`)) return
    this.#said.add(`${path} ${message}`)
    this.contradictions.push({ path, scenario, found, from, message })
  }

  /** Asks whether something new is what the plan has for another day of the year: then it would count twice. */
  askIfPlanned(index: EntryIndex, what: unknown, on: string, doing: 'exercise' | 'sell', from: Provenance): void {
    const planned = index.free(yearKey(what, on), ({ sources }) => sources === undefined)
    if (!planned) return
    const path = `plan[${index.placeOf(planned)}]`
    const act = doing === 'sell' ? 'sells' : 'exercises'
    const message = `The plan ${act} ${planned[doing]} of ${what} on ${planned['on']}, and ${sourceText(from)} has it for ${on}. If that is the same, take it out of the plan: now both count.`
    if (!this.asked.some((each) => each.path === path))
      this.asked.push({ path, message, changes: 'every figure of that year' })
  }

  /** The value of a share that the scenario states for a day, restated for splits since; undefined where it states none. */
  statedValue(on: string): number | undefined {
    const before = this.prices.entries.filter((price) => String(price['on']) <= on && typeof price['fmv'] === 'number')
    const last = before.sort((one, other) => (String(one['on']) < String(other['on']) ? -1 : 1)).at(-1)
    if (!last) return undefined
    const since = this.#splits.filter((split) => split.on > String(last['on']) && split.on <= on)
    return since.reduce((value, { ratio }) => value / ratio, Number(last['fmv']))
  }

  /** The entry that a fact became part of; undefined where it contradicts. */
  placeOf(fact: object): Entry | undefined {
    return this.#places.get(fact)
  }

  /**
   * Whether a fact of a day names its grant by a price restated for splits after that day: then its shares and values are
   * restated too, and a scenario wants those of the day. Such a fact is listed and not added.
   */
  restatedLater(grant: GrantReference, on: string, from: Provenance): boolean {
    const known = this.grantOf(grant, on) ? undefined : this.grantOf(grant)
    if (!known) return false
    this.contradict(`grants[${this.grants.placeOf(known)}].strike`, known['strike'], grant.strike, from, restated)
    return true
  }

  /** The grant that a reference means: by id unless its day or price say otherwise, else by day and price. */
  grantOf({ id, on, strike }: GrantReference, asOf?: string): Entry | undefined {
    const fits = (grant: Entry): boolean =>
      (on === undefined || grant['on'] === undefined || grant['on'] === on) &&
      (strike === undefined || typeof grant['strike'] !== 'number' || this.#sameStrike(grant, strike, asOf))
    const named = id === undefined ? undefined : this.grants.at(`id ${id}`)[0]
    if (named && fits(named)) return named
    if (on === undefined || strike === undefined) return undefined
    const alike = this.grants.at(keyOf('granted', on)).filter(fits)
    // Two grants of one day and price can only be told apart by name
    return alike.length === 1 ? alike[0] : undefined
  }

  /** Strikes of files are those of the grant, or restated for the splits up to the day of the file's fact. */
  #sameStrike(grant: Entry, strike: number, asOf: string | undefined): boolean {
    const stated = grant['strike'] as number
    let restated = stated
    for (const { on, ratio } of this.#splits)
      if (on > String(grant['on']) && (asOf === undefined || on <= asOf)) restated /= ratio
    return [stated, restated].some((price) => Math.abs(price - strike) < cent)
  }
}

const asItIs = 'The scenario stays as it is: correct it if the file is right.'
const restated =
  'The file restates it for a split after that day, and so shares and value too. Nothing was taken over: enter them as they were on the day, from Form 3921.'

function splitsOf(scenario: unknown): { on: string; ratio: number }[] {
  const company = (scenario as { company?: { splits?: unknown } }).company
  const splits = company && Array.isArray(company.splits) ? company.splits : []
  return splits.filter((each) => typeof each?.on === 'string' && typeof each?.ratio === 'number' && each.ratio > 0)
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
