/** What the last return hands on, as blocks of a scenario file: the credit carried forward, and the year as filed. */
import type { Answers, Name } from './questions.ts'

/** The blocks, with the form line of each amount; a hint where nothing was given. `year` is that of the return. */
export function earlierText(answers: Answers, given: ReadonlySet<Name>, year: number): string {
  const { credit, lastTax, lastAgi } = answers
  const filed = [
    ...(given.has('lastTax') ? [`    totalTax: ${lastTax}  # Form 1040 line 24`] : []),
    ...(given.has('lastAgi') ? [`    agi: ${lastAgi}  # Form 1040 line 11`] : []),
    ...amtLines(answers, given, year),
  ]
  const history = filed.length > 0 ? [`history:\n  ${year}:  # that return, as filed`, ...filed] : []
  if (!given.has('credit') && history.length === 0)
    return `# carryforwards: { minimumTaxCredit: 0 }  # Form 8801 line 26 of ${year}, if AMT was paid in an earlier year\n`
  const carried = given.has('credit')
    ? [`carryforwards:\n  minimumTaxCredit: ${credit}  # Form 8801 line 26 of ${year}`]
    : []
  return [carried, history]
    .filter((block) => block.length > 0)
    .map((block) => `${block.join('\n')}\n`)
    .join('\n')
}

/** Form 6251, from which Part I of the next Form 8801 finds what of the AMT becomes credit. */
function amtLines(answers: Answers, given: ReadonlySet<Name>, year: number): string[] {
  const { lastAmt, lastIncome, lastExclusions, lastRegularTax } = answers
  const split = given.has('lastIncome')
  if (!given.has('lastAmt') && !split) return []
  // Where there is AMT, line 11 is line 9 less line 10
  const tentative = lastAmt > 0 ? `line9: ${+(lastAmt + lastRegularTax).toFixed(2)}, ` : ''
  const lines = split
    ? `${year >= 2025 ? 'line1b' : 'line1'}: ${lastIncome}, line2a: ${lastExclusions}, ${tentative}line10: ${lastRegularTax}, `
    : ''
  return [
    split
      ? '    # line2a holds lines 2a to 2d, 2g and 2h in sum; they are treated alike here'
      : '    # without lines 1b, 2a and 10 all of the AMT counts as credit',
    `    form6251: { ${lines}line11: ${lastAmt} }`,
    '    # qualifiedDividendWorksheet: { line4: 0, line5: 0 }  # if gain of that year was taxed at lower rates',
  ]
}
