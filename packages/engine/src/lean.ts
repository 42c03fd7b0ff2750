/**
 * The years of a case for whoever figures them thousands of times with other share counts: totals alone, on sheets and books
 * that are used again, from the first year that a change touches. The same lines as the timeline's, nothing kept.
 */
import type { Case, Loss } from './case.ts'
import { yearOf } from './date.ts'
import type { Action } from './equity/action.ts'
import { booksFor } from './equity/books.ts'
import { runLedger } from './equity/ledger.ts'
import { prepare, resize } from './equity/prepared.ts'
import { sharesIn } from './equity/shares.ts'
import type { YearShares } from './equity/yearShares.ts'
import { NotModelled } from './errors.ts'
import type { Facts, Gains } from './forms/facts.ts'
import { type FederalLaw, lawOf, type Rounding } from './law/federal/law.ts'
import { type FederalReturn, figureReturn, workspace } from './return.ts'
import { type CarriedIn, fillCarriedIn, fillShares, gives, incomeOf, lawChoice, ownFacts } from './taxYear.ts'
import {
  beginning,
  type Closing,
  deductStateTax,
  deductsAsFigured,
  figureClosing,
  giftsLeft,
  newClosing,
} from './timeline.ts'

/** Totals by year, the first year first. Dollars. Overwritten by the next `figure`. */
export interface LeanTotals {
  /** Form 1040 line 24. */
  readonly totalTax: Float64Array
  /** Form 6251 line 11. */
  readonly amt: Float64Array
  /** Form 8801 lines 25 and 26 of the year. */
  readonly creditUsed: Float64Array
  readonly creditCarriedOut: Float64Array
  /** Form 8801 lines 15 and 18 of the next year. */
  readonly exclusionPart: Float64Array
  readonly creditMade: Float64Array
  /** 1 where deductions were itemized. */
  readonly itemized: Uint8Array
  /** Cash paid for shares and got for them. */
  readonly strikePaid: Float64Array
  readonly proceeds: Float64Array
}

export interface Lean {
  readonly first: number
  readonly last: number
  readonly totals: LeanTotals
  /**
   * Sets the shares of the plan's entry `at`, as of its day. The next `figure` begins at its year or before.
   * @throws RangeError for an entry without shares, and for an exercise where a grant has an acceleration.
   */
  readonly setShares: (at: number, shares: number) => void
  /**
   * Figures the years from the first whose shares were set anew, or all of them the first time.
   * @throws NotModelled, InputError as the timeline does.
   */
  readonly figure: () => LeanTotals
}

interface Carried extends CarriedIn {
  minimumTaxCreditMade: number
  minimumTaxCredit: number
  vehicleCreditUnallowed: number
  readonly capitalLoss: { -readonly [Term in keyof Loss]: number }
  readonly amtCapitalLoss: { -readonly [Term in keyof Loss]: number }
  charity: CarriedIn['charity']
}

/** Years figured one at a time, each from what the one before it carried out. */
export interface LeanYears {
  readonly totals: LeanTotals
  /**
   * Figures year `i` (0 is the first) with what the shares bring into it. Says whether what it carries out differs from what it
   * carried out the last time, so that the year after must be figured anew.
   */
  readonly figureYear: (i: number, brought: Readonly<YearShares>) => boolean
}

/** Whoever figures more on the federal return of year `i`, as a state does. Says whether what that carries out differs from the last time. */
export type OnReturn = (i: number, federal: FederalReturn) => boolean

/** Years that deduct their states' tax as figured, and what it is for year `i` on a federal return that itemizes. IRC §164(a)(3). */
export interface DeductedStateTax {
  readonly years: readonly boolean[]
  readonly taxOn: (i: number, itemized: FederalReturn) => number
}

/**
 * Years ready to be figured again and again on the same sheets.
 * @param laws the law of each year, the first year first
 * @param bases the facts of each year that neither the shares nor earlier years bring
 * @param deducted solved for as the timeline does it; the bases have no state tax in those years
 */
export function leanYears(
  first: number,
  laws: readonly FederalLaw[],
  bases: readonly Facts[],
  begins: CarriedIn,
  onReturn?: OnReturn,
  deducted?: DeductedStateTax,
): LeanYears {
  const count = laws.length
  const facts = bases.map((base) => ({ ...base, gains: { ...base.gains }, amtGains: { ...base.amtGains } }))
  const carried = Array.from({ length: count + 1 }, (_, i) => (i === 0 ? begun(begins) : nothing()))
  const work = workspace()
  const closing = newClosing()
  const totals = noTotals(count)
  return {
    totals,
    figureYear(i, brought) {
      const own = facts[i] as Facts
      const base = bases[i] as Facts
      const law = laws[i] as FederalLaw
      const into = carried[i] as Carried
      restore(own, base)
      fillCarriedIn(own, into)
      fillShares(own, brought)
      own.hasItemized = base.hasItemized || gives(own)
      if (deducted?.years[i]) deductStateTax(own, law, (itemized) => deducted.taxOn(i, itemized), work)
      const r = figureReturn(own, law, work)
      figureClosing(r, law, closing)
      const out = carried[i + 1] as Carried
      const same = carriesOut(closing, r.form8801.line26, out)
      const gifts = giftsLeft(r, own, law, into, first + i)
      const sameGifts = gifts.length === 0 && out.charity.length === 0
      out.charity = gifts
      totals.totalTax[i] = r.form1040.line24
      totals.amt[i] = r.form6251.line11
      totals.creditUsed[i] = r.form8801.line25
      totals.creditCarriedOut[i] = r.form8801.line26
      totals.exclusionPart[i] = closing.exclusion.line15
      totals.creditMade[i] = closing.exclusion.line18
      totals.itemized[i] = r.election.itemizes
      totals.strikePaid[i] = brought.strikePaid
      totals.proceeds[i] = brought.proceeds
      const more = onReturn?.(i, r) ?? false
      return more || !(same && sameGifts)
    },
  }
}

/**
 * A case made ready to be figured again and again, from its first year of incomes to `last`.
 * @throws InputError, NotModelled as `taxYear` does, for whatever does not depend on share counts.
 */
export function lean(of: Case, last: number, rounding: Rounding = 'exact'): Lean {
  const first = of.incomes[0]?.year ?? last
  const count = last - first + 1
  const books = booksFor(prepare(of))
  const shares = { books, dispositions: [] }
  const { laws, bases } = leanFacts(of, first, last, rounding)
  const { totals, figureYear } = leanYears(first, laws, bases, beginning(of).carriedIn)
  let from = 0
  return {
    ...{ first, last, totals },
    setShares(at, count) {
      const action = of.plan[at]
      if (!action) throw new RangeError(`the plan has no entry ${at}`)
      resize(books.prepared, action, count)
      from = Math.min(from, Math.max(0, firstTouched(action) - first))
    },
    figure() {
      runLedger(books)
      for (let i = from; i < count; i++) figureYear(i, sharesIn(shares, first + i))
      from = count
      return totals
    },
  }
}

/**
 * Law and own facts of the years of a case.
 * @param stateTaxFigured whether whoever figures the years solves for a deduction of state tax that is left to be figured
 * @throws NotModelled where a year deducts its state's tax as figured and nobody does.
 */
export function leanFacts(
  of: Case,
  first: number,
  last: number,
  rounding: Rounding = 'exact',
  stateTaxFigured = false,
): { readonly laws: FederalLaw[]; readonly bases: Facts[] } {
  if (!stateTaxFigured && of.incomes.some(deductsAsFigured))
    throw new NotModelled(
      'IRC §164(a)(3)',
      'state income tax return',
      'stateAndLocalTaxes: auto where only totals are figured',
    )
  const laws: FederalLaw[] = []
  const bases: Facts[] = []
  for (let year = first; year <= last; year++) {
    const law = lawOf(lawChoice(of, year, rounding))
    laws.push(law)
    bases.push(ownFacts(of, year, law, incomeOf(of, year)))
  }
  return { laws, bases }
}

/**
 * The first year whose figures an action's share count may move: its own, or in January the one before, when shares bought
 * may replace some sold at a loss within thirty days. IRC §1091(a).
 */
const firstTouched = ({ on }: Action): number => (on.slice(5) <= '01-30' ? yearOf(on) - 1 : yearOf(on))

/** Sets what a year carries out; says whether it was that already. */
function carriesOut(
  { exclusion, capitalLossCarryover, capitalLossCarryoverAmt }: Closing,
  line26: number,
  out: Carried,
) {
  const { line8: short, line13: long } = capitalLossCarryover
  const { line8: amtShort, line13: amtLong } = capitalLossCarryoverAmt
  const same =
    out.minimumTaxCreditMade === exclusion.line18 &&
    out.minimumTaxCredit === line26 &&
    out.capitalLoss.short === short &&
    out.capitalLoss.long === long &&
    out.amtCapitalLoss.short === amtShort &&
    out.amtCapitalLoss.long === amtLong
  out.minimumTaxCreditMade = exclusion.line18
  out.minimumTaxCredit = line26
  out.capitalLoss.short = short
  out.capitalLoss.long = long
  out.amtCapitalLoss.short = amtShort
  out.amtCapitalLoss.long = amtLong
  return same
}

/** Takes back what shares and earlier years brought. */
function restore(facts: Facts, base: Readonly<Facts>): void {
  facts.isoSpread = base.isoSpread
  facts.optionWages = base.optionWages
  facts.compensation = base.compensation
  facts.compensationUnreported = base.compensationUnreported
  facts.amtCompensation = base.amtCompensation
  restoreGains(facts.gains, base.gains)
  restoreGains(facts.amtGains, base.amtGains)
  facts.stateAndLocalTaxes = base.stateAndLocalTaxes
  facts.charityStock = base.charityStock
  facts.charityOrdinary = base.charityOrdinary
  facts.charityPrivate = base.charityPrivate
  facts.charityPrivateStock = base.charityPrivateStock
  facts.charityCashCarried = 0
  facts.charityOrdinaryCarried = 0
  facts.charityStockCarried = 0
  facts.charityPrivateCarried = 0
  facts.charityPrivateStockCarried = 0
}

function restoreGains(gains: Gains, base: Readonly<Gains>): void {
  gains.shortA = base.shortA
  gains.shortB = base.shortB
  gains.shortC = base.shortC
  gains.longD = base.longD
  gains.longE = base.longE
  gains.longF = base.longF
  gains.collectibles = base.collectibles
}

const begun = (carriedIn: CarriedIn): Carried => ({
  ...carriedIn,
  capitalLoss: { ...carriedIn.capitalLoss },
  amtCapitalLoss: { ...carriedIn.amtCapitalLoss },
})

const nothing = (): Carried => ({
  ...{ minimumTaxCreditMade: 0, minimumTaxCredit: 0, vehicleCreditUnallowed: 0 },
  ...{ capitalLoss: { short: 0, long: 0 }, amtCapitalLoss: { short: 0, long: 0 }, charity: [] },
})

const noTotals = (count: number): LeanTotals => ({
  totalTax: new Float64Array(count),
  amt: new Float64Array(count),
  creditUsed: new Float64Array(count),
  creditCarriedOut: new Float64Array(count),
  exclusionPart: new Float64Array(count),
  creditMade: new Float64Array(count),
  itemized: new Uint8Array(count),
  strikePaid: new Float64Array(count),
  proceeds: new Float64Array(count),
})
