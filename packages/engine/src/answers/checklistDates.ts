/** The checklist's dates: both clocks of each lot, elections, the ends of options, returns, and the forms that come. */
import { dateOf, dayNumber, type PlainDate, periodEndsDay, yearOf } from '../date.ts'
import { lastExerciseDay, lastIsoDay } from '../equity/grant.ts'
import { blocksOf, sharesOf } from '../equity/shares.ts'
import { returnDue } from '../law/federal/dueDates.ts'
import { statementsDue } from '../law/federal/installments.ts'
import { federalStanding } from '../law/federal/standing.ts'
import { counted, listedWords } from './amountWords.ts'
import { type ChecklistItem, type DateToKeep, type ListFacts, nothingPlanned } from './checklistItem.ts'

const { isoGrantHoldYears, isoExerciseHoldYears, election83bDays } = federalStanding

/** Both clocks: two years from the grant and one from the exercise. A sale qualifies from the first day after both. IRC §422(a)(1). */
export function clocksItem({ of, lots }: ListFacts): ChecklistItem {
  const own = {
    name: 'bothClocks',
    question: 'Are both clocks of each lot known, to mark in the calendar?',
    numbers: {},
  } as const
  if (lots.length === 0)
    return { ...own, answer: 'missing', says: [], dates: [], missing: [nothingPlanned('when the clocks begin')] }
  const dates = lots.flatMap(({ id, grant, exercised, qualifyingOn }): DateToKeep[] => {
    const granted = of.grants.find((each) => each.id === grant)
    if (!granted || qualifyingOn === null) return []
    const after = (on: PlainDate, years: number): PlainDate => dateOf(periodEndsDay(dayNumber(on), years) + 1)
    return [
      { on: after(granted.on, isoGrantHoldYears.all), what: `${id}: two years from the grant of ${grant} are over` },
      { on: after(exercised, isoExerciseHoldYears.all), what: `${id}: one year from the exercise is over` },
      { on: qualifyingOn, what: `${id}: first day on which a sale qualifies` },
    ]
  })
  const never = lots.filter(({ qualifyingOn }) => qualifyingOn === null).map(({ id }) => id)
  const says = [
    ...lots.flatMap(({ id, qualifyingOn }) =>
      qualifyingOn === null
        ? []
        : [`${id} qualifies from ${qualifyingOn} on; a sale before that, even by a day, disqualifies.`],
    ),
    ...(never.length > 0
      ? [`${listedWords(never)}: no ISO shares, so there is no such day; after one year the gain is long-term.`]
      : []),
  ]
  return { ...own, answer: 'yes', says, dates: inOrder(dates), missing: [] }
}

const inOrder = (dates: readonly DateToKeep[]): DateToKeep[] =>
  [...dates].sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))

/** Shares bought before they vest: the election within 30 days, which for ISOs counts for AMT alone. IRC §83(b)(2). None where all were vested. */
export function electionItem({ of, year }: ListFacts): ChecklistItem[] {
  const early = sharesOf(of).books.prepared.lots.filter(
    (lot) =>
      yearOf(dateOf(lot.day)) === year &&
      blocksOf(lot).some((block) => block.shares > 0 && block.freeDay > block.exerciseDay),
  )
  if (early.length === 0) return []
  const elects = early.map((lot) => (lot.action ? lot.action.election83b : lot.given?.election83b === true))
  const all = elects.every((each) => each)
  const names = early.map(({ id }) => id)
  const dates = early.map(({ id, day }) => ({
    on: dateOf(day + election83bDays.all),
    what: `${id}: last day for the election under section 83(b)`,
  }))
  const says = [
    `${listedWords(names)}: bought before all shares are vested. An election must be filed with the IRS within ${election83bDays.all} days after the exercise; there is no extension.`,
    all
      ? 'The file counts on it: the spread enters AMT at the exercise, and shares that are forfeited later bring nothing back.'
      : 'Without it AMT takes the spread in as the shares vest, at the value of each of those days. For the regular tax it changes nothing as long as they are ISO shares.',
  ]
  return [
    {
      name: 'election83b',
      question: 'Is the section 83(b) election made in time?',
      answer: all ? 'yes' : 'no',
      says,
      numbers: { days: election83bDays.all },
      dates,
      missing: [],
    },
  ]
}

/** Returns, and the days on which options end. */
export function deadlinesItem({ of, year, estimate, asked }: ListFacts): ChecklistItem {
  const { prepared } = sharesOf(of).books
  const open = prepared.grants.filter(({ segments }) => segments.some(({ left }) => left > 1e-6))
  const ends = open.flatMap(({ grant, nonstatutory }): DateToKeep[] => {
    const [last, iso] = [lastExerciseDay(grant), lastIsoDay(grant)]
    const why = grant.employmentEnds !== null ? 'after employment ended' : 'when it expires'
    return [
      ...(iso < last && nonstatutory === null
        ? [{ on: iso, what: `${grant.id}: last day of an exercise as an ISO` }]
        : []),
      { on: last, what: `${grant.id}: last day of an exercise, ${why}` },
    ]
  })
  const states = estimate.states
    .filter(({ dueOn }) => dueOn !== returnDue(year))
    .map(({ state, dueOn }) => ({ on: dueOn, what: `return of ${state} for ${year}, and its tax` }))
  const federal = {
    on: returnDue(year),
    what: `return for ${year}, and all its tax: an extension to file is none to pay`,
  }
  const gone = ends.filter(({ on }) => on < asked.asOf)
  return {
    ...{ name: 'deadlines', question: 'Are the deadlines known?', answer: 'yes' },
    says: [
      `The tax of ${year} is due on ${federal.on}.`,
      ...open.map(({ grant, segments, factor }) => {
        const left =
          segments.reduce((sum, each) => sum + each.left, 0) * prepared.market.factorAt(dayNumber(asked.asOf))
        return `${grant.id}: ${counted(Math.floor(left / factor + 1e-9), 'option')} that the plan does not exercise end after ${lastExerciseDay(grant)}.`
      }),
      ...(gone.length > 0 ? ['A day that has passed cannot be made up for.'] : []),
    ],
    numbers: {},
    dates: inOrder([federal, ...states, ...ends]),
    missing: [],
  }
}

/** What comes by mail, and what goes with the return. */
export function formsItem({ estimate, lots, year, years }: ListFacts): ChecklistItem {
  const { exercises, added, credit, states } = estimate
  const own = {
    name: 'forms',
    question: 'Is it known which forms come, and which to file?',
    numbers: {},
    missing: [],
  } as const
  const iso = exercises.filter((each) => yearOf(each.on) === year && each.nsoShares < each.shares)
  const wages = exercises.some((each) => each.wages > 0)
  const sold = years.at(-1)?.dispositions.some(({ sale, year: of }) => of === year && sale.sold === 1) ?? false
  const ownAmt = states.filter(({ added: { amt } }) => amt > 0.005).map(({ state }) => state)
  const comes = statementsDue(year)
  const says = [
    ...iso.map(
      ({ id }) =>
        `Form 3921 for ${id}, from the employer by ${comes}: grant, exercise, strike, value and shares. Compare each box with the plan.`,
    ),
    ...(lots.length > 0 || added.amt > 0
      ? [`Form 6251 with the return for ${year}: the bargain element goes on line 2i, even where no AMT comes of it.`]
      : []),
    ...(credit.generated > 0
      ? [`Form 8801 with the return for ${year + 1}: it brings the minimum tax credit back, and only if it is filed.`]
      : []),
    ...(wages ? ['Form W-2: the spread of nonstatutory shares is in box 1.'] : []),
    ...(sold
      ? ['Form 8949 for what is sold, and a second one for AMT that you keep: `isoline project --forms` has both.']
      : []),
    ...(ownAmt.length > 0 ? [`The AMT form of ${listedWords(ownAmt)} with its own return.`] : []),
  ]
  const none = [`None of an exercise: nothing is exercised in ${year}.`]
  return {
    ...own,
    answer: 'yes',
    says: says.length > 0 ? says : none,
    dates: iso.length > 0 ? [{ on: comes, what: `Form 3921 for ${year} should be here` }] : [],
  }
}
