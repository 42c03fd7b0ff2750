/** What every answer shares: how a year is picked, how money is printed, and what the answer rests on. */
import type { Assumed, Case } from '../case.ts'
import { type PlainDate, yearOf } from '../date.ts'
import type { DispositionRecord, Exercise } from '../equity/shares.ts'
import { InputError } from '../errors.ts'
import { closingForms, federalForms, sheetOf } from '../explain/federalForms.ts'
import { type Considered, type Notice, noticesOf } from '../explain/notices.ts'
import { splitAs } from '../filed.ts'
import type { Sheet, Words } from '../form.ts'
import type { Facts } from '../forms/facts.ts'
import { type Form8949, type Form8949Row, form8949Of } from '../forms/form8949.ts'
import { stateModules } from '../forms/states/modules.ts'
import { statesWithoutIncomeTax } from '../forms/states/withoutTax.ts'
import type { Rounding } from '../law/federal/law.ts'
import { toCents } from '../money.ts'
import { statesIn } from '../residence.ts'
import { type FederalReturn, figureReturn, type Workspace, workspace } from '../return.ts'
import { type Summary, type SummaryName, summaryAmounts, summaryLines, summaryOf } from '../summary.ts'
import { type Closing, type FiguredYear, yearsTo } from '../timeline.ts'

/** How a question is asked: which year, as of which day, in which rounding. The caller supplies the day; there is no clock here. */
export interface Asked {
  readonly asOf: PlainDate
  readonly year?: number
  readonly rounding?: Rounding
}

/** What every answer carries besides its figures. */
export interface Grounds {
  readonly year: number
  readonly notices: readonly Notice[]
  readonly assumed: readonly Assumed[]
}

/**
 * The year asked about: `year`, else the first year of incomes not before the day asked, else the last.
 * @throws InputError for a year the case does not reach.
 */
function yearAsked(of: Case, { asOf, year }: Asked): number {
  if (year !== undefined) return year
  const years = of.incomes.map((each) => each.year)
  const chosen = years.find((each) => each >= yearOf(asOf)) ?? years.at(-1)
  if (chosen === undefined)
    throw new InputError([{ path: 'incomes', code: 'missing', message: 'no year of incomes is given' }])
  return chosen
}

/** The year asked about, figured. */
export const figuredYearAsked = (of: Case, asked: Asked): FiguredYear =>
  figuredYearsAsked(of, asked).at(-1) as FiguredYear

/** The years up to the one asked about, figured. */
export function figuredYearsAsked(of: Case, asked: Asked): FiguredYear[] {
  const years = yearsTo(of, yearAsked(of, asked), asked.rounding ?? 'exact')
  if (years.length === 0) {
    const message = `no income for ${asked.year}: the file begins with ${of.incomes[0]?.year}.`
    throw new InputError([{ path: `incomes.${asked.year}`, code: 'missing', message }])
  }
  return years
}

/** An exercise for output: its amounts to the cent. */
export const printedExercise = (exercise: Exercise): Exercise => ({
  ...exercise,
  spread: toCents(exercise.spread),
  wages: toCents(exercise.wages),
})

/**
 * The facts of a year without its exercises: without their spread and wages, and without what became of their shares in the
 * year. `planned`: only those of the plan.
 */
export function withoutExercises(figured: FiguredYear, planned = false): Facts {
  const { facts, exercises, dispositions, year, shares } = figured
  // A flat case has a spread and no exercises
  if (!shares) return withSpread(facts, 0)
  const gone = exercises.filter((each) => yearOf(each.on) === year && (each.planned || !planned))
  const names = new Set(gone.map((each) => each.id))
  const sum = (amount: (each: Exercise) => number) => gone.reduce((total, each) => total + amount(each), 0)
  const without: Facts = {
    ...facts,
    ...{ gains: { ...facts.gains }, amtGains: { ...facts.amtGains } },
    isoSpread: facts.isoSpread - sum((each) => each.spread),
    optionWages: facts.optionWages - sum((each) => each.wages),
  }
  for (const each of dispositions.filter(({ lot }) => names.has(lot))) takeOut(without, each)
  return without
}

function takeOut(facts: Facts, { amounts, sale, inW2, box, amtBox }: DispositionRecord): void {
  facts[inW2 ? 'compensation' : 'compensationUnreported'] -= amounts.compensation
  facts.amtCompensation -= amounts.amtCompensation
  if (sale.sold === 0) return
  facts.gains[gainOf[box]] -= amounts.gain
  facts.amtGains[gainOf[amtBox]] -= amounts.amtGain
}

const gainOf = { A: 'shortA', B: 'shortB', C: 'shortC', D: 'longD', E: 'longE', F: 'longF' } as const

/** The same year with another ISO spread. */
export const withSpread = (facts: Readonly<Facts>, isoSpread: number): Facts => ({ ...facts, isoSpread })

/** A summary with every amount rounded to the cent, for output. */
export function printedSummary(r: FederalReturn): Summary {
  const summary = summaryOf(r)
  for (const name of Object.keys(summaryLines) as SummaryName[]) summary[name] = toCents(summary[name])
  return summary
}

/**
 * Notices for the figures of one return. `work` holds sheets to figure the other readings on, and is overwritten.
 */
export function noticesFor(considered: Considered, facts: Readonly<Facts>, work: Workspace = workspace()): Notice[] {
  return noticesOf(considered, (law) => summaryAmounts(figureReturn(facts, law, work)))
}

/** That every figure of an answer is federal, and that the state's bill comes on top; none for states that tax no income, or gains alone. */
export function stateNotice(of: Case, year: number): Notice[] {
  const taxed = statesIn(of, year).filter(
    (state) => !(statesWithoutIncomeTax.includes(state) || moduleOf(state)?.gainsAlone),
  )
  if (taxed.length === 0) return []
  const held = taxed.every(moduleOf)
  const message = held
    ? `The tax of ${taxed.join(' and ')} comes on top of the amounts here: isoline estimate and isoline cost have it.`
    : `State tax of ${taxed.join(' and ')} is not modelled: every figure here is federal, and the state bill comes on top.`
  return [{ code: held ? 'law' : 'notModelled', message }]
}

const moduleOf = (state: string) => stateModules.find(({ book }) => book.state === state)

/** A return to print, alone or as a year of a timeline with what opens and closes it. */
type Printable = { readonly return: FederalReturn } & Partial<
  Pick<FiguredYear, 'dispositions' | 'before' | keyof Closing>
>

/** Lines of a form by name; a line of several parts holds those. */
type PrintedSheet = Record<string, number | object>

/**
 * Every line of every form the return needed, to the cent; lines not figured are left out. Form 8949 in both versions where
 * shares were sold: its rows, and its totals by box. Form 8801 is the one filed for the year, with Parts I and III figured on
 * the year before; the carryover worksheets are those that close the year.
 */
export function printedForms(of: Printable, company = ''): Record<string, PrintedSheet> {
  const forms = printedSheets(of.return)
  if (of.before !== undefined) forms['form8801'] = wholeForm8801(forms['form8801'] ?? {}, of.before)
  for (const { id, figured } of closingForms)
    if (id !== 'exclusion' && of[id] && figured(of.return)) forms[id] = printedLines(of[id])
  return { ...forms, ...printedSales(of.dispositions ?? [], company) }
}

/** Form 8801 in the order of its lines. Without a year before it its Part I is empty: lines 15 to 17 are zero. */
function wholeForm8801(partII: PrintedSheet, before: FiguredYear['before']): PrintedSheet {
  const other = Object.entries(printedLines(before ? before.exclusion : splitAs(0, 0)))
  const isPartIII = ([line]: readonly [string, unknown]): boolean => Number(line.slice(4)) > 26
  return {
    ...Object.fromEntries(other.filter((entry) => !isPartIII(entry))),
    ...partII,
    ...Object.fromEntries(other.filter(isPartIII)),
  }
}

function printedSales(dispositions: readonly DispositionRecord[], company: string) {
  if (!dispositions.some(({ sale }) => sale.sold === 1)) return {}
  return {
    form8949: printedForm8949(form8949Of(dispositions, 'regular', company)),
    form8949Amt: printedForm8949(form8949Of(dispositions, 'amt', company)),
  }
}

/** Form 8949 to the cent. */
export const printedForm8949 = ({ rows, totals }: Form8949) => ({
  rows: rows.map((row) => ({ ...row, ...printedAmounts(row) })),
  totals: Object.fromEntries(Object.entries(totals).map(([box, total]) => [box, printedAmounts(total)])),
})

const printedAmounts = ({
  proceeds,
  basis,
  adjustment,
  gain,
}: Pick<Form8949Row, 'proceeds' | 'basis' | 'adjustment' | 'gain'>) => ({
  ...{ proceeds: toCents(proceeds), basis: toCents(basis), adjustment: toCents(adjustment), gain: toCents(gain) },
})

/** The lines of a sheet that were figured. */
const printedLines = (sheet: Readonly<Sheet<Words>>): PrintedSheet =>
  Object.fromEntries(
    Object.entries(sheet)
      .filter(([, amount]) => !Number.isNaN(amount))
      .map(([line, amount]) => [line, toCents(amount)]),
  )

function printedSheets(r: FederalReturn): Record<string, PrintedSheet> {
  const forms = federalForms.filter((form) => form.figured(r))
  return Object.fromEntries(
    forms.map((form) => {
      const sheet = printedLines(sheetOf(r, form.id))
      if (form.id === 'form6251')
        sheet['line2kItems'] = {
          ordinary: toCents(r.form6251.line2kOrdinary),
          capital: toCents(r.form6251.line2kCapital),
        }
      return [form.id, sheet]
    }),
  )
}
