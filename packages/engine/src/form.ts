/**
 * The mechanism of every form: a form is its words (one instruction per line, in our own sentences) and a sheet (one
 * amount per line). The words give the type, the label, the column and the explanation; a figuring function gives the
 * amounts. `mentions` says what a line's words claim it is figured from, and a test holds the code to that claim.
 */

/** The instruction of each line of a form, keyed by line, in the form's order. */
export type Words = { readonly [line: string]: string }

/** One filled-in copy of a form: a dollar amount per line, NaN until the line is figured. */
export type Sheet<W extends Words> = { -readonly [Line in keyof W]: number }

/**
 * A fresh copy of a form with nothing filled in: every line NaN. Building one is slow; where many are needed, make one
 * template per form and copy it with a spread of its own, one place in the code for each form.
 */
export function blank<W extends Words>(words: W): Sheet<W> {
  // fromEntries keeps V8 in fast-property mode; adding lines one by one makes a dictionary (10x slower)
  return Object.fromEntries(Object.keys(words).map((line) => [line, Number.NaN])) as Sheet<W>
}

const braces = /\{([\w.]+)\}/g
const lineLists = /\blines? (\d+[a-z]*(?:(?:, and |, or |, | and | or | to )(?:line )?\d+[a-z]*)*)/gi

/**
 * What an instruction says its line is figured from: `line4` for a line of the same form ("line 4", "lines 1, 2b and 3"),
 * a name in braces for anything else (`law.amtExemption`, `form1040.line16`, or a named line of the same form).
 */
export function mentions(words: string): Set<string> {
  const found = new Set<string>()
  for (const match of words.matchAll(braces)) found.add(match[1] as string)
  for (const match of words.replace(braces, '').matchAll(lineLists))
    for (const [line] of (match[1] as string).matchAll(/\d+[a-z]*/g)) found.add(`line${line}`)
  return found
}
