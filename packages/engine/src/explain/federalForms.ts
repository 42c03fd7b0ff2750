/** The forms of a federal return as things to show and explain: title, words, sheet, and whether this return needed it. */
import type { Sheet, Words } from '../form.ts'
import { capitalLossCarryoverWords } from '../forms/capitalLossCarryover.ts'
import { charityWords } from '../forms/charity.ts'
import { form1040Words, usesScheduleDTax } from '../forms/form1040.ts'
import { form6251Words } from '../forms/form6251.ts'
import { form8801ExclusionWords, form8801Words } from '../forms/form8801.ts'
import { form8959Words } from '../forms/form8959.ts'
import { form8960Words } from '../forms/form8960.ts'
import { qualifiedDividendsWords } from '../forms/qualifiedDividends.ts'
import { schedule1AWords } from '../forms/schedule1A.ts'
import { schedule2Words } from '../forms/schedule2.ts'
import { schedule3Words } from '../forms/schedule3.ts'
import { scheduleAWords } from '../forms/scheduleA.ts'
import { scheduleDWords } from '../forms/scheduleD.ts'
import { scheduleDTaxWords } from '../forms/scheduleDTax.ts'
import type { FederalReturn } from '../return.ts'
import type { Closing } from '../timeline.ts'

export interface FormEntry<Id = FederalFormId> {
  readonly id: Id
  readonly title: string
  /** Code sections the form carries out. */
  readonly law: string
  readonly words: Words
  /** Which of the year's gains a Schedule D reads as `gains.…`. */
  readonly gains?: 'gains' | 'amtGains'
  /** What stands for names that a form shared by both systems mentions. */
  readonly reads?: { readonly [name: string]: readonly string[] }
  /** Whether the return needed the form; the sheet of a form not needed is not an answer. */
  readonly figured: (r: FederalReturn) => boolean
}

export type FederalFormId = Exclude<keyof FederalReturn, 'election' | 'facts'>

const always = () => true
const itemizes = (r: FederalReturn) => r.election.itemizes === 1

export const federalForms: readonly FormEntry[] = [
  { id: 'form1040', title: 'Form 1040', law: 'IRC §§1, 61–63', words: form1040Words, figured: always },
  { id: 'schedule1A', title: 'Schedule 1-A', law: 'IRC §151(d)(5)(C)', words: schedule1AWords, figured: always },
  {
    id: 'scheduleA',
    title: 'Schedule A',
    law: 'IRC §§63(d), 68, 163(h), 164',
    words: scheduleAWords,
    figured: itemizes,
  },
  {
    id: 'charity',
    title: 'Charitable limits',
    law: 'IRC §170(b), (d); Pub. 526',
    words: charityWords,
    figured: itemizes,
  },
  {
    ...{ id: 'scheduleD', title: 'Schedule D', law: 'IRC §§1(h), 1211, 1222', words: scheduleDWords, gains: 'gains' },
    figured: always,
  },
  {
    ...{ id: 'scheduleDAmt', title: 'Schedule D for AMT', law: 'IRC §§55(b)(3), 56(b)(3)', words: scheduleDWords },
    ...{ gains: 'amtGains', figured: always },
  },
  {
    ...{ id: 'qualifiedDividends', title: 'Qualified Dividends and Capital Gain Tax Worksheet', law: 'IRC §1(h)' },
    ...{ words: qualifiedDividendsWords, figured: (r) => !usesScheduleDTax(r.scheduleD) },
  },
  {
    ...{ id: 'scheduleDTax', title: 'Schedule D Tax Worksheet', law: 'IRC §1(h)', words: scheduleDTaxWords },
    figured: (r) => usesScheduleDTax(r.scheduleD),
  },
  { id: 'form6251', title: 'Form 6251', law: 'IRC §§55–58', words: form6251Words, figured: always },
  { id: 'form8801', title: 'Form 8801', law: 'IRC §53', words: form8801Words, figured: always },
  { id: 'form8959', title: 'Form 8959', law: 'IRC §3101(b)(2)', words: form8959Words, figured: always },
  { id: 'form8960', title: 'Form 8960', law: 'IRC §1411', words: form8960Words, figured: always },
  { id: 'schedule2', title: 'Schedule 2', law: 'Form 1040', words: schedule2Words, figured: always },
  { id: 'schedule3', title: 'Schedule 3', law: 'Form 1040', words: schedule3Words, figured: always },
]

/** The forms this return needed, in the order of the list. */
export const figuredForms = (r: FederalReturn): FormEntry[] => federalForms.filter((form) => form.figured(r))

/** The lines of a form in its order; of Form 8801 Parts I and III too, which stand on a sheet of their own. */
export const linesOf = ({ id, words }: FormEntry): string[] =>
  id === 'form8801'
    ? [...partI.filter((line) => Object.keys(words)[0] !== line), ...Object.keys(words), ...partIII]
    : Object.keys(words)

const isPartIII = (line: string): boolean => Number(line.slice(4)) > 26
const partIII = Object.keys(form8801ExclusionWords).filter(isPartIII)
const partI = Object.keys(form8801ExclusionWords).filter((line) => !isPartIII(line))

/** The sheet of a form on a return, as a bare table of lines. */
export const sheetOf = (r: FederalReturn, id: FederalFormId): Readonly<Sheet<Words>> => r[id] as Sheet<Words>

/** The sheets that close a year, by the name of the sheet. */
export type ClosingFormId = keyof Closing

const hasLoss = (schedule: 'scheduleD' | 'scheduleDAmt') => (r: FederalReturn) => r[schedule].line16 < 0
const carryover = {
  ...{ title: 'Capital Loss Carryover Worksheet', law: 'IRC §1212(b)', words: capitalLossCarryoverWords },
} as const

/**
 * The forms that close a year and open the next. Parts I and III of Form 8801 stand on the form of the next year: there they
 * are called `form8801.line1` and so on.
 */
export const closingForms: readonly FormEntry<ClosingFormId>[] = [
  { id: 'exclusion', title: 'Form 8801', law: 'IRC §53(d)(1)', words: form8801ExclusionWords, figured: always },
  {
    ...{ id: 'capitalLossCarryover', ...carryover, figured: hasLoss('scheduleD') },
    reads: { 'income.amount': ['form1040.beforeFloor', 'schedule1A.line37'] },
  },
  {
    ...{ id: 'capitalLossCarryoverAmt', ...carryover, figured: hasLoss('scheduleDAmt') },
    title: 'Capital Loss Carryover Worksheet for AMT',
    reads: {
      'income.amount': ['form6251.beforeIncrease'],
      ...Object.fromEntries(
        ['line7', 'line15', 'line21'].map((line) => [`scheduleD.${line}`, [`scheduleDAmt.${line}`]]),
      ),
    },
  },
]

export type AnyFormId = FederalFormId | ClosingFormId

/** A form by its name, of the return or of those that close the year. */
export const formOf = (id: string): FormEntry<AnyFormId> | undefined =>
  federalForms.find((form) => form.id === id) ?? closingForms.find((form) => form.id === id)
