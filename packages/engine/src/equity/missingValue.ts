import { dateOf } from '../date.ts'
import { InputError } from '../errors.ts'

/** No value of the shares is stated by a day, and `what` needs one. */
export function missingValue(day: number, what: string): InputError {
  const on = dateOf(day)
  const message = `no value of the shares is stated on or before ${on}, and ${what} needs one. Add { on: ${on}, fmv: … }.`
  return new InputError([{ path: 'company.prices', code: 'missing', message }])
}
