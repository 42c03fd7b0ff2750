/** Real numbers to hundreds of binary digits, as whole numbers of 2^-digits: a second working of functions that must be right to the last bit. */

/** A double as a whole number of 2^-digits; exact if `digits` is enough for its last bit. */
export function big(x: number, digits: number): bigint {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, x)
  const bits = view.getBigUint64(0)
  const exponent = Number((bits >> 52n) & 0x7ffn)
  const fraction = bits & 0xfffffffffffffn
  const whole = exponent === 0 ? fraction : fraction + 0x10000000000000n
  const shift = BigInt(digits + Math.max(exponent, 1) - 1075)
  const size = shift >= 0n ? whole << shift : whole >> -shift
  return x < 0 ? -size : size
}

/** A whole number of 2^-digits as a double, to about 15 places. */
export function small(x: bigint, digits: number): number {
  const size = x < 0n ? -x : x
  const drop = Math.max(0, size.toString(2).length - 60)
  const top = Number(size >> BigInt(drop))
  // In two steps, as 2^(drop - digits) alone may be below the smallest double.
  const value = top * 2 ** Math.floor((drop - digits) / 2) * 2 ** Math.ceil((drop - digits) / 2)
  return x < 0n ? -value : value
}

/** e^x for x not below 0: the power series of x / 2^20, squared twenty times. */
export function bigExp(x: bigint, digits: number): bigint {
  // Each squaring doubles the error, and the result may be large: guard digits for both.
  const guard = 80n + BigInt(Math.ceil(small(x, digits) * 1.5))
  const work = BigInt(digits) + guard
  const r = (x << guard) >> 20n
  let [sum, term] = [1n << work, 1n << work]
  for (let n = 1n; term !== 0n; n++) {
    term = (term * r) / (n << work)
    sum += term
  }
  for (let i = 0; i < 20; i++) sum = (sum * sum) >> work
  return sum >> guard
}

/** Pi after Machin: 16 arctan(1/5) - 4 arctan(1/239). */
function bigPi(digits: number): bigint {
  const one = 1n << BigInt(digits + 20)
  const arctan = (n: bigint): bigint => {
    let [power, sum] = [one / n, one / n]
    for (let k = 3n, sign = -1n; power !== 0n; k += 2n, sign = -sign) {
      power /= n * n
      sum += (sign * power) / k
    }
    return sum
  }
  return (16n * arctan(5n) - 4n * arctan(239n)) >> 20n
}

function bigSqrt(x: bigint, digits: number): bigint {
  const square = x << BigInt(digits)
  let root = 1n << BigInt(Math.ceil(square.toString(2).length / 2))
  for (;;) {
    const next = (root + square / root) >> 1n
    if (next >= root) return root
    root = next
  }
}

/** The standard normal density at x, and its distribution function: 1/2 + density (x + x^3/3 + x^5/(3 5) + …). */
export function bigNormal(x: number, digits: number): { readonly density: bigint; readonly below: bigint } {
  const shift = BigInt(digits)
  const one = 1n << shift
  const at = big(Math.abs(x), digits)
  const square = (at * at) >> shift
  const spread = (bigExp(square >> 1n, digits) * bigSqrt(2n * bigPi(digits), digits)) >> shift
  const density = (one * one) / spread
  let [term, sum] = [at, at]
  for (let n = 3n; term !== 0n; n += 2n) {
    term = ((term * square) >> shift) / n
    sum += term
  }
  const part = (density * sum) >> shift
  return { density, below: one / 2n + (x < 0 ? -part : part) }
}
