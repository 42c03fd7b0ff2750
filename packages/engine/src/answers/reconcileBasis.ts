/** Basis on Form 1099-B, box 1e, against both bases of the shares; and Form 8949 as it has to be filed. Pub. 525; Instructions for Form 8949. */
import type { DispositionRecord } from '../equity/shares.ts'
import { type Box, form8949Of } from '../forms/form8949.ts'
import { toCents } from '../money.ts'
import type { BrokerSale } from '../papers.ts'
import type { FiguredYear } from '../timeline.ts'
import { inDollars } from './amountWords.ts'
import { type CorrectedRow, type Finding, finding, same } from './reconcileFinding.ts'
import { about, gainChange, type Sold } from './reconcileSold.ts'

/** What is wrong with the basis: the price paid alone, that of AMT, another one, or none reported. */
export function basisFindings(line: BrokerSale, sold: Sold, figured: FiguredYear | undefined): Finding[] {
  const { basis: stated } = line
  const right = toCents(sold.basis)
  const row = rowOf(line, sold)
  const own = { ...about(line, sold), box: 'box 1e', stated, right, row }
  if (stated === null || !line.basisReported) {
    if (stated !== null && same(stated, sold.basis)) return []
    return [
      finding({
        ...{ ...own, code: 'basisNotReported', kind: 'missing' },
        says: `The broker reported no basis to the IRS${stated === null ? '' : `, and shows ${inDollars(stated)}`}; it is ${inDollars(right)}.`,
        todo: `Form 8949 box ${row.box}: ${inDollars(right)} in column (e)${row.code ? ', code B in (f) and 0 in (g)' : ''}.`,
        // Whoever files by a statement that shows no basis takes off nothing
        cost: gainChange(figured, sold, sold.basis - (stated ?? 0)),
      }),
    ]
  }
  if (same(stated, sold.basis)) return []
  const cost = gainChange(figured, sold, sold.basis - stated)
  const todo = `Form 8949 box ${row.box}: ${inDollars(stated)} in column (e), code B in (f), ${inDollars(row.adjustment)} in (g).`
  if (same(stated, sold.cashPaid))
    return [
      finding({
        ...{ ...own, code: 'basisWithoutCompensation', kind: 'wrong', todo, cost },
        says: `The basis is what was paid alone: the ${inDollars(sold.compensation)} taxed as wages is not in it, and would be taxed a second time as gain.`,
      }),
    ]
  if (same(stated, sold.amtBasis))
    return [
      finding({
        ...{ ...own, code: 'basisIsAmtBasis', kind: 'wrong', todo, cost },
        says: `The basis is that of AMT, with the spread in it. The regular basis is ${inDollars(right)}; the difference belongs on Form 6251 line 2k.`,
      }),
    ]
  return [
    finding({
      ...{ ...own, code: 'basisDiffers', kind: 'wrong', todo, cost },
      says: `A basis of ${inDollars(stated)}, and by the scenario it is ${inDollars(right)}: ${inDollars(sold.cashPaid)} paid and ${inDollars(sold.compensation)} taxed as wages.`,
    }),
  ]
}

/** The row to file: the gain of the scenario with the basis that the broker shows. Instructions for Form 8949, code B. */
function rowOf({ basis: stated, basisReported }: BrokerSale, { records }: Sold): CorrectedRow {
  const [whole] = form8949Of(records, 'regular').rows
  const { gain, proceeds } = records.reduce(
    (sum, { amounts, sale }) => ({ gain: sum.gain + amounts.gain, proceeds: sum.proceeds + sale.proceeds }),
    { gain: 0, proceeds: 0 },
  )
  const right = records.reduce((sum, { amounts }) => sum + amounts.basis, 0)
  const long = (records[0] as DispositionRecord).long
  const box: Box = basisReported ? (long ? 'D' : 'A') : long ? 'E' : 'B'
  const basis = basisReported && stated !== null ? stated : right
  const shown = stated !== null && !same(stated, right)
  const others = (whole?.code ?? '').replace('B', '')
  return {
    ...{ box, proceeds: toCents(proceeds), basis: toCents(basis), code: `${shown ? 'B' : ''}${others}` },
    ...{ adjustment: toCents(gain - proceeds + basis), gain: toCents(gain) },
  }
}
