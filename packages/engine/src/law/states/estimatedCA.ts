/** Estimated tax of California: the federal rules with its own installments, cut-off and least amount. R&TC §§19136 to 19136.3. */
import { part } from '../../money.ts'
import { type EstimatedLaw, federalEstimated } from '../federal/estimated.ts'
import { amountFor, type Figure, type FilingStatus } from '../law.ts'

const half = (amount: number) => ({
  ...{ single: amount, mfj: amount, mfs: amount / 2, hoh: amount, qss: amount },
})

const californiaEstimated = {
  installment1: { cite: 'R&TC §19136.1(a)', source: 'Form 540-ES instructions', all: 3_000 },
  installment2: { cite: 'R&TC §19136.1(a)', source: 'Form 540-ES instructions', all: 4_000 },
  installment3: { cite: 'R&TC §19136.1(a)', source: 'Form 540-ES instructions', all: 0 },
  installment4: { cite: 'R&TC §19136.1(a)', source: 'Form 540-ES instructions', all: 3_000 },
  currentYearOnlyFrom: { cite: 'R&TC §19136.3', source: 'Form FTB 5805 line 6', ...half(1_000_000) },
  least: { cite: 'R&TC §19136(c)', source: 'Form FTB 5805 line 4', ...half(500) },
} as const satisfies Record<string, Figure>

/**
 * California's law for a filing status. The parts of the tax on annualised income are not held as printed: they follow from the
 * installments, 90 % of what is due by then (27, 63, 63 and 90 %).
 */
export function estimatedOfCalifornia(status: FilingStatus): EstimatedLaw {
  const federal = federalEstimated(status)
  const { installment1, installment2, installment3, installment4 } = californiaEstimated
  const shares: readonly number[] = [installment1, installment2, installment3, installment4].map(({ all }) => all)
  const least = amountFor(californiaEstimated.least, status)
  return {
    ...federal,
    ...{ shares, least, leastPriorYear: least },
    currentYearOnlyFrom: amountFor(californiaEstimated.currentYearOnlyFrom, status),
    applicable: shares.map((_, i) =>
      part(
        federal.currentYearRate,
        shares.slice(0, i + 1).reduce((sum, each) => sum + each, 0),
      ),
    ),
  }
}
