/** Utah a second time: Utah Code §59-10-104, 59-10-104.1, 59-10-1018. */
import type { Taxpayer } from './taxpayer.ts'

interface Year {
  readonly percent: number
  readonly perDependent: number
  /** Unmarried, joint, head of household. */
  readonly fallsFrom: readonly [number, number, number]
  readonly exempt: readonly [number, number, number]
}
const years: Readonly<Record<number, Year>> = {
  2024: {
    ...{ percent: 4.55, perDependent: 2_046, fallsFrom: [17_652, 35_304, 26_478], exempt: [14_600, 29_200, 21_900] },
  },
  2025: {
    ...{ percent: 4.5, perDependent: 2_111, fallsFrom: [18_213, 36_426, 27_320], exempt: [15_750, 31_500, 23_625] },
  },
  2026: {
    ...{ percent: 4.45, perDependent: 2_111, fallsFrom: [18_213, 36_426, 27_320], exempt: [16_100, 32_200, 24_150] },
  },
}

export function utah(x: Taxpayer): Record<string, number> {
  const { percent, perDependent, fallsFrom, exempt } = years[x.year] as Year
  const column = x.status === 'mfj' || x.status === 'qss' ? 1 : x.status === 'hoh' ? 2 : 0
  const taxableIncome = Math.max(0, x.agi)
  const deductions = Math.max(0, x.deduction + perDependent * x.dependents - x.stateTaxDeducted)
  const lost = 0.013 * Math.max(0, taxableIncome - fallsFrom[column])
  const taxpayerTaxCredit = Math.max(0, 0.06 * deductions - lost)
  const tax = x.agi <= exempt[column] ? 0 : Math.max(0, (taxableIncome * percent) / 100 - taxpayerTaxCredit)
  return { agi: x.agi, taxableIncome, taxpayerTaxCredit, tax }
}
