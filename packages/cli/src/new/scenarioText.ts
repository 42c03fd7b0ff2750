/** A scenario file with comments for the person who will go on writing it. */
import { earlierText } from './earlierText.ts'
import type { Answers, Name } from './questions.ts'

/** The text of a scenario with these answers; `given` are those the person gave, the rest is marked as not asked. */
export function scenarioText(answers: Answers, given: ReadonlySet<Name>, year: number, asOf: string): string {
  const { status, wages, shares, strike, value, granted, state, cash } = answers
  const unless = (name: Name, otherwise: string): string => (given.has(name) ? '' : `  # not given: ${otherwise}`)
  return `# An Isoline scenario, written by \`isoline new\` on ${asOf}.
# Money is in dollars, dates are YYYY-MM-DD. What is left out is taken as zero, and every answer says so.
isoline: 1

household:
  status: ${status}  # single, mfj, mfs, hoh or qss
  people:  # dates of birth, the filer first; they matter from 65 on
    - { born: 1990-01-01 }  # not asked
${status === 'mfj' ? '    - { born: 1990-01-01 }  # not asked\n' : ''}  residence:
    - { from: ${year}-01-01, state: ${state} }${unless('state', 'a state without income tax stands here')}
${cash === null ? '  # cash: 50000  # what may pay strike and tax without selling shares; `isoline cost` tests it' : `  cash: ${cash}  # what may pay strike and tax without selling shares`}

incomes:
  ${year}:
    wages: ${wages}
    # interest: 0
    # ordinaryDividends: 0
    # qualifiedDividends: 0  # part of the ordinary ones
    # longTermGain: 0  # gains other than these shares
    # withheld: 0  # federal income tax withheld, for what is due in April
${deductions(answers)}

company:
  prices:  # what a share is worth from a day on: 409A value or market price
    - { on: ${asOf}, fmv: ${value} }

grants:
  - id: G1
    kind: iso
    on: ${granted}${unless('granted', 'correct it before asking about sales')}
    shares: ${shares}
    strike: ${strike}
    fmvAtGrant: ${strike}  # not asked: an ISO is granted at its value or above
    expires: ${tenYearsAfter(granted)}  # not asked: ten years at most
    # vesting: { from: ${granted}, months: 48, cliffMonths: 12 }  # without it all shares count as vested

${earlierText(answers, given, year - 1)}
# What you think of doing; then: isoline estimate FILE, isoline cost FILE
# plan:
#   - { on: ${asOf}, exercise: 1000, grant: G1 }
`
}

function deductions({ stateTaxes, propertyTaxes, mortgageInterest, charity }: Answers): string {
  const rows = [
    ['stateAndLocalTaxes', stateTaxes],
    ['realEstateTaxes', propertyTaxes],
    ['mortgageInterest', mortgageInterest],
    ['charityCash', charity],
  ] as const
  if (rows.every(([, amount]) => amount === 0))
    return '    # itemized: { stateAndLocalTaxes: 0, realEstateTaxes: 0, mortgageInterest: 0, charityCash: 0 }  # else standard'
  return `    itemized: { ${rows.map(([name, amount]) => `${name}: ${amount}`).join(', ')} }`
}

/** The day before the tenth anniversary: an ISO may not be exercisable after ten years. IRC §422(b)(3). */
function tenYearsAfter(date: string): string {
  const day = new Date(`${Number(date.slice(0, 4)) + 10}${date.slice(4)}T00:00:00Z`)
  return new Date(day.getTime() - 86_400_000).toISOString().slice(0, 10)
}
