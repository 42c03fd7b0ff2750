/** The years of a case in order, each handing to the next what it carries. IRC §§53, 170(d), 1212(b). */
import type { Case, HistoryYear } from './case.ts'
import { sharesOf } from './equity/shares.ts'
import { blank } from './form.ts'
import { figureCapitalLossCarryover } from './forms/capitalLossCarryover.ts'
import { carriedGifts } from './forms/charityCarryover.ts'
import { type Form6251, form6251Words } from './forms/form6251.ts'
import { type Form8801, figureForm8801Exclusion } from './forms/form8801.ts'
import { lawOf, type Rounding } from './law/federal/law.ts'
import { type FederalReturn, figureReturn } from './return.ts'
import { type CarriedIn, lawChoice, type TaxYear, taxYear } from './taxYear.ts'

/** A year figured: its facts, its return, the split of its AMT (Form 8801 Part I of the next year) and what it carries out. */
export interface FiguredYear extends TaxYear {
  readonly return: FederalReturn
  readonly exclusion: Form8801
  readonly carriedOut: CarriedIn
}

/**
 * The years of a case from its first to `last`, figured in order. Form 8801 Part I of the first year comes from `history`
 * where that has the year before.
 * @throws InputError, NotModelled as `taxYear` does.
 */
export function yearsTo(of: Case, last: number, rounding: Rounding = 'exact'): FiguredYear[] {
  const first = of.incomes[0]?.year ?? last
  const years: FiguredYear[] = []
  const shares = of.given ? undefined : sharesOf(of)
  let carriedIn = carriedIntoFirst(of, first)
  for (let year = first; year <= last; year++) {
    const figured = figureYear(taxYear(of, year, carriedIn, rounding, shares))
    years.push(figured)
    carriedIn = figured.carriedOut
  }
  return years
}

/** One year figured, with what it hands on. */
export function figureYear(year: TaxYear): FiguredYear {
  const r = figureReturn(year.facts, year.law)
  const exclusion = figureForm8801Exclusion(r, year.law)
  const minimumTaxCredit = Math.max(0, r.form8801.line26 + exclusion.line18)
  const capitalLoss = lossLeft(r.scheduleD, r.form1040.beforeFloor + r.schedule1A.line37)
  const amtCapitalLoss = lossLeft(r.scheduleDAmt, r.form6251.beforeIncrease)
  const gifts = year.facts.hasItemized
    ? carriedGifts(r.charity, year.facts, year.carriedIn.charity, year.year, year.law.charityCarryYears)
    : year.carriedIn.charity.filter((gift) => year.year + 1 - gift.year <= year.law.charityCarryYears)
  return {
    ...year,
    return: r,
    exclusion,
    carriedOut: { minimumTaxCredit, capitalLoss, amtCapitalLoss, charity: gifts },
  }
}

function lossLeft(scheduleD: FederalReturn['scheduleD'], amount: number) {
  const worksheet = figureCapitalLossCarryover({ scheduleD, income: { amount } })
  return { short: worksheet.line8, long: worksheet.line13 }
}

function carriedIntoFirst(of: Case, first: number): CarriedIn {
  const { minimumTaxCredit, capitalLoss, amtCapitalLoss, charity } = of.carryforwards
  const before = of.history.find((each) => each.year === first - 1)
  const made = before?.form6251 ? creditMadeIn(before, of) : 0
  // Form 8801 line 21: line 26 of the year before and what that year's own AMT made, which may be negative
  return { minimumTaxCredit: Math.max(0, minimumTaxCredit + made), capitalLoss, amtCapitalLoss, charity }
}

/** Form 8801 line 18 on the lines of a year as filed. A line of Form 6251 not stated is zero, and `assumed` says so. */
function creditMadeIn(history: HistoryYear, of: Case): number {
  const choice = lawChoice(of, history.year, 'exact')
  const law = lawOf({ ...choice, status: history.status ?? choice.status })
  const stated = history.form6251 ?? {}
  const { line4: gains = 0, line5: ordinary } = history.qualifiedDividendWorksheet ?? {}
  const line = (name: string): number => stated[name] ?? 0
  const income = 'line1b' in stated ? line('line1b') : line('line1')
  const form6251: Form6251 = { ...blank(form6251Words), ...stated, line1b: income, line2a: line('line2a') }
  for (const name of ['line2b', 'line2c', 'line2d', 'line2e', 'line2g', 'line2h', 'line8', 'line10', 'line11'] as const)
    form6251[name] = line(name)
  form6251.overallLimitationRestored = 0
  form6251.nonItemizerGiftAddedBack = 0
  form6251.line13 = gains
  form6251.line14 = 0
  form6251.line15 = gains
  const prior = {
    facts: { otherAmtExclusion: line('line3Exclusion'), minimumTaxCreditNol: 0, amtForeignTaxCredit: line('line8') },
    form1040: { line3a: gains },
    form6251,
    scheduleD: { netCapitalGain: 0, line17: 0, line18: 0, line19: 0, line20: 1 },
    qualifiedDividends: { line5: ordinary ?? Math.max(0, income - gains) },
    scheduleDTax: { line14: 0, line21: 0 },
  }
  return figureForm8801Exclusion(prior, law).line18
}
