/** Amounts as people read them. */

/** Dollars to the cent: `$36,553.85`, `-$3,000.00`. */
export const dollars = (amount: number): string => {
  const cents = Math.abs(amount).toFixed(2)
  return `${amount < 0 && cents !== '0.00' ? '-' : ''}$${grouped(cents)}`
}

/** Dollars without cents, for scales of charts and tables of many years: `$37,000`. */
export const wholeDollars = (amount: number): string => {
  const whole = Math.abs(amount).toFixed(0)
  return `${amount < 0 && whole !== '0' ? '-' : ''}$${grouped(whole)}`
}

/** Whole dollars in a table in which most cells may be zero: those are a plain `0`. */
export const sparseDollars = (amount: number): string => {
  const whole = wholeDollars(amount)
  return whole === '$0' ? '0' : whole
}

/** A change, with its sign: `+$1,500`, `-$2,600`, `0`. */
export const signedDollars = (amount: number): string => {
  const whole = sparseDollars(amount)
  return amount > 0 && whole !== '0' ? `+${whole}` : whole
}

/** A count, with a fraction only where there is one: `1,694`, `2,030.7692`. */
export const count = (amount: number): string => {
  const [whole = '', fraction] = String(Math.abs(amount)).split('.')
  return `${amount < 0 ? '-' : ''}${grouped(whole)}${fraction ? `.${fraction}` : ''}`
}

/** Whole shares that a spread is good for. */
export const wholeShares = (spread: number, perShare: number): string => count(Math.floor(spread / perShare + 1e-9))

/** A rate, dollars per dollar, as cents of a dollar: `26 cents`. */
export const cents = (rate: number): string => `${count(Math.round(rate * 1e4) / 1e2)} cents`

/** A fraction as a percentage: `5%`. */
export const percent = (fraction: number): string => `${count(Math.round(fraction * 1e6) / 1e4)}%`

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')
