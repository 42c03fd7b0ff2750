/**
 * Section 151(d)(5)(C): the deduction for seniors, 2025 to 2028. Personal exemptions are otherwise zero (151(d)(5)(A)).
 *
 * Modified adjusted gross income is taken as adjusted gross income: no income excluded under section 911, 931 or 933.
 */
import type { Figures } from './figures.ts'

/**
 * For each person of 65 or more. A married person has it only on a joint return.
 * @see IRC §151(d)(5)(C)(i), (iii), (v)
 */
export function seniorDeduction(agedPersons: number, adjustedGrossIncome: number, f: Figures): number {
  if (f.status === 'mfs') return 0
  // (iii)(I) reduces "the $6,000 amount", so each person's
  const each = Math.max(0, f.seniorDeduction - 0.06 * Math.max(0, adjustedGrossIncome - f.seniorThreshold))
  return agedPersons * each
}
