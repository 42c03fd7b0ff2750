/** Years before the first of a case, as filed: their AMT split by their own law, and the credit that they really left. */
import type { Case, HistoryYear } from './case.ts'
import { NotModelled } from './errors.ts'
import { blank } from './form.ts'
import { type Form6251, form6251Words } from './forms/form6251.ts'
import {
  type ExclusionLaw,
  type Form8801Exclusion,
  type Form8801PriorFrom,
  figureForm8801Exclusion,
  form8801ExclusionWords,
} from './forms/form8801.ts'
import { exclusionLawBefore } from './law/federal/earlier.ts'
import { type LawChoice, lawOf } from './law/federal/law.ts'
import { federalYears } from './law/federal/tables.ts'
import type { FilingStatus } from './law/law.ts'
import { atLeastZero, larger, part, smaller } from './money.ts'
import { lawChoice, statusIn } from './taxYear.ts'

/** A year as filed, with Parts I and III of the Form 8801 of the year after. */
export interface FiledYear {
  readonly year: number
  readonly status: FilingStatus
  readonly filed: HistoryYear
  /** The choice of law where there is a whole table for the year. */
  readonly choice: LawChoice | null
  readonly law: ExclusionLaw | null
  /** Lines of Form 6251 as filed; null where the file has none, and the year then made no credit. */
  readonly form6251: Form6251 | null
  /** The same as they should have been: with the AMT basis of shares sold, where line 2k was left out. */
  readonly due: Form6251 | null
  /** Parts I and III on the lines as they should have been. */
  readonly exclusion: Form8801Exclusion
  /** Loss that only AMT carries out of the year, where the AMT basis was missed. */
  readonly amtLossLeft: number
}

/** AMT by a year's Form 6251. A year for which the file has none had no AMT: `assumed` says so. */
export const amtOn = (form6251: Form6251 | null): number => (form6251 ? form6251.line11 : 0)

/** One year of the credit as it should have run. Form 8801 of the year, by lines. Dollars. */
export interface CreditAsDue {
  readonly of: FiledYear
  /** Line 21. */
  readonly available: number
  /** Line 24; null where the file has no Form 6251 of the year. */
  readonly gap: number | null
  /** Line 25 as it should have been. IRC §53(b)(2) counts what was allowable, claimed or not. */
  readonly allowable: number
  /** Line 25 as filed; null where no Form 8801 is stated. */
  readonly claimed: number | null
  /** Line 26. */
  readonly carriedOut: number
}

/** The years of `history`, ascending. */
export function filedYears(of: Case): FiledYear[] {
  const years = [...of.history].sort((one, other) => one.year - other.year)
  let loss = 0
  return years.map((filed, i) => {
    const year = filedYear(of, filed, years[i + 1], loss)
    loss = year.amtLossLeft
    return year
  })
}

/**
 * A year as filed. Where there is no law of its AMT here, the split is the one that the next year's Form 8801 states.
 * @throws NotModelled when neither is there.
 */
function filedYear(of: Case, filed: HistoryYear, next: HistoryYear | undefined, lossCarriedIn: number): FiledYear {
  const { year } = filed
  const status = filed.status ?? statusIn(of, year)
  const choice = year >= federalYears.first ? { ...lawChoice(of, year, 'exact'), status } : null
  const law = choice ? lawOf(choice) : exclusionLawBefore(year, status)
  const form6251 = filed.form6251 && linesOf(filed)
  const { due, amtLossLeft } = corrected(filed, form6251, law, lossCarriedIn)
  const own = { year, status, filed, choice, law, form6251, due, amtLossLeft }
  if (!due) return { ...own, exclusion: splitAs(0, 0) }
  if (law)
    return {
      ...own,
      exclusion: figureForm8801Exclusion(priorOf(filed, due, gainsOf(filed), ordinaryOf(filed, due)), law),
    }
  const exclusionPart = next?.form8801?.line15 ?? partBehind(due.line11, next?.form8801?.line18)
  if (exclusionPart === undefined)
    throw new NotModelled(
      'IRC §53(d)(1)(B)',
      'Form 8801 Part I',
      `the split of the AMT of ${year}, a year whose law is not held here (state line 15 of the next form: history.${year + 1}.form8801.line15),`,
    )
  return { ...own, exclusion: splitAs(due.line11, exclusionPart) }
}

const partBehind = (amt: number, made: number | undefined): number | undefined =>
  made === undefined ? undefined : amt - made

/** Part I with its outcome alone. */
export function splitAs(amt: number, exclusionPart: number): Form8801Exclusion {
  const f = blank(form8801ExclusionWords)
  f.line15 = exclusionPart
  f.line16 = amt
  f.line17 = f.line15
  f.line18 = f.line16 - f.line17
  return f
}

/** The lines of Form 6251 as stated; one not stated is zero, and `assumed` says so. */
function linesOf({ form6251, qualifiedDividendWorksheet, missedAmtBasis }: HistoryYear): Form6251 {
  const stated = form6251 ?? {}
  const gains = gainsOf({ qualifiedDividendWorksheet, missedAmtBasis })
  const line = (name: string): number => stated[name] ?? 0
  const lines: Form6251 = { ...blank(form6251Words), ...stated }
  lines.line1b = 'line1b' in stated ? line('line1b') : line('line1')
  for (const name of readLines) lines[name] = line(name)
  lines.overallLimitationRestored = 0
  lines.nonItemizerGiftAddedBack = 0
  lines.line13 = gains
  lines.line14 = 0
  lines.line15 = gains
  return lines
}

const readLines = [
  ...(['line2a', 'line2b', 'line2c', 'line2d', 'line2e', 'line2g', 'line2h'] as const),
  ...(['line4', 'line8', 'line9', 'line10', 'line11'] as const),
] as const

/** Gains taxed at the lower rates: of the worksheet, or where only a sale is stated, its gain. */
const gainsOf = ({
  qualifiedDividendWorksheet,
  missedAmtBasis,
}: Pick<HistoryYear, 'qualifiedDividendWorksheet' | 'missedAmtBasis'>): number =>
  qualifiedDividendWorksheet?.line4 ?? atLeastZero(missedAmtBasis?.netGain ?? 0)

/** Income below those gains in the regular tax. */
const ordinaryOf = (filed: HistoryYear, lines: Form6251): number =>
  filed.qualifiedDividendWorksheet?.line5 ?? atLeastZero(lines.line1b - gainsOf(filed))

/** What Part I takes from a year of which only some lines are known: its gains are those of the worksheet. */
function priorOf({ form6251 }: HistoryYear, lines: Form6251, gains: number, ordinary: number): Form8801PriorFrom {
  return {
    facts: {
      otherAmtExclusion: form6251?.['line3Exclusion'] ?? 0,
      minimumTaxCreditNol: form6251?.['minimumTaxCreditNol'] ?? 0,
      amtForeignTaxCredit: lines.line8,
    },
    form1040: { line3a: gains },
    form6251: lines,
    scheduleD: { netCapitalGain: 0, line17: 0, line18: 0, line19: 0, line20: 1 },
    qualifiedDividends: { line5: ordinary },
    scheduleDTax: { line14: 0, line21: 0 },
  }
}

/**
 * Form 6251 as it should have been when line 2k was left out at a sale: net gain counts for AMT with the AMT basis, a loss up to
 * the limit, and what is left of a loss goes on. A later year of which no gain is stated is taken to have none.
 */
function corrected(
  filed: HistoryYear,
  lines: Form6251 | null,
  law: ExclusionLaw | null,
  lossCarriedIn: number,
): Pick<FiledYear, 'due' | 'amtLossLeft'> {
  const { netGain, difference } = filed.missedAmtBasis ?? { netGain: 0, difference: 0 }
  if (!lines || !law || difference + lossCarriedIn === 0) return { due: lines, amtLossLeft: lossCarriedIn }
  const allowed = (net: number): number => (net >= 0 ? net : -smaller(law.capitalLossLimit, -net))
  const amtNet = netGain - difference - lossCarriedIn
  const line2k = allowed(amtNet) - allowed(netGain)
  const gains = lines.line13 - atLeastZero(netGain) + atLeastZero(amtNet)
  const income = withoutIncrease(lines.line4, law) + line2k
  const { line4, line13: line9 } = figureOnAmti(filed, lines, income, gains, law)
  return {
    due: { ...lines, line2k, line4, line9, line11: atLeastZero(line9 - lines.line10) },
    amtLossLeft: atLeastZero(-amtNet - law.capitalLossLimit),
  }
}

/** AMT income before its increase for separate returns, from line 4, which holds it. IRC §55(d)(2). */
function withoutIncrease(line4: number, law: ExclusionLaw): number {
  const over = line4 - law.amtExemptionGone
  if (law.amtiIncreaseRate === 0 || over <= 0) return line4
  const rate = part(law.amtiIncreaseRate, 1)
  return larger(law.amtExemptionGone + over / (1 + rate), line4 - law.amtExemption)
}

/**
 * Tentative minimum tax (line 13) on AMT income before the increase for separate returns. Form 6251 Parts II and III have the
 * shape of Form 8801 lines 4 to 13 and 27 to 55, so that AMT income in the place of the exclusion items gives it.
 */
function figureOnAmti(
  filed: HistoryYear,
  lines: Form6251,
  income: number,
  gains: number,
  law: ExclusionLaw,
): Form8801Exclusion {
  const alone = { ...noLines, line1b: income, line8: lines.line8 }
  return figureForm8801Exclusion(priorOf({ ...filed, form6251: {} }, alone, gains, ordinaryOf(filed, lines)), law)
}

const noLines = Object.fromEntries(Object.keys(form6251Words).map((line) => [line, 0])) as Form6251

/** Credit that a Form 8801 had, from the lines it states: what made it up, or what was used and carried on. */
function creditBehind(stated: HistoryYear['form8801']): number {
  const { line18, line19, line20, line25, line26 } = stated ?? {}
  const parts = [line18, line19, line20].some((line) => line !== undefined)
    ? [line18, line19, line20]
    : [line25, line26]
  return parts.reduce<number>((sum, line) => sum + (line ?? 0), 0)
}

/**
 * The credit year by year as it should have run, from the first year of `history` on: what each year could use, whether it
 * was claimed or not, is gone from the credit.
 */
export function creditAsDue(years: readonly FiledYear[]): CreditAsDue[] {
  let made = 0
  let carried = 0
  return years.map((of, i) => {
    const stated = of.filed.form8801
    const begins = stated?.line21 ?? creditBehind(stated)
    const available = i === 0 ? begins : made + carried + (stated?.line20 ?? 0)
    const gap = of.due && atLeastZero(of.due.line10 - of.filed.credits - of.due.line9)
    const claimed = stated?.line25 ?? null
    const allowable = gap === null ? (claimed ?? 0) : smaller(atLeastZero(available), gap)
    carried = atLeastZero(available - allowable)
    made = of.exclusion.line18
    return { of, available, gap, allowable, claimed, carriedOut: carried }
  })
}
