/** Amounts as people read them. Rounding to whole dollars happens here and nowhere before. */

const dollars = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })
const cents = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const minus = '\u2212'

/** Whole dollars, with a true minus: `$19,528`, `−$3,043`. */
export const money = (amount: number): string => signed(amount, Math.round(Math.abs(amount)) === 0, dollars)

/** Whole dollars without their sign of currency, in tables whose rows are all dollars: `19,528`, `−3,043`. */
export const amount = (dollarsOf: number): string => money(dollarsOf).replace('$', '')

/** To the cent: values per share, and amounts in an explanation. */
export const exactMoney = (amount: number): string => signed(amount, Math.abs(amount) < 0.005, cents)

/** A difference, always with its sign: `+$1,200`, `−$300`; `$0` has none. */
export const delta = (amount: number): string => (Math.round(amount) > 0 ? `+${money(amount)}` : money(amount))

/** On axes: `$50k`, `$1.2M`. */
export function axisMoney(amount: number): string {
  const size = Math.abs(amount)
  const sign = amount < 0 ? minus : ''
  if (size >= 1_000_000) return `${sign}$${trimmed(size / 1_000_000)}M`
  return size >= 1_000 ? `${sign}$${trimmed(size / 1_000)}k` : `${sign}$${trimmed(size)}`
}

/** Whole numbers with their commas: shares, years, days. */
export const count = (amount: number): string =>
  (amount < 0 ? minus : '') + dollars.format(Math.abs(Math.trunc(amount)))

/** `1 share`, `1,694 shares`. */
export const shares = (amount: number): string => `${count(amount)} ${Math.trunc(amount) === 1 ? 'share' : 'shares'}`

/** A marginal rate in cents on the dollar: `26¢`. */
export const centsPerDollar = (rate: number): string => `${trimmed(Math.round(rate * 10_000) / 100)}¢`

/** A part of one as a percentage: `7 %`; for rates that people state so. */
export const percent = (part: number): string => `${trimmed(Math.round(part * 1000) / 10)}%`

/** A chance as a count of futures: `61 of 100`; small ones by the thousand. */
export function chance(part: number): string {
  if (part <= 0) return 'none'
  if (part >= 1) return 'all'
  const hundred = Math.round(part * 100)
  if (hundred === 0) return part * 1000 < 1 ? 'fewer than 1 of 1,000' : `${Math.round(part * 1000)} of 1,000`
  return hundred === 100 ? 'nearly all' : `${hundred} of 100`
}

function signed(amount: number, zero: boolean, format: Intl.NumberFormat): string {
  return `${amount < 0 && !zero ? minus : ''}$${format.format(Math.abs(amount))}`
}

const trimmed = (amount: number): string => String(Math.round(amount * 100) / 100)

/** As entered on a form, without the sign of dollars: `203,900`, and `61,231.56` where cents are shown. */
export const entry = (amount: number, withCents = false): string =>
  withCents ? exactMoney(amount).replace('$', '') : money(amount).replace('$', '')

/** A difference to the cent: `+$4.68`, `−$60.00`; `$0` where nothing changes. */
export const exactDelta = (amount: number): string =>
  Math.abs(amount) < 0.005 ? '$0' : `${amount > 0 ? '+' : ''}${exactMoney(amount)}`
