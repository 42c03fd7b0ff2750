/** Selling shares: now, or at each clock, in money after tax; and what Form 8949 shows of it in both systems. */
import type { Assumed, Case } from '../case.ts'
import { dateOf, dayNumber, type PlainDate, yearOf } from '../date.ts'
import type { BrokerReport } from '../equity/action.ts'
import type { Block } from '../equity/block.ts'
import { booksFor } from '../equity/books.ts'
import { splitFactor } from '../equity/grant.ts'
import { runLedger } from '../equity/ledger.ts'
import { requireValue } from '../equity/onDay.ts'
import { prepare } from '../equity/prepared.ts'
import { blocksOf, type DispositionRecord, sharesOf } from '../equity/shares.ts'
import { InputError } from '../errors.ts'
import { consider, type Notice } from '../explain/notices.ts'
import { form8949Of } from '../forms/form8949.ts'
import { yearsWithLaw } from '../law/federal/tables.ts'
import { toCents } from '../money.ts'
import { nearest } from '../nearest.ts'
import { type Branch, branchOn, breakEvenPrice, type Held, heldFrom, type Wanted } from '../plan/fork.ts'
import { bestSells, inOrder, type Sellable } from '../plan/lotChoice.ts'
import { type Asked, type Grounds, noticesFor, printedForm8949 } from './common.ts'
import { shareNotices } from './shareNotices.ts'
import { stateYearNotices } from './states.ts'

/** What is to be sold. `lot`: one by name, `fifo`, or `best`; `shares` left out: all that can be sold that day. */
export interface SellQuestion {
  readonly on: PlainDate
  readonly price?: number
  readonly lot?: string
  readonly shares?: number
  readonly fees?: number
  readonly reported?: BrokerReport
  readonly inW2?: boolean
  readonly relatedBuyer?: boolean
}

/** One branch of the fork. Dollars; taxes are what the sale adds, over all years looked at, to holding on. */
export interface SellBranch {
  readonly on: PlainDate
  readonly name: 'now' | 'longTerm' | 'qualifying'
  readonly kind: 'qualifying' | 'disqualifying' | 'nonstatutory' | 'mixed'
  /** The price asked about, restated for splits until the day. */
  readonly price: number
  readonly proceeds: number
  /** Ordinary income, and gain by term, for the regular tax; gain for AMT, and what line 2k of Form 6251 takes from both. */
  readonly compensation: number
  readonly shortTermGain: number
  readonly longTermGain: number
  readonly amtGain: number
  readonly tax: number
  /** Part of the tax that is AMT; below zero where the sale takes AMT away. */
  readonly amt: number
  /** What the states of residence add; not in `tax`. Null where a state cannot be figured. */
  readonly stateTax: number | null
  /** Proceeds less `tax` and what is known of `stateTax`. */
  readonly afterTax: number
  /** Of a share of the day asked about. */
  readonly perShare: number
  /** Minimum tax credit left at the end, beyond what holding on would leave. */
  readonly creditLeft: number
  /** After-tax money with that credit at its face value; branches are compared by it. */
  readonly worth: number
  readonly worthPerShare: number
  /** The price below which this branch is worse than selling now, and how far that is below the price asked; null for now. */
  readonly breakEvenPrice: number | null
  readonly priceFall: number | null
}

export interface SellAnswer extends Grounds {
  readonly on: PlainDate
  readonly price: number
  readonly shares: number
  readonly choice: 'lot' | 'fifo' | 'best'
  readonly sells: Wanted['sells']
  /** The last year looked at. */
  readonly through: number
  readonly branches: readonly SellBranch[]
  /** What first in, first out would be worth, where the best choice was asked for; and whether every order was tried. */
  readonly compared: { readonly fifoWorth: number; readonly everyOrder: boolean; readonly tried: number } | null
  /** Form 8949 of the sale asked about alone. */
  readonly forms: {
    readonly form8949: ReturnType<typeof printedForm8949>
    readonly form8949Amt: ReturnType<typeof printedForm8949>
  }
}

/**
 * The fork. What the plan itself does with these lots from that day on is set aside; everything else stands.
 * @throws InputError for a lot that is not there or not held, more shares than are held, or no price.
 */
export function sellAnswer(of: Case, asked: Asked, question: SellQuestion): SellAnswer {
  const { on } = question
  const rounding = asked.rounding ?? 'exact'
  const price = question.price ?? requireValue(of, on, `the sale on ${on}`)
  requireYear(of, on)
  const named = nameOf(of, question.lot)
  const there = lotsThen(of, on, named)
  const shares = question.shares ?? there.reduce((sum, each) => sum + each.shares, 0)
  requireEnough(there, shares, on, named)
  const { terms, assumed } = termsOf(of, question)
  const wantedOf = (sells: Wanted['sells']): Wanted => ({ on, sells, terms })
  const fifo = inOrder(there, shares)
  const chooses = question.lot === 'best' && named === undefined
  if (chooses) requireFew(there)
  const looked = chooses ? there : soldFrom(there, fifo)
  const last = Math.max(yearOf(on), of.assumptions.horizon, ...daysOf(looked).map((day) => yearOf(day.on)))
  const names = looked.map((each) => each.lot)
  const held = heldFrom(of, names, on, last, rounding)
  const best = chooses ? bestSells(there, shares, (sells) => branchOn(held, wantedOf(sells), on, price).worth) : null
  const wanted = wantedOf(best?.sells ?? fifo)
  const now = branchOn(held, wanted, on, price)
  const later = daysOf(soldFrom(there, wanted.sells)).map(({ on: day, name }) => {
    const same = price / splitFactor(of.company.splits, on, day)
    const branch = branchOn(held, wanted, day, same)
    return printedBranch(branch, name, shares, breakEvenPrice(held, wanted, now, branch))
  })
  const year = now.years.find((each) => each.year === yearOf(on))
  if (!year) throw missingYear(of, on)
  return {
    ...{ year: year.year, on, price, shares, through: last },
    choice: best ? 'best' : named === undefined ? 'fifo' : 'lot',
    sells: wanted.sells,
    branches: [printedBranch(now, 'now', shares, null), ...later],
    compared: best && {
      ...{
        fifoWorth: toCents(branchOn(held, wantedOf(fifo), on, price).worth),
        everyOrder: best.whole,
        tried: best.tried,
      },
    },
    forms: {
      form8949: printedForm8949(form8949Of(now.dispositions, 'regular', of.company.name)),
      form8949Amt: printedForm8949(form8949Of(now.dispositions, 'amt', of.company.name)),
    },
    notices: [
      ...noticesFor(consider(year.choice), year.facts),
      ...saleNotices(of, held, now),
      ...stateYearNotices(now.states),
    ],
    assumed: [...of.assumed, ...assumed],
  }
}

/** How the shares are sold, with each default that was taken. */
function termsOf(of: Case, question: SellQuestion): { readonly terms: Wanted['terms']; readonly assumed: Assumed[] } {
  const usual: Wanted['terms'] = {
    ...{ fees: 0, relatedBuyer: false, inW2: true },
    reported: of.company.listed ? 'basis' : 'none',
  }
  const {
    fees = usual.fees,
    relatedBuyer = usual.relatedBuyer,
    inW2 = usual.inW2,
    reported = usual.reported,
  } = question
  const flags = { fees: '--fees', relatedBuyer: '--related-buyer', inW2: '--not-in-w2', reported: '--broker' } as const
  const missing = (Object.keys(flags) as (keyof typeof flags)[]).filter((name) => question[name] === undefined)
  return {
    terms: { fees, relatedBuyer, inW2, reported },
    assumed: missing.map((name) => ({ path: flags[name], value: String(usual[name]), message: 'not given' })),
  }
}

/** The lot asked for; `fifo` and `best` are ways to choose, unless a lot is called so. */
function nameOf(of: Case, lot: string | undefined): string | undefined {
  if (lot !== 'fifo' && lot !== 'best') return lot
  return prepare(of).lots.some((each) => each.id === lot) ? lot : undefined
}

/** A lot as it stands on the day asked about. */
interface LotThen extends Sellable {
  readonly clocks: readonly Clock[]
}

interface Clock {
  readonly on: PlainDate
  readonly name: 'longTerm' | 'qualifying'
}

/**
 * What of each lot can be sold on a day, in the order of exercise, after what the plan does before it; and the days after it
 * on which those shares become long-term, or qualify.
 */
function lotsThen(of: Case, on: PlainDate, wanted: string | undefined): LotThen[] {
  const plan = of.plan.filter((action) => action.on < on || (action.on === on && action.kind === 'exercise'))
  const { prepared, refused } = runLedger(booksFor(prepare({ ...of, plan })))
  if (refused && refused.year <= yearOf(on)) throw refused.error
  const day = dayNumber(on)
  if (wanted !== undefined && !prepared.lots.some((lot) => lot.id === wanted)) throw unknownLot(of, wanted)
  return prepared.lots
    .filter((lot) => lot.day <= day && (wanted === undefined || lot.id === wanted))
    .map((lot) => {
      const free = blocksOf(lot).filter((block) => block.freeDay <= day && block.left > 0)
      const left = free.reduce((sum, block) => sum + block.left, 0)
      const shares = +((left * prepared.market.factorAt(day)) / lot.factor).toFixed(6)
      return { lot: lot.id, shares, clocks: free.flatMap((block) => clocksOf(block, on)) }
    })
    .filter((lot) => lot.shares > 0)
}

const clocksOf = (block: Block, on: PlainDate): Clock[] =>
  [
    { on: dateOf(block.longTermDay), name: 'longTerm' as const },
    ...(block.nonstatutory === 0 ? [{ on: dateOf(block.qualifyingDay), name: 'qualifying' as const }] : []),
  ].filter((clock) => clock.on > on)

/** The clocks of lots, ascending; a day on which shares qualify is called so. */
function daysOf(lots: readonly LotThen[]): Clock[] {
  const byDay = new Map<PlainDate, Clock['name']>()
  for (const { on, name } of lots.flatMap((lot) => lot.clocks))
    if (name === 'qualifying' || !byDay.has(on)) byDay.set(on, name)
  return [...byDay].map(([on, name]) => ({ on, name })).sort((one, other) => (one.on < other.on ? -1 : 1))
}

function printedBranch(branch: Branch, name: SellBranch['name'], shares: number, breakEven: number | null): SellBranch {
  const { on, price, proceeds, tax, amt, stateTax, afterTax, creditLeft, worth, dispositions } = branch
  const sum = (amount: (each: DispositionRecord) => number) =>
    toCents(dispositions.reduce((total, each) => total + amount(each), 0))
  return {
    ...{ on, name, kind: kindOf(dispositions), price, proceeds: toCents(proceeds) },
    compensation: sum((each) => each.amounts.compensation),
    shortTermGain: sum((each) => (each.long ? 0 : each.amounts.gain)),
    longTermGain: sum((each) => (each.long ? each.amounts.gain - each.excluded : 0)),
    amtGain: sum((each) => each.amounts.amtGain - each.amtExcluded),
    ...{ tax: toCents(tax), amt: toCents(amt), stateTax: stateTax === null ? null : toCents(stateTax) },
    ...{ afterTax: toCents(afterTax), perShare: toCents(afterTax / shares) },
    ...{ creditLeft: toCents(creditLeft), worth: toCents(worth), worthPerShare: toCents(worth / shares) },
    breakEvenPrice: breakEven === null ? null : toCents(breakEven),
    priceFall: breakEven === null || price === 0 ? null : Math.round((1 - breakEven / price) * 1e6) / 1e6,
  }
}

function kindOf(dispositions: readonly DispositionRecord[]): SellBranch['kind'] {
  const kinds = new Set(
    dispositions.map(({ nonstatutory, qualifying }) =>
      nonstatutory ? 'nonstatutory' : qualifying ? 'qualifying' : 'disqualifying',
    ),
  )
  const [only] = kinds
  return kinds.size === 1 && only ? only : 'mixed'
}

function saleNotices(of: Case, { of: held }: Held, now: Branch): Notice[] {
  const aside = of.plan.length - held.plan.length
  const closed = (of.company.blackouts ?? []).find(({ from, to }) => from <= now.on && now.on <= to)
  const notices: Notice[] = []
  if (aside > 0)
    notices.push({
      code: 'law',
      message: `${aside} later ${aside === 1 ? 'entry' : 'entries'} of the plan that would take from these shares ${aside === 1 ? 'is' : 'are'} set aside.`,
    })
  if (closed)
    notices.push({
      code: 'law',
      message: `${now.on} lies in a blackout, ${closed.from} to ${closed.to}: the shares may not be sold then.`,
    })
  if (!of.company.listed)
    notices.push({
      code: 'law',
      message: 'The shares are not listed: a sale needs a buyer, and the company may have to agree.',
    })
  const sold = sharesOf({ ...held, plan: [...held.plan, ...new Set(now.dispositions.map(({ action }) => action))] })
  return [...notices, ...shareNotices(of, sold, yearOf(now.on))]
}

function requireEnough(there: readonly Sellable[], shares: number, on: PlainDate, lot: string | undefined): void {
  const free = there.reduce((sum, each) => sum + each.shares, 0)
  const what = lot === undefined ? 'shares' : `shares of ${lot}`
  if (free <= 0) throw problem('--on', 'tooManyShares', `no ${what} are held and vested on ${on}. Choose another day.`)
  if (shares > free + 1e-6)
    throw problem('--shares', 'tooManyShares', `is ${shares}, and only ${free} ${what} are held and vested on ${on}.`)
}

function soldFrom(lots: readonly LotThen[], sells: Wanted['sells']): LotThen[] {
  const sold = new Set(sells.map(({ lot }) => lot))
  return lots.filter(({ lot }) => sold.has(lot))
}

/** Lots among which a best choice can be looked for in good time. */
const lotsCompared = 30

function requireFew(lots: readonly LotThen[]): void {
  if (lots.length > lotsCompared)
    throw problem(
      '--lot',
      'outOfRange',
      `best compares at most ${lotsCompared} lots, and ${lots.length} are held. Name a lot.`,
    )
}

function requireYear(of: Case, on: PlainDate): void {
  const first = of.incomes[0]?.year
  if (first === undefined || yearOf(on) < first) throw missingYear(of, on)
  if (yearOf(on) + 2 > yearsWithLaw.last)
    throw problem(
      '--on',
      'outOfRange',
      `is ${on}, and figures of the law reach to ${yearsWithLaw.last}. Choose an earlier day.`,
    )
}

const missingYear = (of: Case, on: PlainDate): InputError =>
  problem(
    `incomes.${yearOf(on)}`,
    'missing',
    `no income for ${yearOf(on)}: the file begins with ${of.incomes[0]?.year}. Add incomes.${yearOf(on)}.`,
  )

function unknownLot(of: Case, lot: string): InputError {
  const names = prepare(of).lots.map((each) => each.id)
  const close = nearest(lot, names)
  const hint = close ? `Did you mean ${close}?` : `There are ${names.slice(0, 5).join(', ') || 'none'}.`
  return problem('--lot', 'unknownReference', `there is no lot ${lot}. ${hint}`)
}

const problem = (path: string, code: string, message: string): InputError => new InputError([{ path, code, message }])
