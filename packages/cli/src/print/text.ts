/** Running text on a page. */

/** A text from outside, without the control characters that could command a terminal. */
export const printable = (text: string): string =>
  text.replace(/\p{Cc}/gu, (each) => (/\s/.test(each) ? ' ' : '\uFFFD'))

/** Text broken at spaces into lines of at most `width` characters, the lines after the first indented. `26 %` stays whole. */
export function wrapped(text: string, width: number, first = '', rest = first): string[] {
  const lines: string[] = []
  let line = first
  let empty = true
  const words = printable(text)
    .split(/\s+(?!%)/)
    .filter(Boolean)
  for (const word of words.flatMap((each) =>
    inPieces(each, Math.max(20, width - Math.max(first.length, rest.length))),
  )) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line)
      line = rest
      empty = true
    }
    line += empty ? word : ` ${word}`
    empty = false
  }
  return [...lines, line]
}

/** A word that no line can hold, cut into pieces that one can. */
const inPieces = (word: string, width: number): readonly string[] =>
  word.length <= width ? [word] : (word.match(new RegExp(`.{1,${Math.max(1, width)}}`, 'gu')) ?? [word])

/** Each text as a point of a list. */
export const points = (texts: readonly string[], width: number): string[] =>
  texts.flatMap((text) => wrapped(text, width, '  - ', '    '))

/** The texts, as `a, b or c`. */
export function listed(texts: readonly string[], last = 'and'): string {
  return texts.length < 2 ? (texts[0] ?? '') : `${texts.slice(0, -1).join(', ')} ${last} ${texts.at(-1)}`
}

/** One of something or several of it: `1 share`, `2 shares`. */
export const plural = (text: string, one: string): string => `${text} ${one}${text === '1' ? '' : 's'}`
