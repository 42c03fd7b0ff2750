/** When and at what price shares can be sold: by what the file says of the company, or in one outcome of it. None is assumed but the last day looked at. */
import type { Company, Outcome } from '../case.ts'
import { dateOf, dayNumber, isWeekday, lastWeekday, type PlainDate } from '../date.ts'
import { nextSale, saleChance } from './saleChance.ts'

/**
 * What lets shares go: a market; an offer of one day; the day a deal takes them, holding periods or not; or the end of what is looked at,
 * where shares without a market are taken at their value.
 */
export type ExitKind = 'market' | 'tender' | 'deal' | 'end'

/** One chance to sell. */
export interface Exit {
  readonly kind: ExitKind
  readonly on: PlainDate
  /** Dollars a share; null: the value of the day. */
  readonly price: number | null
  /** The most shares that can be sold; null: any number. */
  readonly most: number | null
}

/** The chances of shares that may be sold from a day on, in order; the last takes whatever is left. */
export type Exits = (from: PlainDate) => readonly Exit[]

/** By what the file says: a market from a day on, or tenders, and the last weekday of a year for what then is left. */
export function exitsOf(company: Company, through: number): Exits {
  const end = lastWeekday(through)
  return (from) => {
    const exits: Exit[] = []
    for (let on = nextSale(company, from); on !== null && on <= end; on = nextSale(company, dayAfter(on))) {
      const chance = saleChance(company, on)
      if (chance === 'market' && isWeekday(dayNumber(on))) return [...exits, { ...open, on }]
      for (const tender of chance === 'tender' ? (company.tenders ?? []) : [])
        if (tender.on === on) exits.push({ kind: 'tender', on, price: tender.price, most: tender.maxShares })
    }
    return [...exits, { ...atEnd, on: from > end ? from : end }]
  }
}

/** In one outcome: before its day as the file says of tenders, from then on as the outcome has it. */
export function exitsIn(
  company: Company,
  { kind, on, price, sellableFrom, maxShares }: Outcome,
  through: number,
): Exits {
  const end = lastWeekday(through)
  const known = on ?? end
  const early = exitsOf({ ...company, tenders: (company.tenders ?? []).filter((each) => each.on < known) }, through)
  return (from) => {
    const before = early(from).filter((exit) => exit.kind !== 'end' && exit.on < known)
    if (before.some((exit) => exit.kind === 'market')) return before
    const after = from > known ? from : known
    if (kind === 'cash') return [...before, { ...open, kind: 'deal', on: known, price: null }]
    if (kind === 'ipo' || kind === 'stock') {
      const opens = sellableFrom !== null && sellableFrom > after ? sellableFrom : after
      const first = firstWeekday(opens)
      return [...before, first <= end ? { ...open, on: first } : { ...atEnd, on: end }]
    }
    if (maxShares !== null && from <= known)
      return [...before, { kind: 'tender', on: known, price, most: maxShares }, { ...atEnd, on: end }]
    return [...before, { ...atEnd, on: after > end ? after : end }]
  }
}

const open = { kind: 'market', price: null, most: null } as const
const atEnd = { kind: 'end', price: null, most: null } as const

const dayAfter = (on: PlainDate): PlainDate => dateOf(dayNumber(on) + 1)

function firstWeekday(from: PlainDate): PlainDate {
  let day = dayNumber(from)
  while (!isWeekday(day)) day++
  return dateOf(day)
}
