/** Deductions in rows, as they follow from adjusted gross income under the law and the elections a return has. */
import { excess, linesAt, type Pieces, pieceAt } from './pieces.ts'
import { add, amountOf, atLeastZero, type Model, plus, type Sum, switchOf, variable, within } from './rows.ts'
import type { Deductions, YearShape } from './yearShape.ts'

/** Deductions of the regular tax, of AMT, and of AMT on exclusion items, as they follow from adjusted gross income. */
export function deductions(model: Model, shape: YearShape, agi: Sum, exact: boolean) {
  const options = shape.deductionsBetween(agi.low, agi.high)
  const of = (name: keyof Deductions) => options.map((option) => option[name])
  const choice = options.length > 1 ? switchOf(model, () => shape.taken.itemizes) : null
  const one = (name: keyof Deductions): Sum => {
    const both = exact && name === 'regular'
    const [standard, itemized] = of(name).map((f) => upTo(model, f, agi, both))
    if (!choice || !itemized) return standard as Sum
    return choose(model, choice, standard as Sum, itemized, both)
  }
  return {
    ...{ deduction: one('regular'), amtDeduction: one('amt'), exclusionDeduction: one('exclusion') },
    // Asked for only where there are losses to carry
    deductionWithoutSeniors: () => one('withoutSeniors'),
  }
}

/** A function of a sum that the objective presses up: bends downwards need no switch, unless `both` ties it from below too. */
function upTo(model: Model, of: Pieces, x: Sum, both: boolean): Sum {
  const inside = of.kinks.filter((kink) => kink > x.low && kink < x.high)
  const first = linesAt(of, x.low)
  const bends = inside.map((kink) => {
    const i = of.kinks.indexOf(kink)
    const bend = (of.slopes[i + 1] as number) - (of.slopes[i] as number)
    return [bend, excess(model, x, kink, both || bend > 0)] as const
  })
  const straight = plus(add([first.slope, x]), first.zero)
  const sum = add([1, straight], ...bends)
  const ends = [x.low, x.high, ...inside].map((at) => pieceAt(of, at))
  return within(sum, Math.min(...ends), Math.max(...ends))
}

/** One sum or the other, as a switch says, where the objective presses it up. */
function choose(model: Model, second: Sum, one: Sum, other: Sum, both: boolean): Sum {
  const apart = add([1, other], [-1, one])
  if (apart.low === 0 && apart.high === 0) return one
  const v = variable(model, 'dollars', Math.min(one.low, other.low), Math.max(one.high, other.high), (values) =>
    amountOf(second, values) > 0.5 ? amountOf(other, values) : amountOf(one, values),
  )
  atLeastZero(model, add([1, one], [-1, v], [Math.max(0, apart.high), second]))
  atLeastZero(model, add([1, other], [-1, v], [Math.max(0, -apart.low), plus(add([-1, second]), 1)]))
  if (both) {
    atLeastZero(model, add([1, v], [-1, one], [Math.max(0, -apart.low), second]))
    atLeastZero(model, add([1, v], [-1, other], [Math.max(0, apart.high), plus(add([-1, second]), 1)]))
  }
  return v
}
