/** Text from files that another program will open: nothing in it may be taken for a formula or a command. */

/**
 * The text with an apostrophe in front where a spreadsheet would read a formula: after `=`, `+`, `-`, `@`, a tab or a line break.
 * Control characters become spaces, and half characters the mark of an unknown one.
 */
export const neutral = (text: string): string => {
  const clean = text.replace(/\p{Cc}+/gu, ' ').replace(/\p{Cs}/gu, '\uFFFD')
  return /^\s*[=+\-@]/.test(clean) || /^[\t\r\n]/.test(text) ? `'${clean}` : clean
}
