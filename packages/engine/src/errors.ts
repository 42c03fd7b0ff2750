/** The two errors a caller can act on. Anything else that is thrown is a defect of ours. */

/** One thing wrong with an input: where it stands, a stable code, what is wrong and what to do about it. */
export interface Problem {
  readonly path: string
  readonly code: string
  readonly message: string
}

/** The input is at fault. Carries every problem found, not only the first. */
export class InputError extends Error {
  override readonly name = 'InputError'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map((each) => `${each.path}: ${each.message}`).join('\n'))
    this.problems = problems
  }
}

/** The law applies and Isoline does not do it yet: the rule and the form that would be needed. Never a zero. */
export class NotModelled extends Error {
  override readonly name = 'NotModelled'
  readonly rule: string
  readonly form: string

  constructor(rule: string, form: string, what: string) {
    super(`${what} (${rule}; ${form}) is not modelled`)
    this.rule = rule
    this.form = form
  }
}
