/** Form 1099-B against the sales of the scenario: which line is about which sale, its proceeds, day and wash sale. */
import { type PlainDate, periodEnds, yearOf } from '../date.ts'
import type { Shares } from '../equity/shares.ts'
import { federalStanding } from '../law/federal/standing.ts'
import { toCents } from '../money.ts'
import type { BrokerSale } from '../papers.ts'
import type { FiguredYear } from '../timeline.ts'
import { inDollars } from './amountWords.ts'
import { basisFindings } from './reconcileBasis.ts'
import { type Finding, finding, same } from './reconcileFinding.ts'
import { about, gainChange, type Sold, soldOf } from './reconcileSold.ts'

/** Every line of the form, and the sales that no line is about. */
export function reconcileSales(
  lines: readonly BrokerSale[],
  { dispositions }: Shares,
  years: readonly FiguredYear[],
  asOf: PlainDate,
): Finding[] {
  const rest = new Set(soldOf(dispositions))
  const findings = lines.flatMap((line): Finding[] => {
    const sold = matching(line, [...rest])
    if (!sold) return [unknownSale(line)]
    rest.delete(sold)
    return compare(
      line,
      sold,
      years.find(({ year }) => year === yearOf(line.sold)),
    )
  })
  const late = [...rest].filter(({ on }) => yearOf(on) < yearOf(asOf))
  return lines.length === 0 ? [] : [...findings, ...late.map(missingSale)]
}

/** The sale of the day that fits best: the shares where the line says how many, else the nearest proceeds. */
function matching(line: BrokerSale, rest: readonly Sold[]): Sold | undefined {
  const { shares } = line
  const ofDay = rest.filter(({ on }) => on === line.sold)
  const fitting = ofDay.filter((sold) =>
    shares === null ? near(line.proceeds, sold.proceeds) : Math.abs(shares - sold.shares) < 0.01,
  )
  const apart = (sold: Sold): number => Math.abs(sold.proceeds - line.proceeds)
  return fitting.sort((one, other) => apart(one) - apart(other))[0]
}

/** Proceeds within fees and rounding of each other. */
const near = (one: number, other: number): boolean => Math.abs(one - other) <= Math.max(50, 0.02 * other)

function compare(line: BrokerSale, sold: Sold, figured: FiguredYear | undefined): Finding[] {
  const proceeds = same(line.proceeds, sold.proceeds) || same(line.proceeds, sold.proceeds + sold.fees)
  return [
    ...(proceeds ? [] : [otherProceeds(line, sold, figured)]),
    ...basisFindings(line, sold, figured),
    ...dayFindings(line, sold),
    ...washFindings(line, sold),
  ]
}

/** Box 1b decides the term: another day matters where it makes another term. */
function dayFindings(line: BrokerSale, sold: Sold): Finding[] {
  const [first] = sold.records
  if (!first || line.acquired === null || line.acquired === first.acquired) return []
  const long = line.sold > periodEnds(line.acquired, federalStanding.longTermYears.all)
  if (long === first.long) return []
  return [
    finding({
      ...{ ...about(line, sold), code: 'acquiredDiffers', kind: 'wrong', box: 'box 1b' },
      ...{ stated: line.acquired, right: first.acquired },
      says: `Acquired on ${line.acquired} would make the gain ${long ? 'long' : 'short'}-term; the shares of ${sold.lot} were acquired on ${first.acquired}.`,
      todo: `Form 8949: ${first.acquired} in column (b), and the box of that term; code T in (f) where the broker reported another term.`,
    }),
  ]
}

/** A loss that waits because the shares were replaced within thirty days, of which the broker may not know. IRC §1091. */
function washFindings(line: BrokerSale, sold: Sold): Finding[] {
  const waits = sold.records.reduce((sum, { washed, amounts }) => sum + (washed ? amounts.disallowed : 0), 0)
  const stated = line.washSaleLoss ?? 0
  if (same(stated, waits)) return []
  return [
    finding({
      ...{ ...about(line, sold), code: 'washSaleDiffers', kind: 'wrong', box: 'box 1g' },
      ...{ stated: line.washSaleLoss, right: toCents(waits) },
      says: `Box 1g says ${inDollars(stated)} of loss is not allowed; by the exercises and sales of the scenario it is ${inDollars(waits)}.`,
      todo: 'Form 8949: code W in (f), and the loss that is not allowed in (g), a positive amount.',
    }),
  ]
}

/** Box 1d: before or after fees is both right. */
function otherProceeds(line: BrokerSale, sold: Sold, figured: FiguredYear | undefined): Finding {
  return finding({
    ...{ ...about(line, sold), code: 'proceedsDiffer', kind: 'wrong', box: 'box 1d' },
    ...{ stated: line.proceeds, right: toCents(sold.proceeds) },
    says: `Proceeds of ${inDollars(line.proceeds)}, and the scenario has ${inDollars(sold.proceeds)} for the ${+sold.shares.toFixed(4)} shares of ${sold.lot} sold on ${line.sold}.`,
    todo: 'Compare both with the trade confirmation; put price and fees of the sale right in the plan, or ask the broker for a corrected form.',
    cost: gainChange(figured, sold, line.proceeds - sold.proceeds, true),
  })
}

const unknownSale = ({ description, sold, proceeds }: BrokerSale): Finding =>
  finding({
    ...{ code: 'saleNotInScenario', kind: 'question', year: yearOf(sold), paper: 'Form 1099-B', box: 'boxes 1a to 1d' },
    stated: proceeds,
    says: `A sale on ${sold} for ${inDollars(proceeds)} (${description}) is not in the scenario.`,
    todo: 'If these are shares of the option stock, add the sale to the plan; other stock is no concern here.',
  })

const missingSale = ({ lot, on, shares, proceeds }: Sold): Finding =>
  finding({
    ...{ code: 'noForm1099B', kind: 'question', year: yearOf(on), paper: 'Form 1099-B', box: 'all', lot },
    right: toCents(proceeds),
    says: `No line is about the ${+shares.toFixed(4)} shares of ${lot} that the scenario sells on ${on}.`,
    todo: 'Look for another form of the broker. Without one the sale goes on Form 8949 under box C or F all the same.',
  })
