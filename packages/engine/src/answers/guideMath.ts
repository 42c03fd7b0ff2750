/**
 * The AMT of an exercise the short way, as guides show it, beside the form's own way. The short way starts from taxable
 * income and so leaves out what Form 6251 line 2a adds back: the standard deduction, or the taxes of an itemizer.
 */
import { taxAtAmtRates } from '../forms/form6251.ts'
import type { FederalLaw } from '../law/federal/law.ts'
import { atLeastZero, part, toCents } from '../money.ts'
import type { FederalReturn } from '../return.ts'

/** One step with its amount the short way and on the form. `line` is where the form does it. Dollars. */
export interface MathStep {
  readonly words: string
  readonly line: string
  readonly short: number
  readonly form: number
}

export interface GuideMath {
  readonly steps: readonly MathStep[]
  readonly shortAmt: number
  readonly amt: number
  /** Why the two differ, in a sentence; null when they do not. */
  readonly why: string | null
}

/** Both workings of one return, step by step. The short way knows neither gains nor add-backs; it is shown, never used. */
export function guideMath(r: FederalReturn, law: FederalLaw): GuideMath {
  const f = r.form6251
  const income = r.form1040.line15 + f.line2i
  const exemption = atLeastZero(
    law.amtExemption - part(law.amtPhaseoutRate, atLeastZero(income - law.amtPhaseoutStart)),
  )
  const taxed = atLeastZero(income - exemption)
  const tentative = taxAtAmtRates(taxed, law)
  const shortAmt = atLeastZero(tentative - r.form1040.line16)
  const others = f.line4 - f.line1b - f.line2a - f.line2i
  const step = (words: string, line: string, short: number, form: number): MathStep => ({
    ...{ words, line },
    ...{ short: toCents(short), form: toCents(form) },
  })
  return {
    steps: [
      step('Taxable income of the regular tax', 'form6251.line1b', r.form1040.line15, f.line1b),
      step(
        r.election.itemizes ? 'Taxes deducted, added back' : 'Standard deduction, added back',
        'form6251.line2a',
        0,
        f.line2a,
      ),
      step('Bargain element of the exercise', 'form6251.line2i', f.line2i, f.line2i),
      ...(Math.abs(others) > 1e-6
        ? [step('Everything else AMT counts differently', 'form6251.withoutSpread', 0, others)]
        : []),
      step('Alternative minimum taxable income', 'form6251.line4', income, f.line4),
      step('Exemption', 'form6251.line5', exemption, f.line5),
      step('Taxed by the AMT', 'form6251.line6', taxed, f.line6),
      step('Tentative minimum tax', 'form6251.line9', tentative, f.line9),
      step('Regular tax', 'form6251.line10', r.form1040.line16, f.line10),
      step('Alternative minimum tax', 'form6251.line11', shortAmt, f.line11),
    ],
    shortAmt: toCents(shortAmt),
    amt: toCents(f.line11),
    why: why(r, shortAmt),
  }
}

function why(r: FederalReturn, shortAmt: number): string | null {
  const f = r.form6251
  if (Math.abs(shortAmt - f.line11) < 0.005) return null
  const money = (amount: number) =>
    `$${toCents(amount).toLocaleString('en-US', { minimumFractionDigits: Number.isInteger(toCents(amount)) ? 0 : 2 })}`
  const back = r.election.itemizes
    ? `the ${money(f.line2a)} of state and local taxes you deduct`
    : `your standard deduction of ${money(f.line2a)}`
  const gains =
    f.line13 + f.line14 > 0
      ? ' It also taxes gains and qualified dividends at the AMT rates, which the form does not.'
      : ''
  const [verb, amount] =
    f.line11 > shortAmt ? ['understates', f.line11 - shortAmt] : ['overstates', shortAmt - f.line11]
  const start =
    f.line2a > 0
      ? `Starting from taxable income forgets that Form 6251 line 2a adds back ${back}.`
      : 'The short way leaves out what else Form 6251 counts.'
  return `${start}${gains} Here the short way ${verb} the AMT by ${money(amount)}.`
}
