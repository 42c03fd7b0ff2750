/**
 * One federal tax year: facts and law in, every form in the order the money flows, carryovers out.
 * The deduction is chosen by figuring the whole return both ways, because in an AMT year itemizing below the standard
 * deduction is often right.
 */
import { blank } from './form.ts'
import { type Charity, charityWords, figureCharity } from './forms/charity.ts'
import { type Facts, noFacts } from './forms/facts.ts'
import {
  type Election,
  type Form1040,
  figureForm1040Deductions,
  figureForm1040Income,
  figureForm1040Tax,
  figureForm1040Total,
  form1040Words,
  usesScheduleDTax,
} from './forms/form1040.ts'
import { type Form6251, figureForm6251Spread, figureForm6251WithoutSpread, form6251Words } from './forms/form6251.ts'
import { type Form8801, figureForm8801Credit, form8801Words } from './forms/form8801.ts'
import { type Form8959, figureForm8959, form8959Words } from './forms/form8959.ts'
import { type Form8960, figureForm8960, form8960Words } from './forms/form8960.ts'
import {
  figureQualifiedDividends,
  type QualifiedDividends,
  qualifiedDividendsWords,
} from './forms/qualifiedDividends.ts'
import { figureSchedule1A, type Schedule1A, schedule1AWords } from './forms/schedule1A.ts'
import { figureSchedule2, type Schedule2, schedule2Words } from './forms/schedule2.ts'
import { figureSchedule3, type Schedule3, schedule3Words } from './forms/schedule3.ts'
import { figureScheduleA, type ScheduleA, scheduleAWords } from './forms/scheduleA.ts'
import { figureScheduleD, type ScheduleD, scheduleDWords } from './forms/scheduleD.ts'
import { figureScheduleDTax, type ScheduleDTax, scheduleDTaxWords } from './forms/scheduleDTax.ts'
import type { FederalLaw } from './law/federal/law.ts'

/**
 * Every federal form of one return under one election. A sheet whose form the return did not need keeps NaN or another
 * return's amounts: `figuredForms` in `explain/` says which were figured.
 */
export interface FederalReturn {
  readonly election: Election
  facts: Readonly<Facts>
  readonly scheduleD: ScheduleD
  readonly scheduleDAmt: ScheduleD
  readonly form1040: Form1040
  readonly schedule1A: Schedule1A
  readonly charity: Charity
  readonly scheduleA: ScheduleA
  readonly qualifiedDividends: QualifiedDividends
  readonly scheduleDTax: ScheduleDTax
  readonly form6251: Form6251
  readonly form8801: Form8801
  readonly form8959: Form8959
  readonly form8960: Form8960
  readonly schedule2: Schedule2
  readonly schedule3: Schedule3
}

/** A return figured both ways, with the sheets that do not depend on the election shared. Make one per worker and reuse it. */
export interface Workspace {
  readonly standard: FederalReturn
  readonly itemized: FederalReturn
}

/** Sheets for one return, both elections. Reusing them is what makes figuring fast. */
export function workspace(): Workspace {
  const shared = {
    scheduleD: { ...blanks.scheduleD },
    scheduleDAmt: { ...blanks.scheduleDAmt },
    schedule1A: { ...blanks.schedule1A },
    charity: { ...blanks.charity },
    scheduleA: { ...blanks.scheduleA },
    form8959: { ...blanks.form8959 },
    form8960: { ...blanks.form8960 },
  }
  return { standard: blankReturn(standardDeduction, shared), itemized: blankReturn(itemizedDeductions, shared) }
}

const standardDeduction: Election = { itemizes: 0 }
const itemizedDeductions: Election = { itemizes: 1 }

type Shared = Pick<
  FederalReturn,
  'scheduleD' | 'scheduleDAmt' | 'schedule1A' | 'charity' | 'scheduleA' | 'form8959' | 'form8960'
>

const blankReturn = (election: Election, shared: Shared): FederalReturn => ({
  election,
  facts: unfigured,
  scheduleD: shared.scheduleD,
  scheduleDAmt: shared.scheduleDAmt,
  schedule1A: shared.schedule1A,
  charity: shared.charity,
  scheduleA: shared.scheduleA,
  form8959: shared.form8959,
  form8960: shared.form8960,
  form1040: { ...blanks.form1040 },
  qualifiedDividends: { ...blanks.qualifiedDividends },
  scheduleDTax: { ...blanks.scheduleDTax },
  form6251: { ...blanks.form6251 },
  form8801: { ...blanks.form8801 },
  schedule2: { ...blanks.schedule2 },
  schedule3: { ...blanks.schedule3 },
})

/** One template per form, each copied at a place of its own: V8 copies a sheet fast only where it always sees the same form. */
const blanks = {
  scheduleD: blank(scheduleDWords),
  scheduleDAmt: blank(scheduleDWords),
  form1040: blank(form1040Words),
  schedule1A: blank(schedule1AWords),
  charity: blank(charityWords),
  scheduleA: blank(scheduleAWords),
  qualifiedDividends: blank(qualifiedDividendsWords),
  scheduleDTax: blank(scheduleDTaxWords),
  form6251: blank(form6251Words),
  form8801: blank(form8801Words),
  form8959: blank(form8959Words),
  form8960: blank(form8960Words),
  schedule2: blank(schedule2Words),
  schedule3: blank(schedule3Words),
}

const unfigured: Readonly<Facts> = Object.freeze(noFacts())

/**
 * The federal return on these facts under this law: every form, with the deduction chosen as `facts.deductionChoice` says.
 * Give `work` to reuse its sheets (nothing is then allocated, and the next call overwrites the answer); without it the
 * answer is fresh. Amounts are dollars, unrounded.
 */
export function figureReturn(facts: Readonly<Facts>, law: FederalLaw, work: Workspace = workspace()): FederalReturn {
  const { standard, itemized } = work
  standard.facts = facts
  figureIncome(standard, law)
  figureForm1040Deductions(standard, law, standard.form1040)
  if (!facts.hasItemized) return figureTax(standard, law)

  itemized.facts = facts
  figureForm1040Income(itemized, itemized.form1040)
  figureCharity(itemized, law, itemized.charity)
  figureScheduleA(itemized, law, itemized.scheduleA)
  figureForm1040Deductions(itemized, law, itemized.form1040)
  switch (facts.deductionChoice) {
    case 'standard':
      return figureTax(standard, law)
    case 'itemized':
      return figureTax(itemized, law)
    case 'larger':
      return figureTax(itemized.form1040.deduction > standard.form1040.deduction ? itemized : standard, law)
    case 'lowestTax':
      figureTax(standard, law)
      figureTax(itemized, law)
      return lowestTax(work)
  }
}

/**
 * The same return with another ISO spread: only what the spread moves is figured again. `last` is what `figureReturn`
 * gave for `work`, and `isoSpread` is the only fact that has changed since.
 */
export function refigureSpread(law: FederalLaw, work: Workspace, last: FederalReturn): FederalReturn {
  if (!last.facts.hasItemized || last.facts.deductionChoice !== 'lowestTax') return figureSpread(last, law)
  figureSpread(work.standard, law)
  figureSpread(work.itemized, law)
  return lowestTax(work)
}

/** The return with the lower total tax; of two alike, the one with the larger deduction, then the standard one. */
function lowestTax({ standard, itemized }: Workspace): FederalReturn {
  const saved = standard.form1040.line24 - itemized.form1040.line24
  // Two ways to the same tax may differ in the last binary digit: a thousandth of a cent is no difference
  if (Math.abs(saved) > 1e-5) return saved > 0 ? itemized : standard
  return itemized.form1040.deduction > standard.form1040.deduction ? itemized : standard
}

function figureIncome(r: FederalReturn, law: FederalLaw): void {
  figureScheduleD(r.facts.gains, law, r.scheduleD)
  figureScheduleD(r.facts.amtGains, law, r.scheduleDAmt)
  figureForm1040Income(r, r.form1040)
  figureSchedule1A(r, law, r.schedule1A)
  figureForm8959(r, law, r.form8959)
  figureForm8960(r, law, r.form8960)
}

function figureTax(r: FederalReturn, law: FederalLaw): FederalReturn {
  if (usesScheduleDTax(r.scheduleD)) figureScheduleDTax(r, law, r.scheduleDTax)
  else figureQualifiedDividends(r, law, r.qualifiedDividends)
  figureForm1040Tax(r, r.form1040)
  figureForm6251WithoutSpread(r, law, r.form6251)
  return figureSpread(r, law)
}

function figureSpread(r: FederalReturn, law: FederalLaw): FederalReturn {
  figureForm6251Spread(r, law, r.form6251)
  figureSchedule2(r, r.schedule2)
  figureForm8801Credit(r, law, r.form8801)
  figureSchedule3(r, r.schedule3)
  figureForm1040Total(r, r.form1040)
  return r
}
