/**
 * Households to figure, the same ones for the same seed. Most incomes are those of people with ISOs; nearly half the
 * households are moved onto a threshold of the law, a cent or a dollar beside it, because that is where two workings of
 * the same return part.
 */
import { type Facts, noFacts } from '../packages/engine/src/forms/facts.ts'
import { type FederalLaw, federalLawFor } from '../packages/engine/src/law/federal/law.ts'
import { federalTable } from '../packages/engine/src/law/federal/tables.ts'
import { type FilingStatus, filingStatuses } from '../packages/engine/src/law/law.ts'
import { type FederalReturn, figureReturn, type Workspace, workspace } from '../packages/engine/src/return.ts'

/** One household's federal year. The spouse counts on a joint return only. */
export interface Household {
  readonly year: number
  readonly status: FilingStatus
  readonly age: number
  readonly spouseAge: number | undefined
  readonly law: FederalLaw
  readonly facts: Facts
}

/** A source of numbers from 0 up to 1. */
export type Random = () => number

const years = [2023, 2024, 2025, 2026]

// One law a year and status, as a program that figures many returns holds them
const laws = years.map((year) => filingStatuses.map((status) => federalLawFor(federalTable(year), status)))

/** Numbers from 0 up to 1 that depend on the seed alone (mulberry32): good enough to draw incomes with. */
export function seeded(seed: number): Random {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** `count` households with everything a return can hold: 25 % and 28 % gain, every kind of gift, every line of Form 6251. */
export function households(seed: number, count: number): Household[] {
  const random = seeded(seed)
  return Array.from({ length: count }, () => drawn(random, true))
}

/** Households without end that hold only what a flat case can say. */
export function* flatHouseholds(seed: number): Generator<Household, never> {
  const random = seeded(seed)
  while (true) yield drawn(random, false)
}

function drawn(random: Random, everything: boolean): Household {
  const household = person(random)
  income(household.facts, random)
  deductions(household.facts, random)
  equity(household.facts, random)
  if (everything) rarities(household.facts, random)
  if (random() < 0.45) moveToThreshold(household, random)
  return household
}

function person(random: Random): Household {
  const [yearAt, statusAt] = [below(years.length, random), below(filingStatuses.length, random)]
  const year = years[yearAt] as number
  const status = filingStatuses[statusAt] as FilingStatus
  const law = laws[yearAt]?.[statusAt] as FederalLaw
  const age = 22 + below(55, random)
  const spouseAge = status === 'mfj' ? Math.max(20, age - 8 + below(17, random)) : undefined
  const facts = noFacts()
  facts.seniors = Number(age >= 65) + Number((spouseAge ?? 0) >= 65)
  facts.agedOrBlindBoxes = facts.seniors
  if (status !== 'single' && random() < 0.4) facts.childTaxCredit = 2_000 * (1 + below(3, random))
  return { year, status, age, spouseAge, law, facts }
}

function income(facts: Facts, random: Random): void {
  const { gains, amtGains } = facts
  facts.wages = random() < 0.05 ? 0 : dollars(20_000 * 40 ** random(), random)
  if (random() < 0.7) facts.interest = dollars(30 * 400 ** random(), random)
  if (random() < 0.6) facts.ordinaryDividends = dollars(50 * 600 ** random(), random)
  facts.qualifiedDividends = cents(facts.ordinaryDividends * random())
  if (random() < 0.3) gains.short = dollars((random() < 0.4 ? -1 : 1) * 200 * 300 ** random(), random)
  if (random() < 0.5) gains.long = dollars((random() < 0.25 ? -1 : 1) * 500 * 2_000 ** random(), random)
  if (random() < 0.1) gains.shortCarryover = dollars(40_000 * random(), random)
  if (random() < 0.1) gains.longCarryover = dollars(60_000 * random(), random)
  Object.assign(amtGains, gains)
  // Shares exercised in an earlier year have the higher basis for AMT, and a loss on them is carried apart
  if (random() < 0.25) amtGains.long = cents(gains.long - dollars(150_000 * random(), random))
  if (random() < 0.1) amtGains.longCarryover = dollars(300_000 * random(), random)
}

function deductions(facts: Facts, random: Random): void {
  facts.hasItemized = random() < 0.5
  if (!facts.hasItemized) return
  facts.stateAndLocalTaxes = dollars(facts.wages * 0.12 * random(), random)
  facts.realEstateTaxes = dollars(1_500 * 20 ** random(), random)
  facts.mortgageInterest = random() < 0.7 ? dollars(40_000 * random(), random) : 0
  facts.charityCash = random() < 0.7 ? dollars(100 * 1_000 ** random(), random) : 0
  facts.charityStock = random() < 0.15 ? dollars(1_000 * 300 ** random(), random) : 0
}

function equity(facts: Facts, random: Random): void {
  if (random() < 0.75) facts.isoSpread = dollars(1_000 * 1_500 ** random(), random)
  if (random() < 0.15) facts.otherAmtAdjustment = dollars((random() < 0.7 ? -1 : 1) * 80_000 * random(), random)
  if (random() < 0.35) facts.minimumTaxCredit = dollars(500 * 400 ** random(), random)
}

function rarities(facts: Facts, random: Random): void {
  const { gains, amtGains } = facts
  if (gains.long > 0 && random() < 0.25) {
    gains.collectibles = cents(gains.long * 0.6 * random())
    gains.unrecaptured1250 = random() < 0.6 ? cents(gains.long * 0.4 * random()) : 0
    amtGains.collectibles = gains.collectibles
    amtGains.unrecaptured1250 = cents(gains.unrecaptured1250 * random())
  }
  if (random() < 0.12) facts.otherIncome = dollars((random() < 0.2 ? -1 : 1) * 30_000 * random(), random)
  if (random() < 0.15) facts.compensation = dollars(120_000 * random(), random)
  if (random() < 0.05) facts.compensationUnreported = dollars(30_000 * random(), random)
  if (random() < 0.1) facts.optionWages = dollars(150_000 * random(), random)
  facts.amtCompensation = random() < 0.5 ? facts.compensation : 0
  if (random() < 0.3) boxes(facts, random)
  if (random() < 0.25) facts.foreignTaxCredit = dollars(8 * 300 ** random(), random)
  facts.amtForeignTaxCredit = cents(facts.foreignTaxCredit * (0.5 + random()))
  if (random() < 0.2) facts.otherCredits = dollars(7_500 * random(), random)
  if (random() < 0.1) facts.otherAmtExclusion = dollars(20_000 * random(), random)
  if (random() < 0.02) facts.minimumTaxCredit = -dollars(5_000 * random(), random)
  if (facts.hasItemized && random() < 0.3) gifts(facts, random)
  if (!facts.hasItemized && random() < 0.2) facts.charityCash = dollars(4_000 * random(), random)
  if (random() < 0.2) facts.charityCashToFunds = cents(facts.charityCash * random())
  if (random() < 0.2) linesOf6251(facts, random)
}

/** Sales of shares with two bases, box by box. */
function boxes({ gains, amtGains }: Facts, random: Random): void {
  for (const box of ['shortA', 'shortB', 'shortC', 'longD', 'longE', 'longF'] as const) {
    if (random() < 0.6) continue
    gains[box] = dollars(120_000 * (random() - 0.2), random)
    amtGains[box] = gains[box] - dollars(100_000 * random(), random)
  }
}

// Of the size of the wages, so that the limits on them bite
function gifts(facts: Facts, random: Random): void {
  for (const gift of ['Cash', 'Ordinary', 'Stock', 'Private', 'PrivateStock'] as const) {
    if (gift !== 'Cash' && random() < 0.5) facts[`charity${gift}`] = dollars(facts.wages * 0.8 * random() ** 3, random)
    if (random() < 0.4) facts[`charity${gift}Carried`] = dollars(facts.wages * 0.8 * random() ** 3, random)
  }
}

function linesOf6251(facts: Facts, random: Random): void {
  for (const line of [...'bcdefghjlmnopqrst'] as 'b'[])
    if (random() < 0.3) facts[`line2${line}`] = dollars((random() - 0.4) * 12_000, random)
}

/** How far a return stands from a threshold, in dollars of wages or of the ISO spread to be added. */
interface Threshold {
  readonly adds: 'wages' | 'isoSpread'
  readonly missing: (r: FederalReturn, law: FederalLaw) => number
}

const taxableIncome = (...names: Bound[]): Threshold[] =>
  names.map((name) => ({ adds: 'wages', missing: (r, law) => law[name] - r.form1040.line15 }))

const adjustedGrossIncome = (...names: Bound[]): Threshold[] =>
  names.map((name) => ({ adds: 'wages', missing: (r, law) => law[name] - r.form1040.line11b }))

const amtIncome = (...names: Bound[]): Threshold[] =>
  names.map((name) => ({ adds: 'isoSpread', missing: (r, law) => law[name] - r.form6251.beforeIncrease }))

type Bound = Exclude<keyof FederalLaw, 'rateSchedule'>

const thresholds: readonly Threshold[] = [
  ...taxableIncome('rate1Top', 'rate2Top', 'rate3Top', 'rate4Top', 'rate5Top', 'rate6Top'),
  ...taxableIncome('gains0Ceiling', 'gains15Ceiling'),
  ...adjustedGrossIncome('niitThreshold', 'saltPhaseDownStart', 'seniorDeductionStart', 'rate6Top'),
  ...amtIncome('amtExemption', 'amtPhaseoutStart', 'amtExemptionGone'),
  { adds: 'wages', missing: (r, law) => law.additionalMedicareThreshold - r.facts.wages },
  { adds: 'wages', missing: (r) => -r.form1040.beforeFloor },
  { adds: 'isoSpread', missing: (r, law) => law.amtBreakpoint - r.form6251.line6 },
  // The crossover: right at once where the lower rate applies and nothing phases out, else only nearer
  { adds: 'isoSpread', missing: (r, law) => ((r.form6251.line10 - r.form6251.line9) / law.amtLowRate) * 10_000 },
]

const beside = [0, 0, 0, 0.01, -0.01, 1, -1, 250, -250]

const sheets: Workspace = workspace()

function moveToThreshold({ facts, law }: Household, random: Random): void {
  const { adds, missing } = thresholds[below(thresholds.length, random)] as Threshold
  const moved = cents(facts[adds] + missing(figureReturn(facts, law, sheets), law) + pick(beside, random))
  if (moved >= 0) facts[adds] = moved
}

const below = (count: number, random: Random): number => Math.floor(random() * count)

const pick = (from: readonly number[], random: Random): number => from[below(from.length, random)] as number

// A third of all amounts have cents: the rest are whole dollars, as returns mostly are
const dollars = (amount: number, random: Random): number => (random() < 1 / 3 ? cents(amount) : Math.round(amount))

const cents = (amount: number): number => Math.round(amount * 100) / 100
