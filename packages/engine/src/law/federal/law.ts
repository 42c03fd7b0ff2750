import { part, wholeDollars, wholeOf } from '../../money.ts'
import { amountFor, type Figure, type FilingStatus } from '../law.ts'
import { type FederalTable, type FigureName, federalFigures } from './figures.ts'

/**
 * The ordinary rate schedule of one filing status, IRC section 1(j)(2): rates in basis points, bracket tops in dollars,
 * and `tax1` to `tax6`, the tax at each top, derived so that a lookup is one multiplication.
 */
export interface RateSchedule {
  readonly rate1: number
  readonly rate2: number
  readonly rate3: number
  readonly rate4: number
  readonly rate5: number
  readonly rate6: number
  readonly rate7: number
  readonly top1: number
  readonly top2: number
  readonly top3: number
  readonly top4: number
  readonly top5: number
  readonly top6: number
  readonly tax1: number
  readonly tax2: number
  readonly tax3: number
  readonly tax4: number
  readonly tax5: number
  readonly tax6: number
}

/** Figures that follow from others and are therefore never stored in a table. */
export const derivedFigures = {
  amtExemptionGone: {
    means: 'AMT income at which the exemption is gone',
    from: ['amtPhaseoutStart', 'amtExemption', 'amtPhaseoutRate'],
  },
} as const satisfies Record<string, { means: string; from: readonly FigureName[] }>

/**
 * One year's federal law for one filing status, as bare numbers for the forms to read (dollars; rates in basis points).
 * `taxTableCeiling` is 0 in exact mode, so that the Tax Table is never reached.
 */
export type FederalLaw = { readonly [Name in FigureName]: number } & {
  readonly year: number
  readonly amtExemptionGone: number
  readonly rateSchedule: RateSchedule
}

/** `exact` uses the rate schedules throughout; `as-filed` the Tax Table under $100,000, inside the worksheets too. */
export type Rounding = 'exact' | 'as-filed'

/** Readings of open law chosen by the caller instead of the table's defaults: the figure's name and its amount. */
export type Readings = { readonly [Name in FigureName]?: number }

/** The figures a caller may read otherwise: those marked unconfirmed in the table. */
export function openFigures(table: FederalTable): FigureName[] {
  return names.filter((name) => table.figures[name].status === 'unconfirmed')
}

/**
 * Picks one filing status out of a year's table and derives what follows from it. Make it once per year and status.
 * @throws RangeError for a reading of a figure that the table does not mark unconfirmed.
 */
export function federalLawFor(
  table: FederalTable,
  status: FilingStatus,
  rounding: Rounding = 'exact',
  readings: Readings = {},
): FederalLaw {
  for (const name of Object.keys(readings))
    if (table.figures[name as FigureName]?.status !== 'unconfirmed')
      throw new RangeError(`${name} is not an open reading of ${table.year}; open are ${openFigures(table).join(', ')}`)
  const amount = (name: FigureName): number => readings[name] ?? amountFor(table.figures[name] as Figure, status)
  const figures = Object.fromEntries(names.map((name) => [name, amount(name)])) as Record<FigureName, number>
  if (rounding === 'exact') figures.taxTableCeiling = 0
  return {
    ...figures,
    year: table.year,
    amtExemptionGone: figures.amtPhaseoutStart + wholeOf(figures.amtPhaseoutRate, figures.amtExemption),
    rateSchedule: rateSchedule(figures),
  }
}

/** The law of a return as it was chosen: which table, status, rounding and readings. */
export interface LawChoice {
  readonly table: FederalTable
  readonly status: FilingStatus
  readonly rounding: Rounding
  readonly readings: Readings
}

/** The law of a choice, ready for the forms. */
export const lawOf = ({ table, status, rounding, readings }: LawChoice): FederalLaw =>
  federalLawFor(table, status, rounding, readings)

const names = Object.keys(federalFigures) as FigureName[]

function rateSchedule(of: Readonly<Record<FigureName, number>>): RateSchedule {
  const tax1 = part(of.rate1, of.rate1Top)
  const tax2 = tax1 + part(of.rate2, of.rate2Top - of.rate1Top)
  const tax3 = tax2 + part(of.rate3, of.rate3Top - of.rate2Top)
  const tax4 = tax3 + part(of.rate4, of.rate4Top - of.rate3Top)
  const tax5 = tax4 + part(of.rate5, of.rate5Top - of.rate4Top)
  const tax6 = tax5 + part(of.rate6, of.rate6Top - of.rate5Top)
  const { rate1, rate2, rate3, rate4, rate5, rate6, rate7 } = of
  const [top1, top2, top3] = [of.rate1Top, of.rate2Top, of.rate3Top]
  const [top4, top5, top6] = [of.rate4Top, of.rate5Top, of.rate6Top]
  return {
    ...{ rate1, rate2, rate3, rate4, rate5, rate6, rate7 },
    ...{ top1, top2, top3, top4, top5, top6 },
    ...{ tax1, tax2, tax3, tax4, tax5, tax6 },
  }
}

/**
 * Tax on ordinary income at the rates of IRC section 1(j), or by the Tax Table where the law calls for it.
 * Continuous and convex in exact mode; 0 at 0 and below.
 * @see Instructions for Form 1040, Tax Table and Tax Computation Worksheet
 */
export const taxOn = (income: number, law: FederalLaw): number =>
  income < law.taxTableCeiling ? tableTax(income, law.rateSchedule) : scheduleTax(income, law.rateSchedule)

function scheduleTax(income: number, s: RateSchedule): number {
  if (income <= s.top1) return income > 0 ? part(s.rate1, income) : income <= 0 ? 0 : Number.NaN
  if (income <= s.top2) return s.tax1 + part(s.rate2, income - s.top1)
  if (income <= s.top3) return s.tax2 + part(s.rate3, income - s.top2)
  if (income <= s.top4) return s.tax3 + part(s.rate4, income - s.top3)
  if (income <= s.top5) return s.tax4 + part(s.rate5, income - s.top4)
  if (income <= s.top6) return s.tax5 + part(s.rate6, income - s.top5)
  return s.tax6 + part(s.rate7, income - s.top6)
}

/** A row of the Tax Table: the tax at the middle of the row, in whole dollars. Rows are 25 wide to $3,000, then 50. */
function tableTax(income: number, s: RateSchedule): number {
  if (income < 5) return 0
  if (income < 15) return wholeDollars(scheduleTax(10, s))
  if (income < 25) return wholeDollars(scheduleTax(20, s))
  const width = income < 3_000 ? 25 : 50
  return wholeDollars(scheduleTax(Math.floor(income / width) * width + width / 2, s))
}
