/**
 * Brownian motion from the outside in: the first normal decides where the path ends, the next where its middle lies between, and so
 * on. Most of what matters then hangs on the first few dimensions, which are those that strata serve best (Caflisch and Moskowitz, 1995).
 */

/** For each step the point it sets and the two it lies between, as indices of the points; -1 is the start, where the motion is 0. */
export interface BridgeOrder {
  readonly point: Int32Array
  readonly before: Int32Array
  readonly after: Int32Array
}

/** How far along each step lies between its ends, and the standard deviation around that. */
export interface BridgeWeights {
  readonly along: Float64Array
  readonly deviation: Float64Array
}

/** The order for `count` points: the last, then the middle of every gap, older gaps first. The first step lies between nothing and has -1 twice. */
export function bridgeOrder(count: number): BridgeOrder {
  const order: BridgeOrder = {
    point: new Int32Array(count),
    before: new Int32Array(count).fill(-1),
    after: new Int32Array(count).fill(-1),
  }
  if (count === 0) return order
  order.point[0] = count - 1
  const gaps: [number, number][] = [[-1, count - 1]]
  let step = 1
  for (const [before, after] of gaps) {
    if (after - before < 2) continue
    const middle = before + Math.floor((after - before) / 2)
    order.point[step] = middle
    order.before[step] = before
    order.after[step] = after
    step++
    gaps.push([before, middle], [middle, after])
  }
  return order
}

export const bridgeWeights = (count: number): BridgeWeights => ({
  along: new Float64Array(count),
  deviation: new Float64Array(count),
})

/**
 * Works out the weights for a motion that has gathered the variance `clock[i]` by point i, which never falls. Where nothing is gathered
 * between two points, all points between are where they are.
 */
export function setWeights({ point, before, after }: BridgeOrder, clock: Float64Array, into: BridgeWeights): void {
  for (let step = 0; step < point.length; step++) {
    const here = clock[point[step] as number] as number
    if (step === 0) {
      into.deviation[0] = Math.sqrt(here)
      continue
    }
    const from = before[step] as number
    const since = from < 0 ? here : here - (clock[from] as number)
    const left = (clock[after[step] as number] as number) - here
    const along = since + left > 0 ? since / (since + left) : 0
    into.along[step] = along
    into.deviation[step] = Math.sqrt(along * left)
  }
}

/** Puts the motion at every point into `into`, from one standard normal a step. */
export function walk(order: BridgeOrder, weights: BridgeWeights, normals: Float64Array, into: Float64Array): void {
  const { point, before, after } = order
  const { along, deviation } = weights
  if (point.length > 0) into[point[0] as number] = (deviation[0] as number) * (normals[0] as number)
  for (let step = 1; step < point.length; step++) {
    const from = before[step] as number
    const start = from < 0 ? 0 : (into[from] as number)
    const end = into[after[step] as number] as number
    into[point[step] as number] =
      start + (along[step] as number) * (end - start) + (deviation[step] as number) * (normals[step] as number)
  }
}
