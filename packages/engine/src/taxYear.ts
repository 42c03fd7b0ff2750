/** One year of a case as facts for the forms: the household, its income, and what the lots and the plan do in the year. */
import type { Action, Case, GivenYear, Income, Loss } from './case.ts'
import { is65In, type PlainDate, yearOf } from './date.ts'
import { type Grant, lastIsoDay, splitFactor, valueOn, vestedShares } from './equity/grant.ts'
import { InputError, NotModelled } from './errors.ts'
import type { CarriedGift } from './forms/charityCarryover.ts'
import { type Facts, noFacts } from './forms/facts.ts'
import { type FederalLaw, type LawChoice, lawOf, type Rounding } from './law/federal/law.ts'
import { federalTable } from './law/federal/tables.ts'
import type { FilingStatus } from './law/law.ts'

/** An exercise of incentive stock options whose shares are still held at year end. Shares and dollars per share as of its day. */
export interface Exercise {
  readonly id: string
  readonly grant: string
  readonly on: PlainDate
  readonly shares: number
  readonly strike: number
  readonly value: number
  /** Bargain element of all its shares: value less strike, not below zero. IRC §56(b)(3). */
  readonly spread: number
  /** True for an exercise of the plan, false for a lot that exists. */
  readonly planned: boolean
}

/** What earlier years carry into a year. Dollars; losses positive. */
export interface CarriedIn {
  /** Form 8801 line 21. */
  readonly minimumTaxCredit: number
  readonly capitalLoss: Loss
  readonly amtCapitalLoss: Loss
  readonly charity: readonly CarriedGift[]
}

/** A year ready to be figured. */
export interface TaxYear {
  readonly year: number
  readonly status: FilingStatus
  readonly choice: LawChoice
  readonly law: FederalLaw
  readonly facts: Facts
  readonly income: Income
  readonly exercises: readonly Exercise[]
  readonly carriedIn: CarriedIn
}

/**
 * The facts of one year of a case, with what earlier years carry in.
 * @throws InputError for a year without income in the case.
 * @throws NotModelled for sales, gifts of shares, and exercises taxed as nonstatutory options in the year.
 */
export function taxYear(of: Case, year: number, carriedIn: CarriedIn, rounding: Rounding = 'exact'): TaxYear {
  if (of.given) return givenYear(of, year, of.given, carriedIn)
  const income = incomeOf(of, year)
  const status = statusIn(of, year)
  const choice = lawChoice(of, year, rounding)
  const law = lawOf(choice)
  const exercises = exercisesIn(of, year)
  const facts = noFacts()
  fillIncome(facts, income, law)
  fillItemized(facts, income)
  fillPeople(facts, of, year, status)
  fillCarriedIn(facts, carriedIn)
  fillGifts(facts, of.plan, year)
  facts.isoSpread = exercises.reduce((sum, exercise) => sum + exercise.spread, 0)
  return { year, status, choice, law, facts, income, exercises, carriedIn }
}

/** A flat case as a tax year: its facts as they are, nothing exercised by lot. */
function givenYear(of: Case, year: number, { facts, choice }: GivenYear, carriedIn: CarriedIn): TaxYear {
  const own = { ...facts, gains: { ...facts.gains }, amtGains: { ...facts.amtGains } }
  return {
    year,
    status: choice.status,
    choice,
    law: lawOf(choice),
    facts: own,
    income: incomeOf(of, year),
    exercises: [],
    carriedIn,
  }
}

/** The filing status of a year: the one named last. */
const statusIn = ({ household }: Case, year: number): FilingStatus =>
  (household.statuses.findLast((each) => each.from <= year) ?? household.statuses[0])?.status as FilingStatus

/** The law of a year of the case: its published table or a projection at the case's own growth. */
export function lawChoice(of: Case, year: number, rounding: Rounding): LawChoice {
  const { indexing, wageGrowth, readings } = of.assumptions
  const table = federalTable(year, { inflation: indexing, wageGrowth })
  const open = Object.entries(readings).filter(
    ([name]) => table.figures[name as keyof typeof table.figures]?.status === 'unconfirmed',
  )
  return { table, status: statusIn(of, year), rounding, readings: Object.fromEntries(open) }
}

/**
 * The income of a year: as given; after the last year given, that year again with wages grown, nothing withheld or paid.
 * @throws InputError before the first year or past the horizon.
 */
export function incomeOf(of: Case, year: number): Income {
  const given = of.incomes.find((each) => each.year === year)
  if (given) return given
  const last = of.incomes.at(-1)
  if (!last || year < last.year || year > of.assumptions.horizon) {
    const years = of.incomes.map((each) => each.year)
    const message = `no income for ${year}: the file has ${years.at(0)} to ${years.at(-1)} and looks ahead to ${of.assumptions.horizon}. Add incomes.${year}, or raise assumptions.horizon.`
    throw new InputError([{ path: `incomes.${year}`, code: 'missing', message }])
  }
  const wages = last.wages * (1 + of.assumptions.wageGrowth) ** (year - last.year)
  return { ...last, year, wages, withheld: 0, stateWithheld: {}, estimatedPaid: [] }
}

/** ISO exercises of a year whose shares are held at its end: lots first, then the plan, in file order. */
function exercisesIn(of: Case, year: number): Exercise[] {
  refuseDispositions(of.plan, year)
  const lots = of.lots.filter((lot) => yearOf(lot.exercised) === year)
  const planned = of.plan.filter((action) => action.kind === 'exercise').filter((action) => yearOf(action.on) === year)
  return [
    ...lots.map((lot) => {
      const grant = grantOf(of, lot.grant)
      refuseUnvested(lot.vestedOn !== null && lot.vestedOn > lot.exercised, lot.id)
      return exercise(of, grant, {
        id: lot.id,
        on: lot.exercised,
        shares: lot.shares,
        value: lot.fmvAtExercise,
        planned: false,
      })
    }),
    ...planned.map((action) => {
      const value = requireValue(of, action.on, `the exercise of ${action.grant} on ${action.on}`)
      return exercise(of, grantOf(of, action.grant), {
        id: action.as,
        on: action.on,
        shares: action.shares,
        value,
        planned: true,
      })
    }),
  ]
}

type ExerciseFacts = Pick<Exercise, 'id' | 'on' | 'shares' | 'value' | 'planned'>

function exercise(of: Case, grant: Grant, facts: ExerciseFacts): Exercise {
  if (grant.kind === 'nso')
    throw new NotModelled('IRC §83(a)', 'Form W-2 box 12 code V', `the exercise of ${facts.id}, a nonstatutory option,`)
  if (facts.on > lastIsoDay(grant))
    throw new NotModelled(
      'IRC §422(a)(2)',
      'Form W-2',
      `the exercise of ${facts.id} later than three months after employment`,
    )
  refuseUnvested(facts.planned && exercisedBy(of, grant, facts.on) > vestedShares(grant, facts.on), facts.id)
  const strike = strikeOn(of, grant, facts.on)
  return { ...facts, grant: grant.id, strike, spread: Math.max(0, facts.value - strike) * facts.shares }
}

/** Shares of a grant exercised by a day, lots and plan, restated to the grant's own share count. */
export function exercisedBy(of: Case, grant: Grant, on: PlainDate): number {
  const lots = of.lots.filter((lot) => lot.grant === grant.id).map((lot) => ({ on: lot.exercised, shares: lot.shares }))
  const planned = of.plan.filter((action) => action.kind === 'exercise').filter((action) => action.grant === grant.id)
  return [...lots, ...planned]
    .filter((each) => each.on <= on)
    .reduce((sum, each) => sum + each.shares / splitFactor(of.company.splits, grant.on, each.on), 0)
}

/** The strike of one share on a day, restated for splits since the grant. */
export const strikeOn = (of: Case, grant: Grant, on: PlainDate): number =>
  grant.strike / splitFactor(of.company.splits, grant.on, on)

/**
 * The value of one share on a day: the last one stated.
 * @throws InputError when none is stated by that day; `what` says what needed it.
 */
export function requireValue(of: Case, on: PlainDate, what: string): number {
  const value = valueOn(of.company.prices, of.company.splits, on)
  if (value !== undefined) return value
  const message = `no value of the shares is stated on or before ${on}, and ${what} needs one. Add { on: ${on}, fmv: … }.`
  throw new InputError([{ path: 'company.prices', code: 'missing', message }])
}

function grantOf(of: Case, id: string): Grant {
  const grant = of.grants.find((each) => each.id === id)
  if (!grant) throw new InputError([{ path: 'grants', code: 'unknownReference', message: `there is no grant ${id}` }])
  return grant
}

function refuseDispositions(plan: readonly Action[], year: number): void {
  for (const action of plan) {
    if (yearOf(action.on) !== year) continue
    if (action.kind === 'sell')
      throw new NotModelled('IRC §§421–422', 'Form 8949', `the sale of ${action.on} in the plan`)
    if (action.kind === 'give' && action.shares > 0)
      throw new NotModelled('IRC §170(e)', 'Form 8283', `the gift of shares of ${action.on} in the plan`)
    if (action.kind === 'exercise' && action.how !== 'hold')
      throw new NotModelled('IRC §421(b)', 'Form 8949', `the sale at exercise of ${action.on} in the plan`)
  }
}

function refuseUnvested(unvested: boolean, id: string): void {
  if (unvested)
    throw new NotModelled('IRC §83(a), (b)', 'Form 6251 line 2i', `${id}, an early exercise before the shares vest,`)
}

function fillIncome(facts: Facts, income: Income, law: FederalLaw): void {
  facts.wages = income.wages
  facts.interest = income.interest
  facts.ordinaryDividends = income.ordinaryDividends
  facts.qualifiedDividends = income.qualifiedDividends
  facts.otherIncome = income.otherIncome
  for (const gains of [facts.gains, facts.amtGains]) {
    gains.short = income.shortTermGain
    gains.long = income.longTermGain
    gains.collectibles = income.collectiblesGain
    gains.unrecaptured1250 = income.unrecaptured1250Gain
  }
  Object.assign(facts, income.form6251)
  facts.otherAmtAdjustment = income.otherAmtAdjustment
  facts.otherAmtExclusion = income.otherAmtExclusion
  facts.childTaxCredit = income.credits.childTaxCredit
  facts.otherCredits = income.credits.other
  facts.foreignTaxCredit = income.credits.foreignTaxCredit
  facts.amtForeignTaxCredit = amtForeignTaxCredit(income.credits, law)
  facts.deductionChoice = income.deductionChoice
}

/**
 * The AMT foreign tax credit: as stated, or the regular one when that was small enough to need no Form 1116.
 * @throws NotModelled when a larger credit comes without its AMT amount. IRC §§59(a), 904(j).
 */
export function amtForeignTaxCredit(
  credits: { readonly foreignTaxCredit: number; readonly amtForeignTaxCredit: number | null },
  law: Pick<FederalLaw, 'foreignTaxCreditWithoutForm1116'>,
): number {
  if (credits.amtForeignTaxCredit !== null) return credits.amtForeignTaxCredit
  if (credits.foreignTaxCredit <= law.foreignTaxCreditWithoutForm1116) return credits.foreignTaxCredit
  throw new NotModelled(
    'IRC §59(a)',
    'Form 1116 for AMT',
    'the AMT limit of the foreign tax credit (state credits.amtForeignTaxCredit)',
  )
}

function fillItemized(facts: Facts, income: Income): void {
  const { itemized } = income
  if (!itemized) return
  if (itemized.stateAndLocalTaxes === 'auto')
    throw new NotModelled(
      'IRC §164(a)(3)',
      'state income tax return',
      `stateAndLocalTaxes: auto of ${income.year} (state the amount)`,
    )
  facts.hasItemized = true
  facts.stateAndLocalTaxes = itemized.stateAndLocalTaxes
  facts.realEstateTaxes = itemized.realEstateTaxes
  facts.mortgageInterest = itemized.mortgageInterest
  facts.charityCash = itemized.charityCash
  facts.charityOrdinary = itemized.charityOrdinary
  facts.charityStock = itemized.charityStock
  facts.charityPrivate = itemized.charityPrivate
  facts.charityPrivateStock = itemized.charityPrivateStock
}

function fillPeople(facts: Facts, of: Case, year: number, status: FilingStatus): void {
  const people = status === 'mfj' ? of.household.people : of.household.people.slice(0, 1)
  facts.seniors = people.filter((person) => is65In(year, person.born)).length
  facts.agedOrBlindBoxes = facts.seniors + people.filter((person) => person.blind).length
}

function fillCarriedIn(facts: Facts, carriedIn: CarriedIn): void {
  facts.minimumTaxCredit = carriedIn.minimumTaxCredit
  facts.gains.shortCarryover = carriedIn.capitalLoss.short
  facts.gains.longCarryover = carriedIn.capitalLoss.long
  facts.amtGains.shortCarryover = carriedIn.amtCapitalLoss.short
  facts.amtGains.longCarryover = carriedIn.amtCapitalLoss.long
  for (const gift of carriedIn.charity)
    facts[`charity${gift.category.charAt(0).toUpperCase()}${gift.category.slice(1)}Carried` as 'charityCashCarried'] +=
      gift.amount
}

function fillGifts(facts: Facts, plan: readonly Action[], year: number): void {
  for (const action of plan) {
    if (action.kind !== 'give' || yearOf(action.on) !== year) continue
    facts.charityCash += action.cash
    if (action.to === 'dafSponsor') facts.charityCashToFunds += action.cash
  }
}
