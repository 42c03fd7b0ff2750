/** What comes back from a worker: an answer, or why there is none. Errors lose their class on the way, so they travel as data. */
import { InputError, NotModelled, type Problem } from '@isoline/engine'

export type Trouble =
  | { readonly kind: 'input'; readonly problems: readonly Problem[] }
  | { readonly kind: 'notModelled'; readonly rule: string; readonly form: string; readonly message: string }
  | { readonly kind: 'fault'; readonly message: string }

export type Reply<A> = { readonly answer: A } | { readonly trouble: Trouble }

/** What an error says to the page. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof InputError) return { kind: 'input', problems: error.problems }
  if (error instanceof NotModelled)
    return { kind: 'notModelled', rule: error.rule, form: error.form, message: error.message }
  return { kind: 'fault', message: error instanceof Error ? error.message : String(error) }
}

/** Runs something that may throw. */
export function replyOf<A>(ask: () => A): Reply<A> {
  try {
    return { answer: ask() }
  } catch (error) {
    return { trouble: troubleOf(error) }
  }
}
