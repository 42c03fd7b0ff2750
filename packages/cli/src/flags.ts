/** The values of flags, read as they are typed; what cannot be read is wrong usage. */
import { InvalidArgumentError } from 'commander'
import { dateOf, dollarsOf, someShares } from './typed.ts'

/** A reader for commander, which wants an error of its own. */
const flag =
  <Value>(read: (text: string) => Value) =>
  (text: string): Value => {
    try {
      return read(text)
    } catch (error) {
      if (error instanceof RangeError) throw new InvalidArgumentError(error.message)
      throw error
    }
  }

export const day = flag(dateOf)
export const amount = flag(dollarsOf)
export const shareCount = flag(someShares)

export const yearNumber = flag((text) => {
  if (/^\d{4}$/.test(text)) return Number(text)
  throw new RangeError('It is not a year; write four digits, such as 2026.')
})

export const wholeNumber = flag((text) => {
  if (/^\d{1,12}$/.test(text)) return Number(text)
  throw new RangeError('It is not a whole number, zero or more.')
})

export const jobCount = flag((text) => {
  const jobs = /^\d{1,3}$/.test(text) ? Number(text) : 0
  if (jobs >= 1 && jobs <= 64) return jobs
  throw new RangeError('It is not a number from 1 to 64.')
})

export const portNumber = flag((text) => {
  if (/^\d{1,5}$/.test(text) && Number(text) < 65_536) return Number(text)
  throw new RangeError('It is not a port; write a number below 65536.')
})

/** A part of the whole: `5%` or `0.05`. */
export const partOf = flag((text) => {
  const [, digits = '', percent] = /^(\d+\.?\d*|\.\d+)\s*(%?)$/.exec(text.trim()) ?? []
  const part = percent ? Number(digits) / 100 : Number(digits)
  if (digits !== '' && part >= 0 && part < 1) return part
  throw new RangeError('It is not a part of the room; write 5% or 0.05.')
})

/** Growth a year, which may be a fall: `7%`, `-10%` or `0.07`. */
export const growthOf = flag((text) => {
  const [, sign, digits = '', percent] = /^([-+]?)(\d+\.?\d*|\.\d+)\s*(%?)$/.exec(text.trim()) ?? []
  const part = (sign === '-' ? -1 : 1) * (percent ? Number(digits) / 100 : Number(digits))
  if (digits !== '' && part > -1 && part <= 10) return part
  throw new RangeError('It is not a growth; write 7%, 0.07 or -10%.')
})

const rate = (text: string): number => {
  const [, digits = '', percent] = /^(\d+\.?\d*|\.\d+)\s*(%?)$/.exec(text.trim()) ?? []
  const part = percent ? Number(digits) / 100 : Number(digits)
  if (digits !== '' && part <= 10) return part
  throw new RangeError('It is not a rate; write 60% or 0.6.')
}

/** A rate a year, zero or more: `60%` or `0.6`. */
export const rateOf = flag(rate)

const several =
  (read: (text: string) => number) =>
  (text: string): number[] =>
    text.split(',').map((each) => read(each))

/** Parts of a whole, none and all of it among them: `75%,50%,25%`. */
export const partsOf = flag((text) => {
  const parts = several(rate)(text)
  if (parts.every((part) => part <= 1)) return parts
  throw new RangeError('They are not parts of a whole; write 75%,50%,25%.')
})

/** Numbers of zero or more: `1,3,6`. */
export const numbersOf = flag(
  several((text) => {
    if (/^\d+\.?\d*$/.test(text.trim())) return Number(text)
    throw new RangeError('They are not numbers; write 1,3,6.')
  }),
)
