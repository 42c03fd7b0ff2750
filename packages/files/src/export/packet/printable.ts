/** Amounts and text as they are printed with the fonts that every PDF reader has. */

/**
 * Text in the letters of those fonts (Windows-1252): accents they lack fall away, what remains unknown becomes a question mark.
 * Names come from files, so control characters become spaces.
 */
export const printable = (text: string): string =>
  text
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\u2212/g, '-')
    .replace(unknown, (letter) => letter.normalize('NFKD').replace(/\p{M}/gu, '').replace(unknown, '?'))

const unknown = /[^\x20-\x7e\xa0-\xff\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u20ac\u2122]/gu

/** Dollars to the cent: `$36,553.85`, `-$3,000.00`. */
export const dollars = (amount: number): string => {
  const cents = Math.abs(amount).toFixed(2)
  return `${amount < 0 && cents !== '0.00' ? '-' : ''}$${grouped(cents)}`
}

/** Whole dollars, for tables of many years. */
export const wholeDollars = (amount: number): string => {
  const whole = Math.abs(amount).toFixed(0)
  return `${amount < 0 && whole !== '0' ? '-' : ''}$${grouped(whole)}`
}

/** A count, with a fraction only where there is one. */
export const count = (amount: number): string => {
  const [whole = '', fraction] = String(Math.abs(amount)).split('.')
  return `${amount < 0 ? '-' : ''}${grouped(whole)}${fraction ? `.${fraction}` : ''}`
}

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')
