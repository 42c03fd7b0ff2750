/** Problems of cases with states in their years, and random plans of them. */
import type { Case } from '../../src/case.ts'
import type { FilingStatus } from '../../src/law/law.ts'
import { type CaseProblem, caseProblem } from '../../src/schedule/caseProblem.ts'
import { nothingDone, type Shares } from '../../src/schedule/problem.ts'
import type { PlanTerms } from '../../src/schedule/terms.ts'
import { caseOf, grantOf, incomeOf, lotOf, noItemized } from '../cases.ts'
import { seeded } from './seeded.ts'

const terms: PlanTerms = {
  ...{ from: '2025-01-02', horizon: 2029, tail: 4, growth: 0.07, saved: 0, december: false, discount: 0.04 },
  ...{ neverPast: false, keep: 0, concentration: null },
}

export interface Household {
  readonly wages: number
  readonly status: FilingStatus
  readonly fmv: number
  readonly shares: number
  readonly dependents: number
  readonly interest: number
  /** Mortgage interest and real estate taxes, of one who may itemize; 0 for one who may not. */
  readonly itemized: number
}

/** A household drawn from a seed: from low wages to high ones, with shares from some to far beyond every kink. */
export function householdOf(seed: number): Household {
  const draw = seeded(seed)
  return {
    wages: Math.round(draw.pick([draw.between(30_000, 120_000), draw.between(120_000, 400_000)])),
    status: draw.pick(['single', 'mfj', 'single', 'hoh'] as const),
    fmv: draw.pick([12, 30, 60]),
    shares: draw.pick([2_000, 10_000, 40_000]),
    dependents: draw.whole(0, 2),
    interest: draw.chance(0.5) ? draw.whole(0, 20_000) : 0,
    itemized: draw.chance(0.25) ? draw.whole(8_000, 40_000) : 0,
  }
}

/** A case of that household: an ISO, and a lot that is worth less than it was. */
export const stateCase = (state: string, of: Household, x: Partial<Case> = {}): Case =>
  caseOf({
    household: {
      ...{ ...caseOf().household, statuses: [{ from: 2025, status: of.status }], dependents: of.dependents },
      residence: [{ from: '2015-01-01', state }],
      cash: null,
    },
    company: {
      ...{ ...caseOf().company, listed: true, splits: [] },
      prices: [{ on: '2025-01-01', fmv: of.fmv }],
    },
    incomes: [2025, 2026, 2027].map((year) =>
      incomeOf(year, {
        ...{ wages: of.wages, interest: of.interest },
        itemized: of.itemized > 0 ? { ...noItemized, ...itemizedOf(of.itemized) } : null,
      }),
    ),
    grants: [grantOf({ shares: of.shares, expires: '2032-06-14' })],
    lots: [lotOf({ exercised: '2024-03-04', shares: of.shares / 4, fmvAtExercise: of.fmv * 1.3, grant: 'g1' })],
    plan: [],
    assumptions: { ...caseOf().assumptions, horizon: 2040, indexing: 0.025 },
    ...x,
  })

const itemizedOf = (amount: number) => ({
  ...{ mortgageInterest: amount * 0.7, realEstateTaxes: amount * 0.3, stateAndLocalTaxes: 6_000 },
})

/** The problem of a case, with its states. */
export const stateProblem = (of: Case, x: Partial<PlanTerms> = {}): CaseProblem => caseProblem(of, { ...terms, ...x })

/** A plan of whole shares: now and then much of one fate, else some of several. */
export function randomPlan({ problem }: CaseProblem, seed: number): Shares {
  const draw = seeded(seed)
  const shares = Float64Array.from(nothingDone(problem))
  problem.sources.forEach((source, s) => {
    const own = problem.columns.flatMap((column, i) => (column.source === s ? [i] : []))
    let left = source.kind === 'grant' ? Math.min(...source.vested) : source.shares
    if (source.kind === 'lot') for (const i of own) shares[i] = 0
    for (let k = draw.whole(0, 4); k > 0 && left > 0; k--) {
      const take = draw.whole(0, left)
      const at = draw.pick(own)
      shares[at] = (shares[at] as number) + take
      left -= take
    }
    const last = own.at(-1)
    if (source.kind === 'lot' && last !== undefined) shares[last] = (shares[last] as number) + left
  })
  return shares
}
