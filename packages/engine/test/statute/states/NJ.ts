/**
 * New Jersey for a whole-year resident, a second working from N.J.S.A. 54A:2-1 (rates), 2-4 (no tax on little), 3-1
 * (exemptions), 5-1 and 5-2 (categories of income, none below zero).
 */
import type { Status } from '../figures.ts'
import { bySlices, type Resident } from './resident.ts'

const narrow = (status: Status): boolean => status === 'single' || status === 'mfs'

/** Where each rate ends. */
export const bracketEnds = (status: Status): readonly number[] =>
  narrow(status)
    ? [20_000, 35_000, 40_000, 75_000, 500_000, 1_000_000]
    : [20_000, 50_000, 70_000, 80_000, 150_000, 500_000, 1_000_000]

const percents = (status: Status): readonly number[] =>
  narrow(status) ? [1.4, 1.75, 3.5, 5.525, 6.37, 8.97, 10.75] : [1.4, 1.75, 2.45, 3.5, 5.525, 6.37, 8.97, 10.75]

export const incomeTax = (status: Status, income: number): number =>
  bySlices(bracketEnds(status), percents(status), income)

export const thresholds = [
  10_000, 20_000, 35_000, 40_000, 50_000, 70_000, 75_000, 80_000, 150_000, 500_000, 1_000_000,
].flatMap((end) => [end, end + 1_000, end + 2_000])

export function newJerseyResident(x: Resident) {
  const gains = Math.max(0, x.short + x.long)
  const agi = x.wages + x.interest + x.dividends + gains + Math.max(0, x.otherIncome)
  const exemptions = (x.filers + x.aged + x.blind) * 1_000 + x.dependents * 1_500
  const taxableIncome = Math.max(0, agi - exemptions)
  const untaxed = agi <= (narrow(x.status) ? 10_000 : 20_000)
  const tax = untaxed ? 0 : incomeTax(x.status, taxableIncome)
  return { agi, taxableIncome, regularTax: tax, amt: 0, tax }
}
