/** How printed forms are headed: number, title, parts. Of a form that is not here, its own title is its face. */

export interface Face {
  /** What stands large at the left: `6251`, `D`. */
  readonly kind: string
  readonly number: string
  readonly title: string
  readonly sequence?: string
  /** Each part from its first line on. */
  readonly parts?: readonly { readonly from: string; readonly title: string }[]
  /** The line people look for: what the form says. */
  readonly result?: string
  /** Lines that stand out besides it. */
  readonly key?: readonly string[]
  /** A last part that is left out where a line has no entry, and why. */
  readonly spared?: { readonly from: string; readonly without: string; readonly because: string }
}

/** The newest forms in print, whose numbers the lines have. */
const newestPrint = 2025
export const layoutOf = (year: number): number => Math.min(year, newestPrint)

const faces: { readonly [id: string]: Face } = {
  form1040: {
    ...{ kind: 'Form', number: '1040', title: 'U.S. Individual Income Tax Return', result: '24' },
    parts: [
      { from: '1a', title: 'Income' },
      { from: '12e', title: 'Deductions' },
      { from: '16', title: 'Tax and credits' },
    ],
  },
  form6251: {
    ...{ kind: 'Form', number: '6251', title: 'Alternative Minimum Tax—Individuals', sequence: '32', result: '11' },
    key: ['2a', '2i'],
    spared: {
      from: '12',
      without: '15',
      because: 'Part III is not needed: there is no long-term gain for AMT and no qualified dividend',
    },
    parts: [
      { from: '1a', title: 'Alternative minimum taxable income' },
      { from: '5', title: 'Alternative minimum tax' },
      { from: '12', title: 'Tax computation using maximum capital gains rates' },
    ],
  },
  form8801: {
    ...{ kind: 'Form', number: '8801', title: 'Credit for Prior Year Minimum Tax—Individuals, Estates, and Trusts' },
    ...{ sequence: '74', result: '25' },
    spared: {
      from: '27',
      without: '30',
      because: 'Part III is not needed: there was no long-term gain and no qualified dividend in the year before',
    },
    parts: [
      { from: '1', title: 'Net minimum tax on exclusion items' },
      { from: '16', title: 'Minimum tax credit and carryforward' },
      { from: '27', title: 'Tax computation using maximum capital gains rates' },
    ],
  },
  form8949: { kind: 'Form', number: '8949', title: 'Sales and Other Dispositions of Capital Assets', sequence: '12A' },
  scheduleD: {
    ...{ kind: 'Schedule', number: 'D', title: 'Capital Gains and Losses', sequence: '12', result: '16' },
    parts: [
      { from: '1a', title: 'Short-term capital gains and losses' },
      { from: '8a', title: 'Long-term capital gains and losses' },
      { from: '16', title: 'Summary' },
    ],
  },
  form8959: {
    ...{ kind: 'Form', number: '8959', title: 'Additional Medicare Tax', sequence: '71', result: '18' },
    parts: [{ from: '1', title: 'Additional Medicare Tax on Medicare wages' }],
  },
  form8960: {
    ...{ kind: 'Form', number: '8960', title: 'Net Investment Income Tax—Individuals, Estates, and Trusts' },
    ...{ sequence: '72', result: '17' },
    parts: [
      { from: '1', title: 'Investment income' },
      { from: '12', title: 'Tax computation' },
    ],
  },
  scheduleA: { kind: 'Schedule', number: 'A', title: 'Itemized Deductions', sequence: '07', result: '17' },
  schedule1A: { kind: 'Schedule', number: '1-A', title: 'Additional Deductions', result: '38' },
  schedule2: {
    ...{ kind: 'Schedule', number: '2', title: 'Additional Taxes', sequence: '02', result: '21' },
    parts: [
      { from: '2', title: 'Tax' },
      { from: '11', title: 'Other taxes' },
    ],
  },
  schedule3: {
    ...{ kind: 'Schedule', number: '3', title: 'Additional Credits and Payments', sequence: '03', result: '8' },
    parts: [{ from: '1', title: 'Nonrefundable credits' }],
  },
}

/** The face of a form; of a worksheet or a state's form its title alone. */
export const faceOf = (id: string, title: string): Face => faces[id] ?? { kind: '', number: '', title }

/** Short, as on its tab: `6251`, `Schedule D`. */
export function tabOf(id: string, title: string): string {
  const { kind, number } = faceOf(id, title)
  if (number === '') return title.replace('Qualified Dividends and Capital Gain Tax Worksheet', 'Gains worksheet')
  return kind === 'Form' ? number : `${kind} ${number}`
}

/** The copy of a form for AMT, that stands beside it. */
export const twinOf: { readonly [id: string]: string } = {
  scheduleD: 'scheduleDAmt',
  capitalLossCarryover: 'capitalLossCarryoverAmt',
}

/** Where a form stands among the tabs: what matters to an exercise first. */
export const tabOrder = ['form1040', 'form6251', 'form8801', 'form8949', 'scheduleD', 'form8959', 'form8960'] as const
