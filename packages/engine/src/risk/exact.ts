/**
 * The exponential and the natural logarithm in + - * / and Math.floor alone. The language leaves the last bits of Math.exp, Math.log
 * and Math.pow to each engine; these give the same bits in every browser and in Node, so that a simulation can be repeated anywhere.
 * Reduction and coefficients after the classic fdlibm (Sun Microsystems, 1993): the error stays below one unit in the last place.
 */

/** ln 2 in two parts: the first has trailing zeros, so that its product with any exponent is exact. */
const ln2High = 0.6931471803691238
const ln2Low = 1.9082149292705877e-10

/** Beyond these the exponential is infinite, and rounds to zero. */
const largestExponent = 709.782712893384
const smallestExponent = -745.1332191019411

/**
 * e to the power `x`, a plain number. NaN stays NaN; Infinity above 709.78; gradually through the smallest numbers down to 0 below -745.13.
 */
export function exp(x: number): number {
  // A NaN fails both comparisons and passes through.
  if (x > largestExponent) return Number.POSITIVE_INFINITY
  if (x < smallestExponent) return 0
  const k = Math.floor(x * Math.LOG2E + 0.5)
  const high = x - k * ln2High
  const low = k * ln2Low
  const r = high - low
  const t = r * r
  const c =
    r -
    t *
      (0.16666666666666602 +
        t *
          (-0.0027777777777015593 +
            t * (0.00006613756321437934 + t * (-0.0000016533902205465252 + t * 4.1381367970572385e-8))))
  return timesPowerOf2(1 + ((r * c) / (2 - c) - low + high), k)
}

/** `m` between 1/2 and 2, times 2 to the whole power `k`: rounded once, at most. */
function timesPowerOf2(m: number, k: number): number {
  if (k > 1023) return m * 2 * powerOf2(k - 1)
  // Below the normal numbers two steps are needed, of which only the last one rounds.
  return k < -1021 ? m * powerOf2(k + 1000) * powerOf2(-1000) : m * powerOf2(k)
}

/** 2 to a whole power from -1022 to 1023, exactly. NaN for NaN. */
const powerOf2 = (k: number): number => powers[k + 1022] ?? Number.NaN

const powers: readonly number[] = allPowers()

function allPowers(): number[] {
  const all = [2.2250738585072014e-308]
  for (let i = 0; i < 2045; i++) all.push((all[i] as number) * 2)
  return all
}

/** The natural logarithm of `x`. -Infinity at 0, Infinity at Infinity, NaN below 0 and of NaN. */
export function log(x: number): number {
  if (!(x > 0) || x === Number.POSITIVE_INFINITY) return x === 0 ? Number.NEGATIVE_INFINITY : x < 0 ? Number.NaN : x
  let m = x
  let k = 0
  if (m < powerOf2(-1022)) {
    m *= powerOf2(54)
    k = -54
  }
  // Halving the exponent ten times brings any number between 1 and 2.
  for (let step = 512; step >= 1; step /= 2) {
    if (m >= powerOf2(step)) {
      m *= powerOf2(-step)
      k += step
    } else if (m * powerOf2(step) < 2) {
      m *= powerOf2(step)
      k -= step
    }
  }
  if (m > Math.SQRT2) {
    m /= 2
    k++
  }
  return logNearOne(m - 1, k)
}

/** log(1 + f) + k ln 2, for f between sqrt(1/2) - 1 and sqrt(2) - 1. */
function logNearOne(f: number, k: number): number {
  const s = f / (2 + f)
  const z = s * s
  const w = z * z
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373))
  const odd = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)))
  const half = 0.5 * f * f
  return k * ln2High - (half - (s * (half + even + odd) + k * ln2Low) - f)
}
