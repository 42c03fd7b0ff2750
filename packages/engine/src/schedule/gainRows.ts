/** Capital gains and losses of one tax system in rows: what enters income, what has rates of its own, what is carried on. */
import { excess } from './pieces.ts'
import {
  add,
  amountOf,
  atLeast,
  atLeastZero,
  constant,
  isZero,
  type Model,
  plus,
  type Sum,
  switchOf,
  variable,
  within,
} from './rows.ts'

/** Capital losses that one year hands to the next, and the short-term part of them. */
export interface Carried {
  readonly all: Sum
  readonly short: Sum
}

export interface NetGain {
  /** As it enters income: the gain, or the loss up to its limit. */
  readonly included: Sum
  /** The part taxed at the rates on gains. */
  readonly preferred: Sum
  /** Short- and long-term gains net of what was carried in. */
  readonly short: Sum
  readonly long: Sum
  /** The loss taken off other income, and the loss beyond the limit. */
  readonly used: Sum
  readonly beyond: Sum
}

/** Schedule D with its loss limit. IRC §§1211(b), 1222. */
export function netGain(
  model: Model,
  limit: number,
  own: { readonly short: Sum; readonly long: Sum; readonly loss: Carried },
): NetGain {
  const short = add([1, own.short], [-1, own.loss.short])
  const long = add([1, own.long], [-1, own.loss.all], [1, own.loss.short])
  const net = add([1, own.short], [1, own.long], [-1, own.loss.all])
  if (net.low >= 0) {
    const preferred = preferredOf(model, short, long, net)
    return { included: net, preferred, short, long, used: constant(0), beyond: constant(0) }
  }
  const gain = net.high <= 0 ? constant(0) : positivePart(model, net)
  const lost = add([1, gain], [-1, net])
  const most = -net.low
  // All of the loss, or all of the limit and the rest carried on
  const used = variable(model, 'dollars', 0, Math.min(limit, most), (values) => Math.min(limit, amountOf(lost, values)))
  atLeast(model, lost, used)
  const included = within(add([1, gain], [-1, used]), -limit, Math.max(0, net.high))
  const preferred = preferredOf(model, short, long, gain)
  if (most <= limit) {
    isZero(model, add([1, lost], [-1, used]))
    return { included, preferred, short, long, used, beyond: constant(0) }
  }
  const beyond = variable(model, 'dollars', 0, most - limit, (values) => Math.max(0, amountOf(lost, values) - limit))
  isZero(model, add([1, lost], [-1, used], [-1, beyond]))
  const full = switchOf(model, (values) => amountOf(lost, values) > limit)
  atLeastZero(model, add([most - limit, full], [-1, beyond]))
  atLeastZero(model, add([1, used], [-limit, full]))
  return { included, preferred, short, long, used, beyond }
}

/**
 * Losses carried on: those beyond the limit, and those within it that did no good because income was below its deductions already.
 * `income` is after the loss. How much of them is short-term is bounded from above only, which is what a plan would have it
 * be: a short-term loss meets short-term gains first. IRC §1212(b).
 */
export function lossCarried(
  model: Model,
  { short, long, used, beyond }: NetGain,
  exact: boolean,
  income: () => Sum,
): Carried {
  const idle = used.high <= 0 ? constant(0) : unused(model, used, income(), exact)
  const all = add([1, beyond], [1, idle])
  if (all.high <= 0 || short.low >= 0) return { all, short: constant(0) }
  const lost = excess(model, add([-1, short]), 0, true)
  const part = variable(model, 'dollars', 0, Math.min(lost.high, all.high), (values) => {
    const good = amountOf(used, values) - amountOf(idle, values)
    const gained = Math.max(0, amountOf(long, values))
    return Math.min(amountOf(all, values), Math.max(0, amountOf(lost, values) - good - gained))
  })
  atLeast(model, lost, part)
  atLeast(model, all, part)
  return { all, short: part }
}

/** The part of a deducted loss that income below zero has no use for. */
function unused(model: Model, used: Sum, income: Sum, exact: boolean): Sum {
  if (income.low >= 0) return constant(0)
  const below = excess(model, add([-1, income]), 0, true)
  if (exact) return add([1, used], [-1, excess(model, add([1, used], [-1, below]), 0, true)])
  const idle = variable(model, 'dollars', 0, Math.min(used.high, below.high), (values) =>
    Math.min(amountOf(used, values), Math.max(0, amountOf(below, values))),
  )
  atLeast(model, used, idle)
  atLeast(model, below, idle)
  return idle
}

/** The gain of a sum that may be a loss, tied from both sides. */
function positivePart(model: Model, net: Sum): Sum {
  const gain = variable(model, 'dollars', 0, net.high, (values) => Math.max(0, amountOf(net, values)))
  const on = switchOf(model, (values) => amountOf(net, values) > 0)
  atLeast(model, gain, net)
  atLeastZero(model, add([net.high, on], [-1, gain]))
  // gain - net is the loss: none of it where there is a gain
  atLeastZero(model, add([-net.low, plus(add([-1, on]), 1)], [-1, gain], [1, net]))
  return gain
}

/** The smaller of net long-term gain and net gain, not below zero. Schedule D `netCapitalGain`. */
function preferredOf(model: Model, short: Sum, long: Sum, gain: Sum): Sum {
  if (short.low >= 0 && short.high <= 0) return gain
  if (gain.high <= 0 || long.high <= 0) return constant(0)
  if (long.low >= 0 && short.low >= 0) return long
  const longGain = long.low >= 0 ? long : excess(model, long, 0, true)
  if (short.high <= 0) return gain
  const v = variable(model, 'dollars', 0, Math.min(longGain.high, gain.high), (values) =>
    Math.min(amountOf(longGain, values), amountOf(gain, values)),
  )
  atLeast(model, longGain, v)
  atLeast(model, gain, v)
  return v
}
