/** Forms 6251 and 8801 as filed against those of the scenario: what of option stock is missing on them, and the credit it costs. */
import { toCents } from '../money.ts'
import type { FiledForms } from '../papers.ts'
import type { FiguredYear } from '../timeline.ts'
import { inDollars } from './amountWords.ts'
import { type Finding, finding, same } from './reconcileFinding.ts'

/** Every year of forms as filed. Years before the scenario's first are the business of its `history`. */
export const reconcileFiled = (filed: readonly FiledForms[], years: readonly FiguredYear[]): Finding[] =>
  filed.flatMap((forms): Finding[] => {
    const figured = years.find(({ year }) => year === forms.year)
    if (!figured) return [outsideScenario(forms.year)]
    return [...form6251Findings(forms, figured), ...form8801Findings(forms, figured)]
  })

const outsideScenario = (year: number): Finding =>
  finding({
    ...{ code: 'yearNotInScenario', kind: 'question', year, paper: 'Form 6251', box: 'all' },
    says: `The scenario has no income for ${year}, so that its forms are not figured.`,
    todo: `Put the lines under history.${year}: isoline credit then says what credit was left unclaimed.`,
  })

function form6251Findings({ form6251: stated }: FiledForms, { year, return: r, facts }: FiguredYear): Finding[] {
  if (!stated) return []
  const right = r.form6251
  const filedAmt = stated['line11']
  // What the whole form costs is said once, with its first fault
  const cost = filedAmt === undefined ? null : toCents(filedAmt - right.line11)
  const own = { year, paper: 'Form 6251' as const, kind: 'wrong' as const, cost }
  const findings: Finding[] = []
  // A line that is not given was left blank, unless the AMT is right: then it is only not at hand, and nothing is known to be wrong
  const agrees = filedAmt !== undefined && same(filedAmt, right.line11)
  const filedOr = (line: string, rightly: number): number => stated[line] ?? (agrees ? rightly : 0)
  const amountOn = (line: string, amount: number): string => (stated[line] === undefined ? 'blank' : inDollars(amount))
  const line2i = filedOr('line2i', facts.isoSpread)
  if (!same(line2i, facts.isoSpread))
    findings.push(
      finding({
        ...{ ...own, code: line2i === 0 ? 'spreadMissed' : 'spreadDiffers', box: 'line 2i', stated: line2i },
        right: toCents(facts.isoSpread),
        says: `Line 2i is ${amountOn('line2i', line2i)}; the spread of ISO shares exercised and still held at the end of ${year} is ${inDollars(facts.isoSpread)}.`,
        todo: `Put ${inDollars(facts.isoSpread)} on line 2i, and figure the form and Form 8801 of ${year + 1} again.`,
      }),
    )
  const line2k = filedOr('line2k', right.line2k)
  if (!same(line2k, right.line2k))
    findings.push(
      finding({
        ...{ ...own, code: line2k === 0 ? 'amtBasisMissed' : 'line2kDiffers', box: 'line 2k', stated: line2k },
        right: toCents(right.line2k),
        says: `Line 2k is ${amountOn('line2k', line2k)} and should be ${inDollars(right.line2k)}: for AMT the shares sold have the basis that AMT was paid on.`,
        todo: `Keep a Form 8949 and Schedule D for AMT, and put ${inDollars(right.line2k)} on line 2k.`,
      }),
    )
  if (findings.length === 0 && filedAmt !== undefined && !same(filedAmt, right.line11))
    findings.push(
      finding({
        ...{
          ...own,
          code: 'amtDiffers',
          kind: 'question',
          box: 'line 11',
          stated: filedAmt,
          right: toCents(right.line11),
        },
        says: `The AMT is ${inDollars(filedAmt)}, and by the scenario ${inDollars(right.line11)}, though lines 2i and 2k agree.`,
        todo: 'Compare line 1 and lines 2a to 2t with isoline return --forms: other income may be missing in the scenario.',
      }),
    )
  return findings.map((each, i) => (i === 0 ? each : { ...each, cost: null }))
}

/** Form 8801 of a year splits the AMT of the year before: line 15 the part that never comes back, line 18 the credit made. */
function form8801Findings({ form8801: stated }: FiledForms, { year, return: r, before }: FiguredYear): Finding[] {
  if (!stated || !before) return []
  const { exclusion } = before
  const own = { year, paper: 'Form 8801' as const, kind: 'wrong' as const }
  const line15 = stated['line15']
  const spread = 'return' in before ? before.return.form6251.line2i : 0
  const findings: Finding[] = []
  if (line15 !== undefined && line15 - exclusion.line15 > 1)
    findings.push(
      finding({
        ...{ ...own, code: spread > 0 ? 'spreadAmongExclusions' : 'exclusionPartTooHigh', box: 'line 15' },
        ...{ stated: line15, right: toCents(exclusion.line15), creditLost: toCents(line15 - exclusion.line15) },
        says: `Line 15 says ${inDollars(line15)} of the AMT of ${year - 1} never comes back; it is ${inDollars(exclusion.line15)}. The spread of ISO shares is a matter of timing and no exclusion item: lines 1 and 2 leave it out (IRC §53(d)(1)(B)).`,
        todo: `Figure Part I without line 2i: ${inDollars(exclusion.line15)} on line 15 and ${inDollars(exclusion.line18)} on line 18.`,
      }),
    )
  const line25 = stated['line25']
  if (line25 !== undefined && !same(line25, r.form8801.line25))
    findings.push(
      finding({
        ...{ ...own, code: 'creditUsedDiffers', box: 'line 25', stated: line25, right: toCents(r.form8801.line25) },
        says: `A credit of ${inDollars(line25)} was claimed for ${year}; ${inDollars(r.form8801.line25)} could be.`,
        todo: 'The credit allowable counts as used whether claimed or not (IRC §53(b)(2)): claim it on an amended return while the year is open.',
        cost: toCents(r.form8801.line25 - line25),
      }),
    )
  return findings
}
