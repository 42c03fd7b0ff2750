/**
 * Instances on a simplified law, for comparing planners: one status, wages, long-term gains only, figures of 2026 indexed by a
 * constant and rounded to the nearest 50, one date and one price a year. Read from a file that says so; the forms are the
 * engine's own.
 */
import { type Facts, noFacts } from '../forms/facts.ts'
import type { FigureName } from '../law/federal/figures.ts'
import { type FederalLaw, federalLawFor } from '../law/federal/law.ts'
import { federalTable } from '../law/federal/tables.ts'
import { amountFor, type Figure } from '../law/law.ts'
import { figureReturn } from '../return.ts'
import { type Column, type Problem, type ScheduleYear, type Source, sumNames, type Touch } from './problem.ts'

/** An instance as its file gives it. Years count from 0; dollars; shares. */
export interface Instance {
  readonly id: string
  /** Years with decisions, and years after them that only bring credit and losses home. */
  readonly T: number
  readonly tail: number
  readonly status: 'single' | 'mfj'
  /** By year; the last one holds for every year after it. */
  readonly wages: readonly number[]
  readonly price: readonly number[]
  readonly grants: readonly {
    readonly K: number
    readonly shares: number
    /** The first year in which a sale can qualify, and the last in which options can be exercised. */
    readonly qual: number
    readonly expiry?: number | undefined
    /** Shares that may have been exercised by the end of each year. */
    readonly vest?: readonly number[] | undefined
  }[]
  readonly lots: readonly {
    readonly shares: number
    readonly K: number
    readonly amtBasis: number
    readonly qual: number
  }[]
  readonly r: number
  readonly indexing: number
  readonly credit0: number
  readonly regLoss0: number
  readonly amtLoss0: number
  readonly cash0?: number | undefined
  readonly savings?: readonly number[] | undefined
}

/** The problem of an instance. */
export function problemOf(of: Instance): Problem {
  const count = of.T + of.tail
  const years = Array.from({ length: count }, (_, t): ScheduleYear => {
    const law = simplifiedLaw(of, t)
    const facts: Facts = { ...noFacts(), wages: at(of.wages, t) }
    return {
      ...{ year: baseYear + t, law, facts, taxWorth: (1 + of.r) ** -t },
      baseTax: figureReturn(facts, law).form1040.line24,
      saved: of.savings?.[t] ?? 0,
    }
  })
  const sources: Source[] = []
  const columns: Column[] = []
  const worthOf = (flows: Column['flows']) =>
    flows.reduce((sum, { year, amount }) => sum + amount * (1 + of.r) ** -year, 0)
  const column = (source: number, exercised: number, sold: number, touches: Touch[], flows: Column['flows']): void => {
    const some = touches.filter(({ amount }) => amount !== 0)
    columns.push({ source, exercised, sold, atOnce: exercised === sold, touches: some, flows, worth: worthOf(flows) })
  }
  for (const [g, grant] of of.grants.entries()) {
    const { K: strike, shares, qual, expiry } = grant
    const source =
      sources.push({
        ...{ name: `grant ${g}`, kind: 'grant', shares },
        vested: Array.from({ length: of.T }, (_, t) => grant.vest?.[Math.min(t, grant.vest.length - 1)] ?? shares),
      }) - 1
    for (let e = 0; e < of.T; e++) {
      const value = at(of.price, e)
      if (value <= strike || (expiry !== undefined && e > expiry)) continue
      for (let s = e; s < of.T; s++) {
        const price = at(of.price, s)
        const flows = [
          { year: e, amount: -strike },
          { year: s, amount: price },
        ]
        column(source, e, s, fate(e, value - strike, s, price, strike, value, qual), flows)
      }
    }
  }
  for (const [l, { shares, K: basis, amtBasis, qual }] of of.lots.entries()) {
    const source = sources.push({ name: `lot ${l}`, kind: 'lot', shares, vested: [] }) - 1
    for (let s = 0; s < of.T; s++) {
      const price = at(of.price, s)
      column(source, -1, s, fate(-1, 0, s, price, basis, amtBasis, qual), [{ year: s, amount: price }])
    }
  }
  return {
    ...{ years, sources, columns, caps: [] },
    begins: {
      ...{ minimumTaxCreditMade: 0, minimumTaxCredit: of.credit0, vehicleCreditUnallowed: 0, charity: [] },
      capitalLoss: { short: 0, long: of.regLoss0 },
      amtCapitalLoss: { short: 0, long: of.amtLoss0 },
    },
    cash: of.cash0 === undefined ? null : { start: of.cash0, rate: of.r, strikeFirst: false, from: 0 },
  }
}

const baseYear = 2026

const at = (list: readonly number[], t: number): number => list[Math.min(t, list.length - 1)] as number

/** What one share brings by its fate. `basis` is the strike, `amtBasis` the value at exercise. IRC §§56(b)(3), 421(b), 422(a), (c)(2). */
function fate(
  e: number,
  spread: number,
  s: number,
  price: number,
  basis: number,
  amtBasis: number,
  qual: number,
): Touch[] {
  const touch = (year: number, name: (typeof sumNames)[number], amount: number): Touch => ({
    ...{ year, amount },
    kind: sumNames.indexOf(name),
  })
  if (s === e) return [touch(s, 'compensation', price - basis), touch(s, 'amtCompensation', price - basis)]
  const compensation = s >= qual ? 0 : Math.max(0, Math.min(price, amtBasis) - basis)
  return [
    ...(e >= 0 ? [touch(e, 'spread', spread)] : []),
    touch(s, 'compensation', compensation),
    touch(s, 'long', price - basis - compensation),
    touch(s, 'amtLong', price - amtBasis),
  ]
}

/** Figures of 2026 that grow with the indexing of the instance, to the nearest 50. */
const indexed = [
  'standardDeduction',
  ...(['rate1Top', 'rate2Top', 'rate3Top', 'rate4Top', 'rate5Top', 'rate6Top'] as const),
  ...(['gains0Ceiling', 'gains15Ceiling', 'amtExemption', 'amtPhaseoutStart', 'amtBreakpoint'] as const),
] as const

function simplifiedLaw({ status, indexing }: Instance, t: number): FederalLaw {
  const table = federalTable(baseYear)
  const figures: { -readonly [Name in FigureName]: Figure } = { ...table.figures }
  for (const name of indexed) {
    const { cite, source } = table.figures[name]
    const today = amountFor(table.figures[name], status)
    figures[name] = {
      cite,
      source,
      status: 'projected',
      all: t === 0 ? today : Math.round((today * (1 + indexing) ** t) / 50) * 50,
    }
  }
  return federalLawFor({ ...table, year: baseYear + t, figures }, status)
}
