import {
  type Figure,
  type FigureMeaning,
  type FigureStatus,
  type FilingStatus,
  filingStatuses,
  type Indexing,
} from '../law.ts'
import { type FederalTable, type FigureName, federalFigures } from './figures.ts'

/** What a projection assumes: yearly growth of the chained price index and of average wages, as fractions (0.025 is 2.5 %). */
export interface Growth {
  readonly inflation: number
  readonly wageGrowth: number
}

/**
 * Federal figures for a year without a published table, by the Code's own indexing and rounding. Every figure that moves
 * is marked projected. Growth is counted from the last published amounts, which are themselves rounded, so a projected
 * amount may stand one rounding step below what the Code's own base would give.
 * @throws RangeError for a year before the table's or for growth below -50 % or above 50 % a year.
 * @see IRC §1(f)(7), (j)(3); §55(d)(4)(B); §63(c)(4); §164(b)(7); §151(d)(5)(C)
 */
export function project(last: FederalTable, year: number, growth: Growth): FederalTable {
  if (year < last.year) throw new RangeError(`${year} lies before ${last.year}: that year has a table of its own`)
  for (const rate of [growth.inflation, growth.wageGrowth])
    if (!(rate >= -0.5 && rate <= 0.5)) throw new RangeError(`growth of ${rate} a year is outside -0.5 to 0.5`)
  const figures = Object.fromEntries(
    (Object.keys(federalFigures) as FigureName[]).map((name) => [name, projected(name, last, year, growth)]),
  ) as FederalTable['figures']
  return { year, projectedFrom: { year: last.year, ...growth }, figures }
}

function projected(name: FigureName, last: FederalTable, year: number, growth: Growth): Figure {
  const figure: Figure = last.figures[name]
  const meaning: FigureMeaning = federalFigures[name]
  if (!meaning.indexing) return figure
  const source = `projected from ${last.year} (${figure.source})`
  const moved = { cite: figure.cite, source, status: 'projected' as FigureStatus }
  const move =
    meaning.indexing.by === 'schedule'
      ? scheduled(name, last, year)
      : indexed(meaning.indexing, year - last.year, growth)
  if ('all' in figure) return { ...moved, all: move(figure.all, 'single') }
  const amounts = filingStatuses.map((status) => [status, move(figure[status], status)])
  return { ...moved, ...(Object.fromEntries(amounts) as Record<FilingStatus, number>) }
}

type Move = (amount: number, status: FilingStatus) => number

function indexed(rule: Extract<Indexing, { to: number }>, years: number, growth: Growth): Move {
  const factor = (1 + (rule.by === 'wages' ? growth.wageGrowth : growth.inflation)) ** years
  return (amount, status) => {
    const step = rule.steps?.[status] ?? rule.to
    const steps = (amount * factor) / step
    return step * (rule.round === 'down' ? Math.floor(steps + 1e-9) : Math.round(steps))
  }
}

/** Figures that the Code itself moves: the cap on state and local taxes (+1 % a year, back to 10,000 in 2030) and the senior deduction (to 2028). */
function scheduled(name: FigureName, last: FederalTable, year: number): Move {
  if (name === 'seniorDeduction') return (amount) => (year > 2028 ? 0 : amount)
  if (name === 'saltCap') return (amount) => (year > 2029 ? 10_000 : amount * 1.01 ** (year - last.year))
  if (name === 'saltPhaseDownStart') return (amount) => (year > 2029 ? 0 : amount * 1.01 ** (year - last.year))
  if (name === 'saltPhaseDownRate') return (amount) => (year > 2029 ? 0 : amount)
  throw new RangeError(`${name} has no schedule in project.ts`)
}
