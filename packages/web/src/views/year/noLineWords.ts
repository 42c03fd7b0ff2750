/** Why there is no line to draw, and what would make one. */
import { yearOf } from '../../words/days.ts'
import type { YearModel } from './useYear.ts'

/** Nothing while the first answer is on its way. */
export function sharesLeftFrom({ answers, troubles, ofGrant, file, grant, year }: YearModel): string {
  if (!answers.room && !troubles.room) return ''
  if (troubles.room || troubles.curve) return 'The line is drawn once the problems above are settled.'
  if ((file.grants ?? []).length === 0)
    return 'A line is drawn for a grant of incentive stock options. Add your grant: its date, shares, strike and vesting are on the grant agreement.'
  if (grant === null || !ofGrant)
    return 'No grant in this scenario has incentive stock options left to exercise. The Lots view shows the shares you hold.'
  if (ofGrant.exercisable === 0)
    return `No share of ${grant} is vested and left to exercise in ${year}. Another year may be chosen above.`
  return 'A share is worth no more than its strike, so exercising it adds nothing to AMT income. Move the value of a share to see where the line begins.'
}

/** Another year in which the plan exercises something, the nearest after first. */
export function otherYear({ file, years, year }: YearModel): number | undefined {
  const planned = (file.plan ?? [])
    .filter((line) => line.exercise !== undefined)
    .map(({ on }) => yearOf(on))
    .filter((each) => each !== year && years.includes(each))
    .sort((one, other) => one - other)
  return planned.find((each) => each > year) ?? planned.at(-1)
}
