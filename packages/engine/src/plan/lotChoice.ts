/**
 * Which lots to sell from. First in, first out is the rule without a choice; the best choice is looked for among every
 * order in which the lots can be sold one after another.
 */
import type { Wanted } from './fork.ts'

/** A lot with what of it can be sold on the day. */
export interface Sellable {
  readonly lot: string
  readonly shares: number
}

type Sells = Wanted['sells']

/** The shares taken from lots in an order until there are enough. */
export function inOrder(lots: readonly Sellable[], shares: number): Sells {
  let wanted = shares
  return lots.flatMap(({ lot, shares: there }) => {
    const taken = Math.min(there, wanted)
    wanted -= taken
    return taken > 1e-6 ? [{ lot, shares: taken }] : []
  })
}

/** Above this many lots not every order is tried. */
const triedWhole = 5

/**
 * The sells of the order with the most worth; of two alike the earlier lots. With more lots than five, each next lot is
 * the one that is worth most after those chosen, which need not be the best of all orders: `whole` says which it was.
 */
export function bestSells(
  lots: readonly Sellable[],
  shares: number,
  worth: (sells: Sells) => number,
): { readonly sells: Sells; readonly whole: boolean; readonly tried: number } {
  const whole = lots.length <= triedWhole
  const candidates = new Map<string, Sells>()
  const orders = whole ? permutations(lots) : [greedy(lots, shares, worth)]
  for (const order of [lots, ...orders]) {
    const sells = inOrder(order, shares)
    candidates.set(JSON.stringify([...sells].sort((a, b) => (a.lot < b.lot ? -1 : 1))), sells)
  }
  let best: { sells: Sells; worth: number } | undefined
  for (const sells of candidates.values()) {
    const its = worth(sells)
    if (!best || its > best.worth + 0.005) best = { sells, worth: its }
  }
  return { sells: best?.sells ?? [], whole, tried: candidates.size }
}

function permutations<Each>(of: readonly Each[]): Each[][] {
  if (of.length <= 1) return [[...of]]
  return of.flatMap((first, i) => permutations([...of.slice(0, i), ...of.slice(i + 1)]).map((rest) => [first, ...rest]))
}

function greedy(lots: readonly Sellable[], shares: number, worth: (sells: Sells) => number): Sellable[] {
  const chosen: Sellable[] = []
  let rest = [...lots]
  let wanted = shares
  while (wanted > 1e-6 && rest.length > 0) {
    const before = chosen.length > 0 ? worth(inOrder(chosen, shares)) : 0
    const perShare = (lot: Sellable): number =>
      (worth(inOrder([...chosen, lot], shares)) - before) / Math.min(lot.shares, wanted)
    const next = rest.map((lot) => ({ lot, gain: perShare(lot) })).reduce((a, b) => (b.gain > a.gain ? b : a)).lot
    chosen.push(next)
    wanted -= next.shares
    rest = rest.filter((lot) => lot !== next)
  }
  return [...chosen, ...rest]
}
