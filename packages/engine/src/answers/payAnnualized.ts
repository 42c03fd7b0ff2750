/** The returns on annualized income of the four periods of estimated tax. IRC §6654(d)(2)(B), (C). */
import type { Case } from '../case.ts'
import { type PlainDate, yearOf } from '../date.ts'
import { sharesIn, sharesOf } from '../equity/shares.ts'
import { type SharesThrough, sharesThrough } from '../equity/sharesThrough.ts'
import type { Facts, Gains } from '../forms/facts.ts'
import { figureScheduleAITax, type ScheduleAITax } from '../forms/scheduleAI.ts'
import { type AnnualizedPeriod, annualizedPeriods } from '../law/federal/estimated.ts'
import { type FederalReturn, figureReturn } from '../return.ts'
import { ownFacts } from '../taxYear.ts'
import type { FiguredYear } from '../timeline.ts'

/** A period with the facts and the return of its income at a yearly rate. */
export interface AnnualizedReturn {
  readonly period: AnnualizedPeriod
  readonly facts: Facts
  readonly return: FederalReturn
  /** Lines 1 to 19 of the column. */
  readonly scheduleAI: ScheduleAITax
}

/**
 * The year at the rate of each period. What comes evenly (wages, dividends, deductions) is the same in all: its part of the period times
 * the annualization amount is the whole. What the shares and the plan bring falls on its own day, and losses carried in stand at the
 * beginning of the year. Credits count in full from the first period on. Null where shares cannot be parted by days.
 */
export function annualizedReturns(of: Case, figured: FiguredYear): AnnualizedReturn[] | null {
  const returns: AnnualizedReturn[] = []
  for (const period of annualizedPeriods(figured.year)) {
    const facts = annualizedFacts(of, figured, period)
    if (!facts) return null
    const annualized = figureReturn(facts, figured.law)
    const scheduleAI = figureScheduleAITax({ form1040: annualized.form1040, period })
    returns.push({ period, facts, return: annualized, scheduleAI })
  }
  return returns
}

function annualizedFacts(of: Case, figured: FiguredYear, period: AnnualizedPeriod): Facts | null {
  const { shares, year } = figured
  const { through, factor } = period
  const facts: Facts = { ...figured.facts, gains: { ...figured.facts.gains }, amtGains: { ...figured.facts.amtGains } }
  // The last period is the year itself
  if (factor === 1) return facts
  const whole = shares && sharesThrough(shares, year, `${year}-12-31`)
  const part = shares && sharesThrough(shares, year, through)
  if (!whole || !part) return null
  for (const name of amounts) facts[name] += factor * part[name] - whole[name]
  annualizeGains(facts.gains, whole.gains, part.gains, factor)
  annualizeGains(facts.amtGains, whole.amtGains, part.amtGains, factor)
  annualizeGifts(facts, of, figured, period)
  return facts
}

const amounts = ['isoSpread', 'optionWages', 'compensation', 'compensationUnreported', 'amtCompensation'] as const
const boxes = ['shortA', 'shortB', 'shortC', 'longD', 'longE', 'longF', 'collectibles'] as const

function annualizeGains(
  gains: Gains,
  whole: SharesThrough['gains'],
  part: SharesThrough['gains'],
  factor: number,
): void {
  for (const box of boxes) gains[box] += factor * part[box] - whole[box]
  gains.shortCarryover *= factor
  gains.longCarryover *= factor
}

const gifts = [
  ...(['charityCash', 'charityCashToFunds', 'charityPrivate'] as const),
  ...(['charityStock', 'charityOrdinary', 'charityPrivateStock'] as const),
] as const

function annualizeGifts(facts: Facts, of: Case, figured: FiguredYear, { through, factor }: AnnualizedPeriod): void {
  const { year } = figured
  if (!of.plan.some(({ kind, on }) => kind === 'give' && yearOf(on) === year)) return
  const whole = giftsThrough(of, figured, `${year}-12-31`)
  const part = giftsThrough(of, figured, through)
  for (const name of gifts) facts[name] += factor * part[name] - whole[name]
}

type Gifts = { [Name in (typeof gifts)[number]]: number }

/** What the plan has given in the year up to a day: cash, and shares as the ledger counts them. */
function giftsThrough(of: Case, { year, law, income }: FiguredYear, through: PlainDate): Gifts {
  const plan = of.plan.filter(({ on }) => on <= through)
  const given = ownFacts({ ...of, plan }, year, law, income)
  const without = ownFacts({ ...of, plan: [] }, year, law, income)
  const shares = sharesIn(sharesOf({ ...of, plan }), year)
  return {
    charityCash: given.charityCash - without.charityCash,
    charityCashToFunds: given.charityCashToFunds - without.charityCashToFunds,
    charityPrivate: given.charityPrivate - without.charityPrivate + shares.charityPrivate,
    charityStock: shares.charityStock,
    charityOrdinary: shares.charityOrdinary,
    charityPrivateStock: shares.charityPrivateStock,
  }
}
