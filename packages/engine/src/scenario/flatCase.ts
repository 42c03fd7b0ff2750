/**
 * A flat case: one federal year without lots, one object of plain amounts. It is checked by hand, because a batch reads
 * hundreds of thousands of rows a second.
 */

import { InputError } from '../errors.ts'
import { type DeductionChoice, type Facts, noFacts } from '../forms/facts.ts'
import type { Readings, Rounding } from '../law/federal/law.ts'
import { yearsWithLaw } from '../law/federal/tables.ts'
import { type FilingStatus, filingStatuses } from '../law/law.ts'
import { fillCredits, fillForm6251, fillItemized, fillLosses, readingsOf } from './flatParts.ts'
import {
  amount,
  maybeAmount,
  maybeFlag,
  maybeSignedAmount,
  type Noted,
  note,
  objectOf,
  oneOf,
  signedAmount,
  whole,
} from './flatValues.ts'
import { usStates } from './states.ts'

/** One row, read: what the forms start from, and how it is to be figured. */
export interface FlatCase {
  readonly id: string | number
  readonly year: number
  readonly status: FilingStatus
  /** The state of residence, by postal code; null when the row is federal alone. */
  readonly state: string | null
  /** For states; it never makes a federal credit. */
  readonly dependents: number
  /** null: as the caller chooses. */
  readonly rounding: Rounding | null
  readonly facts: Facts
  readonly readings: Readings
}

const keys = [
  ...(['id', 'year', 'status', 'age', 'spouseAge', 'wages', 'interest', 'ordinaryDividends'] as const),
  ...(['qualifiedDividends', 'shortTermGain', 'longTermGain', 'isoSpread', 'otherAmtAdjustment', 'itemized'] as const),
  ...(['state', 'dependents', 'credits', 'minimumTaxCreditCarriedIn', 'deductionChoice', 'capitalLoss'] as const),
  ...(['amtCapitalLoss', 'amtGainDifference', 'rounding', 'collectiblesGain', 'unrecaptured1250Gain'] as const),
  ...(['otherIncome', 'otherAmtExclusion', 'blind', 'spouseBlind', 'form6251', 'readings'] as const),
] as const
const known = new Set<string>(keys)

/** A row as written, its keys known and their values not yet. */
export type FlatRow = { readonly [Key in (typeof keys)[number]]?: unknown }

const deductionChoices = ['lowestTax', 'larger', 'standard', 'itemized'] as const satisfies readonly DeductionChoice[]
const roundings = ['exact', 'as-filed'] as const satisfies readonly Rounding[]

/**
 * A flat case read from parsed JSON. Amounts are dollars and not negative, but for gains, differences and adjustments;
 * `isoSpread` is the bargain element of the year's exercises still held on December 31. Required are the keys up to
 * `otherAmtAdjustment`, `spouseAge` aside; of the rest what is left out is zero or absent, with two exceptions: a loss
 * carried over for the AMT, `amtCapitalLoss`, is the same as `capitalLoss` unless given (where there were no sales of
 * option stock the two are one), and so is the AMT foreign tax credit where the law lets that stand. A person of 65 or
 * more is a box of the standard deduction and a senior of Schedule 1-A; so is the spouse on a joint return.
 * @throws InputError with every problem of the row.
 * @throws NotModelled for a foreign tax credit that needs Form 1116, without its AMT amount. IRC §59(a), §904(j).
 */
export function parseFlatCase(value: unknown): FlatCase {
  const noted: Noted = []
  const row: FlatRow = objectOf<keyof FlatRow>(value, '', known, noted) ?? refuse(noted)
  const id = idOf(row.id, noted)
  const year = whole(row.year, 'year', yearsWithLaw.first, yearsWithLaw.last, noted)
  const status = oneOf(row.status, 'status', filingStatuses, noted)
  const facts = noFacts()
  fillIncome(facts, row, noted)
  fillGains(facts, row, noted)
  fillPeople(facts, row, status, noted)
  fillItemized(facts, row.itemized, noted)
  fillForm6251(facts, row.form6251, noted)
  fillLosses(facts, row.capitalLoss, row.amtCapitalLoss, noted)
  if (row.deductionChoice !== undefined) facts.deductionChoice = choiceOf(row, noted)
  const state = row.state === undefined || row.state === null ? null : oneOf(row.state, 'state', usStates, noted)
  const dependents = row.dependents === undefined ? 0 : whole(row.dependents, 'dependents', 0, 99, noted)
  const rounding = row.rounding === undefined ? null : oneOf(row.rounding, 'rounding', roundings, noted)
  const readings = row.readings === undefined ? {} : readingsOf(row.readings, year, noted)
  // Last, because only a row without a problem can be told that its foreign tax credit is not modelled
  fillCredits(facts, row.credits, year, status, noted)
  if (noted.length > 0) refuse(noted)
  return { id, year, status, state, dependents, rounding, facts, readings }
}

function refuse(noted: Noted): never {
  throw new InputError(noted)
}

function idOf(id: unknown, noted: Noted): string | number {
  if (typeof id === 'string' && id.length > 0 && id.length <= 200) return id
  if (typeof id === 'number' && Number.isFinite(id)) return id
  if (id === undefined || id === '')
    note(noted, 'id', 'missing', 'is missing. Give the row a name of its own, in quotes.')
  else if (typeof id === 'string') note(noted, 'id', 'tooLong', `has ${id.length} letters. Give at most 200.`)
  else note(noted, 'id', 'notText', 'is neither text nor a number. Put it in quotes.')
  return ''
}

function fillIncome(facts: Facts, row: FlatRow, noted: Noted): void {
  facts.wages = amount(row.wages, 'wages', noted)
  facts.interest = amount(row.interest, 'interest', noted)
  facts.ordinaryDividends = amount(row.ordinaryDividends, 'ordinaryDividends', noted)
  facts.qualifiedDividends = amount(row.qualifiedDividends, 'qualifiedDividends', noted)
  if (facts.qualifiedDividends > facts.ordinaryDividends)
    note(
      noted,
      'qualifiedDividends',
      'conflict',
      `is ${facts.qualifiedDividends}, more than the ${facts.ordinaryDividends} of ordinaryDividends that it is a part of. Correct one of them.`,
    )
  facts.otherIncome = maybeAmount(row.otherIncome, 'otherIncome', noted)
  facts.isoSpread = amount(row.isoSpread, 'isoSpread', noted)
  facts.otherAmtAdjustment = signedAmount(row.otherAmtAdjustment, 'otherAmtAdjustment', noted)
  facts.otherAmtExclusion = maybeSignedAmount(row.otherAmtExclusion, 'otherAmtExclusion', noted)
  facts.minimumTaxCredit = maybeAmount(row.minimumTaxCreditCarriedIn, 'minimumTaxCreditCarriedIn', noted)
}

function fillGains(facts: Facts, row: FlatRow, noted: Noted): void {
  const { gains, amtGains } = facts
  gains.short = signedAmount(row.shortTermGain, 'shortTermGain', noted)
  gains.long = signedAmount(row.longTermGain, 'longTermGain', noted)
  gains.collectibles = maybeSignedAmount(row.collectiblesGain, 'collectiblesGain', noted)
  gains.unrecaptured1250 = maybeAmount(row.unrecaptured1250Gain, 'unrecaptured1250Gain', noted)
  amtGains.short = gains.short
  amtGains.long = gains.long + maybeSignedAmount(row.amtGainDifference, 'amtGainDifference', noted)
  amtGains.collectibles = gains.collectibles
  amtGains.unrecaptured1250 = gains.unrecaptured1250
  if (gains.long > 0 && (gains.collectibles > gains.long || gains.unrecaptured1250 > gains.long)) {
    const key = gains.collectibles > gains.long ? 'collectiblesGain' : 'unrecaptured1250Gain'
    note(
      noted,
      key,
      'conflict',
      `is more than the longTermGain of ${gains.long} that it is a part of. Correct one of them.`,
    )
  }
}

function fillPeople(facts: Facts, row: FlatRow, status: FilingStatus, noted: Noted): void {
  if (whole(row.age, 'age', 0, 130, noted) >= 65) facts.seniors = 1
  if (maybeFlag(row.blind, 'blind', noted)) facts.agedOrBlindBoxes = 1
  if (row.spouseAge !== undefined) {
    if (whole(row.spouseAge, 'spouseAge', 0, 130, noted) >= 65) facts.seniors += 1
    if (status !== 'mfj') refuseSpouse('spouseAge', status, noted)
  }
  if (row.spouseBlind !== undefined) {
    if (maybeFlag(row.spouseBlind, 'spouseBlind', noted)) facts.agedOrBlindBoxes += 1
    if (status !== 'mfj') refuseSpouse('spouseBlind', status, noted)
  }
  facts.agedOrBlindBoxes += facts.seniors
}

function refuseSpouse(path: string, status: FilingStatus, noted: Noted): void {
  if (!filingStatuses.includes(status)) return
  note(noted, path, 'conflict', `is for joint returns, and the status is ${status}. Remove it, or give status mfj.`)
}

function choiceOf(row: FlatRow, noted: Noted): DeductionChoice {
  const choice = oneOf(row.deductionChoice, 'deductionChoice', deductionChoices, noted)
  if (choice === 'itemized' && row.itemized === undefined)
    note(
      noted,
      'deductionChoice',
      'conflict',
      'is itemized, and no itemized deductions are given. Give itemized: { … }.',
    )
  return choice
}
