/** A Form 3921 as it is typed in, and the scenario with its lot. */
import type { ScenarioFile } from '@isoline/engine'
import { day } from '../../words/days.ts'

/** What is typed into each box. */
export interface Form3921 {
  readonly granted: string
  readonly exercised: string
  readonly strike: string
  readonly value: string
  readonly shares: string
}
export type Box = keyof Form3921

export const boxes: { readonly [box in Box]: { readonly number: number; readonly words: string } } = {
  granted: { number: 1, words: 'Date option granted' },
  exercised: { number: 2, words: 'Date option exercised' },
  strike: { number: 3, words: 'Exercise price per share' },
  value: { number: 4, words: 'Fair market value per share' },
  shares: { number: 5, words: 'Shares transferred' },
}

type Wrong = { readonly [box in Box]?: string }

const isDay = (text: string): boolean => /^(19|20|21)\d\d-\d\d-\d\d$/.test(text)
const numberIn = (text: string): number => Number(text.replace(/[$,\s]/g, '') || Number.NaN)

/** What is wrong in each box: what it is, and the rule. Nothing where all of them can be read. */
export function wrongIn({ granted, exercised, strike, value, shares }: Form3921, asOf: string): Wrong {
  const wrong: { [box in Box]?: string } = {}
  if (!isDay(granted)) wrong.granted = 'Box 1 is a date.'
  if (!isDay(exercised)) wrong.exercised = 'Box 2 is a date.'
  else if (isDay(granted) && exercised < granted)
    wrong.exercised = `Box 2 is before box 1, ${day(granted)}: an option is exercised after it is granted.`
  else if (exercised > asOf)
    wrong.exercised = `Box 2 is after ${day(asOf)}: what is still to be exercised belongs into the plan.`
  if (!(numberIn(strike) >= 0)) wrong.strike = 'Box 3 is an amount in dollars, such as 2.00.'
  if (!(numberIn(value) >= 0)) wrong.value = 'Box 4 is an amount in dollars, such as 9.40.'
  const count = numberIn(shares)
  if (!(count > 0) || !Number.isInteger(count)) wrong.shares = 'Box 5 is a whole number of shares.'
  return wrong
}

/** The file with the lot; with a grant too, where none was made on that day. */
export function withLot(file: ScenarioFile, form: Form3921): ScenarioFile {
  const [strike, value, shares] = [numberIn(form.strike), numberIn(form.value), numberIn(form.shares)]
  const grants = file.grants ?? []
  const lots = file.lots ?? []
  const found = grants.find(({ kind, on }) => kind === 'iso' && on === form.granted)
  const grant = found ?? {
    ...{
      id: freeName(
        'G',
        grants.map(({ id }) => id),
      ),
      kind: 'iso' as const,
      on: form.granted,
      shares,
      strike,
    },
    ...{ fmvAtGrant: strike, expires: lastDayToExercise(form.granted) },
  }
  const taken = [...lots.map(({ id }) => id), ...(file.plan ?? []).flatMap((line) => line.as ?? [])]
  const lot = {
    ...{ id: freeName('L', taken), grant: grant.id, exercised: form.exercised, shares, fmvAtExercise: value },
    ...(grant.strike !== strike && { strike }),
  }
  return { ...file, ...(!found && { grants: [...grants, grant] }), lots: [...lots, lot] }
}

/** An option that is an ISO ends within ten years of the grant. IRC §422(b)(3). */
function lastDayToExercise(granted: string): string {
  const end = new Date(`${Number(granted.slice(0, 4)) + 10}${granted.slice(4)}T00:00:00Z`)
  end.setUTCDate(end.getUTCDate() - 1)
  return end.toISOString().slice(0, 10)
}

/** `L4`, the first that no one has. */
function freeName(letter: string, taken: readonly string[]): string {
  let n = 1
  while (taken.includes(`${letter}${n}`)) n++
  return `${letter}${n}`
}
