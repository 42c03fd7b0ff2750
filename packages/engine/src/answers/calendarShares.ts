/** Days that the shares set: both clocks of each lot, elections, Forms 3921, and the last days of options. */
import { dateOf, dayNumber, type PlainDate, periodEndsDay, yearOf } from '../date.ts'
import { lastExerciseDay, lastIsoDay } from '../equity/grant.ts'
import type { HeldLot } from '../equity/prepared.ts'
import { blocksOf, type Shares } from '../equity/shares.ts'
import { statementsDue } from '../law/federal/installments.ts'
import { federalStanding } from '../law/federal/standing.ts'
import { counted } from './amountWords.ts'
import { type CalendarDay, dayKey } from './calendarDay.ts'
import type { LotRow } from './lots.ts'

const { isoGrantHoldYears, isoExerciseHoldYears, election83bDays } = federalStanding

/** The first day after a period that begins the day after `on`. */
const after = (on: PlainDate, years: number): PlainDate => dateOf(periodEndsDay(dayNumber(on), years) + 1)

/** Both clocks, and the day after both on which a sale first qualifies. None for nonstatutory shares, nor for a lot that is sold. IRC §422(a)(1). */
export function clockDays(lots: readonly LotRow[], grantedOn: (grant: string) => PlainDate | undefined): CalendarDay[] {
  return lots.flatMap(({ id, grant, exercised, qualifyingOn, status }): CalendarDay[] => {
    const granted = grantedOn(grant)
    if (granted === undefined || qualifyingOn === null || status === 'soldOut') return []
    const clock = (
      kind: 'grantClock' | 'exerciseClock',
      from: PlainDate,
      years: number,
      words: string,
    ): CalendarDay => ({
      ...{ key: dayKey(kind, id), kind, on: after(from, years), title: `${id}: ${words}`, amount: null },
      says: [`A sale of ${id} qualifies from ${qualifyingOn} on, when both clocks have run.`],
    })
    return [
      clock('grantClock', granted, isoGrantHoldYears.all, `two years from the grant of ${granted} are over`),
      clock('exerciseClock', exercised, isoExerciseHoldYears.all, `one year from the exercise of ${exercised} is over`),
      {
        ...{ key: dayKey('qualifying', id), kind: 'qualifying', on: qualifyingOn, amount: null },
        title: `${id}: first day on which a sale qualifies`,
        says: [
          'Both clocks have run: all gain is long-term, and nothing of it is wages. A sale even a day earlier disqualifies.',
        ],
      },
    ]
  })
}

/** The last day of each election for shares bought before they vest. IRC §83(b)(2). */
export const electionDays = ({ books }: Shares): CalendarDay[] =>
  books.prepared.lots
    .filter((lot) => blocksOf(lot).some((block) => block.shares > 0 && block.freeDay > block.exerciseDay))
    .map((lot) => ({
      ...{ key: dayKey('election83b', lot.id), kind: 'election83b', on: dateOf(lot.day + election83bDays.all) },
      title: `${lot.id}: last day for the election under section 83(b)`,
      says: [
        `Bought before all shares are vested: the election reaches the IRS within ${election83bDays.all} days after the exercise. There is no extension.`,
        elects(lot) ? 'The figures count on it.' : 'The figures are without it.',
      ],
      amount: null,
    }))

const elects = ({ action, given }: HeldLot): boolean => (action ? action.election83b : given?.election83b === true)

/** Form 3921 comes after a year of exercise: one day a lot. IRC §6039(b). */
export const form3921Days = ({ books }: Shares): CalendarDay[] =>
  books.prepared.lots
    .filter((lot) => blocksOf(lot).some((block) => block.shares > 0 && block.nonstatutory === 0))
    .map(({ id, day }) => ({
      ...{ key: dayKey('form3921', id), kind: 'form3921', on: statementsDue(yearOf(dateOf(day))), amount: null },
      title: `${id}: Form 3921 should be here`,
      says: ['Compare each box with the scenario: grant, exercise, strike, value and shares.'],
    }))

/** The days after which options that the plan leaves can no longer be exercised, or no longer as ISOs. */
export function optionDays({ books }: Shares, asOf: PlainDate): CalendarDay[] {
  const { grants, market } = books.prepared
  return grants.flatMap(({ grant, segments, factor, nonstatutory }): CalendarDay[] => {
    const left = segments.reduce((sum, each) => sum + each.left, 0)
    if (left <= 1e-6) return []
    const options = counted(Math.floor((left * market.factorAt(dayNumber(asOf))) / factor + 1e-9), 'option')
    const [last, iso] = [lastExerciseDay(grant), lastIsoDay(grant)]
    const why = grant.employmentEnds === null ? 'when they expire' : 'after employment ended'
    const end: CalendarDay = {
      ...{ key: dayKey('lastExerciseDay', grant.id), kind: 'lastExerciseDay', on: last, amount: null },
      title: `${grant.id}: last day of an exercise, ${why}`,
      says: [`The plan leaves ${options}: after this day they are gone.`],
    }
    if (iso >= last || nonstatutory !== null) return [end]
    return [
      {
        ...{ key: dayKey('lastIsoDay', grant.id), kind: 'lastIsoDay', on: iso, amount: null },
        title: `${grant.id}: last day of an exercise as an ISO`,
        says: [`The plan leaves ${options}. After this day an exercise makes wages of the spread.`],
      },
      end,
    ]
  })
}
