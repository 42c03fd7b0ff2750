/** What is modelled of every state, year by year: derived from the tables. */
import { stateModules } from '../forms/states/modules.ts'
import { statesWithoutIncomeTax } from '../forms/states/withoutTax.ts'
import { federalYears } from '../law/federal/tables.ts'
import { stateNames } from '../law/states/names.ts'
import type { StateTable } from '../law/states/state.ts'

/** `confirmed`: all figures are published; `none`: the state taxes no income. Later years are projected. */
export type Coverage = 'confirmed' | 'projected' | 'unconfirmed' | 'notModelled' | 'none'

export interface CoverageYear extends Held {
  readonly year: number
}

interface Held {
  readonly status: Coverage
  /** What could not be confirmed, and what is not figured. */
  readonly open: readonly string[]
  readonly leftOut: readonly string[]
}

export interface StateCoverage {
  readonly state: string
  readonly name: string
  /** Whether the state has an alternative minimum tax of its own. */
  readonly ownAmt: boolean
  readonly years: readonly CoverageYear[]
}

export interface CoverageAnswer {
  readonly states: readonly StateCoverage[]
}

const years = [2024, 2025, federalYears.last] as const
const statesWithAmt = ['CA', 'CO', 'CT', 'MN']

/** Every state and the District of Columbia, by name of its postal code. */
export function coverageAnswer(): CoverageAnswer {
  return {
    states: Object.entries(stateNames)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([state, name]) => ({
        ...{ state, name, ownAmt: statesWithAmt.includes(state) },
        years: years.map((year) => ({ year, ...coverageOf(state, year) })),
      })),
  }
}

function coverageOf(state: string, year: number): Held {
  if (statesWithoutIncomeTax.includes(state)) return { status: 'none', open: [], leftOut: [] }
  const table = stateModules.find(({ book }) => book.state === state)?.book.tables.find((each) => each.year === year)
  if (!table) return { status: 'notModelled', open: [], leftOut: [] }
  return { status: statusOf(table), open: table.open, leftOut: table.leftOut ?? [] }
}

function statusOf({ status, figures, schedules, open }: StateTable): Coverage {
  const all = [...Object.values(figures), ...Object.values(schedules)].map((each) => each.status ?? 'published')
  if (status === 'projected' || all.includes('projected')) return 'projected'
  return status === 'unconfirmed' || all.includes('unconfirmed') || open.length > 0 ? 'unconfirmed' : 'confirmed'
}

/** The same as a page: `docs/states.md` is made of it. */
export function coverageMarkdown(): string {
  const { states } = coverageAnswer()
  const rows = states.map(
    ({ state, name, ownAmt, years: own }) =>
      `| ${state} | ${name} | ${ownAmt ? 'yes' : ''} | ${own.map(({ status }) => words[status]).join(' | ')} |`,
  )
  const sentences = (kind: 'open' | 'leftOut') => states.flatMap((state) => sentencesOf(state, kind)).join('\n')
  return `# State income tax: what is modelled

Made from the tables by \`npm run states\`; \`isoline states\` prints the same. Local taxes are not modelled. A part of a
year, and wages from shares earned in another state, are taxed by shares of income, which no state's form was checked for.
*Confirmed*: every figure is published by the state, and read from its forms, its statute or more than one transcription of them. *Projected*: the state has not published
the year. *Unconfirmed*: a figure or a rule could not be checked, and every answer that rests on it says so. A state *not modelled* is
refused by name (exit code 3) in a flat case and said in a notice of a scenario. Years after ${years.at(-1)} are projected.

| | State | Own AMT | ${years.join(' | ')} |
|---|---|---|${years.map(() => '---|').join('')}
${rows.join('\n')}

## Not confirmed

${sentences('open')}

## Not figured

${sentences('leftOut')}
`
}

/** Each sentence about a state once, with the years it is of. */
function sentencesOf({ state, years: own }: StateCoverage, kind: 'open' | 'leftOut'): string[] {
  const each = [...new Set(own.flatMap((year) => year[kind]))]
  return each.map((message) => {
    const of = own.filter((year) => year[kind].includes(message)).map(({ year }) => year)
    return `- ${state} ${of.join(', ')}: ${message}`
  })
}

const words: { readonly [Status in Coverage]: string } = {
  ...{ confirmed: 'confirmed', projected: 'projected', unconfirmed: 'unconfirmed' },
  ...{ notModelled: 'not modelled', none: 'no income tax' },
}
