/**
 * Random problems on the whole federal law, published or projected, with everything in their years that the rows claim to hold.
 * Columns are put together by hand, so that no rule of the ledger stands between the rows and the forms.
 */
import { type Facts, noFacts } from '../../src/forms/facts.ts'
import { type FederalLaw, lawOf } from '../../src/law/federal/law.ts'
import { federalTable } from '../../src/law/federal/tables.ts'
import type { FilingStatus } from '../../src/law/law.ts'
import { figureReturn } from '../../src/return.ts'
import {
  type Column,
  type Problem,
  type ScheduleYear,
  type Shares,
  type SumName,
  sumNames,
} from '../../src/schedule/problem.ts'
import { statuses } from '../laws.ts'
import { type Seeded, seeded } from './seeded.ts'

/** What a random problem may have. */
export interface Features {
  readonly status?: FilingStatus
  readonly shortTerm: boolean
  readonly cash: boolean
  /** Years that may itemize or not, and credits even where there is little tax. */
  readonly choices: boolean
}

/** A few years that decide and a few that follow, one or two grants, at most two lots. */
export function fullProblem(seed: number, { status: given, shortTerm, cash, choices }: Features): Problem {
  const draw = seeded(seed)
  const status = given ?? draw.pick(statuses)
  const first = draw.whole(2026, 2029)
  const T = draw.whole(2, 4)
  const count = T + draw.whole(1, 3)
  const usual = draw.pick([draw.between(0, 40_000), draw.between(40_000, 200_000), draw.between(200_000, 1_200_000)])
  const kind = { ...featuresOf(draw), shortTerm, choices }
  const years = Array.from({ length: count }, (_, i): ScheduleYear => {
    const table = federalTable(first + i, { inflation: 0.025, wageGrowth: 0.03 })
    const law = lawOf({ table, status, rounding: 'exact', readings: {} })
    const facts = factsOf(draw, kind, usual, status, law)
    const baseTax = figureReturn(facts, law).form1040.line24
    return { ...{ year: first + i, law, facts, baseTax }, taxWorth: 1.05 ** -i, saved: draw.whole(0, 30_000) }
  })
  const losses = () => (draw.chance(0.3) ? draw.whole(0, 40_000) : 0)
  return {
    ...{ years, caps: [], ...columnsOf(draw, T, shortTerm) },
    begins: {
      ...{ minimumTaxCreditMade: draw.chance(0.3) ? draw.whole(-20_000, 60_000) : 0, vehicleCreditUnallowed: 0 },
      ...{ minimumTaxCredit: draw.chance(0.4) ? draw.whole(0, 120_000) : 0, charity: [] },
      capitalLoss: { short: shortTerm ? losses() : 0, long: losses() },
      amtCapitalLoss: { short: shortTerm ? losses() : 0, long: losses() },
    },
    cash: cash ? { from: 0, start: draw.whole(0, 400_000), rate: 0.02, strikeFirst: draw.chance(0.5) } : null,
  }
}

/** The same problem in a few blocks of shares, so that every plan can be gone through. */
export function inBlocks(of: Problem): Problem {
  const count = of.sources.map(({ shares, kind }) => Math.min(shares, kind === 'lot' ? 3 : 5))
  const size = of.sources.map(({ shares }, s) => shares / (count[s] as number))
  return {
    ...of,
    sources: of.sources.map((source, s) => ({
      ...source,
      shares: count[s] as number,
      vested: source.vested.map((vested) => Math.floor(vested / (size[s] as number) + 1e-9)),
    })),
    columns: of.columns.map((column) => {
      const by = size[column.source] as number
      const times = <Each extends { amount: number }>(each: Each): Each => ({ ...each, amount: each.amount * by })
      const { touches, flows, worth } = column
      return { ...column, touches: touches.map(times), flows: flows.map(times), worth: worth * by }
    }),
  }
}

/** Whole shares for some of the columns, within what vests; lots are sold out. */
export function randomPlan(of: Problem, draw: Seeded): Shares {
  const plan = new Float64Array(of.columns.length)
  of.sources.forEach((source, s) => {
    const own = of.columns.flatMap((column, at) => (column.source === s ? [{ ...column, at }] : []))
    const room = source.vested.map((vested) => Math.min(source.shares, vested))
    let left = source.shares
    const take = (column: (typeof own)[number], wanted: number): void => {
      const shares = Math.max(0, Math.min(wanted, left, ...room.slice(Math.max(0, column.exercised))))
      for (let day = Math.max(0, column.exercised); day < room.length; day++) room[day] = (room[day] as number) - shares
      plan[column.at] = (plan[column.at] as number) + shares
      left -= shares
    }
    if (own.length === 0) return
    const pieces = draw.whole(0, 3)
    for (let i = 0; i < pieces; i++) take(draw.pick(own), draw.chance(0.3) ? left : draw.whole(0, left))
    if (source.kind === 'lot') take(draw.pick(own), left)
  })
  return plan
}

/** What the years of one problem may hold, each of them now and then. */
function featuresOf(draw: Seeded) {
  const some = () => draw.chance(0.35)
  return {
    ...{ interest: some(), dividends: some(), otherGains: some(), otherIncome: some(), itemizes: some() },
    ...{ gifts: some(), seniors: some(), credits: some(), foreign: some(), adjustments: some(), decided: some() },
  }
}

function factsOf(
  draw: Seeded,
  has: ReturnType<typeof featuresOf> & Pick<Features, 'shortTerm' | 'choices'>,
  usual: number,
  status: FilingStatus,
  law: FederalLaw,
): Facts {
  const facts = noFacts()
  const set = (amounts: Partial<Facts>): void => {
    Object.assign(facts, amounts)
  }
  const wages = draw.chance(0.2) ? draw.whole(0, 30_000) : Math.round(usual * draw.between(0.7, 1.3))
  set({ wages })
  if (has.interest) set({ interest: draw.whole(0, 30_000) })
  if (has.dividends) {
    const ordinaryDividends = draw.whole(0, 40_000)
    set({ ordinaryDividends, qualifiedDividends: Math.round(ordinaryDividends * draw.pick([0.5, 0.9, 1])) })
  }
  if (has.otherIncome) set({ otherIncome: draw.whole(-10_000, 60_000) })
  if (has.otherGains) {
    facts.gains.long = draw.whole(-20_000, 60_000)
    facts.gains.short = has.shortTerm ? draw.whole(-20_000, 40_000) : 0
    Object.assign(facts.amtGains, { long: facts.gains.long, short: facts.gains.short })
  }
  if (has.itemizes) {
    const ways = has.choices ? (['lowestTax', 'lowestTax', 'larger', 'itemized'] as const) : (['itemized'] as const)
    set({ hasItemized: true, deductionChoice: draw.pick(ways) })
    set({ stateAndLocalTaxes: draw.whole(0, 60_000), realEstateTaxes: draw.whole(0, 20_000) })
    set({ mortgageInterest: draw.whole(0, 45_000) })
  }
  // Not so much that a gift is carried on: the rows refuse that
  if (has.gifts && (has.choices || has.itemizes)) set({ charityCash: draw.whole(0, Math.round(0.05 * wages)) })
  if (has.seniors) {
    const seniors = draw.whole(1, status === 'mfj' ? 2 : 1)
    set({ seniors, agedOrBlindBoxes: seniors + draw.whole(0, 1) })
  }
  if (has.credits && (has.choices || wages > 250_000))
    set({ childTaxCredit: draw.pick([0, 2_200, 4_400]), otherCredits: draw.pick([0, 1_000, 7_500]) })
  if (has.foreign) set({ foreignTaxCredit: draw.whole(0, 600), amtForeignTaxCredit: draw.whole(0, 600) })
  if (has.adjustments) adjust(draw, facts)
  if (has.decided) decide(draw, facts, law, has.shortTerm)
  return facts
}

/** Lines of Form 6251 beside the spread. */
function adjust(draw: Seeded, facts: Facts): void {
  for (const line of ['line2b', 'line2c', 'line2d', 'line2g', 'line2h', 'line2l', 'otherAmtAdjustment'] as const)
    if (draw.chance(0.3)) facts[line] = draw.whole(-8_000, 20_000)
  if (draw.chance(0.3)) facts.otherAmtExclusion = draw.whole(0, 15_000)
}

/** What stands decided: shares exercised and sold already in the year. */
function decide(draw: Seeded, facts: Facts, law: FederalLaw, shortTerm: boolean): void {
  if (draw.chance(0.5)) facts.isoSpread = draw.whole(0, law.amtExemption)
  if (draw.chance(0.5)) facts.optionWages = draw.whole(0, 80_000)
  if (draw.chance(0.5)) {
    facts.compensation = draw.whole(0, 80_000)
    facts.compensationUnreported = draw.whole(0, 10_000)
    facts.amtCompensation = draw.pick([0, facts.compensation + facts.compensationUnreported])
  }
  if (draw.chance(0.5)) {
    facts.gains.longD = draw.whole(-30_000, 60_000)
    facts.amtGains.longD = facts.gains.longD - draw.whole(0, 60_000)
    if (shortTerm) facts.gains.shortA = facts.amtGains.shortA = draw.whole(-30_000, 30_000)
  }
}

function columnsOf(draw: Seeded, T: number, shortTerm: boolean): Pick<Problem, 'columns' | 'sources'> {
  const columns: Column[] = []
  const sources: Problem['sources'][number][] = []
  const price = Array.from({ length: T }, () => draw.between(8, 60))
  const push = (of: Omit<Column, 'touches' | 'worth'>, brings: readonly (readonly [number, SumName, number])[]) => {
    const touches = brings.flatMap(([year, name, amount]) =>
      amount === 0 ? [] : [{ year, amount, kind: sumNames.indexOf(name) }],
    )
    columns.push({ ...of, touches, worth: of.flows.reduce((sum, { year, amount }) => sum + amount * 1.05 ** -year, 0) })
  }
  const at = (t: number): number => price[t] as number
  for (let g = draw.whole(1, 2); g > 0; g--) {
    const [strike, shares, nonstatutory] = [draw.between(1, 12), draw.whole(500, 20_000), draw.chance(0.25)]
    const [qualifies, vests] = [draw.whole(0, T), draw.chance(0.4)]
    const vested = Array.from({ length: T }, (_, t) => (vests ? Math.floor((shares * (t + 1)) / T) : shares))
    const source = sources.push({ name: `grant ${g}`, kind: 'grant', shares, vested }) - 1
    for (let e = 0; e < T; e++)
      for (let s = e; s < T && at(e) > strike; s++) {
        const [short, spread] = [shortTerm && s === e + 1, at(e) - strike]
        const flows = [
          { year: e, amount: -strike },
          { year: s, amount: at(s) },
        ]
        const of = { source, exercised: e, sold: s, atOnce: e === s, flows }
        const [gain, amtGain] = short ? (['short', 'amtShort'] as const) : (['long', 'amtLong'] as const)
        const compensation = s >= qualifies ? 0 : Math.max(0, Math.min(at(s), at(e)) - strike)
        if (nonstatutory)
          push(of, [
            [e, 'optionWages', spread],
            [s, gain, at(s) - at(e)],
            [s, amtGain, at(s) - at(e)],
          ])
        else if (e === s)
          push(of, [
            [s, 'compensation', spread],
            [s, 'amtCompensation', spread],
          ])
        else
          push(of, [
            [e, 'spread', spread],
            [s, 'compensation', compensation],
            [s, gain, at(s) - strike - compensation],
            [s, amtGain, at(s) - at(e)],
          ])
      }
  }
  for (let l = draw.whole(0, 2); l > 0; l--) {
    const [basis, amtBasis, shares, long] = [
      draw.between(1, 30),
      draw.between(5, 70),
      draw.whole(100, 4_000),
      draw.whole(0, 1),
    ]
    const source = sources.push({ name: `lot ${l}`, kind: 'lot', shares, vested: [] }) - 1
    for (let s = 0; s < T; s++) {
      const short = shortTerm && s < long
      push({ source, exercised: -1, sold: s, atOnce: false, flows: [{ year: s, amount: at(s) }] }, [
        [s, short ? 'short' : 'long', at(s) - basis],
        [s, short ? 'amtShort' : 'amtLong', at(s) - amtBasis],
      ])
    }
  }
  return { columns, sources }
}
