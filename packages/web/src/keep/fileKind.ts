/** What a file is: a scenario, one that is locked, or something to be read by what it holds. */
export type FileKind = 'scenario' | 'locked' | 'other'

/** By the name where it says so, else by the key that every scenario has. `text` may be anything. */
export function fileKind(name: string, text: string): FileKind {
  if (/\.age$/i.test(name)) return 'locked'
  if (/\.ya?ml$/i.test(name)) return 'scenario'
  const json = /\.json$/i.test(name) && /"isoline"\s*:/.test(text)
  return json || /^(?:#[^\n]*\n|[ \t\r]*\n)*isoline[ \t]*:/.test(text.slice(0, 10_000)) ? 'scenario' : 'other'
}
