/** Returns as filed, put where a scenario keeps the years before its first: `history`, and the credit carried forward. */
import type { Found, Paper, Question } from './found.ts'
import { agree, type Merge } from './merge.ts'
import type { Change, Entry } from './scenarioObject.ts'

/** The lines that a scenario takes of a form, by the key it keeps them under; the first of the lines that has an amount. */
const lines1040 = { agi: ['line11b', 'line11a', 'line11'], totalTax: ['line24'] } as const
const lines6251 = [
  ...['line1', 'line1b', 'line2a', 'line2b', 'line2c', 'line2d', 'line2e', 'line2g', 'line2h'],
  ...['line4', 'line8', 'line9', 'line10', 'line11'],
]
const lines8801 = ['line15', 'line18', 'line19', 'line20', 'line21', 'line25', 'line26']

/** What was set in the scenario, and what is to be known of the rest. */
export interface FiledChanges {
  readonly changes: Change[]
  readonly asked: Question[]
}

/** Adds returns of years before the first of `incomes`. A later one is for comparison alone. */
export function addFiled(found: readonly Found<Paper>[], scenario: Entry, merge: Merge, made: FiledChanges): void {
  const first = firstYear(scenario)
  for (const { fact, from } of found) {
    const year = fact.boxes['taxYear']
    if (!/^form(1040|6251|8801)$/.test(fact.form) || typeof year !== 'number') continue
    if (first !== undefined && year >= first) {
      const message = `The return of ${year} is as filed, and here ${year} is a year that is figured. \`isoline reconcile\` compares the two.`
      made.asked.push({ path: `incomes.${year}`, message, changes: 'nothing by itself' })
      continue
    }
    for (const [path, value] of placesIn(fact, year, first)) setOnce(scenario, path, value, from, merge, made)
    const { line3 } = fact.boxes
    if (fact.form === 'form6251' && typeof line3 === 'number' && line3 !== 0)
      made.asked.push({
        path: `history.${year}.form6251.line3Exclusion`,
        message: `Line 3 of Form 6251 for ${year} is ${line3}: how much of it is an exclusion item, which never comes back as credit?`,
        changes: 'the minimum tax credit that year made',
      })
  }
}

function placesIn({ form, boxes }: Paper, year: number, first: number | undefined): [string[], number][] {
  const at = ['history', String(year)]
  const amount = (name: string): number | undefined => {
    const cell = boxes[name]
    return typeof cell === 'number' ? cell : undefined
  }
  const places: [string[], number | undefined][] = []
  if (form === 'form1040')
    for (const [key, names] of Object.entries(lines1040))
      places.push([[...at, key], names.map(amount).find((each) => each !== undefined)])
  if (form === 'form6251') for (const line of lines6251) places.push([[...at, form, line], amount(line)])
  if (form === 'form8801') {
    for (const line of lines8801) places.push([[...at, form, line], amount(line)])
    if (year + 1 === first) places.push([['carryforwards', 'minimumTaxCredit'], amount('line26')])
  }
  return places.filter((place): place is [string[], number] => place[1] !== undefined)
}

/** Sets an amount where there is none; one that differs is a contradiction. */
export function setOnce(
  scenario: Entry,
  path: string[],
  value: number,
  from: Found<Paper>['from'],
  merge: Merge,
  made: FiledChanges,
): void {
  let inside = scenario
  for (const key of path.slice(0, -1)) {
    const next = Object.hasOwn(inside, key) ? inside[key] : undefined
    inside[key] = typeof next === 'object' && next !== null ? { ...next } : {}
    inside = inside[key] as Entry
  }
  const last = path.at(-1) as string
  const there = Object.hasOwn(inside, last) ? inside[last] : undefined
  if (there === undefined) {
    inside[last] = value
    made.changes.push({ path, value })
  } else if (!agree(there, value)) merge.contradict(path.join('.'), there, value, from)
}

/** The first year that is figured; undefined where the scenario has none yet. */
export function firstYear(scenario: Entry): number | undefined {
  const incomes = Object.hasOwn(scenario, 'incomes') ? scenario['incomes'] : undefined
  const years = Object.keys(typeof incomes === 'object' && incomes !== null ? incomes : {}).map(Number)
  return years.length === 0 ? undefined : Math.min(...years)
}
