/** What of one form must be found on another: entries carried from form to form, and sums that two answers give. */
import type { CreditYear, LotRow, ProjectYear } from '@isoline/engine'

export interface Check {
  readonly words: string
  /** Both sides; null where there is nothing to compare with. */
  readonly agrees: boolean | null
  readonly amount: number
}

type Sheets = { readonly [form: string]: Readonly<Record<string, number>> | undefined }

/** Entries that a form carries to another, by the form on either side. */
const carried: readonly (readonly [from: string, line: string, to: string, there: string, words: string])[] = [
  ['form6251', 'line11', 'schedule2', 'line2', 'Form 6251 line 11 is on Schedule 2, line 2'],
  ['schedule2', 'line3', 'form1040', 'line17', 'Schedule 2 line 3 is on Form 1040, line 17'],
  ['schedule2', 'line21', 'form1040', 'line23', 'Schedule 2 line 21 is on Form 1040, line 23'],
  ['schedule3', 'line8', 'form1040', 'line20', 'Schedule 3 line 8 is on Form 1040, line 20'],
  ['form8801', 'line25', 'schedule3', 'line6b', 'Form 8801 line 25 is on Schedule 3, line 6b'],
  ['form8959', 'line18', 'schedule2', 'line11', 'Form 8959 line 18 is on Schedule 2, line 11'],
  ['form8960', 'line17', 'schedule2', 'line12', 'Form 8960 line 17 is on Schedule 2, line 12'],
  ['scheduleD', 'included', 'form1040', 'line7a', 'Schedule D is on Form 1040, line 7a'],
  ['form1040', 'line11b', 'form8960', 'line13', 'Form 1040 line 11b is on Form 8960, line 13'],
  ['form6251', 'line9', 'form8801', 'line23', 'Form 6251 line 9 is on Form 8801, line 23'],
]

/** The boxes of Form 8949 and the lines of Schedule D that take them. */
const boxLines = { A: 'line1b', B: 'line2', C: 'line3', D: 'line8b', E: 'line9', F: 'line10' } as const

export interface CheckFrom {
  readonly year: ProjectYear
  readonly next: ProjectYear | undefined
  readonly lots: readonly LotRow[]
  readonly credit: CreditYear | undefined
}

/** The checks that concern a form. */
export function checksOf(form: string, from: CheckFrom): Check[] {
  const sheets = (from.year.forms ?? {}) as unknown as Sheets
  return [
    ...carried.flatMap(([of, line, to, there, words]) =>
      of === form || to === form ? compared(words, sheets[of]?.[line], sheets[to]?.[there]) : [],
    ),
    ...(form === 'form6251' ? spreadCheck(sheets, from) : []),
    ...(form === 'form8949' || form === 'scheduleD' ? boxChecks(from) : []),
    ...(form === 'form6251' || form === 'form8801' ? creditChecks(form, sheets, from) : []),
  ]
}

function compared(words: string, one: number | undefined, other: number | undefined): Check[] {
  if (one === undefined || other === undefined) return []
  return [{ words, agrees: Math.abs(one - other) < 0.01, amount: one }]
}

/** Line 2i against what the lots say AMT takes in: (box 4 less box 3) times box 5 of each Form 3921. */
function spreadCheck(sheets: Sheets, { year, lots }: CheckFrom): Check[] {
  const taken = lots.flatMap(({ inclusions }) => inclusions).filter((each) => each.year === year.year)
  if (taken.length === 0) return []
  const sum = taken.reduce((total, { amount }) => total + amount, 0)
  const words = 'Line 2i equals Form 3921, (box 4 − box 3) × box 5, of shares kept'
  return compared(words, sheets['form6251']?.['line2i'], sum)
}

function boxChecks({ year }: CheckFrom): Check[] {
  const forms = year.forms as unknown as Partial<Record<string, { totals?: Totals }>> & Sheets
  return [
    ...boxesIn(forms['form8949']?.totals as Totals | undefined, forms['scheduleD'] as Lines, ''),
    ...boxesIn(forms['form8949Amt']?.totals as Totals | undefined, forms['scheduleDAmt'] as Lines, ' for AMT'),
  ]
}

type Totals = { readonly [Box in keyof typeof boxLines]?: { readonly gain: number } }
type Lines = Readonly<Record<string, number>> | undefined

const boxesIn = (totals: Totals | undefined, schedule: Lines, system: string): Check[] =>
  Object.entries(totals ?? {}).flatMap(([box, { gain }]) => {
    const line = boxLines[box as keyof typeof boxLines]
    return compared(`Box ${box} is on Schedule D${system}, ${line.replace('line', 'line ')}`, gain, schedule?.[line])
  })

/** What the year leaves to Form 8801 of the next. */
function creditChecks(form: string, sheets: Sheets, { next, credit }: CheckFrom): Check[] {
  const then = (next?.forms as unknown as Sheets | undefined)?.['form8801']
  if (!then) return []
  if (form === 'form6251')
    return [
      ...compared(
        "AMT of the year is on next year's Form 8801, line 16",
        sheets['form6251']?.['line11'],
        then['line16'],
      ),
      ...(credit
        ? compared("Credit it makes is on next year's Form 8801, line 18", credit.generated, then['line18'])
        : []),
    ]
  return compared("Line 26 is on next year's Form 8801, line 19", sheets['form8801']?.['line26'], then['line19'])
}
