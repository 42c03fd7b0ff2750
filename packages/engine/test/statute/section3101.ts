/** Section 3101(b)(2): additional Medicare tax on wages. Left out: self-employment income (1401(b)(2)). */
import type { Figures } from './figures.ts'

/** Wages of both spouses on a joint return. Income from an early sale of option stock is not wages: 3121(a)(22). */
export function additionalMedicareTax(wages: number, f: Figures): number {
  return 0.009 * Math.max(0, wages - f.medicareThreshold)
}
