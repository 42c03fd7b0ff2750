/**
 * New York for a whole-year resident, a second working from the Tax Law: §§601, 614, 616. The supplemental tax is written as
 * what it is for: beyond each income, tax rises over 50,000 of New York adjusted gross income from the tax of the schedule
 * to about that of one rate on all taxable income. The amounts are the printed ones, which are rounded.
 */
import type { Status } from '../figures.ts'
import { bySlices, federalIncome, type Resident } from './resident.ts'

type Group = 'single' | 'joint' | 'head'

export const groupOf = (status: Status): Group =>
  status === 'hoh' ? 'head' : status === 'mfj' || status === 'qss' ? 'joint' : 'single'

/** Where each rate ends. */
export const bracketEnds: Readonly<Record<Group, readonly number[]>> = {
  single: [8_500, 11_700, 13_900, 80_650, 215_400, 1_077_550, 5_000_000, 25_000_000],
  joint: [17_150, 23_600, 27_900, 161_550, 323_200, 2_155_350, 5_000_000, 25_000_000],
  head: [12_800, 17_650, 20_900, 107_650, 269_300, 1_616_450, 5_000_000, 25_000_000],
}

export const percents = (year: number): readonly number[] =>
  year < 2026 ? [4, 4.5, 5.25, 5.5, 6, 6.85, 9.65, 10.3, 10.9] : [3.9, 4.4, 5.15, 5.4, 5.9, 6.85, 9.65, 10.3, 10.9]

export const incomeTax = (year: number, status: Status, income: number): number =>
  bySlices(bracketEnds[groupOf(status)], percents(year), income)

/** Bands of taxable income: from, taken back in full below it, taken back over the next 50,000 of income. */
type Bands = readonly (readonly [from: number, before: number, more: number])[]
const bands: Readonly<Record<'to2025' | 'from2026', Readonly<Record<Group, Bands>>>> = {
  to2025: {
    single: [
      [0, 0, 568],
      [215_400, 568, 1_831],
      [1_077_550, 2_399, 30_172],
      [5_000_000, 32_571, 32_500],
    ],
    joint: [
      [0, 0, 333],
      [161_550, 333, 807],
      [323_200, 1_140, 2_747],
      [2_155_350, 3_887, 60_350],
      [5_000_000, 64_237, 32_500],
    ],
    head: [
      [0, 0, 787],
      [269_300, 787, 2_289],
      [1_616_450, 3_076, 45_261],
      [5_000_000, 48_337, 32_500],
    ],
  },
  from2026: {
    single: [
      [0, 0, 567],
      [215_400, 567, 2_047],
      [1_077_550, 2_614, 30_172],
      [5_000_000, 32_786, 32_500],
    ],
    joint: [
      [0, 0, 333],
      [161_550, 333, 807],
      [323_200, 1_140, 3_071],
      [2_155_350, 4_211, 60_350],
      [5_000_000, 64_561, 32_500],
    ],
    head: [
      [0, 0, 787],
      [269_300, 787, 2_559],
      [1_616_450, 3_346, 45_260],
      [5_000_000, 48_606, 32_500],
    ],
  },
}

export function supplementalTax(year: number, status: Status, nyAgi: number, income: number): number {
  if (nyAgi > 25_000_000) return 0.109 * income - incomeTax(year, status, income)
  const all = bands[year < 2026 ? 'to2025' : 'from2026'][groupOf(status)]
  const [from, before, more] = all.findLast(([start], i) => i === 0 || income > start) ?? [0, 0, 0]
  const begun = nyAgi - Math.max(from, 107_650)
  return before + (more * Math.min(50_000, Math.max(0, begun))) / 50_000
}

const standard = (status: Status): number => ({ single: 8_000, joint: 16_050, head: 11_200 })[groupOf(status)]

export const thresholds = Object.values(bracketEnds)
  .flat()
  .concat(107_650, 157_650)
  .flatMap((end) => [end, end + 8_000, end + 16_050, end + 11_200, end + 50_000])

export function newYorkResident(x: Resident) {
  const agi = federalIncome(x)
  const nyAgi = agi - x.refund
  const taxableIncome = Math.max(0, nyAgi - standard(x.status) - 1_000 * x.dependents)
  const scheduleTax = incomeTax(x.year, x.status, taxableIncome)
  const more = supplementalTax(x.year, x.status, nyAgi, taxableIncome)
  return {
    ...{ agi, taxableIncome, scheduleTax, supplementalTax: more, regularTax: scheduleTax + more },
    ...{ amt: 0, tax: scheduleTax + more },
  }
}
