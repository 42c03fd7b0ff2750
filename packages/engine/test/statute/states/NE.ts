/** Nebraska a second time: Neb. Rev. Stat. 77-2715, 77-2715.03, 77-2716.01. */
import { type Taxpayer, tiers } from './taxpayer.ts'

type Row = readonly [number, number, number]

interface Year {
  readonly standard: readonly [one: number, head: number]
  readonly box: readonly [unmarried: number, married: number]
  readonly credit: number
  readonly top: readonly [third: number, fourth: number]
  readonly edges: readonly [one: Row, couple: Row, head: Row]
}

const years: Readonly<Record<number, Year>> = {
  2024: {
    ...{ standard: [8_350, 12_250], box: [1_950, 1_600], credit: 166, top: [5.01, 5.84] },
    edges: [
      [3_900, 23_370, 37_670],
      [7_790, 46_760, 75_340],
      [7_270, 37_400, 55_850],
    ],
  },
  2025: {
    ...{ standard: [8_600, 12_600], box: [2_000, 1_650], credit: 171, top: [5.01, 5.2] },
    edges: [
      [4_030, 24_120, 38_870],
      [8_040, 48_250, 77_730],
      [7_510, 38_590, 57_630],
    ],
  },
  2026: {
    ...{ standard: [8_850, 12_950], box: [2_050, 1_700], credit: 176, top: [4.55, 4.55] },
    edges: [
      [4_130, 24_760, 39_900],
      [8_250, 49_530, 79_800],
      [7_700, 39_620, 59_160],
    ],
  },
}

/** `federalTax` is before credits, with AMT: a Nebraskan without adjustments owes no more. 77-2715(1) */
export function nebraska(x: Taxpayer, federalTax: number): Record<string, number> {
  const year = years[x.year]
  if (!year) throw new Error(`no Nebraska law for ${x.year}`)
  const head = x.status === 'hoh'
  const couple = x.status === 'mfj' || x.status === 'qss'
  const box = head || x.status === 'single' ? year.box[0] : year.box[1]
  const standard = (head ? year.standard[1] : year.standard[0] * (couple ? 2 : 1)) + box * x.agedOrBlind
  const itemizes = x.deduction !== x.federalStandardDeduction
  const deduction = itemizes ? Math.max(standard, x.deduction - x.facts.stateAndLocalTaxes) : standard
  const taxableIncome = Math.max(0, x.agi - deduction)
  const [a, b, c] = year.edges[head ? 2 : couple ? 1 : 0]
  const scheduleTax = tiers(taxableIncome, [0, 2.46], [a, 3.51], [b, year.top[0]], [c, year.top[1]])
  const afterCredit = Math.max(0, scheduleTax - year.credit * (x.filers + x.dependents))
  return { agi: x.agi, deduction, taxableIncome, scheduleTax, tax: Math.min(afterCredit, federalTax) }
}
