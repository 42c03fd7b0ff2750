/** One year of a case as facts for the forms: the household, its income, and what the lots and the plan do in the year. */
import type { Case, GivenYear, Income, Loss } from './case.ts'
import { is65In, yearOf } from './date.ts'
import type { Action } from './equity/action.ts'
import { type DispositionRecord, type Exercise, exercisesIn, type Shares, sharesIn, sharesOf } from './equity/shares.ts'
import type { BoxGains, YearShares } from './equity/yearShares.ts'
import { InputError, NotModelled } from './errors.ts'
import type { CarriedGift } from './forms/charityCarryover.ts'
import { type Facts, type Gains, noFacts } from './forms/facts.ts'
import { withExemptionOf2017 } from './law/federal/before2018.ts'
import { type FederalLaw, type LawChoice, lawOf, type Rounding } from './law/federal/law.ts'
import { federalTable } from './law/federal/tables.ts'
import type { FilingStatus } from './law/law.ts'

/** What earlier years carry into a year. Dollars; losses positive. */
export interface CarriedIn {
  /** Form 8801 line 18: what the year before made of minimum tax credit; may be negative. */
  readonly minimumTaxCreditMade: number
  /** Form 8801 line 19: line 26 of the year before. */
  readonly minimumTaxCredit: number
  /** Form 8801 line 20. */
  readonly vehicleCreditUnallowed: number
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
  /** Exercises made in the year or entering it, and what is disposed of in it. */
  readonly exercises: readonly Exercise[]
  readonly dispositions: readonly DispositionRecord[]
  /** All the shares of the case, over all its years; null for a flat case. */
  readonly shares: Shares | null
  readonly carriedIn: CarriedIn
}

/**
 * The facts of one year of a case, with what earlier years carry in.
 * @throws InputError for a year without income in the case.
 * @throws NotModelled, InputError where what the shares bring cannot be figured.
 */
export function taxYear(
  of: Case,
  year: number,
  carriedIn: CarriedIn,
  rounding: Rounding = 'exact',
  shares: Shares = sharesOf(of),
): TaxYear {
  if (of.given) return givenYear(of, year, of.given, carriedIn)
  const income = incomeOf(of, year)
  const status = statusIn(of, year)
  const choice = lawChoice(of, year, rounding)
  const law = lawOf(choice)
  const facts = ownFacts(of, year, law, income)
  const itemizes = facts.hasItemized
  fillCarriedIn(facts, carriedIn)
  fillShares(facts, sharesIn(shares, year))
  facts.hasItemized = itemizes || gives(facts)
  const dispositions = shares.dispositions.filter((each) => each.year === year)
  return {
    year,
    status,
    choice,
    law,
    facts,
    income,
    exercises: exercisesIn(shares, year),
    dispositions,
    shares,
    carriedIn,
  }
}

/** The facts of a year that neither the shares nor earlier years bring. */
export function ownFacts(of: Case, year: number, law: FederalLaw, income: Income): Facts {
  const facts = noFacts()
  fillIncome(facts, income, law)
  fillItemized(facts, income)
  fillPeople(facts, of, year, statusIn(of, year))
  fillGifts(facts, of.plan, year)
  return facts
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
    dispositions: [],
    shares: null,
    carriedIn,
  }
}

/** The filing status of a year: the one named last. */
export const statusIn = ({ household }: Case, year: number): FilingStatus =>
  (household.statuses.findLast((each) => each.from <= year) ?? household.statuses[0])?.status as FilingStatus

/** The law of a year of the case: its published table or a projection at the case's own growth. */
export function lawChoice(of: Case, year: number, rounding: Rounding): LawChoice {
  const { indexing, wageGrowth, readings, exemptionOf2017From } = of.assumptions
  const growth = { inflation: indexing, wageGrowth }
  const law = federalTable(year, growth)
  const hypothetical = exemptionOf2017From !== undefined && year >= exemptionOf2017From
  const table = hypothetical ? withExemptionOf2017(law, growth) : law
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
  facts.hasItemized = true
  // The state's tax as figured depends on this return: the timeline solves for it
  facts.stateAndLocalTaxes = itemized.stateAndLocalTaxes === 'auto' ? 0 : itemized.stateAndLocalTaxes
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

/** What earlier years carry in. Everything it sets it sets anew, gifts aside: those are added up. */
export function fillCarriedIn(facts: Facts, carriedIn: CarriedIn): void {
  facts.minimumTaxCreditMade = carriedIn.minimumTaxCreditMade
  facts.minimumTaxCredit = carriedIn.minimumTaxCredit
  facts.vehicleCreditUnallowed = carriedIn.vehicleCreditUnallowed
  facts.gains.shortCarryover = carriedIn.capitalLoss.short
  facts.gains.longCarryover = carriedIn.capitalLoss.long
  facts.amtGains.shortCarryover = carriedIn.amtCapitalLoss.short
  facts.amtGains.longCarryover = carriedIn.amtCapitalLoss.long
  for (const gift of carriedIn.charity)
    facts[`charity${gift.category.charAt(0).toUpperCase()}${gift.category.slice(1)}Carried` as 'charityCashCarried'] +=
      gift.amount
}

/** Whether a year has gifts, its own or carried in: they are an itemized deduction by themselves, whatever else was given. */
export const gives = (facts: Readonly<Facts>): boolean =>
  facts.charityCash + facts.charityOrdinary + facts.charityStock + facts.charityPrivate + facts.charityPrivateStock >
    0 ||
  facts.charityCashCarried +
    facts.charityOrdinaryCarried +
    facts.charityStockCarried +
    facts.charityPrivateCarried +
    facts.charityPrivateStockCarried >
    0

/** Cash given. A gift to a person is none for tax. */
function fillGifts(facts: Facts, plan: readonly Action[], year: number): void {
  for (const action of plan) {
    if (action.kind !== 'give' || yearOf(action.on) !== year) continue
    if (action.to === 'publicCharity' || action.to === 'dafSponsor') facts.charityCash += action.cash
    if (action.to === 'dafSponsor') facts.charityCashToFunds += action.cash
    if (action.to === 'privateFoundation') facts.charityPrivate += action.cash
  }
}

/** What the shares bring, on top of what else the year holds. */
export function fillShares(facts: Facts, shares: Readonly<YearShares>): void {
  facts.isoSpread += shares.isoSpread
  facts.optionWages += shares.optionWages
  facts.compensation += shares.compensation
  facts.compensationUnreported += shares.compensationUnreported
  facts.amtCompensation += shares.amtCompensation
  fillGains(facts.gains, shares.gains)
  fillGains(facts.amtGains, shares.amtGains)
  facts.charityStock += shares.charityStock
  facts.charityOrdinary += shares.charityOrdinary
  facts.charityPrivate += shares.charityPrivate
  facts.charityPrivateStock += shares.charityPrivateStock
}

function fillGains(gains: Gains, shares: Readonly<BoxGains>): void {
  gains.shortA += shares.shortA
  gains.shortB += shares.shortB
  gains.shortC += shares.shortC
  gains.longD += shares.longD
  gains.longE += shares.longE
  gains.longF += shares.longF
  gains.collectibles += shares.collectibles
}
