/**
 * Blocks: shares of one exercise that share every date and figure. An exercise of vested shares makes one; part under and
 * part over the $100,000 limit, or vesting later by and by, make more. Shares, values and bases are as of the exercise.
 */
import { periodEndsDay, yearOfDay } from '../date.ts'
import { federalStanding } from '../law/federal/standing.ts'
import type { Market } from './market.ts'

/** A day that never comes: shares that will not vest. */
export const never = 1e9

export interface Block {
  /** 1: bought under a nonstatutory option, so that wages were taxed on the spread and nothing is special at sale. */
  nonstatutory: 0 | 1
  shares: number
  /** Shares still held. */
  left: number
  /** Shares whose AMT inclusion stands: not those sold too early in the year of inclusion. */
  kept: number
  strike: number
  /** Value by which compensation is measured: at exercise, or when the shares are first free of risk. Reg. §1.422-1(b). */
  value: number
  /** Value by which the AMT inclusion is measured: the same, or at exercise under an election. IRC §§56(b)(3), 83(b). */
  amtValue: number
  /** Basis of a share apart from compensation at its disposition: for the regular tax, and for AMT once included. */
  basis: number
  amtBasis: number
  /** What amtBasis has beyond basis and the block's own inclusion: by a wash sale (IRC §1091(d)) or a stock swap. */
  amtDifference: number
  exerciseDay: number
  /** The first day on which the shares are vested. */
  freeDay: number
  /** The last day of a section 16(b) period; before freeDay when there is none. */
  restrictedUntil: number
  /** When AMT takes the spread into income (for a nonstatutory block: when wages do). */
  inclusionDay: number
  inclusionYear: number
  /** From which day the holding period of each system runs; earlier than the exercise where that of other shares is carried on. */
  acquiredDay: number
  amtAcquiredDay: number
  /** First day on which a sale is qualifying, and is long-term in each system. */
  qualifyingDay: number
  longTermDay: number
  amtLongTermDay: number
  /** 1: qualified small business stock. */
  qsbs: 0 | 1
  /** 1: replaces shares of a wash sale, and cannot replace others. */
  replacement: 0 | 1
}

/** What a block is made from, apart from its shares. */
export interface BlockFrom {
  nonstatutory: boolean
  day: number
  grantDay: number
  strike: number
  fmvAtExercise: number
  vestDay: number
  election83b: boolean
  /** The last day of a section 16(b) period; `noDay` for none. */
  section16bUntil: number
  qsbs: boolean
}

/** A day before every other. */
export const noDay = -1e9

/** A block with nothing in it, to be filled. */
export const emptyBlock = (): Block => ({
  ...{ nonstatutory: 0, shares: 0, left: 0, kept: 0, strike: 0, value: 0, amtValue: 0, basis: 0, amtBasis: 0 },
  amtDifference: 0,
  ...{ exerciseDay: 0, freeDay: 0, restrictedUntil: 0, inclusionDay: 0, inclusionYear: 0 },
  ...{
    acquiredDay: 0,
    amtAcquiredDay: 0,
    qualifyingDay: 0,
    longTermDay: 0,
    amtLongTermDay: 0,
    qsbs: 0,
    replacement: 0,
  },
})

/**
 * Fills a block. Values on later days come from `market`, restated to shares of the exercise; NaN where none is stated.
 * A nonstatutory block has the taxed value as its basis in both systems (IRC §83(a)); an ISO block has the strike for the
 * regular tax and, once included, value for AMT (§56(b)(3)).
 */
export function fillBlock(block: Block, from: Readonly<BlockFrom>, shares: number, market: Market): Block {
  const { day, vestDay, section16bUntil, strike, fmvAtExercise } = from
  const freeDay = vestDay > day ? vestDay : day
  const riskEnds = section16bUntil >= freeDay ? section16bUntil + 1 : freeDay
  const value = riskEnds > day ? valueThen(riskEnds, day, market) : fmvAtExercise
  block.nonstatutory = from.nonstatutory ? 1 : 0
  block.shares = shares
  block.left = shares
  block.kept = shares
  block.strike = strike
  block.exerciseDay = day
  block.freeDay = freeDay
  block.restrictedUntil = section16bUntil >= freeDay ? section16bUntil : freeDay - 1
  block.inclusionDay = from.election83b ? day : riskEnds
  block.inclusionYear = block.inclusionDay >= never ? never : yearOfDay(block.inclusionDay)
  block.value = from.nonstatutory && from.election83b ? fmvAtExercise : value
  block.amtValue = from.election83b ? fmvAtExercise : value
  block.basis = from.nonstatutory ? atLeastStrike(block.amtValue, strike) : strike
  block.amtBasis = atLeastStrike(block.amtValue, strike)
  block.amtDifference = 0
  block.qualifyingDay = qualifyingDay(from.grantDay, day)
  block.acquiredDay = from.nonstatutory ? block.inclusionDay : day
  block.amtAcquiredDay = block.inclusionDay
  block.longTermDay = longTermDay(block.acquiredDay)
  block.amtLongTermDay = longTermDay(block.amtAcquiredDay)
  block.qsbs = from.qsbs ? 1 : 0
  block.replacement = 0
  return block
}

const atLeastStrike = (value: number, strike: number): number => (value < strike ? strike : value)

function valueThen(day: number, exerciseDay: number, market: Market): number {
  if (day >= never) return Number.NaN
  return (market.valueAt(day) * market.factorAt(day)) / market.factorAt(exerciseDay)
}

/** The first day on which a sale is a qualifying disposition: after two years from grant and one from exercise. IRC §422(a)(1). */
function qualifyingDay(grantDay: number, exerciseDay: number): number {
  const { isoGrantHoldYears, isoExerciseHoldYears } = federalStanding
  const fromGrant = periodEndsDay(grantDay, isoGrantHoldYears.all)
  const fromExercise = periodEndsDay(exerciseDay, isoExerciseHoldYears.all)
  return (fromGrant > fromExercise ? fromGrant : fromExercise) + 1
}

/** The first day on which shares acquired on a day have been held for more than a year. IRC §1222. */
export const longTermDay = (acquired: number): number =>
  acquired >= never ? never : periodEndsDay(acquired, federalStanding.longTermYears.all) + 1
