/** What must hold among the facts of the household, beyond each being what it should be. */
import type { FilingStatus } from '../law/law.ts'
import { type Problems, repeated } from './problems.ts'
import type { Draft, ScenarioFile } from './schema.ts'

type Household = NonNullable<Draft<ScenarioFile>['household']>

/** Notes what contradicts itself in the household. `years` are those of `incomes`, ascending. */
export function checkHousehold(file: Draft<ScenarioFile>, years: readonly number[], problems: Problems): void {
  const { household } = file
  if (!household) return
  checkStatus(household.status, years, problems)
  checkPeople(household, years, problems)
  checkResidence(household.residence, problems)
  checkBorrowed(household.borrowed, years, problems)
}

/** The filing statuses a file names, by the first year of each; one status alone holds from the first year on. */
export function statusesOf(status: Household['status'], firstYear: number): { from: number; status: FilingStatus }[] {
  if (status === undefined) return []
  if (typeof status === 'string') return [{ from: firstYear, status }]
  const named = Object.entries(status).filter((entry): entry is [string, FilingStatus] => entry[1] !== undefined)
  return named.map(([year, each]) => ({ from: Number(year), status: each })).sort((one, other) => one.from - other.from)
}

function checkStatus(status: Household['status'], years: readonly number[], problems: Problems): void {
  if (status === undefined || typeof status === 'string' || problems.touch('household.status')) return
  const [earliest] = statusesOf(status, 0)
  const [first] = years
  if (!earliest)
    problems.add('household.status', 'missing', 'names no year. Give a status for the first year of incomes.')
  else if (first !== undefined && earliest.from > first)
    problems.add(
      `household.status.${first}`,
      'missing',
      `is missing: the first year of incomes is ${first}, and the first status is of ${earliest.from}. Give one for ${first}.`,
    )
}

function checkPeople({ people, status }: Household, years: readonly number[], problems: Problems): void {
  if (!people) return
  if (people.length === 0)
    problems.add('household.people', 'missing', 'is empty. Give the filer: [{ born: YYYY-MM-DD }].')
  if (people.length > 2)
    problems.add(
      'household.people',
      'outOfRange',
      `has ${people.length} people. Give the filer and the spouse; count others under dependents.`,
    )
  const statuses = statusesOf(status, 0).map((each) => each.status)
  if (people.length === 2 && statuses.length > 0 && statuses.every((each) => each === 'single'))
    problems.add(
      'household.people',
      'conflict',
      'has two people, and the status is single. Leave out the second, or correct the status.',
    )
  for (const [i, { born }] of people.entries())
    if (born !== undefined && years[0] !== undefined && born >= `${years[0] + 1}`)
      problems.add(
        `household.people[${i}].born`,
        'conflict',
        `is ${born}, after the first year of incomes. Correct it.`,
      )
}

function checkResidence(residence: Household['residence'], problems: Problems): void {
  if (!residence) return
  if (residence.length === 0)
    problems.add('household.residence', 'missing', 'is empty. Give [{ from: YYYY-MM-DD, state: WA }].')
  for (const [i, day] of repeated(residence.map((each) => each.from)))
    problems.add(`household.residence[${i}].from`, 'duplicate', `is ${day} again. Name one state for a day.`)
}

function checkBorrowed(loan: Household['borrowed'], [first]: readonly number[], problems: Problems): void {
  if (loan?.due !== undefined && first !== undefined && loan.due < `${first}-01-01`)
    problems.add(
      'household.borrowed.due',
      'conflict',
      `is ${loan.due}, before the first year of incomes. Give the day it is paid back, or leave the loan out.`,
    )
}
