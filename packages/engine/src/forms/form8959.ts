/** Form 8959, Additional Medicare Tax (2025 revision), Part I: on wages. IRC §3101(b)(2). Left out: self-employment and railroad compensation. */
import { blank, type Sheet } from '../form.ts'
import type { FederalLaw } from '../law/federal/law.ts'
import { atLeastZero, part } from '../money.ts'
import type { Facts } from './facts.ts'

export interface Form8959From {
  readonly facts: Readonly<Pick<Facts, 'wages' | 'optionWages'>>
}

export const form8959Words = {
  line1:
    'Medicare wages: {facts.wages} and {facts.optionWages}. Compensation from a disqualifying disposition is not among them.',
  line4: 'Enter the amount from line 1.',
  line5: 'Enter {law.additionalMedicareThreshold}.',
  line6: 'Subtract line 5 from line 4. If zero or less, enter 0.',
  line7: 'Multiply line 6 by {law.additionalMedicareRate}.',
  line18: 'Additional Medicare Tax: the amount from line 7.',
} as const

export type Form8959 = Sheet<typeof form8959Words>

/** Additional Medicare Tax on wages: line 18. */
export function figureForm8959(from: Form8959From, law: FederalLaw, f: Form8959 = blank(form8959Words)): Form8959 {
  f.line1 = from.facts.wages + from.facts.optionWages
  f.line4 = f.line1
  f.line5 = law.additionalMedicareThreshold
  f.line6 = atLeastZero(f.line4 - f.line5)
  f.line7 = part(law.additionalMedicareRate, f.line6)
  f.line18 = f.line7
  return f
}
