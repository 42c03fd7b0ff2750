/**
 * Cases of shares to try properties on: grants with every kind of vesting, values that move, splits, and a plan of
 * exercises and dispositions that can be carried out. Half of the sales lie on the last day of a holding period or beside it.
 */
import fc from 'fast-check'
import type { Case } from '../../src/case.ts'
import { dateOf, dayNumber, type PlainDate, periodEnds } from '../../src/date.ts'
import type { Action } from '../../src/equity/action.ts'
import { type Grant, splitFactor, vestedShares } from '../../src/equity/grant.ts'
import { caseOf, exerciseOf, giftOf, grantOf, saleOf } from '../cases.ts'
import { companyWith } from './ledger.ts'

/** What the plan may hold beside exercises and sales. */
export interface Kinds {
  readonly gifts?: boolean
  readonly relatedBuyers?: boolean
  readonly forfeits?: boolean
  readonly splits?: boolean
  /** Sales come close to exercises, so that some are wash sales. */
  readonly washSales?: boolean
  /** Value at grant so high that the $100,000 limit is passed. */
  readonly limit?: boolean
}

/** A case whose plan can be carried out to the end. */
export const sharesCase = (kinds: Kinds = {}): fc.Arbitrary<Case> =>
  fc
    .record({
      grants: fc.array(grantDraw, { minLength: 1, maxLength: 3 }),
      values: fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 28, maxLength: 28 }),
      splits: kinds.splits ? fc.array(splitDraw, { maxLength: 2 }) : fc.constant([]),
      events: fc.array(eventDraw(kinds), { minLength: 2, maxLength: 9 }),
    })
    .map((drawn) => built(drawn, kinds))

const share = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100)

const grantDraw = fc.record({
  kind: fc.constantFrom<Grant['kind'][]>('iso', 'iso', 'iso', 'nso'),
  on: fc.integer({ min: dayNumber('2019-01-05'), max: dayNumber('2022-12-28') }),
  shares: fc.integer({ min: 4, max: 240 }),
  strike: fc.integer({ min: 1, max: 240 }).map((quarters) => quarters / 4),
  valueAtGrant: fc.integer({ min: 500, max: 9_000 }),
  vesting: fc.constantFrom('none', 'monthly', 'quarterly', 'dated'),
  cliffMonths: fc.constantFrom(0, 12),
  years: fc.integer({ min: 2, max: 4 }),
  earlyExercise: fc.boolean(),
  leavesAfterDays: fc.option(fc.integer({ min: 200, max: 2_500 }), { freq: 4, nil: null }),
})
type GrantDraw = typeof grantDraw extends fc.Arbitrary<infer Drawn> ? Drawn : never

const splitDraw = fc.record({
  on: fc.integer({ min: dayNumber('2019-06-01'), max: dayNumber('2030-01-01') }),
  ratio: fc.constantFrom(2, 3, 4, 0.5, 1.5),
})

const eventDraw = ({ gifts, relatedBuyers, forfeits }: Kinds) =>
  fc.record({
    kind: fc.constantFrom<('exercise' | 'sell' | 'give' | 'forfeit')[]>(
      ...(['exercise', 'exercise', 'exercise', 'sell', 'sell', 'sell', 'sell'] as const),
      ...(gifts ? (['give'] as const) : []),
      ...(forfeits ? (['forfeit'] as const) : []),
    ),
    days: fc.oneof(fc.constantFrom(0, 1, 29, 30, 31, 32, 60), fc.integer({ min: 33, max: 500 })),
    // A sale aims at the end of a period of a lot, so many days off
    aim: fc.constantFrom('none', 'none', 'grant', 'exercise', 'vesting'),
    off: fc.constantFrom(-1, 0, 1),
    which: fc.nat(5),
    firstInFirstOut: fc.boolean(),
    part: share,
    price: fc.option(fc.integer({ min: 1, max: 480 }), { nil: null }),
    fees: fc.constantFrom(0, 0, 0, 7),
    how: fc.constantFrom<('hold' | 'sellToCover' | 'sameDaySale')[]>(
      'hold',
      'hold',
      'hold',
      'sellToCover',
      'sameDaySale',
    ),
    election83b: fc.boolean(),
    relatedBuyer: relatedBuyers ? fc.boolean() : fc.constant(false),
    inW2: fc.boolean(),
    reported: fc.constantFrom('basis' as const, 'proceeds' as const, 'none' as const),
  })
type EventDraw = ReturnType<typeof eventDraw> extends fc.Arbitrary<infer Drawn> ? Drawn : never

interface Drawn {
  readonly grants: readonly GrantDraw[]
  readonly values: readonly number[]
  readonly splits: readonly { readonly on: number; readonly ratio: number }[]
  readonly events: readonly EventDraw[]
}

/** Shares of one exercise while the plan is made, counted as of the grant: those vest first that were taken first. */
interface Lot {
  readonly id: string
  readonly grant: Grant
  readonly on: PlainDate
  /** Shares of the grant exercised before it. */
  readonly after: number
  size: number
  gone: number
}

function built({ grants: drawnGrants, values, splits: drawnSplits, events }: Drawn, kinds: Kinds): Case {
  const splits = drawnSplits.map(({ on, ratio }) => ({ on: dateOf(on), ratio }))
  const grants = drawnGrants.map((drawn, i) => grantFrom(drawn, i, kinds.limit === true))
  const since = '2019-01-01'
  const quotes = values.map((value, i) => {
    const on = `${2019 + (i >> 1)}-${i % 2 === 0 ? '01' : '07'}-01`
    return [on, value / 4 / splitFactor(splits, since, on)] as const
  })
  const plan = new Plan(grants, (on) => splitFactor(splits, since, on), kinds.washSales === true)
  for (const event of events) plan.add(event)
  return caseOf({ grants, plan: plan.actions, company: companyWith(Object.fromEntries(quotes), splits) })
}

function grantFrom(drawn: GrantDraw, i: number, limit: boolean): Grant {
  const { kind, shares, strike, valueAtGrant, years, cliffMonths, earlyExercise, leavesAfterDays } = drawn
  // Days up to the 28th: how months end is tested by itself
  const on = dateOf(drawn.on).replace(/(29|30|31)$/, '28')
  const months = 12 * years
  const vesting =
    drawn.vesting === 'none'
      ? null
      : drawn.vesting === 'dated'
        ? [
            { on: dateOf(drawn.on + 200), shares: Math.floor(shares / 3) },
            { on: dateOf(drawn.on + 365 * years), shares: shares - Math.floor(shares / 3) },
          ]
        : { from: on, months, cliffMonths, everyMonths: drawn.vesting === 'monthly' ? 1 : 3 }
  return grantOf({
    ...{ id: `g${i}`, kind, on, shares, strike, vesting, earlyExercise },
    // Without the limit every grant is worth a third of it at most
    fmvAtGrant: limit ? valueAtGrant : strike,
    expires: `${Number(on.slice(0, 4)) + 9}-12-31`,
    employmentEnds: leavesAfterDays === null ? null : dateOf(drawn.on + leavesAfterDays).replace(/(29|30|31)$/, '28'),
  })
}

/** A plan as it is made: what may be done on a day is known from what was done before. */
class Plan {
  readonly actions: Action[] = []
  readonly #lots: Lot[] = []
  readonly #exercised = new Map<string, number>()
  readonly #grants: readonly Grant[]
  readonly #factor: (on: PlainDate) => number
  readonly #close: boolean
  #day: number
  #kind = ''

  constructor(grants: readonly Grant[], factor: (on: PlainDate) => number, close: boolean) {
    this.#grants = grants
    this.#factor = factor
    this.#close = close
    this.#day = Math.max(...grants.map((grant) => dayNumber(grant.on)))
  }

  add(event: EventDraw): void {
    const { kind, days, which } = event
    // Without wash sales no exercise is within thirty days of another one or of a sale
    const together = this.#close || (kind !== 'exercise' && this.#kind !== 'exercise')
    const gap = together ? days : Math.max(days, 31)
    const lot = this.#lots[which % Math.max(1, this.#lots.length)]
    const aimed = kind === 'exercise' || !lot ? 0 : aimOf(event, lot)
    const day = aimed >= this.#day + (together ? 0 : 31) ? aimed : this.#day + gap
    const on = dateOf(day)
    if (on > '2032-06-30') return
    if (!this.#act(event, on, lot)) return
    this.#day = day
    this.#kind = kind
  }

  #act(event: EventDraw, on: PlainDate, lot: Lot | undefined): boolean {
    if (event.kind === 'exercise') return this.#exercise(event, on)
    if (!lot) return false
    return event.kind === 'forfeit' ? this.#forfeit(event, on, lot) : this.#dispose(event, on, lot)
  }

  #exercise({ which, part, how: drawn, election83b, price, inW2, reported }: EventDraw, on: PlainDate): boolean {
    const grant = this.#grants[which % this.#grants.length] as Grant
    const before = this.#exercised.get(grant.id) ?? 0
    const employed = grant.employmentEnds === null || on <= grant.employmentEnds
    const may = (grant.earlyExercise && employed ? grant.shares : vestedShares(grant, on)) - before
    const restated = this.#factor(on) / this.#factor(grant.on)
    const shares = Math.floor(may * restated * Math.max(part, 0.05) + 1e-9)
    if (shares < 1 || on > grant.expires) return false
    const size = shares / restated
    const id = `e${this.#lots.length}`
    const vested = vestedShares(grant, on) - before >= size - 1e-9
    const strike = grant.strike / restated
    const how = vested && (drawn !== 'sellToCover' || (price ?? 0) / 4 / restated > strike) ? drawn : 'hold'
    const sale = how === 'sellToCover' && price !== null ? price / 4 / restated : null
    const sold = how === 'hold' ? 0 : how === 'sameDaySale' ? shares : Math.ceil((strike * shares) / (sale ?? 1) - 1e-9)
    this.actions.push(
      exerciseOf(on, shares, { grant: grant.id, as: id, how, election83b, price: sale, inW2, reported }),
    )
    this.#lots.push({ id, grant, on, after: before, size, gone: sold / restated })
    this.#exercised.set(grant.id, before + size)
    return true
  }

  /** Vested shares of a lot still held, as of the grant. */
  #vested({ grant, after, size, gone }: Lot, on: PlainDate): number {
    return Math.max(0, Math.min(size, grant.earlyExercise ? vestedShares(grant, on) - after : size) - gone)
  }

  #dispose(event: EventDraw, on: PlainDate, named: Lot): boolean {
    const { kind, part, price, fees, relatedBuyer, inW2, reported } = event
    const lots = event.firstInFirstOut ? this.#lots : [named]
    const restated = (lot: Lot) => this.#factor(on) / this.#factor(lot.grant.on)
    const held = lots.reduce((sum, lot) => sum + this.#vested(lot, on) * restated(lot), 0)
    const whole = Math.floor(held * part + 1e-9)
    const shares = part > 0.6 || whole < 1 ? held : whole
    if (shares < 1e-6) return false
    let wanted = shares
    for (const lot of lots) {
      const taken = Math.min(wanted, this.#vested(lot, on) * restated(lot))
      lot.gone += taken / restated(lot)
      wanted -= taken
    }
    const lot = event.firstInFirstOut ? null : named.id
    const each = price === null ? null : price / 4 / this.#factor(on)
    this.actions.push(
      kind === 'give'
        ? giftOf(on, { shares, lot, to: 'person', inW2 })
        : saleOf(on, shares, each, { lot, fees: fees < shares * (each ?? 0) ? fees : 0, relatedBuyer, inW2, reported }),
    )
    return true
  }

  #forfeit({ part }: EventDraw, on: PlainDate, lot: Lot): boolean {
    const unvested = lot.size - lot.gone - this.#vested(lot, on)
    const restated = this.#factor(on) / this.#factor(lot.grant.on)
    const shares = Math.floor(unvested * restated * part + 1e-9)
    if (shares < 1) return false
    lot.size -= shares / restated
    this.actions.push({ kind: 'forfeit', on, lot: lot.id, shares, price: null })
    return true
  }
}

/** The day a sale aims at: the end of a period of the lot, or beside it. */
function aimOf({ aim, off }: EventDraw, { grant, on, after }: Lot): number {
  if (aim === 'none') return 0
  if (aim === 'grant') return dayNumber(periodEnds(grant.on, 2)) + off
  if (aim === 'exercise') return dayNumber(periodEnds(on, 1)) + off
  // A year after shares of the lot vested, as far as the schedule says in days
  const step = Array.isArray(grant.vesting) ? grant.vesting.find((each) => each.on > on) : undefined
  return step && after < grant.shares ? dayNumber(periodEnds(step.on, 1)) + off : 0
}
