/** A lot as the page shows it: of one share, on the day looked at, with both clocks. */
import { type LotRow, periodEnds, type ScenarioFile } from '@isoline/engine'
import { daysBetween } from '../../words/days.ts'

/** A period that must be over: from a day through the last day it takes in. */
interface Clock {
  readonly from: string
  readonly through: string
}

export interface Holding {
  readonly row: LotRow
  readonly id: string
  /** Held on the day; of a lot that is sold or only planned, as of its exercise. */
  readonly shares: number
  /** Of one share; null where there are none. */
  readonly regularBasis: number | null
  readonly amtBasis: number | null
  readonly granted: string | null
  /** Two years from the grant, one year from the exercise. IRC §422(a)(1). */
  readonly clocks: { readonly grant: Clock | null; readonly exercise: Clock }
  readonly state: HoldingState
}

export type HoldingState =
  | { readonly kind: 'qualifying'; readonly since: string }
  | { readonly kind: 'waiting'; readonly days: number; readonly until: string; readonly planned: boolean }
  | { readonly kind: 'unvested'; readonly until: string | null }
  | { readonly kind: 'nonstatutory' | 'sold' | 'never' }

export function holdingOf(row: LotRow, file: ScenarioFile, asOf: string): Holding {
  const there = row.heldThen.shares > 0 ? row.heldThen : row.acquired
  const granted = file.grants?.find(({ id }) => id === row.grant)?.on ?? null
  const each = (basis: number): number | null => (there.shares > 0 ? basis / there.shares : null)
  return {
    ...{ row, id: row.id, shares: there.shares, granted },
    ...{ regularBasis: each(there.regularBasis), amtBasis: each(there.amtBasis) },
    clocks: {
      grant: granted === null ? null : { from: granted, through: periodEnds(granted, 2) },
      exercise: { from: row.exercised, through: periodEnds(row.exercised, 1) },
    },
    state: stateOf(row, asOf),
  }
}

function stateOf({ status, qualifyingOn, longTermOn, exercised, parts }: LotRow, asOf: string): HoldingState {
  if (status === 'soldOut') return { kind: 'sold' }
  if (status === 'nonstatutory') return { kind: 'nonstatutory' }
  if (status === 'unvested')
    return { kind: 'unvested', until: parts.map(({ vestsOn }) => vestsOn).find(Boolean) ?? longTermOn }
  if (qualifyingOn === null) return { kind: 'never' }
  if (status === 'qualifying') return { kind: 'qualifying', since: qualifyingOn }
  return { kind: 'waiting', days: daysBetween(asOf, qualifyingOn), until: qualifyingOn, planned: exercised > asOf }
}

/** The lot a sale would be asked about first: the next to qualify, else the first that is held, else the next that is planned. */
export function lotInFocus(holdings: readonly Holding[], asOf: string): Holding | undefined {
  const held = holdings.filter(({ row }) => row.heldThen.shares > 0 && row.status !== 'unvested')
  const soonest = (all: readonly Holding[]): Holding | undefined =>
    all
      .filter(({ row }) => row.qualifyingOn !== null && row.qualifyingOn > asOf)
      .sort((one, other) => ((one.row.qualifyingOn ?? '') < (other.row.qualifyingOn ?? '') ? -1 : 1))[0]
  return soonest(held) ?? held[0] ?? soonest(holdings.filter(({ row }) => row.exercised > asOf))
}

/** The value of a share on a day as the file has it, restated for splits since it was stated; null where none is known by then. */
export function valueOn({ company }: ScenarioFile, day: string): number | null {
  const known = (company?.prices ?? []).filter(({ on }) => on <= day)
  const last = known.reduce((latest, each) => (latest && each.on < latest.on ? latest : each), known[0])
  if (!last) return null
  const splits = (company?.splits ?? []).filter(({ on }) => on > last.on && on <= day)
  return splits.reduce((value, { ratio }) => value / ratio, last.fmv)
}
