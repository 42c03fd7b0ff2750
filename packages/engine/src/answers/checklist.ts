/** The exercise-year checklist: every step in its order, answered from the scenario. The cash test comes first. */
import type { Case } from '../case.ts'
import { yearOf } from '../date.ts'
import type { Notice } from '../explain/notices.ts'
import { type CashTest, cashTest } from './cashTest.ts'
import { clocksItem, deadlinesItem, electionItem, formsItem } from './checklistDates.ts'
import { estimatedItem } from './checklistEstimated.ts'
import { basesItem, cashItem, holdItem, setAsideItem } from './checklistHolding.ts'
import type { ChecklistItem, ListFacts } from './checklistItem.ts'
import { bargainItem, limitItem, roomItem } from './checklistTax.ts'
import { yearEndItem } from './checklistYearEnd.ts'
import { type Asked, figuredYearsAsked, type Grounds } from './common.ts'
import { estimateAnswer } from './estimate.ts'
import { limitAnswer } from './limit.ts'
import { lotsAnswer } from './lots.ts'
import { lastYear } from './project.ts'
import { roomAnswer } from './room.ts'

export interface ChecklistAnswer extends Grounds {
  readonly cashTest: CashTest
  readonly items: readonly ChecklistItem[]
}

/**
 * The list of the year asked, by the other answers to the same question.
 * @throws InputError, NotModelled as they do.
 */
export function checklistAnswer(given: Case, asked: Asked): ChecklistAnswer {
  const of = reaching(given, asked.year)
  const years = figuredYearsAsked(of, asked)
  const { year } = years.at(-1) as (typeof years)[number]
  const own = { ...asked, year }
  const [test, estimate, limit] = [cashTest(of, own), estimateAnswer(of, own), limitAnswer(of)]
  const room = of.company.prices.length === 0 ? null : roomAnswer(of, own)
  const lots = lotsAnswer(of, asked.asOf).lots.filter(({ exercised }) => yearOf(exercised) === year)
  const facts: ListFacts = { of, asked, year, years, test, estimate, room, limit, lots }
  return {
    year,
    cashTest: test,
    items: [
      cashItem(facts),
      ...[bargainItem, roomItem, limitItem, holdItem, basesItem, setAsideItem].map((item) => item(facts)),
      ...[clocksItem, yearEndItem].map((item) => item(facts)),
      ...electionItem(facts),
      ...[estimatedItem, deadlinesItem, formsItem].map((item) => item(facts)),
    ],
    notices: once([...test.notices, ...estimate.notices]),
    assumed: estimate.assumed,
  }
}

/** The case looked ahead to the year asked, where its plan goes as far: the cash test sends there. */
function reaching(of: Case, year: number | undefined): Case {
  const { horizon } = of.assumptions
  return year !== undefined && year > horizon && year <= lastYear(of)
    ? { ...of, assumptions: { ...of.assumptions, horizon: year } }
    : of
}

const once = (notices: readonly Notice[]): Notice[] =>
  notices.filter(({ message }, i) => notices.findIndex((each) => each.message === message) === i)
