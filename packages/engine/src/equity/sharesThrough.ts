/** What the shares bring into a year up to a day of it, as the annualised methods of estimated tax ask. IRC §6654(d)(2)(B). */
import { dayNumber, type PlainDate } from '../date.ts'
import { atLeastZero } from '../money.ts'
import { blocksOf, type DispositionRecord, type Shares } from './shares.ts'
import { addGain, type BoxGains, noShares, type ReportedAs, type YearShares } from './yearShares.ts'

/** What of a year's shares a day parts: gifts of shares, cash paid and cash got are not in it. Dollars. */
export type SharesThrough = Pick<
  YearShares,
  'isoSpread' | 'optionWages' | 'compensation' | 'compensationUnreported' | 'amtCompensation' | 'gains' | 'amtGains'
>

/**
 * Spread, wages, compensation and gains of a year that have arisen by the end of `through`. A spread counts from the day AMT takes it in
 * and only where it stands at the end of the year: AMT never takes in shares sold too early in the same year, IRC §56(b)(3).
 * Null where section 1202 excludes a part of gain: which part of it belongs to which day is not settled.
 */
export function sharesThrough(shares: Shares, year: number, through: PlainDate): SharesThrough | null {
  const into = noShares(year)
  const last = dayNumber(through)
  for (const block of shares.books.prepared.lots.flatMap(blocksOf)) {
    if (block.inclusionYear !== year || block.inclusionDay > last || block.kept <= 0) continue
    const spread = block.kept * atLeastZero(block.amtValue - block.strike)
    if (block.nonstatutory === 1) into.optionWages += spread
    else into.isoSpread += spread
  }
  const ofYear = shares.dispositions.filter((each) => each.year === year)
  if (ofYear.some(({ excluded, amtExcluded }) => excluded !== 0 || amtExcluded !== 0)) return null
  for (const each of ofYear) if (each.on <= through) addDisposition(into, each)
  return into
}

function addDisposition(into: YearShares, { amounts, inW2, box, amtBox }: DispositionRecord): void {
  if (inW2) into.compensation += amounts.compensation
  else into.compensationUnreported += amounts.compensation
  into.amtCompensation += amounts.amtCompensation
  addBox(into.gains, amounts.gain, box)
  addBox(into.amtGains, amounts.amtGain, amtBox)
}

const addBox = (into: BoxGains, gain: number, box: DispositionRecord['box']): void => {
  const at = 'ABCDEF'.indexOf(box)
  addGain(into, gain, at > 2, (at % 3) as ReportedAs)
}
