/** The defaults taken while a case is built, each noted with its path: nothing left out of a file is a silent zero. */
import type { Assumed } from '../case.ts'

type Fact = string | number | boolean | null

/** Takes facts from the file, or what stands for them, and keeps a list of the latter. */
export class Defaults {
  readonly assumed: Assumed[] = []

  /** The fact given; or else `otherwise`, which is then noted with `message`. */
  take<Given extends Fact, Otherwise extends Fact>(
    path: string,
    given: Given | undefined,
    otherwise: Otherwise,
    message = 'not given',
  ): Given | Otherwise {
    if (given !== undefined) return given
    this.note(path, otherwise === null ? 'none' : String(otherwise), message)
    return otherwise
  }

  /** The amounts under these keys, each that is not given being zero. */
  zeros<Key extends string>(
    path: string,
    given: { readonly [Each in Key]?: number | undefined } | undefined,
    keys: readonly Key[],
  ): { [Each in Key]: number } {
    const amounts = keys.map((key) => [key, this.take(`${path}.${key}`, given?.[key], 0)])
    return Object.fromEntries(amounts)
  }

  /** Notes something else that was assumed. */
  note(path: string, value: string, message: string): void {
    this.assumed.push({ path, value, message })
  }
}
