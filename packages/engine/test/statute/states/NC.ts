/** North Carolina a second time: G.S. 105-153.5, 105-153.7. */
import type { Taxpayer } from './taxpayer.ts'

export function northCarolina({ year, status, agi }: Taxpayer): Record<string, number> {
  const shares = status === 'mfj' || status === 'qss' ? 2 : status === 'hoh' ? 1.5 : 1
  const taxableIncome = Math.max(0, agi - 12_750 * shares)
  const percent = year === 2024 ? 4.5 : year === 2025 ? 4.25 : 3.99
  return { agi, taxableIncome, tax: (taxableIncome * percent) / 100 }
}
