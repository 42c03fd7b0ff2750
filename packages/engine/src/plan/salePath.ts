/**
 * Ways through the shares that can be sold, a dollar of gain after the other: lot after lot in an order, or with the AMT gain of
 * one lot taking up the AMT loss of another. Along a way both gains are straight lines from corner to corner.
 */

/** Shares of one lot that are alike, as of the day of sale. Dollars a share. */
export interface Piece {
  readonly lot: string
  readonly shares: number
  readonly gain: number
  readonly amtGain: number
}

/** What can be sold of one lot, in the order in which its shares go. */
export type Sequence = readonly Piece[]

/** A stretch of a way: pieces sold side by side, from none of each to `shares`. */
interface Stretch {
  readonly parts: readonly { readonly piece: Piece; readonly shares: number }[]
  /** Whole steps it is walked in. */
  readonly steps: number
}

export interface SalePath {
  readonly steps: number
  /** Whether shares are left that cannot go without stranding AMT basis. */
  readonly leaves: boolean
  /** Regular and AMT gain after so many steps, in `into`. */
  readonly gainsAt: (step: number, into: { gain: number; amtGain: number }) => void
  /** Whole shares of each lot after so many steps. */
  readonly sharesAt: (step: number) => Map<string, number>
}

/** Lot after lot. */
export const inTurn = (sequences: readonly Sequence[], most: number): SalePath =>
  pathOf(
    sequences.flat().map((piece) => ({ parts: [{ piece, shares: piece.shares }], steps: piece.shares })),
    most,
  )

/**
 * AMT losses first as far as AMT can use them (`room` dollars), then side by side with the AMT gains that make room for more, then
 * the gains that are left. Of both, the shares that add most regular gain for their part in AMT go first.
 */
export function withoutStranding(sequences: readonly Sequence[], room: number, most: number): SalePath {
  const queues = sequences.map((sequence) => [...sequence])
  const stretches: Stretch[] = []
  const head = (wanted: (piece: Piece) => boolean): Piece[] | undefined =>
    queues
      .filter(([piece]) => piece !== undefined && wanted(piece))
      .sort(([one], [other]) => byGain(other as Piece) - byGain(one as Piece))[0]
  const take = (queue: Piece[], shares: number): Piece => {
    const piece = queue.shift() as Piece
    if (shares < piece.shares) queue.unshift({ ...piece, shares: piece.shares - shares })
    return piece
  }
  let free = room
  for (;;) {
    const loss = head(({ amtGain }) => amtGain < 0)
    const gain = head(({ amtGain }) => amtGain >= 0)
    if (!loss && !gain) break
    const losing = loss?.[0]
    const fits = losing ? Math.min(losing.shares, Math.floor(free / -losing.amtGain + 1e-9)) : 0
    if (loss && losing && fits > 0) {
      free += fits * losing.amtGain
      stretches.push({ parts: [{ piece: take(loss, fits), shares: fits }], steps: fits })
    } else if (loss && losing && gain && (gain[0] as Piece).amtGain > 0) {
      const giving = gain[0] as Piece
      const perLoss = -losing.amtGain / giving.amtGain
      const losses = Math.min(losing.shares, Math.floor(giving.shares / perLoss + 1e-9))
      // Fewer gains left than one share of loss needs: sell them alone
      const [sold, gains] = losses > 0 ? [losses, losses * perLoss] : [0, giving.shares]
      if (sold === 0) free += gains * giving.amtGain
      const parts = [{ piece: take(gain, Math.ceil(gains - 1e-9)), shares: gains }]
      if (sold > 0) parts.unshift({ piece: take(loss, sold), shares: sold })
      stretches.push({ parts, steps: Math.max(1, sold || Math.ceil(gains)) })
    } else if (gain) {
      const { shares } = gain[0] as Piece
      stretches.push({ parts: [{ piece: take(gain, shares), shares }], steps: shares })
    } else break
  }
  return pathOf(
    stretches,
    most,
    queues.some((queue) => queue.length > 0),
  )
}

/** Regular gain for each dollar of AMT gain or loss; all of it where AMT has none. */
const byGain = ({ gain, amtGain }: Piece): number =>
  amtGain === 0 ? Number.POSITIVE_INFINITY : gain / Math.abs(amtGain)

/** A way over stretches, cut off where more than `most` shares would be sold. */
function pathOf(all: readonly Stretch[], most: number, leaves = false): SalePath {
  const stretches = cut(
    all.filter(({ steps }) => steps > 0),
    most,
  )
  const starts: number[] = []
  const gains: { gain: number; amtGain: number }[] = []
  let [step, gain, amtGain] = [0, 0, 0]
  for (const { parts, steps } of stretches) {
    starts.push(step)
    gains.push({ gain, amtGain })
    step += steps
    for (const { piece, shares } of parts) {
      gain += shares * piece.gain
      amtGain += shares * piece.amtGain
    }
  }
  const placeOf = (at: number): number => {
    let [low, high] = [0, starts.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] as number) <= at) low = middle + 1
      else high = middle
    }
    return low - 1
  }
  return {
    ...{ steps: step, leaves },
    gainsAt(at, into) {
      const place = placeOf(at)
      into.gain = 0
      into.amtGain = 0
      if (place < 0) return
      const { parts, steps } = stretches[place] as Stretch
      const part = (at - (starts[place] as number)) / steps
      const before = gains[place] as (typeof gains)[number]
      into.gain = before.gain
      into.amtGain = before.amtGain
      for (const { piece, shares } of parts) {
        into.gain += part * shares * piece.gain
        into.amtGain += part * shares * piece.amtGain
      }
    },
    sharesAt(at) {
      const sold = new Map<string, number>()
      for (const [i, { parts, steps }] of stretches.entries()) {
        const part = Math.min(1, (at - (starts[i] as number)) / steps)
        if (part <= 0) break
        for (const { piece, shares } of parts) {
          const whole = piece.amtGain < 0 ? Math.floor(part * shares + 1e-9) : Math.ceil(part * shares - 1e-9)
          sold.set(piece.lot, (sold.get(piece.lot) ?? 0) + whole)
        }
      }
      return sold
    },
  }
}

function cut(stretches: readonly Stretch[], most: number): Stretch[] {
  const kept: Stretch[] = []
  let left = most
  for (const stretch of stretches) {
    const shares = stretch.parts.reduce((sum, part) => sum + part.shares, 0)
    if (shares <= left) {
      kept.push(stretch)
      left -= shares
      continue
    }
    const steps = Math.floor((stretch.steps * left) / shares)
    if (steps > 0)
      kept.push({
        steps,
        parts: stretch.parts.map((part) => ({ ...part, shares: (part.shares * steps) / stretch.steps })),
      })
    break
  }
  return kept
}
