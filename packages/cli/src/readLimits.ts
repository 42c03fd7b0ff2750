/** Bounds on what is read, far above any scenario: hostile files must fail quickly, with a message. */
import { InputError } from '@isoline/engine'

/** Objects and lists inside each other. */
export const deepest = 100

export const tooDeep = (name: string): InputError => {
  const message = `nests objects or lists more than ${deepest} deep. No scenario does: is it the right file?`
  return new InputError([{ path: name, code: 'tooDeep', message }])
}
