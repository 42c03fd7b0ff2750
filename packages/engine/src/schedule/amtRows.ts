/** Tentative minimum tax in rows: the exemption that shrinks, the two rates, and gains at theirs. */
import type { FederalLaw } from '../law/federal/law.ts'
import { atLeastConvex, exactly, type Pieces, pieceAt, pieces } from './pieces.ts'
import { gainPieces, rate, stacked } from './regularRows.ts'
import { add, amountOf, atLeast, atLeastZero, type Model, plus, type Sum, switchOf, variable, within } from './rows.ts'

/**
 * Form 6251 line 6 from income before its increase: less the exemption, which shrinks; a separate filer's income grows beyond. Convex
 * up to its last bend, which needs a switch. IRC §55(b)(1)(D), (d).
 */
export function amtBasePieces(law: FederalLaw): Pieces {
  const { amtExemption, amtPhaseoutStart: start, amtExemptionGone: gone } = law
  const shrinking = 1 + rate(law.amtPhaseoutRate)
  const growing = law.amtiIncreaseRate > 0 ? 1 + rate(law.amtiIncreaseRate) : 1
  const grown = law.amtiIncreaseRate > 0 ? gone + amtExemption / rate(law.amtiIncreaseRate) : gone
  return law.amtiIncreaseRate > 0
    ? pieces([amtExemption, start, gone, grown], [0, 1, shrinking, growing, 1], 0)
    : pieces([amtExemption, start, gone], [0, 1, shrinking, 1], 0)
}

export function amtBase(model: Model, law: FederalLaw, income: Sum): Sum {
  const of = amtBasePieces(law)
  const last = of.kinks.at(-1) as number
  const before = of.slopes.slice(0, -1)
  // By the other reading of the increase there is a bend downwards before the last
  if (before.some((slope, i) => slope < (before[i - 1] ?? 0))) return exactly(model, of, income)
  if (income.high <= last) return atLeastConvex(model, of, income)
  // Beyond the last bend the base is income plus what the increase added in all
  const beyond = pieceAt(of, last) - last
  if (income.low >= last) return plus(income, beyond)
  const value = (x: number): number => pieceAt(of, x)
  const v = variable(model, 'dollars', Math.max(0, value(income.low)), value(income.high), (values) =>
    value(amountOf(income, values)),
  )
  const past = switchOf(model, (values) => amountOf(income, values) > last)
  for (const [i, slope] of of.slopes.entries()) {
    const from = i === 0 ? Number.NEGATIVE_INFINITY : (of.kinks[i - 1] as number)
    const to = of.kinks[i] ?? Number.POSITIVE_INFINITY
    if (to <= income.low) continue
    const on = i === 0 ? (of.kinks[0] as number) : from
    const line = plus(add([slope, income]), value(on) - slope * on)
    if (i === of.slopes.length - 1) {
      // The line after the last bend lies above the others before it: in force only past it
      const most = Math.max(
        ...[income.low, ...of.kinks].filter((x) => x >= income.low && x <= last).map((x) => x + beyond - value(x)),
      )
      atLeastZero(model, add([1, v], [-1, line], [most, plus(add([-1, past]), 1)]))
    } else {
      // The lines before it rise above the base past it
      const over = Math.max(0, slope * (income.high - on) + value(on) - value(income.high))
      atLeastZero(model, add([1, v], [-1, line], [over, past]))
    }
  }
  return v
}

/** Form 6251 Part III: the AMT rates on the base less gains, and the rates on gains stacked as in the regular tax. */
export function amtTax(
  model: Model,
  law: FederalLaw,
  base: Sum,
  preferred: Sum,
  ordinary: Sum,
  stack: Sum | null,
): Sum {
  const rates = pieces([0, law.amtBreakpoint], [0, rate(law.amtLowRate), rate(law.amtHighRate)], 0)
  if (!stack || preferred.high <= 0) return atLeastConvex(model, rates, base)
  const gains =
    base.low >= preferred.high
      ? preferred
      : variable(model, 'dollars', 0, Math.min(preferred.high, Math.max(0, base.high)), (values) =>
          Math.min(amountOf(preferred, values), Math.max(0, amountOf(base, values))),
        )
  if (gains !== preferred) {
    atLeast(model, preferred, gains)
    atLeast(model, base, gains)
  }
  const rest = within(add([1, base], [-1, gains]), 0, Number.POSITIVE_INFINITY)
  const onRest = atLeastConvex(model, rates, rest)
  return add([1, onRest], [1, stacked(model, gainPieces(law), ordinary, gains, stack)])
}
